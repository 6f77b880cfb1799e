// The page's calculator without a browser: its own templates over its own store. What is typed and
// pressed goes to the page's own listeners. The names are those of the browsers' Calculator.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { readerPath } from '../../../web/scripts/module.mjs';
import { Opening } from '../../../web/src/calculator/opening.ts';
import { page } from '../../../web/src/calculator/page.ts';
import { readerOf } from '../../../web/src/engine/reader.ts';
import { Format } from '../../../web/src/locales/format.ts';
import { chooseLocale, languageOf, loadLanguage } from '../../../web/src/locales/index.ts';
import { presets } from '../../../web/src/plan/presets.ts';
import { lines } from '../../../web/src/standalone/lines.ts';
import { report } from '../../../web/src/standalone/report/report.ts';
import { brought } from '../../../web/src/tools/import/sources.ts';
import { deferredFrom, later, loadDeferred } from '../../../web/src/view/deferred.ts';
import { channelNames } from '../../../web/src/view/view.ts';
import { drawn } from './drawn.mjs';
import { engine } from './engine.mjs';

deferredFrom(async () => (await import('../../../web/src/standalone/later.ts')).deferred);
await loadDeferred();

globalThis.navigator ??= { languages: ['en-US'] };
globalThis.PointerEvent ??= class {};
/** What waits until the page is idle, or until a pause in typing. */
const waiting = [];
globalThis.requestIdleCallback = (act) => waiting.push(act);
globalThis.setTimeout = globalThis.requestIdleCallback;
globalThis.CSS ??= { escape: (text) => text };

const kTexts = Object.fromEntries(
  await Promise.all(['en', 'fr'].map(async (one) => [one, await loadLanguage(one)])),
);
const kAddress = 'https://roi-calculator.example/';
const kNoNumber = /NaN|Infinity|∞|\[object|\bnull\b|\bundefined\b/;

/** What a page of ours is to its calculator. */
class Calculator {
  /** What was said last in the place of a notice; nothing once something has changed. */
  notice;
  /** Files that were saved, the last one last. */
  saved = [];
  /** What reads exports and answers about evidence. */
  reader = readerOf(() => readFile(readerPath));
  /** What is to have the focus. */
  sought;
  /** The error that was spoken last. */
  spoken;
  updateComplete = true;
  #opening;
  #ui = { opened: undefined, open: new Set(), unfolded: new Set(), sort: undefined };
  #typed;
  #format;
  #root;
  #isUnfolded = false;

  constructor(locale, example, briefing) {
    this.locale = chooseLocale([locale]);
    this.briefing = briefing;
    this.#opening = new Opening(this, {
      around: { remembers: false, example: () => example, briefing },
      announcing: this,
      language: () => languageOf(this.locale),
      onChange: () => {
        this.notice = undefined;
        this.requestUpdate();
      },
    });
    this.#opening.openFirst(engine, undefined);
  }

  async start() {}
  dispatchEvent() {}
  say() {}

  announce(text, isRefusal = false) {
    this.notice = { text, isRefusal };
    this.requestUpdate();
  }

  get store() {
    return this.#opening.store;
  }

  get text() {
    return kTexts[languageOf(this.locale)];
  }

  get format() {
    const { currency } = this.store.scenario;
    const isSame = this.#format?.locale === this.locale && this.#format.currency === currency;
    if (!isSame) this.#format = new Format(this.locale, currency);
    return this.#format;
  }

  view() {
    const { store, format, briefing } = this;
    const { channels } = store.scenario;
    const action = briefing?.actionOf(store.scenario.action) ?? store.scenario.action;
    const words = later().wordsOf(this.text, format, store.scenario);
    const text = briefing?.wordsOf(words) ?? words;
    const margin = store.result.basis === 'margin';
    const view = {
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
        this.requestUpdate();
      },
      speak: (sentence) => {
        this.spoken = sentence;
      },
      focusField: () => {},
      focusLater: (selector) => {
        this.sought = selector;
      },
      outside: {
        address: kAddress,
        ownsPage: true,
        keeper: this.#opening.keeper,
        page: undefined,
        reader: this.reader,
        open: (found, from) => this.open(found, from),
        download: (content, name, type) => this.saved.push({ content, name, type }),
        shared: this.#opening.shared,
        adopt: () => this.#opening.adopt(),
        say: (words, isRefusal) => this.announce(words, isRefusal),
      },
    };
    if (briefing) view.brief = briefing.of(view);
    return view;
  }

  requestUpdate() {
    this.#root = undefined;
  }

  /** What is drawn now: anew once an update has been asked for. */
  get root() {
    this.#root ??= this.#drawn();
    return this.#root;
  }

  /** Nothing else happens until all that waited for it is there. */
  idle() {
    for (this.root; waiting.length > 0; this.root) {
      for (const act of waiting.splice(0)) act();
    }
  }

  #drawn() {
    const root = drawn(
      page(this.view(), {
        around: { lines },
        announcing: { line: () => this.notice?.text, status: () => undefined },
        slimBar: { draw: () => undefined },
        loadTheRest: async () => {},
        useLanguage: (language) => this.useLanguage(language),
      }),
    );
    if (this.#isUnfolded) for (const one of root.all('details')) one.attributes.open = '';
    return root;
  }

  /** Opens what came by a link or as a file, or says why not. */
  open(found, from) {
    return this.#opening.open(found, from);
  }

  /** As the browser's way back does it. */
  leaveShared() {
    this.#opening.leaveShared();
  }

  /** A file of the visitor's is dropped on it. */
  drop(name, content, type = '') {
    return later().openFiles(this.view(), [new File([content], name, { type })]);
  }

  /** Several files of the visitor's, by name; once they are read. */
  async dropAll(files) {
    const all = Object.entries(files).map(([name, content]) => new File([content], name));
    await later().openFiles(this.view(), all);
    await this.read();
  }

  /** The same, chosen in the panel that brings exports. */
  async bring(files) {
    if (!this.root.first('.bringing')) this.openTool('import');
    const all = Object.entries(files).map(([name, content]) => new File([content], name));
    this.root.first('[name="exports"]').choose(all);
    await this.read();
  }

  /** Once every file that is brought has been read. */
  async read() {
    const isReading = () =>
      brought.of(this.view()).sources.some(({ bytes }) => bytes !== undefined);
    do await new Promise((done) => setImmediate(done));
    while (isReading());
  }

  useLanguage(language) {
    this.locale = chooseLocale([language]);
    this.requestUpdate();
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
    if (this.#typed !== name) this.#blur();
    this.#typed = name;
    this.input(name).enter(text);
  }

  clear(name) {
    this.paste(name, '');
  }

  /** With Tab. */
  leave() {
    this.store.settle();
    this.#blur();
  }

  #blur() {
    const input = this.#typed && this.root.first(`[name="${this.#typed}"]`);
    this.#typed = undefined;
    input?.happen('change');
    input?.happen('blur');
  }

  choose(name, value) {
    this.input(name).select(value);
  }

  options(name) {
    return this.input(name)
      .all('option')
      .map(({ value }) => value);
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
    this.#blur();
    this.button(words, within).press();
  }

  /** Opens what brings figures, and the tool of this id. */
  openTool(id) {
    if (!this.root.first('[data-brings]')) this.press(this.text.actions.evidence);
    this.root.first('[data-brings=""]')?.press();
    this.root.first(`[data-brings="${id}"]`).press();
  }

  /** A part of the printed report, by its heading. */
  onPaper(title) {
    return drawn(report(this.view()))
      .all('section')
      .find((one) => one.first('h2').words.trim() === title);
  }

  /** Presses a button of the panel, which may be open already. */
  takeAway(words) {
    if (!this.root.first('.keeping')) this.press(this.text.actions.keeping);
    this.press(words, '.keeping');
  }

  undo() {
    this.press(this.text.actions.undo);
  }

  redo() {
    this.press(this.text.actions.redo);
  }

  openDetails(name) {
    this.press(`Details of ${name}`);
  }

  addChannel() {
    this.press('Add a channel');
  }

  removeChannel(name) {
    this.press(`Remove ${name}`);
  }

  /** Unfolds every section. */
  openAll() {
    for (const one of this.root.all('details')) one.unfold();
    this.#isUnfolded = true;
    this.requestUpdate();
  }

  // Results

  showAllFigures() {
    if (!this.#ui.open.has('all')) this.root.first('[data-section="all"]').unfold();
  }

  values() {
    this.showAllFigures();
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

  /** The text on the button of a result. */
  shown(metric, channel) {
    const found = this.root.all(`[data-metric="${metric}"]`);
    return found.find(({ attributes }) => attributes['data-channel'] === channel).words;
  }

  says(pattern) {
    assert.ok(pattern.test(this.root.words), `the page does not say ${pattern}`);
  }

  doesNotSay(pattern) {
    const [found] = this.root.words.match(pattern) ?? [];
    assert.equal(found, undefined, `the page says “${found}”`);
  }

  assertNumbersAreNumbers() {
    const [found] = this.root.textContent.match(kNoNumber) ?? [];
    assert.equal(found, undefined, `“${found}” stands in the page`);
  }

  ranking() {
    const rows = this.root.all('table.comparison tbody [data-channel]');
    return [...new Set(rows.map(({ attributes }) => attributes['data-channel']))];
  }

  // Explanations

  explain(metric, channel) {
    const found = this.root.all(`button[data-metric="${metric}"]`);
    found.find(({ attributes }) => attributes['data-channel'] === channel).press();
  }

  /** The explanation of a figure by itself. */
  explained(metric, channel) {
    const view = this.view();
    const ui = { ...view.ui, opened: { metric, channel, slot: 'alone' } };
    return drawn(later().explanation({ ...view, ui })).first('.explanation');
  }

  explanation() {
    return this.root.first('.explanation')?.words;
  }

  /** Unfolds every operand of the open explanation, down to what was typed. */
  unfoldExplanation() {
    const folded = () => this.root.first('.explanation .opener[aria-expanded="false"]');
    for (let one = folded(); one; one = folded()) one.press();
  }

  // Tables

  /** Once it has been read, by what is fetched for that. */
  async pasteTable(text) {
    this.press({ en: 'Paste a table', fr: 'Coller un tableau' }[languageOf(this.locale)]);
    this.paste('table', text);
    while (this.root.first('.pasting [data-waits]'))
      await new Promise((done) => setImmediate(done));
  }

  /** What is asked of a pasted table, and still open. */
  openDoubts() {
    return this.root.all('.pasting .asking.open').map((one) => one.attributes['data-doubt']);
  }

  answerDoubt(doubt, words) {
    this.press(words, `.pasting [data-doubt="${doubt}"]`);
  }

  applyTable() {
    this.root.first('[data-applies]').press();
  }

  /** The rows of the preview of a pasted table. */
  preview() {
    const text = (cell) => cell.first('input')?.value ?? cell.textContent.trim();
    return this.root.all('.pasting tbody tr').map((row) => row.elements.map(text));
  }

  /** What the columns of a pasted table were understood as. */
  meanings() {
    return this.root.all('.pasting thead select').map(({ value }) => value);
  }

  channelNames() {
    return this.root.all('.channels-in .opener').map(({ words }) => words);
  }
}

/** A calculator in a language or region, with an example or a plan. */
export const open = (locale = 'en', plan = 'email') =>
  new Calculator(
    locale,
    typeof plan === 'string'
      ? { document: presets[plan], preset: plan }
      : { document: plan, preset: undefined },
  );

/** A calculator with a brief, and the plan that it begins with. */
export function openWith(brief, locale = 'en', plan = presets.email) {
  const stated = { briefVersion: 1, start: plan, ...brief };
  const reply = later().takenBrief(engine, stated, '', 'email');
  assert.ok(reply.ok, JSON.stringify(reply.errors));
  const { briefing, example } = reply.value;
  return new Calculator(locale, example, briefing);
}
