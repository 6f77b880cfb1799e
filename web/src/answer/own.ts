// The figures that the document defines of its own, beside the plan's.
import { html, nothing, type TemplateResult } from 'lit';
import type { OwnFigure } from '../../generated/contract';
import { restWords } from '../locales/later/index';
import { explanationIn } from '../view/deferred';
import { ownRows } from '../view/own';
import { dataValue, type View } from '../view/view';

export function ownResults(view: View): TemplateResult | typeof nothing {
  const rows = ownRows(view);
  if (rows.length === 0) return nothing;
  return html`<div>
    <h2>${restWords(view).own.figures}</h2>
    <dl class="numbers">${rows.map(
      ({ defined, figure, title, shown, why }) =>
        html`<div><dt>${title}</dt><dd>${button(view, defined, title, shown, dataValue(figure))}<small>${why}</small></dd></div>`,
    )}</dl>
    ${rows.map(({ defined }) => explanationIn(view, slotOf(defined.id)))}
  </div>`;
}

const slotOf = (id: string) => `own-${id}`;

function button(
  view: View,
  { id }: OwnFigure,
  title: string,
  shown: string,
  value: string,
): TemplateResult {
  const slot = slotOf(id);
  const isOpen = view.ui.opened?.slot === slot;
  const opened = { metric: 'ownFigure', own: id, channel: undefined, slot } as const;
  const toggle = () => view.update({ opened: isOpen ? undefined : opened, unfolded: new Set() });
  const fold = (event: KeyboardEvent) => {
    if (isOpen && event.key === 'Escape') toggle();
  };
  return html`<button type="button" class="fig" translate="no" data-metric="ownFigure" data-slot=${slot}
    data-value=${value} aria-expanded=${isOpen ? 'true' : 'false'} title=${view.text.explain.open(title)}
    aria-controls=${isOpen ? 'explanation' : nothing} @click=${toggle} @keydown=${fold}>${shown}</button>`;
}
