// What every part of the page needs to draw itself.

import type { Sector } from '../../generated/benchmarks';
import type { Channel, Document, Scenario } from '../../generated/contract';
import { type Metric, metrics, type Unit } from '../../generated/metrics';
import type { Figure, Results } from '../engine/engine';
import type { ReaderSource } from '../engine/reader';
import type { Action, Catalogue } from '../locales/catalogue';
import type { Format } from '../locales/format';
import type { Keeper } from '../persistence/keeper';
import type { NotOpened } from '../persistence/opened';
import type { PageText } from '../persistence/saved';
import type { Given, Origin } from '../plan/origins';
import { holdsRange } from '../plan/ranges';
import { between } from '../plan/rounding';
import type { Begun, Store } from '../plan/store';
import type { Brief } from './brief';

/** Which figure is explained, and beside which block of the page. */
export interface Opened {
  metric: Metric;
  channel: string | undefined;
  slot: string;
  /** Its id, of a figure of the document's own. */
  own?: string;
}

/** What is read off figures over time rather than worked out as one. */
export type Told = 'payback' | 'netPresentValue';

export interface Ui {
  opened: Opened | undefined;
  /** What is unfolded below the answer; only that is worked out. */
  open: ReadonlySet<string>;
  /** Entries of the open explanation, and channels, that are unfolded. */
  unfolded: Set<string>;
  /** The figure whose definition was asked for last. */
  defined?: Opened;
  sort: { by: SortKey; descending: boolean } | undefined;
  /** Whether the visitor wants to keep what is left of an example. */
  keepsExample?: boolean;
  /** The period that the plan had before another was chosen. */
  periodBefore?: { scenario: Scenario; period: Scenario['period']; place: PeriodPlace } | undefined;
  /** N of "1 in N", as it is typed. */
  oneIn?: string;
  /** What lies below the head. */
  panel?: Panel | undefined;
  /** What figures are brought with: the tool of this id, or all to choose from. */
  brings?: string | undefined;
  /** The link that was made last, and the plan that is in it. */
  link?: { text: string; document: Document } | undefined;
  /** How a cost line that holds no figure yet is to be worked out, by its pointer. */
  ways?: Readonly<Record<string, CostWay>>;
  /** What is typed as the share of the return that is believed, while the sceptic's view is open. */
  believing?: { text?: string; isWrong?: boolean; before?: number } | undefined;
  /** Whose published figures are shown: the pointer of a field, or what stands under the answer. */
  unsure?: string | undefined;
  /** Whether the channels are typed into a grid; false once the list was gone back to. */
  grid?: boolean | undefined;
  /** Chosen in this visit. */
  sector?: Sector;
  /** Of the charts, in pixels of text of the usual size, once it has been measured. */
  chartWidth?: number;
}

/** Where a period is chosen: beside the costs, or among what the plan is about. */
export type PeriodPlace = 'costs' | 'setup';

export type CostWay = 'amount' | 'hours' | 'salary';

/** A field that a number is typed into. */
export interface NumberField {
  pointer: string;
  label: string;
  unit: Unit;
  note?: string;
  /** Shown while nothing is typed: what counts instead. */
  fallback?: string;
  /** Whether the document takes a range for it. */
  mayRange?: boolean;
  /** What comes into the plan with its first digit, and goes with its last. */
  part?: Begun;
  /** As it is typed, where it is no single figure. */
  written?: string | undefined;
}

export type Panel = 'evidence' | 'keeping' | 'report';

/** What reaches beyond the calculator. */
export interface Outside {
  /** Where a link to a plan leads; none for a page that cannot be reached from elsewhere. */
  address: string | undefined;
  /** Whether the page is there for this calculator alone: its title and margins may be set. */
  ownsPage: boolean;
  keeper: Keeper;
  /** What the plan can be saved in; none where the calculator is a guest. */
  page: PageText | undefined;
  /** What reads exports; an embed has none. */
  reader: ReaderSource | undefined;
  /** Whether there is no plan around: a tool stands alone, and puts nothing into one. */
  isAlone?: boolean;
  /** Opens a plan in the place of this one, or says why not. */
  open: (found: Document | NotOpened, from: 'link' | 'file') => Promise<void>;
  /** Saves a file. */
  download: (content: BlobPart, name: string, type: string) => void;
  /** What is shown came by a link and is as it came; what undo brings back instead. */
  shared: { instead: 'own' | 'example' } | undefined;
  /** What came by a link is the visitor's own from now on. */
  adopt: () => void;
  /** Shows a sentence, and speaks it; one that refuses looks like it. */
  say: (notice: string, isRefusal?: boolean) => void;
}

export type SortKey =
  | 'name'
  | 'fullCostCpl'
  | 'breakEvenCpl'
  | 'headroom'
  | 'cost'
  | 'roi'
  | 'profit';

export interface View {
  store: Store;
  text: Catalogue;
  format: Format;
  labels: Record<Metric, string>;
  /** Of the channels of the edited scenario, by id. */
  names: ReadonlyMap<string, string>;
  action: Action;
  ui: Ui;
  /** Whether long tables stay as they are, so that the answer comes at once. */
  tablesWait: boolean;
  update: (change: Partial<Ui>) => void;
  /** Says a sentence to who listens, in the place of the verdict. */
  speak: (sentence: string) => void;
  focusField: (pointer: string) => void;
  focusLater: (selector: string) => void;
  outside: Outside;
  /** What somebody made of this calculator. */
  brief?: Brief;
}

/** A campaign that is over: what it cost and won is known. */
export const hasHappened = ({ role }: Scenario): boolean =>
  role === 'lastCampaign' || role === 'samePeriodLastYear';

/** Who gave a figure that is not the visitor's: only a page around the calculator gives it figures. */
export const givenBy = ({ outside }: Pick<View, 'outside'>, origin: Origin): Given =>
  origin === 'page' && outside.ownsPage ? 'link' : origin;

export const isNumber = (figure: Figure): figure is number => typeof figure === 'number';

export const unitOf = (metric: Metric): Unit => metrics[metric].unit;

/** Figures of a goal are in the unit of its metric. */
export const kOfGoal: ReadonlySet<Metric> = new Set([
  'goalTarget',
  'goalGap',
  'goalReached',
  'goalLimit',
]);
/** These are in the unit of what its metric is a quotient of, which is money. */
export const kOfGoalParts: ReadonlySet<Metric> = new Set(['goalLeft', 'goalDriven']);

export function unitIn({ store }: View, metric: Metric): Unit {
  const { goal } = store.result;
  if (!goal) return unitOf(metric);
  if (kOfGoalParts.has(metric)) return unitOf(goal.metric) === 'count' ? 'count' : 'money';
  return unitOf(kOfGoal.has(metric) ? goal.metric : metric);
}

const hasName = ({ name }: Channel) => /[^\s\p{C}]/u.test(name ?? '');

const kOwnLines: ReadonlySet<Metric> = new Set([
  'tools',
  'people',
  'production',
  'fees',
  'otherCosts',
]);

/** Costs by kind, and a channel's own, leave out what channels share. */
export const hasShared = ({ sharedCosts = [] }: Scenario): boolean => sharedCosts.length > 0;

/** What a figure is called where costs by kind stand without what channels share. */
export function ownLabel(
  { text, labels }: Pick<View, 'text' | 'labels'>,
  plan: Scenario,
  metric: Metric,
): string {
  const isOwn = kOwnLines.has(metric) && hasShared(plan);
  return isOwn ? text.results.ownLines(labels[metric]) : labels[metric];
}

/** Names by id. Without one a channel is called by its platform, numbered where several share it. */
export function channelNames(
  { platforms }: Catalogue,
  channels: readonly Channel[],
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const unnamed = new Map<keyof typeof platforms, string[]>();
  for (const channel of channels) {
    const { id, name = '', platform = 'other' } = channel;
    names.set(id, name);
    if (hasName(channel)) continue;
    const alike = unnamed.get(platform) ?? [];
    alike.push(id);
    unnamed.set(platform, alike);
  }
  for (const [platform, ids] of unnamed) {
    const name = platforms[platform];
    for (const [at, id] of ids.entries())
      names.set(id, ids.length > 1 ? `${name} ${at + 1}` : name);
  }
  return names;
}

/** What a channel of the edited scenario is called. */
export const nameOf = ({ names }: View, id: string): string => names.get(id) ?? '';

/** What a scenario is called while it has no name: its role, numbered where several have it. */
export function roleName({ store, text }: View, index: number): string {
  const roleOf = (at: number) => store.document.scenarios[at]?.role ?? 'plan';
  const same = [...store.document.scenarios.keys()].filter((at) => roleOf(at) === roleOf(index));
  const name = text.scenarios.roles[roleOf(index)];
  return same.length > 1 ? `${name} ${same.indexOf(index) + 1}` : name;
}

export const scenarioName = (view: View, index: number): string =>
  view.store.document.scenarios[index]?.name || roleName(view, index);

export const nameOfScenario = (view: View, one: Scenario): string =>
  scenarioName(view, view.store.document.scenarios.indexOf(one));

/** "zero:leads" in words. */
export function reason({ text, labels }: View, why: string): string {
  const [kind, id] = why.split(':') as ['zero' | 'missing', Metric];
  if (id === 'amount') return text.reason[kind](text.inputs.cost);
  const isValue = id === 'revenuePerCustomer' || id === 'marginPerCustomer';
  return text.reason[kind](labels[isValue ? 'value' : id]);
}

/** The metrics of which gain or loss is seen by their sign, once a margin counts. */
const signed: ReadonlySet<Metric> = new Set([
  'roi',
  'ownRoi',
  'profit',
  'contribution',
  'headroom',
]);

export function shown(view: View, metric: Metric, figure: Figure): string {
  if (!isNumber(figure)) return view.text.results.undefinedMark;
  const unit = unitIn(view, metric);
  return metric === 'roi' ? view.format.signed(figure, unit) : view.format.figure(figure, unit);
}

/** The same in a headline or a sentence: as many digits as are read, fewer where a range says so. */
export function told(view: View, metric: Metric, figure: Figure): string {
  if (!isNumber(figure)) return view.text.results.undefinedMark;
  if (metric === 'fullCostCpl' || metric === 'breakEvenCpl') return moneyTold(view, metric, figure);
  const rough = holdsRange(view.store.scenario);
  return view.format.told(figure, unitIn(view, metric), { rough, signed: metric === 'roi' });
}

/** Money in a sentence. What a lead costs, brings and leaves is read together: with the same decimals, and
 * so many that it adds up. */
export function moneyTold(view: View, metric: Metric, amount: number, spoken = false): string {
  const { format, store } = view;
  const { total } = store.result;
  const rough = holdsRange(store.scenario);
  if (metric === 'returnRatio') return format.told(amount, 'money', { rough, spoken });
  const digits = perLeadDigits(view, [total], rough);
  const shown = metric === 'headroom' ? Math.abs(roomAsRead(total, digits)) : amount;
  return format.fixed(shown, 'money', digits, { spoken });
}

/** The decimals of what a lead costs, brings and leaves. */
export const perLeadDigits = ({ format }: View, of: readonly Results[], rough = false): number =>
  format.moneyDigits(
    of.map(({ fullCostCpl, breakEvenCpl, headroom }) =>
      [breakEvenCpl, fullCostCpl, headroom].filter(isNumber),
    ),
    rough,
  );

/** What a lead leaves, between what it costs and brings as they are read. */
export const roomAsRead = ({ fullCostCpl, breakEvenCpl }: Results, digits: number): number =>
  isNumber(fullCostCpl) && isNumber(breakEvenCpl)
    ? between(fullCostCpl, breakEvenCpl, 10 ** -digits)
    : 0;

/** A channel loses only by its own cost, not by its part of shared ones. */
export function toneOf({ store }: View, metric: Metric, figure: Figure, channel?: string): string {
  const isEarned = store.result.basis === 'margin';
  if (!isEarned || !signed.has(metric) || !isNumber(figure) || figure === 0) return '';
  if (figure > 0) return 'gain';
  return channel === undefined || store.result.losing.includes(channel) ? 'loss' : '';
}

export const channelResults = (view: View, id: string): Results | undefined =>
  view.store.result.channels.find((channel) => channel.id === id)?.results;

/** A result of a channel, or of the total; of the goal, for goal figures. A channel that is no part
 * of the plan yet has none. */
export function resultOf(view: View, metric: Metric, channel: string | undefined): Figure {
  const { total, goal, savings } = view.store.result;
  const results = channel === undefined ? { ...total, savings } : channelResults(view, channel);
  const figures: { [metric in Metric]?: Figure | undefined } = { ...results, ...goal?.results };
  return figures[metric] ?? { undefined: `missing:${metric}` };
}

export const dataValue = (figure: Figure) =>
  isNumber(figure) ? String(figure) : `undefined:${figure.undefined}`;
