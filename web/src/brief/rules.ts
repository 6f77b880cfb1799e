// What a brief says of a place of the document. A pattern is a JSON Pointer in which * stands for every entry
// of a list; one that leads to a part is about all that is in it.
import type { Brief } from '../../generated/brief';

type Field = NonNullable<Brief['fields']>[number];

/** What is said of one place: as a part of what is closed or hidden, and of itself. */
export interface Rule extends Partial<Omit<Field, 'pointer'>> {
  hidden: boolean;
  locked: boolean;
}

const parts = (pointer: string): string[] => pointer.split('/').slice(1);

const fits = (pattern: readonly string[], place: readonly string[]): boolean =>
  pattern.length <= place.length && pattern.every((part, at) => part === '*' || part === place[at]);

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
}
