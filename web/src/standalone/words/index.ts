// The words of what only pages of our own have, in every language.

import type { Format } from '../../locales/format';
import { type Language, languageOf } from '../../locales/index';
import type { PageWords } from './catalogue';
import { en } from './en';
import { fr } from './fr';

export const words: Record<Language, PageWords> = { fr, en };

export const pageWords = ({ format }: { format: Format }): PageWords =>
  words[languageOf(format.locale)];
