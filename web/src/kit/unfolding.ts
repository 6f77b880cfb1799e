// A question answered in one line; opened, it shows its working.
import { html, nothing, type TemplateResult } from 'lit';
import { loadDeferred } from '../view/deferred';
import type { View } from '../view/view';

export interface Unfolding {
  title: string;
  answer: string;
  working: () => TemplateResult;
}

/** A question answered in one line; its working is drawn only while it is open. */
export function unfolding(
  view: View,
  id: string,
  { title, answer, working }: Unfolding,
): TemplateResult {
  const isOpen = view.ui.open.has(id);
  const toggled = (event: Event) => remember(view, id, (event.target as HTMLDetailsElement).open);
  return html`<details class="analysis" data-section=${id} ?open=${isOpen} @toggle=${toggled}>
    <summary><b role="heading" aria-level="2">${title}</b><span>${answer}</span></summary>
    ${isOpen ? working() : nothing}
  </details>`;
}

/** A toggle inside an analysis is none of the analysis. */
function remember(view: View, id: string, isOpen: boolean): void {
  const open = new Set(view.ui.open);
  if (open.has(id) === isOpen) return;
  if (isOpen) open.add(id);
  else open.delete(id);
  view.update({ open });
  if (isOpen) loadDeferred().then(() => view.update({}));
}
