import type { Language } from '../../../locales/index';
import type { SnippetWords } from './catalogue';
import { en } from './en';
import { fr } from './fr';

export const snippetWords: Record<Language, SnippetWords> = { fr, en };
