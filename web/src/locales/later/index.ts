// The words beyond the first answer, in every language; they come with the rest of the page.
import type { Format } from '../format';
import { type Language, languageOf } from '../index';
import type { RestWords } from './catalogue';
import { en } from './en';
import { fr } from './fr';

const kWords: Record<Language, RestWords> = { fr, en };

export const restWords = ({ format }: { format: Format }): RestWords =>
  kWords[languageOf(format.locale)];
