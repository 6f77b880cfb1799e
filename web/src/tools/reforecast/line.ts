// "What has happened since?"
import { wordsIn } from '../../locales/words';
import type { Line } from '../../view/tool';
import { hasHappened } from '../../view/view';

const fr = 'Que s’est-il passé depuis\u202f?';
const en = 'What has happened since?';

export const reforecast: Line = {
  id: 'since',
  concerns: ({ store }) => !hasHappened(store.scenario),
  question: wordsIn({ fr, en }),
};
