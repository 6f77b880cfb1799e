// "When is it paid back?", in one line.
import { analysesOf } from '../../plan/analyses';
import type { View } from '../../view/view';
import { afterWords, statesTime } from '../../view/words';
import { timeWords } from './words';

export function timeAnswer(view: View): string {
  const analyses = analysesOf(view.store);
  if (!statesTime(view)) return timeWords(view).saySale;
  const flow = view.ui.open.has('time')
    ? analyses.cashFlow()
    : analyses.soon('time', () => analyses.roughCashFlow());
  if (!flow) return '';
  return afterWords(view, flow.total.payback);
}
