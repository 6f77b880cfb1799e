// What the page answers at first, for every example.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ends, field } from '../e2e/lib/calculator.mjs';
import { open } from './lib/calculator.mjs';

// The example: 12 000 subscribers for 65 000, one in ten becomes a customer worth 150.
const leads = 6500 + 4000 + 1500;
const cost = 26_000 + 12_000 + 27_000;
const roiOf = (closeRate, value, spent = cost, got = leads) =>
  (got * closeRate * value - spent) / spent;

test('the best channel comes first and is named', () => {
  const page = open();
  assert.deepEqual(page.ranking(), ['instagram', 'facebook', 'linkedin']);
  page.says(/Instagram does best, LinkedIn does worst/);
});

test('a range counts as the middle of its scale', () => {
  const page = open();
  page.type(field.closeRate, '4..8');
  assert.equal(page.fieldText(field.closeRate), '4..8');
  page.leave();
  const odds = Math.sqrt((0.04 / 0.96) * (0.08 / 0.92));
  const middle = odds / (1 + odds);
  page.expect({ closeRate: middle, roi: roiOf(middle, 150) });
  assert.deepEqual(page.texts(ends(field.closeRate)), ['4', '', '8']);
  page.type(field.value, '100..200');
  page.expect({ roi: roiOf(middle, Math.sqrt(100 * 200)) });
});

test('every preset answers', () => {
  const page = open();
  const options = page.options('preset');
  const presets = options.filter((preset) => preset && preset !== 'blank');
  assert.ok(presets.length >= 6, `${presets}`);
  for (const preset of presets) {
    page.choose('preset', preset);
    const values = page.values();
    const ids = page.ranking();
    assert.ok(ids.length >= 1, preset);
    for (const key of ['roi', 'breakEvenCpl', 'fullCostCpl', ...ids.map((id) => `roi@${id}`)]) {
      assert.match(String(values[key]), /^-?\d/, `${preset}: ${key}`);
    }
    for (const language of ['fr', 'en']) {
      page.useLanguage(language);
      page.assertNumbersAreNumbers();
    }
  }
});

test('all figures are those that somebody has; the others stand below them, once, by what is missing', () => {
  for (const [language, preset] of [
    ['en', 'email'],
    ['fr', 'saas'],
  ]) {
    const page = open(language, preset);
    page.showAllFigures();
    const rows = page.root
      .all('.matrix tbody tr')
      .map((row) => row.all('.fig').map(({ attributes }) => attributes['data-value']))
      .filter(({ length }) => length > 0);
    const isHad = (value) => !value.startsWith('undefined:');
    for (const row of rows) assert.ok(row.some(isHad), row.join());
    const below = page.root.all('.without .fig').map(({ attributes }) => attributes['data-value']);
    assert.ok(below.length > 0 && !below.some(isHad), below.join());
    const closed = page.root.first('details[data-section="all"] summary span').textContent;
    assert.equal(Number.parseInt(closed, 10), rows.length, 'the closed line counts them');
  }
});
