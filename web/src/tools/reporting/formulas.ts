// How figures are read, each with its formula, in words and in numbers, as the core's tape has it.
import type { TemplateResult } from 'lit';
import type { ReportingEntry } from '../../../generated/evidence';
import { factorReadings, isWeaker, kSigns } from '../../kit/formula';
import { type Fact, sums } from '../../kit/tables';
import type { View } from '../../view/view';
import { lower, monthsWords } from '../../view/words';
import { reportingWords } from './words';

type Entries = readonly ReportingEntry[];
type Write = (entry: ReportingEntry) => string;

export const workings = (view: View, entries: Entries): TemplateResult =>
  sums(entries.filter(({ terms }) => terms).map((entry) => working(view, entries, entry)));

function working(view: View, entries: Entries, entry: ReportingEntry): Fact {
  const { names, orNever } = reportingWords(view);
  const read = factorReadings(view.format, entries, entry, ({ unit }) => unit);
  const words = written(entries, entry, ({ id }) => lower(names[id]));
  const numbers = written(entries, entry, (one) => read?.get(one) ?? valueWords(view, one));
  const isPayback = entry.unit === 'months';
  return {
    label: names[entry.id],
    value: valueWords(view, entry),
    note: `${read ? '=' : '≈'} ${words} = ${numbers}${isPayback ? orNever : ''}`,
  };
}

/** Of a figure that may be never, the formula of how long it takes. */
function written(entries: Entries, { terms = [] }: ReportingEntry, write: Write): string {
  const text = (at: number): string => {
    const term = terms[at];
    if (!term || 'constant' in term) return '';
    if ('entry' in term)
      return entries
        .slice(term.entry, term.entry + 1)
        .map(write)
        .join('');
    const { op, of } = term;
    const parts = of.map((operand, place) => {
      const inner = terms[operand];
      const isBracketed = inner && 'op' in inner && isWeaker(inner.op, op, place);
      return isBracketed ? `(${text(operand)})` : text(operand);
    });
    return op === 'ifPositive' ? (parts[1] ?? '') : parts.join(kSigns[op]);
  };
  return text(terms.length - 1);
}

/** The core's number for what ranks after every month. */
const kNever = 1e7;

export const isNever = ({ unit, value }: ReportingEntry): boolean =>
  unit === 'months' && value === kNever;

export function valueWords(view: View, { value, unit }: ReportingEntry): string {
  if (typeof value !== 'number') return view.text.results.undefinedMark;
  return unit === 'months' ? spanWords(view, value) : view.format.figure(value, unit);
}

/** Months to a tenth; at once, or never. */
export function spanWords(view: View, months: number): string {
  const { atOnce, never } = view.text.analyses.time;
  if (months === kNever) return never;
  return months === 0 ? atOnce : monthsWords(view, months);
}
