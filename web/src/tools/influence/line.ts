// "What matters most?"
import type { Line } from '../../view/tool';

export const influence: Line = {
  id: 'influence',
  question: ({ text }) => text.analyses.titles.influence,
};
