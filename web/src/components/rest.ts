// What the first answer can do without, wherever the calculator stands: what opens on demand, the
// working of the analyses, explanations. rest.page.ts adds what pages of our own have, and
// embed/rest.ts what a calculator in someone else's page has.
import type { CSSResult, TemplateResult } from 'lit';
import { askingLayout } from './asking';
import { believingLayout } from './believing';
import { benchmarkLayout } from './benchmarks';
import { comparing } from './comparing';
import { explanationLayout } from './explanation';
import { guessingLayout } from './guessing';
import { influence } from './influence';
import { keepingLayout } from './keeping';
import { overTime } from './overtime';
import { sliderLayout } from './slider';
import { splitting } from './splitting';
import { restLayout } from './styles.rest';
import { sureness } from './sureness';
import type { Analysis, View } from './view';

export { isAsked, question, spokenQuestion } from './asking';
export { believing } from './believing';
export { published, unsure, usualCost } from './benchmarks';
export { focusNext, resetLink, sayReplaced, whatToType } from './blank';
export {
  channelDetails,
  moreOnCustomers,
  setupFields,
  sharedCosts,
} from './details';
export { told } from './explanation';
export { goalFields, goalMore } from './goal';
export { openedWords, openFile, refusedWords } from './keeping';
export { marking, markingButton } from './marking';
export { costHead, periodNote } from './period';
export { seekForGoal } from './seeking';
export { slider } from './slider';

const kContents: Record<Analysis, (view: View) => TemplateResult> = {
  sure: sureness,
  influence,
  time: overTime,
  changed: comparing,
  split: splitting,
};

export const analysis = (view: View, section: Analysis): TemplateResult => kContents[section](view);

/** The look of all this. */
export const restLayouts: readonly CSSResult[] = [
  restLayout,
  believingLayout,
  keepingLayout,
  explanationLayout,
  guessingLayout,
  sliderLayout,
  benchmarkLayout,
  askingLayout,
];
