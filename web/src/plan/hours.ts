// A cost of hours as it is typed into one field: 12 h x 40.
import type { Cost } from '../../generated/contract';

/** "12 h x 40", "12h × 40 €", "1,5 heure à 40" */
const kWork = /^(.*\d)\s*(?:h|hrs?|hours?|heures?)\s*(?:x|×|\*|@|à|at)\s*(.*\d.*)$/i;

/** Its two figures, each as typed. */
export function workIn(text: string): { hours: string; hourlyCost: string } | undefined {
  const [, hours, hourlyCost] = kWork.exec(text.trim()) ?? [];
  return hours && hourlyCost ? { hours, hourlyCost } : undefined;
}

/** A line without what says how much it comes to. */
export function withoutCost<Line extends Partial<Cost>>(line: Line) {
  const {
    amount: _a,
    hours: _h,
    hourlyCost: _c,
    yearlySalary: _s,
    yearlyHours: _y,
    ...rest
  } = line;
  return rest;
}
