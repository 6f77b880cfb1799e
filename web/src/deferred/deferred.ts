// What every calculator has later, wherever it stands. An edition adds its workings, and what it alone
// has: standalone/later.ts a page of our own, embed/later.ts a calculator in someone else's page.
import type { CSSResult } from 'lit';
import { allFigures, allFiguresLayout } from '../answer/all-figures';
import { believing, believingLayout } from '../answer/believing';
import { belowPicture, chartLines, softEnds, softEndsNote } from '../answer/below-picture';
import { goalContent, goalFields, goalVerdict } from '../answer/goal';
import { lifetimeNote } from '../answer/lifetime';
import { ownNumber, ownResults } from '../answer/own';
import { wordsOf } from '../answer/tense';
import { takenBrief } from '../brief/brief';
import { briefLayout } from '../brief/styles';
import { workingChartLayout } from '../charts/working-styles';
import { told } from '../explanation/explanation';
import { marking, markingButton } from '../explanation/marking';
import { explanationLayout } from '../explanation/styles';
import { actsLayout } from '../inputs/acts-styles';
import { focusNext, resetLink, sayReplaced, whatToType } from '../inputs/blank';
import { copiedWords } from '../inputs/copied';
import { channelDetails, moreOnCustomers, setupFields, sharedCosts } from '../inputs/details';
import { grid, gridLink } from '../inputs/grid/grid';
import { gridLayout } from '../inputs/grid/styles';
import { goAlongColumn } from '../inputs/ledger';
import { ownFields } from '../inputs/own';
import { costHead, periodNote } from '../inputs/period';
import {
  benchmarkLayout,
  published,
  sliderWithUsual,
  unsure,
  usualCost,
} from '../inputs/published';
import { savings, savingsCounted } from '../inputs/savings';
import { askingLayout, isAsked, question, spokenQuestion } from '../kit/asking';
import { endWords, movedWords, rangeNote } from '../kit/range-words';
import { sliderLayout } from '../kit/slider';
import { workingLayout } from '../kit/working-styles';
import { errorWords } from '../locales/later/index';
import { analysesOf } from '../plan/analyses';
import { keepingLayout, openedWords, openFiles, refusedWords } from '../sharing/keeping';
import { beside, compared, delta, paybackBeside } from '../tools/changes/beside';
import { seekLayout } from '../tools/goal-seek/styles';
import { seekForGoal } from '../tools/goal-seek/working';
import type { Everywhere } from '../view/deferred';
import { measureCharts } from '../view/measure';
import type { Working } from '../view/tool';

type OfEdition = 'explanation' | 'keepPlain' | 'panel';

const kParts: Omit<Everywhere, OfEdition | 'workings' | 'layouts'> = {
  allFigures,
  analysesOf,
  believing,
  belowPicture,
  beside,
  channelDetails,
  compared,
  chartLines,
  copiedWords,
  costHead,
  delta,
  endWords,
  errorWords,
  focusNext,
  goAlongColumn,
  goalContent,
  goalFields,
  goalVerdict,
  grid,
  gridLink,
  isAsked,
  lifetimeNote,
  marking,
  markingButton,
  measureCharts,
  moreOnCustomers,
  movedWords,
  openedWords,
  ownFields,
  ownNumber,
  ownResults,
  openFiles,
  paybackBeside,
  periodNote,
  published,
  question,
  rangeNote,
  refusedWords,
  resetLink,
  savings,
  savingsCounted,
  sayReplaced,
  seekForGoal,
  setupFields,
  sharedCosts,
  slider: sliderWithUsual,
  softEnds,
  softEndsNote,
  spokenQuestion,
  takenBrief,
  told,
  unsure,
  usualCost,
  whatToType,
  wordsOf,
};

const kLayouts: readonly CSSResult[] = [
  allFiguresLayout,
  workingLayout,
  workingChartLayout,
  actsLayout,
  gridLayout,
  seekLayout,
  believingLayout,
  keepingLayout,
  explanationLayout,
  sliderLayout,
  benchmarkLayout,
  askingLayout,
  briefLayout,
];

/** The same with the workings of an edition, and their look. */
export const everywhere = (workings: readonly Working[]): Omit<Everywhere, OfEdition> => ({
  ...kParts,
  workings,
  layouts: [...kLayouts, ...workings.flatMap(({ layout }) => layout ?? [])],
});
