// What earlier versions wrote is read for ever: tests/versions.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';
import { inBothBrowsers } from './lib/browsers.mjs';
import { dist } from './lib/built.mjs';
import { serve } from './lib/server.mjs';
import { until } from './lib/until.mjs';

const written = (name) =>
  readFileSync(new URL(`../versions/1.0.0/${name}`, import.meta.url), 'utf8').trim();

/** 12 000 subscribers, 1 in 5 a customer, worth 150 each, for 65 000. */
const kRoiOfState = (12_000 * 0.2 * 150 - 65_000) / 65_000;

let server;
before(async () => {
  server = await serve(dist);
});
after(() => server.close());

inBothBrowsers((test) => {
  test('a link of 1.0.0 opens its plan', async (visit) => {
    const page = await visit.open(`${server.origin}/${written('link.txt')}`);
    await until('the plan', async () => /LinkedIn/.test(await page.text()));
    const example = await visit.open(`${server.origin}/`);
    await example.choose('preset', 'b2b-leads');
    await page.expect({ roi: Number((await example.values()).roi) });
  });

  test('a plan of 1.0.0 says what its words mean now, until it is changed', async (visit) => {
    const page = await visit.open(`${server.origin}/`);
    await page.openDocument(JSON.parse(written('everything.json')));
    const notes = [/now called incremental ROAS/, /the churn of a subscription says it/];
    for (const note of notes) await page.says(note);
    await page.type('/scenarios/0/margin', '45');
    for (const note of notes) assert.doesNotMatch(await page.text(), note);
  });

  test('what a device remembers of 1.0.0 is opened, and goes on', async (visit) => {
    const page = await visit.open(`${server.origin}/`);
    const keep = (state) => localStorage.setItem('roi-calculator:/', state);
    await page.page.evaluate(keep, written('state.json'));
    await page.reload();
    await page.expect({ roi: kRoiOfState });
    await page.page.evaluate(() => localStorage.clear());
  });
});
