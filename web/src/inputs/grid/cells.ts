// What stands in the cells of the grid: of a channel, its costs by kind, its funnel, its value.
import type { Channel, Cost, Scenario } from '../../../generated/contract';
import type { Metric } from '../../../generated/metrics';
import { singleOf, type Typed } from '../../plan/ranges';
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

/** "12 h × 40" */
function work({ format }: View, { hours, hourlyCost }: Cost): string | undefined {
  const [time, rate] = [hours, hourlyCost].map((typed) => singleOf(typed as Typed));
  if (time === undefined || rate === undefined) return undefined;
  return `${format.field(time, 'count')}\u00a0h\u00a0× ${format.field(rate, 'money')}`;
}

/** A kind without a line begins one behind the last, once it is gone into; until then it has a place of its
 * own further behind. */
function newLine(row: Row, kind: Kind, isCurrent: boolean): Figure {
  const { length } = row.channel.costs ?? [];
  const at = isCurrent ? length : length + 1 + kKinds.indexOf(kind);
  return amountOf(`${row.base}/costs/${at}`, kind);
}

const amountOf = (line: string, kind: Kind): Figure => ({
  pointer: `${line}/amount`,
  part: { pointer: line, part: { kind } },
});

type Figure = Omit<NumberField, 'label' | 'unit'>;

/** Of the plan's unknowns the only line stays, whatever it says; of others, a line goes with its figure. */
function costField(view: View, row: Row, kind: Kind, isCurrent: boolean): Figure | undefined {
  const { costs = [] } = row.channel;
  const [at, ...more] = costs.flatMap((line, index) => (line.kind === kind ? [index] : []));
  if (at === undefined) return newLine(row, kind, isCurrent);
  const line = costs[at];
  if (!line || more.length > 0 || !isPlain(line)) return undefined;
  const { pointer, part } = amountOf(`${row.base}/costs/${at}`, kind);
  return { pointer, written: work(view, line), ...(costs.length > 1 ? { part } : {}) };
}

/** What the channel says of itself, in grey what counts while it says nothing. */
function ownField(view: View, row: Row, metric: Metric): Figure | undefined {
  if (metric === 'value') return valueField(view, row);
  const { channel, base } = row;
  if (metric === 'leads' && channel.leads === undefined && channel.conversionRate !== undefined)
    return undefined;
  return { pointer: `${base}/${metric}`, ...grey(view, row, metric) };
}

/** A value that is one figure can be typed; another is put together in the details. */
function valueField(view: View, row: Row): Figure | undefined {
  const { channel, base, plan } = row;
  const { value } = view.store.document.scenarios[plan] ?? {};
  const mode = channel.value?.mode ?? value?.mode ?? 'revenue';
  const [metric, ...others] = kValueFields[mode];
  if (!metric || others.length > 0) return undefined;
  const part = { pointer: `${base}/value`, part: { mode } };
  return { pointer: `${base}/value/${metric}`, part, ...grey(view, row, 'value') };
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
  { label, isCurrent }: { label: string; isCurrent: boolean },
): NumberField | undefined {
  const field = kind ? costField(view, row, kind, isCurrent) : ownField(view, row, metric);
  return field && { ...field, label, unit: unitOf(metric), mayRange: true };
}
