// "Would another split bring more?": the ad spend, spread so that the last unit brings as much in
// every channel. It rests on what the visitor says of each channel's elasticity.

import { html, nothing, type TemplateResult } from 'lit';
import type { Channel } from '../../../generated/contract';
import { pairs } from '../../charts/pairs';
import type { Split, SplitChannel } from '../../engine/analyses';
import { rowBox, rowError, rowQuestion } from '../../kit/fields';
import { type Cell, table } from '../../kit/tables';
import { errorWords, restWords } from '../../locales/later/index';
import { analysesOf } from '../../plan/analyses';
import { beyondKnown } from '../../view/beyond';
import { takeChart } from '../../view/deferred';
import type { Working } from '../../view/tool';
import { channelResults, isNumber, nameOf, reason, shown, type View } from '../../view/view';
import { lower, rough } from '../../view/words';
import { splitAnswer } from './answer';
import { budgetSplit as line } from './line';
import { splitLayout } from './styles';
import { splitWords } from './words';

function draw(view: View): TemplateResult {
  const say = splitWords(view);
  return html`${content(view)}
    <p class="note">${say.restsOn}</p>
    ${responses(view)}`;
}

function content(view: View): TemplateResult {
  const reply = analysesOf(view.store).split();
  if (!reply.ok) return html`<p>${reply.errors.map((error) => errorWords(view, error))}</p>`;
  const split = reply.value;
  if ('undefined' in split) return html`<p>${reason(view, split.undefined)}</p>`;
  if (split.channels.length > 0) return answer(view, split);
  return html`<p>${splitWords(view).howTo}</p>`;
}

function answer(view: View, split: Split): TemplateResult {
  const { text, format } = view;
  const say = splitWords(view);
  const money = (value: number) => rough(view, 'profit', value);
  const gain = lower(text.results.profit[view.store.result.basis]);
  const { channels, held } = split;
  const spending = spendingIn(view, split);
  return html`<p>${say.sentence(spending.total, gain, money(split.profit.from), money(split.profit.to))}
      ${split.mean ? say.mean(money(split.mean.from), money(split.mean.to)) : nothing}
      ${split.unspent ? say.unspent(spending.spent) : nothing}</p>
    ${pairs(
      channels.map((channel) => pairOf(view, channel, spending)),
      say.summary(format.list(channels.map(({ id }) => `${nameOf(view, id)} ${spending.of(id)}`))),
      view.ui.chartWidth,
    )}
    ${takeChart(view, 'budget-split')}
    <p class="note">${say.barsNote}</p>
    ${table({
      caption: say.table,
      columns: [text.inputs.channel, view.labels.adSpend, view.labels.leads, say.marginalRoi],
      rows: channels.map((channel) => row(view, channel, spending)),
    })}
    <p class="note">${say.marginalNote(format.percent(split.marginalRoi ?? 0, 0, true))}
      ${held.length > 0 ? restWords(view).goal.held(format.list(held.map((id) => nameOf(view, id)))) : nothing}</p>`;
}

interface Spending {
  total: string;
  spent: string;
  /** From and to, of a channel. */
  of: (id: string) => string;
}

/** What channels spend adds up as it is read, in the best split with the same decimals as now. */
function spendingIn(view: View, { total, spent, channels }: Split): Spending {
  const { format } = view;
  const spends = channels.map(({ adSpend }) => adSpend);
  const now = [total, ...spends.map(({ from }) => from)];
  const best = [spent, ...spends.map(({ to }) => to)];
  const { digits } = format.read(now, 'money');
  const [[sum = '', ...from], [left = '', ...to]] = [now, best].map((figures) =>
    format.column(figures, 'money', { least: digits, most: digits }),
  ) as [string[], string[]];
  const { fromTo } = restWords(view).span;
  const of = new Map(channels.map(({ id }, at) => [id, fromTo(from[at] ?? '', to[at] ?? '')]));
  return { total: sum, spent: left, of: (id) => of.get(id) ?? '' };
}

const pairOf = (view: View, { id, adSpend }: SplitChannel, spending: Spending) => ({
  name: nameOf(view, id),
  figure: spending.of(id),
  now: adSpend.from,
  best: adSpend.to,
});

function row(view: View, channel: SplitChannel, spending: Spending): [Cell, ...Cell[]] {
  const { text, format } = view;
  const { leads, marginalRoi, bound, beyond } = channel;
  const percent = (figure: typeof marginalRoi.from) =>
    isNumber(figure) ? format.percent(figure, 0, true) : text.results.undefinedMark;
  const name = nameOf(view, channel.id);
  return [
    html`${name}${bound ? html`<span class="why">${splitWords(view).bounds[bound]}</span>` : nothing}${beyond === undefined ? nothing : html`<span class="why">${beyondKnown(view, beyond)}</span>`}`,
    spending.of(channel.id),
    restWords(view).span.fromTo(shown(view, 'leads', leads.from), shown(view, 'leads', leads.to)),
    restWords(view).span.fromTo(percent(marginalRoi.from), percent(marginalRoi.to)),
  ];
}

// What the visitor assumes

function responses(view: View): TemplateResult {
  const { store, text } = view;
  const say = splitWords(view);
  const spends = ({ id }: Channel) => {
    const adSpend = channelResults(view, id)?.adSpend;
    return adSpend !== undefined && isNumber(adSpend) && adSpend > 0;
  };
  const { channels } = store.scenario;
  return html`<div class="responses">
    <span class="head">${text.inputs.channel}</span>
    <span class="head">${say.elasticity}</span>
    <span class="head">${say.atLeast}</span>
    <span class="head">${say.atMost}</span>
    ${channels.map((channel, index) => (spends(channel) ? response(view, channel, index) : nothing))}
  </div>
  <p class="note">${say.elasticityNote}</p>`;
}

function response(view: View, channel: Channel, index: number): TemplateResult {
  const { store } = view;
  const say = splitWords(view);
  const base = `${store.base}/channels/${index}/response`;
  const name = nameOf(view, channel.id);
  const fields = [
    { pointer: `${base}/elasticity`, label: `${say.elasticity}, ${name}`, unit: 'rate' },
    { pointer: `${base}/minAdSpend`, label: `${say.atLeast}, ${name}`, unit: 'money' },
    { pointer: `${base}/maxAdSpend`, label: `${say.atMost}, ${name}`, unit: 'money' },
  ] as const;
  return html`<b class="cell">${name}</b>
    ${fields.map((field) => html`<div class="cell">${rowBox(view, field)}${rowQuestion(view, field)}</div>`)}
    ${fields.map((field) => rowError(view, field))}`;
}

export const budgetSplit: Working = { line, answer: splitAnswer, draw, layout: splitLayout };
