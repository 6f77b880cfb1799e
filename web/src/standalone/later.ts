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
import { bringCells, importPanel, openImport } from '../tools/import/panel';
import { importLayout } from '../tools/import/styles';
import { influence } from '../tools/influence/working';
import { payback } from '../tools/payback/working';
import { openReporting, reportingSection } from '../tools/reporting/panel';
import { openScorecard, scorecardPanel } from '../tools/scorecard/panel';
import { scorecardLayout } from '../tools/scorecard/styles';
import { openTable, pasteTable, tableLayout, tablePaste } from '../tools/table/paste';
import type { Deferred } from '../view/deferred';
import type { Panel, View } from '../view/view';
import { bringFiles, bringTable } from './bringing';
import { take, takeLayout } from './charts';
import { cannotRememberWords, keepingPanel, unreadWords } from './keeping';
import { definitionButton, methodLayout, methodSection, showMethod } from './method';
import { brandLayout } from './report/brand';
import { keepPlain, printed, reportLayout, reportPanel } from './report/report';
import { sharedLayout, sharedLine, sharedWords } from './shared-plan';

const common = everywhere([certainty, influence, goalSeek, payback, changes, budgetSplit]);

const kPanels: Record<Panel, (view: View) => TemplateResult> = {
  imports: importPanel,
  keeping: keepingPanel,
  report: reportPanel,
  scorecard: (view) => scorecardPanel(view, reportingSection),
};

function openPlace(view: View, hash: string): void {
  const method = /^#method-?(\w*)$/.exec(hash);
  if (method) showMethod(view, method[1] ?? '');
  if (hash === '#tool=import') openImport(view, []);
  if (hash === '#tool=scorecard') openScorecard(view);
  if (hash === '#tool=reporting-time') openReporting(view);
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
    importLayout,
    scorecardLayout,
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
