// How figures are written below and beside each other: of the plan, and of its channels.
import type { Metric, Unit } from '../../generated/metrics';
import type { Results } from '../engine/engine';
import { isNumber, perLeadDigits, roomAsRead, unitOf, type View } from './view';

/** What of a channel, or of the plan, is written where it is a number. */
export type Written<C> = (column: C, id?: string) => string | undefined;

const kPerLead: ReadonlySet<Metric> = new Set(['fullCostCpl', 'breakEvenCpl', 'headroom']);

/** How the figures of each column are written: with the same decimals, so that they line up, and so many that they
 * add up, down to the total and along the row; of some units to the last digit there is. */
export function columnWriters<C extends keyof Results & Metric>(
  view: View,
  columns: readonly C[],
  exactly: readonly Unit[] = [],
): Written<C> {
  const { format, store } = view;
  const { total, channels } = store.result;
  const rows = [{ id: undefined, results: total }, ...channels];
  const perLead = perLeadDigits(
    view,
    rows.map(({ results }) => results),
  );
  const write = (column: C) => {
    const unit = unitOf(column);
    const known = rows.filter(({ results }) => isNumber(results[column]));
    const figures = known.map(({ results }) => results[column]).filter(isNumber);
    const isExact = exactly.includes(unit);
    const exact = isExact ? format.exactDigits(figures, unit) : 0;
    const digits = Math.max(perLead, exact);
    const ofRow = (results: Results, at: number) =>
      column === 'headroom' ? roomAsRead(results, digits) : (figures[at] ?? 0);
    const texts = kPerLead.has(column)
      ? known.map(({ results }, at) => format.fixed(ofRow(results, at), unit, digits))
      : format.column(figures, unit, {
          signed: column === 'roi',
          ...(isExact ? { least: exact } : {}),
        });
    return new Map(known.map(({ id }, at) => [id, texts[at]]));
  };
  const written = new Map(columns.map((column) => [column, write(column)]));
  return (column, id) => written.get(column)?.get(id);
}
