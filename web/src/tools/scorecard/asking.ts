// What the scorecard asks the core: the counts of each channel, the plan's own figures among them, and what
// the plan's levers do to its goal. It is answered by the module that reads exports.
import type { Channel, Goal } from '../../../generated/contract';
import {
  type Kpi,
  type KpiChannel,
  type KpiEntry,
  type KpiInput,
  type KpiInteraction,
  kInteractions,
  kUsualInteractions,
  type ScorecardRequest,
} from '../../../generated/evidence';
import { type Metric, metrics } from '../../../generated/metrics';
import type { Figure, Reply } from '../../engine/engine';
import type { AskOfEvidence } from '../../engine/reader';
import { type Analyses, analysesOf } from '../../plan/analyses';
import { isRange, plainFigure } from '../../plan/ranges';
import type { Store } from '../../plan/store';
import { answering } from '../../view/evidence';
import { isNumber, resultOf, type View } from '../../view/view';
import { type KpiId, type OwnInput, scorecardWords } from './words';

/** The plan's own figures among what KPIs are made of. */
export const kOfFunnel = [
  'impressions',
  'clicks',
  'leads',
  'customers',
  'adSpend',
  'revenue',
  'profit',
  'cost',
] as const satisfies readonly (KpiInput & Metric)[];

export const isOfFunnel = (input: KpiInput): input is (typeof kOfFunnel)[number] =>
  Object.hasOwn(metrics, input);

/** KPIs that the plan works out itself. */
const kOfPlan: Record<Extract<KpiId, Metric>, true> = {
  ctr: true,
  impressions: true,
  conversionRate: true,
  leads: true,
  closeRate: true,
  customers: true,
  adSpendCpm: true,
  adSpendCpc: true,
  adSpendCpl: true,
  adSpendCac: true,
  revenue: true,
  roas: true,
  roi: true,
};

export const isOfPlan = (id: KpiId): id is Extract<KpiId, Metric> => Object.hasOwn(kOfPlan, id);

/** Without a goal, a plan is to earn money. */
export const goalOf = ({ store }: View): Goal['metric'] => store.scenario.goal?.metric ?? 'profit';

export const interactionsOf = ({ store }: View): readonly KpiInteraction[] => {
  const stated = store.scenario.scorecard?.interactions ?? [];
  const known = kInteractions.filter((one) => stated.includes(one));
  return known.length > 0 ? known : kUsualInteractions;
};

/** Those that the visitor chose; what a later version may have written besides is left alone. */
function chosenIn(view: View): KpiId[] | undefined {
  const { kpis } = scorecardWords(view);
  const isKpi = (id: string): id is KpiId => Object.hasOwn(kpis, id) || Object.hasOwn(kOfPlan, id);
  return view.store.scenario.scorecard?.kpis?.filter(isKpi);
}

/** `figureOf`: the plan's own figures of the channel. */
function countsOf(
  channel: Channel,
  figureOf: (input: (typeof kOfFunnel)[number]) => Figure | undefined,
  lies: CountEnds = [],
): KpiChannel {
  const { id, kpis = {} } = channel;
  const counts: KpiChannel['counts'] = {};
  for (const input of kOfFunnel) {
    const figure = figureOf(input);
    if (figure !== undefined && isNumber(figure))
      Object.assign(counts, { [input]: rangeAbout(figure, endsOf(channel, input, lies)) });
  }
  for (const [input, typed] of Object.entries(kpis)) {
    const count = plainFigure(typed);
    if (count !== undefined) counts[input as OwnInput] = count;
  }
  return { id, counts };
}

type CountEnds = ReturnType<Analyses['countEnds']>;

/** As it is typed; or where the plan's own ranges have it. */
function endsOf(channel: Channel, input: (typeof kOfFunnel)[number], lies: CountEnds) {
  const typed = (channel as Partial<Record<Metric, unknown>>)[input];
  if (isRange(typed)) return typed;
  const spread = lies.find(({ id }) => id === channel.id)?.results[input];
  return spread && 'p5' in spread ? { low: spread.p5, high: spread.p95 } : undefined;
}

/** Of a distribution, the likely value may lie outside. */
function rangeAbout(likely: number, ends: { low: number; high: number } | undefined) {
  const { low, high } = ends ?? { low: likely, high: likely };
  return 0 < low && low < likely && likely < high ? { low, likely, high } : likely;
}

export interface Board {
  /** All there are. */
  kpis: readonly Kpi[];
  chosen: readonly Kpi[];
}

const kept = new WeakMap<Store, { about: readonly unknown[]; reply: Reply<Board> }>();

/** Asked once for what is shown. */
export function boardOf(view: View, ask: AskOfEvidence): Reply<Board> {
  const { store } = view;
  const lies = analysesOf(store).countEnds();
  const about = [store.document, store.at, store.believed, store.engine.isWhole, lies];
  const before = kept.get(store);
  if (before && about.every((one, at) => one === before.about[at])) return before.reply;
  const reply = askedNow(view, ask);
  kept.set(store, { about, reply });
  return reply;
}

function askedNow(view: View, ask: AskOfEvidence): Reply<Board> {
  const goal = goalOf(view);
  const chosen = chosenIn(view);
  const reply = ask('scorecard', requestOf(view, chosen ?? (Object.keys(kOfPlan) as KpiId[])));
  if (!reply.ok) return reply;
  const { kpis } = reply.value;
  const isChosen = ({ id }: Kpi) => chosen?.includes(id) ?? false;
  const picked = kpis.filter(chosen ? isChosen : (kpi) => isSuggested(view, kpi, goal));
  return { ok: true, value: { kpis, chosen: linkedFirst(picked) } };
}

function requestOf(view: View, kpis: KpiId[]): ScorecardRequest {
  const { store } = view;
  const goal = goalOf(view);
  const analyses = analysesOf(store);
  const found = analyses.canAnswer ? analyses.quickSensitivity({ metric: goal }) : undefined;
  const levers = (found?.levers ?? []).flatMap(({ kind, channel, percent }) =>
    channel === undefined ? [] : [{ kind, channel, percent }],
  );
  const lies = analyses.countEnds();
  return {
    goal,
    kpis,
    interactions: [...interactionsOf(view)],
    channels: store.scenario.channels.map((channel) =>
      countsOf(channel, (input) => resultOf(view, input, channel.id), lies),
    ),
    levers,
  };
}

/** The same KPIs of another scenario, by the recipe of this one. */
export function boardBeside(view: View, ask: AskOfEvidence, at: number): readonly Kpi[] {
  const { document, results } = view.store;
  const channels = document.scenarios[at]?.channels ?? [];
  const figures = results[at]?.channels ?? [];
  const reply = ask('scorecard', {
    goal: goalOf(view),
    kpis: chosenIn(view) ?? [],
    interactions: [...interactionsOf(view)],
    channels: channels.map((channel) => {
      const own = figures.find(({ id }) => id === channel.id)?.results;
      return countsOf(channel, (input) => own?.[input]);
    }),
  });
  return reply.ok ? reply.value.kpis : [];
}

/** KPIs, and how the figures of those asked are worked out, but for the plan's own; nothing where none is asked. */
export function explained(view: View, ask: AskOfEvidence, asked = chosenIn(view) ?? []) {
  if (asked.length === 0) return undefined;
  const reply = ask('scorecard', { ...requestOf(view, asked), explained: true });
  return reply.ok ? reply.value : undefined;
}

const formulas = new WeakMap<Kpi, readonly KpiEntry[]>();

/** Asked once for what is shown. */
export function entriesOf(view: View, kpi: Kpi): readonly KpiEntry[] {
  const { ask } = answering(view);
  const known = formulas.get(kpi) ?? (ask && explained(view, ask, [kpi.id])?.entries) ?? [];
  formulas.set(kpi, known);
  return known;
}

/** What leads to the goal, and the plan knows already, somewhere: to begin with. */
function isSuggested(view: View, { id, chain }: Kpi, goal: Metric): boolean {
  if (id === goal || chain.length === 0 || !isOfPlan(id)) return false;
  const channels = view.store.scenario.channels.map((channel) => channel.id);
  return [undefined, ...channels].some((channel) => isNumber(resultOf(view, id, channel)));
}

export const isLinked = ({ chain }: Kpi): boolean => chain.length > 0;

const linkedFirst = (kpis: readonly Kpi[]): Kpi[] => [
  ...kpis.filter(isLinked),
  ...kpis.filter((kpi) => !isLinked(kpi)),
];
