// What a brief says of a place of the document. A pattern is a JSON Pointer in which * stands for every entry
// of a list; one that leads to a part is about all that is in it.
//
// What is locked stays whatever changes the plan. Entries of a list that is not locked itself may go, change
// their places and be copied; a new one may say where it is locked what another said, or no figure.
import type { Brief } from '../../generated/brief';
import type { Document } from '../../generated/contract';

type Field = NonNullable<Brief['fields']>[number];

/** What is said of one place: as a part of what is closed or hidden, and of itself. */
export interface Rule extends Partial<Omit<Field, 'pointer'>> {
  hidden: boolean;
  locked: boolean;
}

const parts = (pointer: string): string[] => pointer.split('/').slice(1);

const fits = (pattern: readonly string[], place: readonly string[]): boolean =>
  pattern.length <= place.length && pattern.every((part, at) => part === '*' || part === place[at]);

type Entry = { id?: unknown } | null | undefined;
type Places = readonly (readonly [place: string, part: unknown])[];

const partIn = (whole: unknown, key: string): unknown =>
  (whole as Record<string, unknown> | undefined)?.[key];

const entriesIn = (list: unknown): readonly Entry[] => (Array.isArray(list) ? list : []);

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

const holdsFigure = (part: unknown): boolean =>
  typeof part === 'number' ||
  (typeof part === 'object' && part !== null && Object.values(part).some(holdsFigure));

/** Every place that a pattern leads to, and what stands there. */
function placesOf(pattern: readonly string[], whole: unknown, at: string): Places {
  const [key, ...rest] = pattern;
  if (key === undefined) return [[at, whole]];
  if (key !== '*') return placesOf(rest, partIn(whole, key), `${at}/${key}`);
  return entriesIn(whole).flatMap((one, index) => placesOf(rest, one, `${at}/${index}`));
}

/** The same entry before: of its id, or in its place where none has come or gone. */
function entryBefore(before: readonly Entry[], after: readonly Entry[], index: number): Entry {
  const id = after[index]?.id;
  if (id !== undefined) return before.find((one) => one?.id === id);
  return before.length === after.length ? before[index] : undefined;
}

/** The first place of a pattern that says something else than before. */
function changedAt(
  pattern: readonly string[],
  before: unknown,
  after: unknown,
  at = '',
): string | undefined {
  const [key, ...rest] = pattern;
  if (key === undefined) return isSame(before, after) ? undefined : at;
  if (key !== '*') return changedAt(rest, partIn(before, key), partIn(after, key), `${at}/${key}`);
  const [then, now] = [entriesIn(before), entriesIn(after)];
  const said = placesOf(pattern, before, at).map(([, part]) => part);
  const isNews = (part: unknown) => holdsFigure(part) && !said.some((one) => isSame(one, part));
  return now
    .map((entry, index) => {
      const place = `${at}/${index}`;
      const same = entryBefore(then, now, index);
      if (same) return changedAt(rest, same, entry, place);
      return placesOf(rest, entry, place).find(([, part]) => isNews(part))?.[0];
    })
    .find(Boolean);
}

export class Rules {
  private readonly fields: readonly (readonly [string[], Field])[];
  private readonly known = new Map<string, Rule>();

  constructor({ fields = [] }: Brief) {
    this.fields = fields.map((field) => [parts(field.pointer), field] as const);
  }

  at(pointer: string): Rule {
    const known = this.known.get(pointer) ?? this.found(parts(pointer));
    this.known.set(pointer, known);
    return known;
  }

  /** Of several the first says it. */
  private found(place: string[]): Rule {
    const around = this.fields.filter(([pattern]) => fits(pattern, place));
    const own = around.filter(([pattern]) => pattern.length === place.length);
    return {
      ...Object.assign({}, ...own.map(([, field]) => field).reverse()),
      hidden: around.some(([, { hidden }]) => hidden === true),
      locked: around.some(([, { locked }]) => locked === true),
    };
  }

  /** The first locked place of which a changed plan says something else. */
  lockedChange(before: Document, after: Document): string | undefined {
    return this.fields
      .filter(([, { locked }]) => locked)
      .map(([pattern]) => changedAt(pattern, before, after))
      .find(Boolean);
  }
}
