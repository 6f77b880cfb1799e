// "Would another split bring more?"
import type { Line } from '../../view/tool';

export const budgetSplit: Line = {
  id: 'split',
  question: ({ text }) => text.analyses.titles.split,
};
