// What a small plan asks, in the visitor's words: what is spent, how many leads that brings, how many
// of them become customers, and what one is worth.
import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Channel, Scenario } from '../../generated/contract';
import { addChannelLink, channels, kValueFields } from '../inputs/inputs';
import { around, choosePeriod, periodSelect } from '../inputs/period-choice';
import { fieldError, rowBox, rowError } from '../kit/fields';
import { simpleCost } from '../plan/edits';
import { isRange } from '../plan/ranges';
import { later } from '../view/deferred';
import type { NumberField, View } from '../view/view';
import { embedWords } from './words/index';

export const questionsLayout = css`
  .questions h2.unseen {
    margin: 0;
  }
  .questions > .field > .words {
    flex: 1 1 calc(8 * var(--unit));
    font-size: var(--text);
    line-height: 1.35;
  }
  .questions > .field > .box {
    min-width: calc(8 * var(--unit));
    max-width: 100%;
    margin-inline-start: auto;
  }
  .questions > .one-in {
    gap: var(--s1) var(--s2);
  }
  .questions > .one-in > label {
    flex: none;
  }
  .questions > .one-in > .box {
    min-width: calc(3.25 * var(--unit));
    margin-inline-start: 0;
  }
  .one-in > span:not(.box) {
    font-size: var(--text);
  }
  .one-in .wrongly {
    flex-basis: 100%;
  }
`;

const kAsked: ReadonlySet<string> = new Set<keyof Channel>([
  'id',
  'platform',
  'name',
  'leads',
  'costs',
  'notes',
  'kpis',
]);

/** Whether they are all that the plan states; else its fields are shown. A range is, once it has been typed. */
export function areEnough({ store }: View): boolean {
  const { action, channels, closeRate, sharedCosts, value } = store.scenario;
  const mode = value?.mode ?? 'revenue';
  const isSingle = mode === 'revenue' || mode === 'margin';
  const isShared = (sharedCosts ?? []).length > 0;
  const arePlain = !isShared && channels.every(isPlain);
  const isTyped = store.textOf(`${store.base}/closeRate`) !== undefined;
  return arePlain && isSingle && action !== 'order' && (isTyped || !isRange(closeRate));
}

const isPlain = (channel: Channel): boolean =>
  Object.keys(channel).every((key) => kAsked.has(key)) && hasOneCost(channel);

/** One amount; of the plan's period, or of another. */
function hasOneCost(channel: Channel): boolean {
  const costs = channel.costs?.map(({ period: _, ...line }) => line) ?? [];
  return simpleCost({ ...channel, costs });
}

export function questions(view: View): TemplateResult {
  const { store, text } = view;
  const say = embedWords(view.format.locale).questions;
  const { channels: list, value } = store.scenario;
  const isOne = list.length === 1;
  const mode = value?.mode ?? 'revenue';
  const [worth = 'revenuePerCustomer'] = kValueFields[mode];
  return html`<div class="questions">
    ${isOne ? html`<h2 class="unseen">${text.inputs.heading}</h2>${spentAndBrought(view)}` : channels(view, 'folded')}
    ${oneIn(view)}
    ${question(view, { pointer: `${store.base}/value/${worth}`, label: say.worth, unit: 'money', note: text.inputs.valueNote[mode] })}
    ${mode === 'margin' ? nothing : question(view, { pointer: `${store.base}/margin`, label: say.margin, unit: 'rate', note: text.inputs.marginNote })}
    ${isOne ? addChannelLink(view, 'folded') : nothing}
  </div>`;
}

/** Of the only channel; several have a row each. */
function spentAndBrought(view: View): TemplateResult {
  const { store, text } = view;
  const say = embedWords(view.format.locale).questions;
  const { period, action } = store.scenario;
  const { many } = text.nouns[action];
  const channel = `${store.base}/channels/0`;
  const spent = say.spend(text.inputs.per[costPeriod(view).kind]);
  const counted = costPeriod(view) === period ? '' : text.inputs.per[period.kind];
  return html`${question(view, { pointer: `${channel}/costs/0/amount`, label: spent, unit: 'money' }, spending(view))}
    ${later()?.periodNote(view, 'costs') ?? nothing}
    ${question(view, { pointer: `${channel}/leads`, label: say.leads(many, counted), unit: 'count' })}`;
}

function question(view: View, field: NumberField, words: unknown = field.label): TemplateResult {
  const asked = { ...field, mayRange: true };
  const small = field.note ? html`<small>${field.note}</small>` : nothing;
  return html`<div class="field">
    <span class="words">${words}${small}</span>
    ${rowBox(view, asked)} ${rowError(view, asked)}
  </div>`;
}

function costPeriod({ store }: View): Scenario['period'] {
  const { channels, period } = store.scenario;
  return channels[0]?.costs?.[0]?.period ?? period;
}

/** What do you spend per [month]? The plan's period, unless the cost has one of its own. */
function spending(view: View): TemplateResult {
  const { store } = view;
  const { period } = store.scenario;
  const { kind } = costPeriod(view);
  const own = `${store.base}/channels/0/costs/0/period`;
  const choose = (chosen: typeof kind) => {
    if (store.get(own) === undefined) choosePeriod(view, chosen, 'costs');
    else store.set(own, chosen === period.kind ? undefined : { kind: chosen });
  };
  return around(embedWords(view.format.locale).questions.spend, periodSelect(view, kind, choose));
}

/** "1 in [5] becomes a customer": the close rate as most people know it. */
function oneIn(view: View): TemplateResult {
  const { store, format, ui } = view;
  const say = embedWords(view.format.locale).questions;
  const pointer = `${store.base}/closeRate`;
  const { oneIn: many } = store.result;
  const written = many === undefined ? '' : format.bare(many, 'count');
  const isDraft = store.textOf(pointer) !== undefined;
  const isWrong = store.draft(pointer)?.left === true;
  const id = 'one-in';
  const shown = isDraft ? (ui.oneIn ?? '') : written;
  const type = (event: Event) => {
    const typed = (event.target as HTMLInputElement).value;
    view.update({ oneIn: typed });
    store.typeNumber(pointer, asRate(typed), format.marks, 'rate');
  };
  return html`<div class="field one-in">
    <label for=${id}>${say.oneIn}</label>
    <span class="box ${isWrong ? 'wrong' : ''}">
      <span class="fit" data-text=${shown}><input id=${id} name=${pointer} type="text" size="1" inputmode="decimal" autocomplete="off"
        aria-label=${say.oneInName} aria-invalid=${isWrong ? 'true' : nothing}
        aria-describedby=${isWrong ? `${id}-error` : nothing}
        .value=${live(shown)} @input=${type}
        @blur=${() => isDraft && store.leave(pointer)} /></span>
    </span>
    <span aria-hidden="true">${say.becomes}</span>
    ${fieldError(view, pointer, 'rate', id)}
  </div>`;
}

/** What is typed behind "1 in"; a whole rate may be typed too. */
function asRate(typed: string): string {
  const text = typed.trim();
  if (text === '') return '';
  return /[%/:]|\b(in|sur)\b/u.test(text) ? text : `1/${text}`;
}
