// The plan as a workbook: what was typed in cells, everything else in formulas over them. The
// formulas are the core's own, read off its explanation of every figure.

import { type Category, type Metric, metrics } from '../../../generated/metrics';
import { lifetimeWords } from '../../answer/lifetime';
import { basisWords } from '../../answer/results';
import type { Entry, Explanation, Term } from '../../engine/engine';
import type { AskOfEvidence } from '../../engine/reader';
import { type OwnEntry, unitFor, whereFrom } from '../../explanation/explanation';
import { restWords } from '../../locales/later/index';
import { analysesOf } from '../../plan/analyses';
import { unlike } from '../../tools/changes/answer';
import { timeWords } from '../../tools/payback/words';
import { reportingWords } from '../../tools/reporting/words';
import { scorecardWords } from '../../tools/scorecard/words';
import { withOwn } from '../../view/own';
import { isNumber, nameOf, ownLabel, scenarioName, type View } from '../../view/view';
import { fieldName, lower, statesTime } from '../../view/words';
import { kOfChannels } from '../channel-columns';
import { periodOf } from '../period';
import { pageWords } from '../words/index';
import { formatOf, operation, orUndefined, typedFormat } from './formulas';
import { withKpis } from './kpis';
import {
  address,
  type Cell,
  fixedAddress,
  inSheet,
  type Name,
  nameFor,
  type Sheet,
  sheetNameFor,
  workbook,
} from './ooxml';
import { reportingSheet } from './reporting';
import { viewOf } from './scenarios';

const kOrder = Object.keys(metrics);
/** KPIs and their counts stand below all else. */
const orderOf = (metric: Metric) => kOrder.indexOf(metric) + 1 || kOrder.length;
/** A formula is at most 8192 characters long: a longer sum is taken in steps. */
const kMostParts = 100;
/** The columns of cash month by month, in their order. */
const kOfMonths: Metric[] = [
  'afterPurchase',
  'cashOfStream',
  'cashIn',
  'cashOut',
  'cashFlow',
  'cashToDate',
  'payback',
  'discountFactor',
  'presentValue',
  'presentToDate',
  'discountedPayback',
];
/** Of these, what adds up. */
const kSummed: ReadonlySet<string> = new Set<Metric>([
  'cashOfStream',
  'cashIn',
  'cashOut',
  'cashFlow',
  'presentValue',
]);
/** What the summary says of the plan, and of each channel. */
const kKeyFigures: Metric[] = [
  'cost',
  'return',
  'profit',
  'roi',
  'fullCostCpl',
  'breakEvenCpl',
  'headroom',
  'leads',
  'customers',
];
const kNarrow = 14;
const kWidest = 48;

/** A sheet that grows by rows, section by section. */
class Page {
  readonly rows: Cell[][];
  private readonly named = new Map<string, number>();
  private section = '';

  constructor(
    readonly name: string,
    heads: readonly Cell[],
    private readonly hasHeads = true,
  ) {
    this.rows = [[...heads]];
  }

  add(cells: Cell[]): number {
    return this.rows.push(cells) - 1;
  }

  /** The row of that key, made under its section where there is none. */
  row(section: string, key: string, label: string): number {
    const known = this.named.get(key);
    if (known !== undefined) return known;
    if (section !== this.section) this.add([bold(section)]);
    this.section = section;
    const row = this.add([{ value: label }]);
    this.named.set(key, row);
    return row;
  }

  get sheet(): Sheet {
    const { name, rows, hasHeads } = this;
    const columns = Math.max(...rows.map((row) => row.length));
    const widths = Array.from({ length: columns }, (_, column) => this.width(column));
    return { name, rows, widths, hasHeads };
  }

  /** Wide enough for its texts, within reason; what stands alone in its row has all of it. */
  private width(column: number): number {
    const lengths = this.rows.map((row) => {
      if (row.length === 1) return 0;
      const { value, formula, look } = row[column] ?? {};
      const isText = typeof value === 'string' && formula === undefined && look !== 'head';
      return isText ? value.length + 2 : 0;
    });
    return lengths.reduce((a, b) => Math.max(a, Math.min(b, kWidest)), kNarrow);
  }
}

const kMonthsAYear = 12;

const columnOf = ({ metric, channel }: { metric: Metric; channel?: string | undefined }) =>
  `${metric} ${channel ?? ''}`;

const bold = (value: string): Cell => ({ value, look: 'bold' });
/** Above numbers; it may take several lines. */
const head = (value: string): Cell => ({ value, look: 'head' });
const aside = (cell: Cell): Cell => ({ ...cell, isAside: true });

interface Place {
  page: Page;
  row: number;
  column: number;
}

/** What sheets and cells of a plan are called, each unlike all others of the workbook. */
interface Calls {
  sheet: (words: string) => string;
  cell: (words: string) => string;
}

class Plan {
  private readonly summary: Page;
  private readonly inputs: Page;
  private readonly channels: Page;
  private readonly results: Page;
  private readonly cash: Page;
  /** Where each entry's cell is. */
  private readonly places: Place[] = [];
  /** Of the results, by metric and channel. */
  private readonly found = new Map<string, { entry: Entry; place: Place }>();
  readonly names: Name[] = [];

  constructor(
    private readonly view: View,
    private readonly explanation: Explanation,
    private readonly calls: Calls,
  ) {
    const { text, store } = view;
    const say = pageWords(view).sheet;
    const name = scenarioName(view, store.at);
    this.summary = new Page(
      calls.sheet(say.summary),
      [bold(name), head(text.results.total)],
      false,
    );
    this.inputs = new Page(calls.sheet(say.inputs), [
      ...[name, text.inputs.channel].map(bold),
      head(say.value),
      aside(bold(say.unit)),
      ...[say.low, say.high].map(head),
      aside(bold(say.source)),
    ]);
    const names = store.scenario.channels.map(({ id }) => nameOf(view, id));
    this.channels = new Page(calls.sheet(say.channels), [
      bold(name),
      ...[...names, text.results.total].map(head),
    ]);
    this.results = new Page(calls.sheet(say.results), [bold(name), head(text.results.total)]);
    const months = this.monthColumns();
    this.cash = new Page(calls.sheet(say.cash), [
      bold(timeWords(this.view).monthColumn),
      ...[...months.values()].map(head),
    ]);
    this.placeInputs();
    this.placeFigures();
    this.placeMonths([...months.keys()]);
    for (const [index, entry] of explanation.entries.entries()) {
      const place = this.places[index];
      if (place && entry.entry === 'figure') this.fill(entry, place);
    }
    this.addTotals();
    this.totalMonths([...months.keys()]);
    this.summarise();
  }

  get sheets(): Sheet[] {
    const cash = this.cash.rows.length > 1 ? [this.cash] : [];
    return [this.summary, this.inputs, this.channels, this.results, ...cash].map(
      ({ sheet }) => sheet,
    );
  }

  // The summary, totals and names

  private summarise(): void {
    const { text, labels, store } = this.view;
    const say = pageWords(this.view).sheet;
    for (const metric of kKeyFigures) {
      const row = this.summary.add([{ value: labels[metric] }, this.copyOf(metric, undefined)]);
      this.call(`${text.results.total} ${labels[metric]}`, { page: this.summary, row, column: 1 });
    }
    this.summary.add([{ value: basisWords(this.view) }]);
    this.summary.add([{ value: `${text.inputs.period}${text.colon}${periodOf(this.view)}` }]);
    const years = lifetimeWords(this.view);
    if (years) this.summary.add([{ value: years }]);
    this.summary.add([]);
    const heads = kOfChannels.map((metric) => head(labels[metric]));
    this.summary.add([bold(text.inputs.channel), ...heads]);
    for (const { id } of store.scenario.channels) {
      const name = nameOf(this.view, id);
      const figures = kOfChannels.map((metric) => this.copyOf(metric, id));
      const row = this.summary.add([{ value: name }, ...figures]);
      for (const [at, metric] of kOfChannels.entries())
        this.call(`${name} ${labels[metric]}`, { page: this.summary, row, column: at + 1 });
    }
    const totals = kOfChannels.map((metric) => this.copyOf(metric, undefined));
    const total: Cell[] = [{ value: text.results.total }, ...totals];
    this.summary.add(total.map((cell) => ({ ...cell, look: 'total' })));
    this.summary.add([]);
    this.summary.add([{ value: say.toType(this.inputs.name), look: 'input' }]);
    this.summary.add([{ value: say.follows }]);
  }

  /** A result as it stands elsewhere. */
  copyOf(metric: Metric, channel: string | undefined): Cell {
    const known = this.found.get(columnOf({ metric, channel }));
    if (!known) return {};
    const { entry, place } = known;
    const value = isNumber(entry.value) ? entry.value : this.undefinedMark;
    const formula = inSheet(place.page.name, address(place.row, place.column));
    return { formula, value, format: formatOf(this.view, unitFor(this.view, entry)) };
  }

  /** Beside the channels' figures, that of the plan. */
  private addTotals(): void {
    const column = this.view.store.scenario.channels.length + 1;
    for (const { entry, place } of [...this.found.values()]) {
      const cells = place.page.rows[place.row];
      if (place.page !== this.channels || !cells || cells[column]) continue;
      cells[column] = this.copyOf(entry.metric, undefined);
    }
  }

  /** A name for a cell, if a figure stands there. */
  private call(words: string, { page, row, column }: Place): void {
    if (!page.rows[row]?.[column]?.format) return;
    const cell = inSheet(page.name, fixedAddress(row, column));
    this.names.push({ name: this.calls.cell(words), cell });
  }

  // Cash, month by month

  /** What heads each column, by what stands in it. */
  private monthColumns(): Map<string, string> {
    const { view, explanation } = this;
    const byMonth = explanation.entries.filter(({ month }) => month !== undefined);
    byMonth.sort((a, b) => kOfMonths.indexOf(a.metric) - kOfMonths.indexOf(b.metric));
    return new Map(
      byMonth.map(({ metric, channel }) => {
        // of this channel, and of all whose money comes as its does
        const pace =
          channel === undefined ? undefined : pageWords(view).sheet.pace(nameOf(view, channel));
        return [columnOf({ metric, channel }), view.text.explain.title(view.labels[metric], pace)];
      }),
    );
  }

  private placeMonths(columns: string[]): void {
    for (const [index, entry] of this.explanation.entries.entries()) {
      const { month } = entry;
      if (month === undefined) continue;
      while (this.cash.rows.length <= month + 1) {
        this.cash.add([{ value: this.cash.rows.length - 1 }]);
      }
      const column = columns.indexOf(columnOf(entry)) + 1;
      this.places[index] = { page: this.cash, row: month + 1, column };
    }
    const { irr } = analysesOf(this.view.store).cashFlow()?.total ?? {};
    if (irr === undefined || !isNumber(irr) || this.cash.rows.length < 2) return;
    const column = columns.indexOf('cashFlow ') + 1;
    const from = this.reference({ page: this.cash, row: 1, column }, this.results);
    const to = address(this.cash.rows.length - 1, column);
    const guess = (1 + irr) ** (1 / kMonthsAYear) - 1;
    const row = this.results.row(this.sectionOf({ metric: 'irr' }), 'irr', this.view.labels.irr);
    const found = `IFERROR(IRR(${from}:${to},${guess}),IRR(${from}:${to},0))`;
    const formula = this.formula(`(1+${found})^${kMonthsAYear}-1`);
    this.results.rows[row]?.push({ formula, value: irr, format: formatOf(this.view, 'rate') });
  }

  /** Below the months, their sums: what is undefined, a text, leaves none. */
  private totalMonths(columns: string[]): void {
    const last = this.cash.rows.length - 1;
    if (last < 1) return;
    const sums = columns.map((key, at): Cell => {
      const [metric = ''] = key.split(' ');
      if (!kSummed.has(metric)) return {};
      const months = `${address(1, at + 1)}:${address(last, at + 1)}`;
      return {
        formula: this.formula(`SUMPRODUCT(1*${months})`),
        format: formatOf(this.view, 'money'),
      };
    });
    const total: Cell[] = [{ value: pageWords(this.view).sheet.ofMonths }, ...sums];
    this.cash.add(total.map((cell) => ({ ...cell, look: 'total' })));
  }

  // What was typed, or could be

  private placeInputs(): void {
    const { entries } = this.explanation;
    const owners = new Map<number, Entry>();
    for (const entry of entries) {
      for (const term of entry.terms ?? []) if ('entry' in term) owners.set(term.entry, entry);
    }
    const order = new Intl.Collator('en', { numeric: true });
    const list = [...entries.entries()]
      .filter(([, { entry }]) => entry !== 'figure')
      .map(([index, entry]) => ({ index, entry, ...this.field(entry, owners.get(index)) }))
      .sort(
        (a, b) =>
          a.channel - b.channel ||
          order.compare(a.line, b.line) ||
          orderOf(a.entry.metric) - orderOf(b.entry.metric) ||
          order.compare(a.pointer, b.pointer),
      );
    const rows = new Map<string, number>();
    for (const { index, entry, channel, pointer } of list) {
      // what several figures lack is typed once, beside what is there for others
      const key = `${entry.entry} ${pointer}`;
      const row = rows.get(key) ?? this.addInput(entry, channel, pointer);
      rows.set(key, row);
      this.places[index] = { page: this.inputs, row, column: 2 };
    }
  }

  /** Where an input is in the document, or would be; the plan's own have no channel: -1. */
  private field({ pointer, metric, own }: Entry, owner: Entry | undefined) {
    const { scenario, base } = this.view.store;
    const channelOf = (id: string | undefined) => scenario.channels.findIndex((c) => c.id === id);
    const [, typed] = /\/channels\/(\d+)\//.exec(pointer ?? '') ?? [];
    const channel = pointer === undefined ? channelOf(owner?.channel) : Number(typed ?? -1);
    const around = owner?.pointer ?? (channel < 0 ? base : `${base}/channels/${channel}`);
    const place = pointer ?? `${around}/${own === undefined ? metric : `own/${own}`}`;
    const [line = ''] = /.*\/(?:\w*[cC]osts|savings)\/\d+/.exec(place) ?? [];
    return { channel, line, pointer: place };
  }

  private addInput(entry: Entry, channel: number, pointer: string): number {
    const { view } = this;
    const { store } = view;
    const unit = unitFor(view, entry);
    const format = typedFormat(view, unit);
    const [id, label] = this.inputName(entry, channel, pointer);
    const value = isNumber(entry.value) ? entry.value : this.undefinedMark;
    const units = { ...pageWords(view).sheet.units, money: store.scenario.currency };
    const isTyped = entry.entry === 'input';
    const row = this.inputs.add([
      { value: label },
      id === undefined ? {} : { value: nameOf(view, id) },
      { value, format, look: 'input' },
      aside({ value: units[unit] }),
      entry.low === undefined ? {} : { value: entry.low, format },
      entry.high === undefined ? {} : { value: entry.high, format },
      aside({ value: isTyped ? whereFrom(view, entry) : restWords(view).explain.missing }),
    ]);
    const name = id === undefined ? label : `${label} ${nameOf(view, id)}`;
    this.call(name, { page: this.inputs, row, column: 2 });
    return row;
  }

  private inputName({ metric, label: own }: Entry, channel: number, pointer: string) {
    const { view } = this;
    const { text, store } = view;
    const [, line, weight] = /(.*)\/allocation(\/weights\/\d+)/.exec(pointer) ?? [];
    const id = weight
      ? store.get(`${line}/allocation${weight}/channel`)
      : store.scenario.channels[channel]?.id;
    const [, year] = /\/yearlyRevenue\/(\d+)$/.exec(pointer) ?? [];
    const name = own || fieldName(view, line ? `${line}/weight` : pointer, metric);
    const label = year ? `${name}${text.colon}${text.inputs.year(Number(year) + 1)}` : name;
    return [id as string | undefined, label] as const;
  }

  // What is worked out

  /** Results by category, then the lines of ledgers: a row each, with its channels side by side. */
  private placeFigures(): void {
    const columns = new Map(this.view.store.scenario.channels.map(({ id }, i) => [id, i + 1]));
    const figures = [...this.explanation.entries.entries()]
      .filter(([, { entry, month }]) => entry === 'figure' && month === undefined)
      .sort(([, a], [, b]) => orderOf(a.metric) - orderOf(b.metric));
    // parts of totals stand below all that are whole
    const parts = figures.filter(([, { part }]) => part !== undefined);
    const wholes = figures.filter(([, { part }]) => part === undefined);
    for (const [index, entry] of [...wholes, ...parts]) {
      const { channel, metric, part, pointer, own } = entry;
      const page = channel === undefined ? this.results : this.channels;
      const row = page.row(
        this.sectionOf(entry),
        `${metric} ${part} ${pointer} ${own}`,
        this.nameOf(entry),
      );
      const place = { page, row, column: columns.get(channel ?? '') ?? 1 };
      this.places[index] = place;
      const isResult = part === undefined && pointer === undefined && own === undefined;
      if (isResult) this.found.set(columnOf(entry), { entry, place });
    }
  }

  private sectionOf({
    metric,
    part,
    unit,
    own,
  }: Pick<OwnEntry, 'metric' | 'part' | 'unit' | 'own'>): string {
    if (own) return restWords(this.view).own.figures;
    if (unit) return scorecardWords(this.view).heading;
    const { text, labels } = this.view;
    if (part) return restWords(this.view).explain.part[part](text.results.total);
    const { cash, saving } = pageWords(this.view).method.categories;
    const titles: Partial<Record<Category, string>> = {
      ...text.categories,
      goal: text.inputs.goal,
      cash,
      saving,
    };
    return titles[metrics[metric].category] ?? labels[metric];
  }

  private nameOf({ metric, label, kind }: Entry): string {
    const { labels, store } = this.view;
    if (label || kind) return label || labels[kind ?? metric];
    return ownLabel(this.view, store.scenario, metric);
  }

  private fill(entry: Entry, { page, row, column }: Place): void {
    const cells = page.rows[row];
    const terms = entry.terms ?? [];
    if (!cells) return;
    const value = isNumber(entry.value) ? entry.value : this.undefinedMark;
    const unit = unitFor(this.view, entry);
    const isFactor = entry.month !== undefined && unit === 'ratio';
    const format = isFactor ? '0.0000' : formatOf(this.view, unit);
    cells[column] = {
      formula: this.formula(this.term(terms, terms.length - 1, page)),
      value,
      format,
    };
  }

  // Formulas: what is undefined is a text, which every operation turns into an error

  private formula(of: string): string {
    return orUndefined(this.view, of);
  }

  private term(terms: Term[], index: number, on: Page): string {
    const term = terms[index];
    if (!term) return '';
    if ('entry' in term) return this.reference(this.places[term.entry], on);
    if ('constant' in term) return String(term.constant);
    const { op, of } = term;
    if (op === 'sum') return this.sum(terms, of, on);
    return operation(
      op,
      of.map((operand) => ({ text: this.term(terms, operand, on), term: terms[operand] })),
    );
  }

  private sum(terms: Term[], of: number[], on: Page): string {
    if (of.length <= kMostParts) return of.map((part) => this.term(terms, part, on)).join('+');
    const parts: string[] = [];
    for (let from = 0; from < of.length; from += kMostParts) {
      const some = of.slice(from, from + kMostParts);
      parts.push(this.reference(this.step(this.sum(terms, some, this.results)), on));
    }
    return parts.join('+');
  }

  /** A part of a sum, in a cell of its own. */
  private step(formula: string): Place {
    const { steps } = pageWords(this.view).sheet;
    const page = this.results;
    const row = page.row(steps, `${steps} ${page.rows.length}`, '');
    page.rows[row]?.push({ formula: this.formula(formula) });
    return { page, row, column: 1 };
  }

  private reference(place: Place | undefined, on: Page): string {
    if (!place) throw new Error('an explanation names an entry it does not hold');
    const { page, row, column } = place;
    const cell = address(row, column);
    return page === on ? cell : inSheet(page.name, cell);
  }

  // Number formats

  private get undefinedMark(): string {
    return this.view.text.results.undefinedMark;
  }
}

const kOfScenarios = [
  'cost',
  'leads',
  'customers',
  'return',
  'profit',
  'roi',
  'fullCostCpl',
] as const;

/** Side by side, those whose figures are the same things in the same money. */
function overview(view: View, all: readonly (readonly [View, Plan])[]): Sheet[] {
  const { text, labels, action } = view;
  const plans = all.filter(([one]) => one.action === action && !unlike(view, one.store.scenario));
  if (plans.length < 2) return [];
  const names = plans.map(([one]) => scenarioName(one, one.store.at));
  const page = new Page(text.scenarios.heading, [bold(''), ...names.map(head)]);
  for (const metric of kOfScenarios)
    page.add([
      { value: labels[metric] },
      ...plans.map(([, plan]) => plan.copyOf(metric, undefined)),
    ]);
  const years = lifetimesWords(plans.map(([one]) => one));
  if (years.length > 0) page.add([]);
  for (const words of years) page.add([{ value: words }]);
  return [page.sheet];
}

/** What is of the period and what of years: of all plans at once, or of each that counts a lifetime. */
function lifetimesWords(plans: readonly View[]): string[] {
  const words = plans.map(lifetimeWords);
  const [first = ''] = words;
  if (words.every((one) => one === first)) return first ? [first] : [];
  const named = (one: View) => `${scenarioName(one, one.store.at)}${one.text.colon}`;
  return plans.flatMap((one, at) => (words[at] ? `${named(one)}${lower(words[at])}` : []));
}

/** The workbook of all scenarios, the one that is shown first; nothing where one is too large to be
 * explained. `ask`: what answers about KPIs and reporting time; without it, neither is there. */
export function spreadsheet(view: View, ask?: AskOfEvidence): Uint8Array<ArrayBuffer> | undefined {
  const { at, document } = view.store;
  const others = [...document.scenarios.keys()].filter((one) => one !== at);
  const [sheetNames, names] = [new Set<string>(), new Set<string>()];
  const plans: (readonly [View, Plan])[] = [];
  const beside: Sheet[] = [];
  for (const index of [at, ...others]) {
    const shown = viewOf(view, index);
    const made = shown.store.explain({ cash: statesTime(shown) });
    if (!made) return undefined;
    const explanation = withOwn(shown, made);
    const name = scenarioName(view, index);
    const calls: Calls = {
      sheet: (words) => sheetNameFor(others.length > 0 ? `${words}, ${name}` : words, sheetNames),
      cell: (words) => nameFor(index === at ? words : `${words} ${name}`, names),
    };
    const all = ask ? withKpis(shown, explanation, ask) : explanation;
    plans.push([shown, new Plan(shown, all, calls)]);
    if (ask && shown.store.scenario.reporting) {
      const sheet = reportingSheet(shown, ask, calls.sheet(reportingWords(shown).title));
      if (sheet) beside.push(sheet);
    }
  }
  const title = `${view.text.title}${view.text.colon}${scenarioName(view, at)}`;
  const sheets = [...plans.flatMap(([, plan]) => plan.sheets), ...overview(view, plans), ...beside];
  const cells = plans.flatMap(([, plan]) => plan.names);
  return workbook(sheets, cells, { title, language: view.format.locale });
}
