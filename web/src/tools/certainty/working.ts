// "How sure is it?": what a plan of ranges comes to.

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { OwnFigure } from '../../../generated/contract';
import type { Metric } from '../../../generated/metrics';
import { dots } from '../../charts/dots';
import { binsOf, histogram } from '../../charts/histogram';
import type {
  Chance,
  Histogram,
  Simulated,
  SimulatedOwn,
  SimulatedScope,
} from '../../engine/analyses';
import { keepUndo, signs } from '../../kit/fields';
import { type Cell, type Fact, facts, folded, table } from '../../kit/tables';
import { restWords } from '../../locales/later/index';
import { analysesOf } from '../../plan/analyses';
import { takeChart } from '../../view/deferred';
import { ownFigures, ownTitle, readAs, whyNot } from '../../view/own';
import { ownState } from '../../view/own-state';
import type { Working } from '../../view/tool';
import { hasHappened, isNumber, nameOf, reason, unitOf, type View } from '../../view/view';
import { earningWords, isKnown, rangeWords, rough } from '../../view/words';
import { sureAnswer, whySingle } from './answer';
import { guessing, guessingLayout } from './guessing';
import { certainty as line } from './line';
import { together } from './together';
import { certaintyWords } from './words';

const kRows = ['roi', 'profit', 'fullCostCpl', 'breakEvenCpl'] as const satisfies Metric[];

function draw(view: View): TemplateResult {
  const simulated = analysesOf(view.store).simulated();
  const say = certaintyWords(view);
  if (!simulated) {
    return html`<p>${whySingle(view)}</p>${ownOutcomes(view)}${guessing(view)}<p class="note">${say.howToRange}</p>`;
  }
  return html`${outcome(view, simulated)} ${losing(view)} ${bins(view, simulated)} ${outcomes(view, simulated)}
    ${together(view)} ${guessing(view)}`;
}

/** How sure it is, in a sentence and in pictures. */
function outcome(view: View, simulated: Simulated): TemplateResult {
  const { profitable: chance } = simulated.total;
  const name = profitable(view);
  return html`<p>${firstSentence(view, simulated)}</p>
    ${dots(chance.probability, `${name}${view.text.colon}${exactly(view, chance)}`)}
    ${facts(chances(view, simulated))} ${picture(view, simulated)}`;
}

/** The same in tables, and how far they can be trusted. */
const outcomes = (view: View, simulated: Simulated): TemplateResult =>
  html`${quantiles(view, simulated)} ${ownOutcomes(view)} ${channels(view, simulated)}
    <p class="note">${simulated.exact > 0 ? certaintyWords(view).supposes : nothing} ${luckWords(view, simulated)} ${luck(view, simulated.total)} ${undefinedOnes(view, simulated)} ${ownError(view, simulated)}</p>`;

/** What the chance of the plan is of. */
function profitable(view: View): string {
  const { profitable: chances, ofProfit } = certaintyWords(view);
  const { result, scenario } = view.store;
  const isOver = result.basis === 'margin' && hasHappened(scenario);
  return isOver ? ofProfit : chances[result.basis];
}

function luckWords(view: View, { draws }: Simulated): string {
  const { luck: say } = certaintyWords(view);
  if (draws) return say.drawn;
  return hasHappened(view.store.scenario) ? say.over : say.counted;
}

function firstSentence(view: View, simulated: Simulated): string {
  const range = rangeWords(view, simulated, 'roi');
  const chance = earningWords(view, simulated);
  return range ? certaintyWords(view).sentence(chance, range) : `${chance}.`;
}

/** As many digits as the simulation is sure of; whole percents where tenths change nothing. */
function exactly(view: View, { probability, error }: Chance): string {
  const { format } = view;
  const isNearEnd = probability < 0.1 || probability > 0.9;
  const digits = isNearEnd && error < 0.002 && error > 0 ? 1 : 0;
  if (probability < 0.001) return restWords(view).span.below(format.percent(0.001, 1));
  if (probability > 0.999) return restWords(view).span.above(format.percent(0.999, 1));
  return format.percent(probability, digits);
}

function chances(view: View, { total, goal, expectedLoss }: Simulated): Fact[] {
  const { action } = view;
  const say = certaintyWords(view);
  const { basis } = view.store.result;
  const list: Fact[] = [{ label: profitable(view), value: exactly(view, total.profitable) }];
  const isSame = total.belowBreakEven.probability === total.profitable.probability;
  const label = say.belowBreakEven[basis](action);
  if (!isSame) list.push({ label, value: exactly(view, total.belowBreakEven) });
  if (goal && !isKnownOf(view, goal)) list.push({ label: say.goal, value: exactly(view, goal) });
  if (expectedLoss) {
    const { expected, expectedNote } = certaintyWords(view).losing;
    const value = rough(view, 'profit', expectedLoss.mean);
    list.push({ label: expected, value, note: expectedNote });
  }
  return list;
}

/** What has happened either did or did not: the goal's own words say which. */
const isKnownOf = ({ store }: View, { probability }: Chance): boolean =>
  hasHappened(store.scenario) && (probability === 0 || probability === 1);

const kErrorId = 'loss-error';

/** What is typed as a loss whose chance is asked, and what it was read as. */
const losses = ownState<{ text?: string; than?: number | undefined }>({});

/** How often more is lost than the visitor can bear. */
function losing(view: View): TemplateResult {
  const say = certaintyWords(view).losing;
  const { text = '', than } = losses.of(view);
  const isWrong = text.trim() !== '' && than === undefined;
  const read = (event: InputEvent) => type(view, (event.target as HTMLInputElement).value);
  const [before, after] = signs(view, 'money');
  const found = than === undefined ? undefined : analysesOf(view.store).losesMore(than);
  return html`<div class="guessing">
    <label for="loss">${say.moreThan}</label>
    <span class="box ${isWrong ? 'wrong' : ''}">${before}<input id="loss" name="loss" type="text" inputmode="decimal" autocomplete="off"
      aria-invalid=${isWrong ? 'true' : nothing} aria-describedby=${isWrong ? kErrorId : nothing}
      .value=${live(text)} @input=${read} @keydown=${keepUndo} />${after}</span>
    <span role="status" data-loss>${found ? say.chance(exactly(view, found.chance)) : nothing}</span>
    ${isWrong ? html`<p class="wrongly" id=${kErrorId}>${say.wrong}</p>` : nothing}
  </div>`;
}

function type(view: View, text: string): void {
  const reply = view.store.engine.readNumber(text, 'money', view.format.marks, 'amount');
  const than = reply.ok && 'value' in reply.value ? reply.value.value : undefined;
  const isLoss = than !== undefined && than >= 0;
  losses.update(view, { text, than: isLoss ? than : undefined });
}

function picture(
  view: View,
  { total, histogram: bins }: Simulated,
): TemplateResult | typeof nothing {
  const { format, labels } = view;
  const say = certaintyWords(view);
  const profit = total.results.profit;
  if (!isKnown(profit) || !bins) return nothing;
  const money = (value: number) => rough(view, 'profit', value);
  return html`<h3>${say.histogram(labels.profit)}</h3>
    ${histogram(
      { bins, p5: profit.p5, p50: profit.p50, p95: profit.p95 },
      {
        summary: say.histogramSummary(
          labels.profit,
          money(profit.p5),
          money(profit.p95),
          money(profit.p50),
        ),
        breakEven: say.breakEven[view.store.result.basis],
        nineInTen: say.nineInTen,
        axis: (value) => format.short(value, 'money'),
        width: view.ui.chartWidth,
      },
    )}
    ${takeChart(view, 'profit-histogram')}
    <p class="note">${say.histogramNote}</p>`;
}

function bins(view: View, { histogram: counted }: Simulated): TemplateResult | typeof nothing {
  const { labels } = view;
  const say = certaintyWords(view);
  if (!counted) return nothing;
  return folded(view, {
    caption: say.histogram(labels.profit),
    columns: [labels.profit, say.trialsColumn],
    rows: binRows(view, counted),
  });
}

function binRows(view: View, bins: Histogram): [Cell, Cell][] {
  const { format } = view;
  const money = (value: number) => rough(view, 'profit', value);
  const count = (value: number) => format.figure(value, 'count');
  const inside = binsOf(bins).map(
    (bin) =>
      [restWords(view).span.fromTo(money(bin.from), money(bin.to)), count(bin.count)] as [
        Cell,
        Cell,
      ],
  );
  return [
    [restWords(view).span.below(money(bins.from)), count(bins.below)],
    ...inside,
    [restWords(view).span.above(money(bins.to)), count(bins.above)],
  ];
}

function quantiles(view: View, { total }: Simulated): TemplateResult {
  const { labels } = view;
  const say = certaintyWords(view);
  return table({
    caption: say.quantiles,
    columns: ['', restWords(view).span.low, say.middle, restWords(view).span.high, say.mean],
    rows: kRows.map((metric) => {
      const found = total.results[metric];
      const cells = isKnown(found) ? [found.p5, found.p50, found.p95, found.mean] : [];
      const why = found && 'undefined' in found ? reason(view, found.undefined) : '';
      return [labels[metric], ...(why ? [why] : alike(view, metric, cells))];
    }),
  });
}

/** The same of figures that the document defines of its own, and how often each is above 0. */
function ownOutcomes(view: View): TemplateResult | typeof nothing {
  const chances = analysesOf(view.store).ownChances();
  if (!chances) return nothing;
  const say = certaintyWords(view);
  const { span, own } = restWords(view);
  return html`<h3>${own.figures}</h3>
    ${table({
      caption: own.figures,
      columns: ['', span.low, say.middle, span.high, say.mean, say.positive],
      rows: ownFigures(view).flatMap((defined) => {
        const found = chances.find(({ id }) => id === defined.id);
        return found ? [ownRow(view, defined, found)] : [];
      }),
    })}`;
}

function ownRow(
  view: View,
  defined: OwnFigure,
  { value, positive }: SimulatedOwn,
): [Cell, ...Cell[]] {
  const title = ownTitle(view, defined);
  if (!isKnown(value)) return [title, whyNot(view, value.undefined)];
  const { p5, p50, p95, mean } = value;
  return [title, ...alike(view, readAs(defined), [p5, p50, p95, mean]), exactly(view, positive)];
}

/** Money with the same decimals. */
function alike(view: View, metric: Metric, values: readonly number[]): string[] {
  const { format } = view;
  if (unitOf(metric) !== 'money') return values.map((value) => rough(view, metric, value));
  const digits = format.moneyDigits(
    values.map((value) => [value]),
    true,
  );
  return values.map((value) => format.fixed(value, 'money', digits));
}

function channels(
  view: View,
  { channels: list, total }: Simulated,
): TemplateResult | typeof nothing {
  if (list.length < 2) return nothing;
  const { text, labels } = view;
  const say = certaintyWords(view);
  const range = (scope: SimulatedScope) => {
    const roi = scope.results.roi;
    if (!isKnown(roi)) return text.results.undefinedMark;
    const [low, high] = [rough(view, 'roi', roi.p5), rough(view, 'roi', roi.p95)];
    return low === high ? low : restWords(view).span.fromTo(low, high);
  };
  const gains = (scope: SimulatedScope) =>
    isSpread(scope) ? exactly(view, scope.profitable) : say.noRange;
  return html`<h3>${say.channels}</h3>
    ${table({
      caption: say.channels,
      columns: [text.inputs.channel, `${labels.roi}, ${say.nineInTen}`, profitable(view), say.best],
      rows: [
        ...list.map(
          (channel) =>
            [
              nameOf(view, channel.id),
              range(channel),
              gains(channel),
              exactly(view, channel.best),
            ] as [Cell, ...Cell[]],
        ),
        [text.results.total, range(total), gains(total), ''],
      ],
    })}`;
}

/** Whether its ROI depends on a range. */
function isSpread({ results: { roi } }: SimulatedScope): boolean {
  return !isKnown(roi) || roi.p5 < roi.p95;
}

function luck(view: View, { luck: spread }: SimulatedScope): string {
  const { customers } = view.store.result.total;
  if (spread === undefined || !isNumber(customers)) return '';
  const { format, text } = view;
  return text.verdict.luck(format.about(customers, 'count'), format.about(spread, 'rate'));
}

function undefinedOnes(view: View, { total, trials }: Simulated): string {
  const { format } = view;
  const { undefinedTrials } = total.profitable;
  if (undefinedTrials === 0) return '';
  return certaintyWords(view).undefinedTrials(
    format.figure(undefinedTrials, 'count'),
    format.figure(trials, 'count'),
  );
}

function ownError(view: View, { trials, total }: Simulated): string {
  const { text, format } = view;
  if (total.profitable.error === 0)
    return certaintyWords(view).trials(format.figure(trials, 'count'));
  const points = text.analyses.points(format.about(100 * total.profitable.error, 'count'));
  return certaintyWords(view).ownError(format.figure(trials, 'count'), points);
}

function printed(view: View): TemplateResult {
  const simulated = analysesOf(view.store).simulated();
  if (!simulated) return html`<p>${whySingle(view)}</p>${ownOutcomes(view)}`;
  return html`${outcome(view, simulated)} ${outcomes(view, simulated)}`;
}

export const certainty: Working = {
  line,
  answer: sureAnswer,
  draw,
  layout: guessingLayout,
  report: { draw: printed },
};
