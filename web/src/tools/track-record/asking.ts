// The forecasts that a document keeps: what is asked of them, and what is kept of a plan today.
import type { Document } from '../../../generated/contract';
import type { Metric, ResultMetric, Unit } from '../../../generated/metrics';
import type { TrackRecord } from '../../engine/analyses';
import type { Reply } from '../../engine/engine';
import { todayHere } from '../../plan/days';
import { setAt } from '../../plan/pointer';
import { aboutRange, isRange, type Typed } from '../../plan/ranges';
import { nameOf, scenarioName, unitOf, type View } from '../../view/view';
import { fieldName, isKnown } from '../../view/words';

export type Forecast = NonNullable<Document['forecasts']>[number];
export type RangeToday = TrackRecord['ranges'][number];

export const forecastsOf = ({ store }: View): readonly Forecast[] => store.document.forecasts ?? [];

const kReplies = new WeakMap<Document, Map<string, Reply<TrackRecord>>>();

/** Of the edited scenario, once it can be asked. */
export function recordOf({ store }: View): Reply<TrackRecord> | undefined {
  const { document, engine } = store;
  if (!engine.isWhole) return undefined;
  const { id: scenario } = store.scenario;
  const known = kReplies.get(document) ?? new Map<string, Reply<TrackRecord>>();
  kReplies.set(document, known);
  const reply = known.get(scenario) ?? engine.ask('trackRecord', { document, scenario });
  known.set(scenario, reply);
  return reply;
}

const kResults: ResultMetric[] = ['leads', 'customers', 'return', 'profit'];
const kTrials = 8192;

type Ends = Pick<Forecast, 'low' | 'likely' | 'high'>;

/** As exact as a forecast is; nothing where it is no range. */
function endsOf(low: number, likely: number, high: number): [Ends] | [] {
  const read = (one: number) => Number(one.toPrecision(4));
  const ends = { low: read(low), likely: read(likely), high: read(high) };
  return ends.low < ends.high ? [ends] : [];
}

function results({ store }: View): Omit<Forecast, 'date'>[] {
  const { document, scenario } = store;
  const request = { document, scenario: scenario.id, metrics: kResults, channelMetrics: [] };
  const reply = store.engine.ask('simulate', { ...request, trials: kTrials });
  if (!reply.ok) return [];
  return kResults.flatMap((metric) => {
    const found = reply.value.total.results[metric];
    if (!isKnown(found)) return [];
    const ends = endsOf(found.p5, found.p50, found.p95);
    return ends.map((one) => ({ metric, unit: unitOf(metric), ...one }));
  });
}

const kChannel = /^\/scenarios\/\d+\/channels\/(\d+)\//;

const kOwnNames: ReadonlySet<string> = new Set([
  'amount',
  'hours',
  'hourlyCost',
  'yearlySalary',
  'yearlyHours',
  'share',
  'ownInput',
]);

/** Figures of lines, and a document's own, are called what they were called then. */
export const isNamedByLabel = ({ metric, label }: Pick<Forecast, 'metric' | 'label'>): boolean =>
  label !== undefined && kOwnNames.has(metric);

function channelOf({ store }: View, { pointer }: RangeToday) {
  const at = kChannel.exec(pointer)?.[1];
  return at === undefined ? undefined : store.scenario.channels[Number(at)];
}

/** Whose figure it is: a channel's name, or that of a line. */
function labelOf(view: View, range: RangeToday): { label?: string } {
  const { pointer, metric } = range;
  const channel = channelOf(view, range);
  const names = [
    ...(kOwnNames.has(metric) ? [fieldName(view, pointer, metric as Metric)] : []),
    ...(channel ? [nameOf(view, channel.id)] : []),
  ];
  return names.length > 0 ? { label: names.join(', ').slice(0, 120) } : {};
}

type OfFigure = Pick<Forecast, 'scenario' | 'channel' | 'metric' | 'label' | 'typed'>;

function figureOf(view: View, range: RangeToday): OfFigure {
  const channel = channelOf(view, range)?.id;
  const whose = { ...(channel && { channel }), ...labelOf(view, range) };
  return { scenario: view.store.scenario.id, metric: range.metric, ...whose, typed: true };
}

/** Which figure it is, whatever it is called today; of lines and a document's own their names tell. */
function keyOf(one: OfFigure): string {
  const { scenario, channel, metric, typed: isTyped = false } = one;
  return JSON.stringify([scenario, channel, metric, isTyped, isNamedByLabel(one) && one.label]);
}

function typed(view: View, ranges: readonly RangeToday[]): Omit<Forecast, 'date'>[] {
  return ranges.flatMap((range) => {
    const unit: Unit = range.rate ? 'rate' : unitOf(range.metric as Metric);
    const about = { ...figureOf(view, range), unit };
    return endsOf(range.low, range.likely, range.high).map((ends) => ({ ...about, ...ends }));
  });
}

const planName = (view: View): string => scenarioName(view, view.store.at).slice(0, 120);

/** The ranges of the plan as they are today. */
export function forecastOf(view: View, { ranges }: TrackRecord): Forecast[] {
  const about = {
    date: todayHere(),
    scenario: view.store.scenario.id,
    plan: planName(view),
  };
  return [...typed(view, ranges), ...results(view)].map((one) => ({ ...about, ...one }));
}

/** The document with them; what was kept of the same figures on the same day goes. */
export function withForecast(view: View, kept: readonly Forecast[]): Document {
  const today = todayHere();
  const again = new Set(kept.map(keyOf));
  const others = forecastsOf(view).filter(
    (one) => one.actual !== undefined || one.date !== today || !again.has(keyOf(one)),
  );
  return { ...view.store.document, forecasts: [...others, ...kept] };
}

type Came = TrackRecord['came'][keyof TrackRecord['came']];

/**
 * By their place, forecasts of the edited plan whose figure is known by what was observed, and not typed yet. What was
 * kept once all had been observed was no forecast.
 */
export function arrived(view: View, found: TrackRecord): ReadonlyMap<number, NonNullable<Came>> {
  const { id, observed } = view.store.scenario;
  const dates = (observed?.counts ?? []).map(({ date }) => date);
  const known = forecastsOf(view).flatMap((one, at) => {
    const isOfThen = one.scenario === id && dates.some((date) => one.date < date);
    const isOpen = one.actual === undefined && isOfThen;
    const came = isOpen ? cameOf(view, one, found) : undefined;
    return came ? [[at, came] as const] : [];
  });
  return new Map(known);
}

function cameOf(view: View, forecast: Forecast, { ranges, came }: TrackRecord): Came {
  const { metric, typed: isTyped } = forecast;
  if (!isTyped) return came[metric as keyof typeof came];
  const key = keyOf(forecast);
  return ranges.find((range) => keyOf(figureOf(view, range)) === key)?.came;
}

/** The document with what they came to. */
export function withArrived(view: View, found: ReturnType<typeof arrived>): Document {
  const forecasts = forecastsOf(view).map((one, at) => {
    const came = found.get(at);
    if (!came) return one;
    const { value: actual, n } = came;
    return one.unit === 'rate' && n !== undefined ? { ...one, actual, n } : { ...one, actual };
  });
  return { ...view.store.document, forecasts };
}

/** Whether the plan's own ranges may be changed: not where a brief has fixed them. */
export function isOpen({ brief, store }: View, { pointer, widened }: RangeToday): boolean {
  if (!widened || brief?.isClosed(pointer)) return false;
  const document = setAt(store.document, pointer, wider(store.get(pointer) as Typed, widened));
  return store.refusal?.(document, store.document, pointer) === undefined;
}

/** A likely value that was not typed is none afterwards either. */
function wider(figure: Typed, { low, likely, high }: NonNullable<RangeToday['widened']>) {
  const isTyped = isRange(figure) && figure.likely !== undefined;
  return { ...aboutRange(figure), low, ...(isTyped ? { likely } : {}), high };
}

/** The document with these ranges as wide as the record says, which counts for its forecasts too. */
export function withWidened(
  view: View,
  ranges: readonly RangeToday[],
  scored: TrackRecord['forecasts'],
): Document {
  const { store } = view;
  const document = ranges.reduce(
    (made, { pointer, widened }) =>
      widened ? setAt(made, pointer, wider(store.get(pointer) as Typed, widened)) : made,
    store.document,
  );
  const forecasts = forecastsOf(view).map((one, at) => {
    const widened = scored[at]?.widened;
    return widened === undefined ? one : { ...one, widened };
  });
  return { ...document, forecasts };
}
