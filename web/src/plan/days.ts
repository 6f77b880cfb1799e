// Days as a length of time that a plan is for.
import type { Scenario } from '../../generated/contract';

/** The day on which a plan began; unless it is stated, its goal's. */
export const startOf = ({ observed, goal }: Scenario): string | undefined =>
  observed?.start ?? goal?.start;

/** By the visitor's own clock; `toISOString` tells the day in Greenwich. */
export function todayHere(): string {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

const kDay = 86_400_000;
/** Of a year of 365.25 days. */
const kDaysOfMonth = 365.25 / 12;
const kNamed: Record<number, Scenario['period']['kind']> = { 1: 'month', 3: 'quarter', 12: 'year' };

const kMonths: Partial<Record<Scenario['period']['kind'], number>> = {
  month: 1,
  quarter: 3,
  year: 12,
};
/** Months have 28 to 31 days. */
const kAlike = 0.06;

const monthsOf = ({ kind, months = 0 }: Scenario['period']) => kMonths[kind] ?? months;

/** Whether what is counted in one can stand beside what is counted in the other. */
export const areAlike = (one: Scenario['period'], other: Scenario['period']): boolean =>
  Math.abs(monthsOf(one) - monthsOf(other)) <= kAlike * monthsOf(other);

/** From one day to another, both included: whole months by their number, else by their days. */
export function periodOfDays(from: string, to: string): Scenario['period'] {
  const first = new Date(from);
  const end = new Date(Date.parse(to) + kDay);
  if (first.getUTCDate() !== 1 || end.getUTCDate() !== 1) {
    const days = (end.getTime() - first.getTime()) / kDay;
    return { kind: 'campaign', months: Number((days / kDaysOfMonth).toPrecision(4)) };
  }
  const monthOf = (day: Date) => 12 * day.getUTCFullYear() + day.getUTCMonth();
  const months = monthOf(end) - monthOf(first);
  const kind = kNamed[months];
  return kind ? { kind } : { kind: 'campaign', months };
}
