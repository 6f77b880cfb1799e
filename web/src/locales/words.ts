// Words that stand beside what says them, in every language.
import type { Format } from './format';
import { type Language, languageOf } from './index';

/** The same in the language of a page. */
export const wordsIn =
  <Words>(words: Record<Language, Words>) =>
  ({ format }: { format: Format }): Words =>
    words[languageOf(format.locale)];
