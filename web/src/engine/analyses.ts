// What the analyses are asked and answer. The calls are described in core/json/analyses.h.
import type { Metric } from '../../generated/metrics';
import type { Figure, Question } from './question';

// Simulation

export interface SimulateRequest extends Question {
  /** 512 to 1 000 000. */
  trials?: number;
  seed?: number;
  metrics?: Metric[];
  /** Of each channel; as of the total unless stated. */
  channelMetrics?: Metric[];
  /** With a histogram of each distribution. */
  histograms?: boolean;
  /** Pairs of channels: how often the first has the higher ROI. */
  pairs?: [string, string][];
  /** Another scenario: how often this one has the higher profit and the higher ROI. */
  against?: string;
  /** An amount: how often more is lost. */
  loss?: number;
}

/** An error is one standard error of the simulation's own sampling. */
export interface Distribution {
  p5: number;
  p25: number;
  p50: number;
  p75: number;
  p95: number;
  mean: number;
  errors: { p5: number; p50: number; p95: number; mean: number };
  /** Trials in which the figure was undefined. */
  undefinedTrials: number;
  histogram?: { from: number; to: number; counts: number[]; below: number; above: number };
}

export interface Chance {
  probability: number;
  error: number;
  undefinedTrials: number;
}

export interface SimulatedScope {
  results: Partial<Record<Metric, Distribution | { undefined: string }>>;
  profitable: Chance;
  /** The full cost per lead is below break-even. */
  belowBreakEven: Chance;
  /** How much chance alone moves the expected customers; only where they are few. */
  luck?: number;
}

export interface SimulatedChannel extends SimulatedScope {
  id: string;
  /** How often it has the highest ROI of all channels. */
  best: Chance;
}

export interface Simulated {
  scenario: string;
  trials: number;
  seed: number;
  /** How many ranges the answers depend on; 0: at most luck makes trials differ. */
  ranges: number;
  /** Figures without a range on which profit depends: they are taken as exact. */
  exact: number;
  /** Whether customers are drawn as the count they are. */
  draws: boolean;
  total: SimulatedScope;
  channels: SimulatedChannel[];
  goal?: Chance;
  pairs: { a: string; b: string; roi: Chance }[];
  /** The mean of what is lost, a gain counted as no loss; where the profit is asked for. */
  expectedLoss?: { mean: number; error: number };
  losesMore?: { than: number; chance: Chance };
  against?: { scenario: string; profit: Chance; roi: Chance };
}

// Sensitivity

export interface SensitivityRequest extends Question {
  metric: Metric;
  channel?: string;
  /** Whether shares of the variance are wanted, which take trials; true unless stated. */
  shares?: boolean;
  trials?: number;
  seed?: number;
}

/** A lever of the plan's normal form: a volume, a rate, the value, the margin or a kind of cost. */
export interface Lever {
  /** impressions, clicks, leads or customers for the volume; ctr, conversionRate, closeRate,
   * incrementalShare, value, margin; adSpend, tools, people, production, fees, otherCosts. */
  kind: Metric;
  /** Absent: the lever of all channels at once. */
  channel?: string;
  /** Of one channel. */
  value?: number;
  /** What one percent more of it adds to the metric: the metric's slope there. */
  percent: number;
  /** What one point more adds (rates only). */
  point?: number;
  /** Percent the metric moves by one percent more; undefined where the metric is 0. */
  elasticity: Figure;
}

export interface TypedInfluence {
  pointer: string;
  metric: Metric;
  value: number;
  /** Slope: what one unit more adds to the metric. */
  derivative: number;
  elasticity: Figure;
  /** A range's ends, and the metric at each with the other ranges at their likely values. */
  swing?: { low: number; high: number; atLow: Figure; atHigh: Figure };
}

export interface VarianceShare {
  /** The ranges that move together, or one that moves alone; none where it is luck. */
  pointers: string[];
  /** What customers being a count adds: every draw of them at once. */
  luck?: boolean;
  group?: string;
  share: number;
  error: number;
}

export interface Sensitivity {
  scenario: string;
  metric: Metric;
  channel?: string;
  value: Figure;
  /** By kind over all channels first, then channel by channel; strongest first by |percent|. */
  levers: Lever[];
  /** Typed figures the metric depends on; ranges by their swing first, then by |elasticity|. */
  inputs: TypedInfluence[];
  /** First-order shares of the variance, largest first; empty where nothing is drawn. */
  shares?: VarianceShare[];
  /** What of the variance only comes from ranges together: 1 less all shares. */
  together?: number;
}

// Goal seek

export interface SolveRequest extends Question {
  metric: Metric;
  channel?: string;
  target: number;
  /** JSON Pointer of the figure that is moved, into the document. */
  input: string;
  /** The target is met in at least this share of the trials. */
  probability?: number;
  trials?: number;
  seed?: number;
}

export interface Solved {
  metric: Metric;
  input: string;
  inputMetric: Metric;
  target: number;
  probability?: number;
  /** Where the figure stands now. */
  from: number;
  reachable: boolean;
  /** Every value of the figure at which the target is met; from low to high. */
  solutions: number[];
  /** By solution: how many times what was typed or observed it is, where that is beyond what was seen. */
  beyond: (number | null)[];
  /** On which side of an only solution the target is met. */
  holds?: 'above' | 'below';
  /** Whether every value meets the target; best is then where it is met most narrowly. */
  always?: boolean;
  /** The nearest that can be reached, and where: the metric, or the probability if one is asked. */
  best?: { value: number; gives: number };
}

// Over time

export interface CashFlowRequest extends Question {
  trials?: number;
  seed?: number;
  /** Channel by channel as well. */
  channels?: boolean;
}

/** Months from the start, `whole` at a month's end; or later than 50 years, or never. */
export type Payback =
  | { months: number; whole: number }
  | { later: true }
  | { never: true }
  | { undefined: string };

export interface Flow {
  /** What comes in less what goes out, by month, from month 0 to the horizon. */
  months: Figure[];
  cumulative: Figure[];
  profit: Figure;
  /** After the horizon. */
  stillToCome: Figure;
  /** What a value that is discounted counts less than will come in. */
  discountedAway: Figure;
  /** Of all there will be, and of what falls within the horizon. */
  netPresentValue: Figure;
  netPresentValueWithin: Figure;
  payback: Payback;
  /** What has come in less what has gone out at the month's ends between which it is paid back. */
  crossing?: { before: Figure; after: Figure };
  /** Where there is a discount rate. */
  discountedPayback?: Payback;
  irr: Figure;
  annualisedRoi: Figure;
  band?: {
    p5: number[];
    p50: number[];
    p95: number[];
    netPresentValue: Distribution | { undefined: string };
    netPresentValueWithin: Distribution | { undefined: string };
    stillToCome: Distribution | { undefined: string };
    payback: Record<'p5' | 'p50' | 'p95', Payback>;
    /** How often it is paid back within the horizon. */
    paidBack: Chance;
  };
}

export interface CashFlow {
  scenario: string;
  horizonMonths: number;
  /** A month's discount factor; 1 where no discount rate is stated. */
  discountFactor: number;
  /** What is due besides of lines that are paid first for longer than the plan's period. */
  alsoDue?: number;
  total: Flow;
  channels: (Flow & { id: string })[];
}

// Comparison

export interface CompareRequest extends Omit<Question, 'scenario'> {
  from: string;
  to: string;
}

export interface Difference {
  from: Figure;
  to: Figure;
  difference: Figure;
  /** difference / |from| */
  relative: Figure;
}

/** channels: added or removed; leads: the volume at the top of the funnel; value; margin; … */
export type BridgeKind =
  | 'channels'
  | 'volume'
  | 'ctr'
  | 'conversionRate'
  | 'closeRate'
  | 'incrementalShare'
  | 'value'
  | 'margin'
  | 'adSpend'
  | 'people'
  | 'tools'
  | 'production'
  | 'fees'
  | 'otherCosts';

export type Bridge =
  | { from: number; to: number; parts: { kind: BridgeKind; amount: number }[] }
  | { undefined: string };

export interface Comparison {
  from: string;
  to: string;
  months: { from: number; to: number };
  basis: { from: 'revenue' | 'margin'; to: 'revenue' | 'margin' };
  total: Record<Metric, Difference>;
  /** Amounts and counts per month; offered where the periods differ. */
  perMonth?: Partial<Record<Metric, Difference>>;
  channels: { id: string; in: 'both' | 'from' | 'to'; roi: Difference; profit: Difference }[];
  bridge: { profit: Bridge; roi: Bridge };
}

// Budget split

export interface SplitRequest extends Question {
  /** Ad spend of all channels that state a response; what they spend now unless stated. */
  total?: number;
  trials?: number;
  seed?: number;
}

export interface SplitChannel {
  id: string;
  elasticity: number;
  adSpend: { from: number; to: number };
  /** Expected return less ad spend of the channel. */
  gain: { from: number; to: number };
  leads: { from: Figure; to: Figure };
  /** What the last euro brings besides itself. */
  marginalRoi: { from: Figure; to: Figure };
  bound?: 'minimum' | 'maximum';
  /** How many times the least or the most that was spent or observed, where beyond what was seen. */
  beyond?: number;
}

export interface Split {
  scenario: string;
  total: number;
  spent: number;
  /** Common to all channels that are not at a bound; 0 where not all of the total is worth it. */
  marginalRoi: number;
  /** At the likely figures. */
  profit: { from: number; to: number };
  /** Over the plan's ranges, where there are any. */
  mean?: { from: number; to: number };
  channels: SplitChannel[];
  /** Channels that keep their ad spend, for they state no response. */
  held: string[];
}

// A figure as a range

/** A figure, or the two ends of a range without a likely value. */
export type WidenRequest = { unit: 'count' | 'money' | 'rate' } & (
  | { value: number; n?: number; off?: number }
  | { low: number; high: number }
);
