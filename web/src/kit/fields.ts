// Fields. A field's name is the JSON Pointer of what it edits.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Unit } from '../../generated/metrics';
import type { NumberMarks } from '../engine/engine';
import {
  aboutFigure,
  isRange,
  partOf,
  type RangeFigure,
  singleOf,
  type Typed,
} from '../plan/ranges';
import { metricAt } from '../plan/store';
import type { StatedField } from '../view/brief';
import { later } from '../view/deferred';
import type { NumberField, View } from '../view/view';

/** One box to type into. */
interface Box {
  pointer: string;
  unit: Unit;
  id: string;
  /** What it is called, without its unit. */
  name: string;
  fallback?: string | undefined;
  ranged?: boolean;
  toggle?: TemplateResult | typeof nothing;
  /** Its unit is said elsewhere. */
  bare?: boolean;
  part?: NumberField['part'] | undefined;
  written?: string | undefined;
}

function fieldText({ store, format }: View, pointer: string, unit: Unit): string {
  const value = singleOf(store.get(pointer) as Typed);
  return value === undefined ? '' : format.field(value, unit);
}

/** What stands before and after a number of a unit: $ before, % after. */
export function signs({ format }: View, unit: Unit) {
  const sign = unit === 'money' ? format.currencySign : unit === 'rate' ? '%' : nothing;
  const shown = html`<i aria-hidden="true">${sign}</i>`;
  return unit === 'money' && format.currencyLeads ? [shown, nothing] : [nothing, shown];
}

/** Of a field that is no part of the plan: its undo is the browser's. */
export const keepUndo = (event: KeyboardEvent): void => {
  if (event.ctrlKey || event.metaKey) event.stopPropagation();
};

/** Fields stand in small forms: at each key press Chromium looks through all that share a form, or have
 * none. Nothing is sent. */
export const stay = (event: Event): void => event.preventDefault();

/** The same field may stand in a row and in the details below it. */
const idOf = (pointer: string, place = 'field') => `${place}${pointer.replaceAll('/', '-')}`;

/** Limits are said in the field's unit. */
function errorText(view: View, pointer: string, unit?: Unit): string | undefined {
  if (view.store.cannotRead(pointer)) return view.text.inputs.notRead;
  const draft = view.store.draft(pointer);
  if (!draft?.left) return undefined;
  const { code, detail = '' } = draft.error;
  if (code === 'brief.span' && unit) return view.brief?.spanWords(pointer, unit);
  if (code === 'range.order' && unit !== undefined) return later()?.endWords(view, pointer, unit);
  const isLimit = unit !== undefined && (code === 'field.minimum' || code === 'field.maximum');
  const shown = isLimit ? view.format.figure(Number(detail), unit) : detail;
  return later()?.errorWords(view, { code, detail: shown });
}

/** The figure that has just been gone into: the click that did it selects it all, the next sets the caret. */
let goneInto: EventTarget | null | undefined;

const isFocused = ({ currentTarget }: Event) =>
  (currentTarget as HTMLInputElement).matches(':focus');

const goInto = ({ currentTarget }: Event) => {
  goneInto = currentTarget;
  // Where the page moves under the finger, it is let go beside the field, which hears of no click.
  addEventListener('mouseup', () => setTimeout(() => selectGoneInto(currentTarget)), {
    once: true,
  });
};

const selectGoneInto = (field: EventTarget | null) => {
  if (goneInto === field && field instanceof HTMLInputElement && field.matches(':focus'))
    selectAll(field);
};

const pressInside = (event: Event) => {
  if (isFocused(event)) goneInto = undefined;
};

const selectOnce = (event: Event) => {
  const input = event.currentTarget as HTMLInputElement;
  // WebKit clicks a label's field before it gives it the focus.
  if (goneInto === input || !isFocused(event)) selectAll(input);
  goneInto = undefined;
};

/** Unless a part of it has been selected by dragging. */
function selectAll(input: HTMLInputElement): void {
  const isDragged = input.selectionStart !== input.selectionEnd;
  if (!isDragged) input.setSelectionRange(0, input.value.length);
}

/** ± and the slider are out of the way of Tab: from the figure Alt and ↓ leads on to them, and back. */
export function goBeside(event: KeyboardEvent): void {
  if (!event.altKey || event.key !== 'ArrowDown') return;
  const at = event.currentTarget as HTMLElement;
  const around = at.closest('.entry') ?? at;
  const all = ['input[type=text]', '.spread', '.slider'].flatMap((one) => [
    ...around.querySelectorAll<HTMLElement>(one),
  ]);
  const next = all[(all.indexOf(event.target as HTMLElement) + 1) % all.length];
  event.preventDefault();
  next?.focus();
}

/** A count may be typed with its own noun, in one or many: "350 leads". */
function marksFor({ format, labels }: View, pointer: string, unit: Unit): NumberMarks {
  const metric = metricAt(pointer);
  if (unit !== 'count' || !metric) return format.marks;
  const many = labels[metric];
  const names = [many, many.replace(/s$/, '')];
  return { ...format.marks, currency: [...names, ...names.map((name) => name.replace('-', ''))] };
}

function box(view: View, about: Box) {
  const { pointer, unit, id, name, fallback, ranged, toggle, part } = about;
  const { store } = view;
  const wrong = errorText(view, pointer) !== undefined;
  const asked = later()?.isAsked(view, pointer);
  const own = about.written ?? fieldText(view, pointer, unit);
  const text = store.textOf(pointer) ?? own;
  const type = (event: InputEvent) => {
    store.enter(pointer, own);
    const { value } = event.target as HTMLInputElement;
    store.typeNumber(pointer, value, marksFor(view, pointer, unit), unit, part);
  };
  const [before, after] = about.bare ? [nothing, nothing] : signs(view, unit);
  const leave = () => {
    if (store.textOf(pointer) === undefined) return;
    store.leave(pointer);
    const { figure = '' } = partOf(pointer) ?? {};
    const said = errorText(view, pointer, unit) ?? later()?.movedWords(view, figure, unit);
    if (said !== undefined) view.speak(said);
  };
  const tone = asked ? 'asked' : wrong ? 'wrong' : '';
  return html`<span class="box ${ranged ? 'range' : ''} ${tone}" @keydown=${goBeside}>
    ${toggle ?? nothing} ${before}
    <span class="fit" data-text=${text || fallback || ''}><input
      id=${id}
      name=${pointer}
      type="text"
      size="1"
      inputmode="decimal"
      autocomplete="off"
      .value=${live(text)}
      placeholder=${fallback ?? nothing}
      aria-label=${inUnit(view, name, unit)}
      aria-keyshortcuts=${toggle ? 'Alt+ArrowDown' : nothing}
      aria-invalid=${wrong ? 'true' : nothing}
      aria-describedby=${wrong || asked ? `${id}-error` : nothing}
      @pointerdown=${pressInside}
      @focus=${goInto}
      @click=${selectOnce}
      @input=${type}
      @blur=${leave}
    /></span>
    ${after}
  </span>`;
}

/** "Close rate, in percent" */
function inUnit({ text, format }: View, name: string, unit: Unit): string {
  if (unit === 'money') return `${name}, ${text.inputs.inUnit(format.currencyPlural)}`;
  return unit === 'rate' ? `${name}, ${text.inputs.inUnit(text.inputs.percent)}` : name;
}

/** A range's likely value has the figure's own box; what is being typed stays where it is typed. */
function mainPointer({ store }: View, pointer: string): string {
  const isWhole = !isRange(store.get(pointer)) || store.textOf(pointer) !== undefined;
  return isWhole ? pointer : `${pointer}/likely`;
}

/** A figure's box without its label, as a row holds it. */
export const rowBox = (view: View, field: NumberField) =>
  view.brief?.row(field) ?? mainBox(view, field, 'row', { toggle: toggleOf(view, field) });

/** The same in a grid, whose columns say the unit; ± stands with what else is known of the cell. */
export const cellBox = (view: View, field: NumberField) =>
  view.brief?.row(field) ?? mainBox(view, field, 'row', { bare: true });

function mainBox(
  view: View,
  field: NumberField,
  place: string,
  look: Pick<Box, 'bare' | 'toggle'>,
): TemplateResult {
  const { pointer, unit, label, note: about, part, written } = field;
  const range = view.store.get(pointer);
  const ranged = isRange(range);
  const name = ranged ? view.text.inputs.likely(label) : label;
  return box(view, {
    pointer: mainPointer(view, pointer),
    unit,
    id: idOf(pointer, place),
    name: about ? `${name}, ${about}` : name,
    fallback: ranged ? likelyText(view, range, unit) : field.fallback,
    ranged,
    part,
    written,
    ...look,
  });
}

function likelyText({ store, format }: View, range: RangeFigure, unit: Unit): string | undefined {
  const likely = store.ranges.likely(range, unit);
  return likely === undefined ? undefined : format.bare(likely, unit);
}

// Ranges

/** Why a figure cannot be turned into a range; undefined if it can. */
function whyNoRange(view: View, { pointer, unit }: NumberField): string | undefined {
  const { store, text } = view;
  const typed = store.get(pointer) as Typed;
  const value = singleOf(typed);
  if (value === undefined) return text.inputs.rangeOfNothing;
  if (!store.engine.isWhole) return undefined;
  const reply = store.ranges.widened(value, unit, { n: aboutFigure(typed).n });
  const [error] = reply.ok ? [] : reply.errors;
  return error && later()?.errorWords(view, error);
}

const toggleOf = (view: View, field: NumberField) =>
  field.mayRange ? rangeToggle(view, field) : nothing;

export function rangeToggle(view: View, field: NumberField): TemplateResult {
  const { store, text } = view;
  const { pointer, unit, label } = field;
  const ranged = isRange(store.get(pointer));
  const why = ranged ? undefined : whyNoRange(view, field);
  const name = ranged ? text.inputs.toFigure(label) : text.inputs.toRange(label);
  const toggle = () => (ranged ? store.narrow(pointer, unit) : store.widen(pointer, unit));
  return html`<button
    type="button"
    class="spread"
    tabindex="-1"
    title=${why ?? text.inputs.withKey(name)}
    aria-label=${name}
    aria-disabled=${why === undefined ? nothing : 'true'}
    @click=${() => why === undefined && toggle()}
  >±</button>`;
}

/** The ends of a figure that is a range, each to be typed exactly. */
export function rangeEnds(
  view: View,
  { pointer, label, unit }: NumberField,
  heading?: string,
): TemplateResult | typeof nothing {
  const { store, text } = view;
  const range = store.get(pointer);
  if (!isRange(range)) return nothing;
  const end = (part: 'low' | 'high') => {
    const at = `${pointer}/${part}`;
    const { short, long } = text.inputs.ends[part];
    return html`<span class="end"><label for=${idOf(at)}>${short}</label>
      ${box(view, { pointer: at, unit, id: idOf(at), name: long(label) })}</span>`;
  };
  return html`<div class="ends wide" role="group" aria-label=${text.inputs.rangeOf(label)}>
    <span>${heading ? html`<b>${heading}</b>` : nothing}${text.inputs.nineInTen}</span>
    ${end('low')} ${end('high')}
    ${later()?.rangeNote(view, pointer, unit) ?? nothing}
    ${later()?.markingButton(view, pointer, label) ?? nothing}
  </div>
  ${later()?.marking(view, pointer, pointer, unit) ?? nothing}
  ${fieldError(view, `${pointer}/low`, unit)} ${fieldError(view, `${pointer}/high`, unit)}`;
}

/** What is asked about a field, or wrong with it; of a figure, with the one box it is typed into. */
export function fieldError(
  view: View,
  pointer: string,
  unit?: Unit,
  id = idOf(pointer),
): TemplateResult | typeof nothing {
  return questionAt(view, pointer, id) ?? errorAt(view, pointer, unit, id);
}

const questionAt = (view: View, pointer: string, id: string) =>
  later()?.question(view, pointer, `${id}-error`);

function errorAt(view: View, pointer: string, unit: Unit | undefined, id: string) {
  const error = errorText(view, pointer, unit);
  return error === undefined || later()?.isAsked(view, pointer)
    ? nothing
    : html`<p class="wrongly wide" id="${id}-error">${error}</p>`;
}

const mainError = (view: View, { pointer, unit }: NumberField, place: string) =>
  fieldError(view, mainPointer(view, pointer), unit, idOf(pointer, place));

/** Stands right behind the box, for the next Tab leads there. */
export const rowQuestion = (view: View, { pointer }: NumberField) =>
  questionAt(view, mainPointer(view, pointer), idOf(pointer, 'row')) ?? nothing;

export const rowError = (view: View, { pointer, unit }: NumberField) =>
  errorAt(view, mainPointer(view, pointer), unit, idOf(pointer, 'row'));

/** As a brief asks it, where there is one. */
const asked = <F extends StatedField>(
  { brief }: View,
  field: F,
  draw: (field: F) => TemplateResult,
) => (brief ? brief.field(field, draw) : draw(field));

export const numberField = (view: View, field: NumberField) =>
  asked(view, field, (one) => theNumberField(view, one));

function theNumberField(view: View, field: NumberField): TemplateResult {
  const { text, store } = view;
  const { pointer, label } = field;
  const ranged = isRange(store.get(pointer));
  return html`<div class="field">
    <label for=${idOf(pointer)}>${ranged ? text.inputs.likely(label) : label}${note(field.note)}</label>
    <div class="entry">${mainBox(view, field, 'field', { toggle: toggleOf(view, field) })} ${later()?.slider(view, field) ?? nothing}</div>
    ${later()?.unsure(view, field) ?? nothing} ${later()?.published(view, field) ?? nothing}
    ${mainError(view, field, 'field')} ${rangeEnds(view, field)}
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

export const choiceField = <T extends string>(view: View, choice: Choice<T>) =>
  asked(view, choice, (one) => theChoiceField(view, one));

function theChoiceField<T extends string>(view: View, choice: Choice<T>): TemplateResult {
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

export const textField = (view: View, field: TextField) =>
  asked(view, field, (one) => theTextField(view, one));

function theTextField(view: View, field: TextField): TemplateResult {
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

export const checkField = (view: View, field: TextField) =>
  asked(view, field, (one) => theCheckField(view, one));

function theCheckField(view: View, { pointer, label, note: hint }: TextField): TemplateResult {
  const toggle = (event: Event) => {
    view.store.edit(pointer, (event.target as HTMLInputElement).checked || undefined);
    view.store.leave(pointer);
  };
  return html`<div class="field">
    <label for=${idOf(pointer)}>${label}${note(hint)}</label>
    <div class="entry">
      <input id=${idOf(pointer)} name=${pointer} type="checkbox" .checked=${live(view.store.get(pointer) === true)} @change=${toggle} />
    </div>
  </div>`;
}
