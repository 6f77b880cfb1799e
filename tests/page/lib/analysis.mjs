// One of the questions below the answer: what it says closed, and what it shows opened.
import assert from 'node:assert/strict';
import { seen } from '../../e2e/lib/seen.mjs';

export class Analysis {
  constructor(calculator, id) {
    this.calculator = calculator;
    this.selector = `details[data-section="${id}"]`;
  }

  get #section() {
    this.calculator.idle();
    return this.calculator.root.first(this.selector);
  }

  open() {
    this.#section.unfold();
    return this;
  }

  /** The answer in its summary line. */
  answer() {
    return this.#section.first('summary span').textContent.trim();
  }

  text() {
    return this.#section.first('.content').textContent;
  }

  says(pattern) {
    assert.match(this.text(), pattern);
  }

  /** The figure that stands under such a label. */
  fact(label) {
    const term = this.#section.all('dt').find((one) => one.textContent.trim() === label);
    return term?.parent.first('dd').elements[0].textContent;
  }

  /** The cells of a row, in the table of that caption. */
  row(caption, name) {
    const isCalled = (one) => one.first('caption').textContent.startsWith(caption);
    const table = this.#section.all('table').find(isCalled);
    const rows = (table?.all('tbody tr') ?? []).map(({ elements }) =>
      elements.map((cell) => cell.textContent.trim()),
    );
    const row = rows.find(([head]) => head.startsWith(name));
    assert.ok(row, `no row “${name}” in “${caption}”`);
    return row.slice(1);
  }

  /** The sentences its charts are named by. */
  charts() {
    return this.#section.all('svg[role="img"]').map((one) => seen(one.attributes['aria-label']));
  }

  choose(value) {
    const offers = (one) => one.all(`option[value="${value}"]`).length > 0;
    this.#section.all('select').find(offers).select(value);
  }
}
