// "What should you find out first?"
import { wordsIn } from '../../locales/words';
import { holdsRange } from '../../plan/ranges';
import type { Line } from '../../view/tool';
import { hasHappened } from '../../view/view';

const fr = 'Que faut-il vérifier d’abord\u202f?';
const en = 'What should you find out first?';

export const knowing: Line = {
  id: 'knowing',
  concerns: ({ store }) => holdsRange(store.scenario) && !hasHappened(store.scenario),
  question: wordsIn({ fr, en }),
};
