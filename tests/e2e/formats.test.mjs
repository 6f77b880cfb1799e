// Numbers as regions write them: a browser has data of its own. All of them are tested without one:
// tests/page/formats.test.mjs.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { inBothBrowsers } from './lib/browsers.mjs';
import { dist } from './lib/built.mjs';
import { field, kPlan } from './lib/calculator.mjs';
import { kRegions } from './lib/regions.mjs';
import { serve } from './lib/server.mjs';

let server;
before(async () => {
  server = await serve(dist);
});
after(() => server.close());

inBothBrowsers((test) => {
  test('numbers are written and read as in a region', async (visit) => {
    const region = 'fr-CA';
    const expected = kRegions[region];
    const page = await visit.open(`${server.origin}/?lang=${region}`);
    await page.openAll();
    await page.choose(`${kPlan}/currency`, expected.currency);
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

  test('a language that is none is passed over', async (visit) => {
    const page = await visit.open(`${server.origin}/?lang=fr-%3Cb%3E`);
    assert.equal(await page.shown('roi'), '+177%');
  });
});
