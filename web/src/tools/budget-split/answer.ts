// "Would another split bring more?", in one line.
import { analysesOf } from '../../plan/analyses';
import type { View } from '../../view/view';
import { rough } from '../../view/words';
import { wishOf } from './asking';
import { splitWords } from './words';

export function splitAnswer(view: View): string {
  const say = splitWords(view);
  const states = view.store.scenario.channels.some(({ response }) => response !== undefined);
  if (!states) return say.unstated;
  const analyses = analysesOf(view.store);
  const reply = view.ui.open.has('split')
    ? analyses.split(wishOf(view))
    : analyses.soon('split', () => analyses.split());
  if (!reply) return '';
  if (!reply.ok || 'undefined' in reply.value) return view.text.results.undefinedMark;
  const { from, to } = reply.value.mean ?? reply.value.profit;
  return say.answer(rough(view, 'profit', from), rough(view, 'profit', to));
}
