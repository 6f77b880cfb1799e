// "What would it take?"
import { wordsIn } from '../../locales/words';
import type { Line } from '../../view/tool';
import { hasHappened, isNumber } from '../../view/view';

const fr = 'Que faudrait-il pour un meilleur retour\u202f?';
const en = 'What would it take for a better return?';

export const goalSeek: Line = {
  id: 'seek',
  concerns: ({ store }) => isNumber(store.result.total.roi) && !hasHappened(store.scenario),
  question: wordsIn({ fr, en }),
};
