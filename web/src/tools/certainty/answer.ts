// "How sure is it?", in one line.
import type { View } from '../../view/view';
import { earningWords } from '../../view/words';

export function sureAnswer(view: View): string {
  const say = view.text.analyses;
  const { analyses } = view.store;
  const simulated = analyses.simulated();
  return simulated ? earningWords(view, simulated) : say.sure.singleAnswer;
}
