// The compact calculator: the answer and its first inputs; all the rest on demand.
import { html, nothing, type TemplateResult } from 'lit';
import { numbers, verdict } from '../answer/results';
import type { Content } from '../calculator/around';
import { channels, customers } from '../inputs/inputs';
import { clearOffer, whoseLine } from '../inputs/start';
import { later } from '../view/deferred';
import { areEnough, questions } from './questions';

export function compact(
  { view, status }: Content,
  openAll: { words: string; act: () => void },
  underVerdict: unknown,
): TemplateResult {
  const asked =
    !view.brief && areEnough(view)
      ? questions(view)
      : html`${customers(view)} ${channels(view, 'folded')} ${view.brief ? later()?.ownFields(view) : nothing}`;
  const isMissing = view.brief?.missing() !== undefined;
  return html`<div class="brief">
      ${whoseLine(view)} ${verdict(view, underVerdict)}
      <section class="inputs" aria-label=${view.text.inputs.heading}>${asked} ${clearOffer(view)}</section>
      ${isMissing ? nothing : html`<div class="results">${numbers(view)} ${view.brief?.atEnd() ?? nothing}</div>`}
      <button type="button" class="link" @click=${openAll.act}>${openAll.words}</button>
    </div>
    ${status}`;
}
