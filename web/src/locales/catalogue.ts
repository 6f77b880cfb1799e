// What a language must say. A missing key fails the build.
import type { Channel, Scenario, Value } from '../../generated/contract';
import type { Category, Metric } from '../../generated/metrics';
import type { MigrationNote } from '../engine/engine';
import type { OtherRole } from '../plan/edits';
import type { Given } from '../plan/origins';
import type { PresetId } from '../plan/presets';
import type { ByBasis, Say } from './say';

export type Action = Scenario['action'];
export type PlatformId = NonNullable<Channel['platform']>;

export interface Catalogue {
  title: string;
  /** Between a name and what is said of it. */
  colon: string;
  nouns: Record<Action, { one: string; many: string }>;
  metric: (about: { action: Action; margin: boolean; currency: string }) => Record<Metric, string>;
  platforms: Record<PlatformId, string>;
  categories: Record<Exclude<Category, 'goal' | 'saving' | 'cash' | 'input' | 'line'>, string>;
  presets: Record<PresetId, { name: string; note: string }>;
  verdict: {
    heading: string;
    costs: ByBasis<Say<[action: Action, cost: string, brings: string, then: string]>>;
    /** Of orders whose value counts others. */
    following: string;
    back: ByBasis<Say<[currency: string, ratio: string]>>;
    /** Ends the sentence before it. */
    lifetime: string;
    noAnswer: Say<[reason: string]>;
    luck: Say<[customers: string, percent: string]>;
    kept: string;
    waits: string;
    /** Ends with the lifetime, if that is counted. */
    basis: ByBasis<string>;
    /** From which margin, or which share of the return, on it pays; and where none is enough. */
    claim: ByBasis<{ from: Say<[share: string]>; never: string }>;
    /** What opening a document of an earlier version did, by the code of the note. */
    migrated: Record<MigrationNote['code'], string>;
    believeLess: string;
    /** Where only a share of the return is believed. */
    believed: Say<[share: string]>;
  };
  reason: {
    missing: Say<[metric: string]>;
    zero: Say<[metric: string]>;
  };
  picture: {
    pay: Say<[action: Action, cost: string]>;
    tick: ByBasis<Say<[value: string]>>;
    gain: ByBasis<Say<[action: Action, value: string]>>;
    loss: ByBasis<Say<[action: Action, value: string]>>;
    summary: ByBasis<Say<[action: Action, cost: string, tick: string]>>;
    legend: ByBasis<string>;
  };
  /** Whose the figures are. */
  whose: {
    all: Record<Given, string>;
    partly: Record<Given, string>;
    start: string;
    /** What clear empties. */
    rest: string;
    clear: string;
    keep: string;
  };
  inputs: {
    heading: string;
    example: string;
    yours: string;
    /** Figures that are none of an example's, nor the visitor's. */
    given: Record<Exclude<Given, 'example'>, string>;
    yoursNote: string;
    outcome: string;
    closeRateNote: Say<[action: Action]>;
    valueNote: Record<Value['mode'], string>;
    valueMode: string;
    valueModes: Record<Value['mode'], string>;
    moreOnCustomers: string;
    marginNote: string;
    basis: string;
    year: Say<[n: number]>;
    addYear: string;
    removeYear: string;
    channels: string;
    channel: string;
    cost: string;
    /** What amounts of a period are: per month. */
    per: Record<Scenario['period']['kind'], string>;
    costPer: Say<[per: string]>;
    details: Say<[name: string]>;
    lines: Say<[n: number]>;
    addChannel: string;
    name: string;
    platform: string;
    funnel: string;
    asPlan: string;
    shared: string;
    allocation: string;
    setup: string;
    period: string;
    periods: Record<Scenario['period']['kind'], string>;
    months: string;
    currency: string;
    action: string;
    notes: string;
    /** Ends the accessible name of a field: "in euros". */
    inUnit: Say<[unit: string]>;
    percent: string;
    /** Accessible names of the button that turns a figure into a range, and back. */
    toRange: Say<[label: string]>;
    toFigure: Say<[label: string]>;
    /** The name of what Alt and ↓ lead to from the field. */
    withKey: Say<[name: string]>;
    notRead: string;
    rangeOfNothing: string;
    likely: Say<[label: string]>;
    rangeOf: Say<[label: string]>;
    /** Before the two ends. */
    nineInTen: string;
    ends: Record<'low' | 'high', { short: string; long: Say<[label: string]> }>;
    goal: string;
    goalOff: string;
    goalTarget: string;
  };
  scenarios: {
    heading: string;
    shown: string;
    compare: string;
    with: Record<OtherRole, string>;
    copyNote: string;
    roles: Record<NonNullable<Scenario['role']>, string>;
    role: string;
    rename: string;
    remove: string;
    removeNamed: Say<[name: string]>;
  };
  results: {
    heading: string;
    profit: ByBasis<string>;
    profitNote: ByBasis<string>;
    breakEven: ByBasis<string>;
    fullCost: string;
    cost: string;
    headroom: ByBasis<string>;
    costPer: Say<[action: Action]>;
    perAction: Say<[action: Action]>;
    inAll: Say<[cost: string]>;
    /** A kind of cost without what channels share. */
    ownLines: Say<[kind: string]>;
    withoutShared: string;
    channels: string;
    channelsNote: string;
    best: Say<[best: string, worst: string | undefined]>;
    losing: Say<[list: string, isOne: boolean]>;
    losingByShare: Say<[list: string, isOne: boolean]>;
    losingBy: Say<[name: string, amount: string]>;
    onlyOne: Say<[name: string]>;
    /** Of channels that are no part of the plan yet. */
    blank: Say<[names: string]>;
    leftOut: Say<[action: Action, list: string]>;
    leftOutSpent: Say<[name: string, cost: string]>;
    /** Heads a column. */
    roi: string;
    costAndBreakEven: ByBasis<string>;
    total: string;
    sortBy: Say<[column: string]>;
    all: string;
    allAnswer: Say<[n: string]>;
    goal: string;
    goalReached: string;
    goalMissed: Say<[gap: string, isCount: boolean]>;
    goalExceeded: Say<[gap: string]>;
    goalUnknown: string;
    goalSentence: Say<[what: string, target: string, by: string]>;
    goalTakes: string;
    goalUnreachable: string;
    goalLimit: Say<[limit: string]>;
    undefinedMark: string;
  };
  explain: {
    open: Say<[metric: string]>;
    title: Say<[metric: string, channel: string | undefined]>;
  };
  analyses: {
    loading: string;
    notLoaded: string;
    /** Opens the numbers of a chart. */
    figures: string;
    chances: Say<[n: number, of: number]>;
    nearlyAlways: string;
    hardlyEver: string;
    earning: ByBasis<Say<[chances: string]>>;
    /** What a chance takes for granted; it goes on after it. */
    ifExact: Say<[n: number, shown: string]>;
    between: Say<[low: string, high: string]>;
    /** Percentage points. */
    points: Say<[n: string]>;
    time: {
      atOnce: string;
      after: Say<[months: string]>;
      never: string;
      later: string;
      payback: ByBasis<string>;
      afterStart: ByBasis<string>;
    };
  };
  actions: {
    /** The first thing that Tab reaches. */
    skip: string;
    undo: string;
    redo: string;
    /** Opens the tools that turn something measured into figures. */
    evidence: string;
    /** Opens the ways to keep and share. */
    keeping: string;
    report: string;
    language: string;
  };
}
