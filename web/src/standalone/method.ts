// How everything is worked out: the principles, every formula, and where they come from.
import { css, html, nothing, type TemplateResult } from 'lit';
import { conditions, formulas, sources } from '../../generated/methodology';
import { type Category, type Metric, metrics } from '../../generated/metrics';
import { figureSelector } from '../kit/figure';
import { unfolding } from '../kit/unfolding';
import { restWords } from '../locales/later/index';
import { kOfGoal, kOfGoalParts, type Opened, unitOf, type View } from '../view/view';
import { pageWords } from './words/index';

export const methodLayout = css`
  .method dl {
    columns: calc(17 * var(--unit)) auto;
    column-gap: var(--s5);
  }
  .method dl > div {
    break-inside: avoid;
    padding-bottom: var(--s2);
  }
  .method dt {
    font-size: var(--text);
    scroll-margin-top: calc(4 * var(--unit));
  }
  .method small {
    color: var(--soft);
    font-size: var(--small);
  }
  .method h4 {
    margin: var(--s3) 0 0;
    font: 600 var(--text) / 1.4 var(--sans);
  }
  .method h4 + p {
    max-width: calc(42 * var(--unit));
    margin-top: 0;
  }
  .method .formula {
    font-size: var(--text);
    padding-inline-start: var(--s3);
    text-indent: calc(-1 * var(--s3));
  }
  .method .formula small {
    font-family: var(--sans);
  }
  .method .left-out {
    max-width: calc(42 * var(--unit));
  }
  .method dd .note {
    margin: 0;
    padding-inline-start: var(--s3);
  }
  .left-out li,
  .sources li {
    font-size: var(--small);
    padding: 2px 0;
  }
`;

/** More formulas than that are folded. */
const kMostFormulas = 4;

const kFirstLetter = 0x100;

const kMetrics = Object.keys(metrics) as Metric[];
const kCategories = [...new Set(kMetrics.map((metric) => metrics[metric].category))];

const idOf = (metric: string) => `method-${metric}`;

/** Leads from a figure that is explained to how it is defined. */
export const definitionButton = (view: View, opened: Opened): TemplateResult =>
  html`<button type="button" class="link" data-opens="method"
    @click=${() => showMethod(view, opened.metric, opened)}>${pageWords(view).method.definition}</button>`;

export function methodSection(view: View): TemplateResult {
  const { heading, answer } = pageWords(view).method;
  const working = () => content(view);
  return unfolding(view, 'method', {
    title: heading,
    answer: answer(view.format.figure(kMetrics.length, 'count')),
    working,
  });
}

/** Opens the methodology at a figure's definition; from where it was asked for, if anywhere. */
export function showMethod(view: View, metric: string, from?: Opened): void {
  const open = new Set([...view.ui.open, 'method']);
  view.update(from ? { open, defined: from } : { open });
  const isKnown = metric in metrics;
  view.focusLater(isKnown ? `#${idOf(metric)}` : '[data-section="method"] > summary');
}

function content(view: View): TemplateResult {
  const say = pageWords(view).method;
  return html`<div class="content block method" @keydown=${(event: KeyboardEvent) => leave(view, event)}>
    <p>${say.lead}</p>
    ${say.principles.map(([title, text]) => html`<h4>${title}</h4><p>${text}</p>`)}
    <h3>${say.leftOut}</h3>
    <ul class="left-out">${say.leftOutOf.map(([what, text]) => html`<li><b>${what}</b> ${text}</li>`)}</ul>
    <h3>${say.figures}</h3>
    <p>${say.figuresNote}</p>
    ${kCategories.map((category) => group(view, category))}
    <h3>${say.sources}</h3>
    <ul class="sources">${Object.entries(sources).map(
      ([letter, reference]) => html`<li>[${letter}] ${inItalics(reference)}</li>`,
    )}</ul>
  </div>`;
}

const inItalics = (reference: string) =>
  reference.split('*').map((part, index) => (index % 2 ? html`<i>${part}</i>` : part));

function group(view: View, category: Category): TemplateResult {
  const names = { ...pageWords(view).method.categories, ...view.text.categories };
  const list = kMetrics.filter((metric) => metrics[metric].category === category);
  return html`<h3>${names[category]}</h3><dl>${list.map((metric) => definition(view, metric))}</dl>`;
}

function unitWords(view: View, metric: Metric): string {
  const say = pageWords(view).method;
  if (kOfGoal.has(metric)) return say.unitOfGoal;
  return kOfGoalParts.has(metric) ? say.unitOfGoalParts : say.units[unitOf(metric)];
}

function definition(view: View, metric: Metric): TemplateResult {
  const say = pageWords(view).method;
  const { better } = metrics[metric];
  const about = [unitWords(view, metric), say.better[better]];
  const stated = formulas[kMetrics.indexOf(metric)]?.split('|').filter(Boolean) ?? [];
  const lines = stated.map((packed) => {
    const [formula = '', marks = ''] = packed.split('#');
    const when = marks ? html` <small>${whenWords(view, marks)}</small>` : nothing;
    return html`<div class="formula"><span>= ${written(view, metric, formula)}</span>${when}</div>`;
  });
  const isLong = lines.length > kMostFormulas;
  const folded = () => html`<details class="inner">
    <summary><b>${say.several(view.format.figure(lines.length, 'count'))}</b></summary>${lines}
  </details>`;
  return html`<div>
    <dt id=${idOf(metric)} tabindex="-1"><b>${view.labels[metric]}</b> <small>${about.filter(Boolean).join(', ')}</small></dt>
    <dd>${isLong ? folded() : lines}${say.about[metric]?.map(aside)}${aside(noNumber(view, stated))}${back(view, metric)}</dd>
  </div>`;
}

function aside(words: string): TemplateResult | typeof nothing {
  if (/^\S? ?= /.test(words)) return html`<p class="formula">${words}</p>`;
  return words ? html`<p class="note">${words}</p>` : nothing;
}

const metricOf = (letter: string): Metric | undefined =>
  kMetrics[letter.charCodeAt(0) - kFirstLetter];

/** The conditions of a formula: signs of the list of conditions, and metrics of the goal it is for. */
function whenWords(view: View, marks: string): string {
  const say = pageWords(view).method;
  const goals = [...marks].flatMap((sign) => metricOf(sign) ?? []);
  const others = [...marks].flatMap((sign) => conditions[Number.parseInt(sign, 36)] ?? []);
  const goal = goals.map((metric) => view.labels[metric]);
  const first = goal.length > 0 ? [say.whenGoal(view.format.either(goal))] : [];
  return [...first, ...others.map((condition) => say.when[condition])].join(' · ');
}

/** What may not be zero: what formulas divide by, where they do not choose themselves. */
function noNumber(view: View, stated: readonly string[]): string {
  const divisors = stated
    .filter((formula) => !formula.includes('?'))
    .flatMap((formula) => [...formula.matchAll(/\/(?:[a-z]\()?([^\d(])/g)])
    .flatMap(([, letter = '']) => metricOf(letter) ?? [])
    .filter((metric) => metric !== 'channelCount');
  if (divisors.length === 0) return '';
  const say = pageWords(view).method;
  const names = [...new Set(divisors)].map((metric) => say.named(view.labels[metric]));
  return say.noNumber(view.format.either(names));
}

function back(view: View, metric: Metric): TemplateResult | typeof nothing {
  const { defined } = view.ui;
  if (defined?.metric !== metric) return nothing;
  const say = pageWords(view).method;
  return html`<button type="button" class="link" @click=${() => goBack(view, defined)}>${say.back}</button>`;
}

const goBack = (view: View, defined: Opened) => view.focusLater(figureSelector(defined));

function leave(view: View, { key }: KeyboardEvent): void {
  if (key === 'Escape' && view.ui.defined) goBack(view, view.ui.defined);
}

const kSigns: Record<string, string> = {
  '*': ' × ',
  '/': ' ÷ ',
  '+': ' + ',
  '-': ' − ',
  '^': ' ^ ',
};

/** A packed formula, in the words of the page; scripts/methodology.mjs says how it is packed. */
function written(view: View, metric: Metric, formula: string): string {
  const { text, labels, format } = view;
  const say = { ...text.explain, ...restWords(view).explain };
  const known = (letter: string) => metricOf(letter) ?? metric;
  const ways: Record<string, (of: Metric) => string> = {
    s: (of) => (of === metric ? say.sumOfChannels : say.sumOver(labels[of])),
    t: (of) => say.ofTotal(labels[of]),
    g: (of) => say.part.scaling(labels[of]),
    o: (of) => say.part.others(labels[of]),
    c: (of) => say.part.counted(labels[of]),
    d: (of) => say.part.countedScaling(labels[of]),
    e: (of) => say.part.countedOthers(labels[of]),
  };
  const inWords = (part: string): string =>
    part.replaceAll(/([a-z])\((.)\)|\d+|[^()]/g, (found, how, of) => {
      if (how) return ways[how]?.(known(of)) ?? '';
      if (/\d/.test(found)) return format.figure(Number(found), 'count');
      return kSigns[found] ?? labels[known(found)];
    });
  const [all = '', yes, no] = formula.split(/[?:]/).map(inWords);
  return yes && no ? say.ifPositive(all, yes, no) : all;
}
