// Files that are opened or dropped: plans, tables in every encoding, and what is neither.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { later } from '../../web/src/view/deferred.ts';
import { field } from '../e2e/lib/calculator.mjs';
import { kBadFiles, kEncoded, kForeign, kNoWorkbooks } from '../e2e/lib/files.mjs';
import { open } from './lib/calculator.mjs';

const roiOf = (closeRate) => (12_000 * closeRate * 150 - 65_000) / 65_000;

test('what is no plan leaves everything as it was, and says what it is', async () => {
  const page = open();
  page.type(field.closeRate, '20');
  page.leave();
  const { document } = page.store;
  for (const [name, [content, why, type]] of Object.entries({ ...kForeign, ...kBadFiles })) {
    await page.drop(name, content, type);
    const { text, isRefusal } = page.notice;
    assert.ok(isRefusal, name);
    assert.match(text, why, name);
    assert.match(text, /unchanged/, name);
    assert.equal(page.store.document, document, name);
  }
  page.expect({ roi: roiOf(0.2) });
});

test('a workbook that cannot be opened says what to do, beside what else is brought', async () => {
  for (const [name, [content, why]] of Object.entries(kNoWorkbooks)) {
    const page = open();
    const { document } = page.store;
    await page.drop(name, content);
    assert.match(page.root.first('.bringing').words, why, name);
    assert.equal(page.store.document, document, name);
  }
});

/** As a folder, or a file that has gone since. */
class Unreadable extends File {
  constructor(name) {
    super([], name);
  }

  slice() {
    const fails = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    return { text: fails, arrayBuffer: fails };
  }
}

test('what cannot be read is refused, wherever it comes in, and keeps nothing else out', async () => {
  const page = open();
  const { document } = page.store;
  const plan = { ...document, scenarios: [{ ...document.scenarios[0], closeRate: 0.2 }] };
  const csv = new File(['Campaign,Clicks\nA,5\nB,6\n'], 'a.csv');
  const { openFiles } = later();
  await openFiles(page.view(), [new Unreadable('folder')]);
  assert.match(page.notice.text, /unchanged/);
  assert.ok(page.notice.isRefusal);
  await openFiles(page.view(), [
    new Unreadable('folder'),
    new File([JSON.stringify(plan)], 'a.json'),
  ]);
  assert.equal(page.store.scenario.closeRate, 0.2);
  page.openTool('import');
  page.root.first('[name="exports"]').choose([new Unreadable('folder'), csv]);
  for (let turn = 0; turn < 100 && !page.notice?.isRefusal; turn += 1) await page.read();
  assert.ok(page.notice?.isRefusal);
  assert.match(page.root.first('.bringing').words, /a\.csv/);
});

test('the same is said in French', async () => {
  const page = open('fr');
  const english = open();
  for (const [name, [content, , type]] of Object.entries({ ...kForeign, ...kBadFiles })) {
    await page.drop(name, content, type);
    await english.drop(name, content, type);
    assert.match(page.notice.text, /^Impossible d’ouvrir .*n’a pas changé\.$/s, name);
    assert.notEqual(page.notice.text, english.notice.text);
  }
});

test('a scenario file goes out and comes in', async () => {
  const page = open();
  page.type(field.closeRate, '30');
  page.leave();
  page.press('Keep and share');
  page.press('Save the scenario');
  const [{ content, name, type }] = page.saved;
  assert.deepEqual([name, type], ['roi-scenario.json', 'application/json']);
  const other = open('fr', 'saas');
  await other.drop(name, content, type);
  assert.match(other.notice.text, /ouvert/);
  assert.deepEqual(other.values(), page.values());
  other.expect({ roi: roiOf(0.3) });
  other.undo();
  assert.equal(other.fieldText('preset'), 'saas');
});

test('a table is read in its encoding, and shown before anything is taken over', async () => {
  for (const [name, bytes] of Object.entries(kEncoded)) {
    const page = open('fr');
    const { document } = page.store;
    await page.drop(name, bytes);
    assert.deepEqual(
      page.preview().map(([channel, cost]) => [channel, cost]),
      [
        ['Été', '1\u202f235\u00a0€'],
        ['Noël', '2\u202f300\u00a0€'],
      ],
      name,
    );
    assert.equal(page.store.document, document, name);
  }
});

test('a page of someone else prints no report', () => {
  const ways = open()
    .root.all('header .actions .link')
    .map(({ words }) => words);
  assert.ok(ways.includes('Keep and share') && !ways.includes('Report'), ways.join());
});
