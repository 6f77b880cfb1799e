// The plan as a workbook: what was typed in cells, everything else in formulas over them. The
// formulas are the core's own, read off its explanation of every figure.
import { type Category, metrics, type Unit } from '../../generated/metrics';
import { isWeaker, whereFrom } from '../components/explanation';
import { isNumber, nameOf, scenarioName, unitOf, type View } from '../components/view';
import { fieldName } from '../components/words';
import type { Entry, Explanation, Term } from '../engine/engine';
import { pageWords } from '../locales/page';
import { address, type Cell, type Sheet, workbook } from './ooxml';

const kSigns = { add: '+', subtract: '-', multiply: '*', quotient: '/' };
const kOrder = Object.keys(metrics);
/** A formula is at most 8192 characters long: a longer sum is taken in steps. */
const kMostParts = 200;
const kNarrow = 14;
const kWidest = 48;

/** A sheet that grows by rows, section by section. */
class Page {
  readonly rows: Cell[][];
  private readonly named = new Map<string, number>();
  private section = '';

  constructor(
    readonly name: string,
    heads: readonly string[],
  ) {
    this.rows = [heads.map(bold)];
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
    const { name, rows } = this;
    return { name, rows, widths: rows[0]?.map((_, column) => this.width(column)) ?? [] };
  }

  /** Wide enough for its texts, within reason. */
  private width(column: number): number {
    const lengths = this.rows.map((row) => {
      const { value, formula } = row[column] ?? {};
      return typeof value === 'string' && formula === undefined ? value.length + 2 : 0;
    });
    return lengths.reduce((a, b) => Math.max(a, Math.min(b, kWidest)), kNarrow);
  }
}

const bold = (value: string): Cell => ({ value, bold: true });

interface Place {
  page: Page;
  row: number;
  column: number;
}

class Plan {
  private readonly inputs: Page;
  private readonly channels: Page;
  private readonly results: Page;
  /** Where each entry's cell is. */
  private readonly places: Place[] = [];

  constructor(
    private readonly view: View,
    private readonly explanation: Explanation,
  ) {
    const { text, store } = view;
    const say = pageWords(view).sheet;
    const name = scenarioName(view, store.at);
    this.inputs = new Page(say.inputs, [
      name,
      text.inputs.channel,
      say.value,
      say.unit,
      say.low,
      say.high,
      say.source,
    ]);
    const names = store.scenario.channels.map(({ id }) => nameOf(view, id));
    this.channels = new Page(say.channels, [name, ...names]);
    this.results = new Page(say.results, [name, text.results.total]);
    this.placeInputs();
    this.placeFigures();
    for (const [index, entry] of explanation.entries.entries()) {
      const place = this.places[index];
      if (place && entry.entry === 'figure') this.fill(entry, place);
    }
  }

  get sheets(): Sheet[] {
    return [this.inputs, this.channels, this.results].map(({ sheet }) => sheet);
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
          kOrder.indexOf(a.entry.metric) - kOrder.indexOf(b.entry.metric) ||
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
  private field({ pointer, metric }: Entry, owner: Entry | undefined) {
    const { scenario, base } = this.view.store;
    const channelOf = (id: string | undefined) => scenario.channels.findIndex((c) => c.id === id);
    const [, typed] = /\/channels\/(\d+)\//.exec(pointer ?? '') ?? [];
    const channel = pointer === undefined ? channelOf(owner?.channel) : Number(typed ?? -1);
    const around = owner?.pointer ?? (channel < 0 ? base : `${base}/channels/${channel}`);
    const place = pointer ?? `${around}/${metric}`;
    const [line = ''] = /.*\/\w*[cC]osts\/\d+/.exec(place) ?? [];
    return { channel, line, pointer: place };
  }

  private addInput(entry: Entry, channel: number, pointer: string): number {
    const { view } = this;
    const { text, store } = view;
    const unit = unitOf(entry.metric);
    const format = this.typedFormat(unit);
    const [id, label] = this.inputName(entry, channel, pointer);
    const value = isNumber(entry.value) ? entry.value : this.undefinedMark;
    const units = { ...pageWords(view).sheet.units, money: store.scenario.currency };
    const isTyped = entry.entry === 'input';
    return this.inputs.add([
      { value: label },
      id === undefined ? {} : { value: nameOf(view, id) },
      { value, format },
      { value: units[unit] },
      entry.low === undefined ? {} : { value: entry.low, format },
      entry.high === undefined ? {} : { value: entry.high, format },
      { value: isTyped ? whereFrom(view, entry) : text.explain.missing },
    ]);
  }

  private inputName({ metric }: Entry, channel: number, pointer: string) {
    const { view } = this;
    const { text, store } = view;
    const [, line, weight] = /(.*)\/allocation(\/weights\/\d+)/.exec(pointer) ?? [];
    const id = weight
      ? store.get(`${line}/allocation${weight}/channel`)
      : store.scenario.channels[channel]?.id;
    const [, year] = /\/yearlyRevenue\/(\d+)$/.exec(pointer) ?? [];
    const name = fieldName(view, line ? `${line}/weight` : pointer, metric);
    const label = year ? `${name}${text.colon}${text.inputs.year(Number(year) + 1)}` : name;
    return [id as string | undefined, label] as const;
  }

  // What is worked out

  /** Results by category, then the lines of ledgers: a row each, with its channels side by side. */
  private placeFigures(): void {
    const columns = new Map(this.view.store.scenario.channels.map(({ id }, i) => [id, i + 1]));
    const figures = [...this.explanation.entries.entries()]
      .filter(([, { entry }]) => entry === 'figure')
      .sort(([, a], [, b]) => kOrder.indexOf(a.metric) - kOrder.indexOf(b.metric));
    // parts of totals stand below all that are whole
    const parts = figures.filter(([, { part }]) => part !== undefined);
    const wholes = figures.filter(([, { part }]) => part === undefined);
    for (const [index, entry] of [...wholes, ...parts]) {
      const { channel, metric, part, pointer } = entry;
      const page = channel === undefined ? this.results : this.channels;
      const row = page.row(
        this.sectionOf(entry),
        `${metric} ${part} ${pointer}`,
        this.nameOf(entry),
      );
      this.places[index] = { page, row, column: columns.get(channel ?? '') ?? 1 };
    }
  }

  private sectionOf({ metric, part }: Entry): string {
    const { text, labels } = this.view;
    if (part) return text.explain.part[part](text.results.total);
    const titles: Partial<Record<Category, string>> = text.categories;
    return titles[metrics[metric].category] ?? labels[metric];
  }

  private nameOf({ metric, label, kind }: Entry): string {
    return label || this.view.labels[kind ?? metric];
  }

  private fill(entry: Entry, { page, row, column }: Place): void {
    const cells = page.rows[row];
    const terms = entry.terms ?? [];
    if (!cells) return;
    const value = isNumber(entry.value) ? entry.value : this.undefinedMark;
    const format = this.format(unitOf(entry.metric));
    cells[column] = {
      formula: this.formula(this.term(terms, terms.length - 1, page)),
      value,
      format,
    };
  }

  // Formulas: what is undefined is a text, which every operation turns into an error

  private formula(of: string): string {
    return `IFERROR(${of},"${this.undefinedMark}")`;
  }

  private term(terms: Term[], index: number, on: Page): string {
    const term = terms[index];
    if (!term) return '';
    if ('entry' in term) return this.reference(this.places[term.entry], on);
    if ('constant' in term) return String(term.constant);
    const { op, of } = term;
    if (op === 'sum') return this.sum(terms, of, on);
    const parts = of.map((operand, place) => {
      const text = this.term(terms, operand, on);
      const inner = terms[operand];
      return inner && 'op' in inner && isWeaker(inner.op, op, place) ? `(${text})` : text;
    });
    if (op !== 'ifPositive') return parts.join(kSigns[op]);
    // compared as it is, a text would be greater than any number
    return `IF(${parts[0]}+0>0,${parts[1]},${parts[2]})`;
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
    return `${page === on ? '' : `'${page.name}'!`}${address(row, column)}`;
  }

  // Number formats

  private get undefinedMark(): string {
    return this.view.text.results.undefinedMark;
  }

  private format(unit: Unit): string {
    if (unit === 'count') return '[>=1000]#,##0;#,##0.0#';
    return { money: this.money(), rate: '0.00%', ratio: '0.00', months: 'General' }[unit];
  }

  /** What was typed is shown to its last digit. */
  private typedFormat(unit: Unit): string {
    if (unit === 'money') return this.money('##');
    return unit === 'rate' ? '0.0###%' : 'General';
  }

  /** With the currency's own decimals, and as many more as are there of what may have them. */
  private money(more = ''): string {
    const { currencySign, currencyLeads, currencyDigits } = this.view.format;
    const decimals = currencyDigits > 0 ? `.${'0'.repeat(currencyDigits)}${more}` : '';
    const number = `#,##0${decimals}`;
    return currencyLeads ? `"${currencySign}"${number}` : `${number}"\u00a0${currencySign}"`;
  }
}

/** The workbook of the scenario that is shown; nothing where it is too large to be explained. */
export function spreadsheet(view: View): Uint8Array<ArrayBuffer> | undefined {
  const explanation = view.store.explain({});
  if (!explanation) return undefined;
  const title = `${view.text.title}${view.text.colon}${scenarioName(view, view.store.at)}`;
  return workbook(new Plan(view, explanation).sheets, title, view.format.locale);
}
