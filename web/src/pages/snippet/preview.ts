// The calculator of the preview: which of its fields one is at, where it stands, and what stands beside it.
import { everyPlace, type Seen } from './brief';

const kNamed = '[name^="/scenarios/"]';

export const pointerOf = (named: Element): string => everyPlace(named.getAttribute('name') ?? '');

const namedIn = (root: ShadowRoot): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>(`.inputs ${kNamed}`)].filter((one) =>
    one.checkVisibility(),
  );

/** Without what a label notes besides. */
const firstWords = (label: Element | null | undefined): string | undefined =>
  [...(label?.childNodes ?? [])]
    .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
    .map(({ textContent }) => textContent ?? '')
    .find((text) => text.trim() !== '');

/** The fields that a calculator shows, each once, in their order. */
export function fieldsIn(root: ShadowRoot): Seen[] {
  const found = new Map<string, string>();
  for (const one of namedIn(root)) {
    const pointer = pointerOf(one);
    const label = firstWords(one.closest('.field')?.querySelector('label'));
    const [name = ''] = (label ?? one.getAttribute('aria-label') ?? '').split(',');
    if (!found.has(pointer)) found.set(pointer, name.trim());
  }
  return [...found].map(([pointer, label]) => ({ pointer, label }));
}

/** What an event in the calculator happened to. */
export function touched(event: Event): { pointer: string; at: HTMLElement } | undefined {
  const path = event
    .composedPath()
    .filter(
      (one): one is HTMLElement => one instanceof HTMLElement && one.closest('.inputs') !== null,
    );
  const within = path.find((one) => one.matches(`.field, ${kNamed}`));
  const at = within?.matches(kNamed) ? within : within?.querySelector<HTMLElement>(kNamed);
  return at ? { pointer: pointerOf(at), at } : undefined;
}

export const elementAt = (root: ShadowRoot, pointer: string): HTMLElement | undefined =>
  namedIn(root).find((one) => pointerOf(one) === pointer);

/** A field with its label; what stands in someone else's field, or in a row, by itself. */
function whole(named: HTMLElement): Element {
  const field = named.closest('.field');
  const isOwn = field?.querySelector(kNamed) === named || named.matches('.field .box *');
  return field && isOwn ? field : (named.closest('.box') ?? named);
}

export const placeOf = (named: HTMLElement): DOMRect => whole(named).getBoundingClientRect();

/** The places among which a field can be moved, in their order; none in rows, whose order is that of columns. */
export function groupOf(root: ShadowRoot, pointer: string): string[] {
  const named = elementAt(root, pointer);
  const field = named?.closest('.field');
  const isOfRow = pointer.includes('/channels/') && !named?.closest('.details');
  if (!field?.parentElement || isOfRow) return [];
  const isOfChannel = pointer.includes('/channels/');
  return [...field.parentElement.children]
    .filter((one) => one.matches('.field'))
    .map((one) => [...one.querySelectorAll(kNamed)].map(pointerOf))
    .filter((inside) => inside.every((one) => one.includes('/channels/') === isOfChannel))
    .flatMap(([first]) => first ?? []);
}
