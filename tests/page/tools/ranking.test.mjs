// Posts and people who share, ranked from a table that is pasted. Expected orders are worked out by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planOf } from '../../e2e/lib/plans.mjs';
import { open } from '../lib/calculator.mjs';

const section = (page) =>
  page.root
    .first('.evidence')
    .all('details')
    .find((one) => /^(Rank posts|Classer)/.test(one.words));

async function ranking(text, locale = 'en', plan = planOf([{ id: 'a', leads: 10 }])) {
  const page = open(locale, plan);
  page.openTool('scorecard');
  while (!page.root.first('.evidence details')) await new Promise((done) => setImmediate(done));
  page.idle();
  section(page).unfold();
  paste(page, text);
  return page;
}

function paste(page, text) {
  const field = page.root.first('[name="ranking"]');
  field.enter(text);
  field.happen('change');
}

const order = (page) =>
  section(page)
    .all('tbody tr')
    .map((row) => row.words);

// 40 of 1,000, 90 of 3,000, 30 of 500
const kPosts =
  'Post\tLikes\tComments\tShares\tReach\nMonday\t30\t6\t4\t1000\nTuesday\t80\t5\t5\t3000\nFriday\t20\t5\t5\t500';

test('posts are ranked by a rate of their own counts, the best first', async () => {
  const page = await ranking(kPosts);
  assert.deepEqual(order(page), ['1. Friday 6%', '2. Monday 4%', '3. Tuesday 3%']);
  assert.match(section(page).words, /Engagement rate by reach \(likes \+ comments \+ shares\)/);
});

test('equals stay in the order of the table, and what lacks a number is said', async () => {
  const rows = ['A\t5', 'B\t9', 'C\t5', 'D\t', 'E\tmany'];
  const page = await ranking(`Name\tShares by employees\n${rows.join('\n')}`);
  assert.deepEqual(order(page), ['1. B 9', '2. A 5', '3. C 5']);
  assert.match(section(page).words, /Not ranked, for want of a number: 2/);
});

test('ten are shown, and all by a press', async () => {
  const rows = Array.from({ length: 14 }, (_, at) => `Post ${at + 1};${at + 1}`);
  const page = await ranking(`Nom;Portée\n${rows.join('\n')}`, 'fr');
  assert.equal(order(page).length, 10);
  assert.match(order(page)[0], /^1\. Post 14 14$/);
  section(page)
    .all('button')
    .find((one) => /Afficher les 14 lignes/.test(one.words))
    .press();
  assert.equal(order(page).length, 14);
});

test('what a column counts is said where its heading does not tell', async () => {
  const page = await ranking('Who\tX\nAda\t3\nBob\t7');
  assert.match(section(page).words, /not enough for a KPI/);
  const [choice] = section(page).all('select');
  choice.select('employeeReach');
  assert.deepEqual(order(page), ['1. Bob 7', '2. Ada 3']);
});

test('nothing of it is in the document, and a table that is none is said to be', async () => {
  const page = await ranking(kPosts);
  assert.equal(page.store.scenario.scorecard, undefined);
  paste(page, 'alone');
  assert.match(section(page).words, /It takes a row of headings/);
  paste(page, `Post\tReach\n${'a\t1\n'.repeat(1001)}`);
  assert.match(section(page).words, /at most 1,000 rows/);
});

test('a table stays what it was pasted as when the language changes', async () => {
  const page = await ranking('Post\treach\nA\t999\nB\t1,500');
  assert.deepEqual(order(page), ['1. B 1,500', '2. A 999']);
  page.useLanguage('fr');
  assert.deepEqual(order(page), ['1. B 1\u202f500', '2. A 999']);
});
