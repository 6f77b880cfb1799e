// "When is it paid back?"
import type { Line } from '../../view/tool';

export const payback: Line = {
  id: 'time',
  question: ({ text, store }) => text.analyses.time.question[store.result.basis],
};
