// The tools as questions, each answered in one line; opened, it shows its working.
import { html, type TemplateResult } from 'lit';
import { unfolding } from '../kit/unfolding';
import { later, whileLoading } from '../view/deferred';
import type { Line } from '../view/tool';
import type { View } from '../view/view';

export const toolSections = (
  view: View,
  lines: readonly Line[],
): (readonly [Line['id'], TemplateResult])[] =>
  lines
    .filter(({ concerns }) => concerns?.(view) ?? true)
    .map((line) => [line.id, section(view, line)] as const);

function section(view: View, { id, question }: Line): TemplateResult {
  const tool = later()?.workings.find(({ line }) => line.id === id);
  return unfolding(view, id, {
    title: question(view),
    answer: tool?.answer(view) ?? '',
    working: () => html`<div class="content block">${tool?.draw(view) ?? whileLoading(view)}</div>`,
  });
}
