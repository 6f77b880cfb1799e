// Conversion paths brought to a plan: what rules credit, what the plan's ROI becomes, and one rule put into it.
// Expected figures are worked out by hand.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readerPath } from '../../../web/scripts/module.mjs';
import { readerOf, readPaths } from '../../../web/src/engine/reader.ts';
import { looked } from '../../../web/src/tools/paths/reading.ts';
import { planOf } from '../../e2e/lib/plans.mjs';
import { open } from '../lib/calculator.mjs';

/** A lead is worth 30; 40 leads for 1 500 in all. */
const kPlan = planOf([
  { id: 'a', platform: 'search', leads: 30, costs: [{ kind: 'adSpend', amount: 900 }] },
  { id: 'b', name: 'Newsletter', leads: 10, costs: [{ kind: 'adSpend', amount: 600 }] },
]);

/** Last touch: 10 newsletter. First: 8 search, 2 newsletter. Linear: 4 and 6. */
const kPaths =
  'path,conversions,value,nulls\nGoogle Ads > newsletter,8,80,2\nnewsletter,2,40,1\nTotal,10,120,3\n';

const panel = (page) => page.root.first('.evidence');
const says = (page, pattern) => assert.match(panel(page).words, pattern);
const cells = (page, caption) =>
  panel(page)
    .all('table')
    .find((one) => one.first('caption').words === caption)
    .all('tbody tr')
    .map((row) => row.words);

async function looking(text, plan = kPlan, locale = 'en') {
  const page = open(locale, plan);
  page.openTool('paths');
  while (!page.root.first('.evidence .ways-in')) await new Promise((done) => setImmediate(done));
  page.idle();
  await bring(page, text);
  return page;
}

async function bring(page, text) {
  page.root.first('[name="paths"]').choose([new File([text], 'paths.csv')]);
  await read(page);
}

const isReading = (page) => looked.of(page.view()).source?.bytes !== undefined;

async function read(page) {
  do await new Promise((done) => setImmediate(done));
  while (isReading(page));
  page.idle();
}

const choose = (page, words, value) =>
  panel(page)
    .all('select')
    .find(
      (one) => one.attributes['aria-label']?.includes(words) || one.parent?.words.startsWith(words),
    )
    .select(value);

test('credits stand side by side, with what was read and what was left out', async () => {
  const page = await looking(kPaths);
  says(page, /2 rows, 2 different paths: 10 conversions, 3 journeys without conversion/);
  says(page, /Rows of totals, left out: 1 \(line 4\)/);
  const [newsletter, search] = cells(page, 'What each rule credits');
  assert.match(newsletter, /^newsletter .*10 2\.0 6\.0 6\.0 /);
  assert.match(search, /^Google Ads .*0 8\.0 4\.0 4\.0 /);
  says(page, /None of them tells what would have happened without a channel/);
  assert.doesNotMatch(panel(page).words, /caus/i);
});

test('the ROI of each channel is the plan’s, with its leads split as a rule credits them', async () => {
  const page = await looking(kPaths);
  const [search, newsletter] = cells(page, 'ROI by channel under each rule');
  // now 0 and -50 %; last 0 and 40 leads; first 32 and 8; linear 16 and 24
  assert.match(search, /^\S+.* 0% −100% \+6\.67% −46\.7% /);
  assert.match(newsletter, /^Newsletter −50% \+100% −60% \+20% /);
  says(page, /First touch: .*, rank 2 → 1 and Newsletter, rank 1 → 2\./);
  says(page, /Linear, Position 40\/20\/40.* and Shapley: the same\./);
});

test('a rule is put into the plan in one step, with its source, and names are remembered', async () => {
  const page = await looking(kPaths);
  const before = page.values();
  panel(page).first('[data-applies]').press();
  const [search, newsletter] = page.store.scenario.channels;
  assert.deepEqual(search.leads, {
    value: 16,
    provenance: 'measured',
    note: 'Attribution, Linear: paths.csv',
  });
  assert.equal(newsletter.leads.value, 24);
  page.expect({ leads: 40, 'roi@b': 0.2 });
  assert.deepEqual(page.store.document.names, [
    { name: 'newsletter', channel: 'b' },
    { name: 'Google Ads', channel: 'a' },
  ]);
  page.undo();
  assert.deepEqual(page.values(), before);
});

test('a name that stands for no channel is left out of the split, and said', async () => {
  const page = await looking('path,conversions\nSearch > Direct,4\nnewsletter,4\n');
  says(page, /No channel of the plan, so left out of this split: .*Direct/);
  choose(page, '“Search”', 'a');
  assert.match(cells(page, 'What each rule credits').join(), /Search/);
  says(page, /Shapley: the same/);
  choose(page, '“newsletter”', '');
  choose(page, '“Search”', '');
  says(page, /No name of the file stands for a channel whose number the plan knows/);
});

test('columns that no heading names are chosen by hand', async () => {
  const page = await looking('Weg;Anzahl\nGoogle Ads > newsletter;2\n');
  says(page, /No heading names a path/);
  panel(page).first('[name="path-column-0"]').select('path');
  await read(page);
  says(page, /every row counts as one conversion/);
  panel(page).first('[name="path-column-1"]').select('conversions');
  await read(page);
  says(page, /1 row, 1 path: 2 conversions/);
});

test('what a file cannot say is asked before anything goes into the plan', async () => {
  const page = await looking('chemin;valeur\nGoogle Ads > newsletter;1.234\n', kPlan, 'fr');
  says(page, /Dans «.1\.234.», qu’est-ce qui sépare les décimales/);
  assert.equal(panel(page).first('[data-applies]'), undefined);
  panel(page)
    .all('[data-asked] button')
    .find((one) => one.words === 'La virgule')
    .press();
  await read(page);
  says(page, /Markov/);
  assert.ok(panel(page).first('[data-applies]'));
});

test('the module reads paths as the command line does, in pieces too, and touches in slices', async () => {
  const source = readerOf(() => readFile(readerPath));
  const roi = fileURLToPath(new URL('../../../.build/release/core/roi', import.meta.url));
  const rows = Array.from({ length: 60_000 }, (_, at) => {
    const minute = String(at % 60).padStart(2, '0');
    return `p${at % 20_011},2026-0${1 + (at % 9)}-11 10:${minute},c${at % 17},${at % 7 === 0 ? 1 : 0},${at % 90}.5`;
  });
  const touches = `person,time,channel,conversion,value\n${rows.join('\n')}\n`;
  for (const text of [kPaths, touches]) {
    const native = JSON.parse(
      execFileSync(roi, ['attribution', '-'], { input: text, encoding: 'utf8' }),
    );
    assert.deepEqual(await readPaths(source, new Blob([text])), native.value);
  }
});

const kOther = 'path,conversions\nGoogle Ads > newsletter,7\n';

test('two calculators of a page read a file each, at the same time', async () => {
  const pages = [await looking(kPaths), await looking(kPaths)];
  for (const page of pages) says(page, /10 conversions/);
  for (const page of pages)
    page.root.first('[name="paths"]').choose([new File([kOther], 'other.csv')]);
  for (let turn = 0; turn < 500 && pages.some(isReading); turn += 1)
    await new Promise((done) => setImmediate(done));
  for (const page of pages) {
    page.idle();
    says(page, /7 conversions/);
  }
});

test('customers that were typed become the close rate that they made', async () => {
  const plan = structuredClone(kPlan);
  const [scenario] = plan.scenarios;
  scenario.closeRate = 0.1;
  scenario.channels[0].customers = 12;
  scenario.channels[1].customers = { low: 1, likely: 2, high: 4 };
  const page = await looking(kPaths, plan);
  panel(page).first('[data-applies]').press();
  const [search, mail] = page.store.scenario.channels;
  assert.equal(search.closeRate, 12 / 30);
  assert.equal(search.customers, undefined);
  assert.deepEqual(mail.closeRate, { low: 0.1, likely: 0.2, high: 0.4 });
  page.undo();
  assert.equal(page.store.scenario.channels[0].customers, 12);
});
