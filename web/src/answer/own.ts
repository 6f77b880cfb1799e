// The figures that the document defines of its own, beside the plan's, and among them where a brief says so.
import { html, nothing, type TemplateResult } from 'lit';
import { restWords } from '../locales/later/index';
import { explanationIn } from '../view/deferred';
import { ownName, ownRows, ownUnit } from '../view/own';
import { dataValue, isNumber, type View } from '../view/view';
import { kMostBig, type Shown } from './results';

type Row = ReturnType<typeof ownRows>[number];

export function ownResults(view: View): TemplateResult | typeof nothing {
  const figures = view.brief?.stated.figures ?? [];
  const isKey = ({ defined }: Row) => figures.some(({ metric }) => metric === ownName(defined.id));
  const rows = ownRows(view).filter((row) => !isKey(row));
  if (rows.length === 0) return nothing;
  return html`<div>
    <h2>${restWords(view).own.figures}</h2>
    <dl class="numbers">${rows.map(
      (row) =>
        html`<div><dt>${row.title}</dt><dd>${button(view, row, slotOf(row), row.shown)}<small>${row.why}</small></dd></div>`,
    )}</dl>
    ${rows.map((row) => explanationIn(view, slotOf(row)))}
  </div>`;
}

const slotOf = ({ defined }: Row) => `own-${defined.id}`;

/** One that is a key figure of a brief; nothing of a result of the plan. */
export function ownNumber(
  view: View,
  { own, label, size, digits }: Shown,
): TemplateResult | undefined {
  const row = ownRows(view).find(({ defined }) => defined.id === own);
  if (!row) return undefined;
  const { defined, figure, why } = row;
  const shown =
    digits !== undefined && isNumber(figure)
      ? view.format.fixed(figure, ownUnit(defined), digits)
      : row.shown;
  return html`<div class="${size ?? ''} ${shown.length > kMostBig ? 'long' : ''}">
    <dt>${label}</dt>
    <dd>${button(view, row, 'numbers', shown)}<small>${why}</small></dd>
  </div>`;
}

function button(view: View, { defined, title, figure }: Row, slot: string, shown: string) {
  const { id } = defined;
  const { opened: now } = view.ui;
  const isOpen = now?.slot === slot && now.own === id;
  const opened = { metric: 'ownFigure', own: id, channel: undefined, slot } as const;
  const toggle = () => view.update({ opened: isOpen ? undefined : opened, unfolded: new Set() });
  const fold = (event: KeyboardEvent) => {
    if (isOpen && event.key === 'Escape') toggle();
  };
  return html`<button type="button" class="fig" translate="no" data-metric="ownFigure" data-own=${id} data-slot=${slot}
    data-value=${dataValue(figure)} aria-expanded=${isOpen ? 'true' : 'false'} title=${view.text.explain.open(title)}
    aria-controls=${isOpen ? 'explanation' : nothing} @click=${toggle} @keydown=${fold}>${shown}</button>`;
}
