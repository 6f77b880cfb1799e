// "Is there a better split of the budget?"
import { wordsIn } from '../../locales/words';
import type { Line } from '../../view/tool';

const fr = 'Existe-t-il une meilleure répartition\u202f?';
const en = 'Is there a better split of the budget?';

export const budgetSplit: Line = {
  id: 'split',
  question: wordsIn({ fr, en }),
};
