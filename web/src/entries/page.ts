// What the hosted page and the single file have in common: the page around its calculator.
import { defineCalculator, RoiCalculator, type Saver } from '../components/roi-calculator';
import { loadEngine, type WasmSource } from '../engine/engine';
import { chooseLocale, languageOf, loadLanguage } from '../locales/index';
import { readState } from './saved';

/** Whether the document is a page of its own rather than a host that loads our script. */
const isOwnPage = document.documentElement.hasAttribute('data-roi-page');

const pageStyle = `
  :root { --roi-unit: 1rem }
  body { margin: 0; background: #fcfbf8 }
  @page { margin: 15mm }
  @media (prefers-color-scheme: dark) { body { background: #161614 } }`;

function dressPage(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(pageStyle);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

async function sayLanguage(locale: string): Promise<void> {
  if (!isOwnPage) return;
  document.documentElement.lang = locale;
  document.title = (await loadLanguage(languageOf(locale))).title;
}

export function startPage(wasm: WasmSource, saver: Saver): void {
  if (customElements.get('roi-calculator')) return; // loaded before
  if (isOwnPage) dressPage();

  const state = readState();
  const wish = new URLSearchParams(location.search).get('lang');
  sayLanguage(chooseLocale([wish, state?.language, ...navigator.languages]));

  RoiCalculator.engine = loadEngine(wasm);
  RoiCalculator.saver = saver;
  for (const calculator of document.querySelectorAll<RoiCalculator>('roi-calculator')) {
    if (state) calculator.initial = state;
    calculator.addEventListener('roi-language', () => sayLanguage(calculator.lang));
  }
  defineCalculator();
}
