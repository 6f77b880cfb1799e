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
import { chanceWords, lower, rough } from '../../view/words';
import { splitAnswer } from './answer';
import { wishForm, wishOf } from './asking';
import { budgetSplit as line } from './line';
import { nextPeriod } from './next';
import { observedForm } from './observed';
import { splitLayout } from './styles';
import { splitWords } from './words';

function draw(view: View): TemplateResult {
  const say = splitWords(view);
  const responding = respondingIn(view);
  return html`${responding.length > 0 ? wishForm(view, responding) : nothing}
    ${content(view)}
    <p class="note">${responding.length > 0 && responding.every(isMeasured) ? say.restsOnMeasured : say.restsOn}</p>
    ${responses(view)}`;
}

function content(view: View): TemplateResult {
  const reply = analysesOf(view.store).split(wishOf(view));
  if (!reply.ok) return html`<p>${reply.errors.map((error) => errorWords(view, error))}</p>`;
  const split = reply.value;
  if ('undefined' in split) return html`<p>${reason(view, split.undefined)}</p>`;
  if (split.channels.length > 0) return answer(view, split);
  return html`<p>${splitWords(view).howTo}</p>`;
}

function isMeasured({ response }: Channel): boolean {
  const { elasticity, ceiling } = response ?? {};
  const figure = ceiling ?? elasticity;
  return typeof figure === 'object' && figure.provenance === 'measured';
}

/** The channels that say how they respond. */
const respondingIn = ({ store }: View) =>
  store.scenario.channels.filter(({ response }) => response !== undefined);

function answer(view: View, split: Split): TemplateResult {
  const { text, format } = view;
  const say = splitWords(view);
  const money = (value: number) => rough(view, 'profit', value);
  const gain = lower(text.results.profit[view.store.result.basis]);
  const { channels, held } = split;
  const spending = spendingIn(view, split);
  const isNow = Object.keys(wishOf(view)).length === 0;
  const asTotal = isNow ? say.same(spending.total) : spending.total;
  const changes = channels.some(({ adSpend }) => adSpend.from !== adSpend.to);
  return html`<p>${split.target ? targetWords(view, split.target) : nothing}
      ${changes ? say.sentence(asTotal, gain, money(split.profit.from), money(split.profit.to)) : say.unchanged}
      ${split.mean && changes ? say.mean(money(split.mean.from), money(split.mean.to)) : nothing}
      ${split.better ? say.better(chanceWords(view, split.better)) : nothing}
      ${split.unspent ? say.unspent[split.unspent](spending.spent) : nothing}</p>
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
    <p class="note">${marginalWords(view, split)}
      ${held.length > 0 ? say.held(format.list(held.map((id) => nameOf(view, id)))) : nothing}</p>
    ${nextPeriod(view, split)}`;
}

function targetWords(view: View, { reached, gives }: NonNullable<Split['target']>): string {
  const say = splitWords(view);
  const { targetRoi } = wishOf(view);
  if (gives === undefined) return say.nothingSpent;
  const said = shown(view, targetRoi === undefined ? 'customers' : 'roi', gives);
  return (reached ? say.reached : say.notReached)[targetRoi === undefined ? 'customers' : 'roi'](
    said,
  );
}

function marginalWords(view: View, { marginalRoi, marginalCac }: Split): string {
  const say = splitWords(view);
  if (marginalRoi !== undefined) return say.marginalNote(view.format.percent(marginalRoi, 0, true));
  return marginalCac === undefined ? '' : say.marginalCac(shown(view, 'adSpendCac', marginalCac));
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
  const { leads, marginalRoi, bound, beyond, ceiling } = channel;
  const percent = (figure: typeof marginalRoi.from) =>
    isNumber(figure) ? format.percent(figure, 0, true) : text.results.undefinedMark;
  const name = nameOf(view, channel.id);
  return [
    html`${name}${bound ? html`<span class="why">${splitWords(view).bounds[bound]}</span>` : nothing}${beyond === undefined ? nothing : html`<span class="why">${beyondKnown(view, beyond)}</span>`}${ceiling ? html`<span class="why">${splitWords(view).towards(rough(view, 'leads', ceiling.leads), rough(view, 'adSpend', ceiling.halfAdSpend))}</span>` : nothing}`,
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
  const grid = (fields: readonly ResponseField[]) => html`<div class="responses">
    <span class="head">${text.inputs.channel}</span>
    ${fields.map(({ key }) => html`<span class="head">${say[key]}</span>`)}
    ${channels.map((channel, index) => (spends(channel) ? response(view, channel, index, fields) : nothing))}
  </div>`;
  return html`${grid(kFields)}
    <p class="note">${say.elasticityNote}</p>
    ${observedForm(view, channels.filter(spends))}
    <details><summary>${say.toCeiling}</summary>${grid(kCeilingFields)}
      <p class="note">${say.ceilingNote}</p></details>`;
}

interface ResponseField {
  field: keyof NonNullable<Channel['response']>;
  /** What it is called in the words. */
  key: 'elasticity' | 'atLeast' | 'atMost' | 'ceiling' | 'shape' | 'carryOver';
  unit: 'rate' | 'money' | 'count';
}

const kFields: readonly ResponseField[] = [
  { field: 'elasticity', key: 'elasticity', unit: 'rate' },
  { field: 'minAdSpend', key: 'atLeast', unit: 'money' },
  { field: 'maxAdSpend', key: 'atMost', unit: 'money' },
];
const kCeilingFields: readonly ResponseField[] = [
  { field: 'ceiling', key: 'ceiling', unit: 'count' },
  { field: 'shape', key: 'shape', unit: 'count' },
  { field: 'carryOver', key: 'carryOver', unit: 'rate' },
];

function response(
  view: View,
  channel: Channel,
  index: number,
  of: readonly ResponseField[],
): TemplateResult {
  const { store } = view;
  const say = splitWords(view);
  const base = `${store.base}/channels/${index}/response`;
  const name = nameOf(view, channel.id);
  const fields = of.map(({ field, key, unit }) => ({
    pointer: `${base}/${field}`,
    label: `${say[key]}, ${name}`,
    unit,
  }));
  return html`<b class="cell">${name}</b>
    ${fields.map((field) => html`<div class="cell">${rowBox(view, field)}${rowQuestion(view, field)}</div>`)}
    ${fields.map((field) => rowError(view, field))}`;
}

export const budgetSplit: Working = { line, answer: splitAnswer, draw, layout: splitLayout };
