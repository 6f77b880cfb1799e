// What the split is asked for: the most of a total, or what a target takes; and which channels keep their ad spend.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Channel } from '../../../generated/contract';
import type { Metric } from '../../../generated/metrics';
import type { SplitRequest } from '../../engine/analyses';
import type { EngineError } from '../../engine/engine';
import { keepUndo, signs, stay } from '../../kit/fields';
import { option } from '../../kit/tables';
import { errorWords } from '../../locales/later/index';
import { ownState } from '../../view/own-state';
import { nameOf, unitOf, type View } from '../../view/view';
import { splitWords } from './words';

const kMetrics = {
  total: 'adSpend',
  targetRoi: 'roi',
  targetMarginalRoi: 'roi',
  targetCustomers: 'customers',
} as const satisfies Record<string, Metric>;
export type Aim = keyof typeof kMetrics;
const kAims = Object.keys(kMetrics) as Aim[];

interface Asking {
  aim: Aim;
  /** As it is typed, and what it was read as; or why it could not be. */
  text: string;
  value?: number | undefined;
  error?: Pick<EngineError, 'code' | 'detail'> | undefined;
  held: readonly string[];
}

const asking = ownState<Asking>({ aim: 'total', text: '', held: [] });

export type Wish = Pick<SplitRequest, Aim | 'hold'>;

/** Nothing typed: the most of what is spent now. */
export function wishOf(view: View): Wish {
  const { aim, value, held } = asking.of(view);
  const hold = view.store.scenario.channels.map(({ id }) => id).filter((id) => held.includes(id));
  return {
    ...(value === undefined ? {} : { [aim]: value }),
    ...(hold.length > 0 ? { hold } : {}),
  };
}

/** A target is a single number. */
function read({ store, format }: View, text: string, aim: Aim): Pick<Asking, 'value' | 'error'> {
  if (text.trim() === '') return { value: undefined, error: undefined };
  const metric = kMetrics[aim];
  const reply = store.engine.readNumber(text, unitOf(metric), format.marks, metric);
  if (!reply.ok) return { value: undefined, error: reply.errors[0] };
  if ('value' in reply.value) return { value: reply.value.value, error: undefined };
  return { value: undefined, error: { code: 'number.malformed' } };
}

export function wishForm(view: View, channels: readonly Channel[]): TemplateResult {
  const say = splitWords(view);
  const { aim, text, error } = asking.of(view);
  const [before, after] = signs(view, unitOf(kMetrics[aim]));
  const type = (event: Event) => {
    const typed = (event.target as HTMLInputElement).value;
    asking.update(view, { text: typed, ...read(view, typed, aim) });
  };
  return html`<form class="seek" aria-label=${say.askFor} @submit=${stay}>
    <div class="ask">
      ${option<Aim>({
        label: say.askFor,
        chosen: aim,
        options: kAims.map((one) => [one, say.aims[one]]),
        choose: (one) =>
          asking.update(view, { aim: one, text: '', value: undefined, error: undefined }),
      })}
      <label class="choose">${say.amount[aim]}
        <span class="box ${error ? 'wrong' : ''}">${before}<input name="split-target" type="text" inputmode="decimal" autocomplete="off"
          aria-invalid=${error ? 'true' : nothing} aria-describedby=${error ? 'split-target-error' : nothing}
          .value=${live(text)} @input=${type} @keydown=${keepUndo} />${after}</span>
      </label>
    </div>
    ${error ? html`<p class="wrongly" id="split-target-error">${errorWords(view, error)}</p>` : nothing}
    ${channels.length > 1 ? holding(view, channels) : nothing}
  </form>`;
}

function holding(view: View, channels: readonly Channel[]): TemplateResult {
  const { held } = asking.of(view);
  const toggle = (id: string) => (event: Event) => {
    const others = held.filter((one) => one !== id);
    const isHeld = (event.target as HTMLInputElement).checked;
    asking.update(view, { held: isHeld ? [...others, id] : others });
  };
  return html`<fieldset class="holding"><legend>${splitWords(view).hold}</legend>
    ${channels.map(
      ({ id }) =>
        html`<label><input type="checkbox" name=${`split-hold-${id}`} .checked=${live(held.includes(id))} @change=${toggle(id)} /> ${nameOf(view, id)}</label>`,
    )}
  </fieldset>`;
}
