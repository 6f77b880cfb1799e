// The first page of the report, which stands alone: the verdict, its figures, the channels, what we
// would change and the assumptions that decide.

import { html, nothing, type TemplateResult } from 'lit';
import type { Metric } from '../../../generated/metrics';
import { softEndsNote } from '../../answer/below-picture';
import { bestWords, losing, smallPictures } from '../../answer/channels';
import { goalWords, toldResult } from '../../answer/goal';
import { lifetimeWords } from '../../answer/lifetime';
import { headline, keyNumbers, luck, payback, type Shown } from '../../answer/results';
import type { TypedInfluence } from '../../engine/analyses';
import type { Results } from '../../engine/engine';
import { whereFrom } from '../../explanation/explanation';
import { savingsCounted } from '../../inputs/savings';
import { type Cell, fact, table } from '../../kit/tables';
import { restWords } from '../../locales/later/index';
import { analysesOf } from '../../plan/analyses';
import { whoseFigures } from '../../plan/origins';
import { aboutFigure, type Typed } from '../../plan/ranges';
import { splitWords } from '../../tools/budget-split/words';
import { whySingle } from '../../tools/certainty/answer';
import { deltaNow } from '../../tools/changes/beside';
import { seekAnswerNow } from '../../tools/goal-seek/answer';
import { firstLever, leverWords, subjectOf } from '../../tools/influence/answer';
import { columnWriters } from '../../view/columns';
import { nameOfTyped, ownRows, unitOfTyped } from '../../view/own';
import {
  channelResults,
  hasHappened,
  isNumber,
  nameOf,
  reason,
  resultOf,
  shown,
  toneOf,
  type View,
} from '../../view/view';
import { capital, figureOr, rough } from '../../view/words';
import { kOfChannels } from '../channel-columns';
import { pageWords } from '../words/index';

/** So many channels leave room for what follows; of more, the best are here and the others below. */
export const kMostChannels = 10;
const kMostDeciding = 3;

export function firstPage(view: View): TemplateResult {
  const say = pageWords(view).report;
  const part = (title: string, body: unknown) =>
    html`<section class="block"><h2>${title}</h2>${body}</section>`;
  const moves = changes(view);
  const decides = deciding(view);
  return html`${exampleWords(view)} ${headline(view)}
    ${part(say.keyNumbers, numbers(view))}
    ${part(say.channels, firstChannels(view))}
    ${moves.length > 0 ? part(hasHappened(view.store.scenario) ? say.learnt : say.changes, html`<ul>${moves.map((one) => html`<li>${one}</li>`)}</ul>`) : nothing}
    ${decides ? part(say.deciding, decides) : nothing}`;
}

/** An example looks like one on paper, too. */
function exampleWords(view: View) {
  const { example, visitor } = whoseFigures(view.store.scenario);
  if (example === 0) return nothing;
  const { all, partly } = view.text.whose;
  return html`<p class="note">${(visitor > 0 ? partly : all).example}</p>`;
}

/** What amounts hold and leave out; a value that is discounted says so. */
function amountsWords(view: View): string {
  const { value, channels } = view.store.scenario;
  const modes = [value, ...channels.map((channel) => channel.value)].map((one) => one?.mode);
  return pageWords(view).report.amounts(modes.includes('discounted'));
}

// Figures

function numbers(view: View): TemplateResult {
  const goal = goalWords(view);
  return html`<dl class="numbers">${keyNumbers(view).map((one) => keyNumber(view, one))}
      ${payback(view)}</dl>
    ${savingsCounted(view)}
    <p class="note">${lifetimeWords(view)} ${amountsWords(view)}</p>
    ${goal ? html`<p>${goal}</p>` : nothing}
    ${analysesOf(view.store).simulated() ? nothing : html`<p class="note">${whySingle(view)}</p> ${luck(view)}`}`;
}

/** In as many digits as on the page: the exact figure is below, where it is worked out. */
export function keyNumber(view: View, { metric, own, label, note }: Shown) {
  const row = ownRows(view).find(({ defined }) => defined.id === own);
  if (row) return fact({ label, value: row.shown, note: row.why });
  const figure = resultOf(view, metric, undefined);
  const why = isNumber(figure) ? note : reason(view, figure.undefined);
  const value = html`<span class="value">${toldResult(view, metric, figure)}</span>${deltaNow(view, metric)}`;
  return fact({ label, value, note: why });
}

// Channels

const inOrder = ({ store }: View): string[] => [
  ...store.result.ranked,
  ...store.result.unranked.map(({ id }) => id),
];

function firstChannels(view: View): TemplateResult {
  const { store, text } = view;
  const { total } = store.result;
  const ids = inOrder(view);
  const others = ids.length - kMostChannels;
  const more =
    others > 0
      ? pageWords(view).report.moreChannels(others, view.format.figure(others, 'count'))
      : nothing;
  return html`${channelTable(view, ids.slice(0, kMostChannels), total)}
    <p class="note">${more} ${bestWords(view)} ${text.picture.legend[store.result.basis]} ${softEndsNote(view)}</p>`;
}

/** Those that the first page has no room for. */
export function otherChannels(view: View): (() => TemplateResult) | undefined {
  const ids = inOrder(view).slice(kMostChannels);
  return ids.length > 0 ? () => channelTable(view, ids) : undefined;
}

function channelTable(view: View, ids: readonly string[], total?: Results): TemplateResult {
  const { text } = view;
  const draw = smallPictures(view);
  const write = columnWriters(view, kOfChannels);
  const row = (id: string) => {
    const figures = channelResults(view, id);
    return figures
      ? channelRow(view, { name: nameOf(view, id), figures, id }, draw(figures, id), write)
      : nothing;
  };
  return html`<table class="channels">
      <caption class="unseen">${text.results.channels}</caption>
      <thead>
        <tr><th scope="col">${text.inputs.channel}</th><td></td>${channelHeads(view).map((head) => html`<th scope="col">${head}</th>`)}</tr>
      </thead>
      <tbody>
        ${ids.map(row)} ${total ? channelRow(view, { name: text.results.total, figures: total }, draw(total), write) : nothing}
      </tbody>
    </table>`;
}

export function channelHeads({ store, text, labels }: View): string[] {
  const heads: Record<(typeof kOfChannels)[number], string> = {
    ...labels,
    fullCostCpl: text.results.fullCost,
    breakEvenCpl: text.results.breakEven[store.result.basis],
    roi: text.results.roi,
    profit: text.results.profit[store.result.basis],
  };
  return kOfChannels.map((metric) => heads[metric]);
}

type Write = ReturnType<typeof columnWriters<(typeof kOfChannels)[number]>>;

function channelRow(
  view: View,
  { name, figures, id }: { name: string; figures: Results; id?: string },
  picture: TemplateResult,
  write: Write,
): TemplateResult {
  const { roi } = figures;
  const why = isNumber(roi)
    ? nothing
    : html`<span class="why">${reason(view, roi.undefined)}</span>`;
  return html`<tr class=${id === undefined ? 'total' : nothing}>
    <th scope="row"><bdi>${name}</bdi>${why}</th>
    <td class="mini">${picture}</td>
    ${kOfChannels.map((metric) => html`<td class=${toneOf(view, metric, figures[metric], id)}>${write(metric, id) ?? view.text.results.undefinedMark}</td>`)}
  </tr>`;
}

// What we would change

/** What the figures show to be better: each a sentence, with what it brings. What is over is not changed. */
function changes(view: View): string[] {
  if (hasHappened(view.store.scenario)) return [losing(view), strongest(view)].filter(Boolean);
  const more = seekAnswerNow(view);
  return [
    losing(view),
    split(view),
    goalBudget(view),
    strongest(view),
    more && `${capital(more)}.`,
  ].filter(Boolean);
}

const influences = (view: View) => {
  const found = analysesOf(view.store).sensitivity({ metric: subjectOf(view).watched });
  return found && isNumber(found.value) ? found : undefined;
};

function strongest(view: View): string {
  const found = influences(view);
  const lever = found && firstLever(found);
  return lever ? `${leverWords(view, lever)}.` : '';
}

function split(view: View): string {
  const { store } = view;
  const responds = store.scenario.channels.some(({ response }) => response !== undefined);
  const reply = responds ? analysesOf(store).split() : undefined;
  if (!reply?.ok || 'undefined' in reply.value) return '';
  const { from, to } = reply.value.profit;
  const money = (value: typeof from) => rough(view, 'profit', value);
  return pageWords(view).report.split(splitWords(view).answer(money(from), money(to)));
}

/** What a goal that is missed takes. */
function goalBudget(view: View): string {
  const { goal, total } = view.store.result;
  if (goal?.attained !== false || !goal.reachable) return '';
  const { goalBudget: budget } = goal.results;
  if (!isNumber(budget)) return '';
  return pageWords(view).report.goalTakes(
    shown(view, 'goalBudget', budget),
    shown(view, 'cost', total.cost),
    goal.held !== undefined,
  );
}

// The assumptions that decide

function deciding(view: View): TemplateResult | undefined {
  const { title, readAs } = subjectOf(view);
  const list = influences(view)?.inputs.slice(0, kMostDeciding) ?? [];
  if (list.length === 0) return undefined;
  const say = pageWords(view).report;
  return table({
    caption: say.deciding,
    columns: [say.figure, say.value, say.effect(title), say.from],
    rows: list.map((input) => decidingRow(view, input, readAs)),
  });
}

function decidingRow(view: View, input: TypedInfluence, of: Metric): [Cell, ...Cell[]] {
  const { format, store } = view;
  const { pointer, metric, value, swing, elasticity } = input;
  const { fromTo } = restWords(view).span;
  const unit = unitOfTyped(view, pointer, metric);
  const typed = (figure: number) => format.figure(figure, unit);
  const by = isNumber(elasticity) ? format.signed(elasticity / 100, 'rate') : '';
  return [
    capital(nameOfTyped(view, pointer, metric)),
    swing ? fromTo(typed(swing.low), typed(swing.high)) : typed(value),
    swing
      ? fromTo(figureOr(view, of, swing.atLow), figureOr(view, of, swing.atHigh))
      : pageWords(view).report.perPercent(by),
    whereFrom(view, aboutFigure(store.get(pointer) as Typed)),
  ];
}
