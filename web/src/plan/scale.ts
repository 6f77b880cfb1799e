// The scale of a slider: round numbers around a value.
import type { Unit } from '../../generated/metrics';

export interface Scale {
  end: number;
  step: number;
}

/** Ends of a decade that are round, each with the hundredth of a decade it is stepped by. */
const kEnds = [
  [1, 1],
  [1.5, 1],
  [2, 2],
  [3, 2],
  [4, 2],
  [5, 5],
  [6, 5],
  [8, 5],
  [10, 10],
] as const;

/** Where the value says nothing of its size. */
const kFromZero: Partial<Record<Unit, number>> = { rate: 0.2 };

/** From zero to about twice the value. */
export function scaleAround(value: number, unit: Unit): Scale {
  const wished = value > 0 ? 2 * value : (kFromZero[unit] ?? 100);
  const highest = unit === 'rate' ? 1 : 1e12;
  const { end, step } = roundScale(Math.min(wished, highest));
  const isWhole = unit === 'count' && Number.isInteger(value);
  return { end, step: isWhole ? Math.max(1, step) : step };
}

function roundScale(wished: number): Scale {
  const decade = Math.floor(Math.log10(wished));
  const [end, step] = kEnds.find(([one]) => decimal(one, decade) >= wished) ?? [10, 10];
  return { end: decimal(end, decade), step: decimal(step, decade - 2) };
}

/** Read as text, for 3 × 0.1 is not 0.3. */
const decimal = (digits: number, exponent: number) => Number(`${digits}e${exponent}`);
