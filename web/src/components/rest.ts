// What the first answer can do without: what opens on demand, explanations, the working of
// the analyses, keeping and sharing.
import type { CSSResult, TemplateResult } from 'lit';
import { takeLayout } from '../charts/take';
import { comparing } from './comparing';
import { influence } from './influence';
import { keepingLayout, keepingPanel } from './keeping';
import { methodLayout } from './method';
import { overTime } from './overtime';
import { reportLayout, reportPanel } from './report';
import { sliderLayout } from './slider';
import { splitting } from './splitting';
import { restLayout } from './styles.rest';
import { sureness } from './sureness';
import { tableLayout } from './table-paste';
import type { Analysis, Panel, View } from './view';

export { take } from '../charts/take';
export { resetLink, sayReplaced, whatToType } from './blank';
export {
  channelDetails,
  goalFields,
  moreOnCustomers,
  setupFields,
  sharedCosts,
} from './details';
export { explanation, told } from './explanation';
export { cannotRememberWords, openedWords, openFile, refusedWords, unreadWords } from './keeping';
export { methodSection, showMethod } from './method';
export { keepPlain, printed } from './report';
export { seekForGoal } from './seeking';
export { slider } from './slider';
export { pasteTable, tablePaste } from './table-paste';

const kContents: Record<Analysis, (view: View) => TemplateResult> = {
  sure: sureness,
  influence,
  time: overTime,
  changed: comparing,
  split: splitting,
};

export const analysis = (view: View, section: Analysis): TemplateResult => kContents[section](view);

const kPanels: Record<Panel, (view: View) => TemplateResult> = {
  keeping: keepingPanel,
  report: reportPanel,
};

export const panel = (view: View, name: Panel): TemplateResult => kPanels[name](view);

/** The look of all this. */
export const layouts: readonly CSSResult[] = [
  restLayout,
  keepingLayout,
  takeLayout,
  methodLayout,
  reportLayout,
  sliderLayout,
  tableLayout,
];
