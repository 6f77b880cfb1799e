// What a host may style by ::part(), and what is the host's alone.

const kParts = {
  '.verdict': 'verdict',
  '.verdict svg': 'picture',
  '.inputs': 'inputs',
  '.numbers': 'numbers',
  '.results': 'results',
  '.link': 'link',
} as const;

export function addParts(root: DocumentFragment | HTMLElement): void {
  for (const [selector, part] of Object.entries(kParts)) {
    for (const one of root.querySelectorAll(`${selector}:not([part])`)) one.part.add(part);
  }
}

/** The landmarks of the page are the host's. */
export function dropLandmarks(root: DocumentFragment | HTMLElement): void {
  for (const one of root.querySelectorAll(':is(header, main, footer):not([role])')) {
    one.setAttribute('role', 'presentation');
  }
}
