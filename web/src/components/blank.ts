// Starting from nothing, and starting again.
import { html, nothing, type TemplateResult } from 'lit';
import type { Figure } from '../engine/engine';
import { restWords } from '../locales/rest';
import { kValueFields, usePreset } from './inputs';
import { isNumber, nameOf, type View } from './view';

/** Back to the example the plan started as. */
export function resetLink(view: View): TemplateResult | typeof nothing {
  const { preset, origin } = view.store;
  if (preset !== undefined || origin === undefined) return nothing;
  const reset = () => {
    usePreset(view, origin);
    view.focusLater('#preset');
  };
  return html`<button type="button" class="link" data-resets @click=${reset}>${restWords(view).blank.reset}</button>`;
}

export const sayReplaced = (view: View): void =>
  view.outside.say(restWords(view).blank.undoBringsBack);

const isMissing = (figure: Figure) => !isNumber(figure) && figure.undefined.startsWith('missing:');

/** What a plan with next to nothing in it needs for an answer; one figure is named elsewhere. */
export function whatToType(view: View): string | undefined {
  const { store, text, action, format } = view;
  const { closeRate, value } = store.scenario;
  const { returnRatio, cost, leads } = store.result.total;
  if (!isMissing(returnRatio)) return undefined;
  const { channels } = store.result;
  const empty = channels.filter(
    ({ results }) => isMissing(results.ownCost) || isMissing(results.leads),
  );
  const isSome = empty.length < channels.length;
  const names = isSome ? format.list(empty.map(({ id }) => nameOf(view, id))) : '';
  const say = restWords(view).blank.toType;
  const hasValue = kValueFields[value?.mode ?? 'revenue'].every(
    (metric) => value?.[metric as keyof typeof value] !== undefined,
  );
  const wanted = [
    isMissing(cost) ? say.cost : '',
    isMissing(leads) ? say.leads(text.nouns[action].many) : '',
    action !== 'order' && closeRate === undefined ? say.closeRate : '',
    hasValue ? '' : say.value,
  ].filter(Boolean);
  const isNamed = wanted.length === 1 && !names;
  return wanted.length === 0 || isNamed ? undefined : say.sentence(format.list(wanted), names);
}
