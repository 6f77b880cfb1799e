// The other scenario beside the answer: how far each key figure is from its own.
import { html, nothing, type TemplateResult } from 'lit';
import type { Scenario } from '../../../generated/contract';
import type { Metric } from '../../../generated/metrics';
import { ghost, kGhostStart } from '../../charts/ghost';
import { linesOf, nameLines } from '../../charts/text';
import type { Comparison, Difference } from '../../engine/analyses';
import { stepOf } from '../../locales/format';
import { analysesOf } from '../../plan/analyses';
import { holdsRange } from '../../plan/ranges';
import { between } from '../../plan/rounding';
import type { Beside } from '../../view/deferred';
import {
  isNumber,
  moneyTold,
  nameOfScenario,
  perLeadDigits,
  toneOf,
  unitOf,
  type View,
} from '../../view/view';
import { change, lower, paybackWords, statesTime, tellsTime } from '../../view/words';
import { changedAnswer, isNoise, otherScenario, unlike } from './answer';
import { changesWords } from './words';

/** The one that this scenario is compared with, if they can be. */
function comparable(view: View): Scenario | undefined {
  const other = otherScenario(view);
  return other && !unlike(view, other) ? other : undefined;
}

/** Its cost and break-even, in the one picture. */
export function beside(view: View): Beside | undefined {
  const { store, text, action } = view;
  const other = comparable(view);
  const results = other && store.results[store.document.scenarios.indexOf(other)]?.total;
  if (!results) return undefined;
  const [cost, breakEven] = [results.fullCostCpl, results.breakEvenCpl].map((figure) =>
    isNumber(figure) ? figure : undefined,
  );
  const money = (value: number | undefined) =>
    value === undefined ? text.results.undefinedMark : moneyTold(view, 'fullCostCpl', value);
  const name = nameOfScenario(view, other);
  const { basis } = store.result;
  const { cost: paid, breakEven: pays } = text.results;
  const summary = text.picture.summary[basis](action, money(cost), money(breakEven));
  const figures = [`${paid} ${money(cost)}`, `${pays[basis]} ${money(breakEven)}`];
  const width = view.ui.chartWidth && view.ui.chartWidth - kGhostStart;
  const lines = [...nameLines(name, width), ...figures.flatMap((one) => linesOf(one, width))];
  return {
    ends: [cost, breakEven].filter((end) => end !== undefined),
    below: (end) => ghost({ cost, breakEven, lines }, end),
    summary: ` ${name}${text.colon}${lower(summary)}`,
  };
}

type Differences = Partial<Record<Metric, Difference>>;

/** "+12 pts vs Last campaign", once the page is idle. */
export function delta(view: View, metric: Metric): TemplateResult | typeof nothing {
  const other = comparable(view);
  const analyses = analysesOf(view.store);
  const found = other && analyses.compareSoon(other.id);
  if (!found) return nothing;
  // a difference of the plan before keeps its place, and is not seen
  const isOld = !analyses.isSaid(`compare ${other.id}`);
  return html`<span class=${isOld ? 'old' : ''}>${versus(view, metric, other, found)}</span>`;
}

/** The same on paper, which cannot wait. */
export function deltaNow(view: View, metric: Metric): TemplateResult | typeof nothing {
  const other = comparable(view);
  const found = other && analysesOf(view.store).compare(other.id);
  return found ? versus(view, metric, other, found) : nothing;
}

function versus(view: View, metric: Metric, other: Scenario, found: Comparison) {
  const monthly: Differences = found.perMonth ?? {};
  const all: Differences = { ...found.total, ...monthly };
  const one = all[metric];
  if (!one || !isNumber(one.difference)) return nothing;
  const say = changesWords(view).delta;
  const name = nameOfScenario(view, other);
  if (one.difference === 0 || isNoise(one.relative)) return html`<small>${say.same(name)}</small>`;
  const tone = toneOf(view, metric, one.difference);
  const per = metric in monthly ? say.perMonth : '';
  return html`<small><b class=${tone}>${apart(view, metric, one)}${per}</b> ${say.versus(name)}</small>`;
}

/** Between the two figures as they are read; more exactly only where they read the same. */
function apart(view: View, metric: Metric, { from, to, difference }: Difference): string {
  const { format, text } = view;
  if (!isNumber(from) || !isNumber(to) || !isNumber(difference)) return '';
  const digits = digitsOf(view, metric, [from, to]);
  const isRate = unitOf(metric) === 'rate';
  const read = between(from, to, stepOf(unitOf(metric), digits));
  if (read === 0) return change(view, metric, difference);
  const signed = { signed: true };
  return isRate
    ? text.analyses.points(format.fixed(100 * read, 'count', digits, signed))
    : format.fixed(read, unitOf(metric), digits, signed);
}

function digitsOf(view: View, metric: Metric, ends: number[]): number {
  const { format, store } = view;
  const isRough = [store.scenario, comparable(view)].some((one) => one && holdsRange(one));
  if (unitOf(metric) === 'rate') return isRough || Math.max(...ends.map(Math.abs)) >= 1 ? 0 : 1;
  return metric === 'profit'
    ? format.moneyDigits([ends], isRough)
    : perLeadDigits(view, [store.result.total], isRough);
}

/** The comparison in a sentence below the verdict, once it is of what stands above it. */
export function compared(view: View): TemplateResult | typeof nothing {
  const other = comparable(view);
  const words = other && changedAnswer(view);
  const isNow =
    view.ui.open.has('changed') || analysesOf(view.store).isSaid(`compare ${other?.id}`);
  return words ? html`<p class="note ${isNow ? '' : 'old'}">${words}.</p>` : nothing;
}

/** When the other one is paid back: months apart are no figure of the comparison. */
export function paybackBeside(view: View): TemplateResult | typeof nothing {
  const other = comparable(view);
  if (!other || !tellsTime(other) || !statesTime(view)) return nothing;
  const flow = analysesOf(view.store).cashFlowOf(other.id);
  if (!flow) return nothing;
  const name = nameOfScenario(view, other);
  return html`<small>${name}${view.text.colon}${paybackWords(view, flow.total.payback)}</small>`;
}
