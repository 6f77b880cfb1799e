// One of the questions below the answer: what it says closed, and what it shows opened.
import assert from 'node:assert/strict';
import { seen } from './seen.mjs';
import { until } from './until.mjs';

export class Analysis {
  constructor(calculator, id) {
    this.calculator = calculator;
    this.selector = `details[data-section="${id}"]`;
  }

  /** Opens it, and waits until what it shows is there. */
  async open() {
    const summary = await this.calculator.element(`${this.selector} > summary`);
    await this.calculator.stands(summary);
    await this.calculator.click(summary);
    await until('what an analysis shows', () =>
      this.#inside(
        (section) =>
          section.querySelector(
            '.content table, .content form, .content input, .content .note + *, .content p + p',
          ) !== null,
      ),
    );
    return this;
  }

  /** The answer in its summary line. */
  answer() {
    return this.#inside((section) => section.querySelector('summary span').textContent.trim());
  }

  text() {
    return this.#inside((section) => section.querySelector('.content').textContent);
  }

  async says(pattern) {
    assert.match(await this.text(), pattern);
  }

  /** Waits until a simulation has run all its trials. */
  refined() {
    return until('all trials', async () => /100,000 trials/.test(await this.text()));
  }

  /** The figure that stands under such a label. */
  fact(label) {
    return this.#inside((section, words) => {
      const terms = [...section.querySelectorAll('dt')];
      const term = terms.find((one) => one.textContent.trim() === words);
      return term?.nextElementSibling.firstElementChild.textContent;
    }, label);
  }

  /** The cells of a row, in the table of that caption. */
  async row(caption, name) {
    const cells = await this.#inside(
      (section, words, head) => {
        const tables = [...section.querySelectorAll('table')];
        const table = tables.find((one) => one.caption.textContent.startsWith(words));
        const rows = [...(table?.tBodies[0].rows ?? [])];
        const row = rows.find((one) => one.cells[0].textContent.trim().startsWith(head));
        return row && [...row.cells].slice(1).map((cell) => cell.textContent.trim());
      },
      caption,
      name,
    );
    assert.ok(cells, `no row “${name}” in “${caption}”`);
    return cells;
  }

  /** Every row of the table of that caption, its name first. */
  async rows(caption) {
    const rows = await this.#inside((section, words) => {
      const tables = [...section.querySelectorAll('table')];
      const table = tables.find((one) => one.caption.textContent.startsWith(words));
      return [...(table?.tBodies[0].rows ?? [])].map(({ cells }) =>
        [...cells].map((cell) => cell.textContent.trim()),
      );
    }, caption);
    assert.ok(rows.length > 0, `no rows in “${caption}”`);
    return rows;
  }

  /** The sentences its charts are named by. */
  charts() {
    return this.#inside((section) =>
      [...section.querySelectorAll('svg[role="img"]')].map((one) => one.getAttribute('aria-label')),
    );
  }

  async choose(value) {
    const select = await this.calculator.element(`${this.selector} select:has([value="${value}"])`);
    await select.select(value);
  }

  #inside(act, ...args) {
    const body = `(root, css, ...args) => (${act})(root.querySelector(css), ...args)`;
    return this.calculator.inside(body, this.selector, ...args);
  }
}

/** The number in an English text: −€1,234.50, +12 %, 3.4 months. */
export function numberIn(text) {
  const [found] =
    seen(text)
      .replaceAll('−', '-')
      .replaceAll(',', '')
      .match(/-?\D?\d+(\.\d+)?/) ?? [];
  assert.ok(found, `no number in “${text}”`);
  return Number(found.replace(/[^\d.-]/g, ''));
}

/** €1,200 → €3,400 */
export const numbersIn = (text) => text.split('→').map(numberIn);

export const near = (actual, expected, share) =>
  assert.ok(
    Math.abs(actual - expected) <= share * Math.abs(expected),
    `${actual} is not near ${expected}`,
  );

export const logit = (rate) => Math.log(rate / (1 - rate));

/** The normal distribution, by its series. */
export function normal(z) {
  let term = z;
  let sum = z;
  for (let n = 1; n < 100; n += 1) {
    term *= (z * z) / (2 * n + 1);
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}
