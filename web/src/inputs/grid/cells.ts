// What stands in the cells of the grid: of a channel, its costs by kind, its funnel, its value.
import type { Channel, Cost, Scenario, Value } from '../../../generated/contract';
import type { Metric, Unit } from '../../../generated/metrics';
import { isRange, singleOf, type Typed } from '../../plan/ranges';
import { type NumberField, unitOf, type View } from '../../view/view';
import { kValueFields } from '../inputs';

export const kKinds = ['adSpend', 'people', 'tools', 'production', 'fees', 'other'] as const;
type Kind = (typeof kKinds)[number];

/** A column is called by what its figures are; of costs, by their kind. */
export interface Column {
  metric: Metric;
  kind?: Kind;
}

/** A row of one of the plans that are shown. */
export interface Row {
  channel: Channel;
  /** Of the channel in its plan. */
  base: string;
  /** Which plan of the document. */
  plan: number;
}

const kCosts: readonly Column[] = kKinds.map((kind) => ({
  kind,
  metric: kind === 'other' ? 'otherCosts' : kind,
}));
const kFunnel: Metric[] = ['impressions', 'ctr', 'clicks', 'conversionRate', 'leads'];
const kOwn: Metric[] = ['closeRate', 'value', 'margin', 'incrementalShare'];
/** What every plan is asked first. */
const kAlways: ReadonlySet<Metric> = new Set(['adSpend', 'leads', 'closeRate', 'value']);

/** All columns there can be, in the order of the money's way. */
export function allColumns({ action }: Scenario): Column[] {
  const own = kOwn.filter((metric) => !(action === 'order' && metric === 'closeRate'));
  return [...kCosts, ...[...kFunnel, ...own].map((metric) => ({ metric }))];
}

/** Those that hold something, were asked for, or are asked first. */
export function shownColumns(
  plans: readonly Scenario[],
  wanted: ReadonlySet<Metric>,
): [shown: Column[], others: Column[]] {
  const channels = plans.flatMap((plan) => plan.channels);
  const holds = ({ metric, kind }: Column) =>
    channels.some(({ costs = [], ...channel }) =>
      kind ? costs.some((line) => line.kind === kind) : metric in channel,
    );
  const isShown = (column: Column) =>
    kAlways.has(column.metric) || wanted.has(column.metric) || holds(column);
  const all = plans[0] ? allColumns(plans[0]) : [];
  return [all.filter(isShown), all.filter((column) => !isShown(column))];
}

/** A line that says no more than its amount, or its hours and what one costs. */
const isPlain = ({ share, period, yearlySalary }: Cost) =>
  share === undefined && period === undefined && yearlySalary === undefined;

/** As it would be typed: 40, or 40..60. */
export function figureText({ format }: View, typed: Typed, unit: Unit): string | undefined {
  const value = singleOf(typed);
  if (value !== undefined) return format.field(value, unit);
  return isRange(typed)
    ? `${format.field(typed.low, unit)}..${format.field(typed.high, unit)}`
    : undefined;
}

/** "12 h × 40" */
function work(view: View, { hours, hourlyCost }: Cost): string | undefined {
  const time = figureText(view, hours as Typed, 'count');
  const rate = figureText(view, hourlyCost as Typed, 'money');
  if (time === undefined || rate === undefined) return undefined;
  return `${time}\u00a0h\u00a0× ${rate}`;
}

type Figure = Omit<NumberField, 'label' | 'unit'>;

/** The one line of a kind, or one that is not there yet. A line goes with its figure, but the only one of the
 * channel, whose cost is then unknown. */
function costField(view: View, { channel, base }: Row, kind: Kind): Figure | undefined {
  const { costs = [] } = channel;
  const [line, ...more] = costs.filter((one) => one.kind === kind);
  if (line && (more.length > 0 || !isPlain(line))) return undefined;
  const pointer = `${base}/costs/kind=${kind}`;
  const stays = line !== undefined && costs.length === 1;
  return {
    pointer: `${pointer}/amount`,
    part: { pointer, part: { kind }, stays },
    written: line && work(view, line),
  };
}

/** What the channel says of itself, in grey what counts while it says nothing. */
function ownField(view: View, row: Row, metric: Metric): Figure | undefined {
  if (metric === 'value') return valueField(view, row);
  const { channel, base } = row;
  const isDerived = channel[metric as keyof Channel] === undefined;
  const isElsewhere = metric === 'leads' && isDerived && channel.conversionRate !== undefined;
  if (isElsewhere && view.store.textOf(`${base}/leads`) === undefined) return undefined;
  return { pointer: `${base}/${metric}`, ...grey(view, row, metric) };
}

/** A value that is one figure can be typed; another is put together in the details. */
function valueField(view: View, row: Row): Figure | undefined {
  const { channel, base, plan } = row;
  const { value } = view.store.document.scenarios[plan] ?? {};
  const mode = channel.value?.mode ?? typedMode(view, base) ?? value?.mode ?? 'revenue';
  const [metric, ...others] = kValueFields[mode];
  if (!metric || others.length > 0) return undefined;
  const part = { pointer: `${base}/value`, part: { mode } };
  return { pointer: `${base}/value/${metric}`, part, ...grey(view, row, 'value') };
}

/** Of a value that is being typed over: it stays a field while it is empty. */
function typedMode({ store }: View, base: string): Value['mode'] | undefined {
  const modes = Object.keys(kValueFields) as Value['mode'][];
  return modes.find((mode) => store.textOf(`${base}/value/${kValueFields[mode][0]}`) !== undefined);
}

function grey(view: View, { channel, plan }: Row, metric: Metric): { fallback?: string } {
  const results = view.store.results[plan]?.channels.find(({ id }) => id === channel.id)?.results;
  const figure = (results as Partial<Record<Metric, unknown>> | undefined)?.[metric];
  return typeof figure === 'number' ? { fallback: view.format.bare(figure, unitOf(metric)) } : {};
}

export function cellOf(
  view: View,
  row: Row,
  { metric, kind }: Column,
  label = '',
): NumberField | undefined {
  const field = kind ? costField(view, row, kind) : ownField(view, row, metric);
  return field && { ...field, label, unit: unitOf(metric), mayRange: true };
}
