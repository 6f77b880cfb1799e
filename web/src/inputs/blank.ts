// Starting from nothing, and starting again.
import { html, nothing, type TemplateResult } from 'lit';
import type { Channel } from '../../generated/contract';
import type { Metric } from '../../generated/metrics';
import type { Figure } from '../engine/engine';
import { restWords } from '../locales/later/index';
import { channelResults, isNumber, nameOf, type View } from '../view/view';
import { kValueFields, usePreset } from './inputs';

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

const kCost = 'costs/0/amount';
/** A cell of the grid is of all lines of a kind. */
const kCostInGrid = 'costs/kind=adSpend/amount';

interface Wanted {
  words: string;
  pointer: string;
}

/** What is still to be typed for an answer, in the order in which it is known best. */
function wanted(view: View): Wanted[] {
  const { store, text } = view;
  const { action, closeRate, value, period, channels } = store.scenario;
  const { returnRatio, cost, leads } = store.result.total;
  if (!isMissing(returnRatio)) return [];
  const say = restWords(view).blank.toType;
  const names = emptyChannels(view);
  const missingValue = kValueFields[value?.mode ?? 'revenue'].find(
    (metric) => value?.[metric as keyof typeof value] === undefined,
  );
  const isCounted = ({ id }: Channel) => channelResults(view, id) !== undefined;
  const inChannel = (lacks: (channel: Channel) => boolean, field: string) =>
    `${store.base}/channels/${Math.max(
      0,
      channels.findIndex((one) => lacks(one) && isCounted(one)),
    )}/${field}`;
  const list: (Wanted | false)[] = [
    isMissing(cost) && {
      words: `${say.cost(text.inputs.per[period.kind])}${names}`,
      pointer: inChannel(lacksCost, kCost),
    },
    isMissing(leads) && {
      words: `${say.leads(text.nouns[view.action].many)}${names}`,
      pointer: inChannel(lacksLeads, 'leads'),
    },
    action !== 'order' &&
      closeRate === undefined &&
      !channels.every((channel) => channel.closeRate ?? channel.customers) && {
        words: say.closeRate,
        pointer: `${store.base}/closeRate`,
      },
    missingValue !== undefined && {
      words: say.value,
      pointer: `${store.base}/value/${missingValue satisfies Metric}`,
    },
  ];
  return list.filter((one) => one !== false);
}

/** Which channels lack figures, where others have theirs: " (LinkedIn)". */
function emptyChannels(view: View): string {
  const { channels } = view.store.result;
  const empty = channels.filter(
    ({ results }) => isMissing(results.ownCost) || isMissing(results.leads),
  );
  if (empty.length === channels.length) return '';
  return ` (${view.format.list(empty.map(({ id }) => nameOf(view, id)))})`;
}

const lacksCost = ({ costs = [] }: Channel) =>
  costs.every(({ amount, hours }) => amount === undefined && hours === undefined);
const lacksLeads = ({ leads, conversionRate }: Channel) =>
  leads === undefined && conversionRate === undefined;

/** What a plan with next to nothing in it needs for an answer: what comes first, and what follows. */
export function whatToType(view: View): string | undefined {
  const say = restWords(view).blank.toType;
  const [first, ...others] = wanted(view).map(({ words }) => words);
  if (first === undefined) return undefined;
  return others.length > 0 ? say.firstThen(first, view.format.list(others)) : say.last(first);
}

/** To the field that is to be filled in next, else to the answer. */
export function focusNext(view: View): void {
  const [next] = wanted(view);
  const named = (pointer: string) => `[name="${CSS.escape(pointer)}"]`;
  view.focusLater(
    next ? `${named(next.pointer)}, ${named(next.pointer.replace(kCost, kCostInGrid))}` : '#answer',
  );
}
