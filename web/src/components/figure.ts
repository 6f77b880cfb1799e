// A shown result: a button that opens its explanation.
import { html, nothing, type TemplateResult } from 'lit';
import type { Metric } from '../../generated/metrics';
import { dataValue, isNumber, nameOf, reason, resultOf, shown, toneOf, type View } from './view';

export interface FigureOptions {
  channel?: string;
  /** The block in which the explanation opens. */
  slot: string;
  tone?: boolean;
}

export function figureButton(
  view: View,
  metric: Metric,
  { channel, slot, tone = false }: FigureOptions,
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
  return html`<button
    type="button"
    class="fig ${tone ? toneOf(metric, figure) : ''}"
    data-metric=${metric}
    data-channel=${channel ?? nothing}
    data-value=${dataValue(figure)}
    aria-expanded=${isOpen ? 'true' : 'false'}
    title=${isNumber(figure) ? view.text.explain.open(label) : reason(view, figure.undefined)}
    @click=${toggle}
  >${shown(view, metric, figure)}</button>`;
}

/** Opening another explanation folds the one before; channels stay as they are. */
const unfoldedChannels = (view: View) =>
  new Set([...view.ui.unfolded].filter((key) => !key.startsWith('entry:')));
