// The fields of what the document asks of its own.
import { html, nothing } from 'lit';
import { numberField, stay } from '../kit/fields';
import { restWords } from '../locales/later/index';
import { fieldTitle, ownInputs, typedUnit } from '../view/own';
import type { View } from '../view/view';
import { inOrder } from './inputs';

export function ownFields(view: View) {
  const list = ownInputs(view);
  if (list.length === 0) return nothing;
  return html`<form @submit=${stay}>
    <h2>${restWords(view).own.inputs}</h2>
    ${inOrder(
      view,
      list.map((one) =>
        numberField(view, {
          pointer: `${view.store.base}/own/${one.id}`,
          label: fieldTitle(view, one),
          unit: typedUnit(one),
          mayRange: true,
        }),
      ),
    )}
  </form>`;
}
