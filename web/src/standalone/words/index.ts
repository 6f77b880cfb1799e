// The words of what only pages of our own have, in every language.

import { type Language, languageOf } from '../../locales/index';
import type { View } from '../../view/view';
import type { PageWords } from './catalogue';
import { en } from './en';
import { fr } from './fr';

export const words: Record<Language, PageWords> = { fr, en };

export const pageWords = ({ format }: View): PageWords => words[languageOf(format.locale)];
