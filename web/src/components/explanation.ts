// Why a number is what it is: its formula in words and in figures, and what it is made of, down to
// the fields that were typed. The structure comes from the core's tape.
import { html, nothing, type TemplateResult } from 'lit';
import { benchmarks } from '../../generated/benchmarks';
import type { Entry, Explanation, Term } from '../engine/engine';
import { seekForm } from './seeking';
import { isNumber, nameOf, reason, unitOf, type View } from './view';

const kSigns = { add: ' + ', subtract: ' − ', multiply: ' × ', quotient: ' ÷ ' };
const kStrength = { sum: 1, add: 1, subtract: 1, ifPositive: 1, multiply: 2, quotient: 2 };
type Operation = keyof typeof kStrength;
/** A sum of more parts than this is said in words. */
const kMostParts = 4;

/** Whether an operand stands in brackets. */
export const isWeaker = (inner: Operation, around: Operation, place: number): boolean =>
  around !== 'ifPositive' &&
  kStrength[inner] < kStrength[around] + (place > 0 && around !== 'add' ? 1 : 0);

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
      return this.view.text.explain.ifPositive(test, yes, no);
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
        return this.view.text.explain.sumOfChannels;
      return this.view.text.explain.sumOver(this.view.labels[this.entry(first.entry).metric]);
    }
    return parts.map((part) => this.term(terms, part, wordy)).join(' + ');
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

function valueText(view: View, { metric, value }: Entry): string {
  if (!isNumber(value)) return reason(view, value.undefined);
  return view.format.figure(value, goalUnit(view, metric));
}

/** Goal figures are in the unit of the goal's metric. */
function goalUnit(view: View, metric: Entry['metric']) {
  const inGoalUnit = new Set(['goalTarget', 'goalGap', 'goalLimit']);
  const goal = view.store.result.goal;
  return goal && inGoalUnit.has(metric) ? unitOf(goal.metric) : unitOf(metric);
}

function nameOfEntry(view: View, entry: Entry): string {
  const { labels, text } = view;
  const what = entry.label || (entry.kind ? labels[entry.kind] : labels[entry.metric]);
  const named = entry.part ? text.explain.part[entry.part](what) : what;
  return text.explain.title(named, entry.channel && nameOf(view, entry.channel));
}

/** Within a formula the channel is said only where it differs from the figure's own. */
function wordsFor(view: View): Write {
  return (entry, of) => {
    const label = entry.label || view.labels[entry.metric];
    if (entry.part) return view.text.explain.part[entry.part](label);
    if (entry.entry !== 'figure' || entry.channel === of.channel) return label;
    return entry.channel === undefined && of.channel !== undefined
      ? view.text.explain.ofTotal(label)
      : label;
  };
}

function origin(view: View, entry: Entry): string {
  const { text, format } = view;
  if (unitOf(entry.metric) === 'months') return '';
  const parts: string[] = [];
  if (isNumber(entry.value) && entry.low !== undefined && entry.high !== undefined) {
    const unit = unitOf(entry.metric);
    parts.push(
      text.explain.rangeOf(format.figure(entry.low, unit), format.figure(entry.high, unit)),
    );
  }
  return [...parts, provenanceOf(view, entry)].join(', ');
}

/** Where a typed figure comes from. */
export function provenanceOf({ text }: View, { source, provenance }: Entry): string {
  const benchmark = source ? benchmarks[source] : undefined;
  if (benchmark)
    return text.explain.benchmark(benchmark.publisher, benchmark.year, benchmark.region);
  return provenance ? text.explain.provenance[provenance] : text.explain.typed;
}

function formulaOf(view: View, explanation: Explanation, entry: Entry): TemplateResult {
  const inWords = new Formula(view, explanation, entry, wordsFor(view)).text(true);
  const inNumbers = new Formula(view, explanation, entry, (part) => valueText(view, part)).text(
    false,
  );
  const steps = inNumbers === inWords ? [] : [inNumbers];
  if (isNumber(entry.value)) steps.push(valueText(view, entry));
  return html`<p class="formula">${inWords}</p>
    <p class="formula soft">= ${[...new Set(steps)].join(' = ')}</p>`;
}

const operandsOf = (entry: Entry): number[] => [
  ...new Set((entry.terms ?? []).flatMap((term) => ('entry' in term ? [term.entry] : []))),
];

/** What a figure is worked out from, past the steps that only hand a figure on. */
function source(explanation: Explanation, entry: Entry): Entry {
  let at = entry;
  for (;;) {
    const [only, ...others] = at.terms ?? [];
    const next = only && 'entry' in only ? explanation.entries[only.entry] : undefined;
    if (!next || others.length > 0) return at;
    at = next;
  }
}

/** A typed or missing input, under the name of the figure it stands for. */
function leaf(view: View, entry: Entry, name = nameOfEntry(view, entry)): TemplateResult {
  const { text } = view;
  const pointer = entry.pointer;
  const note = entry.entry === 'missing' ? text.explain.missing : origin(view, entry);
  return html`<div class="operand">
    <span>${name}</span>
    ${entry.entry === 'missing' ? nothing : html`<b>${valueText(view, entry)}</b>`}
    <span class="note">${note}</span>
    ${
      pointer === undefined
        ? nothing
        : html`<button type="button" class="link note" @click=${() => view.focusField(pointer)}>
            ${text.explain.goTo}
          </button>`
    }
  </div>`;
}

function branch(view: View, explanation: Explanation, index: number, path: string): TemplateResult {
  const entry = explanation.entries[index];
  if (!entry) return html``;
  const from = source(explanation, entry);
  if (from.entry !== 'figure') return leaf(view, from, nameOfEntry(view, entry));
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
  const note = hasParts ? nothing : html`<span class="note">${view.text.explain.default}</span>`;
  return html`<div class="operand">${name} <b>${valueText(view, entry)}</b>${note}</div>
    ${isOpen ? html`${formulaOf(view, explanation, from)}${parts(view, explanation, from, path)}` : nothing}`;
}

function parts(view: View, explanation: Explanation, entry: Entry, path: string): TemplateResult {
  return html`<ul aria-label=${view.text.explain.from}>
    ${operandsOf(entry).map((index) => html`<li>${branch(view, explanation, index, `${path}/${index}`)}</li>`)}
  </ul>`;
}

/** The explanation of the open figure. */
export function explanation(view: View): TemplateResult | typeof nothing {
  const { opened } = view.ui;
  if (!opened) return nothing;
  const { metric, channel } = opened;
  const found = view.store.explain(channel === undefined ? { metric } : { metric, channel });
  const entry = found?.entries[0];
  if (!found || !entry) return nothing;
  const from = source(found, entry);
  const close = () => {
    const at = channel === undefined ? ':not([data-channel])' : `[data-channel="${channel}"]`;
    view.update({ opened: undefined });
    view.focusLater(`.fig[data-metric="${metric}"]${at}`);
  };
  return html`<section class="explanation" aria-label=${view.text.explain.open(nameOfEntry(view, entry))}>
    <div class="top">
      <h3>${nameOfEntry(view, entry)}</h3>
      <button type="button" class="link" @click=${close}>
        ${view.text.explain.close}
      </button>
    </div>
    ${
      from.entry === 'figure'
        ? html`${formulaOf(view, found, from)} ${parts(view, found, from, '')}`
        : leaf(view, from)
    }
    ${from.entry === 'figure' ? seekForm(view, metric, channel) : nothing}
  </section>`;
}
