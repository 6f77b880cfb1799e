// What the page writes into a field, the module reads back: the page's own format.ts, every region
// of both languages, every currency on offer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kCurrencies as kOffered } from '../../web/src/inputs/details.ts';
import { Format } from '../../web/src/locales/format.ts';
import { engine } from './lib/engine.mjs';

const seed = 10;

/** Letter pairs Intl keeps as they are and has a name for: the regions of ISO 3166. */
function regions() {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters
    .flatMap((one) => letters.map((other) => one + other))
    .filter((region) => names.of(region) !== undefined);
}

const kLocales = ['en', 'fr'].flatMap((language) =>
  Intl.NumberFormat.supportedLocalesOf(regions().map((region) => `${language}-${region}`)),
);

const kCurrencies = [...kOffered, 'KWD', 'INR', 'SEK', 'AUD'];

/** Numerical Recipes' quick generator. */
let state = seed;
function random() {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
}

function expectRead(format, text, unit, value, about) {
  const reply = engine.readNumber(text, unit, format.marks);
  assert.deepEqual(reply, { ok: true, value: { value } }, `${about}: “${text}”, seed ${seed}`);
}

/** From 0.004 to 1e12, as evenly by size as by digits. */
function amounts() {
  const some = Array.from({ length: 6 }, () => 0.004 * (1e12 / 0.004) ** random());
  const round = some.map((value) => Number(value.toPrecision(1 + Math.floor(9 * random()))));
  return [0.004, 0.1 + 0.2, 999.99, 1234, 150_000, 1e12, ...some, ...round];
}

const rates = () => [0.00004, 0.001, 0.07, 0.29, 0.999, 1, random(), Number(random().toFixed(4))];

/** The text with its first digit another one, and the number that stands for. */
function edited(text, value, unit) {
  const at = text.search(/[1-9]/);
  const digit = Number(text[at]);
  const next = (digit % 9) + 1;
  const plain = value.toLocaleString('en', {
    style: unit === 'rate' ? 'percent' : 'decimal',
    useGrouping: false,
    maximumSignificantDigits: 17,
  });
  const number = plain.replace('%', '').replace(/[1-9]/, next);
  const [mantissa, places = ''] = number.split('.');
  const shifted = unit === 'rate' ? 2 : 0;
  return [
    text.slice(0, at) + next + text.slice(at + 1),
    Number(`${mantissa}${places}e${-places.length - shifted}`),
  ];
}

test('there are regions and currencies', () => {
  assert.ok(kLocales.length > 300, `${kLocales.length} locales`);
  assert.ok(kLocales.includes('en-BE') && kLocales.includes('fr-CH'));
  assert.ok(kOffered.length >= 8);
});

test(`what a field shows is read as what it shows, and so is one digit changed, seed ${seed}`, () => {
  for (const locale of kLocales) {
    const format = new Format(locale, 'EUR');
    for (const [unit, values] of [
      ['money', amounts()],
      ['rate', rates()],
    ]) {
      for (const value of values) {
        const text = format.field(value, unit);
        expectRead(format, text, unit, value, locale);
        const [typed, meant] = edited(text, value, unit);
        expectRead(format, typed, unit, meant, `${locale}, edited`);
      }
    }
  }
});

test('an amount under every name of its currency is that amount, and no other currency', () => {
  for (const locale of kLocales) {
    for (const currency of kCurrencies) {
      const format = new Format(locale, currency);
      const text = format.field(115_000, 'money');
      for (const name of format.marks.currency) {
        for (const typed of [`${name}${text}`, `${name}\u00a0${text}`, `${text}\u00a0${name}`]) {
          if (/^[^\d]*\p{L}$/u.test(name) && typed.startsWith(`${name}1`)) continue;
          expectRead(format, typed, 'money', 115_000, `${locale} ${currency}`);
        }
      }
    }
  }
});

test('edited in a browser set to en-BE, 150.000 becomes 250 000', () => {
  const format = new Format('en-BE', 'EUR');
  assert.equal(format.field(150_000, 'money'), '150.000');
  expectRead(format, '250.000', 'money', 250_000, 'en-BE');
});

test('money has the decimals of its currency', () => {
  const shown = (currency, value) => new Format('en-US', currency).figure(value, 'money');
  assert.equal(shown('EUR', 12.345), '€12.35');
  assert.equal(shown('JPY', 12.345), '¥12');
  assert.equal(shown('JPY', 0.42), '¥0.42');
  assert.match(shown('KWD', 12.345), /12\.345$/);
  assert.equal(new Format('en-US', 'JPY').told(12.345, 'money', { spoken: true }), '¥12');
  assert.equal(new Format('en-US', 'JPY').field(12.345, 'money'), '12.345');
});
