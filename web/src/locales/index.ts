import type { Catalogue } from './catalogue';
import { en } from './en';
import { fr } from './fr';

export const languages = { fr, en } satisfies Record<string, Catalogue>;
export type Language = keyof typeof languages;

const isLanguage = (tag: string): tag is Language => Object.hasOwn(languages, tag);

/** The first wish for a language there is, as a full tag: `fr-CA` stays, `fr` becomes `fr-FR`. */
export function chooseLocale(wishes: readonly (string | null | undefined)[]): string {
  const defaults: Record<Language, string> = { fr: 'fr-FR', en: 'en-US' };
  for (const wish of wishes) {
    const language = wish?.split('-')[0]?.toLowerCase();
    if (!wish || !language || !isLanguage(language)) continue;
    const regional = wish.includes('-')
      ? wish
      : navigator.languages.find((tag) => tag.toLowerCase().startsWith(`${language}-`));
    return regional ?? defaults[language];
  }
  return defaults.en;
}

export function languageOf(locale: string): Language {
  const language = locale.split('-')[0] ?? '';
  return isLanguage(language) ? language : 'en';
}
