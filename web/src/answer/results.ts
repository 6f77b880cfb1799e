// Verdict, then numbers, then why.
import { html, noChange, nothing, type TemplateResult } from 'lit';
import type { Value } from '../../generated/contract';
import { type Category, type Metric, metrics } from '../../generated/metrics';
import { type Bands, miniature, picture, type Shape, scaleEnd } from '../charts/picture';
import type { Figure, Results } from '../engine/engine';
import { figureButton, toldButton } from '../kit/figure';
import { unfolding } from '../kit/unfolding';
import { later, takeChart, whileLoading } from '../view/deferred';
import type { Line } from '../view/tool';
import {
  channelResults,
  dataValue,
  isNumber,
  nameOf,
  reason,
  resultOf,
  type SortKey,
  shown,
  toneOf,
  unitOf,
  type View,
} from '../view/view';
import { earningWords, isKnown, lower, paybackWords, rangeWords, statesTime } from '../view/words';
import { toolSections } from './sections';

// The verdict and the picture

export interface Verdict {
  costs: string;
  back: string;
  lifetime: string;
}

type Say = (metric: Metric, value: number) => string;

function verdictOf(view: View, money: Say): Verdict {
  const { text, store, format, action } = view;
  const { basis, total } = store.result;
  const { fullCostCpl, breakEvenCpl, returnRatio } = total;
  const costs =
    isNumber(fullCostCpl) && isNumber(breakEvenCpl)
      ? text.verdict.costs[basis](
          action,
          money('fullCostCpl', fullCostCpl),
          money('breakEvenCpl', breakEvenCpl),
        )
      : '';
  if (!isNumber(returnRatio)) {
    const why = costs
      ? ''
      : (later()?.whatToType(view) ?? text.verdict.noAnswer(reason(view, returnRatio.undefined)));
    return { costs, back: why, lifetime: '' };
  }
  return {
    costs,
    back: text.verdict.back[basis](format.currencyName, money('returnRatio', returnRatio)),
    lifetime: valuesLifetimes(view) ? text.verdict.lifetime : '',
  };
}

/** Values that count what a customer brings over the years, or until they leave. */
const kOverLifetime: ReadonlySet<Value['mode']> = new Set(['orders', 'subscription', 'discounted']);

function valuesLifetimes({ store }: View): boolean {
  const { value, channels } = store.scenario;
  return channels.every((channel) => {
    const mode = (channel.value ?? value)?.mode;
    return mode !== undefined && kOverLifetime.has(mode);
  });
}

/** The verdict as it is spoken: numbers without grouping. */
export const spokenVerdict = (view: View): Verdict =>
  verdictOf(view, (_, value) => view.format.spoken(value, 'money'));

const kInVerdict: Metric[] = ['fullCostCpl', 'breakEvenCpl', 'returnRatio'];
/** Characters of private use stand for the figures until the words around them are known. */
const kFirstMark = 0xe000;

const mark = (metric: Metric) => String.fromCharCode(kFirstMark + kInVerdict.indexOf(metric));

function withFigures(view: View, sentence: string) {
  return sentence.split(/([\uE000-\uE002])/u).map((part) => {
    const metric = kInVerdict[part.charCodeAt(0) - kFirstMark];
    if (metric === undefined) return part;
    const figure = resultOf(view, metric, undefined);
    const money = isNumber(figure) ? view.format.figure(figure, 'money') : '';
    return html`<span translate="no" data-metric=${metric} data-value=${dataValue(figure)}>${money}</span>`;
  });
}

export const verdict = (view: View): TemplateResult =>
  html`<section class="verdict" id="answer" tabindex="-1" aria-label=${view.text.verdict.heading}>${headline(view, later()?.believing(view) ?? believeLess(view))}</section>`;

/** The verdict, what limits it, and the picture of it; what may be done about its claim. */
export function headline(view: View, act: unknown = nothing): TemplateResult {
  const { text, store } = view;
  const { costs, back, lifetime } = verdictOf(view, mark);
  const { roi } = store.result.total;
  return html`<h2 class="sentence">${withFigures(view, costs)} <em class=${toneOf(view, 'roi', roi)}>${withFigures(view, back)}<span class="lifetime">${lifetime}</span>${isNumber(roi) ? '.' : ''}</em></h2>
    ${blankOnes(view)} ${store.result.leftOut.length > 0 ? html`<p class="note loss">${leftOut(view)}</p>` : nothing}
    ${store.migrated.map(({ code }) => html`<p class="note">${text.verdict.migrated[code]}</p>`)}
    ${uncounted(view)}
    ${store.believed < 1 ? html`<p class="note loss">${text.verdict.believed(view.format.rough(store.believed, 'rate'))}</p>` : nothing}
    ${claim(view, act)} ${thePicture(view)}`;
}

/** What was typed last and does not count yet, or at all. */
function uncounted({ store, text }: View): TemplateResult | typeof nothing {
  if (store.notCounted === undefined) return nothing;
  return store.notCounted === 'waits'
    ? html`<p class="note">${text.verdict.waits}</p>`
    : html`<p class="note loss">${text.verdict.kept}</p>`;
}

/** What is true whatever the margin is, or however much of the return is real. */
function claim(view: View, act: unknown): TemplateResult | typeof nothing {
  const { text, store, format } = view;
  const { basis, total } = store.result;
  const { breakEvenMargin, breakEvenShare } = total;
  const share = basis === 'revenue' ? breakEvenMargin : breakEvenShare;
  // it is of the whole return of the channels that count, at all their cost and no other
  const isOfAll = store.result.leftOut.length === 0 && store.believed === 1;
  const says = isNumber(share) && isNumber(total.roi) && isOfAll;
  if (!says) return act === nothing ? nothing : html`<div class="claim">${act}</div>`;
  const say = text.verdict.claim[basis];
  const nearly = share > 0.99 ? format.percent(share, 1) : format.rough(share, 'rate');
  return html`<div class="claim">${share <= 1 ? say.from(nearly) : say.never} ${act}</div>`;
}

/** What a sceptic believes at first. */
const kSceptic = 0.5;

function believeLess(view: View): TemplateResult | typeof nothing {
  const { store, text, ui } = view;
  const isOpen = ui.believing !== undefined || store.believed < 1;
  if (isOpen || !isNumber(store.result.total.roi)) return nothing;
  const open = () => {
    view.update({ believing: {} });
    store.believe(kSceptic);
    view.focusLater('[name="believed"]');
  };
  return html`<button type="button" class="link" data-believes @click=${open}>${text.verdict.believeLess}</button>`;
}

const numberOr = (figure: Figure) => (isNumber(figure) ? figure : undefined);

function shapeOf(results: Results, end: number): Shape {
  return { cost: numberOr(results.fullCostCpl), breakEven: numberOr(results.breakEvenCpl), end };
}

const ends = (results: Results) => [results.fullCostCpl, results.breakEvenCpl].filter(isNumber);

/** Where the cost and the break-even of the plan, or of a channel, lie 9 times in 10. */
function bandsOf({ store }: View, channel?: string): Bands {
  const analyses = later()?.analysesOf(store);
  const scope = channel
    ? analyses?.channelEnds().find(({ id }) => id === channel)
    : analyses?.simulated()?.total;
  const results = scope?.results;
  const band = (metric: 'fullCostCpl' | 'breakEvenCpl') => {
    const found = results?.[metric];
    return isKnown(found) && found.p5 < found.p95 ? ([found.p5, found.p95] as const) : undefined;
  };
  return { cost: band('fullCostCpl'), breakEven: band('breakEvenCpl') };
}

function commonEnd(view: View): number {
  const { total, channels } = view.store.result;
  const { cost, breakEven } = bandsOf(view);
  return scaleEnd(
    [...ends(total), ...(cost ?? []), ...(breakEven ?? [])],
    channels.flatMap(({ results }) => ends(results)),
  );
}

function summaryOf({ text, format, action, store }: View, { cost, breakEven }: Shape): string {
  const money = (value: number | undefined) =>
    value === undefined ? text.results.undefinedMark : format.figure(value, 'money');
  return text.picture.summary[store.result.basis](action, money(cost), money(breakEven));
}

function thePicture(view: View): TemplateResult | typeof nothing {
  const { text, format, store, action } = view;
  const shape = shapeOf(store.result.total, commonEnd(view));
  const { total, basis } = store.result;
  const { headroom } = total;
  const say = text.picture;
  if (shape.cost === undefined && shape.breakEven === undefined) return nothing;
  const money = (value: number | undefined) => format.figure(value ?? 0, 'money');
  const room = isNumber(headroom) ? headroom : 0;
  return html`${picture(shape, bandsOf(view), {
    summary: summaryOf(view, shape),
    pay: say.pay(action, money(shape.cost)),
    tick: say.tick[basis](money(shape.breakEven)),
    room: (room < 0 ? say.loss : say.gain)[basis](action, money(Math.abs(room))),
    isEarned: basis === 'margin',
    axis: (value) => format.figure(value, 'count'),
  })}
    ${takeChart(view, 'cost-and-break-even')}`;
}

/** Channels that are no part of the plan yet. */
function blankOnes(view: View): TemplateResult | typeof nothing {
  const { store, text, format } = view;
  const blank = store.scenario.channels.filter(({ id }) => !channelResults(view, id));
  if (blank.length === 0) return nothing;
  const names = format.list(blank.map(({ id }) => nameOf(view, id)));
  return html`<p class="note">${text.results.blank(names)}</p>`;
}

function leftOut(view: View): string {
  const { text, store, format, action } = view;
  const spent = (id: string) =>
    text.results.leftOutSpent(nameOf(view, id), shown(view, 'cost', resultOf(view, 'cost', id)));
  return text.results.leftOut(action, format.list(store.result.leftOut.map(spent)));
}

export function slimBar(view: View): TemplateResult {
  const { store, text } = view;
  const { roi, fullCostCpl, breakEvenCpl } = store.result.total;
  return html`<div aria-hidden="true">
    <b class=${toneOf(view, 'roi', roi)}>${shown(view, 'roi', roi)}</b>
    <span><span class="soft">${text.results.cost}</span> ${shown(view, 'fullCostCpl', fullCostCpl)}</span>
    <span>${text.picture.tick[store.result.basis](shown(view, 'breakEvenCpl', breakEvenCpl))}</span>
  </div>`;
}

/** The explanation of the open figure, if it belongs to this block of the page. */
const explanationIn = (view: View, slot: string) =>
  view.ui.opened?.slot === slot ? (later()?.explanation(view) ?? whileLoading(view)) : nothing;

// Numbers

export function results(view: View, lines: readonly Line[]): TemplateResult {
  return html`<section class="results" aria-label=${view.text.results.heading}>
    ${numbers(view)} ${later()?.usualCost(view) ?? nothing} ${comparison(view)} ${sections(view, lines)}
  </section>`;
}

export interface Shown {
  metric: Metric;
  label: string;
  note: string;
  slot?: string;
  /** ROI is the largest; what has a longer note is wider. */
  size?: 'big' | 'wider';
}

/** So many characters fit on a telephone in the size of the largest figure. */
const kMostBig = 10;

/** Why there is no answer is said once, in its place. */
const whyNone = (view: View, why: string, slot: string) =>
  slot === 'numbers' && !isNumber(view.store.result.total.returnRatio) ? '' : reason(view, why);

function oneNumber(
  view: View,
  { metric, label, note, slot = 'numbers', size }: Shown,
): TemplateResult {
  const figure = resultOf(view, metric, undefined);
  const isLong = shown(view, metric, figure).length > kMostBig;
  const why = isNumber(figure) ? note : whyNone(view, figure.undefined, slot);
  return html`<div class="${size ?? ''} ${isLong ? 'long' : ''}">
    <dt>${label}</dt>
    <dd>${figureButton(view, metric, { slot, tone: true })}<small>${why}</small></dd>
  </div>`;
}

/** Those the plan stands or falls by; the cost gives way where it is said when it is paid back. */
export function keyNumbers(view: View): Shown[] {
  const { store, text, labels, action } = view;
  const { basis } = store.result;
  const say = text.results;
  const simulated = later()?.analysesOf(store).simulated();
  const range = rangeWords(view, simulated, 'roi');
  const roiNote = range ? `${range}. ${text.verdict.basis[basis]}` : text.verdict.basis[basis];
  const costInAll = say.inAll(shown(view, 'cost', store.result.total.cost));
  const profitNote = simulated ? earningWords(view, simulated) : say.profitNote[basis];
  return [
    { metric: 'roi', label: labels.roi, note: roiNote, size: 'big' },
    { metric: 'profit', label: say.profit[basis], note: profitNote, size: 'wider' },
    { metric: 'breakEvenCpl', label: say.breakEven[basis], note: say.perAction(action) },
    { metric: 'fullCostCpl', label: say.fullCost, note: `${say.perAction(action)}, ${costInAll}` },
  ];
}

export function numbers(view: View): TemplateResult {
  const back = payback(view);
  const list = keyNumbers(view).slice(0, back ? -1 : undefined);
  return html`<div>
    <dl class="numbers">${list.map((number) => oneNumber(view, number))} ${back}</dl>
    ${luck(view)} ${explanationIn(view, 'numbers')} ${later()?.told(view, 'payback', 'numbers') ?? nothing}
  </div>`;
}

/** Only where the plan says how it spreads over time. */
export function payback(view: View): TemplateResult | undefined {
  const { store, text } = view;
  const flow = statesTime(view) ? later()?.analysesOf(store).roughCashFlow() : undefined;
  if (!flow) return undefined;
  const { payback: back } = flow.total;
  const { payback: name, afterStart } = text.analyses.time;
  const { basis } = store.result;
  const words = paybackWords(view, back);
  const isNever = 'never' in back || 'later' in back;
  const isLater = 'months' in back && back.whole > 0;
  return html`<div>
    <dt>${name[basis]}</dt>
    <dd>${toldButton(view, 'payback', 'numbers', isNever ? text.results.undefinedMark : words)}<small>${isNever ? words : isLater ? afterStart[basis] : nothing}</small></dd>
  </div>`;
}

/** Where few customers are expected, chance itself is said. */
export function luck(view: View): TemplateResult | typeof nothing {
  const { luck: spread, total } = view.store.result;
  if (spread === undefined || !isNumber(total.customers)) return nothing;
  const { format, text } = view;
  return html`<p class="note">${text.verdict.luck(format.about(total.customers, 'count'), format.about(spread, 'rate'))}</p>`;
}

// Channels

const kColumns: SortKey[] = ['name', 'fullCostCpl', 'leads', 'contribution', 'roi', 'profit'];

function ordered(view: View): string[] {
  const { ranked, unranked } = view.store.result;
  const byRank = [...ranked, ...unranked.map(({ id }) => id)];
  const { sort } = view.ui;
  if (!sort) return byRank;
  const { by } = sort;
  const sign = sort.descending ? -1 : 1;
  const key = (id: string) => {
    const figure = by === 'name' ? undefined : channelResults(view, id)?.[by];
    return figure !== undefined && isNumber(figure) ? figure : Number.NEGATIVE_INFINITY;
  };
  const compare = (a: string, b: string) =>
    by === 'name'
      ? nameOf(view, a).localeCompare(nameOf(view, b), view.format.locale)
      : key(a) - key(b);
  return byRank.toSorted((a, b) => sign * compare(a, b));
}

function sortHeader(view: View, by: SortKey, label: string, className = ''): TemplateResult {
  const { sort } = view.ui;
  const isSorted = sort?.by === by;
  const descending = isSorted ? !sort.descending : by !== 'name' && by !== 'fullCostCpl';
  const order = sort?.descending ? 'descending' : 'ascending';
  return html`<th scope="col" class=${className} aria-sort=${isSorted ? order : nothing}>
    <button type="button" class="link" title=${view.text.results.sortBy(label)}
      @click=${() => view.update({ sort: { by, descending } })}>${label}</button>
  </th>`;
}

function comparison(view: View): TemplateResult {
  const { text, labels, store } = view;
  const headers: Record<SortKey, string> = {
    name: text.inputs.channel,
    fullCostCpl: text.results.costAndBreakEven[store.result.basis],
    leads: labels.leads,
    contribution: labels.contribution,
    roi: text.results.roi,
    profit: text.results.profit[store.result.basis],
  };
  const [name, ...rest] = kColumns;
  const classOf = (by: SortKey) => (by === 'leads' || by === 'contribution' ? 'wide-only' : '');
  return html`<div class="block">
    <h2>${text.results.channels}</h2>
    <table class="comparison">
      <caption class="unseen">${text.results.channels}</caption>
      <thead>
        <tr>${[name, ...rest].map((by) => (by ? sortHeader(view, by, headers[by], classOf(by)) : nothing))}</tr>
      </thead>
      <tbody>
        ${view.tablesWait ? noChange : comparedChannels(view)}
      </tbody>
    </table>
    <p class="note">${bestAndWorst(view)} ${store.result.ranked.length > 0 ? text.picture.legend[store.result.basis] : ''} ${later()?.analysesOf(store).simulated() ? text.analyses.band : ''} ${text.results.channelsNote}</p>
  </div>`;
}

function comparedChannels(view: View): TemplateResult[] {
  const draw = smallPictures(view);
  return ordered(view).map((id) => channelRow(view, id, draw));
}

export function bestAndWorst(view: View): string {
  const { best, worst, ranked } = view.store.result;
  const { text } = view;
  if (best !== undefined) {
    const last = worst === undefined ? undefined : nameOf(view, worst);
    return `${text.results.best(nameOf(view, best), last)} ${losing(view)}`.trim();
  }
  const [only] = ranked;
  return only !== undefined && view.store.scenario.channels.length > 1
    ? text.results.onlyOne(nameOf(view, only))
    : '';
}

/** Channels that lose, and what the plan would have without one: shared costs stay. */
function losing(view: View): string {
  const { text, store, format } = view;
  const { losing: ids } = store.result;
  if (ids.length === 0) return '';
  const amount = (id: string) => shown(view, 'contribution', resultOf(view, 'contribution', id));
  const list = ids.map((id) => text.results.losingBy(nameOf(view, id), amount(id)));
  return text.results.losing(format.list(list), ids.length === 1);
}

type Draw = (figures: Results, id?: string) => TemplateResult;

/** Draws the cost and break-even of channels, and of the plan, on the scale they share. */
export function smallPictures(view: View): Draw {
  const end = commonEnd(view);
  return (figures, id) => {
    const shape = shapeOf(figures, end);
    const isEarned = view.store.result.basis === 'margin';
    return miniature(shape, bandsOf(view, id), { summary: summaryOf(view, shape), isEarned });
  };
}

function channelRow(view: View, id: string, draw: Draw): TemplateResult {
  const figures = channelResults(view, id);
  if (!figures) return html``;
  const slot = `channel-${id}`;
  const cell = (metric: Metric) =>
    html`${figureButton(view, metric, { channel: id, slot, tone: true })}`;
  const { roi } = figures;
  const isOpen = view.ui.opened?.slot === slot;
  return html`<tr>
      <th scope="row">${nameOf(view, id)}${isNumber(roi) ? nothing : html`<span class="why">${reason(view, roi.undefined)}</span>`}</th>
      <td class="mini">${draw(figures, id)}</td>
      <td class="wide-only">${cell('leads')}</td>
      <td class="wide-only">${cell('contribution')}</td>
      <td>${cell('roi')}</td>
      <td>${cell('profit')}</td>
    </tr>
    ${isOpen ? html`<tr class="opened"><td colspan=${kColumns.length}>${explanationIn(view, slot)}</td></tr>` : nothing}`;
}

// On demand

const kMatrix: Exclude<Category, 'goal' | 'cash' | 'input' | 'line'>[] = [
  'result',
  'unitCost',
  'breakEven',
  'funnel',
  'value',
  'cost',
  'share',
];

const metricsOf = (category: Category) =>
  (Object.keys(metrics) as Metric[]).filter((metric) => metrics[metric].category === category);

function sections(view: View, lines: readonly Line[]): TemplateResult {
  const { text, store, format } = view;
  const count = kMatrix.flatMap(metricsOf).length;
  return html`<div>
    ${store.result.goal ? goalSection(view) : nothing} ${toolSections(view, lines)}
    ${unfolding(view, 'all', {
      title: text.results.all,
      answer: text.results.allAnswer(format.figure(count, 'count')),
      working: () =>
        html`<div class="content scroll" tabindex="0" role="region" aria-label=${text.results.all}>${view.tablesWait ? noChange : matrix(view)}</div>`,
    })}
    ${later()?.methodSection?.(view) ?? nothing}
  </div>`;
}

/** Costs by kind, which leave out what channels share. */
const kOwnLines: ReadonlySet<Metric> = new Set([
  'tools',
  'people',
  'production',
  'fees',
  'otherCosts',
]);

function matrix(view: View): TemplateResult {
  const { text, labels, store } = view;
  const ids = store.result.channels.map(({ id }) => id);
  const row = (metric: Metric) => {
    const slot = `all-${metric}`;
    const isOwn = kOwnLines.has(metric) && store.scenario.sharedCosts?.length;
    return html`<tr>
        <th scope="row">${isOwn ? text.results.ownLines(labels[metric]) : labels[metric]}</th>
        <td>${figureButton(view, metric, { slot })}</td>
        ${ids.map((id) => html`<td>${figureButton(view, metric, { slot, channel: id })}</td>`)}
      </tr>
      ${view.ui.opened?.slot === slot ? html`<tr class="opened"><td colspan=${ids.length + 2}>${explanationIn(view, slot)}</td></tr>` : nothing}`;
  };
  return html`<table class="matrix">
    <caption class="unseen">${text.results.all}</caption>
    <thead>
      <tr><td></td><th scope="col">${text.results.total}</th>${ids.map((id) => html`<th scope="col">${nameOf(view, id)}</th>`)}</tr>
    </thead>
    ${kMatrix.map(
      (category) => html`<tbody>
      <tr class="group"><th scope="rowgroup" colspan=${ids.length + 2}>${text.categories[category]}</th></tr>
      ${metricsOf(category).map(row)}
    </tbody>`,
    )}
  </table>`;
}

function goalSection(view: View): TemplateResult {
  const { text, labels } = view;
  const number = (metric: Metric) =>
    oneNumber(view, { metric, label: labels[metric], note: '', slot: 'goal' });
  return html`<details>
    <summary><b role="heading" aria-level="2">${text.results.goal}</b><span>${goalVerdict(view)}</span></summary>
    <div class="content block">
      ${goalAnswer(view, number)} ${explanationIn(view, 'goal')}
      ${later()?.seekForGoal(view) ?? nothing}
    </div>
  </details>`;
}

function goalSentence(view: View): string {
  const { store, text, labels, format } = view;
  const { goal } = store.scenario;
  if (!goal) return '';
  const target = format.figure(goal.target, unitOf(goal.metric));
  return text.results.goalSentence(
    labels[goal.metric],
    target,
    goal.deadline ? format.date(goal.deadline) : '',
  );
}

function goalVerdict(view: View): string {
  const { text, store } = view;
  const { goal } = store.result;
  const gap = goal?.results.goalGap;
  if (!goal || goal.attained === undefined || gap === undefined || !isNumber(gap)) {
    return text.results.goalUnknown;
  }
  if (goal.attained) return text.results.goalReached;
  const by = goalGap(view, goal.metric, Math.abs(gap));
  return gap > 0 ? text.results.goalExceeded(by) : text.results.goalMissed(by);
}

/** Whole people, by their name; anything else as a figure. */
function goalGap({ format, labels }: View, metric: Metric, gap: number): string {
  if (unitOf(metric) !== 'count') return format.figure(gap, unitOf(metric));
  return `${format.figure(Math.ceil(gap), 'count')} ${lower(labels[metric])}`;
}

/** The goal, whether it is reached, and what it would take, each number as it is told to show it. */
export function goalAnswer(view: View, number: (metric: Metric) => unknown) {
  const { text, store } = view;
  const { goal } = store.result;
  if (!goal) return nothing;
  const { goalLimit, goalPriceBudget } = goal.results;
  const responds = goal.held !== undefined;
  const isMissed = goal.attained === false;
  const takes: Metric[] =
    isMissed && goal.reachable ? ['goalAdSpend', 'goalBudget', 'goalLeads'] : [];
  if (isNumber(goalPriceBudget)) takes.push('goalPriceBudget');
  const unreachable = isMissed && !goal.reachable;
  const stands: Metric[] = ['goalGap', 'goalAttainment'];
  if (unreachable && isNumber(goalLimit)) stands.push('goalLimit');
  if (unreachable && responds) stands.push('goalReached');
  const numbersOf = (list: Metric[]) => html`<dl class="numbers">${list.map(number)}</dl>`;
  const limit = isNumber(goalLimit)
    ? text.results.goalLimit(shown(view, 'goalLimit', goalLimit))
    : '';
  return html`<p>${goalSentence(view)} ${goalVerdict(view)}</p>
    ${numbersOf(stands)} ${later()?.goalMore(view) ?? nothing} ${unreachable && !responds ? html`<p>${text.results.goalUnreachable} ${limit}</p>` : nothing}
    ${takes.includes('goalAdSpend') && !responds ? html`<p>${text.results.goalTakes}</p>` : nothing}
    ${takes.length > 0 ? numbersOf(takes) : nothing}`;
}
