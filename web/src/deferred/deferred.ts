// What the first answer can do without, wherever the calculator stands: what opens on demand, the
// working of the analyses, explanations. standalone/later.ts adds what pages of our own have, and
// embed/rest.ts what a calculator in someone else's page has.
import type { CSSResult, TemplateResult } from 'lit';
import { believingLayout } from '../answer/believing';
import { explanationLayout } from '../explanation/explanation';
import { benchmarkLayout } from '../inputs/published';
import { askingLayout } from '../kit/asking';
import { sliderLayout } from '../kit/slider';
import { keepingLayout } from '../sharing/keeping';
import { restLayout } from '../styles/later';
import { splitting } from '../tools/budget-split/working';
import { guessingLayout } from '../tools/certainty/guessing';
import { sureness } from '../tools/certainty/working';
import { comparing } from '../tools/changes/working';
import { influence } from '../tools/influence/working';
import { overTime } from '../tools/payback/working';
import type { Analysis, View } from '../view/view';

export { believing } from '../answer/believing';
export { goalFields, goalMore } from '../answer/goal';
export { told } from '../explanation/explanation';
export { marking, markingButton } from '../explanation/marking';
export { focusNext, resetLink, sayReplaced, whatToType } from '../inputs/blank';
export {
  channelDetails,
  moreOnCustomers,
  setupFields,
  sharedCosts,
} from '../inputs/details';
export { costHead, periodNote } from '../inputs/period';
export { published, unsure, usualCost } from '../inputs/published';
export { isAsked, question, spokenQuestion } from '../kit/asking';
export { slider } from '../kit/slider';
export { openedWords, openFile, refusedWords } from '../sharing/keeping';
export { seekForGoal } from '../tools/goal-seek/working';

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
