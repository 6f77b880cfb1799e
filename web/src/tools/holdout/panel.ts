// Holdout and lift tests: what was counted with a campaign and without it, and the share of customers that it brought.
import { html, type TemplateResult } from 'lit';
import type { AskOfEvidence } from '../../engine/reader';
import { whileOpen } from '../../kit/while-open';
import type { EvidenceTool } from '../../view/tool';
import type { View } from '../../view/view';
import { groups, isTested, said } from './groups';
import { regionsSection } from './regions';
import { holdoutLayout } from './styles';
import { holdoutWords } from './words';

export const holdoutTool: EvidenceTool = {
  id: 'holdout',
  name: (view) => holdoutWords(view).title,
  purpose: (view) => holdoutWords(view).purpose,
  draw: { answered: panel },
  report: { concerns: isTested, draw: said },
  layout: holdoutLayout,
};

function panel(view: View, ask: AskOfEvidence): TemplateResult {
  return html`<div>
    ${groups(view, ask)}
    ${whileOpen(view, 'geo-test', { title: holdoutWords(view).geo, level: 3 }, () => regionsSection(view, ask))}
  </div>`;
}
