// What has been counted since the plan began, and what is asked about it.
import type { Document, ObservedCounts } from '../../../generated/contract';
import type { Reforecast } from '../../engine/analyses';
import type { Reply } from '../../engine/engine';
import { analysesOf } from '../../plan/analyses';
import { kFewChannels } from '../../plan/few';
import { setAt } from '../../plan/pointer';
import type { View } from '../../view/view';

export const countsOf = ({ store }: View): readonly ObservedCounts[] =>
  store.scenario.observed?.counts ?? [];

/** Unless it is stated, the goal's. */
export const startOf = ({ store }: View): string | undefined =>
  store.scenario.observed?.start ?? store.scenario.goal?.start;

const today = () => new Date().toISOString().slice(0, 10);

/** Rows to be filled in, one for each channel that has none; of many channels one for all. */
export function blankCounts(view: View): ObservedCounts[] {
  const { channels } = view.store.scenario;
  const counts = countsOf(view);
  const start = startOf(view) ?? '';
  const date = today() < start ? start : today();
  if (counts.some(({ channel }) => channel === undefined)) return [];
  if (channels.length > kFewChannels) return counts.length > 0 ? [] : [{ date }];
  return channels
    .filter(({ id }) => !counts.some(({ channel }) => channel === id))
    .map(({ id }) => ({ channel: id, date }));
}

/** Undefined where it is not asked yet. */
export function answered(view: View): Reply<Reforecast> | undefined {
  if (countsOf(view).length === 0 || startOf(view) === undefined) return undefined;
  return analysesOf(view.store).reforecast();
}

/** Whether anything was counted that says something. */
export const saysSomething = ({ observed, pacing, unused }: Reforecast): boolean =>
  observed.length + pacing.length + unused.length > 0;

/** The plan had it come to so many leads by a day: in place of those that were counted. */
export function hadItComeTo(view: View, leads: number, date: string): Reply<Reforecast> {
  const { store } = view;
  const others = countsOf(view).map(({ leads: _, ...other }) => other);
  const [only, ...more] = store.scenario.channels;
  const row = only && more.length === 0 ? { channel: only.id, date, leads } : { date, leads };
  const observed = { start: startOf(view) ?? date, counts: [...others, row] };
  const document: Document = setAt(store.document, `${store.base}/observed`, observed);
  return analysesOf(store).reforecastOf(`${leads} ${date}`, document);
}
