// Fields. A field's name is the JSON Pointer of what it edits.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Unit } from '../../generated/metrics';
import type { View } from './view';

export interface NumberField {
  pointer: string;
  label: string;
  unit: Unit;
  note?: string;
  /** Shown while nothing is typed: what counts instead. */
  fallback?: string;
}

type Typed = number | { value?: number; low?: number; likely?: number; high?: number } | undefined;

/** A typed figure as the text of its field; a range as it would be typed. */
function fieldText({ format }: View, typed: Typed, unit: Unit): string {
  if (typed === undefined) return '';
  if (typeof typed === 'number') return format.field(typed, unit);
  const { value, low, likely, high } = typed;
  if (value !== undefined) return format.field(value, unit);
  return [low, likely, high]
    .filter((part) => part !== undefined)
    .map((part) => format.field(part, unit))
    .join('..');
}

const isRange = (typed: Typed) => typeof typed === 'object' && typed.low !== undefined;

function rangeNote({ store, text, format }: View, { pointer, unit }: NumberField) {
  const typed = store.get(pointer) as Typed;
  if (typeof typed !== 'object' || typed.low === undefined || typed.high === undefined) return '';
  return text.inputs.range(format.figure(typed.low, unit), format.figure(typed.high, unit));
}

function sign({ format }: View, unit: Unit): string | typeof nothing {
  if (unit === 'money') return format.currencySign;
  return unit === 'rate' ? '%' : nothing;
}

const idOf = (pointer: string) => `field${pointer.replaceAll('/', '-')}`;

/** Limits are said in the field's unit. */
function errorText(view: View, pointer: string, unit?: Unit): string | undefined {
  const draft = view.store.draft(pointer);
  if (!draft?.left) return undefined;
  const { code, detail = '' } = draft.error;
  const isLimit = unit !== undefined && (code === 'field.minimum' || code === 'field.maximum');
  return view.text.errors[code](isLimit ? view.format.figure(Number(detail), unit) : detail);
}

export function numberBox(view: View, field: NumberField, labelled: boolean): TemplateResult {
  const { store, format } = view;
  const { pointer, unit } = field;
  const typed = store.get(pointer) as Typed;
  const wrong = errorText(view, pointer) !== undefined;
  const id = idOf(pointer);
  const type = (event: InputEvent) =>
    store.typeNumber(pointer, (event.target as HTMLInputElement).value, format.locale, unit);
  const leads = unit === 'money' && view.format.currencyLeads;
  const unitSign = html`<i aria-hidden="true">${sign(view, unit)}</i>`;
  return html`<span class="box ${isRange(typed) ? 'range' : ''} ${wrong ? 'wrong' : ''}">
    ${leads ? unitSign : nothing}
    <input
      id=${id}
      name=${pointer}
      type="text"
      inputmode="decimal"
      autocomplete="off"
      .value=${live(store.textOf(pointer) ?? fieldText(view, typed, unit))}
      placeholder=${field.fallback ?? nothing}
      aria-label=${labelled ? nothing : field.label}
      aria-invalid=${wrong ? 'true' : nothing}
      aria-describedby=${wrong ? `${id}-error` : nothing}
      @input=${type}
      @blur=${() => store.textOf(pointer) === undefined || store.leave(pointer)}
    />
    ${leads ? nothing : unitSign}
  </span>`;
}

export function fieldError(
  view: View,
  pointer: string,
  unit?: Unit,
): TemplateResult | typeof nothing {
  const error = errorText(view, pointer, unit);
  return error === undefined
    ? nothing
    : html`<p class="wrongly wide" id="${idOf(pointer)}-error">${error}</p>`;
}

export function numberField(view: View, field: NumberField): TemplateResult {
  return html`<div class="field">
    <label for=${idOf(field.pointer)}>${field.label}${note(field.note)}${note(rangeNote(view, field))}</label>
    ${numberBox(view, field, true)} ${fieldError(view, field.pointer, field.unit)}
  </div>`;
}

const note = (text: string | undefined) => (text ? html`<small>${text}</small>` : nothing);

export interface Choice<T extends string> {
  pointer: string;
  label: string;
  options: readonly (readonly [T, string])[];
  /** What is chosen while the document says nothing. */
  initial: T;
  note?: string;
  /** Where choosing does more than to set the field. */
  choose?: (value: T) => void;
}

export function choiceField<T extends string>(view: View, choice: Choice<T>): TemplateResult {
  const { pointer } = choice;
  const chosen = (view.store.get(pointer) as T | undefined) ?? choice.initial;
  const choose = (event: Event) => {
    const value = (event.target as HTMLSelectElement).value as T;
    if (choice.choose) choice.choose(value);
    else view.store.edit(pointer, value);
    view.store.leave(pointer);
  };
  return html`<div class="field choice">
    <label for=${idOf(pointer)}>${choice.label}${note(choice.note)}</label>
    <select id=${idOf(pointer)} name=${pointer} .value=${live(chosen)} @change=${choose}>
      ${choice.options.map(
        ([value, text]) =>
          html`<option value=${value} ?selected=${value === chosen}>${text}</option>`,
      )}
    </select>
    ${fieldError(view, pointer)}
  </div>`;
}

export interface TextField {
  pointer: string;
  label: string;
  type?: 'text' | 'date' | 'area';
  fallback?: string;
  note?: string;
}

export function textField(view: View, field: TextField): TemplateResult {
  const { pointer } = field;
  const { store } = view;
  const value = store.textOf(pointer) ?? (store.get(pointer) as string | undefined) ?? '';
  const type = (event: Event) =>
    store.edit(pointer, (event.target as HTMLInputElement).value || undefined);
  const leave = () => store.leave(pointer);
  const id = idOf(pointer);
  const input =
    field.type === 'area'
      ? html`<textarea id=${id} name=${pointer} .value=${live(value)} @input=${type} @change=${leave}></textarea>`
      : html`<input class="text" id=${id} name=${pointer} type=${field.type ?? 'text'} .value=${live(value)}
          placeholder=${field.fallback ?? nothing} @input=${type} @change=${leave} />`;
  return html`<div class="field choice">
    <label for=${id}>${field.label}${note(field.note)}</label>
    ${input} ${fieldError(view, pointer)}
  </div>`;
}

export function checkField(view: View, { pointer, label, note: hint }: TextField): TemplateResult {
  const toggle = (event: Event) => {
    view.store.edit(pointer, (event.target as HTMLInputElement).checked || undefined);
    view.store.leave(pointer);
  };
  return html`<div class="field">
    <label for=${idOf(pointer)}>${label}${note(hint)}</label>
    <input id=${idOf(pointer)} name=${pointer} type="checkbox" .checked=${live(view.store.get(pointer) === true)} @change=${toggle} />
  </div>`;
}
