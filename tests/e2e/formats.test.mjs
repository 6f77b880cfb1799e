// Numbers as four regions write them; the language changes no number.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { inBothBrowsers } from './lib/browsers.mjs';
import { dist } from './lib/built.mjs';
import { field, kPlan } from './lib/calculator.mjs';
import { serve } from './lib/server.mjs';

let server;
before(async () => {
  server = await serve(dist);
});
after(() => server.close());

/** What CLDR says: the narrow no-break space is U+202F, the no-break space U+00A0. */
const kRegions = {
  'fr-FR': {
    currency: 'EUR',
    profit: '115\u202f000\u00a0€',
    cost: '5,42\u00a0€',
    roi: '+176,92\u00a0%',
    typed: '1\u202f234,5',
    field: '1\u202f234,5',
  },
  'fr-CA': {
    currency: 'CAD',
    profit: '115\u00a0000\u00a0$',
    cost: '5,42\u00a0$',
    roi: '+176,92\u00a0%',
    typed: '1\u00a0234,5\u00a0$',
    field: '1\u00a0234,5',
  },
  'en-US': {
    currency: 'USD',
    profit: '$115,000',
    cost: '$5.42',
    roi: '+176.92%',
    typed: '$1,234.50',
    field: '1,234.5',
  },
  'en-GB': {
    currency: 'GBP',
    profit: '£115,000',
    cost: '£5.42',
    roi: '+176.92%',
    typed: '£1,234.5',
    field: '1,234.5',
  },
};

inBothBrowsers((test) => {
  for (const [region, expected] of Object.entries(kRegions)) {
    test(`numbers are written and read as in ${region}`, async (visit) => {
      const page = await visit.open(`${server.origin}/?lang=${region}`);
      const before = await page.values();
      await page.openAll();
      await page.choose(`${kPlan}/currency`, expected.currency);
      assert.deepEqual(await page.values(), before, 'the currency is a label');
      for (const metric of ['profit', 'roi']) {
        assert.equal(await page.shown(metric), expected[metric]);
      }
      assert.equal(await page.shown('fullCostCpl'), expected.cost);
      await page.type(field.value, expected.typed);
      await page.leave();
      assert.equal(await page.fieldText(field.value), expected.field);
      await page.expect({ roi: (12_000 * 0.1 * 1234.5 - 65_000) / 65_000 });
      assert.equal(await page.page.evaluate(() => document.documentElement.lang), region);
    });
  }

  test('a language that is none is passed over', async (visit) => {
    for (const lang of ['en-x', 'fr-%3Cb%3E', 'en-', 'en-US-u-nu-arab']) {
      const page = await visit.open(`${server.origin}/?lang=${lang}`);
      assert.match(await page.shown('roi'), /176.92/);
    }
  });

  test('every word changes with the language, and no number does', async (visit) => {
    const page = await visit.open(`${server.origin}/`);
    const inEnglish = await page.values();
    for (const language of ['fr', 'en']) {
      await page.useLanguage(language);
      assert.deepEqual(await page.values(), inEnglish);
      assert.equal(await page.page.evaluate(() => document.documentElement.lang), language);
    }
  });
});
