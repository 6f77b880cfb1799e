// The brief that is being built: plain changes of one object. What it may hold the core says, in the preview.
import type { Brief } from '../../../generated/brief';

export type Field = NonNullable<Brief['fields']>[number];
type Words = NonNullable<Field['label']>;

export const kEmpty: Brief = { briefVersion: 1 };

/** Whether there is nothing in it: then the lines say nothing of a brief. */
export const isEmpty = (brief: Brief): boolean => Object.keys(brief).length === 1;

/** Without what says nothing. */
function plain<T extends object>(of: { [K in keyof T]: T[K] | undefined }): T {
  const said = Object.entries(of).filter(
    ([, value]) => value !== undefined && value !== false && value !== '',
  );
  return Object.fromEntries(said) as T;
}

const isSaid = (field: Field): boolean => Object.keys(field).length > 1;

/** What is to be changed, or left out. */
export type Change<T> = { [K in keyof T]?: T[K] | undefined };

export const withPart = (brief: Brief, part: Change<Brief>): Brief =>
  plain<Brief>({ ...brief, ...part });

export const fieldOf = ({ fields = [] }: Brief, pointer: string): Field =>
  fields.find((field) => field.pointer === pointer) ?? { pointer };

export function withField(brief: Brief, pointer: string, change: Change<Field>): Brief {
  const { fields = [] } = brief;
  const changed = plain<Field>({ ...fieldOf(brief, pointer), ...change });
  const at = fields.findIndex((field) => field.pointer === pointer);
  const others = at < 0 ? [...fields, changed] : fields.toSpliced(at, 1, changed);
  const said = others.filter(isSaid);
  return withPart(brief, { fields: said.length > 0 ? said : undefined });
}

/** In one language; none where both are empty. */
export function withWords(words: Words | undefined, language: 'fr' | 'en', text: string) {
  const all = plain<Words>({ ...words, [language]: text });
  return Object.keys(all).length > 0 ? all : undefined;
}

/** The same field of every scenario, channel and line. */
export const everyPlace = (pointer: string): string =>
  pointer
    .replace(/\/(?:low|likely|high)$/, '')
    .replace(/\/(scenarios|channels|costs|sharedCosts)\/\d+/g, '/$1/*');

/** A field of the preview. */
export interface Seen {
  pointer: string;
  label: string;
}

/** Without what a label notes besides. */
const firstWords = (label: Element | null | undefined): string | undefined =>
  [...(label?.childNodes ?? [])]
    .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
    .map(({ textContent }) => textContent ?? '')
    .find((text) => text.trim() !== '');

/** The fields that a calculator shows, each once, in their order. */
export function fieldsIn(root: ShadowRoot): Seen[] {
  const found = new Map<string, string>();
  for (const one of root.querySelectorAll<HTMLElement>('.inputs [name^="/scenarios/"]')) {
    const pointer = everyPlace(one.getAttribute('name') ?? '');
    const label = firstWords(one.closest('.field')?.querySelector('label'));
    const [name = ''] = (label ?? one.getAttribute('aria-label') ?? '').split(',');
    if (!found.has(pointer)) found.set(pointer, name.trim());
  }
  return [...found].map(([pointer, label]) => ({ pointer, label }));
}
