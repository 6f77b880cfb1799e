// What every part of the page needs to draw itself.

import type { Channel } from '../../generated/contract';
import { type Metric, metrics, type Unit } from '../../generated/metrics';
import type { Figure, Results } from '../engine/engine';
import type { Action, Catalogue } from '../locales/catalogue';
import type { Format } from '../locales/format';
import type { Store } from '../model/store';

/** Which figure is explained, and beside which block of the page. */
export interface Opened {
  metric: Metric;
  channel: string | undefined;
  slot: string;
}

export interface Ui {
  opened: Opened | undefined;
  /** Entries of the open explanation, and channels, that are unfolded. */
  unfolded: Set<string>;
  sort: { by: SortKey; descending: boolean } | undefined;
}

export type SortKey = 'name' | 'fullCostCpl' | 'leads' | 'roi' | 'profit';

export interface View {
  store: Store;
  text: Catalogue;
  format: Format;
  labels: Record<Metric, string>;
  action: Action;
  ui: Ui;
  update: (change: Partial<Ui>) => void;
  focusField: (pointer: string) => void;
  focusLater: (selector: string) => void;
}

export const isNumber = (figure: Figure): figure is number => typeof figure === 'number';

export const unitOf = (metric: Metric): Unit => metrics[metric].unit;

export function channelName({ text }: View, channel: Channel | undefined): string {
  if (!channel) return '';
  return channel.name || text.platforms[channel.platform ?? 'other'];
}

export function nameOf(view: View, id: string): string {
  return channelName(
    view,
    view.store.scenario.channels.find((channel) => channel.id === id),
  );
}

/** "zero:leads" in words. */
export function reason({ text, labels }: View, why: string): string {
  const [kind, id] = why.split(':') as ['zero' | 'missing', Metric];
  return text.reason[kind](labels[id]);
}

/** The metrics of which ROI and gain or loss are seen by their sign. */
const signed: ReadonlySet<Metric> = new Set(['roi', 'profit', 'headroom']);

export function shown(view: View, metric: Metric, figure: Figure): string {
  if (!isNumber(figure)) return view.text.results.undefinedMark;
  const unit = unitOf(metric);
  return metric === 'roi' ? view.format.signed(figure, unit) : view.format.figure(figure, unit);
}

export function toneOf(metric: Metric, figure: Figure): string {
  if (!signed.has(metric) || !isNumber(figure) || figure === 0) return '';
  return figure > 0 ? 'gain' : 'loss';
}

export const channelResults = (view: View, id: string): Results | undefined =>
  view.store.result.channels.find((channel) => channel.id === id)?.results;

/** A result of a channel, or of the total; of the goal, for goal figures. */
export function resultOf(view: View, metric: Metric, channel: string | undefined): Figure {
  const { total, goal } = view.store.result;
  if (goal && metrics[metric].category === 'goal') return goal.results[metric];
  const results = channel === undefined ? total : channelResults(view, channel);
  return (results ?? total)[metric];
}

export const dataValue = (figure: Figure) =>
  isNumber(figure) ? String(figure) : `undefined:${figure.undefined}`;
