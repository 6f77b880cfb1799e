// What a tool that stands alone says besides what it says everywhere.
import { wordsIn } from '../locales/words';

export const aloneWords = wordsIn({
  fr: { toAll: 'Le calculateur complet en fait les chiffres d’un plan (nouvel onglet)' },
  en: { toAll: 'The whole calculator makes figures of a plan of it (new tab)' },
});
