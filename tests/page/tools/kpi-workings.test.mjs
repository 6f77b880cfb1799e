// How a KPI is worked out: its formula with the numbers put in, where its counts come from, and where it
// lies while they are ranges; and the same in the workbook. Expected figures are worked out by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planOf } from '../../e2e/lib/plans.mjs';
import { nearly } from '../../e2e/lib/sheet-figures.mjs';
import { recalculated, Workbook } from '../../e2e/lib/workbook.mjs';
import { open } from '../lib/calculator.mjs';

const kEngagement = 'engagementRateByReach';

/** Two channels with the counts of their posts, and one that counts likes alone. */
const social = (kpis, more = {}) =>
  planOf(
    [
      {
        id: 'a',
        name: 'Meta',
        clicks: 1000,
        kpis: { likes: 1200, comments: 80, shares: 40, reach: 26000 },
      },
      {
        id: 'b',
        name: 'Mail',
        leads: 10,
        kpis: { likes: 300, comments: 20, shares: 0, reach: 4000 },
      },
      { id: 'c', name: 'Shop', leads: 5, kpis: { likes: 7 } },
    ],
    { scorecard: { kpis }, ...more },
  );

async function scorecard(document, locale = 'en') {
  const page = open(locale, document);
  page.openTool('scorecard');
  while (!page.root.first('.evidence details')) await new Promise((done) => setImmediate(done));
  page.idle();
  return page;
}

const count = (channel, input) => `/scenarios/0/channels/${channel}/kpis/${input}`;
const said = (page, id) => page.root.first(`[data-kpi="${id}"]`).words;
const figure = (page, id, channel) =>
  page.root
    .all(`[data-kpi="${id}"] .fig`)
    .find(({ attributes }) => attributes['data-channel'] === channel);
const working = (page, id) => page.root.first(`[data-kpi="${id}"] .explanation`);

test('a press on a KPI shows its formula and its numbers, down to what was counted', async () => {
  const page = await scorecard(social([kEngagement]));
  assert.equal(working(page, kEngagement), undefined);
  figure(page, kEngagement).press();
  // of the channels that know every count: 1,200 + 300 likes, 80 + 20 comments, 40 + 0 shares
  assert.match(
    working(page, kEngagement).words,
    /\(Likes \+ Comments \+ Shares\) ÷ Reach = \(1,500 \+ 100 \+ 40\) ÷ 30,000 = 5\.47%/,
  );
  page.press('Likes', '.explanation');
  assert.match(working(page, kEngagement).words, /sum of the channels = 1,200 \+ 300 = 1,500/);
  page.root.first(`[data-kpi="${kEngagement}"] details`).unfold();
  figure(page, kEngagement, 'a').press();
  assert.match(
    working(page, kEngagement).words,
    /Meta .*\(Likes \+ Comments \+ Shares\) ÷ Reach = \(1,200 \+ 80 \+ 40\) ÷ 26,000 = 5\.08%/,
  );
  page.press('Close', '.explanation');
  assert.equal(working(page, kEngagement), undefined);
  assert.equal(page.sought, `[data-kpi="${kEngagement}"] .fig[data-channel="a"]`);
});

test('one explanation is open at a time, of KPIs and of the plan’s figures', async () => {
  const page = await scorecard(social([kEngagement, 'applauseRate', 'reach', 'leads']));
  figure(page, kEngagement).press();
  figure(page, 'reach').press();
  assert.equal(working(page, kEngagement), undefined);
  assert.match(working(page, 'reach').words, /sum of the channels = 26,000 \+ 4,000 = 30,000/);
  figure(page, 'leads').press();
  assert.equal(working(page, 'reach'), undefined);
  assert.ok(working(page, 'leads'));
  figure(page, 'reach').press();
  assert.equal(working(page, 'leads'), undefined);
  // followers are not known: why is said, and nothing opens
  assert.equal(figure(page, 'applauseRate'), undefined);
});

test('in French, with the words of the trade', async () => {
  const page = await scorecard(social(['earnedMediaValue']), 'fr');
  page.store.edit(count(0, 'earnedImpressions'), 40_000);
  page.store.edit(count(0, 'marketCpm'), 7);
  page.requestUpdate();
  figure(page, 'earnedMediaValue').press();
  assert.match(
    working(page, 'earnedMediaValue').words,
    /Impressions non payées × CPM du marché ÷ 1\s000 = 40\s000 × 7,00\s€ ÷ 1\s000 = 280,00\s€/,
  );
});

test('a count says where it comes from: who typed it, a file with its days, or the plan', async () => {
  const document = social(['clicksPerPost']);
  const note = 'posts.csv, 1–31 March 2026';
  document.scenarios[0].channels[0].kpis.posts = { value: 20, provenance: 'measured', note };
  const page = await scorecard(document);
  figure(page, 'clicksPerPost').press();
  const { words } = working(page, 'clicksPerPost');
  assert.match(
    words,
    /Clicks 1,000 from the plan Posts 20 measured, typed by you, posts\.csv, 1–31 March 2026/,
  );
  page.store.edit(count(0, 'posts'), 25);
  page.requestUpdate();
  assert.match(working(page, 'clicksPerPost').words, /Posts 25 typed by you Change Source/);
  page.press('Source', '.explanation');
  page.choose(`${count(0, 'posts')}/provenance`, 'assumption');
  assert.match(working(page, 'clicksPerPost').words, /Posts 25 assumption, typed by you/);
});

test('a count that is a range makes the KPI one, from every count at its worst to every one at its best', async () => {
  const page = await scorecard(social([kEngagement]));
  const before = page.store.result;
  page.store.edit(count(0, 'likes'), { low: 1000, likely: 1200, high: 1600 });
  page.store.edit(count(1, 'reach'), { low: 3000, likely: 4000, high: 5000 });
  page.requestUpdate();
  // 1,440 of 31,000 to 2,040 of 29,000
  assert.match(said(page, kEngagement), /5\.47% \(4\.65% to 7\.03%\).*It is not a 90% range\./);
  figure(page, kEngagement).press();
  page.press('Likes', '.explanation');
  assert.match(working(page, kEngagement).words, /likely value of a range from 1,000 to 1,600/);
  assert.deepEqual(page.store.result, before, 'the plan is what it was');
  page.store.edit(count(0, 'likes'), 1200);
  page.store.edit(count(1, 'reach'), 4000);
  page.requestUpdate();
  assert.doesNotMatch(said(page, kEngagement), /\(\S+ to \S+\)|90%/);
});

test('figures of the plan come with the ranges they have there', async () => {
  const document = social(['clicksPerPost']);
  const [{ channels }] = document.scenarios;
  channels[0].clicks = { low: 800, likely: 1000, high: 1300 };
  channels[0].kpis.posts = 20;
  const typed = await scorecard(document);
  assert.match(said(typed, 'clicksPerPost'), /50 \(40 to 65\)/);
  // typed as a rate, nine in ten of its clicks lie between 100 and 300
  Object.assign(channels[0], { impressions: 10_000, ctr: { low: 0.01, likely: 0.02, high: 0.03 } });
  delete channels[0].clicks;
  const simulated = await scorecard(document);
  const [, low, high] = /10 \(([\d.]+) to ([\d.]+)\)/.exec(said(simulated, 'clicksPerPost'));
  assert.ok(Math.abs(low - 5) < 0.25 && Math.abs(high - 15) < 0.5, `${low} to ${high}`);
});

// The workbook

const kFollowed = [kEngagement, 'bounceRate', 'earnedMediaValue', 'costPerReach', 'reach', 'leads'];

/** Two channels that know all of it, in figures that no binary fraction is exact of. */
function counted() {
  const document = social(kFollowed);
  const [a, b] = document.scenarios[0].channels;
  const more = { sessions: 901, engagedSessions: 310, earnedImpressions: 12_345, marketCpm: 6.7 };
  Object.assign(a.kpis, more);
  Object.assign(b.kpis, { ...more, sessions: 777, marketCpm: 4.9 });
  a.costs = [{ kind: 'adSpend', amount: 123.45 }];
  return document;
}

async function savedFrom(document) {
  const page = open('en', document);
  page.takeAway('Excel workbook');
  while (page.saved.length === 0) await new Promise((done) => setImmediate(done));
  return new Workbook(page.saved.at(-1).content);
}

/** What the sheet of channels says in the row of that name: of each channel, and in all. */
const rowOf = (book, name) =>
  [1, 2, 3, 4].map(
    (at) => book.channels.find((row) => row?.[0]?.value?.startsWith(name))[at] ?? {},
  );

test('the workbook holds KPIs as formulas over their counts, and LibreOffice comes to the same', async () => {
  const book = await savedFrom(counted());
  const known = await recalculated(
    new Map([
      ['as it is', book.unknown()],
      ['more likes', book.unknown([book.input('Likes', 'Meta'), 2500])],
      ['more ad spend', book.unknown([book.input('Ad spend', 'Meta'), 246.9])],
    ]),
  );
  const again = known.get('as it is');
  const none = undefined;
  const expected = {
    'Engagement rate by reach': [
      (1200 + 80 + 40) / 26_000,
      (300 + 20 + 0) / 4000,
      none,
      (1200 + 300 + (80 + 20) + (40 + 0)) / (26_000 + 4000),
    ],
    'Bounce rate': [(901 - 310) / 901, (777 - 310) / 777, none, (1678 - 620) / 1678],
    'Earned media value': [
      (12_345 * 6.7) / 1000,
      (12_345 * 4.9) / 1000,
      none,
      (12_345 * 6.7) / 1000 + (12_345 * 4.9) / 1000,
    ],
    // called as what it counts
    Reach: [26_000, 4000, none, 30_000],
    // of each person, so that there is no total over channels
    'Cost per 1,000 people reached': [(123.45 * 1000) / 26_000, 0, none, none],
  };
  for (const [name, figures] of Object.entries(expected)) {
    assert.deepEqual(
      rowOf(book, name).map(({ value }) => value),
      figures,
      name,
    );
    for (const [at, { value, formula }] of rowOf(again, name).entries()) {
      assert.ok(
        nearly(value, figures[at]),
        `${name}, by LibreOffice: ${value}, not ${figures[at]}`,
      );
      assert.equal(typeof formula, value === none ? 'undefined' : 'string', name);
    }
  }
  const isNow = (copy, name, figures) => {
    for (const [at, { value }] of rowOf(known.get(copy), name).entries())
      assert.ok(nearly(value, figures[at]), `${name}: ${value}, not ${figures[at]}`);
  };
  isNow('more likes', 'Engagement rate by reach', [2620 / 26_000, 0.08, none, 2940 / 30_000]);
  isNow('more ad spend', 'Cost per 1,000', [246_900 / 26_000, 0, none, none]);
});

test('counts of KPIs stand in the workbook with their ranges, and where they come from', async () => {
  const document = counted();
  const [{ kpis }] = document.scenarios[0].channels;
  kpis.likes = { low: 1000, high: 1440, provenance: 'measured', note: 'posts.csv' };
  const book = await savedFrom(document);
  const row = book.inputs[book.inputRow('Likes', 'Meta')].map(({ value }) => value);
  // counted as the geometric middle
  assert.deepEqual(row, [
    'Likes',
    'Meta',
    1200,
    'number',
    1000,
    1440,
    'measured, typed by you, posts.csv',
  ]);
  assert.equal(book.inputs.filter((one) => one?.[0]?.value === 'Ad spend').length, 1);
});

test('a workbook of a plan that follows no KPIs says nothing of them', async () => {
  const page = open('en', social([]));
  page.takeAway('Excel workbook');
  const { inputs } = new Workbook(page.saved.at(-1).content);
  assert.ok(inputs.every((row) => row?.[0]?.value !== 'Likes'));
});
