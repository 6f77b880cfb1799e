// "How sure is it?"
import { wordsIn } from '../../locales/words';
import type { Line } from '../../view/tool';

const fr = 'À quel point est-ce sûr\u202f?';
const en = 'How sure is it?';

export const certainty: Line = {
  id: 'sure',
  question: wordsIn({ fr, en }),
};
