// "How sure is it?"
import type { Line } from '../../view/tool';

export const certainty: Line = {
  id: 'sure',
  question: ({ text }) => text.analyses.titles.sure,
};
