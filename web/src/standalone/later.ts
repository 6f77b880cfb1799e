// What a page of our own has later: besides what every calculator has, it is printed as a report,
// becomes a workbook, takes a pasted table, gives its charts as pictures, and says how it works.
import type { TemplateResult } from 'lit';
import { everywhere } from '../deferred/deferred';
import { explained } from '../explanation/explanation';
import { explainedKpi } from '../explanation/kpi';
import { goesOnInGrid } from '../inputs/grid/grid';
import { budgetSplit } from '../tools/budget-split/working';
import { certainty } from '../tools/certainty/working';
import { changes } from '../tools/changes/working';
import { goalSeek } from '../tools/goal-seek/working';
import { bringCells } from '../tools/import/panel';
import { influence } from '../tools/influence/working';
import { knowing } from '../tools/knowing/working';
import { payback } from '../tools/payback/working';
import { reforecast } from '../tools/reforecast/working';
import { openTable, pasteTable, tableLayout, tablePaste } from '../tools/table/paste';
import type { Deferred } from '../view/deferred';
import type { Panel, View } from '../view/view';
import { bringFiles, bringTable } from './bringing';
import { take, takeLayout } from './charts';
import { evidenceLayout, evidencePanel, openTool } from './evidence';
import { cannotRememberWords, keepingPanel, unreadWords } from './keeping';
import { definitionButton, methodLayout, methodSection, showMethod } from './method';
import { brandLayout } from './report/brand';
import { keepPlain, printed, reportLayout, reportPanel } from './report/report';
import { sharedLayout, sharedLine, sharedWords } from './shared-plan';

const common = everywhere([
  certainty,
  influence,
  knowing,
  goalSeek,
  payback,
  reforecast,
  changes,
  budgetSplit,
]);

const kPanels: Record<Panel, (view: View) => TemplateResult> = {
  evidence: evidencePanel,
  keeping: keepingPanel,
  report: reportPanel,
};

function openPlace(view: View, hash: string): void {
  const method = /^#method-?(\w*)$/.exec(hash);
  if (method) showMethod(view, method[1] ?? '');
  const tool = /^#tool=([\w-]+)$/.exec(hash);
  if (tool) openTool(view, tool[1] ?? '');
}

export const deferred: Deferred = {
  ...common,
  layouts: [
    ...common.layouts,
    takeLayout,
    methodLayout,
    reportLayout,
    brandLayout,
    tableLayout,
    ...evidenceLayout,
    sharedLayout,
  ],
  explanation: (view) => explained(view, definitionButton),
  panel: (view, name) => kPanels[name](view),
  bringCells,
  bringFiles,
  bringTable,
  cannotRememberWords,
  goesOnInGrid,
  keepPlain,
  kpiExplanation: explainedKpi,
  methodSection,
  openTable,
  pasteTable,
  printed,
  sharedLine,
  sharedWords,
  openPlace,
  tablePaste,
  take,
  unreadWords,
};
