// Days as a length of time that a plan is for.
import type { Scenario } from '../../generated/contract';

const kDay = 86_400_000;
/** Of a year of 365.25 days. */
const kDaysOfMonth = 365.25 / 12;
const kNamed: Record<number, Scenario['period']['kind']> = { 1: 'month', 3: 'quarter', 12: 'year' };

/** From one day to another, both included: whole months by their number, else by their days. */
export function periodOfDays(from: string, to: string): Scenario['period'] {
  const first = new Date(from);
  const end = new Date(Date.parse(to) + kDay);
  if (first.getUTCDate() !== 1 || end.getUTCDate() !== 1) {
    const days = (end.getTime() - first.getTime()) / kDay;
    return { kind: 'campaign', months: Number((days / kDaysOfMonth).toFixed(2)) };
  }
  const monthOf = (day: Date) => 12 * day.getUTCFullYear() + day.getUTCMonth();
  const months = monthOf(end) - monthOf(first);
  const kind = kNamed[months];
  return kind ? { kind } : { kind: 'campaign', months };
}
