// Formulas of the core's tape as they are written: where brackets stand, and with how many decimals figures
// make what is read of the result.
import type { Unit } from '../../generated/metrics';
import type { Figure, Term } from '../engine/engine';
import type { Format } from '../locales/format';

export const kSigns = {
  sum: ' + ',
  add: ' + ',
  subtract: ' − ',
  multiply: ' × ',
  quotient: ' ÷ ',
  power: ' ^ ',
};
const kStrength = {
  sum: 1,
  add: 1,
  subtract: 1,
  ifPositive: 1,
  multiply: 2,
  quotient: 2,
  power: 3,
};
export type Operation = keyof typeof kStrength;
/** Whether an operand stands in brackets. */
export const isWeaker = (inner: Operation, around: Operation, place: number): boolean =>
  around !== 'ifPositive' &&
  kStrength[inner] < kStrength[around] + (place > 0 && around !== 'add' ? 1 : 0);

const plus = (a: number, b: number) => a + b;

const kCalculated: Record<Operation, (a: number, b: number) => number> = {
  sum: plus,
  add: plus,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  quotient: (a, b) => a / b,
  power: (a, b) => a ** b,
  // said in words
  ifPositive: () => Number.NaN,
};

/** What a calculator makes of a formula, of its figures as they are read; not a number of what is said in words. */
function calculated(
  terms: readonly Term[],
  readOf: (entry?: number) => number,
  at = terms.length - 1,
): number {
  const term = terms[at];
  if (!term || 'entry' in term) return readOf(term?.entry);
  if ('constant' in term) return term.constant;
  const [first = Number.NaN, ...others] = term.of.map((of) => calculated(terms, readOf, of));
  return others.reduce(kCalculated[term.op], first);
}

/** How figures are read where they stand beside what they make; nothing where it is made of none of their readings. */
export type Readings<E> = ReadonlyMap<E, string> | undefined;

interface Worked {
  value: Figure;
  terms?: readonly Term[];
}

/** Figures that differ by less are the same. */
export const kNoise = 1e-9;

export const areSame = (a: number, b: number): boolean => Math.abs(a - b) <= kNoise * Math.abs(b);

/** At most so many decimals more than a figure has by itself. */
const kMostMore = 4;

/** The fewest decimals of figures with which a calculator makes of them what is read of the result. */
export function factorReadings<E extends Worked>(
  format: Format,
  entries: readonly E[],
  of: E,
  unitOf: (entry: E) => Unit,
): Readings<E> {
  const { value, terms = [] } = of;
  if (typeof value !== 'number') return new Map();
  const show = (one: number) => format.figure(one, unitOf(of));
  for (let more = 0; more <= kMostMore; more += 1) {
    const read = new Map<E, string>();
    const readOf = (at = -1) => {
      const entry = entries[at];
      if (!entry || typeof entry.value !== 'number') return Number.NaN;
      const finer = format.finer(entry.value, unitOf(entry), more);
      read.set(entry, finer.text);
      return finer.read;
    };
    const made = calculated(terms, readOf);
    if (Number.isNaN(made)) return new Map();
    if (show(made) === show(value) || areSame(made, value)) return read;
  }
  return undefined;
}
