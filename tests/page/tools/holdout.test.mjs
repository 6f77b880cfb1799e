// Holdout and geo tests as they are typed, pasted and taken over. Expected figures are worked out by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planOf } from '../../e2e/lib/plans.mjs';
import { open } from '../lib/calculator.mjs';

const panel = (page) => page.root.first('.evidence');
const at = (field) => `/scenarios/0/holdout/${field}`;

const plan = () =>
  planOf([
    { id: 'a', name: 'Ads', leads: 100, costs: [{ kind: 'adSpend', amount: 600 }] },
    { id: 'b', name: 'Mail', leads: 50, costs: [{ kind: 'adSpend', amount: 300 }] },
  ]);

async function holdout(locale = 'en') {
  const page = open(locale, plan());
  page.openTool('holdout');
  while (!panel(page)?.first('form')) await new Promise((done) => setImmediate(done));
  page.idle();
  return page;
}

function type(page, figures) {
  for (const [field, text] of Object.entries(figures)) {
    page.type(at(field), text);
    page.leave();
  }
}

// 3 % of 100,000 against 2 % of 50,000
const kLift = {
  'treated/people': '100000',
  'treated/customers': '3000',
  'control/people': '50000',
  'control/customers': '1000',
};

const fact = (page, name) =>
  panel(page)
    .all('.numbers div')
    .map(({ words }) => words)
    .find((words) => words.startsWith(name));

const button = (page, pattern) =>
  panel(page)
    .all('button')
    .find(({ words }) => pattern.test(words));

test('the printed report has it, with what was counted, once both groups are typed', async () => {
  const page = await holdout();
  assert.equal(page.onPaper('Holdout or lift test'), undefined);
  type(page, kLift);
  const { words } = page.onPaper('Holdout or lift test');
  assert.match(words, /33\.3% of these customers would not have come otherwise/);
  assert.match(words, /With the campaign 100,000 3,000 3\.0%/);
  assert.doesNotMatch(words, /into the plan/);
});

test('3 % against 2 % is a lift of 50 %, and a third of the customers is incremental', async () => {
  const page = await holdout();
  type(page, { ...kLift, cost: '20000', value: '50' });
  assert.match(panel(page).words, /With the campaign 3% bought; without it, 2%\./);
  assert.match(
    panel(page).words,
    /33\.3% of these customers would not have come otherwise \(9 times in 10, 2\d% to 3\d%\)\./,
  );
  assert.match(fact(page, 'Lift'), /50% between \d+% and \d+%, 9 times in 10/);
  assert.match(fact(page, 'Incremental customers'), /1,000/);
  assert.match(fact(page, 'Cost per incremental customer'), /€20\.00/);
  assert.match(fact(page, 'Incremental ROAS'), /2\.5/);
  assert.match(fact(page, 'By luck'), /under 0\.1%/);
  assert.doesNotMatch(panel(page).words, /does not rule out/);
});

test('counts are kept beside the plan, which stays what it was', async () => {
  const page = await holdout();
  const before = page.values();
  type(page, kLift);
  assert.deepEqual(page.store.scenario.holdout, {
    treated: { people: 100000, customers: 3000 },
    control: { people: 50000, customers: 1000 },
  });
  assert.deepEqual(page.values(), before);
  page.undo();
  assert.equal(page.store.scenario.holdout.control.customers, undefined);
});

test('one press puts the share, measured, with range and note into the channel; one undo takes it back', async () => {
  const page = await holdout();
  type(page, kLift);
  const before = page.store.document;
  assert.match(panel(page).words, /Incremental share 100% 33\.3%/);
  button(page, /^Put 33\.3% into Ads$/).press();
  const { incrementalShare } = page.store.scenario.channels[0];
  assert.equal(incrementalShare.provenance, 'measured');
  assert.equal(
    incrementalShare.note,
    'Holdout test: 3,000/100,000 with the campaign, 1,000/50,000 without',
  );
  assert.equal(incrementalShare.n, 3000);
  assert.ok(Math.abs(incrementalShare.likely - 1 / 3) < 1e-12);
  assert.ok(incrementalShare.low > 0.27 && incrementalShare.high < 0.39);
  assert.equal(page.store.scenario.channels[1].incrementalShare, undefined);
  page.undo();
  assert.deepEqual(page.store.document, before);
});

test('it may go into another channel', async () => {
  const page = await holdout();
  type(page, kLift);
  const choice = panel(page)
    .all('select')
    .find(({ words }) => /Mail/.test(words));
  choice.select('b');
  button(page, /^Put 33\.3% into Mail$/).press();
  assert.ok(page.store.scenario.channels[1].incrementalShare);
});

test('a control group that does better is said to, and 0 is taken over only by a press for it', async () => {
  const page = await holdout();
  type(page, { ...kLift, 'control/customers': '1750' });
  assert.match(
    panel(page).words,
    /The group without it did better: the campaign brought nobody more here\./,
  );
  assert.match(fact(page, 'Lift'), /−⁠?14\.3%/);
  assert.equal(fact(page, 'Cost per incremental'), undefined);
  button(page, /^Put a share of 0% into Ads$/).press();
  assert.equal(page.store.scenario.channels[0].incrementalShare.value, 0);
});

test('a small test does not rule out luck, and says so', async () => {
  const page = await holdout();
  type(page, {
    'treated/people': '1000',
    'treated/customers': '30',
    'control/people': '500',
    'control/customers': '10',
  });
  assert.match(panel(page).words, /The test does not rule out that this is luck/);
  button(page, /^Put/).press();
  assert.equal(page.store.scenario.channels[0].incrementalShare.low, 0.01);
});

test('rates alone have no range; more customers than people are refused in words', async () => {
  const page = await holdout('fr');
  type(page, { 'treated/rate': '3', 'control/rate': '2' });
  assert.match(panel(page).words, /33,3\s% de ces clients ne seraient pas venus autrement\./);
  assert.match(panel(page).words, /Saisissez les personnes de chaque groupe/);
  type(page, { 'treated/people': '10', 'treated/customers': '11' });
  assert.match(
    panel(page).first('.wrongly').words,
    /Avec la campagne, Clients\s: Saisissez au plus 10\./,
  );
});

test('before a test, sizes and an expected rate say what it could show', async () => {
  const page = await holdout();
  type(page, { 'treated/people': '20000', 'control/people': '20000', 'control/rate': '2' });
  // 2.49 standard errors: 18 % more
  assert.match(
    panel(page).words,
    /show a lift from \+1\d%, which is a share of 1\d%, four times in five\./,
  );
});

// Regions

/** Five weeks; in the last A sells a fifth more. A is half of C. */
function table() {
  const rows = Array.from({ length: 35 }, (_, day) => {
    const wave = day % 7;
    const iso = new Date(Date.UTC(2026, 7, 1 + day)).toISOString().slice(0, 10);
    const lift = day < 28 ? 1 : 1.2;
    return [iso, (100 + 10 * wave) * lift, 200 + 20 * wave, 80 - wave].join('\t');
  });
  return ['Date\tA\tC\tD', ...rows].join('\n');
}

const details = (page) =>
  panel(page)
    .all('details')
    .find((one) => /^(Regions, day by day|Test par régions)/.test(one.words));

async function regions(text, locale = 'en') {
  const page = await holdout(locale);
  details(page).unfold();
  const field = page.root.first('[name="regions"]');
  field.enter(text);
  field.happen('change');
  return page;
}

const tick = (page, name) => {
  const label = details(page)
    .all('.regions label')
    .find(({ words }) => words.trim() === name);
  label.first('input').happen('change');
};

const pick = (page, pattern, value) =>
  details(page)
    .all('label')
    .find(({ words }) => pattern.test(words))
    .first('select')
    .select(value);

test('a table of regions that was pasted twice says so', async () => {
  const text = table();
  const [, ...days] = text.trim().split('\n');
  assert.doesNotMatch(details(await regions(text)).words, /had one already/);
  const twice = await regions(`${text.trim()}\n${days.join('\n')}\n`);
  assert.match(details(twice).words, /Of 105 numbers the region and day had one already/);
});

test('a pasted table of regions is a test: lift, weights, p value, and a share once claims are typed', async () => {
  const page = await regions(table());
  assert.match(details(page).words, /3 regions, 35 days read\./);
  tick(page, 'A');
  pick(page, /^First day/, '2026-08-29');
  // 700 + 210 expected in a week, 182 more
  assert.match(
    details(page).words,
    /A: 1,09\d during the test, 910 expected without the campaign, which is 20% \(182\) more/,
  );
  assert.match(details(page).words, /Of 35 runs of as many days, 2\.9% are as far/);
  assert.match(details(page).words, /C 100(\.0)?%/);
  const claimed = page.root.first('[name="claimed"]');
  claimed.enter('many');
  claimed.happen('change');
  assert.match(details(page).words, /Type a number \(1,234\.5\)/);
  claimed.enter('364');
  claimed.happen('change');
  assert.match(details(page).words, /Incremental share 50%/);
  details(page)
    .all('button')
    .find(({ words }) => /^Put 50% into Ads$/.test(words))
    .press();
  const { incrementalShare } = page.store.scenario.channels[0];
  assert.equal(incrementalShare.provenance, 'measured');
  assert.match(
    incrementalShare.note,
    /^Test over regions: A, August 29, 2026 – September 4, 2026$/,
  );
});

test('before the test its length says what it could show; what is lacking is said', async () => {
  const page = await regions(table());
  assert.match(details(page).words, /Tick the regions that had the campaign\./);
  tick(page, 'A');
  pick(page, /^Planned length/, '7');
  assert.match(details(page).words, /A test of 7 days would show a lift from about/);
  pick(page, /^First day/, '2026-08-05');
  assert.match(details(page).words, /At least 14 days before the test are needed/);
  tick(page, 'C');
  assert.match(details(page).words, /At least two regions without the campaign/);
});

test('what is no table, has gaps or reads two ways is said', async () => {
  const page = await regions('hello', 'fr');
  assert.match(details(page).words, /Pas de tableau de régions et de jours ici\./);
  const field = page.root.first('[name="regions"]');
  field.enter('j\tA\tB\n1\t1.234\t2.345\n2\t1.234\t\n');
  field.happen('change');
  assert.match(details(page).words, /«\s1\.234\s»\s: comment s’écrivent les décimales/);
  pick(page, /comment s’écrivent/, 'point');
  assert.match(details(page).words, /Laissées de côté\s: B \(un jour sans nombre, ou négatif\)\./);
});

test('what a channel claims stays what it was typed as when the language changes', async () => {
  const page = await regions(table());
  tick(page, 'A');
  pick(page, /^First day/, '2026-08-29');
  const claimed = page.root.first('[name="claimed"]');
  claimed.enter('1,820');
  claimed.happen('change');
  assert.match(details(page).words, /Incremental share 10%/);
  page.useLanguage('fr');
  assert.match(details(page).words, /Part incrémentale 10\s%/);
});
