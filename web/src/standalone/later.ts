// The rest of a page of our own: besides what every calculator has, it is printed as a report,
// becomes a workbook, takes a pasted table, gives its charts as pictures, and says how it works.
import type { CSSResult, TemplateResult } from 'lit';
import { restLayouts } from '../deferred/deferred';
import { explained } from '../explanation/explanation';
import { tableLayout } from '../tools/table/paste';
import type { Panel, View } from '../view/view';
import { takeLayout } from './charts';
import { keepingPanel } from './keeping';
import { definitionButton, methodLayout } from './method';
import { reportLayout, reportPanel } from './report/report';
import { sharedLayout } from './shared-plan';

export * from '../deferred/deferred';
export { openTable, pasteTable, tablePaste } from '../tools/table/paste';
export { take } from './charts';
export { cannotRememberWords, unreadWords } from './keeping';
export { methodSection, showMethod } from './method';
export { keepPlain, printed } from './report/report';
export { sharedLine, sharedWords } from './shared-plan';

const kPanels: Record<Panel, (view: View) => TemplateResult> = {
  keeping: keepingPanel,
  report: reportPanel,
};

export const panel = (view: View, name: Panel): TemplateResult => kPanels[name](view);

export const explanation = (view: View) => explained(view, definitionButton);

export const layouts: readonly CSSResult[] = [
  ...restLayouts,
  takeLayout,
  methodLayout,
  reportLayout,
  tableLayout,
  sharedLayout,
];
