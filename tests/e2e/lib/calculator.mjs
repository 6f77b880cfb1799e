// One <roi-calculator> of a page: what a visitor sees and does in it. Every knowledge of the
// page's inside that the tests need is here.
import assert from 'node:assert/strict';
import { press } from './pressing.mjs';
import { seen } from './seen.mjs';
import { until } from './until.mjs';

export const kPlan = '/scenarios/0';
export const field = {
  closeRate: `${kPlan}/closeRate`,
  value: `${kPlan}/value/revenuePerCustomer`,
  cost: (channel) => `${kPlan}/channels/${channel}/costs/0/amount`,
  leads: (channel) => `${kPlan}/channels/${channel}/leads`,
  name: (channel) => `${kPlan}/channels/${channel}/name`,
  notes: (channel) => `${kPlan}/channels/${channel}/notes`,
};

/** The three fields of a figure that is a range. */
export const ends = (name) => ({
  low: `${name}/low`,
  likely: `${name}/likely`,
  high: `${name}/high`,
});

const kNoNumber = /NaN|Infinity|∞|\[object|\bnull\b|\bundefined\b/;

const kWords = {
  en: { add: 'Add a channel', remove: 'Remove', change: 'Change', keep: 'Keep and share' },
  fr: { keep: 'Garder et partager' },
};

/** Longer than the pause in typing that answers wait for. */
const kStillFrames = 12;
/** What is scrolled to has been laid out. */
const kFewFrames = 2;

export class Calculator {
  constructor(page, index = 0, requests = []) {
    this.page = page;
    this.index = index;
    this.requests = requests;
  }

  async goTo(url) {
    await this.page.goto(url);
    await this.answered();
  }

  async reload() {
    await this.page.reload();
    await this.answered();
  }

  /** Waits until every calculator of the page shows an answer, and has the rest of it at hand, which brings
   * style sheets of its own. What one says later moves those below it: then that is waited for too. */
  async answered() {
    await this.page.waitForFunction(() =>
      [...document.querySelectorAll('roi-calculator')].every(
        ({ shadowRoot, constructor: { elementStyles } }) =>
          shadowRoot?.querySelector('[data-metric]') &&
          shadowRoot.adoptedStyleSheets.length > elementStyles.length,
      ),
    );
    const isAmongOthers = await this.page.evaluate(
      () => document.querySelectorAll('roi-calculator').length > 1,
    );
    if (isAmongOthers) await this.settledAnswers();
  }

  /** Waits until the page has been kept for when there is no network. */
  keptOffline() {
    return this.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  }

  /** Waits until every section has its one-line answer, which may come when the page is idle. */
  settledAnswers() {
    return this.page.waitForFunction(() =>
      [...document.querySelectorAll('roi-calculator')]
        .flatMap(({ shadowRoot }) => [...shadowRoot.querySelectorAll('.analysis > summary span')])
        .every((answer) => answer.textContent.trim() !== ''),
    );
  }

  /** Some frames later: what observers do has been drawn, and a pasted table has been read. */
  settled() {
    return this.page.evaluate(async () => {
      const frame = () => new Promise(requestAnimationFrame);
      const isReading = () =>
        [...document.querySelectorAll('roi-calculator')].some(({ shadowRoot }) =>
          shadowRoot?.querySelector('[data-waits]'),
        );
      for (let frames = 0; frames < 3 || isReading(); frames += 1) await frame();
    });
  }

  /** Waits until nothing that is still to be said above an element moves it. */
  stands(element, frames = kStillFrames) {
    return element.evaluate(async (one, many) => {
      const placeOf = () => one.getBoundingClientRect().top + scrollY;
      let place = placeOf();
      for (let still = 0; still < many; still += 1) {
        await new Promise(requestAnimationFrame);
        if (placeOf() !== place) still = 0;
        place = placeOf();
      }
    }, frames);
  }

  /** Waits until everything that glides has arrived. */
  async drawn() {
    await this.settled();
    await this.inside((root) =>
      Promise.allSettled(root.getAnimations().map(({ finished }) => finished)),
    );
  }

  /** Runs `act(root, ...args)` in the page with the calculator's shadow root. */
  async inside(act, ...args) {
    const body = `(index, ...args) => {
      const host = document.querySelectorAll('roi-calculator')[index];
      return (${act})(host.shadowRoot, ...args);
    }`;
    return seen(
      await this.page.evaluate(`(${body})(${[this.index, ...args].map(literal).join()})`),
    );
  }

  async element(selector) {
    const handle = await this.page.evaluateHandle(
      (index, css) => {
        const host = document.querySelectorAll('roi-calculator')[index];
        return [...host.shadowRoot.querySelectorAll(css)].find((one) => one.checkVisibility());
      },
      this.index,
      selector,
    );
    const element = handle.asElement();
    assert.ok(element, `nothing visible for ${selector}`);
    return element;
  }

  /** The first visible button whose text or name begins so,. */
  async button(words, within = '') {
    const handle = await this.page.evaluateHandle(
      (index, start, css) => {
        const host = document.querySelectorAll('roi-calculator')[index];
        const named = (one) => one.getAttribute('aria-label') ?? one.textContent.trim();
        return [...host.shadowRoot.querySelectorAll(`${css} button`)].find(
          (one) => one.checkVisibility() && named(one).startsWith(start),
        );
      },
      this.index,
      words,
      within,
    );
    const element = handle.asElement();
    assert.ok(element, `no visible button “${words}”`);
    return element;
  }

  async press(words, within) {
    await this.click(await this.button(words, within));
  }

  /** Clicks in the middle of the window, clear of what sticks to its edges; WebKit's driver looks itself what
   * it presses. */
  async click(element) {
    const centre = (one) => one.scrollIntoView({ block: 'center', behavior: 'instant' });
    await element.evaluate(centre);
    await this.stands(element, kFewFrames);
    // what came into sight may have moved it
    await element.evaluate(centre);
    await (element.tap ? press(element, () => element.click()) : element.click());
  }

  // Results

  /** Every shown result by `metric` or `metric@channel`; one shown twice must be the same twice. */
  async values() {
    await this.showAllFigures();
    const shown = await this.inside((root) =>
      [...root.querySelectorAll('[data-metric]')].map(({ dataset }) => [
        dataset.channel ? `${dataset.metric}@${dataset.channel}` : dataset.metric,
        dataset.value,
      ]),
    );
    const values = {};
    for (const [key, value] of shown) {
      assert.equal(values[key] ?? value, value, `${key} is shown with two values`);
      values[key] = value;
    }
    return values;
  }

  /** Unfolds the table of all figures, which is drawn only while it is open. */
  async showAllFigures() {
    await this.inside((root) =>
      root.querySelector('[data-section="all"]').setAttribute('open', ''),
    );
    await this.page.waitForFunction(
      (index) =>
        document
          .querySelectorAll('roi-calculator')
          [index].shadowRoot.querySelector('[data-section="all"] .matrix'),
      {},
      this.index,
    );
  }

  async value(key) {
    const value = (await this.values())[key];
    assert.ok(value !== undefined, `${key} is not shown`);
    return value;
  }

  /** Shown results against calculated ones: { roi: 1.5, 'roi@linkedin': … }. */
  async expect(figures) {
    const values = await this.values();
    for (const [key, expected] of Object.entries(figures)) {
      const actual = Number(values[key]);
      const isNear = Math.abs(actual - expected) <= 1e-12 * Math.max(1, Math.abs(expected));
      assert.ok(isNear, `${key} is ${values[key]}, calculated ${expected}`);
    }
  }

  /** The text on the button of a result. */
  async shown(metric, channel) {
    const of = channel ? `[data-channel="${channel}"]` : ':not([data-channel])';
    return (await this.element(`[data-metric="${metric}"]${of}`)).evaluate((one) =>
      one.textContent.trim(),
    );
  }

  /** The channels of the comparison from its first row to its last. */
  ranking() {
    return this.inside((root) => [
      ...new Set(
        [...root.querySelectorAll('table.comparison tbody [data-channel]')].map(
          (one) => one.dataset.channel,
        ),
      ),
    ]);
  }

  /** What stands on the page, opened or not. */
  text() {
    return this.inside((root) => root.textContent);
  }

  /** What can be seen. */
  visibleText() {
    return this.inside((root) => [...root.children].map(({ innerText }) => innerText).join('\n'));
  }

  /** Whether the page shows such words. (A page's whole text would drown an error message.) */
  async says(pattern) {
    assert.ok(pattern.test(await this.visibleText()), `the page does not say ${pattern}`);
  }

  async doesNotSay(pattern) {
    const [found] = (await this.visibleText()).match(pattern) ?? [];
    assert.equal(found, undefined, `the page says “${found}”`);
  }

  /** No number that is none, not even where it is hidden. */
  async assertNumbersAreNumbers() {
    const [found] = (await this.text()).match(kNoNumber) ?? [];
    assert.equal(found, undefined, `“${found}” stands in the page`);
  }

  // Fields

  /** A field; the question about a channel that it answers is opened. */
  async input(name) {
    const field = `[name="${name}"]`;
    await this.inside((root, css) => {
      const inDetails = root.querySelector(`.details ${css}`);
      for (let at = inDetails?.closest('details'); at; at = at.parentElement.closest('details')) {
        at.open = true;
      }
    }, field);
    return this.element(field);
  }

  async fieldText(name) {
    return (await this.input(name)).evaluate((one) => one.value);
  }

  /** The texts of several fields. */
  async texts(names) {
    const texts = [];
    for (const name of Object.values(names)) texts.push(await this.fieldText(name));
    return texts;
  }

  /** Replaces a field's text with the keyboard. */
  async type(name, text) {
    await (await this.input(name)).focus();
    await this.selectAll();
    await this.page.keyboard.type(text);
  }

  async clear(name) {
    await (await this.input(name)).focus();
    await this.selectAll();
    await this.page.keyboard.press('Backspace');
  }

  selectAll() {
    return this.chord('a');
  }

  async chord(key) {
    await this.page.keyboard.down('Control');
    await this.page.keyboard.press(key);
    await this.page.keyboard.up('Control');
  }

  /** Replaces a field's text at once, as pasting does. */
  async paste(name, text) {
    await (await this.input(name)).evaluate((one, pasted) => {
      one.focus();
      one.value = pasted;
      one.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      if (one.type === 'textarea' || one.className === 'text') {
        one.dispatchEvent(new Event('change', { bubbles: true }));
      }
    }, text);
  }

  leave() {
    return this.page.keyboard.press('Tab');
  }

  /** Pastes texts into fields, by their names, one after the other. */
  async fill(fields) {
    for (const [name, text] of Object.entries(fields)) {
      await this.paste(name, text);
      await this.leave();
    }
  }

  async choose(name, value) {
    await (await this.input(name)).select(value);
  }

  options(name) {
    return this.inside(
      (root, of) => [...root.querySelectorAll(`[name="${of}"] option`)].map((one) => one.value),
      name,
    );
  }

  /** What a field says of its error: undefined while it says nothing. */
  async error(name) {
    return (await this.input(name)).evaluate((one) => {
      if (one.getAttribute('aria-invalid') !== 'true') return undefined;
      const said = one.getRootNode().getElementById(one.getAttribute('aria-describedby'));
      return said?.checkVisibility() ? said.textContent.trim() : '';
    });
  }

  /** Touches a field; where an engine's driver has no finger, with the mouse. */
  async tap(name) {
    const input = await this.input(name);
    await this.stands(input);
    let place;
    await until('a field at rest', async () => {
      const before = place;
      place = await input.evaluate((one) => {
        one.scrollIntoView({ block: 'center', behavior: 'instant' });
        return one.getBoundingClientRect().top;
      });
      return place === before;
    });
    await (input.tap ? press(input, () => this.#touch(input)) : input.click());
    await this.settled();
  }

  async #touch(input) {
    const { browsingContext } = this.page.mainFrame();
    if (browsingContext) await touch(browsingContext, await input.boundingBox());
    else await input.tap();
  }

  /** What is asked beside a field: undefined while nothing is. */
  async question(name) {
    return (await this.input(name)).evaluate((one) => {
      const said = one.getRootNode().getElementById(one.getAttribute('aria-describedby') ?? '');
      return said?.closest('.asking')?.textContent.trim();
    });
  }

  /** The buttons that answer it. */
  async answers(name) {
    return (await this.input(name)).evaluate((one) => {
      const said = one.getRootNode().getElementById(one.getAttribute('aria-describedby') ?? '');
      const buttons = said?.closest('.asking')?.querySelectorAll('button') ?? [];
      return [...buttons].map(({ textContent }) => textContent.trim());
    });
  }

  /** The first question of the page. */
  anyQuestion() {
    return this.inside((root) => root.querySelector('.asking')?.textContent.trim());
  }

  /** The name of the field that has the focus. */
  focused() {
    return this.inside((root) => root.activeElement?.name ?? root.activeElement?.tagName);
  }

  // The page's parts

  async useLanguage(language) {
    await this.click(await this.element(`button[lang="${language}"]`));
    await this.page.waitForFunction(
      (index, wanted) =>
        document
          .querySelectorAll('roi-calculator')
          [index].shadowRoot.querySelector(`button[lang="${wanted}"][aria-pressed="true"]`),
      {},
      this.index,
      language,
    );
  }

  language() {
    return this.inside((root) => (root.host.lang || document.documentElement.lang).slice(0, 2));
  }

  /** Opens a document in the place of what is shown. */
  openDocument(document) {
    return this.page.evaluate(
      (found, index) =>
        window.document.querySelectorAll('roi-calculator')[index].open(found, 'file'),
      document,
      this.index,
    );
  }

  /** What stands in the report while the page is printed. */
  whilePrinted(read) {
    return this.inside(`(root) => {
      dispatchEvent(new Event('beforeprint'));
      const found = (${read})(root.querySelector('.report'));
      dispatchEvent(new Event('afterprint'));
      return found;
    }`);
  }

  /** A channel's details, with every question in them. */
  async openDetails(name) {
    await this.press(`Details of ${name}`);
    await this.inside((root) => {
      for (const one of root.querySelectorAll('.details details')) one.open = true;
    });
  }

  /** Adds a channel to the list, with all its questions. */
  async addChannel() {
    await this.keepToList();
    await this.press(kWords.en.add);
  }

  /** At a desk, a channel that is added would go on in the grid. */
  async keepToList() {
    for (const isToOpen of [true, false]) {
      await this.click(await this.element('[data-opens="grid"]'));
      await until('the list or the grid', () =>
        this.inside((root, open) => (root.querySelector('.ledger') !== null) === open, isToOpen),
      );
    }
  }

  removeChannel(name) {
    return this.press(`${kWords.en.remove} ${name}`);
  }

  /** Opens the panel of links, files and printing. */
  /** Opens what brings figures, and the tool of this id, by the keyboard. */
  async openTool(id, name) {
    for (const [css, heading] of [
      ['[data-opens="evidence"]', /^(Bring your figures|Apporter vos chiffres)$/],
      [`[data-brings="${id}"]`, name],
    ]) {
      await this.inside((root, at) => root.querySelector(at).focus(), css);
      await this.page.keyboard.press('Enter');
      await until(`the heading ${heading}`, async () => {
        const text = await this.inside(({ activeElement: one }) =>
          one?.matches('.keeping h2') ? one.textContent : '',
        );
        return typeof heading === 'string' ? text === heading : heading.test(text);
      });
    }
  }

  async openKeeping(language = 'en') {
    await this.press(kWords[language].keep);
    await this.page.waitForFunction(
      (index) =>
        document
          .querySelectorAll('roi-calculator')
          [index].shadowRoot.querySelector('.keeping .ways-out'),
      {},
      this.index,
    );
  }

  async save(language = 'en') {
    await this.openKeeping(language);
    await this.press({ en: 'Save this page', fr: 'Enregistrer la page' }[language], '.keeping');
  }

  /** Opens the panel for a table, and pastes one. */
  async pasteTable(text, language = 'en') {
    await this.press({ en: 'Paste a table', fr: 'Coller un tableau' }[language]);
    await this.paste('table', text);
    await this.settled();
  }

  /** What is asked of a pasted table, and still open. */
  openDoubts() {
    return this.inside((root) =>
      [...root.querySelectorAll('.pasting .asking.open')].map(({ dataset }) => dataset.doubt),
    );
  }

  answerDoubt(doubt, words) {
    return this.press(words, `.pasting [data-doubt="${doubt}"]`);
  }

  async applyTable() {
    await this.click(await this.element('[data-applies]'));
    await this.settled();
  }

  /** Pastes over a field as the browser does, and says whether the page took it over. */
  async pasteOver(name, text) {
    return (await this.input(name)).evaluate((one, pasted) => {
      one.focus();
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      // Firefox takes what is pasted by another name.
      const pastes = { clipboardData, data: pasted, dataType: 'text/plain' };
      const options = { ...pastes, bubbles: true, composed: true, cancelable: true };
      return !one.dispatchEvent(new ClipboardEvent('paste', options));
    }, text);
  }

  /** The rows of the preview of a pasted table. */
  preview() {
    return this.inside((root) =>
      [...root.querySelectorAll('.pasting tbody tr')].map((row) =>
        [...row.children].map(
          (cell) => cell.querySelector('input')?.value ?? cell.textContent.trim(),
        ),
      ),
    );
  }

  /** What the columns of a pasted table were understood as. */
  meanings() {
    return this.inside((root) =>
      [...root.querySelectorAll('.pasting thead select')].map(({ value }) => value),
    );
  }

  slider(pointer) {
    return this.element(`[data-slides="${pointer}"]`);
  }

  hasSlider(pointer) {
    return this.inside(
      (root, of) =>
        root
          .querySelector(`[data-slides="${of}"]`)
          ?.checkVisibility({ visibilityProperty: true }) ?? false,
      pointer,
    );
  }

  /** The names of the channels from the first row of the inputs to the last. */
  channelNames() {
    return this.inside((root) =>
      [...root.querySelectorAll('.channels-in .opener')].map((one) => one.textContent.trim()),
    );
  }

  /** Presses a button of the panel, which may be open already. */
  async takeAway(words, language = 'en') {
    const isClosed = await this.inside((root) => root.querySelector('.keeping') === null);
    if (isClosed) await this.openKeeping(language);
    await this.press(words, '.keeping');
  }

  undo() {
    return this.press('Undo');
  }

  redo() {
    return this.press('Redo');
  }

  /** Opens every <details>, and waits until what is drawn only then is there. */
  async openAll() {
    await this.inside((root) => {
      for (const one of root.querySelectorAll('details')) one.open = true;
    });
    await this.page.waitForFunction(
      (index) =>
        [
          ...document
            .querySelectorAll('roi-calculator')
            [index].shadowRoot.querySelectorAll('.analysis[open]'),
        ].every((section) => section.querySelector('.content')),
      {},
      this.index,
    );
  }

  // Explanations

  async explain(metric, channel) {
    const of = channel ? `[data-channel="${channel}"]` : ':not([data-channel])';
    const button = await this.element(`button[data-metric="${metric}"]${of}`);
    await this.stands(button);
    await this.click(button);
  }

  explanation() {
    return this.inside((root) => {
      const found = [...root.querySelectorAll('.explanation')].filter((one) =>
        one.checkVisibility(),
      );
      return found.map(({ innerText }) => innerText).join('\n') || undefined;
    });
  }

  /** Unfolds every operand of the open explanation, down to what was typed. */
  async unfoldExplanation() {
    const folded = '.explanation .opener[aria-expanded="false"]';
    while (await this.inside((root, css) => root.querySelector(css) !== null, folded)) {
      await this.click(await this.element(folded));
    }
  }

  /** Presses the button beside an operand that leads to its field. */
  async change(operand) {
    const handle = await this.page.evaluateHandle(
      (index, words, name) => {
        const host = document.querySelectorAll('roi-calculator')[index];
        const rows = [...host.shadowRoot.querySelectorAll('.explanation li')].filter(
          (row) => !row.querySelector('li') && row.textContent.includes(words),
        );
        return rows
          .flatMap((row) => [...row.querySelectorAll('button')])
          .find((one) => one.textContent.trim() === name);
      },
      this.index,
      operand,
      kWords.en.change,
    );
    const element = handle.asElement();
    assert.ok(element, `${operand} has no button that leads to its field`);
    await this.click(element);
  }
}

/** Firefox refuses the size that Puppeteer gives a finger. */
function touch(context, { x, y, width, height }) {
  const at = { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
  const actions = [
    { type: 'pointerMove', ...at },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];
  const finger = { type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions };
  return context.performActions([finger]);
}

const literal = (value) => JSON.stringify(value) ?? 'undefined';
