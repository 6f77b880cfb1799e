// What a language must say of what only pages of our own have. A missing key fails the build.
import type { Condition } from '../../../generated/methodology';
import type { Better, Metric, Unit } from '../../../generated/metrics';
import type { Say } from '../../locales/say';

export interface PageWords {
  evidence: {
    heading: string;
    /** Leads back to all tools. */
    others: string;
    loading: string;
    notFetched: string;
    again: string;
  };
  keeping: {
    /** What becomes of the visitor's figures. */
    stored: string;
    page: string;
    pageNote: string;
    savePage: string;
    pageSaved: string;
    pageNotSaved: string;
    report: string;
    reportNote: string;
    prepare: string;
    device: string;
    deviceNote: string;
    remember: string;
    remembered: string;
    forgotten: string;
    cannotRemember: string;
    /** Another plan than the one remembered is open. */
    visiting: string;
    /** What is remembered, or saved in the page, cannot be read. */
    unread: string;
    backToOwn: string;
    rememberThis: string;
    workbook: string;
    workbookSaved: string;
    workbookWithout: string;
    workbookTooLarge: string;
    /** What becomes of a table that is opened as a file. */
    tableNote: string;
  };

  /** A plan that came by a link, until it is changed. */
  shared: {
    looking: string;
    yours: string;
    keep: string;
    back: Record<'own' | 'example', string>;
  };

  /** Spreadsheet and CSV. */
  sheet: {
    /** Names of sheets: 31 characters at most, none of []:*?/\\'. */
    summary: string;
    inputs: string;
    channels: string;
    results: string;
    cash: string;
    /** Head of the column that the formulas use. */
    value: string;
    low: string;
    high: string;
    unit: string;
    units: Record<Exclude<Unit, 'money'>, string>;
    source: string;
    steps: string;
    /** What the look of inputs means; and what the other cells do. */
    toType: Say<[sheet: string]>;
    follows: string;
    /** Of the money that comes as that of a channel does. */
    pace: Say<[channel: string]>;
    /** Below months, their sum. */
    ofMonths: string;
  };

  /** The printed report. */
  report: {
    heading: string;
    title: string;
    client: string;
    author: string;
    note: string;
    /** Before the titles of its sections. */
    holds: string;
    print: string;
    /** The title of a report without one. */
    untitled: string;
    /** The same of a campaign that is over. */
    wrapUp: string;
    scenario: string;
    date: string;
    keyNumbers: string;
    /** A figure of a point that was observed of how a channel responds. */
    observed: Say<[point: number, figure: string]>;
    goal: string;
    channels: string;
    assumptions: string;
    figure: string;
    value: string;
    from: string;
    plan: string;
    range: Say<[low: string, high: string]>;
    likely: Say<[value: string]>;
    per: Record<'month' | 'quarter' | 'year', string>;
    over: Say<[months: string]>;
    notes: string;
    method: string;
    /** On the first page: what the figures show to be better, and what the answer hangs on most. */
    changes: string;
    /** In its place, of a campaign that is over. */
    learnt: string;
    deciding: string;
    split: Say<[answer: string]>;
    /** How well channels respond is stated, or their rates stay. */
    goalTakes: Say<[budget: string, cost: string, isStated: boolean]>;
    effect: Say<[metric: string]>;
    perPercent: Say<[change: string]>;
    moreChannels: Say<[n: number, count: string]>;
    otherChannels: string;
    notThere: string;
    /** The agency's logo and colour. */
    brand: Record<'choose' | 'logo' | 'colour' | 'none' | 'note' | 'chosen' | 'refused', string>;
    /** Whether a customer's years are discounted. */
    amounts: Say<[discounted: boolean]>;
    onePage: string;
    preview: string;
    /** Over figures that come from the same place. */
    figuresFrom: Say<[where: string, count: string, isOne: boolean]>;
    private: string;
    /** At the end of the report in a page that was saved as a file, where no script runs. */
    needsScript: string;
    /** The same in a page that the browser saved. */
    asSaved: string;
    /** Where a copy can be had that can be edited. */
    editable: Say<[address: string]>;
  };

  /** The methodology, and what would change a figure most. */
  method: {
    heading: string;
    answer: Say<[figures: string]>;
    definition: string;
    back: string;
    lead: string;
    principles: readonly (readonly [title: string, text: string])[];
    /** What no figure counts, or only when it is asked for. */
    leftOut: string;
    leftOutOf: readonly (readonly [what: string, text: string])[];
    figures: string;
    figuresNote: string;
    /** Behind a formula: when it is the one that counts. */
    when: Record<Condition, string>;
    whenGoal: Say<[metrics: string]>;
    named: Say<[figure: string]>;
    /** Of what a figure is divided by. */
    noNumber: Say<[either: string]>;
    /** What formulas do not say, and what cash month by month is: formulas have a sign of equality. */
    about: Partial<Record<Metric, readonly string[]>>;
    several: Say<[n: string]>;
    categories: Record<'goal' | 'saving' | 'cash' | 'input' | 'line', string>;
    units: Record<Unit, string>;
    unitOfGoal: string;
    unitOfGoalParts: string;
    better: Record<Better, string>;
    sources: string;
  };

  /** Charts taken out as pictures. */
  charts: {
    /** Stands before the formats. */
    picture: string;
    /** Names the links, which are seen as the formats alone. */
    take: Say<[format: string]>;
    taken: string;
    notTaken: string;
  };
}
