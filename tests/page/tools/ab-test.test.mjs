// An A/B test as it is typed and read. Expected figures are published, or worked out by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentOf, fragmentOf } from '../../../web/src/persistence/link.ts';
import { smallPlan } from '../../e2e/lib/plans.mjs';
import { open } from '../lib/calculator.mjs';

const panel = (page) => page.root.first('.evidence');
const at = (field) => `/scenarios/0/abTest/${field}`;

/** One channel: 10,000 clicks of which 5% become leads, 10% of them customers who bring 100. */
function clickPlan() {
  const document = smallPlan();
  const [scenario] = document.scenarios;
  scenario.closeRate = 0.1;
  scenario.value = { mode: 'revenue', revenuePerCustomer: 100 };
  scenario.channels = [
    {
      id: 'ads',
      name: 'Ads',
      clicks: 10000,
      conversionRate: 0.05,
      costs: [{ kind: 'adSpend', amount: 1000 }],
    },
  ];
  return document;
}

async function abTest(locale = 'en', document = clickPlan()) {
  const page = open(locale, document);
  page.openTool('ab-test');
  while (!panel(page)?.first('form')) await new Promise((done) => setImmediate(done));
  page.idle();
  return page;
}

function type(page, figures) {
  for (const [field, text] of Object.entries(figures)) {
    page.type(at(field), text);
    page.leave();
  }
  page.idle();
}

const counts = (a, b) => ({
  'a/visitors': a[1],
  'a/conversions': a[0],
  'b/visitors': b[1],
  'b/conversions': b[0],
});
/** geratools.com: z 1.982, p 0.0474, 18% more. */
const kPublished = counts(['250', '5000'], ['295', '5000']);

const rows = (page) =>
  panel(page)
    .all('tbody tr')
    .map(({ words }) => words);

const press = (page, words) =>
  panel(page)
    .all('button')
    .find((one) => one.words.startsWith(words))
    .press();

test('the printed report has it once counts are typed, with how it was worked out', async () => {
  const page = await abTest();
  assert.equal(page.onPaper('A/B test'), undefined);
  type(page, kPublished);
  const { words } = page.onPaper('A/B test');
  assert.match(words, /B did better than A: 5\.9% against 5%;/);
  assert.match(words, /A 250 \/ 5,000 Conversions \/ visitors B 295 \/ 5,000/);
  assert.match(words, /Wilson for rates/);
  assert.doesNotMatch(words, /into the plan/);
});

test('it begins with an example that is said to be one, and offers nothing of it to the plan', async () => {
  const page = await abTest();
  const { document } = page.store;
  assert.match(panel(page).words, /Figures in grey are an example: type your own\./);
  assert.match(panel(page).words, /B did better than A: 5\.9% against 5%;/);
  assert.doesNotMatch(panel(page).words, /into the plan/);
  assert.equal(page.store.document, document);
});

test('a published test: who leads, how sure it is, and what that is worth in the plan', async () => {
  const page = await abTest();
  type(page, kPublished);
  const { words } = panel(page);
  assert.match(words, /B did better than A: 5\.9% against 5%;/);
  assert.match(words, /98 chances in 100 that B has the best rate/);
  assert.match(words, /This holds for one reading/);
  const [, b] = rows(page);
  assert.match(b, /^B 5\.9% .*\+0\.90 pts \+0\.01 pts to \+1\.79 pts \+18% 0\.047 97\.62% /);
  // 0.9 points of 10,000 clicks are 90 leads, 9 customers, 900
  assert.match(
    words,
    /In the plan \(Ads\), B instead of A changes “[^”]+” by \+€900 over its period/,
  );
});

test('the rate of the better one goes into the plan as a measured range, in one step', async () => {
  const page = await abTest();
  type(page, kPublished);
  const { document } = page.store;
  assert.match(
    panel(page).words,
    /The plan gets the rate of B: 5\.9% \(5\.37% to 6\.47%, 9 times in 10\)/,
  );
  const preview = rows(page).filter((row) => /^(Conversion rate|Leads)/.test(row));
  assert.deepEqual(preview, ['Conversion rate 5% 5.9%', 'Leads 500 590']);
  press(page, 'Put the rate of B into the plan (Ads)');
  const [channel] = page.store.scenario.channels;
  const { low, likely, high, ...about } = channel.conversionRate;
  assert.equal(likely, 0.059);
  assert.ok(0.053 < low && low < 0.055 && 0.064 < high && high < 0.066, `${low} to ${high}`);
  assert.deepEqual(about, {
    n: 5000,
    provenance: 'measured',
    note: 'A/B test, B: 295 conversions of 5,000 visitors; one period only',
  });
  assert.match(page.notice.text, /The measured rate is in the plan/);
  page.undo();
  assert.deepEqual(page.store.document, document);
});

test('of several channels, the one whose visitors were tested is chosen, and kept', async () => {
  const document = clickPlan();
  const [scenario] = document.scenarios;
  scenario.channels.push({ ...scenario.channels[0], id: 'mail', name: 'Mail', clicks: 2000 });
  const page = await abTest('en', document);
  type(page, kPublished);
  panel(page).first('select').select('mail');
  page.idle();
  // 0.9 points of 2,000 clicks are 18 leads
  assert.match(panel(page).words, /In the plan \(Mail\), .* by \+€180 over its period/);
  assert.equal(page.store.scenario.abTest.channel, 'mail');
});

test('leads that were typed give way to the rate, customers to the close rate they made', async () => {
  const document = clickPlan();
  const [scenario] = document.scenarios;
  delete scenario.closeRate;
  const { conversionRate: _, ...channel } = scenario.channels[0];
  scenario.channels = [{ ...channel, leads: 500, customers: 50 }];
  const page = await abTest('en', document);
  type(page, kPublished);
  press(page, 'Put the rate of B');
  const [after] = page.store.scenario.channels;
  assert.equal(after.leads, undefined);
  assert.equal(after.customers, undefined);
  assert.equal(after.closeRate, 0.1);
  assert.equal(after.conversionRate.likely, 0.059);
});

test('while it is open no winner is named, and the rate in use is what is offered', async () => {
  const page = await abTest();
  type(page, { ...counts(['250', '5000'], ['277', '5000']) });
  page.store.edit(at('days'), 10);
  page.store.leave(at('days'));
  page.idle();
  const { words } = panel(page);
  assert.match(words, /B leads \(5\.54% against 5% of A\), but that is not settled\./);
  assert.doesNotMatch(words, /B did better/);
  // z is 1.2084: 1.63 times as much again
  assert.match(
    words,
    /B needs 452 more conversions \(8,154 visitors\) for the difference to show: 17 days at this pace/,
  );
  assert.match(words, /The plan gets the rate of A: 5%/);
  assert.match(words, /Nothing shows that another is better/);
});

test('a split that is not the one meant says so, and nothing else', async () => {
  const page = await abTest();
  type(page, counts(['250', '5000'], ['400', '5600']));
  const { words } = panel(page);
  assert.match(words, /Visitors are not split as planned \(p < 0\.001\)/);
  assert.doesNotMatch(words, /leads|better|chances|into the plan|In the plan/);
});

test('read while it runs, the wider interval decides, and there is no p', async () => {
  const page = await abTest();
  type(page, kPublished);
  page.store.edit(at('running'), true);
  page.idle();
  const { words } = panel(page);
  assert.match(words, /B leads .* but that is not settled/);
  assert.match(words, /The interval holds at every reading/);
  assert.doesNotMatch(words, /one reading/);
});

test('variants come and go, and several ask more of each', async () => {
  const page = await abTest();
  type(page, kPublished);
  press(page, 'Add variant C');
  assert.match(panel(page).words, /Type the visitors and conversions of each variant/);
  type(page, { 'c/visitors': '5000', 'c/conversions': '252' });
  // 0.0474 of two comparisons: 0.095
  assert.match(rows(page)[1], /0\.095/);
  assert.match(panel(page).words, /B leads .* not settled/);
  press(page, 'Remove variant C');
  assert.match(panel(page).words, /B did better than A/);
});

test('revenue is read per visitor and per basket, with an interval once its deviation is known', async () => {
  const page = await abTest();
  type(page, kPublished);
  panel(page).first('[data-part="ab-more"]').unfold();
  type(page, { 'a/revenue': '10000', 'b/revenue': '12000' });
  panel(page).first('[data-part="ab-detail"]').unfold();
  const revenue = () => rows(page).find((row) => /^A €2\.00/.test(row));
  assert.match(revenue(), /^A €2\.00 – €40\.00 –$/);
  type(page, { 'a/basketDeviation': '20' });
  assert.match(revenue(), /€40\.00 €37\.52 to €42\.48/);
});

test('what cannot be is named, with what to do', async () => {
  const page = await abTest();
  type(page, counts(['250', '5000'], ['5001', '5000']));
  assert.match(panel(page).words, /Conversions, B: .*5,000/);
});

test('where leads are counted without clicks, the lift is what counts; there is no rate to put into the plan', async () => {
  const document = clickPlan();
  const [channel] = document.scenarios[0].channels;
  delete channel.clicks;
  delete channel.conversionRate;
  channel.leads = 500;
  const page = await abTest('en', document);
  type(page, kPublished);
  // 18% more of 500 leads, 10% of them customers who bring 100
  assert.match(panel(page).words, /B instead of A changes “[^”]+” by \+€900 over its period/);
  assert.match(panel(page).words, /No channel of the plan counts clicks/);
  assert.doesNotMatch(panel(page).words, /Put the rate/);
});

test('a plan that does not say what a conversion brings is told so', async () => {
  const document = clickPlan();
  delete document.scenarios[0].value;
  const page = await abTest('en', document);
  type(page, kPublished);
  assert.match(panel(page).words, /no money is put to the difference/);
});

// 65% against 85%: 70 each (Chow, Shao, Wang).
test('the next test is planned: size, days, weeks, and the size that pays', async () => {
  const page = await abTest();
  panel(page).first('[data-part="ab-plan"]').unfold();
  type(page, { rate: '65', lift: '30.769230769', visitorsPerDay: '10' });
  const { words } = panel(page);
  assert.match(words, /To be significant 70 visitors per variant, 14 days/);
  assert.match(words, /To gain the most \d+ visitors per variant/);
  assert.ok(
    rows(page).some((row) => /^2 70 \+30\.8%|^2 70 \+31%/.test(row)),
    rows(page).join('\n'),
  );
});

test('a lift beyond a rate of all is named with the most there is', async () => {
  const page = await abTest();
  panel(page).first('[data-part="ab-plan"]').unfold();
  type(page, { rate: '50', lift: '150' });
  assert.match(panel(page).words, /Lift to be found: .*100%/);
});

test('in French, by the words of the field', async () => {
  const page = await abTest('fr');
  type(page, kPublished);
  const { words } = panel(page);
  assert.match(words, /B a fait mieux que A\s: 5,9\s% contre 5\s%/);
  assert.match(words, /98 chances sur 100 que B ait le meilleur taux/);
  press(page, 'Mettre le taux de B dans le plan');
  assert.match(
    page.store.scenario.channels[0].conversionRate.note,
    /^Test A\/B, B\s: 295 conversions/,
  );
});

test('a link holds it, and says nothing of a plan without it', async () => {
  const page = await abTest();
  const without = await fragmentOf(page.store.document);
  type(page, { 'a/visitors': '5000' });
  const { document } = page.store;
  assert.deepEqual(await documentOf(await fragmentOf(document)), document);
  page.undo();
  assert.equal(await fragmentOf(page.store.document), without);
});

test('customers with a range become a close rate with one', async () => {
  const plan = clickPlan();
  const [channel] = plan.scenarios[0].channels;
  channel.customers = { low: 40, likely: 50, high: 60 };
  const page = await abTest('en', plan);
  type(page, kPublished);
  press(page, 'Put');
  // 50 of 500 leads
  const [{ closeRate, customers }] = page.store.scenario.channels;
  assert.deepEqual(closeRate, { low: 0.08, likely: 0.1, high: 0.12 });
  assert.equal(customers, undefined);
});

test('customers of which more were thought possible than there are leads become one close rate', async () => {
  const plan = clickPlan();
  plan.scenarios[0].channels[0].customers = { low: 200, likely: 400, high: 600 };
  const page = await abTest('en', plan);
  type(page, kPublished);
  press(page, 'Put');
  // 400 of 500 leads
  assert.equal(page.store.scenario.channels[0].closeRate, 0.8);
});

test('whoever adds or removes a variant goes on in a field of what is left', async () => {
  const page = await abTest();
  page.press('Add variant C');
  assert.ok(page.root.first(page.sought), page.sought);
  assert.match(page.sought, /\/c\//);
  page.press('Remove variant C');
  assert.match(page.sought, /\/b\//);
});
