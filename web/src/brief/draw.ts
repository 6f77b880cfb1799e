// What a brief draws: fields that cannot be changed, what is still to be filled in, what is said on a
// condition, and the call to action.
import { html, nothing, type TemplateResult } from 'lit';
import type { Brief } from '../../generated/brief';
import type { Unit } from '../../generated/metrics';
import { languageOf } from '../locales/index';
import { isRange, singleOf, type Typed } from '../plan/ranges';
import { metricAt } from '../plan/store';
import type { StatedField } from '../view/brief';
import { nameOfTyped, ownInputAt } from '../view/own';
import { nameOf, type View } from '../view/view';
import { briefWords } from './words';

export type Words = { fr?: string; en?: string };

/** In the language that is shown, else in the other. */
export function inLanguage(view: View, words: Words | undefined): string | undefined {
  const isFrench = languageOf(view.format.locale) === 'fr';
  return isFrench ? (words?.fr ?? words?.en) : (words?.en ?? words?.fr);
}

/** Only in the language that is shown: elsewhere the calculator has words of its own. */
export const onlyInLanguage = (view: View, words: Words | undefined): string | undefined =>
  words?.[languageOf(view.format.locale)];

interface Shown extends StatedField {
  unit?: Unit;
  options?: readonly (readonly [string, string])[];
  initial?: string;
  fallback?: string;
}

/** What a field says, where it cannot be typed into. */
function valueText(view: View, { pointer, unit, options, initial, fallback }: Shown): string {
  const { store, format } = view;
  const say = briefWords(view);
  const value = store.get(pointer);
  if (options) return options.find(([id]) => id === (value ?? initial))?.[1] ?? '';
  if (typeof value === 'boolean') return value ? say.yes : say.no;
  if (unit === undefined) return typeof value === 'string' ? value : '';
  if (isRange(value))
    return say.range(format.figure(value.low, unit), format.figure(value.high, unit));
  const single = singleOf(value as Typed);
  return single === undefined
    ? (fallback ?? view.text.results.undefinedMark)
    : format.figure(single, unit);
}

export function lockedField(view: View, field: Shown): TemplateResult {
  const id = `locked${field.pointer.replaceAll('/', '-')}`;
  return html`<div class="field locked">
    <label for=${id}>${field.label}${field.note ? html`<small>${field.note}</small>` : nothing}</label>
    <output id=${id} name=${field.pointer} tabindex="-1">${valueText(view, field)}</output>
  </div>`;
}

export const lockedCell = (view: View, field: Shown): TemplateResult =>
  html`<output class="readonly" name=${field.pointer} tabindex="-1" aria-label=${field.label}>${valueText(view, field)}</output>`;

/** What a field of the plan is called where no field of the page is at hand; empty where it has no name. */
export function placeName(view: View, pointer: string): string {
  const metric = ownInputAt(view, pointer) ? 'ownInput' : metricAt(pointer);
  if (metric) return nameOfTyped(view, pointer, metric);
  const channel = /\/channels\/(\d+)$/.exec(pointer)?.[1];
  const { channels } = view.store.scenario;
  return nameOf(view, channels[Number(channel)]?.id ?? '');
}

export function missingWords(view: View, pointers: readonly string[]): string {
  const names = pointers.map((pointer) => placeName(view, pointer) || pointer);
  return briefWords(view).missing(view.format.list(names));
}

/** In the place of an answer. */
export const missingNote = (view: View, pointers: readonly string[]): TemplateResult =>
  html`<h2 class="sentence">${missingWords(view, pointers)}</h2>
    <ul>${pointers.map(
      (pointer) =>
        html`<li><button type="button" class="link" @click=${() => view.focusField(pointer)}>${placeName(view, pointer) || pointer}</button></li>`,
    )}</ul>`;

export function messages(
  view: View,
  { messages: all = [] }: Brief,
  held: readonly number[],
): TemplateResult | typeof nothing {
  const said = held.flatMap((at) => inLanguage(view, all[at]?.text) ?? []);
  return said.length === 0
    ? nothing
    : html`<div class="said-if" role="note">${said.map((words) => html`<p>${words}</p>`)}</div>`;
}

export function callToAction(view: View, { callToAction: call }: Brief) {
  const words = inLanguage(view, call?.text);
  if (!call || !words) return nothing;
  const { address = '' } = call;
  const act =
    call.kind === 'event'
      ? html`<button type="button" data-roi-send>${words}</button>`
      : call.kind === 'mailto'
        ? html`<a data-roi-send href="mailto:${address}">${words}</a>`
        : html`<a data-roi-send href=${address} target="_blank" rel="noopener">${words}</a>`;
  return html`<p class="call-to-action">${act}</p>`;
}
