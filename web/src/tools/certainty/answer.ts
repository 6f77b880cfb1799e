// "How sure is it?", in one line.
import { analysesOf } from '../../plan/analyses';
import type { View } from '../../view/view';
import { earningWords } from '../../view/words';
import { certaintyWords } from './words';

export function sureAnswer(view: View): string {
  const simulated = analysesOf(view.store).simulated();
  if (simulated) return earningWords(view, simulated);
  const { unmovedAnswer, singleAnswer } = certaintyWords(view);
  return hasIdleRanges(view) ? unmovedAnswer : singleAnswer;
}

/** Why there are no chances, in a sentence. */
export function whySingle(view: View): string {
  const { unmoved, single } = certaintyWords(view);
  return hasIdleRanges(view) ? unmoved : single;
}

/** Of a plan without chances: whether it has ranges all the same. */
function hasIdleRanges({ store }: View): boolean {
  const analyses = analysesOf(store);
  return analyses.hasRanges && analyses.canAnswer;
}
