// What the grid is of: which plans, rows and columns, and where one is in it.
import type { Channel, Cost } from '../../../generated/contract';
import type { Metric, ResultMetric, Unit } from '../../../generated/metrics';
import type { Figure, Results } from '../../engine/engine';
import { singleOf, type Typed } from '../../plan/ranges';
import { columnWriters, type Written } from '../../view/columns';
import { ownState } from '../../view/own-state';
import {
  channelNames,
  isNumber,
  type NumberField,
  scenarioName,
  unitOf,
  type View,
} from '../../view/view';
import { between, type Grid, type Place } from './block';
import { type Column, cellOf, type Row, shownColumns } from './cells';

interface State {
  /** The cell that was gone into last. */
  at?: Place;
  /** The other corner of the block, where there is one. */
  to?: Place | undefined;
  /** Columns that were asked for, or have been shown: none is taken from under the caret. */
  wanted: ReadonlySet<Metric>;
}

export const state = ownState<State>({ wanted: new Set() });

/** The plans that are shown: the edited one, and one beside it. */
export function plansOf({ store }: View): number[] {
  const { scenarios } = store.document;
  const shown = scenarios.indexOf(store.scenario);
  const beside = scenarios.findIndex((_, index) => index !== shown);
  return beside < 0 ? [shown] : [shown, beside];
}

/** Channels of the edited plan, each with the same one of the other plan below it; then what the other has
 * alone. */
function rowsOf(view: View): Row[] {
  const { scenarios } = view.store.document;
  const rowsIn = (plan: number): Row[] =>
    (scenarios[plan]?.channels ?? []).map((channel, at) => ({
      plan,
      channel,
      base: `/scenarios/${plan}/channels/${at}`,
    }));
  const [own = [], beside = []] = plansOf(view).map(rowsIn);
  const others = new Map(beside.map((row) => [row.channel.id, row]));
  const both = own.flatMap((row) => {
    const same = others.get(row.channel.id);
    others.delete(row.channel.id);
    return same ? [row, same] : [row];
  });
  return [...both, ...others.values()];
}

export interface Drawn extends Grid {
  others: readonly Column[];
  isTwo: boolean;
  /** Counts of the edited plan, and their sums, as they are read. */
  counts: Written<ResultMetric>;
}

const isCount = (metric: Metric): boolean => unitOf(metric) === 'count';

export function gridOf(view: View): Drawn {
  const { scenarios } = view.store.document;
  const plans = plansOf(view).flatMap((plan) => scenarios[plan] ?? []);
  const [shown, others] = shownColumns(plans, state.of(view).wanted);
  const counted = shown.map(({ metric }) => metric as ResultMetric).filter(isCount);
  return {
    rows: rowsOf(view),
    columns: ['name', ...shown],
    others,
    isTwo: plans.length > 1,
    counts: columnWriters(view, counted),
  };
}

export const figuresOf = ({ columns }: Grid): Column[] =>
  columns.filter((column) => column !== 'name');

export const isOfEdited = ({ store }: View, { plan }: Row): boolean =>
  store.document.scenarios[plan] === store.scenario;

export function channelName({ text, store }: View, { channel, plan }: Row): string {
  const { channels = [] } = store.document.scenarios[plan] ?? {};
  return channelNames(text, channels as Channel[]).get(channel.id) ?? '';
}

/** The channel, and of which plan where two are shown. */
export function nameIn(view: View, { isTwo }: Drawn, row: Row): string {
  const name = channelName(view, row);
  return isTwo ? `${name}, ${scenarioName(view, row.plan)}` : name;
}

export function fieldAt(view: View, drawn: Drawn, place: Place): NumberField | undefined {
  const [row, column] = [drawn.rows[place.row], drawn.columns[place.column]];
  if (!row || !column || column === 'name') return undefined;
  return cellOf(view, row, column, `${view.labels[column.metric]}, ${nameIn(view, drawn, row)}`);
}

/** Whether a cell says something else than the one above it, of the same channel in the other plan. */
export function isUnlike(view: View, drawn: Drawn, { row, column }: Place): boolean {
  const [above, own] = [row - 1, row].map((at) => fieldAt(view, drawn, { row: at, column }));
  const isSame = drawn.rows[row - 1]?.channel.id === drawn.rows[row]?.channel.id;
  const [before, now] = [above, own].map((field) => field && JSON.stringify(figureIn(view, field)));
  return isSame && before !== now;
}

/** Without where it comes from. */
function figureIn({ store }: View, { pointer, part }: NumberField): unknown {
  const { hours, hourlyCost } = (part ? (store.get(part.pointer) ?? {}) : {}) as Cost;
  const figures = [store.get(pointer), hours, hourlyCost] as Typed[];
  return figures.map((typed) => singleOf(typed) ?? typed);
}

/** The block that is picked, or the one cell; of one plan. */
export function blockOf(view: View, { rows, columns }: Grid): Grid {
  const { at, to } = state.of(view);
  if (!at) return { rows: [], columns: [] };
  const span = between(at, to ?? at);
  const plan = rows[at.row]?.plan;
  return {
    rows: span.rows.flatMap((index) => rows[index] ?? []).filter((row) => row.plan === plan),
    columns: span.columns.flatMap((index) => columns[index] ?? []),
  };
}

export function isPicked(view: View, grid: Grid, row: number, column: number): boolean {
  if (!state.of(view).to) return false;
  const { rows, columns } = blockOf(view, grid);
  return (
    rows.some((one) => one === grid.rows[row]) && columns.includes(grid.columns[column] ?? 'name')
  );
}

export const ofPlan = ({ rows }: Grid, at: Place): Row[] =>
  rows.filter(({ plan }) => plan === rows[at.row]?.plan);

export const resultsOf = ({ store }: View, { plan, channel }: Row): Results | undefined =>
  store.results[plan]?.channels.find(({ id }) => id === channel.id)?.results;

const kPlaces: Partial<Record<Unit, number>> = { rate: 4, money: 2, count: 0 };

/** As figures are typed beside it, to the cent, people whole; its unit stands above it. */
export function bare({ format }: View, metric: Metric, figure: Figure | undefined): string {
  if (figure === undefined || !isNumber(figure)) return '';
  const unit = unitOf(metric);
  return format.field(Number(figure.toFixed(kPlaces[unit] ?? 2)), unit);
}

/** What a cell that is not typed into comes to. */
export const workedOut = (view: View, row: Row, { metric }: Column): string =>
  bare(view, metric, resultsOf(view, row)?.[metric as ResultMetric]);
