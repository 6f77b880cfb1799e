// What the analyses say in words, wherever they are said.
import type { Channel, Cost, Scenario, Value } from '../../generated/contract';
import type { Metric, ResultMetric } from '../../generated/metrics';
import type { Chance, Distribution, Payback, Simulated } from '../engine/analyses';
import { singleOf } from '../plan/ranges';
import { isNumber, nameOf, unitIn, type View } from './view';

export const isKnown = (
  distribution: Distribution | { undefined: string } | undefined,
): distribution is Distribution => distribution !== undefined && !('undefined' in distribution);

/** A guess deserves tenths; only what is nearly certain is said in hundredths. */
export function chanceWords({ text }: View, { probability }: Pick<Chance, 'probability'>): string {
  const say = text.analyses;
  if (probability > 0.995) return say.nearlyAlways;
  if (probability < 0.005) return say.hardlyEver;
  const isMiddling = probability >= 0.15 && probability <= 0.85;
  const of = isMiddling ? 10 : 100;
  return say.chances(Math.round(probability * of), of);
}

/** The chance of earning money, and what it takes for granted. */
export function earningWords(view: View, { total, exact }: Simulated): string {
  const { text, store, format } = view;
  const chance = chanceWords(view, total.profitable);
  const condition = text.analyses.ifExact(exact, format.figure(exact, 'count'));
  return `${text.analyses.earning[store.result.basis](chance)}${condition}`;
}

/** A figure that is only roughly known: three digits. */
export const rough = (view: View, metric: Metric, value: number): string =>
  view.format.rough(value, unitIn(view, metric), metric === 'roi');

/** "between +12 % and +122 %, 9 times in 10" */
export function rangeWords(
  view: View,
  simulated: Simulated | undefined,
  metric: ResultMetric,
): string | undefined {
  const distribution = simulated?.total.results[metric];
  if (!isKnown(distribution)) return undefined;
  const { p5, p95 } = distribution;
  return view.text.analyses.between(rough(view, metric, p5), rough(view, metric, p95));
}

/** A difference with its sign; of rates in points. */
export function change(view: View, metric: Metric, value: number): string {
  const { format, text } = view;
  const unit = unitIn(view, metric);
  if (unit !== 'rate') return format.rough(value, unit, true);
  return text.analyses.points(format.rough(100 * value, 'count', true));
}

/** The same without its sign. */
export const amountOf = (view: View, metric: Metric, value: number): string =>
  change(view, metric, Math.abs(value)).replace(/^\+\u2060?/, '');

const kLine = /^(.*\/(?:costs|sharedCosts|savings)\/\d+)\/\w+$/;
const kChannel = /^\/scenarios\/\d+\/channels\/(\d+)\//;

const kOfPlan = /^\/scenarios\/\d+\/(closeRate|margin|incrementalShare)$/;

/** The channels that a figure of the plan counts for, where others have their own. */
function whoseFigure(view: View, pointer: string): string | undefined {
  const metric = kOfPlan.exec(pointer)?.[1] as keyof Channel | undefined;
  if (!metric) return undefined;
  const { channels } = view.store.scenario;
  const theirs = channels.filter((channel) => channel[metric] === undefined);
  if (theirs.length === 0 || theirs.length === channels.length) return undefined;
  return view.format.list(theirs.map(({ id }) => nameOf(view, id)));
}

/** A typed figure by the name of its field, and its channel, or those it counts for. */
export function inputName(view: View, pointer: string, metric: Metric): string {
  const index = kChannel.exec(pointer)?.[1];
  const channel = index === undefined ? undefined : view.store.scenario.channels[Number(index)];
  const field = fieldName(view, pointer, metric);
  const whose = whoseFigure(view, pointer);
  return whose
    ? `${field} (${whose})`
    : view.text.explain.title(field, channel && nameOf(view, channel.id));
}

export function fieldName(view: View, pointer: string, metric: Metric): string {
  const { store, labels } = view;
  const own = view.brief?.labelOf(pointer);
  if (own) return own;
  if (metric === 'revenuePerCustomer' || metric === 'marginPerCustomer') return labels.value;
  const base = kLine.exec(pointer)?.[1];
  const line = base === undefined ? undefined : (store.get(base) as Partial<Cost> | undefined);
  if (!line) return labels[metric];
  const { kind: of = 'savingLine' } = line;
  const kind = line.label || labels[of === 'other' ? 'otherCosts' : of];
  return metric === 'amount' ? kind : `${kind}${view.text.colon}${lower(labels[metric])}`;
}

/** For the middle of a sentence; abbreviations keep their capitals. */
export const lower = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLocaleLowerCase() + text.slice(1) : text;

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** Months to a tenth, everywhere. */
export const monthsWords = ({ format }: View, months: number): string =>
  format.months(Number(months.toFixed(1)));

/** "5.3 months", or "never" */
export function paybackWords(view: View, payback: Payback): string {
  const { text } = view;
  const say = text.analyses.time;
  if ('months' in payback) {
    return payback.whole > 0 ? monthsWords(view, payback.months) : say.atOnce;
  }
  if ('later' in payback) return say.later;
  if ('never' in payback) return say.never;
  return text.results.undefinedMark;
}

/** "after 5 months": where it stands by itself. */
export function afterWords(view: View, payback: Payback): string {
  const words = paybackWords(view, payback);
  const isLater = 'months' in payback && payback.whole > 0;
  return isLater ? view.text.analyses.time.after(words) : words;
}

export const figureOr = (view: View, metric: Metric, figure: number | { undefined: string }) =>
  isNumber(figure) ? rough(view, metric, figure) : view.text.results.undefinedMark;

/** A value that counts what a customer brings over the years, or until they leave. */
function isOverYears(value: Value | undefined): boolean {
  if (value?.mode !== 'orders')
    return value?.mode === 'subscription' || value?.mode === 'discounted';
  return singleOf(value.ordersPerYear) !== 1 || singleOf(value.years) !== 1;
}

/** Of each channel, whether its customers' lifetime counts. */
export const lifetimesOf = ({ value, channels }: Scenario): boolean[] =>
  channels.map((channel) => isOverYears(channel.value ?? value));

/** Whether the plan says when its money comes: how long a sale takes, or how long customers stay. */
export const statesTime = ({ store }: View): boolean => tellsTime(store.scenario);

export function tellsTime({ time, value, channels }: Scenario): boolean {
  if (time?.lagMonths !== undefined || time?.monthlyRetention !== undefined) return true;
  return channels.every(
    (channel) =>
      channel.time?.lagMonths !== undefined || (channel.value ?? value)?.mode === 'subscription',
  );
}
