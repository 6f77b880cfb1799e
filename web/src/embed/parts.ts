// What a host may style by ::part().

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
