// Numbers as four regions write them; the language changes no number.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Format } from '../../web/src/locales/format.ts';
import { chooseLocale } from '../../web/src/locales/index.ts';
import { presetIds } from '../../web/src/plan/presets.ts';
import { field, kPlan } from '../e2e/lib/calculator.mjs';
import { kRegions } from '../e2e/lib/regions.mjs';
import { seen } from '../e2e/lib/seen.mjs';
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

test('a sentence has no cents from a hundred on, unless they are two of three digits', () => {
  const { told } = Format.prototype;
  const say = told.bind(new Format('en-US', 'EUR'));
  assert.equal(say(130.0578, 'money'), '€130');
  assert.equal(say(91.66, 'money'), '€91.66');
  assert.equal(say(31_716, 'money'), '€31,716');
  assert.equal(say(31_716, 'money', { rough: true }), '€31,700');
  assert.equal(say(31_716, 'money', { spoken: true }), '€31716');
  assert.equal(say(1.7692, 'rate', { signed: true }), '+177%');
  assert.equal(say(0.70478, 'rate'), '70.5%');
  assert.equal(say(0.0123, 'rate'), '1.23%');
  assert.equal(say(512.6, 'count'), '513');
  assert.equal(say(2.61, 'count'), '2.61');
});

test('the first of a month is 1er in French, and in no other place', () => {
  for (const [locale, days, said] of [
    ['fr-FR', ['2027-01-01'], '1er janvier 2027'],
    ['fr-CA', ['2027-01-11'], '11 janvier 2027'],
    ['fr-FR', ['2026-04-01', '2026-04-30'], '1er–30 avril 2026'],
    ['fr-FR', ['2021-04-21', '2022-05-01'], '21 avril 2021 – 1er mai 2022'],
    ['en-US', ['2027-01-01'], 'January 1, 2027'],
  ]) {
    const date = new Format(locale, 'EUR').date(...days);
    assert.equal(date.replace(/\s/g, ' '), said);
  }
});

test('no line ends between a sign and its currency, or its digits', () => {
  const [english, french] = ['en-US', 'fr-FR'].map((locale) => new Format(locale, 'EUR'));
  assert.equal(english.figure(-3650, 'money'), '−\u2060€3,650');
  assert.equal(english.signed(3650, 'money'), '+\u2060€3,650');
  assert.equal(french.figure(-3650, 'money'), '−3\u202f650\u00a0€');
  assert.equal(english.figure(-0.05, 'rate'), '−5%');
  // what is copied from the page is read as what it says
  const page = open();
  page.paste(field.value, english.figure(3650, 'money'));
  page.leave();
  page.expect({ return: 1200 * 3650 });
  page.paste(field.cost(0), english.signed(3650, 'money'));
  page.leave();
  page.expect({ cost: 65_000 - 26_000 + 3650 });
});

test('the figures of a column have the same decimals', () => {
  const column = (figures, unit) => seen(new Format('en-US', 'EUR').column(figures, unit));
  assert.deepEqual(column([58.69, 171.65, -42], 'money'), ['€59', '€172', '−€42']);
  assert.deepEqual(column([5.4167, 15], 'money'), ['€5.42', '€15.00']);
  assert.deepEqual(column([3.9, 0, 171.65], 'money'), ['€3.90', '€0.00', '€171.65']);
  assert.deepEqual(column([0.051, 0.7], 'rate'), ['5.1%', '70.0%']);
  assert.deepEqual(column([3.9073, -0.2241], 'rate'), ['391%', '−22%']);
  assert.deepEqual(
    column([0.0001, 12], 'rate'),
    ['0.01%', '1,200%'],
    'never nothing for something',
  );
});

test('what a lead costs, brings and leaves adds up as it is read', () => {
  // 64.59 and 178.37, which leave 113.79: 65, 178 and 114 would not
  const page = open('en', 'saas');
  page.says(/costs €64\.\d\d and brings €178\.\d\d/);
  page.says(/€113\.\d\d gained per sign-up/);
  // 130.06 and 221.72, which leave 91.66
  const whole = open('en', 'b2b-leads');
  whole.says(/costs €130 and brings €222/);
  whole.says(/€92 gained per lead/);
});
