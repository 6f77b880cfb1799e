// What runs first in the hosted page, while its long script comes: the words are asked for along with that, not by it.
import { languageOf, loadLanguage, wishedLocale } from '../locales/index';

// Whoever needs them hears that they could not be fetched.
loadLanguage(languageOf(wishedLocale())).catch(() => undefined);
