// "When is it paid back?": the outcome month by month.
import { html, nothing, type TemplateResult } from 'lit';
import { curve } from '../charts/curve';
import type { CashFlow, Flow } from '../engine/analyses';
import { restWords } from '../locales/rest';
import { told } from './explanation';
import { numberField } from './fields';
import { toldButton } from './figure';
import { takeChart } from './later';
import { type Cell, type Fact, facts, folded, table } from './tables';
import { statesTime } from './timing';
import { isNumber, nameOf, reason, type View } from './view';
import {
  afterWords,
  chanceWords,
  figureOr,
  isKnown,
  monthsWords,
  paybackWords,
  rough,
} from './words';

/** The block in which its figures are explained. */
const kSlot = 'time';

export function overTime(view: View): TemplateResult {
  const flow = statesTime(view) ? view.store.analyses.cashFlow() : undefined;
  return html`${flow ? answer(view, flow) : html`<p>${restWords(view).sayTime}</p>`} ${fields(view)}`;
}

/** Why it cannot be said when it is paid back. */
const unknown = ({ total }: CashFlow) => total.cumulative.find((figure) => !isNumber(figure));

function answer(view: View, flow: CashFlow): TemplateResult {
  return html`${course(view, flow)}
    ${told(view, 'payback', kSlot)} ${told(view, 'netPresentValue', kSlot)}
    ${unknown(flow) ? nothing : byMonth(view, flow)} ${byChannel(view, flow)}`;
}

/** When it is paid back, in a sentence, a curve and what it comes to. */
export function course(view: View, flow: CashFlow): TemplateResult {
  const why = unknown(flow);
  if (why !== undefined && !isNumber(why)) return html`<p>${reason(view, why.undefined)}</p>`;
  return html`<p>${sentence(view, flow)}</p>
    ${picture(view, flow)} ${facts(worth(view, flow))}`;
}

const byMonth = (view: View, { total }: CashFlow) =>
  folded(view, {
    caption: view.text.analyses.time.byMonth,
    columns: columns(view, total),
    rows: total.months.map((_, month) => monthRow(view, total, month)),
  });

export function byChannel(view: View, flow: CashFlow): TemplateResult | typeof nothing {
  const { channels, horizonMonths, discountFactor } = flow;
  if (channels.length === 0 || unknown(flow)) return nothing;
  const { text, labels } = view;
  const say = text.analyses.time;
  const isDiscounted = discountFactor !== 1;
  const always = [text.inputs.channel, say.paybackColumn, labels.profit];
  return table({
    caption: say.byChannel,
    columns: isDiscounted ? [...always, say.netPresentValue] : always,
    rows: channels.map((channel): [Cell, ...Cell[]] => {
      const profit = figureOr(view, 'profit', channel.profit);
      const cells: [Cell, ...Cell[]] = [
        nameOf(view, channel.id),
        paybackWords(view, channel.payback, horizonMonths),
        profit,
      ];
      return isDiscounted ? [...cells, figureOr(view, 'profit', channel.netPresentValue)] : cells;
    }),
  });
}

function sentence(view: View, { total, horizonMonths }: CashFlow): string {
  const { text, format } = view;
  const say = text.analyses.time;
  const { payback, band } = total;
  const horizon = format.months(horizonMonths);
  const { basis } = view.store.result;
  const point =
    'months' in payback
      ? say.paidBack[basis](payback.whole > 0 ? monthsWords(view, payback.months) : undefined)
      : say.notPaidBack[basis](horizon);
  if (!band) return point;
  const chance = say.chance(chanceWords(view, band.paidBack), horizon);
  return `${point} ${rangeOfPayback(view, band.payback, horizon)}${chance}`;
}

type Band = NonNullable<Flow['band']>;

/** Nothing where its ends are the same once they are rounded. */
function rangeOfPayback(view: View, { p5, p95 }: Band['payback'], horizon: string): string {
  const say = view.text.analyses.time;
  if (p5 === null) return '';
  const early = monthsWords(view, p5);
  if (p95 === null) return `${say.earliest(early, horizon)} `;
  const late = monthsWords(view, p95);
  return early === late ? '' : `${say.between(early, late)} `;
}

const known = (figures: Flow['months']) => figures.filter(isNumber);

function picture(view: View, { total, horizonMonths }: CashFlow): TemplateResult {
  const { text, format } = view;
  const say = text.analyses.time;
  const { payback, band } = total;
  const crossing = 'months' in payback && payback.whole > 0 ? { crossing: payback.months } : {};
  const words = paybackWords(view, payback, horizonMonths);
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
        words,
      ),
      crossing: words,
      months: say.months,
      month: (month) => format.figure(month, 'count'),
      money: (value) => format.short(value, 'money'),
    },
  )}
    ${takeChart(view, 'over-time')}
    <p class="note">${band ? say.bandNote : say.curveNote}</p>`;
}

function worth(view: View, { total, discountFactor, horizonMonths }: CashFlow): Fact[] {
  const { text, labels, format } = view;
  const say = text.analyses.time;
  const words = afterWords(view, total.payback, horizonMonths);
  const list: Fact[] = [
    { label: say.payback, value: toldButton(view, 'payback', kSlot, words) },
    { label: labels.profit, value: figureOr(view, 'profit', total.profit) },
  ];
  if (discountFactor === 1) return list;
  const spread = total.band?.netPresentValue;
  const range = isKnown(spread)
    ? text.analyses.between(format.rough(spread.p5, 'money'), format.rough(spread.p95, 'money'))
    : undefined;
  const worthNow = figureOr(view, 'profit', total.netPresentValue);
  const value = toldButton(view, 'netPresentValue', kSlot, worthNow);
  return [...list, { label: say.netPresentValue, value, note: range ?? say.netPresentValueNote }];
}

function columns({ text }: View, { band }: Flow): string[] {
  const say = text.analyses.time;
  const always = [say.monthColumn, say.flow, say.cumulative];
  return band ? [...always, text.analyses.sure.low, text.analyses.sure.high] : always;
}

function monthRow(view: View, total: Flow, month: number): [Cell, ...Cell[]] {
  const money = (figure: Flow['profit'] | undefined) =>
    figure === undefined ? '' : figureOr(view, 'profit', figure);
  const { months, cumulative, band } = total;
  const always: [Cell, ...Cell[]] = [String(month), money(months[month]), money(cumulative[month])];
  if (!band) return always;
  const { p5, p95 } = band;
  return [...always, rough(view, 'profit', p5[month] ?? 0), rough(view, 'profit', p95[month] ?? 0)];
}

const kFields = [
  ['horizonMonths', 'months'],
  ['rampMonths', 'months'],
  ['lagMonths', 'months'],
  ['monthlyRetention', 'rate'],
  ['discountRate', 'rate'],
] as const;

function fields(view: View): TemplateResult {
  const { store, text } = view;
  const { labels, notes } = text.analyses.time;
  return html`<h3>${text.analyses.time.assumptions}</h3>
    <div class="fields">
      ${kFields.map(([name, kind]) =>
        numberField(view, {
          pointer: `${store.base}/time/${name}`,
          label: labels[name],
          unit: kind,
          note: notes[name],
          mayRange: kind === 'rate',
        }),
      )}
    </div>`;
}
