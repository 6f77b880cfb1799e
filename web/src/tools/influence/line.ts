// "What matters most?"
import { wordsIn } from '../../locales/words';
import type { Line } from '../../view/tool';

const fr = 'Qu’est-ce qui compte le plus\u202f?';
const en = 'What matters most?';

export const influence: Line = {
  id: 'influence',
  question: wordsIn({ fr, en }),
};
