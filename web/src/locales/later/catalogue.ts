// What a language must say beyond the first answer. A missing key fails the build.

import type { Kind, Region, Sector, SourceId, Statistic } from '../../../generated/benchmarks';
import type { OwnUnit, Paid, SharedCost } from '../../../generated/contract';
import type { ErrorCode, Metric } from '../../../generated/metrics';
import type { EngineError, Entry } from '../../engine/engine';
import type { NotOpened } from '../../persistence/opened';
import type { UnsureField, Wanted } from '../../plan/benchmarks';
import type { Given } from '../../plan/origins';
import type { Action } from '../catalogue';
import type { ByBasis, Say } from '../say';

type Allocation = SharedCost['allocation']['rule'];

export interface RestWords {
  /** Of two figures, and of one that lies beyond the last. */
  span: {
    /** Of nine spans in ten. */
    low: string;
    high: string;
    fromTo: Say<[from: string, to: string]>;
    below: Say<[value: string]>;
    above: Say<[value: string]>;
  };

  /** Figures that nobody has. */
  without: Say<[count: number]>;

  /** Inputs and figures of the document's own. */
  own: {
    inputs: string;
    figures: string;
    /** What a unit is per, where no sign of it says so. */
    units: Partial<Record<OwnUnit, string>>;
    months: string;
    divides: Say<[name: string]>;
    tooLarge: Say<[name: string]>;
  };
  /** Those of the core, and of what a brief locks. */
  errors: Record<ErrorCode | 'brief.locked', Say<[detail: string]>>;

  keeping: {
    /** What becomes of the visitor's figures. */
    figures: string;
    sent: string;
    heading: string;
    close: string;
    link: string;
    linkNote: string;
    copyLink: string;
    linkCopied: string;
    /** Where the clipboard is closed to the page. */
    linkShown: string;
    linkTooLong: string;
    files: string;
    filesNote: string;
    saveScenario: string;
    scenarioSaved: string;
    openScenario: string;
    opened: string;
    /** Why a link or a file was refused; the work stays. */
    refused: Record<'link' | 'file', Say<[why: string]>>;
    why: Record<NotOpened, string>;
    invalid: Say<[where: string, what: string]>;
    csv: string;
    /** Heads a column. */
    scenario: string;
    csvSaved: string;
  };

  inputs: {
    allocations: Record<Exclude<Allocation, 'leads'>, string> & { leads: Say<[action: Action]> };
    refundsNote: string;
    commissionsNote: string;
    businessRevenueNote: string;
    incrementalNote: string;
    basisAutomatic: string;
    basisMargin: string;
    basisRevenue: string;
    otherPlatform: string;
    removeChannel: Say<[name: string]>;
    aboutChannel: string;
    whatCosts: string;
    howMany: Say<[action: Action]>;
    moreOnLine: string;
    funnelNote: string;
    ownFigures: string;
    ownNote: string;
    addLine: string;
    removeLine: string;
    lineKind: string;
    lineLabel: string;
    byHours: string;
    byAmount: string;
    bySalary: string;
    calculation: string;
    hourlyNote: string;
    linePeriod: string;
    /** Of a month, a quarter or a year by its name. */
    planPeriod: Say<[period: string | undefined]>;
    includesAdSpend: string;
    includesNote: string;
    weightOf: Say<[name: string]>;
    currencyNote: string;
    goalBegin: string;
    goalRemove: string;
    goalMetric: string;
    goalStart: string;
    goalDeadline: string;
    goalPrice: string;
    goalPriceNote: string;
  };

  savings: {
    add: string;
    remove: string;
    counts: string;
    /** When it is honest to count one. */
    countsNote: string;
    /** Before how much of the result they are, and what that means. */
    ofWhich: string;
    note: string;
    /** Puts what a tool works out into the plan, and says that it is there. */
    put: string;
    isPut: string;
    /** Of a line that does not. */
    doesNotCount: string;
    doesCount: string;
  };

  influence: {
    most: Say<[swing: string]>;
    swing: Say<
      [what: string, low: string, high: string, metric: string, atLow: string, atHigh: string]
    >;
    dearerAds: string;
    lever: Say<[kind: Metric, action: Action]>;
    subject: Record<
      'profit' | 'roi' | 'fullCostCpl' | 'breakEvenCpl',
      Say<[action: Action, basis: 'margin' | 'revenue']>
    >;
    /** A figure of the document's own, in the middle of a sentence. */
    ofOwn: Say<[title: string]>;
    /** Of a typed figure, where there are no levers. */
    onePercentOf: Say<[what: string, subject: string, by: string]>;
    onePercent: string;
    onePoint: string;
    adds: Say<[what: string, step: string, amount: string, subject: string]>;
    takes: Say<[what: string, step: string, amount: string, subject: string]>;
  };

  channel: {
    moveUp: Say<[name: string]>;
    moveDown: Say<[name: string]>;
    next: Say<[name: string]>;
    duplicate: Say<[name: string]>;
    copyOf: Say<[name: string]>;
    slider: Say<[label: string]>;
    /** Of published figures. */
    usual: Say<[low: string, high: string]>;
  };

  /** Of ends that fade. */
  fading: {
    /** What the shares are of. */
    of: string;
    note: string;
  };

  /** Questions beside a field, and their answers. */
  ranges: {
    defaultWidth: string;
    /** What an end must be. */
    below: Say<[bound: string]>;
    above: Say<[bound: string]>;
    /** Of a range whose likely value was typed outside it. */
    moved: Say<[low: string, high: string]>;
  };

  /** Of a scenario that is still a copy. */
  copied: {
    copy: Say<[name: string, other: string]>;
    what: Record<'alternative' | 'past', Say<[action: Action]>>;
    back: Say<[other: string]>;
  };

  asking: {
    readings: Say<[typed: string]>;
    range: Say<[low: string, high: string]>;
    credit: Say<[amount: string]>;
    take: Say<[amount: string]>;
    size: Say<[figure: string]>;
    roi: Say<[roi: string]>;
    yes: string;
    vat: string;
    withoutVat: string;
    currency: Say<[named: string, own: string]>;
    keep: string;
  };

  blank: {
    reset: string;
    undoBringsBack: string;
    toType: {
      firstThen: Say<[first: string, others: string]>;
      last: Say<[what: string]>;
      cost: Say<[per: string]>;
      leads: Say<[many: string]>;
      closeRate: string;
      value: string;
    };
  };

  /** Where a figure comes from, as the visitor states it. */
  marking: {
    open: string;
    of: Say<[figure: string]>;
    kind: string;
    unstated: string;
    provenance: Record<'measured' | 'benchmark' | 'assumption', string>;
    note: string;
    cases: string;
    casesNote: string;
  };

  period: {
    changed: Say<[per: string]>;
    keep: Say<[per: string]>;
  };

  explain: {
    close: string;
    from: string;
    origin: Record<Given | 'visitor', string>;
    /** Where a number cannot say whose it is. */
    stated: string;
    missing: string;
    provenance: Record<'measured' | 'benchmark' | 'assumption', string>;
    benchmark: Say<[publisher: string, year: number, region: string]>;
    default: string;
    ofTotal: Say<[metric: string]>;
    sumOfChannels: string;
    sumOver: Say<[metric: string]>;
    seenOn: Say<[n: number, cases: string]>;
    rangeOf: Say<[low: string, high: string]>;
    goTo: string;
    part: Record<NonNullable<Entry['part']>, Say<[metric: string]>>;
    ifPositive: Say<[test: string, yes: string, no: string]>;
    /** Of the figure that is explained, unless another is named. */
    most: Say<[what: string, on: string | undefined]>;
    adds: Say<[step: string, amount: string]>;
    takes: Say<[step: string, amount: string]>;
    /** The same figure, within a sentence. */
    it: Say<[on: string | undefined]>;
    /** Months of payback when some customers leave before they are over. */
    churned: { after: Say<[months: string]>; never: string };
    /** What the plan would be without a channel. */
    dropping: Record<'takes' | 'adds', Say<[name: string, amount: string, shared: string]>>;
    /** The same of a campaign that is over. */
    dropped: Record<'takes' | 'adds', Say<[name: string, amount: string, shared: string]>>;
    /** How a figure is found that is read off those over time. */
    told: Record<'payback' | 'netPresentValue', string>;
    month: Say<[n: number, amount: string]>;
    crossing: Say<[months: string]>;
    inAll: Say<[within: string, later: string, all: string]>;
  };

  /** What the plan's cash comes to. */
  cash: {
    paid: string;
    whenPaid: Record<Paid, string>;
  };

  /** The sceptic's view: only [50] % of the return is real. */
  believing: {
    group: string;
    only: string;
    ofReturn: string;
    stop: string;
    /** Where its share comes from. */
    chosen: string;
    range: string;
  };

  /** Ends a condition of chances, of a campaign that is over. */
  luckAside: string;

  /** Of figures over more than the period. */
  lifetimes: {
    note: ByBasis<string>;
    figure: Say<[name: string]>;
  };

  goal: {
    basket: string;
    basketNote: string;
    basketReached: Say<[basket: string, target: string]>;
    basketMissed: Say<[basket: string, target: string]>;
    basketUnknown: Say<[target: string]>;
    /** How goalScale came about. */
    found: string;
    takes: string;
    /** The same of a campaign that is over. */
    took: string;
    best: Say<[isMost: boolean, reached: string, adSpend: string]>;
    beyond: Say<[times: string, isMore: boolean]>;
    sayProgress: string;
    /** What a goal lacks to be compared with an even pace. */
    paceNeeds: string;
    forgetProgress: string;
    progressDate: string;
    reached: string;
    /** Goes on after what is counted. */
    pace: Say<[date: string, reached: string, expected: string, elapsed: string]>;
    held: Say<[names: string]>;
  };

  /** Published figures. */
  benchmarks: {
    unsure: string;
    heading: Say<[field: string]>;
    sector: string;
    sectors: Record<Sector, string>;
    regions: Record<Region, string>;
    statistics: Record<Statistic, string>;
    kinds: Record<Kind, string>;
    /** Exactly what was measured. */
    measured: Record<Exclude<Wanted['field'], 'closeRate' | 'margin'>, string>;
    samples: Record<SourceId, string>;
    grade: Say<[grade: string]>;
    use: Say<[low: string, high: string]>;
    taken: Say<[field: string, low: string, high: string]>;
    between: Say<[low: string, high: string]>;
    rule: string;
    ruleOfQuartiles: string;
    gradeB: string;
    notConverted: Say<[from: string, to: string]>;
    noneOfSector: Say<[sector: string]>;
    none: Record<Extract<UnsureField, 'closeRate' | 'margin'>, string>;
    noneOfAction: Say<[many: string]>;
    noneOfChannel: Say<[channel: string]>;
    /** What is usual of a figure. */
    usual: Say<[figure: string]>;
    medians: string;
    usually: string;
    yours: string;
    ask: string;
    where: string;
    unconverted: string;
  };
}

export type Refusal = Pick<EngineError, 'code' | 'path' | 'detail'>;
