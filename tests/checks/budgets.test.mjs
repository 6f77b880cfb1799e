// Sizes of what ships. A gate changes only by an edit here, with its reason.
// What the first answer takes stands just above what it was when the module was split in two
// (core/docs/decisions/0012-the-module-in-two-parts.md); what comes later has room for the desk's tools.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { readerPath, wasmPath } from '../../web/scripts/module.mjs';
import { launch } from '../e2e/lib/browsers.mjs';
import { assets, dist, singleFile } from '../e2e/lib/built.mjs';
import { goBusy } from '../e2e/lib/first-answer.mjs';
import { embedFile, embedLater, toolFile } from '../e2e/lib/host.mjs';
import { serve } from '../e2e/lib/server.mjs';

const kKiB = 1024;

/** Bytes as a static host sends them. */
function packed(file) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return brotliCompressSync(readFileSync(file), { params }).length;
}

function gate(name, size, limit) {
  test(`${name}: ${(size / kKiB).toFixed(1)} KiB, at most ${(limit / kKiB).toFixed(1)}`, () => {
    assert.ok(size > 0 && size <= limit, `${size} bytes`);
  });
}

const sum = (sizes) => sizes.reduce((a, b) => a + b, 0);
const isPart = (file) => file.endsWith('.wasm');
/** Icons are asked for when the browser likes. */
const kCode = /\.(html|js|wasm)$/;
const inDist = (name) => path.join(dist, name);

/** What a browser asks the hosted page for until it shows an answer, in each language. */
async function askedFor(languages) {
  const server = await serve(dist);
  const browser = await launch('chromium');
  const asked = [];
  for (const language of languages) {
    const from = server.requests.length;
    const context = await browser.createBrowserContext();
    await goBusy(await context.newPage(), `${server.origin}/?lang=${language}`);
    const names = server.requests.slice(from).map((one) => one.replace('GET /', ''));
    asked.push(names.map((name) => name || 'index.html').filter((name) => kCode.test(name)));
    await context.close();
  }
  await browser.close();
  server.close();
  return asked.map((names) => names.map(inDist));
}

const firstAnswers = await askedFor(['en', 'fr']);

gate(
  'hosted page up to the first answer, brotli',
  Math.max(...firstAnswers.map((files) => sum(files.map(packed)))),
  // The head leads to what brings figures; a document keeps what tests counted, what links are made of, savings, and
  // figures of its own. What searches for a scale of ad spend, and the contract of briefs, come later.
  // What the first of a month is called, and what is refused by whichever name its field has: 0.1.
  // What was counted of a channel goes with it: 0.1. Words that are asked for along with the long script, a round trip
  // earlier: 0.3. Forecasts know their scenario and channel: 0.1.
  98.5 * kKiB,
);
gate(
  'of that the module’s first part, brotli',
  sum(firstAnswers[0].filter(isPart).map(packed)),
  // Of what was observed and of forecasts the contract says what they may be: 0.4.
  48.3 * kKiB,
);
// What it is worth to know more: 4. Savings: 0.6. Own figures: 8. Briefs: 5. What has happened since: 9.5. Splits and
// responses: 5. Track record: 2. What observed figures came to: 0.8. What was counted or spent of the whole plan: 1.
// Targets that always hold, leads below their ceiling, what still comes of a channel that is not paid for: 0.2.
gate('module in one, brotli', packed(wasmPath), 137.7 * kKiB);
const reader = packed(readerPath);
gate(
  'whole app but the reader of exports, brotli',
  sum(['index.html', ...assets()].map(inDist).map(packed)) - reader,
  // What brings exports draws files, questions, names and claims, and opens workbooks: 19 KiB. KPIs and cohorts: 7;
  // figures published beside them, what is ranked, their workings and their part of the report: 4. Reporting time: 2.
  // A/B tests: 5. Holdout and geo tests: 5. Conversion paths: 5. Tracking links, and what draws QR codes: 6.
  // What it is worth to know more: 8, of which 4.5 in the module. Savings: 2.
  // Own figures: 10, and briefs: 9, of which 13 in the module. What locked fields keep, and say: 1. Luck, two lanes at a
  // time: 0.4. What has happened since: 13, of which 9.5 in the module. Splits for targets, responses to a ceiling and what
  // points support: 9. Track record: 5. Any figure that was observed, exports among it, and its part of the report: 3.
  // What observed figures came to: 1. Words that hold of one, none and some; the visitor's day; what was counted or spent of the
  // whole plan: 2.6. Rows that may be a total are asked about; what typed customers made; points with their errors: 0.6.
  // Words asked for ahead; forecasts of ids; tables pasted twice: 0.6.
  372.9 * kKiB,
);
// Asked for by whoever brings an export, and by the worker for when there is no network.
// With it the whole is beyond the 290 KiB that were set for it before exports were read: headings of 20 platforms in
// several languages, sums to the last digit, and the ranges of what was counted.
// It works KPIs out as well: their table, their contract, their tape, names of the metrics they lead to; and fits cohorts.
// 11 KiB, which nobody pays who neither brings an export nor opens the scorecard. Reporting time runs its tape over draws: 11.
// It reads pasted tables of channels too: their headings, and numbers as they are typed. 14 KiB, for whoever pastes one.
// A/B tests: 6. Holdout and geo tests: 8. Conversion paths: 8. Tracking links: 12, with Google's lists of sites. Reading
// cells fast: 2. What was counted from a day on: 1.
gate('reader of exports, brotli', reader, 145.9 * kKiB);
// 400 kB were set for it before there were A/B tests (13), holdout and geo tests (16), conversion paths (18) and tracking
// links (27): they work without a network, too. What it is worth to know more: 7. Savings: 2.
// Own figures: 11. Briefs: 12. What has happened since: 14. Splits and responses: 10. Track record: 6.
// Any figure that was observed, exports among it: 4. What observed figures came to: 1.5. Words that hold of one, none and
// some; the visitor's day; what was counted or spent of the whole plan: 2.7. Rows that may be a total, close rates of typed customers: 1.2.
// Forecasts of ids, tables pasted twice: 0.5.
gate('single file on disk', statSync(singleFile).size, 549_000);

gate(
  'embed script in both languages, brotli',
  packed(inDist(embedFile)),
  // What the first answer takes, in both languages; what holds a press until the host's form has its figures, and says
  // beside it what goes: 1.4. What documents may hold of observations and forecasts: 0.4. The first of a month, questions of
  // a frame with numbers, the plan that was asked for last: 0.3. Forecasts of ids: 0.2. 110 are allowed.
  109.0 * kKiB,
);
// A document of an embed keeps what tests counted and what links are made of: the contract says of what kind.
// Its module is the whole one: what it is worth to know more, 4. What is handed over, and how far visitors come: 0.3.
// Savings, as they are typed and said: 0.8. Own figures: 9.6, briefs: 9.5. What came with the first script: 5.
// Splits and responses: 9. Of what has happened since, and of the track record, it has only the calls: 12. What is typed stays: 0.2.
// Words that hold of one, none and some, and the module's 1: 1.2. What is true of targets and of what is removed: 0.4.
gate('what the embed script asks for later, brotli', packed(inDist(embedLater)), 171.2 * kKiB);
// Each with its wasm, both languages and no further request (core/docs/decisions/0031-tools-alone.md); 90 are allowed.
gate('reporting time alone, brotli', packed(inDist(toolFile('reporting-time'))), 84.2 * kKiB);
// A close rate that customers of more leads than there are would make is none: 0.1. Forecasts of ids: 0.1.
gate('A/B test alone, brotli', packed(inDist(toolFile('ab-test'))), 81.3 * kKiB);
gate('tracking links alone, brotli', packed(inDist(toolFile('tracking-links'))), 75.1 * kKiB);
gate('height script of a host, brotli', packed(inDist('embed/roi-frame.js')), 1000);

test('at most 4 packages at run time', () => {
  const { dependencies } = JSON.parse(
    readFileSync(new URL('../../web/package.json', import.meta.url), 'utf8'),
  );
  assert.ok(Object.keys(dependencies).length <= 4);
});
