// "How sure is it?", in one line.
import { analysesOf } from '../../plan/analyses';
import type { View } from '../../view/view';
import { earningWords } from '../../view/words';
import { certaintyWords } from './words';

export function sureAnswer(view: View): string {
  const simulated = analysesOf(view.store).simulated();
  return simulated ? earningWords(view, simulated) : certaintyWords(view).singleAnswer;
}
