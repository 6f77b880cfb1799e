// How the core's formulas and figures are written in cells.
import type { Unit } from '../../../generated/metrics';
import type { Term } from '../../engine/engine';
import { isWeaker, type Operation } from '../../kit/formula';
import type { View } from '../../view/view';

const kSigns = { sum: '+', add: '+', subtract: '-', multiply: '*', quotient: '/', power: '^' };

interface Operand {
  text: string;
  term: Term | undefined;
}

export function operation(op: Operation, operands: readonly Operand[]): string {
  const parts = operands.map(({ text, term }, place) =>
    term && 'op' in term && isWeaker(term.op, op, place) ? `(${text})` : text,
  );
  if (op !== 'ifPositive') return parts.join(kSigns[op]);
  // compared as it is, a text would be greater than any number
  return `IF(${parts[0]}+0>0,${parts[1]},${parts[2]})`;
}

/** What is undefined is a text, which every operation turns into an error. */
export const orUndefined = ({ text }: View, formula: string): string =>
  `IFERROR(${formula},"${text.results.undefinedMark}")`;

// Number formats

export function formatOf(view: View, unit: Unit): string {
  if (unit === 'count') return '[>=1000]#,##0;#,##0.0#';
  return { money: money(view), rate: '0.00%', ratio: '0.00', months: months(view) }[unit];
}

/** What was typed is shown to its last digit. */
export function typedFormat(view: View, unit: Unit): string {
  if (unit === 'money') return money(view, '##');
  return unit === 'rate' ? '0.0###%' : 'General';
}

/** The core's numbers for what ranks after every month. */
function months({ text }: View): string {
  const { never, later } = text.analyses.time;
  return `[>=10000000]"${never}";[>=1000000]"${later}";0.0`;
}

/** With the currency's own decimals, and as many more as are there of what may have them. */
function money({ format }: View, more = ''): string {
  const { currencySign, currencyLeads, currencyDigits } = format;
  const decimals = currencyDigits > 0 ? `.${'0'.repeat(currencyDigits)}${more}` : '';
  const number = `#,##0${decimals}`;
  return currencyLeads ? `"${currencySign}"${number}` : `${number}"\u00a0${currencySign}"`;
}
