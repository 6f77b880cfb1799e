// "What changed?"
import { wordsIn } from '../../locales/words';
import type { Line } from '../../view/tool';

const fr = 'Qu’est-ce qui a changé\u202f?';
const en = 'What changed?';

export const changes: Line = {
  id: 'changed',
  concerns: ({ store }) => store.document.scenarios.length > 1,
  question: wordsIn({ fr, en }),
};
