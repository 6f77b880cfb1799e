// "When is it paid back?": the outcome month by month.

import { html, nothing, type TemplateResult } from 'lit';
import { curve } from '../../charts/curve';
import type { CashFlow, Flow, Payback } from '../../engine/analyses';
import type { Figure } from '../../engine/engine';
import { numberField } from '../../kit/fields';
import { toldButton } from '../../kit/figure';
import { type Cell, type Fact, folded, sums, table } from '../../kit/tables';
import { restWords } from '../../locales/later/index';
import { analysesOf } from '../../plan/analyses';
import { holdsRange } from '../../plan/ranges';
import { areParts, between } from '../../plan/rounding';
import { later, takeChart } from '../../view/deferred';
import type { Working } from '../../view/tool';
import { hasHappened, isNumber, nameOf, reason, type Told, type View } from '../../view/view';
import {
  afterWords,
  chanceWords,
  figureOr,
  isKnown,
  lower,
  monthsWords,
  paybackWords,
  statesTime,
} from '../../view/words';
import { timeAnswer } from './answer';
import { payback as line } from './line';
import { timeWords } from './words';

/** The block in which its figures are explained. */
const kSlot = 'time';

function draw(view: View): TemplateResult {
  const flow = statesTime(view) ? analysesOf(view.store).cashFlow() : undefined;
  return html`${flow ? answer(view, flow) : html`<p>${timeWords(view).sayTime}</p>`} ${fields(view)}`;
}

/** Why it cannot be said when it is paid back. */
const unknown = ({ total }: CashFlow) => total.cumulative.find((figure) => !isNumber(figure));

const toldHere = (view: View, what: Told) => later()?.told(view, what, kSlot) ?? nothing;

function answer(view: View, flow: CashFlow): TemplateResult {
  return html`${course(view, flow)}
    ${toldHere(view, 'payback')} ${toldHere(view, 'netPresentValue')}
    ${unknown(flow) ? nothing : byMonth(view, flow)} ${byChannel(view, flow)}`;
}

/** When it is paid back, in a sentence, a curve and what it comes to. */
function course(view: View, flow: CashFlow): TemplateResult {
  const why = unknown(flow);
  if (why !== undefined && !isNumber(why)) return html`<p>${reason(view, why.undefined)}</p>`;
  return html`<p>${sentence(view, flow)}</p>
    ${picture(view, flow)} ${sums(worth(view, flow))} ${dueLater(view, flow)}`;
}

function byMonth(view: View, flow: CashFlow) {
  const { total } = flow;
  const digits = digitsOf(view, flow);
  return folded(view, {
    caption: timeWords(view).byMonth,
    columns: columns(view, total),
    rows: total.months.map((_, month) => monthRow(view, total, month, digits)),
  });
}

/** Each month leads from one sum to the next as they are read, in no more decimals than a forecast deserves. */
function byChannel(view: View, flow: CashFlow): TemplateResult | typeof nothing {
  const { channels, discountFactor } = flow;
  if (channels.length === 0 || unknown(flow)) return nothing;
  const { text, labels } = view;
  const say = timeWords(view);
  const isDiscounted = discountFactor !== 1;
  const { profit, netPresentValue } = flow.total;
  const digits = digitsOf(view, flow);
  const profits = partsAsRead(
    view,
    profit,
    channels.map((channel) => channel.profit),
    digits,
  );
  const worths = partsAsRead(
    view,
    netPresentValue,
    channels.map((channel) => channel.netPresentValue),
    digits,
  );
  const always = [
    text.inputs.channel,
    view.text.analyses.time.payback[view.store.result.basis],
    labels.profit,
  ];
  return table({
    caption: say.byChannel,
    columns: isDiscounted ? [...always, labels.netPresentValue] : always,
    rows: channels.map((channel, at): [Cell, ...Cell[]] => {
      const cells = [profits, ...(isDiscounted ? [worths] : [])].map((list) => list[at] ?? '');
      return [nameOf(view, channel.id), paybackWords(view, channel.payback), ...cells];
    }),
  });
}

/** Parts of a sum that stands above. */
function partsAsRead(view: View, sum: Figure, parts: readonly Figure[], digits: number): string[] {
  const figures = [sum, ...parts].filter(isNumber);
  if (figures.length <= parts.length) return parts.map((part) => figureOr(view, 'profit', part));
  return view.format.column(figures, 'money', { least: digits, most: digits }).slice(1);
}

/** The decimals of money over time, everywhere it stands: none, or as far as ranges let it be known. */
function digitsOf({ format, store }: View, { total, channels }: CashFlow): number {
  const { profit, cumulative, stillToCome, discountedAway } = total;
  const ofChannels = known(channels.map((channel) => channel.profit));
  const [whole = 0, ...others] = known([profit, stillToCome, discountedAway]);
  const rows = [whole, ...others, ...ofChannels, ...known(cumulative)].map((figure) => [figure]);
  const [toCome = 0, away = 0] = others;
  const sums = [
    [whole, known(cumulative).at(-1) ?? 0, toCome, -away],
    [whole, ...ofChannels],
  ].filter(([sum = 0, ...parts]) => areParts(parts, sum));
  return format.digitsOf(sums, 'money', format.moneyDigits(rows, holdsRange(store.scenario)), 0);
}

function sentence(view: View, { total, horizonMonths }: CashFlow): string {
  const { format } = view;
  const say = timeWords(view);
  const { payback, band } = total;
  const point = pointOf(view, payback);
  if (!band) return point;
  const { basis } = view.store.result;
  const chances = chanceWords(view, band.paidBack);
  const isOver = hasHappened(view.store.scenario);
  const supposing = `${say.supposing}${isOver ? restWords(view).luckAside : ''}`;
  const chance = say.chance[basis](chances, format.months(horizonMonths), supposing);
  return `${point} ${rangeOfPayback(view, band.payback)}${chance}`;
}

function pointOf(view: View, payback: Payback): string {
  const say = timeWords(view);
  const { basis } = view.store.result;
  if ('months' in payback) {
    return say.paidBack[basis](afterWords(view, payback));
  }
  return 'later' in payback ? say.paidLater[basis] : say.neverPaidBack[basis];
}

type Band = NonNullable<Flow['band']>;

/** Nothing where its ends are the same once they are rounded. */
function rangeOfPayback(view: View, { p5, p95 }: Band['payback']): string {
  const say = timeWords(view);
  if (!('months' in p5)) return '';
  if (!('months' in p95)) return `${say.earliest(afterWords(view, p5), paybackWords(view, p95))} `;
  const early = monthsWords(view, p5.months);
  const late = monthsWords(view, p95.months);
  return early === late ? '' : `${say.between(early, late)} `;
}

const known = (figures: Flow['months']) => figures.filter(isNumber);

function picture(view: View, { total, horizonMonths }: CashFlow): TemplateResult {
  const { text, format } = view;
  const say = timeWords(view);
  const { payback, band } = total;
  const isCrossed = 'months' in payback && payback.whole > 0;
  const crossing = isCrossed ? { crossing: payback.months } : {};
  const isBeyond = isCrossed && payback.months > horizonMonths;
  const words = paybackWords(view, payback);
  return html`${curve(
    {
      months: known(total.cumulative),
      ...crossing,
      ...(band ? { band: { low: band.p5, high: band.p95 } } : {}),
    },
    {
      summary: say.summary(
        figureOr(view, 'profit', total.cumulative.at(-1) ?? 0),
        horizonMonths,
        `${lower(view.text.analyses.time.payback[view.store.result.basis])}${text.colon}${words}`,
      ),
      crossing: words,
      months: say.months,
      month: (month) => format.figure(month, 'count'),
      money: (value) => format.short(value, 'money'),
      width: view.ui.chartWidth,
    },
  )}
    ${takeChart(view, 'over-time')}
    <p class="note">${say.curveNote} ${band ? say.bandNote : nothing} ${isCrossed ? say.crossingNote : nothing} ${isBeyond ? say.beyond : nothing}</p>`;
}

const dueLater = (view: View, { alsoDue }: CashFlow) =>
  alsoDue === undefined
    ? nothing
    : html`<p class="note">${timeWords(view).alsoDue(view.format.figure(alsoDue, 'money'))}</p>`;

/** When it is paid back, what is in hand at the horizon and still to come, and what that is worth. */
function worth(view: View, flow: CashFlow): Fact[] {
  const { total, horizonMonths } = flow;
  const { labels, format } = view;
  const say = timeWords(view);
  const horizon = format.months(horizonMonths);
  const words = afterWords(view, total.payback);
  const [profit = '', inHand = '', stillToCome = '', away = ''] = addedUp(view, flow);
  const list: Fact[] = [
    {
      label: view.text.analyses.time.payback[view.store.result.basis],
      value: toldButton(view, 'payback', kSlot, words),
    },
    { label: say.inHand(horizon), value: inHand },
    { label: labels.stillToCome, value: stillToCome, note: say.stillToCome },
  ];
  if (isNumber(total.discountedAway) && total.discountedAway > 0)
    list.push({ label: labels.discountedAway, value: away, note: say.discountedAway });
  list.push({ label: labels.profit, value: profit });
  return [...list, ...discountedFacts(view, flow, horizon), ...rates(view, total)];
}

/** The profit, and what it is made up of: what is in hand and still to come, less what discounting takes off. */
function addedUp(view: View, flow: CashFlow): string[] {
  const { format } = view;
  const { profit, cumulative, stillToCome, discountedAway } = flow.total;
  const all = [profit, cumulative.at(-1) ?? 0, stillToCome, discountedAway];
  const [whole, inHand, toCome, away] = all.filter(isNumber);
  if (whole === undefined || inHand === undefined || toCome === undefined || away === undefined)
    return all.map((figure) => figureOr(view, 'profit', figure));
  const parts = [whole, inHand, toCome, -away];
  const digits = digitsOf(view, flow);
  const { read } = format.read(parts, 'money', { least: digits, most: digits });
  return read.map((value, at) => format.fixed(at === 3 ? -value : value, 'money', digits));
}

function discountedFacts(view: View, flow: CashFlow, horizon: string): Fact[] {
  const { total, discountFactor } = flow;
  if (discountFactor === 1) return [];
  const { text, labels, format } = view;
  const spread = total.band?.netPresentValue;
  const range = isKnown(spread)
    ? text.analyses.between(format.rough(spread.p5, 'money'), format.rough(spread.p95, 'money'))
    : undefined;
  const digits = digitsOf(view, flow);
  const money = (figure: Figure) =>
    isNumber(figure) ? format.fixed(figure, 'money', digits) : text.results.undefinedMark;
  const worthNow = money(total.netPresentValue);
  const within = money(total.netPresentValueWithin);
  const value = toldButton(view, 'netPresentValue', kSlot, worthNow);
  const note = range ?? timeWords(view).netPresentValueNote;
  const list: Fact[] = [
    { label: labels.netPresentValue, value, note },
    { label: timeWords(view).within(horizon), value: within },
  ];
  if (!total.discountedPayback) return list;
  const back = afterWords(view, total.discountedPayback);
  return [...list, { label: labels.discountedPayback, value: back }];
}

/** Revenue before cost of goods has no rate of return. */
function rates(view: View, { irr, annualisedRoi }: Flow): Fact[] {
  if (view.store.result.basis === 'revenue') return [];
  return [rate(view, 'irr', irr), rate(view, 'annualisedRoi', annualisedRoi)];
}

/** What is back within weeks has a rate a year of so many digits that none of them says anything. */
const kMostAYear = 10;

function rate(view: View, metric: 'irr' | 'annualisedRoi', figure: Figure): Fact {
  const { labels, format, text } = view;
  const label = labels[metric];
  if (isNumber(figure) && figure > kMostAYear)
    return { label, value: restWords(view).span.above(format.percent(kMostAYear, 0)) };
  if (isNumber(figure)) return { label, value: format.rough(figure, 'rate', true) };
  const { why } = timeWords(view);
  const [kind] = figure.undefined.split(':') as [keyof typeof why];
  const isOwn = /:(irr|annualisedRoi|end)$/.test(figure.undefined);
  const note = isOwn ? why[kind] : reason(view, figure.undefined);
  return { label, value: text.results.undefinedMark, note };
}

function columns(view: View, { band }: Flow): string[] {
  const { low, high } = restWords(view).span;
  const say = timeWords(view);
  const always = [say.monthColumn, say.flow, say.cumulative];
  return band ? [...always, low, high] : always;
}

/** What comes in less what goes out lies between the sums as they are read. */
function monthRow(
  { format }: View,
  { cumulative, band }: Flow,
  month: number,
  digits: number,
): [Cell, ...Cell[]] {
  const sums = known(cumulative);
  const [before, now] = [sums[month - 1] ?? 0, sums[month] ?? 0];
  const money = (value: number) => format.fixed(value, 'money', digits);
  const flow = between(before, now, 10 ** -digits);
  const always: [Cell, ...Cell[]] = [String(month), money(flow), money(now)];
  if (!band) return always;
  const [low, high] = [band.p5, band.p95].map((of) => format.rough(of[month] ?? 0, 'money'));
  return [...always, low ?? '', high ?? ''];
}

const kFields = [
  ['horizonMonths', 'months'],
  ['rampMonths', 'months'],
  ['lagMonths', 'months'],
  ['monthlyRetention', 'rate'],
  ['discountRate', 'rate'],
] as const;

/** Orders and yearly revenues state their years, a subscription its churn. */
const usesRetention = ({ store }: View) =>
  store.scenario.channels.some(({ value }) => {
    const { mode } = value ?? store.scenario.value ?? { mode: 'revenue' };
    return mode === 'revenue' || mode === 'margin';
  });

function fields(view: View): TemplateResult {
  const { store } = view;
  const { labels, notes } = timeWords(view);
  return html`<h3>${timeWords(view).assumptions}</h3>
    <div class="fields">
      ${kFields.map(([name, kind]) =>
        numberField(view, {
          pointer: `${store.base}/time/${name}`,
          label: labels[name],
          unit: kind,
          note:
            name === 'monthlyRetention' && !usesRetention(view)
              ? timeWords(view).ignored
              : notes[name],
          mayRange: kind === 'rate',
        }),
      )}
    </div>`;
}

function printed(view: View): TemplateResult | typeof nothing {
  const flow = analysesOf(view.store).cashFlow();
  return flow ? html`${course(view, flow)} ${byChannel(view, flow)}` : nothing;
}

export const payback: Working = {
  line,
  answer: timeAnswer,
  draw,
  report: { concerns: statesTime, draw: printed },
};
