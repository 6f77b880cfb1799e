// "When is it paid back?"
import type { ByBasis } from '../../locales/say';
import { wordsIn } from '../../locales/words';
import type { Line } from '../../view/tool';

/** Without a margin nothing is earned: its cost is covered. */
const fr: ByBasis<string> = {
  margin: 'Quand est-ce rentabilisé\u202f?',
  revenue: 'Quand le coût est-il couvert\u202f?',
};
const en: ByBasis<string> = {
  margin: 'When is it paid back?',
  revenue: 'When is its cost covered?',
};
const questions = wordsIn({ fr, en });

export const payback: Line = {
  id: 'time',
  question: (view) => questions(view)[view.store.result.basis],
};
