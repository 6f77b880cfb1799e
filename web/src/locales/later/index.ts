// The words beyond the first answer, in every language; they come with the rest of the page.
import type { NotTaken } from '../../plan/not-taken';
import type { Format } from '../format';
import { type Language, languageOf } from '../index';
import type { RestWords } from './catalogue';
import { en } from './en';
import { fr } from './fr';

const kWords: Record<Language, RestWords> = { fr, en };

type InALanguage = { format: Pick<Format, 'locale'> };

export const restWords = ({ format }: InALanguage): RestWords => kWords[languageOf(format.locale)];

/** Why something was refused. */
export const errorWords = (
  view: InALanguage,
  { code, detail = '' }: Pick<NotTaken, 'code' | 'detail'>,
): string => restWords(view).errors[code](detail);
