// What the hosted page and the single file have in common: the page around its calculator.
import { defineCalculator, RoiCalculator, type Saver } from '../components/roi-calculator';
import { loadEngine, type WasmSource } from '../engine/engine';
import { chooseLocale, languageOf, languages } from '../locales/index';
import { readState } from './saved';

const pageStyle = `
  body { margin: 0; background: #fcfbf8 }
  @page { margin: 15mm }
  @media (prefers-color-scheme: dark) { body { background: #161614 } }`;

export function startPage(wasm: WasmSource, saver: Saver): void {
  if (customElements.get('roi-calculator')) return; // loaded before
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(pageStyle);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

  const state = readState();
  const wish = new URLSearchParams(location.search).get('lang');
  const locale = chooseLocale([wish, state?.language, ...navigator.languages]);
  sayLanguage(locale);

  RoiCalculator.engine = loadEngine(wasm);
  RoiCalculator.saver = saver;
  for (const calculator of document.querySelectorAll<RoiCalculator>('roi-calculator')) {
    if (state) calculator.initial = state;
    calculator.addEventListener('roi-language', () => sayLanguage(calculator.lang));
  }
  defineCalculator();
}

function sayLanguage(locale: string): void {
  document.documentElement.lang = locale;
  document.title = languages[languageOf(locale)].title;
}
