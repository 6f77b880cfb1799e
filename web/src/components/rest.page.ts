// The rest of a page of our own: besides what every calculator has, it is printed as a report,
// becomes a workbook, takes a pasted table, gives its charts as pictures, and says how it works.
import type { CSSResult, TemplateResult } from 'lit';
import { takeLayout } from '../charts/take';
import { explained } from './explanation';
import { keepingPanel } from './keeping.page';
import { definitionButton, methodLayout } from './method';
import { reportLayout, reportPanel } from './report';
import { restLayouts } from './rest';
import { sharedLayout } from './shared';
import { tableLayout } from './table-paste';
import type { Panel, View } from './view';

export { take } from '../charts/take';
export { cannotRememberWords, unreadWords } from './keeping.page';
export { methodSection, showMethod } from './method';
export { keepPlain, printed } from './report';
export * from './rest';
export { sharedLine, sharedWords } from './shared';
export { openTable, pasteTable, tablePaste } from './table-paste';

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
