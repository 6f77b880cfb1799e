// Numbers as four regions write them; the language changes no number.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseLocale } from '../../web/src/locales/index.ts';
import { presetIds } from '../../web/src/plan/presets.ts';
import { field, kPlan } from '../e2e/lib/calculator.mjs';
import { kRegions } from '../e2e/lib/regions.mjs';
import { open } from './lib/calculator.mjs';

for (const [region, expected] of Object.entries(kRegions)) {
  test(`numbers are written and read as in ${region}`, () => {
    const page = open(region);
    const before = page.values();
    page.choose(`${kPlan}/currency`, expected.currency);
    assert.deepEqual(page.values(), before, 'the currency is a label');
    for (const metric of ['profit', 'roi']) assert.equal(page.shown(metric), expected[metric]);
    assert.equal(page.shown('fullCostCpl'), expected.cost);
    page.type(field.value, expected.typed);
    page.leave();
    assert.equal(page.fieldText(field.value), expected.field);
    page.expect({ roi: (12_000 * 0.1 * 1234.5 - 65_000) / 65_000 });
  });
}

test('a language that is none is passed over', () => {
  for (const wish of ['en-x', 'fr-<b>', 'en-', '', null, 'de-DE']) {
    assert.equal(chooseLocale([wish, 'fr-CA']), 'fr-CA', String(wish));
    assert.equal(chooseLocale([wish]), 'en-US', String(wish));
  }
  assert.equal(chooseLocale(['en-US-u-nu-arab']), 'en-US');
});

test('every word changes with the language, and no number does', () => {
  for (const preset of presetIds) {
    const page = open('en', preset);
    const inEnglish = page.values();
    const { words } = page.root;
    page.useLanguage('fr');
    assert.deepEqual(page.values(), inEnglish, preset);
    assert.notEqual(page.root.words, words);
    page.useLanguage('en');
    assert.equal(page.root.words, words);
  }
});
