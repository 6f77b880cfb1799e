// "Would another split bring more?"
import { wordsIn } from '../../locales/words';
import type { Line } from '../../view/tool';

const fr = 'Une autre répartition rapporterait-elle plus\u202f?';
const en = 'Would another split bring more?';

export const budgetSplit: Line = {
  id: 'split',
  question: wordsIn({ fr, en }),
};
