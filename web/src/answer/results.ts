// Verdict, then numbers, then why.
import { html, noChange, nothing, type TemplateResult } from 'lit';
import { type Category, type Metric, metrics, type ResultMetric } from '../../generated/metrics';
import { figureButton, toldButton } from '../kit/figure';
import { unfolding } from '../kit/unfolding';
import type { KeyFigure, Section } from '../view/brief';
import { explanationIn, later, whileLoading } from '../view/deferred';
import type { Line } from '../view/tool';
import {
  channelResults,
  dataValue,
  isNumber,
  moneyTold,
  nameOf,
  reason,
  resultOf,
  shown,
  told,
  toneOf,
  unitIn,
  type View,
} from '../view/view';
import { earningWords, lifetimesOf, paybackWords, rangeWords, statesTime } from '../view/words';
import { comparison } from './channels';
import { thePicture } from './picture';
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
  const isOfLifetimes = countsLifetimes(view);
  const costs =
    isNumber(fullCostCpl) && isNumber(breakEvenCpl)
      ? text.verdict.costs[basis](
          action,
          money('fullCostCpl', fullCostCpl),
          money('breakEvenCpl', breakEvenCpl),
          isOfLifetimes && store.scenario.action === 'order' ? text.verdict.following : '',
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
    lifetime: isOfLifetimes ? text.verdict.lifetime : '',
  };
}

const countsLifetimes = ({ store }: View): boolean => lifetimesOf(store.scenario).every(Boolean);

/** What the return counts. */
export function basisWords(view: View): string {
  const { basis, lifetime } = view.text.verdict;
  return `${basis[view.store.result.basis]}${countsLifetimes(view) ? `,${lifetime}` : ''}.`;
}

/** The verdict as it is spoken: numbers without grouping. */
export const spokenVerdict = (view: View): Verdict =>
  verdictOf(view, (metric, value) => moneyTold(view, metric, value, true));

/** The verdict as it is read. */
export const writtenVerdict = (view: View): Verdict =>
  verdictOf(view, (metric, value) => moneyTold(view, metric, value));

const kInVerdict: Metric[] = ['fullCostCpl', 'breakEvenCpl', 'returnRatio'];
/** Characters of private use stand for the figures until the words around them are known. */
const kFirstMark = 0xe000;

const mark = (metric: Metric) => String.fromCharCode(kFirstMark + kInVerdict.indexOf(metric));

function withFigures(view: View, sentence: string) {
  return sentence.split(/([\uE000-\uE002])/u).map((part) => {
    const metric = kInVerdict[part.charCodeAt(0) - kFirstMark];
    if (metric === undefined) return part;
    const figure = resultOf(view, metric, undefined);
    const money = isNumber(figure) ? moneyTold(view, metric, figure) : '';
    return html`<span translate="no" data-metric=${metric} data-value=${dataValue(figure)}>${money}</span>`;
  });
}

/** `below`: what stands right under it. */
export const verdict = (view: View, below: unknown = nothing): TemplateResult =>
  html`<section class="verdict" id="answer" tabindex="-1" aria-label=${view.text.verdict.heading}>${view.brief?.missing() ?? headline(view, later()?.believing(view) ?? believeLess(view))} ${below}</section>`;

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
    ${claim(view, act)} ${view.brief?.underVerdict() ?? nothing}
    ${later()?.compared(view) ?? nothing} ${shows(view, 'picture') ? thePicture(view) : nothing}`;
}

/** Whether a brief leaves a part of the answer there. */
const shows = ({ brief }: View, section: Section): boolean => brief?.shows(section) ?? true;

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

/** Channels that are no part of the plan yet. */
function blankOnes(view: View): TemplateResult | typeof nothing {
  const { store, text, format } = view;
  const blank = store.scenario.channels.filter(({ id }) => !channelResults(view, id));
  if (blank.length === 0) return nothing;
  const names = format.list(blank.map(({ id }) => nameOf(view, id)));
  return html`<p class="note">${text.results.blank(names)}</p>`;
}

export function leftOut(view: View): string {
  const { text, store, format, action } = view;
  const spent = (id: string) =>
    text.results.leftOutSpent(nameOf(view, id), shown(view, 'cost', resultOf(view, 'cost', id)));
  return text.results.leftOut(action, format.list(store.result.leftOut.map(spent)));
}

export function slimBar(view: View): TemplateResult | typeof nothing {
  if (view.brief?.missing()) return nothing;
  const { store, text } = view;
  const { roi, fullCostCpl, breakEvenCpl } = store.result.total;
  return html`<div aria-hidden="true">
    <b class=${toneOf(view, 'roi', roi)}>${told(view, 'roi', roi)}</b>
    <span><span class="soft">${text.results.cost}</span> ${told(view, 'fullCostCpl', fullCostCpl)}</span>
    <span>${text.picture.tick[store.result.basis](told(view, 'breakEvenCpl', breakEvenCpl))}</span>
  </div>`;
}

// Numbers

export function results(view: View, lines: readonly Line[]): TemplateResult | typeof nothing {
  if (view.brief?.missing()) return nothing;
  return html`<section class="results" aria-label=${view.text.results.heading}>
    ${numbers(view)} ${later()?.ownResults(view)}
    ${shows(view, 'usual') ? (later()?.usualCost(view) ?? nothing) : nothing}
    ${shows(view, 'channels') ? comparison(view) : nothing} ${sections(view, lines)}
    ${view.brief?.atEnd() ?? nothing}
  </section>`;
}

export interface Shown extends KeyFigure {
  slot?: string;
}

/** So many characters fit on a telephone in the size of the largest figure. */
export const kMostBig = 10;

/** Why there is no answer is said once, in its place. */
const whyNone = (view: View, why: string, slot: string) =>
  slot === 'numbers' && !isNumber(view.store.result.total.returnRatio) ? '' : reason(view, why);

export function oneNumber(
  view: View,
  { metric, label, note, slot = 'numbers', size, digits }: Shown,
  tell = told,
): TemplateResult {
  const figure = resultOf(view, metric, undefined);
  const say = (value: number) =>
    digits === undefined
      ? tell(view, metric, value)
      : view.format.fixed(value, unitIn(view, metric), digits, { signed: metric === 'roi' });
  const isLong = isNumber(figure) && say(figure).length > kMostBig;
  const why = isNumber(figure) ? note : whyNone(view, figure.undefined, slot);
  return html`<div class="${size ?? ''} ${isLong ? 'long' : ''}">
    <dt>${label}</dt>
    <dd>${figureButton(view, metric, { slot, tone: true, say })}${later()?.delta(view, metric) ?? nothing}<small>${why}</small></dd>
  </div>`;
}

/** Those the plan stands or falls by; the cost gives way where it is said when it is paid back. */
export function keyNumbers(view: View): readonly KeyFigure[] {
  const { store, text, labels, action } = view;
  const { basis } = store.result;
  const say = text.results;
  const simulated = later()?.analysesOf(store).simulated();
  const range = rangeWords(view, simulated, 'roi');
  const roiNote = range ? `${range}. ${basisWords(view)}` : basisWords(view);
  const costInAll = say.inAll(told(view, 'cost', store.result.total.cost));
  const profitNote = simulated ? earningWords(view, simulated) : say.profitNote[basis];
  const usual: KeyFigure[] = [
    { metric: 'roi', label: labels.roi, note: roiNote, size: 'big' },
    { metric: 'profit', label: say.profit[basis], note: profitNote, size: 'wider' },
    { metric: 'breakEvenCpl', label: say.breakEven[basis], note: say.perAction(action) },
    { metric: 'fullCostCpl', label: say.fullCost, note: `${say.perAction(action)}, ${costInAll}` },
  ];
  return view.brief?.keyFigures(usual) ?? usual;
}

export function numbers(view: View): TemplateResult {
  const back = view.brief?.stated.figures ? undefined : payback(view);
  const list = keyNumbers(view).slice(0, back ? -1 : undefined);
  return html`<div>
    <dl class="numbers">${list.map((number) => later()?.ownNumber(view, number) ?? oneNumber(view, number))} ${back}</dl>
    ${later()?.savingsCounted(view) ?? nothing} ${luck(view)} ${explanationIn(view, 'numbers')} ${later()?.told(view, 'payback', 'numbers') ?? nothing}
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
    <dd>${toldButton(view, 'payback', 'numbers', isNever ? text.results.undefinedMark : words)}${later()?.paybackBeside(view) ?? nothing}<small>${isNever ? words : isLater ? afterStart[basis] : nothing}</small></dd>
  </div>`;
}

/** Where few customers are expected, chance itself is said. */
export function luck(view: View): TemplateResult | typeof nothing {
  const { luck: spread, total } = view.store.result;
  if (spread === undefined || !isNumber(total.customers)) return nothing;
  const { format, text } = view;
  return html`<p class="note">${text.verdict.luck(format.about(total.customers, 'count'), format.about(spread, 'rate'))}</p>`;
}

// On demand

export const kCategories: Exclude<Category, 'goal' | 'saving' | 'cash' | 'input' | 'line'>[] = [
  'result',
  'unitCost',
  'breakEven',
  'funnel',
  'value',
  'cost',
  'share',
];

export const metricsOf = (category: Category) =>
  (Object.keys(metrics) as Metric[]).filter((metric) => metrics[metric].category === category);

/** Whether the plan or one of its channels has such a figure. */
export const isHad = ({ store }: View, metric: Metric): boolean =>
  [store.result.total, ...store.result.channels.map(({ results }) => results)].some((results) =>
    isNumber(results[metric as ResultMetric]),
  );

function sections(view: View, lines: readonly Line[]): TemplateResult {
  const { text, store, format } = view;
  const { length } = kCategories.flatMap(metricsOf).filter((metric) => isHad(view, metric));
  const all: (readonly [Section, unknown])[] = [
    ['goal', store.result.goal ? goalSection(view) : nothing],
    ...toolSections(view, lines),
    [
      'all',
      unfolding(view, 'all', {
        title: text.results.all,
        answer: text.results.allAnswer(format.figure(length, 'count')),
        working: () =>
          html`<div class="content scroll" tabindex="0" role="region" aria-label=${text.results.all}>${later()?.lifetimeNote(view) ?? nothing} ${view.tablesWait ? noChange : (later()?.allFigures(view) ?? whileLoading(view))}</div>`,
      }),
    ],
    ['method', later()?.methodSection?.(view) ?? nothing],
  ];
  return html`<div>${view.brief?.sections(all) ?? all.map(([, drawn]) => drawn)}</div>`;
}

/** How it stands comes later. */
function goalSection(view: View): TemplateResult {
  return html`<details>
    <summary><b role="heading" aria-level="2">${view.text.results.goal}</b><span>${later()?.goalVerdict(view) ?? nothing}</span></summary>
    ${later()?.goalContent(view) ?? whileLoading(view)}
  </details>`;
}
