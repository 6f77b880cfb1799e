// The brief that is being built: plain changes of one object. What it may hold the core says, in the preview.
import type { Brief } from '../../../generated/brief';
import { partOf } from '../../plan/ranges';

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

/** What is hidden from now on cannot be filled in: the core takes no brief that requires it. */
export function withField(brief: Brief, pointer: string, change: Change<Field>): Brief {
  const { fields = [] } = brief;
  const required = change.hidden ? { required: undefined } : {};
  const changed = plain<Field>({ ...fieldOf(brief, pointer), ...change, ...required });
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
  (partOf(pointer)?.figure ?? pointer).replace(
    /\/(scenarios|channels|costs|sharedCosts|savings)\/\d+/g,
    '/$1/*',
  );

/** A field of the preview. */
export interface Seen {
  pointer: string;
  label: string;
}

/** One place up or down among those it stands with, which are told as they are drawn: by their order, and as the
 * calculator has it where that is the same. */
export function moved(brief: Brief, group: readonly string[], pointer: string, by: -1 | 1): Brief {
  const at = group.indexOf(pointer) + Math.max(by, 0);
  const [above, below] = [group[at - 1], group[at]];
  if (above === undefined || below === undefined) return brief;
  const before = [...group.slice(0, at - 1), below];
  return putBefore(brief, before, orderOf(brief, above));
}

const orderOf = (brief: Brief, pointer: string): number => fieldOf(brief, pointer).order ?? 0;

/** The last of them goes before what has such an order; the others stay before it. */
function putBefore(brief: Brief, group: readonly string[], order: number): Brief {
  const last = group.at(-1);
  if (last === undefined) return brief;
  const own = orderOf(brief, last);
  const isBefore = own < order;
  if (isBefore) return brief;
  const changed = withField(brief, last, { order: order - 1 || undefined });
  return putBefore(changed, group.slice(0, -1), order - 1);
}
