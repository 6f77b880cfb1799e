import { type Language, languageOf } from '../../locales/index';
import type { EmbedWords } from './catalogue';
import { en } from './en';
import { fr } from './fr';

const kWords: Record<Language, EmbedWords> = { fr, en };

export const embedWords = (locale: string): EmbedWords => kWords[languageOf(locale)];
