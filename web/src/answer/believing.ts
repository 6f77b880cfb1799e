// The sceptic's view: what comes out if only a share of the return is real. It looks at the plan and
// changes nothing in it.
import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { keepUndo, signs } from '../kit/fields';
import { restWords } from '../locales/later/index';
import type { View } from '../view/view';

export const believingLayout = css`
  .believing {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s1) var(--s2);
    font-size: var(--note);
  }
  .believing .box {
    width: calc(6 * var(--unit));
  }
`;

const kErrorId = 'believed-error';

export function believing(view: View): TemplateResult | undefined {
  const { store, ui, format } = view;
  const asked = ui.believing;
  if (!asked && store.believed === 1) return undefined;
  const say = restWords(view).believing;
  const read = (event: InputEvent) => type(view, (event.target as HTMLInputElement).value);
  const isWrong = asked?.isWrong === true;
  const [before, after] = signs(view, 'rate');
  const leave = ({ key, target }: KeyboardEvent) => {
    if (key !== 'Escape') return;
    (target as HTMLElement).blur(); // what is settled then must not open it again
    stop(view);
  };
  return html`<div class="believing" role="group" aria-label=${say.group} @keydown=${leave}>
    <label for="believed">${say.only}</label>
    <span class="box ${isWrong ? 'wrong' : ''}">${before}<input id="believed" name="believed" type="text"
      inputmode="decimal" autocomplete="off" aria-invalid=${isWrong ? 'true' : nothing}
      aria-describedby=${isWrong ? kErrorId : nothing}
      .value=${live(asked?.text ?? format.field(store.believed, 'rate'))}
      @input=${read} @blur=${() => settle(view)} @keydown=${keepUndo} />${after}</span>
    <span>${say.ofReturn}</span>
    <button type="button" class="link" @click=${() => stop(view)}>${say.stop}</button>
    ${isWrong ? html`<p class="wrongly" id=${kErrorId}>${say.range}</p>` : nothing}
  </div>`;
}

function type(view: View, text: string): void {
  const reply = view.store.engine.readNumber(text, 'rate', view.format.marks, 'share');
  const share = reply.ok && 'value' in reply.value ? reply.value.value : 0;
  const isWrong = !(share > 0 && share <= 1);
  const before = view.ui.believing?.before ?? view.store.believed;
  view.update({ believing: { text, isWrong, before } });
  // a part of what is typed is no share of the visitor's: the one before it counts again
  view.store.believe(isWrong ? before : share);
}

/** What was typed in vain gives way to what counts. */
const settle = (view: View): void => view.update({ believing: {} });

function stop(view: View): void {
  view.update({ believing: undefined });
  view.store.believe(1);
  view.focusLater('[data-believes]');
}
