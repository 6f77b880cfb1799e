// What a tool that stands alone says besides what it says everywhere.
import { wordsIn } from '../locales/words';

export const aloneWords = wordsIn({
  fr: { toAll: 'L’utiliser dans un plan, avec le calculateur complet (nouvel onglet)' },
  en: { toAll: 'Use it in a plan, with the whole calculator (new tab)' },
});
