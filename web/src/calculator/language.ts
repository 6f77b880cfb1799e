// In which language and formats the calculator speaks.
import type { Catalogue } from '../locales/catalogue';
import { Format } from '../locales/format';
import { chooseLocale, type Language, languageOf, loadLanguage } from '../locales/index';

export class Speech {
  /** The locale that is shown, with its words. */
  shown: { locale: string; text: Catalogue } | undefined;
  private readonly host: { lang: string };
  /** The locale it opened in, while no language is chosen. */
  private first: string | undefined;
  private format: Format | undefined;

  constructor(host: { lang: string }) {
    this.host = host;
  }

  /** What it opens in: the language of the page, of the plan, or of the visitor. */
  open(ofPlan: string | undefined): void {
    const page = document.documentElement.lang;
    this.first ??= chooseLocale([page, ofPlan, ...navigator.languages]);
  }

  get locale(): string {
    return chooseLocale([this.host.lang, this.first]);
  }

  get language(): Language {
    return languageOf(this.locale);
  }

  /** Shows the wished locale once its words are there. */
  async show(): Promise<void> {
    const { locale } = this;
    const text = await loadLanguage(languageOf(locale));
    if (locale === this.locale) this.shown = { locale, text };
  }

  /** Its formatters are made once, not for each drawing. */
  formatFor(locale: string, currency: string): Format {
    const last = this.format;
    const isSame = last?.locale === locale && last.currency === currency;
    this.format = isSame ? last : new Format(locale, currency);
    return this.format;
  }
}
