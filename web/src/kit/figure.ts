// A shown result: a button that opens its explanation.
import { html, nothing, type TemplateResult } from 'lit';
import type { Metric } from '../../generated/metrics';
import {
  dataValue,
  isNumber,
  nameOf,
  type Opened,
  reason,
  resultOf,
  shown,
  type Told,
  toneOf,
  type View,
} from '../view/view';

export interface FigureOptions {
  channel?: string | undefined;
  /** The block in which the explanation opens. */
  slot: string;
  tone?: boolean;
  /** How it is written; as exactly as it is read, unless said otherwise. */
  say?: ((value: number) => string) | undefined;
  /** What stands in the place of a figure that is not known. */
  none?: string;
}

export function figureButton(
  view: View,
  metric: Metric,
  { channel, slot, tone = false, say, none }: FigureOptions,
): TemplateResult {
  const figure = resultOf(view, metric, channel);
  const { opened } = view.ui;
  const isOpen = opened?.metric === metric && opened.channel === channel && opened.slot === slot;
  const label = view.text.explain.title(
    view.labels[metric],
    channel === undefined ? undefined : nameOf(view, channel),
  );
  const toggle = () =>
    view.update({
      opened: isOpen ? undefined : { metric, channel, slot },
      unfolded: unfoldedChannels(view),
    });
  const fold = (event: KeyboardEvent) => {
    if (isOpen && event.key === 'Escape') toggle();
  };
  return html`<button
    type="button"
    class="fig ${tone ? toneOf(view, metric, figure, channel) : ''}"
    translate="no"
    data-metric=${metric}
    data-channel=${channel ?? nothing}
    data-slot=${slot}
    data-value=${dataValue(figure)}
    aria-expanded=${isOpen ? 'true' : 'false'}
    title=${isNumber(figure) ? view.text.explain.open(label) : reason(view, figure.undefined)}
    aria-controls=${isOpen ? 'explanation' : nothing}
    @click=${toggle}
    @keydown=${fold}
  >${(isNumber(figure) ? say?.(figure) : none) ?? shown(view, metric, figure)}</button>`;
}

/** The button of a figure whose explanation is open. */
export const figureSelector = ({ metric, channel, slot }: Opened): string => {
  const of = channel === undefined ? ':not([data-channel])' : `[data-channel="${channel}"]`;
  return `.fig[data-metric="${metric}"][data-slot="${slot}"]${of}`;
};

export const nameOfTold = ({ store, text, labels }: View, told: Told): string =>
  told === 'payback' ? text.analyses.time.payback[store.result.basis] : labels[told];

export const toldId = (told: Told, slot: string) => `${told}-${slot}`;

export const isTold = ({ ui }: View, told: Told, slot: string): boolean =>
  ui.unfolded.has(toldId(told, slot));

export function toggleTold(view: View, told: Told, slot: string): void {
  const unfolded = new Set(view.ui.unfolded);
  const id = toldId(told, slot);
  if (!unfolded.delete(id)) unfolded.add(id);
  view.update({ unfolded });
}

/** A figure that is read off others: its explanation says how. */
export function toldButton(view: View, told: Told, slot: string, words: string): TemplateResult {
  const isOpen = isTold(view, told, slot);
  const fold = (event: KeyboardEvent) => {
    if (isOpen && event.key === 'Escape') toggleTold(view, told, slot);
  };
  return html`<button type="button" class="fig" data-told=${told} data-slot=${slot}
    aria-expanded=${isOpen ? 'true' : 'false'} aria-controls=${isOpen ? toldId(told, slot) : nothing} title=${view.text.explain.open(nameOfTold(view, told))}
    @click=${() => toggleTold(view, told, slot)} @keydown=${fold}>${words}</button>`;
}

/** Opening another explanation folds the one before; channels stay as they are. */
const unfoldedChannels = (view: View) =>
  new Set([...view.ui.unfolded].filter((key) => !key.startsWith('entry:')));
