// "What should you find out first?": what each figure is worth to know, and the test that pays.

import { html, nothing, type TemplateResult } from 'lit';
import type { RangeWorth, Worth } from '../../engine/analyses';
import { type Cell, option, table } from '../../kit/tables';
import { ownName, ownRows } from '../../view/own';
import type { Working } from '../../view/tool';
import { isNumber, nameOf, reason, type View } from '../../view/view';
import {
  decide,
  decisionOf,
  decisions,
  keyOf,
  knowingAnswer,
  money,
  nameOfRange,
  worthKnowing,
  worthOf,
} from './answer';
import { knowing as line } from './line';
import { type Cases, knowingWords } from './words';

function draw(view: View): TemplateResult {
  return html`${chooser(view)} ${outcome(view)}`;
}

function outcome(view: View): TemplateResult | typeof nothing {
  const found = worthOf(view);
  if (!found) return nothing;
  if (found.choices.length === 0) return html`<p>${whyNone(view)}</p>`;
  const say = knowingWords(view);
  const ranges = worthKnowing(found);
  const isOfRevenue = view.store.result.basis === 'revenue';
  return html`<p>${expected(view, found)} ${ranges.length > 0 ? say.all(money(view, found.perfect.mean)) : say.same}</p>
    ${ranges.length > 0 ? html`<p>${advice(view, ranges)}</p>${figures(view, ranges)}` : nothing}
    <p class="note">${say.noteOnInfluence} ${say.noteOnWorth} ${isOfRevenue ? say.noteOnBasis : nothing}</p>`;
}

function whyNone(view: View): string {
  const { profit } = view.store.result.total;
  const { split, metric } = decisionOf(view).asked;
  const own = ownRows(view).find(({ defined }) => ownName(defined.id) === metric);
  if (own) return own.why || view.text.results.undefinedMark;
  if (!isNumber(profit)) return reason(view, profit.undefined);
  return split ? knowingWords(view).noSplit : view.text.results.undefinedMark;
}

/** What may be decided, where that is more than the plan. */
function chooser(view: View): TemplateResult | typeof nothing {
  const options = decisions(view).map((one): [string, string] => [keyOf(one), one.name]);
  if (options.length === 1) return nothing;
  const chosen = keyOf(decisionOf(view));
  const choose = (key: string) => decide(view, key);
  return option({ label: knowingWords(view).decided, chosen, options, choose });
}

/** What is best as things are known. */
function expected(view: View, { choices }: Worth): string {
  const { expects } = decisionOf(view);
  if (!expects) return channelsWords(view, choices);
  const [{ expected: sum } = { expected: 0 }] = choices;
  return (sum > 0 ? expects.more : expects.less)(money(view, Math.abs(sum)));
}

function channelsWords(view: View, choices: Worth['choices']): string {
  const say = knowingWords(view);
  const named = (isKept: boolean) =>
    choices.flatMap(({ channel, expected: sum }) =>
      channel !== undefined && sum > 0 === isKept ? [nameOf(view, channel)] : [],
    );
  const list = (names: string[], words: (names: string) => string) =>
    names.length > 0 ? [words(view.format.list(names))] : [];
  return [...list(named(true), say.carriesOn), ...list(named(false), say.drops)].join(' ');
}

/** The tests that are worth more than they cost, by what is left. */
function advice(view: View, ranges: RangeWorth[]): string {
  const say = knowingWords(view);
  const left = ({ sample }: RangeWorth) => (sample ? sample.worth - sample.cost : 0);
  const paying = ranges.filter(({ sample }) => sample).sort((a, b) => left(b) - left(a));
  const sentences = paying.map((range) => {
    const { worth = 0, cost = 0 } = range.sample ?? {};
    const name = nameOfRange(view, range);
    return say.advice(sampleWords(view, range), name, money(view, worth), money(view, cost));
  });
  if (sentences.length > 0) return sentences.join(' ');
  return ranges.some(({ sampled }) => sampled) ? say.noSample : '';
}

function sampleWords(view: View, { sample }: RangeWorth): string {
  if (!sample) return '';
  const say = knowingWords(view);
  const { cases, of, days } = sample;
  const count = isNumber(days) ? Math.max(1, Math.round(days)) : 0;
  const long = count > 0 ? say.days(count, view.format.figure(count, 'count')) : '';
  return say.cases(view.format.figure(cases, 'count'), of as Cases, view.action, long);
}

function figures(view: View, ranges: RangeWorth[]): TemplateResult {
  const say = knowingWords(view);
  const isAnySampled = ranges.some(({ sampled }) => sampled);
  const testColumns = isAnySampled ? [say.sample, say.sampleWorth, say.sampleCost] : [];
  return table({
    caption: say.figures,
    columns: [say.figure, say.known, ...testColumns],
    rows: ranges.map((range) => [
      nameOfRange(view, range),
      money(view, range.worth),
      ...(isAnySampled ? testOf(view, range) : []),
    ]),
  });
}

function testOf(view: View, range: RangeWorth): Cell[] {
  const { sampled, sample } = range;
  if (!sample) return [sampled ? knowingWords(view).nonePays : '', '', ''];
  return [sampleWords(view, range), money(view, sample.worth), money(view, sample.cost)];
}

export const knowing: Working = {
  line,
  answer: knowingAnswer,
  draw,
  report: { draw: outcome },
};
