// Why a number is what it is: its formula in words and in figures, and what it is made of, down to
// the fields that were typed. The structure comes from the core's tape.

import { html, nothing, type TemplateResult } from 'lit';
import type { AmountFigure } from '../../generated/contract';
import { type Metric, metrics, type Unit } from '../../generated/metrics';
import type { CashFlow, Lever, Sensitivity, TypedInfluence } from '../engine/analyses';
import type { Entry, Explanation, Figure, Term } from '../engine/engine';
import { benchmarkWords } from '../inputs/published';
import { figureSelector, isTold, nameOfTold, toggleTold, toldId } from '../kit/figure';
import {
  areSame,
  factorReadings,
  isWeaker,
  kNoise,
  kSigns,
  type Operation,
  type Readings,
} from '../kit/formula';
import { restWords } from '../locales/later/index';
import { analysesOf } from '../plan/analyses';
import { originAt } from '../plan/origins';
import { type Asked, influencesOn, seekForm } from '../tools/goal-seek/working';
import { leverStep, swingWords } from '../tools/influence/answer';
import { isClosed } from '../view/locked';
import { ownName, whyNot, withOwn } from '../view/own';
import {
  givenBy,
  hasHappened,
  isNumber,
  nameOf,
  type Opened,
  resultOf,
  shown,
  type Told,
  unitIn,
  type View,
} from '../view/view';
import { capital, lower } from '../view/words';
import { marking, markingButton, mayBeMarked } from './marking';

/** A sum of more parts than this is said in words. */
const kMostParts = 4;

type Write = (entry: Entry, of: Entry) => string;

class Formula {
  constructor(
    private readonly view: View,
    private readonly explanation: Explanation,
    private readonly of: Entry,
    private readonly write: Write,
  ) {}

  /** Where the words have a line of their own for the sum, it is not spelled out. */
  text(wordy: boolean): string {
    const terms = this.of.terms ?? [];
    return this.term(terms, terms.length - 1, wordy);
  }

  private term(terms: Term[], index: number, wordy: boolean): string {
    const term = terms[index];
    if (!term) return '';
    if ('entry' in term) return this.write(this.entry(term.entry), this.of);
    if ('constant' in term) return this.view.format.figure(term.constant, 'count');
    if (term.op === 'sum') return this.sum(terms, term.of, wordy);
    const parts = term.of.map((operand, place) => this.part(terms, operand, term.op, place, wordy));
    if (term.op === 'ifPositive') {
      const [test = '', yes = '', no = ''] = parts;
      return restWords(this.view).explain.ifPositive(test, yes, no);
    }
    return parts.join(kSigns[term.op]);
  }

  private part(
    terms: Term[],
    index: number,
    around: Operation,
    place: number,
    wordy: boolean,
  ): string {
    const inner = terms[index];
    const text = this.term(terms, index, wordy);
    return inner && 'op' in inner && isWeaker(inner.op, around, place) ? `(${text})` : text;
  }

  private sum(terms: Term[], parts: number[], wordy: boolean): string {
    const first = terms[parts[0] ?? 0];
    const isShort = parts.length <= kMostParts;
    const sameMetric = new Set(parts.map((part) => this.metricOf(terms[part]))).size === 1;
    if (first && 'entry' in first && sameMetric && (wordy || !isShort)) {
      if (this.entry(first.entry).metric === this.of.metric)
        return restWords(this.view).explain.sumOfChannels;
      return restWords(this.view).explain.sumOver(this.kindOf(this.entry(first.entry)));
    }
    return parts.map((part) => this.term(terms, part, wordy)).join(' + ');
  }

  private kindOf({ unit, label = '', metric }: OwnEntry): string {
    return unit ? label : this.view.labels[metric];
  }

  private metricOf(term: Term | undefined): string {
    return term && 'entry' in term ? this.entry(term.entry).metric : '';
  }

  private entry(index: number): Entry {
    const entry = this.explanation.entries[index];
    if (!entry) throw new Error('an explanation names an entry it does not hold');
    return entry;
  }
}

/** What is no metric of the plan brings its name with it, its unit, and where it comes from. */
export interface OwnEntry extends Entry {
  unit?: Unit;
  from?: string | undefined;
}

export const unitFor = (view: View, { unit, metric }: OwnEntry): Unit =>
  unit ?? unitIn(view, metric);

function valueText(view: View, entry: Entry): string {
  const { value } = entry;
  if (!isNumber(value)) return whyNot(view, value.undefined);
  return view.format.figure(value, unitFor(view, entry));
}

/** What a sum is of, each with its sign; nothing where it is no sum of figures of the same unit. */
function summed(terms: readonly Term[], at = terms.length - 1, sign = 1): [number, number][] {
  const term = terms[at];
  if (!term || 'constant' in term) return [[-1, sign]];
  if ('entry' in term) return [[term.entry, sign]];
  if (!kAdding.has(term.op)) return [[-1, sign]];
  return term.of.flatMap((operand, place) =>
    summed(terms, operand, term.op === 'subtract' && place > 0 ? -sign : sign),
  );
}

const kAdding: ReadonlySet<Operation> = new Set(['sum', 'add', 'subtract']);

/** A sum and its parts have the same decimals, and so many that it adds up. */
function readings(view: View, { entries }: Explanation, of: Entry): Readings<Entry> {
  const { format } = view;
  const unitOfEntry = (entry: Entry) => unitFor(view, entry);
  const unit = unitOfEntry(of);
  const parts = summed(of.terms ?? []).map(([at, sign]) => ({ entry: entries[at], sign }));
  const figures = [{ entry: of, sign: 1 }, ...parts].flatMap(({ entry, sign }) =>
    entry && isNumber(entry.value) && unitOfEntry(entry) === unit
      ? [{ entry, sign, value: sign * entry.value }]
      : [],
  );
  const isSum = parts.length > 1 && figures.length === parts.length + 1;
  if (!isSum) return factorReadings(format, entries, of, unitOfEntry);
  const values = figures.map(({ value }) => value);
  const least = format.exactDigits(values, unit);
  const { digits, read } = format.read(values, unit, { least, most: least + 2 });
  return new Map(
    figures.map(({ entry, sign }, at) => [
      entry,
      format.fixed(sign * (read[at] ?? 0), unit, digits),
    ]),
  );
}

export function nameOfEntry(view: View, entry: Entry): string {
  const { labels, text } = view;
  const what = entry.label || (entry.kind ? labels[entry.kind] : labels[entry.metric]);
  const named = entry.part ? restWords(view).explain.part[entry.part](what) : what;
  return text.explain.title(named, entry.channel && nameOf(view, entry.channel));
}

/** Within a formula the channel is said only where it differs from the figure's own. */
function wordsFor(view: View): Write {
  return (entry, of) => {
    const label = entry.label || view.labels[entry.metric];
    if (entry.part) return restWords(view).explain.part[entry.part](label);
    if (entry.entry !== 'figure' || entry.channel === of.channel) return label;
    return entry.channel === undefined && of.channel !== undefined
      ? restWords(view).explain.ofTotal(label)
      : label;
  };
}

function origin(view: View, entry: OwnEntry): string {
  const { format } = view;
  const unit = unitFor(view, entry);
  if (unit === 'months') return '';
  const parts: string[] = [];
  if (isNumber(entry.value) && entry.low !== undefined && entry.high !== undefined) {
    parts.push(
      restWords(view).explain.rangeOf(
        format.figure(entry.low, unit),
        format.figure(entry.high, unit),
      ),
    );
  }
  return [...parts, entry.from ?? whereFrom(view, entry)].join(', ');
}

interface Marks extends Pick<AmountFigure, 'source' | 'provenance' | 'note' | 'n' | 'origin'> {
  metric?: Metric;
  pointer?: string;
}

/** A measurement, a benchmark or an assumption; whose it is; and what the visitor says of it. */
export function whereFrom(view: View, marks: Marks): string {
  const { format } = view;
  const { source: id, provenance, n, note, pointer = '' } = marks;
  const whose = marks.origin ?? originAt(pointer, (place) => view.store.get(place));
  // how the plan is looked at, and nowhere in it
  if (marks.metric === 'believed') return restWords(view).believing.chosen;
  if (marks.metric === 'goalScale') return restWords(view).goal.found;
  const published = benchmarkWords(view, id);
  // What was taken over from a publisher was not typed.
  const isTaken = published !== undefined && whose === undefined;
  return [
    published ?? (provenance ? restWords(view).explain.provenance[provenance] : ''),
    isTaken ? '' : restWords(view).explain.origin[whose ? givenBy(view, whose) : 'visitor'],
    n === undefined ? '' : restWords(view).explain.seenOn(n, format.figure(n, 'count')),
    note ?? '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** How a result of the plan is worked out. */
export function formula(view: View, metric: Metric): TemplateResult | typeof nothing {
  const found = view.store.explain({ metric });
  const entry = found?.entries[0];
  if (!found || !entry) return nothing;
  const from = source(found, entry);
  return from.entry === 'figure' ? formulaOf(view, found, from) : nothing;
}

/** How a figure of the document's own is worked out. */
export function ownFormula(view: View, id: string): TemplateResult | typeof nothing {
  const made = view.store.explain({ metric: ownName(id) });
  const found = made && withOwn(view, made);
  const entry = found?.entries[0];
  return found && entry ? formulaOf(view, found, entry) : nothing;
}

export function formulaOf(view: View, explanation: Explanation, entry: Entry): TemplateResult {
  const inWords = new Formula(view, explanation, entry, wordsFor(view)).text(true);
  const read = readings(view, explanation, entry);
  const write = (part: Entry) => read?.get(part) ?? valueText(view, part);
  const inNumbers = new Formula(view, explanation, entry, write).text(false);
  const steps = inNumbers === inWords ? [] : [inNumbers];
  if (isNumber(entry.value) || steps.length === 0) steps.push(write(entry));
  return html`<p class="formula">${inWords}</p>
    <p class="formula soft">= ${[...new Set(steps)].join(read ? ' = ' : ' ≈ ')}</p>`;
}

const operandsOf = (entry: Entry): number[] => [
  ...new Set((entry.terms ?? []).flatMap((term) => ('entry' in term ? [term.entry] : []))),
];

/** What a figure is worked out from, past the steps that only hand a figure on. */
export function source(explanation: Explanation, entry: Entry): Entry {
  let at = entry;
  for (;;) {
    const [only, ...others] = at.terms ?? [];
    const next = only && 'entry' in only ? explanation.entries[only.entry] : undefined;
    if (!next || others.length > 0) return at;
    at = next;
  }
}

/** A typed or missing input, under the name of the figure it stands for. */
function leaf(
  view: View,
  entry: Entry,
  path: string,
  name = nameOfEntry(view, entry),
  words = valueText(view, entry),
): TemplateResult {
  const { pointer } = entry;
  const isTyped = entry.entry === 'input';
  const note = entry.entry === 'missing' ? restWords(view).explain.missing : origin(view, entry);
  const hasMarks =
    isTyped && pointer !== undefined && mayBeMarked(pointer) && !isClosed(view, pointer);
  return html`<div class="operand">
    <span>${name}</span>
    ${entry.entry === 'missing' ? nothing : html`<b>${words}</b>`}
    <span class="note">${note}</span>
    ${
      pointer === undefined
        ? nothing
        : html`<span class="ways-on"><button type="button" class="link note" @click=${() => view.focusField(pointer)}>
            ${restWords(view).explain.goTo}
          </button> ${hasMarks ? markingButton(view, path, name) : nothing}</span>`
    }
  </div>
  ${hasMarks ? marking(view, path, pointer, unitFor(view, entry)) : nothing}`;
}

function branch(
  view: View,
  explanation: Explanation,
  entry: Entry,
  path: string,
  words: string | undefined,
): TemplateResult {
  const from = source(explanation, entry);
  if (from.entry !== 'figure') return leaf(view, from, path, nameOfEntry(view, entry), words);
  const key = `entry:${path}`;
  const isOpen = view.ui.unfolded.has(key);
  const toggle = () => {
    const unfolded = new Set(view.ui.unfolded);
    if (!unfolded.delete(key)) unfolded.add(key);
    view.update({ unfolded });
  };
  const hasParts = operandsOf(from).length > 0;
  const name = hasParts
    ? html`<button type="button" class="link opener" aria-expanded=${isOpen ? 'true' : 'false'} @click=${toggle}>${nameOfEntry(view, entry)}</button>`
    : html`<span>${nameOfEntry(view, entry)}</span>`;
  const note = hasParts
    ? nothing
    : html`<span class="note">${restWords(view).explain.default}</span>`;
  return html`<div class="operand">${name} <b>${words ?? valueText(view, entry)}</b>${note}</div>
    ${isOpen ? html`${formulaOf(view, explanation, from)}${parts(view, explanation, from, path)}` : nothing}`;
}

export function parts(
  view: View,
  explanation: Explanation,
  entry: Entry,
  path: string,
): TemplateResult {
  const read = readings(view, explanation, entry);
  const part = (index: number) => {
    const one = explanation.entries[index];
    return (
      one && html`<li>${branch(view, explanation, one, `${path}/${index}`, read?.get(one))}</li>`
    );
  };
  return html`<ul aria-label=${restWords(view).explain.from}>
    ${operandsOf(entry).map(part)}
  </ul>`;
}

// What would change it most

/** What moves the figure most; for a figure of the goal, what moves the goal's own. */
function mostOf(view: View, asked: Asked): string {
  const { goal } = view.store.result;
  if (metrics[asked.metric].category !== 'goal') return mostWords(view, asked);
  if (!goal) return '';
  return mostWords(
    view,
    { metric: goal.metric, channel: undefined },
    lower(view.labels[goal.metric]),
  );
}

function mostWords(view: View, asked: Asked, on?: string): string {
  const found = influencesOn(view, asked);
  if (!found || !isNumber(found.value)) return '';
  const say = restWords(view).explain;
  const range = found.inputs.find(moves);
  if (range) {
    const swing = swingWords(view, range, asked.metric, say.it(on));
    return `${restWords(view).influence.most(lower(swing))}.`;
  }
  const lever = strongest(found, found.value);
  if (!lever) return '';
  const { what, step, amount, isLess } = leverStep(view, asked.metric, lever);
  const isElsewhere = lever.channel !== undefined && lever.channel !== asked.channel;
  const name = view.text.explain.title(
    what,
    isElsewhere ? nameOf(view, lever.channel ?? '') : undefined,
  );
  return `${say.most(name, on)} ${(isLess ? say.takes : say.adds)(capital(step), amount)}`;
}

/** Whether a range moves more than itself. */
function moves({ swing }: TypedInfluence): boolean {
  if (!swing) return false;
  const { low, atLow, atHigh } = swing;
  if (!isNumber(atLow) || !isNumber(atHigh)) return true;
  return !areSame(atLow, atHigh) && !areSame(atLow, low);
}

/** Where several move it by the same, a rate says it best, in points. */
function strongest({ levers, metric, channel }: Sensitivity, value: number): Lever | undefined {
  const isOfAll = channel === undefined;
  const candidates = levers.filter(
    (lever) =>
      (lever.channel === undefined) === isOfAll &&
      lever.kind !== metric &&
      Math.abs(lever.percent) > kNoise * Math.abs(value),
  );
  const most = Math.max(...candidates.map(({ percent }) => Math.abs(percent)));
  const equals = candidates.filter(({ percent }) => areSame(Math.abs(percent), most));
  return equals.find(({ point }) => point !== undefined) ?? equals[0];
}

// The open explanation

interface Frame {
  id: string;
  name: string;
  close: () => void;
}

/** What is said of a figure, with a way out by button and by Escape. */
export function framed(view: View, { id, name, close }: Frame, content: unknown): TemplateResult {
  const fold = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // a panel around it stays open
    event.stopPropagation();
    close();
  };
  return html`<section class="explanation" id=${id} aria-label=${view.text.explain.open(name)} @keydown=${fold}>
    <div class="top">
      <h3>${name}</h3>
      <button type="button" class="link" @click=${close}>${restWords(view).explain.close}</button>
    </div>
    ${content}
  </section>`;
}

const ownSelector = ({ own, slot }: Opened): string =>
  `.fig[data-own="${own}"][data-slot="${slot}"]`;

/** The explanation of the open figure; `definition` leads to how it is defined. */
export function explained(
  view: View,
  definition: (view: View, opened: Opened) => TemplateResult | typeof nothing,
): TemplateResult | typeof nothing {
  const { opened } = view.ui;
  if (!opened) return nothing;
  const { metric, channel, own } = opened;
  const asked = { metric: own === undefined ? metric : ownName(own) };
  const made = view.store.explain(channel === undefined ? asked : { ...asked, channel });
  const found = made && withOwn(view, made);
  const entry = found?.entries[0];
  if (!found || !entry) return nothing;
  const from = source(found, entry);
  const close = () => {
    view.update({ opened: undefined });
    view.focusLater(own === undefined ? figureSelector(opened) : ownSelector(opened));
  };
  return framed(
    view,
    { id: 'explanation', name: nameOfEntry(view, entry), close },
    html`${from.entry === 'figure' ? worked(view, found, from, opened) : leaf(view, from, '')}
      ${channel === undefined ? nothing : dropping(view, metric, channel)}
      ${metric === 'cacPayback' ? churned(view, channel) : nothing}
      ${own === undefined ? definition(view, opened) : nothing}
      ${own === undefined && from.entry === 'figure' ? seekForm(view, metric, channel) : nothing}`,
  );
}

const kOfAChannel: ReadonlySet<Metric> = new Set([
  'contribution',
  'profit',
  'roi',
  'ownRoi',
  'sharedCosts',
]);

/** What the plan would be without a channel: shared costs stay. */
function dropping(view: View, metric: Metric, channel: string): TemplateResult | typeof nothing {
  const contribution = resultOf(view, 'contribution', channel);
  if (!kOfAChannel.has(metric) || !isNumber(contribution)) return nothing;
  const { dropped, dropping } = restWords(view).explain;
  const way = contribution < 0 ? 'adds' : 'takes';
  const say = (hasHappened(view.store.scenario) ? dropped : dropping)[way];
  const amount = view.format.figure(Math.abs(contribution), 'money');
  const shared = shown(view, 'sharedCosts', resultOf(view, 'sharedCosts', channel));
  return html`<p class="note">${say(nameOf(view, channel), amount, shared)}</p>`;
}

/** The same months, when some of the customers leave before they are over. */
function churned(view: View, channel: string | undefined): TemplateResult | typeof nothing {
  const { result } = view.store;
  const scope = channel === undefined ? result : result.channels.find(({ id }) => id === channel);
  const months = scope?.cacPaybackWithChurn;
  if (months === undefined) return nothing;
  const say = restWords(view).explain.churned;
  return html`<p>${months === false ? say.never : say.after(view.format.months(months))}</p>`;
}

function worked(view: View, found: Explanation, from: Entry, asked: Opened): TemplateResult {
  const most = asked.own === undefined ? mostOf(view, asked) : '';
  return html`${formulaOf(view, found, from)}
    ${most ? html`<p class="most">${most}</p>` : nothing} ${parts(view, found, from, '')}`;
}

// What is read off the figures over time

export function told(view: View, what: Told, slot: string): TemplateResult | typeof nothing {
  const flow = isTold(view, what, slot) ? analysesOf(view.store).roughCashFlow() : undefined;
  if (!flow) return nothing;
  const close = () => {
    toggleTold(view, what, slot);
    view.focusLater(`.fig[data-told="${what}"][data-slot="${slot}"]`);
  };
  const lines = what === 'payback' ? crossing(view, flow) : discounted(view, flow);
  return framed(
    view,
    { id: toldId(what, slot), name: nameOfTold(view, what), close },
    html`<p>${restWords(view).explain.told[what]}</p>
      ${lines.map((line) => html`<p class="formula soft">${line}</p>`)}`,
  );
}

const money = ({ format }: View, figure: Figure): string =>
  isNumber(figure) ? format.figure(figure, 'money') : '';

/** What has come in less what has gone out, on both sides of the crossing; or where it ends. */
function crossing(view: View, { total, horizonMonths }: CashFlow): string[] {
  const say = restWords(view).explain;
  const { payback, crossing: sums, cumulative } = total;
  if (!('months' in payback) || !sums) {
    return [say.month(horizonMonths, money(view, cumulative[horizonMonths] ?? 0))];
  }
  return [
    say.month(payback.whole - 1, money(view, sums.before)),
    say.month(payback.whole, money(view, sums.after)),
    say.crossing(view.format.months(Number(payback.months.toFixed(1)))),
  ];
}

const raised = (power: number) =>
  [...String(power)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');

/** −€5,000 + €38,333 × (99.2%)² = €32,700; and with what comes after the horizon. */
function discounted(view: View, { total, discountFactor }: CashFlow): string[] {
  const factor = view.format.percent(discountFactor, 2);
  const factors = ['', ` × ${factor}`];
  const terms = total.months.flatMap((flow, month) => {
    if (!isNumber(flow) || flow === 0) return [];
    return { flow, by: factors[month] ?? ` × (${factor})${raised(month)}` };
  });
  const written = terms.map(({ flow, by }, at) => {
    if (at === 0) return `${money(view, flow)}${by}`;
    return `${flow < 0 ? ' − ' : ' + '}${money(view, Math.abs(flow))}${by}`;
  });
  const { netPresentValue: all, netPresentValueWithin: within } = total;
  const lines = [`${written.join('')} = ${money(view, within)}`];
  if (!isNumber(all) || !isNumber(within) || total.stillToCome === 0) return lines;
  const [sum = '', now = '', later = ''] = view.format.column([all, within, all - within], 'money');
  return [...lines, restWords(view).explain.inAll(now, later, sum)];
}
