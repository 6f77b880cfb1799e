// What a host wrote into attributes, and what it meant: editors turn quotes into typographic ones, and
// people write names as they say them.
import { languages } from '../locales/index';
import { presetIds } from '../plan/presets';
import type { RoiCalculatorElement, RoiProblem } from './api';

/** Attributes of which there are only some values. */
const kValues = {
  lang: languages,
  preset: presetIds,
  mode: ['full', 'compact'],
  theme: ['light', 'dark'],
  loading: ['lazy', 'eager'],
} as const;

/** Attributes that may be mended, by the name of their property. */
export const kAttributes = {
  lang: 'lang',
  currency: 'currency',
  preset: 'preset',
  mode: 'mode',
  theme: 'theme',
  loading: 'loading',
  frameSrc: 'frame-src',
  pageSrc: 'page-src',
  dataLayer: 'data-layer',
} as const satisfies Partial<Record<keyof RoiCalculatorElement, RoiProblem>>;

export type Attribute = keyof typeof kAttributes;

const isListed = (name: Attribute): name is keyof typeof kValues => name in kValues;

/** The values there are, where there are only some. */
export const valuesOf = (name: Attribute): readonly string[] =>
  isListed(name) ? kValues[name] : [];

const kQuotes = /^[\p{Pi}\p{Pf}\u201a\u201e"'`]+|[\p{Pi}\p{Pf}"'`]+$/gu;

/** What a value was meant as; undefined where that cannot be said. */
export function meantBy(name: Attribute, value: string): string | undefined {
  const plain = value.trim().replaceAll(kQuotes, '').trim();
  if (name === 'lang') return languageMeant(plain);
  if (name === 'currency') return /^[a-z]{3}$/i.test(plain) ? plain.toUpperCase() : undefined;
  if (!isListed(name)) return plain;
  const wanted = plain.toLowerCase().replaceAll(/[\s_\p{Pd}]+/gu, '-');
  return kValues[name].find((one) => one === wanted);
}

/** `FR` and `fr_CH` are tags written another way. */
function languageMeant(plain: string): string | undefined {
  const [language = '', ...region] = plain.split(/[_-]/);
  const found = languages.find((one) => one === language.toLowerCase());
  return found && [found, ...region].join('-');
}
