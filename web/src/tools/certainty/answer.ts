// "How sure is it?", in one line.
import type { View } from '../../view/view';
import { earningWords } from '../../view/words';
import { certaintyWords } from './words';

export function sureAnswer(view: View): string {
  const simulated = view.store.analyses.simulated();
  return simulated ? earningWords(view, simulated) : certaintyWords(view).singleAnswer;
}
