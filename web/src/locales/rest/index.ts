// The words beyond the first answer, in every language; they come with the rest of the page.
import type { View } from '../../components/view';
import { type Language, languageOf } from '../index';
import type { RestWords } from './catalogue';
import { en } from './en';
import { fr } from './fr';

export const words: Record<Language, RestWords> = { fr, en };

export const restWords = ({ format }: View): RestWords => words[languageOf(format.locale)];
