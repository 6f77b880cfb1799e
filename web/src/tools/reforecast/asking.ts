// What has been counted since the plan began, and what is asked about it.
import type { Document, ObservedCounts, Value } from '../../../generated/contract';
import type { Reforecast } from '../../engine/analyses';
import type { Reply } from '../../engine/engine';
import { analysesOf } from '../../plan/analyses';
import { startOf as startOfPlan, todayHere } from '../../plan/days';
import { kFewChannels } from '../../plan/few';
import { setAt } from '../../plan/pointer';
import { isNumber, type View } from '../../view/view';

const kCounts = ['adSpend', 'impressions', 'clicks', 'leads', 'customers'] as const;
type Count = (typeof kCounts)[number];

/** What rates and prices are seen among. */
export const kCasesOf = {
  ctr: 'impressions',
  conversionRate: 'clicks',
  closeRate: 'leads',
  adSpendCpm: 'impressions',
  adSpendCpc: 'clicks',
  adSpendCpl: 'leads',
  averageOrderValue: 'customers',
  revenuePerCustomer: 'customers',
} as const;
export type OfCases = keyof typeof kCasesOf;

/** What may be observed, as a document holds it. */
export type Seen = Count | OfCases;
export const kSeen: readonly Seen[] = [...kCounts, ...(Object.keys(kCasesOf) as OfCases[])];

export const isOfCases = (figure: string): figure is OfCases => Object.hasOwn(kCasesOf, figure);

export const countsOf = ({ store }: View): readonly ObservedCounts[] =>
  store.scenario.observed?.counts ?? [];

export const startOf = ({ store }: View): string | undefined => startOfPlan(store.scenario);

/** No day before the start. */
export function today(view: View): string {
  const now = todayHere();
  const start = startOf(view) ?? '';
  return now < start ? start : now;
}

/** Whether the plan expects any of it: of a channel, or in all. */
export function isExpected({ store }: View, channel: string | undefined, figure: Seen): boolean {
  const isOrder = store.scenario.action === 'order';
  if (isOrder && (figure === 'customers' || figure === 'closeRate')) return false;
  const { total, channels } = store.result;
  const results = channels.find(({ id }) => id === channel)?.results ?? total;
  const planned = { ...results }[figure as keyof typeof results];
  return planned !== undefined && isNumber(planned) && planned > 0;
}

const kInMode: Partial<Record<OfCases, Value['mode']>> = {
  averageOrderValue: 'orders',
  revenuePerCustomer: 'revenue',
};

/** Whether it can say something of the plan: what a customer brings, where that is typed. */
export function isWeighed(view: View, channel: string | undefined, figure: Seen): boolean {
  const mode = isOfCases(figure) ? kInMode[figure] : undefined;
  if (mode === undefined) return isExpected(view, channel, figure);
  const { value, channels } = view.store.scenario;
  const valued = channels.find(({ id }) => id === channel)?.value ?? value;
  return valued?.mode === mode && { ...valued }[figure as keyof Value] !== undefined;
}

/** Rows to be filled in, one for each channel that has none; of many channels one for all. */
export function blankCounts(view: View): ObservedCounts[] {
  const { channels } = view.store.scenario;
  const counts = countsOf(view);
  const date = today(view);
  if (counts.some(({ channel }) => channel === undefined)) return [];
  if (channels.length > kFewChannels) return counts.length > 0 ? [] : [{ date }];
  return channels
    .filter(({ id }) => !counts.some(({ channel }) => channel === id))
    .map(({ id }) => ({ channel: id, date }));
}

/** The row that a place of the document is in. */
export function rowAt(view: View, pointer: string): ObservedCounts | undefined {
  const [, index] = /\/counts\/(\d+)/.exec(pointer) ?? [];
  return index === undefined ? undefined : countsOf(view)[Number(index)];
}

/** The last day on which a figure was counted, of a channel or of the whole plan. */
export const lastDayOf = (
  view: View,
  channel: string | undefined,
  figure: Seen,
): string | undefined =>
  countsOf(view)
    .filter((row) => row.channel === channel && row[figure] !== undefined)
    .map(({ date }) => date)
    .sort()
    .at(-1);

/** Whether anything stands in a row, and the plan has begun. */
export const isCounted = (view: View): boolean =>
  startOf(view) !== undefined &&
  countsOf(view).some((row) => kSeen.some((figure) => row[figure] !== undefined));

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
