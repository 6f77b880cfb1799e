// What a plan's figures are for, in words.
import type { View } from '../view/view';

/** "Quarter", "Months of the plan, 4 months" */
export function periodOf({ store, text, format }: View): string {
  const { kind, months } = store.scenario.period;
  const name = text.inputs.periods[kind];
  return months === undefined ? name : `${name}, ${format.months(months)}`;
}
