// "How sure is it?", in one line.
import type { Line } from '../../view/tool';
import type { View } from '../../view/view';
import { earningWords } from '../../view/words';

function sureAnswer(view: View): string {
  const say = view.text.analyses;
  const { analyses } = view.store;
  if (analyses.hasRanges && !analyses.canAnswer) return '';
  const simulated = analyses.simulated();
  return simulated ? earningWords(view, simulated) : say.sure.singleAnswer;
}

export const certainty: Line = {
  id: 'sure',
  question: ({ text }) => text.analyses.titles.sure,
  answer: sureAnswer,
};
