import type { Catalogue } from './catalogue';

/** Each a chunk of its own, for one is enough for the first answer. */
const sources = {
  fr: async (): Promise<Catalogue> => (await import('./fr')).fr,
  en: async (): Promise<Catalogue> => (await import('./en')).en,
};
export type Language = keyof typeof sources;

/** Each language in its own words. */
export const languageNames: Record<Language, string> = { fr: 'Français', en: 'English' };
export const languages = Object.keys(sources) as Language[];

const isLanguage = (tag: string): tag is Language => Object.hasOwn(sources, tag);

export const loadLanguage = (language: Language): Promise<Catalogue> => sources[language]();

/** The first wish for a language there is, as a full tag: `fr-CA` stays, `fr` becomes `fr-FR`. */
export function chooseLocale(wishes: readonly (string | null | undefined)[]): string {
  const defaults: Record<Language, string> = { fr: 'fr-FR', en: 'en-US' };
  for (const wish of wishes.map(wellFormed)) {
    const language = wish?.split('-')[0]?.toLowerCase();
    if (!wish || !language || !isLanguage(language)) continue;
    const regional = wish.includes('-')
      ? wish
      : navigator.languages.find((tag) => tag.toLowerCase().startsWith(`${language}-`));
    return regional ?? defaults[language];
  }
  return defaults.en;
}

/** What the address asks for, else the plan that a page was saved with, else the visitor. */
export function wishedLocale(ofPlan?: string): string {
  const wish = new URLSearchParams(location.search).get('lang');
  return chooseLocale([wish, ofPlan, ...navigator.languages]);
}

/** Without what would change more than the region, such as other digits. */
function wellFormed(wish: string | null | undefined): string | undefined {
  try {
    return wish ? new Intl.Locale(wish).baseName : undefined;
  } catch {
    return undefined;
  }
}

export function languageOf(locale: string): Language {
  const language = locale.split('-')[0] ?? '';
  return isLanguage(language) ? language : 'en';
}
