// The words beyond the first answer, in every language; they come with the rest of the page.
import type { EngineError } from '../../engine/engine';
import type { Format } from '../format';
import { type Language, languageOf } from '../index';
import type { RestWords } from './catalogue';
import { en } from './en';
import { fr } from './fr';

const kWords: Record<Language, RestWords> = { fr, en };

type InALanguage = { format: Pick<Format, 'locale'> };

export const restWords = ({ format }: InALanguage): RestWords => kWords[languageOf(format.locale)];

/** Why the core refused something. */
export const errorWords = (
  view: InALanguage,
  { code, detail = '' }: Pick<EngineError, 'code' | 'detail'>,
): string => restWords(view).errors[code](detail);
