// The page's calculator without a browser: its own templates over its own store. What is typed and
// pressed goes to the page's own listeners. The names are those of the browsers' Calculator.
import assert from 'node:assert/strict';
import { page } from '../../../web/src/calculator/page.ts';
import { Format } from '../../../web/src/locales/format.ts';
import { chooseLocale, languageOf, loadLanguage } from '../../../web/src/locales/index.ts';
import { presets } from '../../../web/src/plan/presets.ts';
import { Store } from '../../../web/src/plan/store.ts';
import { budgetSplit } from '../../../web/src/tools/budget-split/line.ts';
import { certainty } from '../../../web/src/tools/certainty/line.ts';
import { changes } from '../../../web/src/tools/changes/line.ts';
import { influence } from '../../../web/src/tools/influence/line.ts';
import { payback } from '../../../web/src/tools/payback/line.ts';
import { deferredFrom, later, loadDeferred } from '../../../web/src/view/deferred.ts';
import { channelNames } from '../../../web/src/view/view.ts';
import { drawn } from './drawn.mjs';
import { engine } from './engine.mjs';

deferredFrom(async () => (await import('../../../web/src/standalone/later.ts')).deferred);
await loadDeferred();

globalThis.navigator ??= { languages: ['en-US'] };
globalThis.PointerEvent ??= class {};
globalThis.CSS ??= { escape: (text) => text };

const kTexts = Object.fromEntries(
  await Promise.all(['en', 'fr'].map(async (one) => [one, await loadLanguage(one)])),
);
const kLines = [certainty, influence, payback, changes, budgetSplit];
const kAddress = 'https://roi-calculator.example/';
const kNoNumber = /NaN|Infinity|∞|\[object|\bnull\b|\bundefined\b/;

class Calculator {
  address = kAddress;
  /** What was said last in the place of a notice. */
  notice;
  /** Files that were saved, the last one last. */
  saved = [];
  #ui = { opened: undefined, open: new Set(['all']), unfolded: new Set(), sort: undefined };
  #typed;

  constructor(locale, document, preset) {
    this.locale = chooseLocale([locale]);
    this.store = new Store(
      engine,
      document,
      preset,
      () => {},
      () => {},
    );
  }

  get view() {
    const { store, locale } = this;
    const { action, currency, channels } = store.scenario;
    const text = kTexts[languageOf(locale)];
    const format = new Format(locale, currency);
    const margin = store.result.basis === 'margin';
    return {
      store,
      text,
      format,
      action,
      labels: text.metric({ action, margin, currency: format.currencyName }),
      names: channelNames(text, channels),
      ui: this.#ui,
      tablesWait: false,
      update: (change) => {
        this.#ui = { ...this.#ui, ...change };
      },
      speak: () => {},
      focusField: () => {},
      focusLater: () => {},
      outside: {
        address: this.address,
        ownsPage: true,
        keeper: { memory: 'off', isSafe: true, keep() {}, visit() {}, flush() {} },
        open: async (found, from) => this.open(found, from),
        download: (content, name, type) => this.saved.push({ content, name, type }),
        say: (text, isRefusal = false) => {
          this.notice = { text, isRefusal };
        },
        adopt: () => {},
      },
    };
  }

  /** What is drawn now. */
  get root() {
    return drawn(
      page(this.view, {
        around: { lines: kLines },
        announcing: { line: () => undefined, status: () => undefined },
        slimBar: { draw: () => undefined },
        loadTheRest: async () => {},
        useLanguage: (language) => this.useLanguage(language),
      }),
    );
  }

  /** Opens what came by a link or as a file, or says why not. */
  open(found, from) {
    const why = typeof found === 'string' ? found : this.store.replace(found);
    this.notice = why
      ? { text: later().refusedWords(this.view, from, why), isRefusal: true }
      : { text: later().openedWords(this.view), isRefusal: false };
  }

  useLanguage(language) {
    this.locale = chooseLocale([language]);
  }

  // Fields

  input(name) {
    const input = this.root.first(`[name="${name}"]`);
    assert.ok(input, `no field ${name}`);
    return input;
  }

  fieldText(name) {
    return this.input(name).value;
  }

  texts(names) {
    return Object.values(names).map((name) => this.fieldText(name));
  }

  /** Key by key, from an empty field on. */
  type(name, text) {
    for (const end of Array.from(text).keys()) this.paste(name, text.slice(0, end + 1));
  }

  paste(name, text) {
    this.#typed = name;
    const input = this.input(name);
    input.properties.value = text;
    input.happen('input');
  }

  clear(name) {
    this.paste(name, '');
  }

  leave() {
    this.store.settle();
    this.root.first(`[name="${this.#typed}"]`)?.happen('blur');
  }

  choose(name, value) {
    const input = this.input(name);
    input.properties.value = value;
    input.happen('change');
  }

  /** What a field says of its error: undefined while it says nothing. */
  error(name) {
    const { attributes } = this.input(name);
    return attributes['aria-invalid'] === 'true' ? this.#said(attributes)?.words : undefined;
  }

  /** What is asked beside a field: undefined while nothing is. */
  question(name) {
    return this.#asking(name)?.words;
  }

  answers(name) {
    return (this.#asking(name)?.all('button') ?? []).map(({ words }) => words);
  }

  anyQuestion() {
    return this.root.first('.asking')?.words;
  }

  #asking(name) {
    return this.#said(this.input(name).attributes)?.closest('.asking');
  }

  #said(attributes) {
    return this.root.first(`[id="${attributes['aria-describedby']}"]`);
  }

  // Buttons

  /** The first button whose text or name begins so. */
  button(words, within = '') {
    const named = (one) => one.attributes['aria-label'] ?? one.words;
    const found = this.root
      .all(`${within} button`.trim())
      .find((one) => named(one).startsWith(words));
    assert.ok(found, `no button “${words}”`);
    return found;
  }

  press(words, within) {
    this.button(words, within).happen('click');
  }

  undo() {
    this.store.undo();
  }

  redo() {
    this.store.redo();
  }

  // Results

  values() {
    const found = this.root.all('[data-metric]').map(({ attributes }) => {
      const { 'data-metric': metric, 'data-channel': channel, 'data-value': value } = attributes;
      return [channel ? `${metric}@${channel}` : metric, value];
    });
    return Object.fromEntries(found);
  }

  value(key) {
    return this.values()[key];
  }

  expect(figures) {
    const values = this.values();
    for (const [key, expected] of Object.entries(figures)) {
      const isNear =
        Math.abs(Number(values[key]) - expected) <= 1e-12 * Math.max(1, Math.abs(expected));
      assert.ok(isNear, `${key} is ${values[key]}, calculated ${expected}`);
    }
  }

  shown(metric) {
    const found = this.root.all(`[data-metric="${metric}"]`);
    return found.find(({ attributes }) => !attributes['data-channel']).words;
  }

  says(pattern) {
    assert.match(this.root.words, pattern);
  }

  doesNotSay(pattern) {
    assert.doesNotMatch(this.root.words, pattern);
  }

  assertNumbersAreNumbers() {
    this.doesNotSay(kNoNumber);
  }

  channelNames() {
    return this.root.all('.channels-in .opener').map(({ words }) => words);
  }
}

/** A calculator in a language or region, with an example or a plan. */
export const open = (locale = 'en', plan = 'email') =>
  typeof plan === 'string'
    ? new Calculator(locale, presets[plan], plan)
    : new Calculator(locale, plan, undefined);
