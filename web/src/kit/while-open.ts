// What is drawn only while it is open: fifty channels have a row, and a form, for each KPI.
import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../view/view';

export function whileOpen(
  view: View,
  id: string,
  { title, level }: { title: string; level: number },
  draw: () => TemplateResult,
): TemplateResult {
  const isOpen = view.ui.open.has(id);
  const toggled = (event: Event) => {
    const open = new Set(view.ui.open);
    if ((event.target as HTMLDetailsElement).open) open.add(id);
    else open.delete(id);
    if (open.has(id) !== isOpen) view.update({ open });
  };
  return html`<details class="inner" data-part=${id} ?open=${isOpen} @toggle=${toggled}>
    <summary><b role="heading" aria-level=${level}>${title}</b></summary>
    ${isOpen ? html`<div class="content">${draw()}</div>` : nothing}
  </details>`;
}
