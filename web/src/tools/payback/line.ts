// "When is it paid back?", in one line.
import type { Line } from '../../view/tool';
import type { View } from '../../view/view';
import { afterWords, statesTime } from '../../view/words';

function timeAnswer(view: View): string {
  const { analyses } = view.store;
  if (!statesTime(view)) return view.text.analyses.time.saySale;
  const flow =
    view.ui.open.has('time') && analyses.canAnswer
      ? analyses.cashFlow()
      : analyses.soon('time', () => analyses.roughCashFlow());
  if (!flow) return '';
  return afterWords(view, flow.total.payback);
}

export const payback: Line = {
  id: 'time',
  question: ({ text, store }) => text.analyses.time.question[store.result.basis],
  answer: timeAnswer,
};
