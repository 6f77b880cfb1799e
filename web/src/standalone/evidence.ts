// Where figures that were measured come into the plan: tools to choose from, and the one that is chosen.
import { html, nothing, type TemplateResult } from 'lit';
import { evidenceLook } from '../kit/evidence-styles';
import { below, button } from '../sharing/keeping';
import { abTestTool } from '../tools/ab-test/panel';
import { holdoutTool } from '../tools/holdout/panel';
import { importTool } from '../tools/import/panel';
import { pathsTool } from '../tools/paths/panel';
import { reportingTool } from '../tools/reporting/panel';
import { scorecardTool } from '../tools/scorecard/panel';
import { trackRecordTool } from '../tools/track-record/panel';
import { trackingLinksTool } from '../tools/tracking-links/panel';
import { answering, fetchIt, openEvidence } from '../view/evidence';
import type { EvidencePart, EvidenceTool } from '../view/tool';
import type { View } from '../view/view';
import { pageWords } from './words/index';

const kTools: readonly EvidenceTool[] = [
  importTool,
  abTestTool,
  holdoutTool,
  pathsTool,
  trackingLinksTool,
  scorecardTool,
  reportingTool,
  trackRecordTool,
];

export const evidenceLayout = [evidenceLook, ...kTools.flatMap(({ layout }) => layout ?? [])];

export function openTool(view: View, id: string): void {
  if (toolOf(id)) openEvidence(view, id);
}

const toolOf = (id: string | undefined) => kTools.find((tool) => tool.id === id);

export function evidencePanel(view: View): TemplateResult {
  const tool = toolOf(view.ui.brings);
  return tool
    ? below(
        view,
        tool.name(view),
        html`<div class="evidence">${opener(view, pageWords(view).evidence.others)} ${content(view, tool)}</div>`,
      )
    : below(view, pageWords(view).evidence.heading, choices(view));
}

const choices = (view: View): TemplateResult =>
  html`<div class="ways-out">${kTools.map(
    (tool) =>
      html`<div>${opener(view, tool.name(view), tool.id)}<p>${tool.purpose(view)}</p></div>`,
  )}</div>`;

const opener = (view: View, words: string, id?: string): TemplateResult =>
  html`<button type="button" class="link" data-brings=${id ?? ''} @click=${() => openEvidence(view, id)}>${words}</button>`;

/** What of them the scenario says something of, on paper; what works it out is fetched then, for it is not there at once. */
export const evidenceParts = (view: View): { title: string; body: () => TemplateResult }[] =>
  kTools.flatMap(({ name, report: part }) =>
    part && view.outside.reader && part.concerns(view)
      ? [{ title: name(view), body: () => onPaper(view, part) }]
      : [],
  );

function onPaper(view: View, { draw }: EvidencePart): TemplateResult {
  const { ask } = answering(view);
  return ask ? draw(view, ask) : html`<p class="note">${pageWords(view).report.notThere}</p>`;
}

function content(view: View, { draw }: EvidenceTool): TemplateResult {
  if ('atOnce' in draw) return draw.atOnce(view);
  const say = pageWords(view).evidence;
  const { ask, hasFailed } = answering(view);
  return html`<div role="status">${status(view)}</div>
    ${hasFailed ? html`<p>${button(say.again, () => fetchIt(view))}</p>` : ask ? draw.answered(view, ask) : nothing}`;
}

/** What is heard as well while nothing answers yet. */
function status(view: View): TemplateResult | typeof nothing {
  const say = pageWords(view).evidence;
  const { ask, hasFailed } = answering(view);
  if (hasFailed) return html`<p class="wrongly">${say.notFetched}</p>`;
  return ask ? nothing : html`<p class="note">${say.loading}</p>`;
}
