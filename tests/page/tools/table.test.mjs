// Tables that are pasted: what they are read as, what is asked back, and what they become.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { field } from '../../e2e/lib/calculator.mjs';
import { kAsked, kEnglish, roiOf } from '../../e2e/lib/tables.mjs';
import { open } from '../lib/calculator.mjs';

test('what would be misread is asked about, and nothing is taken over before', async () => {
  for (const { what, text, lang = 'en', answers, names, costs, leadTexts, ...figures } of kAsked) {
    const page = open(lang);
    const start = page.values();
    await page.pasteTable(text);
    assert.deepEqual(
      page.openDoubts(),
      answers.map(([doubt]) => doubt),
      what,
    );
    for (const [doubt, answer] of answers) {
      page.applyTable();
      assert.deepEqual(page.values(), start, `${what}: taken before it was answered`);
      page.answerDoubt(doubt, answer);
    }
    assert.deepEqual(page.openDoubts(), []);
    page.applyTable();
    page.expect(figures);
    if (names) assert.deepEqual(page.channelNames(), names, what);
    for (const [at, cost] of (costs ?? []).entries()) {
      assert.equal(page.fieldText(field.cost(at)), cost, what);
    }
    for (const [at, leads] of (leadTexts ?? []).entries()) {
      assert.equal(page.fieldText(field.leads(at)), leads, what);
    }
  }
});

test('a question answered one way can be answered another', async () => {
  const page = open();
  await page.pasteTable('Channel;Cost;Leads\nFair;1.234;20\nPost;2.500;20');
  page.answerDoubt('marks', '1,234');
  assert.deepEqual(page.preview()[0], ['Fair', '€1,234', '20']);
  page.answerDoubt('marks', '1.234');
  assert.deepEqual(page.preview()[0], ['Fair', '€1.23', '20']);
  // Another table, another question.
  page.paste('table', 'Channel;Cost;Leads\nFair;9.999;20\nPost;2.500;20');
  assert.deepEqual(page.openDoubts(), ['marks']);
});

test('an English export is read on a French page, and joins a plan of the visitor’s own', async () => {
  const page = open('fr');
  page.paste(field.leads(0), '6501');
  page.leave();
  await page.pasteTable(kEnglish);
  const [name, ...rest] = page.meanings();
  assert.deepEqual(
    [name, ...rest],
    ['name', 'cost', 'impressions', 'clicks', 'ctr', 'leads', 'skip'],
  );
  page.answerDoubt('currency', 'Prendre les chiffres');
  page.applyTable();
  assert.equal(page.channelNames().length, 5);
  page.expect({ roi: roiOf(65_000 + 1234.5 + 2300, 12_001 + 85 + 42) });
  assert.equal(page.fieldText(field.cost(3)), '1\u202f234,5');
});

test('CSV is read, with quotes, semicolons, commas, and without headings', async () => {
  const page = open();
  for (const [text, doubt, answer] of [
    ['"Spring, fair","1,234.50",85\r\nWinter,900,60\r\n', 'guessed', 'That is right'],
    [
      '\uFEFFCanal;Prospects;Budget\n"Spring; fair";85;"1 234,50"\nWinter;60;900\nSomme;145;2 134,50',
      'budget',
      'It is the cost',
    ],
    ['leads\tsource\tspend\n85\tSpring fair\t1234.5\n60\tWinter\t900'],
  ]) {
    await page.pasteTable(text);
    assert.deepEqual(page.openDoubts(), doubt ? [doubt] : []);
    if (doubt) page.answerDoubt(doubt, answer);
    page.applyTable();
    page.expect({ roi: roiOf(1234.5 + 900, 85 + 60) });
    page.undo();
  }
});

test('what the core refuses is said beside the cell', async () => {
  const page = open();
  const long = 'x'.repeat(121);
  await page.pasteTable(
    `Channel\tCost\tCTR\tClose rate\tLeads\nFair\t100\t250 %\t10 %\t20\n${long}\t100\t1 %\t10 %\t20`,
  );
  assert.match(page.error('cell-0:2'), /100%/);
  assert.match(page.error('cell-1:0'), /too long/);
  page.applyTable();
  page.expect({ roi: roiOf(200, 40) });
});

test('a column can be told what it is, and numbers how they are written', async () => {
  const page = open();
  await page.pasteTable('Channel\tA\tB\nFair\t20\t1,234\nPost\t30\t2,000');
  assert.deepEqual(page.meanings(), ['name', 'cost', 'leads']);
  page.choose('meaning-1', 'leads');
  assert.deepEqual(page.meanings(), ['name', 'leads', 'cost']);
  // A count shows how thousands are written; costs alone have two readings.
  assert.deepEqual(page.openDoubts(), ['marks']);
  const numbersAs = () => page.root.first('.pasting .choose select');
  numbersAs().select('en');
  assert.deepEqual(page.preview()[0], ['Fair', '20', '€1,234']);
  page.choose('meaning-1', 'skip');
  page.choose('meaning-1', 'leads');
  page.applyTable();
  page.expect({ roi: roiOf(3234, 50) });
  page.undo();
  await page.pasteTable('Channel\tCost\tLeads\nFair\t1,234\t20');
  assert.deepEqual(page.openDoubts(), ['marks']);
  numbersAs().select('fr');
  page.applyTable();
  page.expect({ roi: roiOf(1.234, 20) });
});

test('weights follow the channels that keep their name; other scenarios know them', async () => {
  const page = open();
  page.press('Add a cost', '.inputs details');
  page.choose('/scenarios/0/sharedCosts/0/allocation/rule', 'weights');
  page.paste('/scenarios/0/sharedCosts/0/amount', '100');
  page.leave();
  await page.pasteTable('Channel\tCost\tLeads\nLinkedIn\t100\t20\nFair\t100\t20');
  page.root.all('.pasting .choose select').at(-1).select('replace');
  page.applyTable();
  // Only LinkedIn has a weight left, so it bears the shared cost alone.
  page.expect({ 'cost@linkedin': 200, cost: 300 });
});
