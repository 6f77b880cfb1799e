// The questions below the answer: how sure, what matters, what it takes, when it is paid back, what
// changed, and how to split the budget.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { logit, normal, numberIn } from '../e2e/lib/analysis.mjs';
import { field, kPlan } from '../e2e/lib/calculator.mjs';
import { planOf } from '../e2e/lib/plans.mjs';
import { Analysis } from './lib/analysis.mjs';
import { open } from './lib/calculator.mjs';

/** The example: 12 000 subscribers, a customer is worth 150, cost 65 000. */
const kLeads = 12_000;
const kValue = 150;
const kCost = 65_000;
const profitAt = (closeRate) => kLeads * closeRate * kValue - kCost;

const near = (actual, expected, share) =>
  assert.ok(
    Math.abs(actual - expected) <= share * Math.abs(expected),
    `${actual} is not near ${expected}`,
  );

/** 100 leads for 3 000 and no other cost, each worth 50, that follow ad spend by an elasticity of 1/2. */
const responding = (goal) =>
  planOf(
    [
      {
        id: 'a',
        leads: 100,
        costs: [{ kind: 'adSpend', amount: 3000 }],
        response: { elasticity: 0.5 },
      },
    ],
    { value: { mode: 'revenue', revenuePerCustomer: 500 }, goal },
  );

function seek(page, target, input) {
  page.paste('seek-target', target);
  const offers = (one) => one.all(`option[value="${input}"]`).length > 0;
  page.root.all('.seek select').find(offers).select(input);
}

const sought = (page) => page.root.first('.seek p').words;

test('without ranges it says that every figure is a single value', () => {
  const page = open();
  const sure = new Analysis(page, 'sure');
  assert.equal(sure.answer(), 'every figure is a single value');
  sure.open();
  sure.says(/± beside a field/);
  page.doesNotSay(/9 times in 10/);
});

test('a range says how sure the profit is', () => {
  const page = open();
  page.paste(field.closeRate, '2..20');
  page.leave();
  const sure = new Analysis(page, 'sure');
  const middle = (logit(0.02) + logit(0.2)) / 2;
  const spread = (logit(0.2) - middle) / 1.6448536269514722;
  const chance = normal((middle - logit(kCost / (kLeads * kValue))) / spread);
  assert.equal(Math.round(10 * chance), 8);
  // the close rate alone is a range: value, three costs and three counts are not
  const words = 'if the 7 figures without a range are exact';
  assert.equal(sure.answer(), `8 chances in 10 that revenue covers the cost, ${words}`);
  page.says(/8 chances in 10 that revenue covers the cost/);

  sure.open();
  sure.says(/100,000 trials/);
  near(numberIn(sure.fact('Chance that revenue covers the cost')), 100 * chance, 0.005);
  const [low, median, high] = sure.row('Low, middle and high', 'Gain');
  near(numberIn(low), profitAt(0.02), 0.02);
  near(numberIn(median), profitAt(1 / 15), 0.02); // odds of 1/14 between 1/49 and 1/4
  near(numberIn(high), profitAt(0.2), 0.02);
  const [picture] = sure.charts();
  assert.match(picture, /between .* and .* 9 times in 10/);
  page.assertNumbersAreNumbers();
});

test('a channel without a range has the chances of luck alone', () => {
  const page = open();
  page.paste(field.leads(1), '2000..8000');
  page.leave();
  const sure = new Analysis(page, 'sure').open();
  const chance = (channel) => sure.row('Channel by channel', channel)[1];
  // 650 customers expected, 174 would pay: nearly 19 standard deviations off
  assert.equal(chance('Facebook'), 'above 99.9%');
  assert.match(chance('Instagram'), /^(above )?\d+(\.\d)?%$/);
});

test('the levers say what one point and one percent more bring', () => {
  const page = open();
  const influence = new Analysis(page, 'influence').open();
  influence.says(/The close rate: one point more adds €18,000/);
  influence.says(/Ad spend: one percent more takes €650/);
  const table = 'What one percent';
  // 1 % of a return of 180 000; its share of a profit of 115 000
  assert.deepEqual(influence.row(table, 'The close rate'), ['+€1,800', '+€18,000', '+1.57%']);
  influence.choose('fullCostCpl');
  assert.deepEqual(influence.row(table, 'Ad spend'), ['+€0.05', '', '+1%']);
});

test('a range is seen in what it moves', () => {
  const page = open();
  page.paste(field.closeRate, '2..20');
  page.leave();
  const influence = new Analysis(page, 'influence').open();
  const [range, moved, share] = influence.row('Ranges', 'Close rate');
  assert.equal(range, '2% → 20%');
  assert.equal(moved, '−€29,000 → €295,000');
  near(numberIn(share), 100, 0.03);
  const [picture] = influence.charts();
  assert.match(picture, /Close rate from 2% to 20% moves .* from −€29,000 to €295,000/);
});

test('an explanation says what it would take, and takes it over', () => {
  const page = open();
  page.explain('roi');
  seek(page, '200', field.closeRate);
  // 195 000 of return over 12 000 subscribers worth 150
  assert.match(sought(page), /^Close rate: at least 10.83% instead of 10%\./);
  page.press('Apply', '.seek');
  page.expect({ roi: 2 });
  near(Number.parseFloat(page.fieldText(field.closeRate)), 100 * (195_000 / 1_800_000), 1e-9);
  page.undo();
  page.expect({ roi: profitAt(0.1) / kCost });
});

test('what cannot be reached is said, with what can', () => {
  const page = open();
  page.explain('roi');
  seek(page, '3000', field.closeRate);
  // every subscriber a customer: (1 800 000 − 65 000) / 65 000
  assert.match(sought(page), /cannot reach it: at most 2,669%, at 100%/);
});

test('the goal names what would reach it', () => {
  const page = open();
  page.choose('preset', 'b2b-leads');
  page.openAll();
  // 154 of 500 leads are missing
  page.says(
    /Leads, E-mail: at least 246 instead of 92\. Beyond what was seen: 2.67 times the highest figure known/,
  );
  page.says(/Clicks, LinkedIn: at least 3,225 instead of 1,300/);
});

test('a sales cycle delays the payback', () => {
  const page = open();
  const time = new Analysis(page, 'time').open();
  page.type(`${kPlan}/time/lagMonths`, '2');
  page.leave();
  // A third of 65 000 goes out in each of months 1 to 3, a third of 180 000 comes in in 3 to 5.
  assert.equal(time.answer(), 'after 3.1 months');
  time.says(/Revenue has covered the cost after 3.1 months/);
  assert.deepEqual(time.row('Month by month', '3'), ['€38,300', '−€5,000']);
  page.says(/Cost covered\s+3.1 months/);

  page.type(`${kPlan}/time/discountRate`, '10');
  page.leave();
  const flows = [0, -kCost / 3, -kCost / 3, (180_000 - kCost) / 3, 60_000, 60_000];
  const worth = flows.reduce((sum, flow, month) => sum + flow * 1.1 ** (-month / 12), 0);
  near(numberIn(time.fact('Net present value in all')), worth, 0.005);
});

test('a cost is paid when its line says', () => {
  const page = open();
  page.root.first('.inputs .opener').press();
  page.choose(`${kPlan}/channels/0/costs/0/paid`, 'first');
  const time = new Analysis(page, 'time').open();
  assert.deepEqual(time.row('Month by month', '0'), ['−€26,000', '−€26,000']);
  page.choose(`${kPlan}/channels/0/costs/0/paid`, 'end');
  // a third of the other 39 000 goes out in each month, 60 000 come in from the second on
  assert.deepEqual(time.row('Month by month', '1'), ['−€13,000', '−€13,000']);
  assert.deepEqual(time.row('Month by month', '3'), ['€21,000', '€55,000']);
});

test('what comes after the months looked at is still to come, and pays back all the same', () => {
  const page = open();
  page.choose('preset', 'saas');
  const time = new Analysis(page, 'time').open();
  assert.equal(time.answer(), 'after 13.6 months');
  time.says(/It is paid back after 13\.6 months/);
  page.says(/Paid back\s+13\.6 months/);
  // −3 490 in hand after a year, 61 817 later: the profit of 58 327
  assert.equal(time.fact('In hand after 12 months'), '−€3,490');
  near(numberIn(time.fact('Still to come')), 61_817, 0.005);
  page.type(`${kPlan}/time/discountRate`, '10');
  page.type(`${kPlan}/time/horizonMonths`, '6');
  page.leave();
  assert.equal(time.answer(), 'after 13.6 months');
  near(numberIn(time.fact('Net present value in all')), 41_220, 0.005);
  time.says(/ROI a year\s+–\s*Customers go on paying without an end/);
});

test('nothing is claimed of a payback before a sales cycle is stated', () => {
  const page = open();
  const time = new Analysis(page, 'time').open();
  page.clear(`${kPlan}/time/lagMonths`);
  page.leave();
  assert.equal(time.answer(), 'say how long a sale takes');
  time.says(/^((?!months\.).)*how long a sale takes/s);
  page.doesNotSay(/Cost covered|Paid back/);
  page.choose('preset', 'saas');
  page.says(/Paid back\s+[\d.]+ months/);
});

test('a plan that never pays back says so', () => {
  const page = open();
  page.paste(field.closeRate, '1');
  const time = new Analysis(page, 'time').open();
  assert.equal(time.answer(), 'never');
  page.says(/When is its cost covered\?/);
  time.says(/Revenue never covers the cost/);
  page.type(`${kPlan}/margin`, '50');
  page.says(/When is it paid back\?/);
  time.says(/It is never paid back/);
});

test('an alternative is explained part by part', () => {
  const page = open();
  page.press('Compare with…');
  page.press('an alternative');
  page.type('/scenarios/1/closeRate', '12.345');
  page.leave();
  page.type('/scenarios/1/channels/0/costs/0/amount', '20000');
  page.leave();
  const changed = new Analysis(page, 'changed').open();
  const profit = kLeads * 0.12345 * kValue - 59_000;
  const parts = 'Parts of the change';
  assert.deepEqual(changed.row(parts, 'Plan'), ['€115,000']);
  assert.deepEqual(changed.row(parts, 'The close rate'), ['+€42,210']);
  assert.deepEqual(changed.row(parts, 'Ad spend'), ['+€6,000']);
  assert.equal(numberIn(changed.row(parts, 'Alternative')[0]), profit);

  changed.choose('roi');
  const shown = [];
  for (const name of ['Plan', 'The close rate', 'Ad spend', 'Alternative']) {
    shown.push(numberIn(changed.row(parts, name)[0]));
  }
  const [from, rate, spend, to] = shown;
  assert.equal((from + rate + spend).toFixed(1), to.toFixed(1), 'what is shown adds up');
  near(to, (100 * profit) / 59_000, 1e-3);
});

test('plans in two currencies are not compared, and the page says why', async () => {
  const page = open();
  const plan = (id, currency) => ({
    id,
    period: { kind: 'month' },
    currency,
    action: 'lead',
    closeRate: 0.1,
    value: { mode: 'revenue', revenuePerCustomer: 100 },
    channels: [{ id: 'a', leads: 10, costs: [{ kind: 'adSpend', amount: 50 }] }],
  });
  await page.open({ schemaVersion: 2, scenarios: [plan('a', 'EUR'), plan('b', 'USD')] }, 'file');
  const changed = new Analysis(page, 'changed');
  assert.equal(changed.answer(), 'These two scenarios cannot be compared.');
  changed.open();
  page.says(/One scenario is in USD, the other in EUR: nothing is converted/);
});

test('what may be lost is said: on average, and more than an amount', () => {
  const page = open();
  page.type(field.closeRate, '2..20');
  page.leave();
  const sure = new Analysis(page, 'sure').open();
  sure.says(/Expected loss/);
  page.type('loss', '65000');
  sure.says(/Chance of losing more than[\s\S]*: below 0\.1%/);
  page.type('loss', 'much');
  sure.says(/Type an amount of 0 or more/);
});

test('guesses of a kind may rise and fall together, which makes the plan less sure', () => {
  const page = open();
  for (const channel of [0, 1]) {
    page.type(field.leads(channel), '2000..8000');
    page.leave();
  }
  const sure = new Analysis(page, 'sure').open();
  sure.says(/These guesses rise and fall together/);
  const text = sure.text();
  const [low, high, lowApart, highApart] = text
    .match(/Gain.*, 9 times in 10: (\S+) → (\S+) if they do, (\S+) → (\S+) if each/)
    .slice(1)
    .map(numberIn);
  assert.ok(low < lowApart && highApart < high, `${low} ${lowApart} ${highApart} ${high}`);
  const isOn = () => page.input('together-leads').checked;
  assert.equal(isOn(), false);
  page.input('together-leads').tick();
  assert.equal(isOn(), true);
  page.undo();
  assert.equal(isOn(), false);
});

test('the best split spends where the last euro brings most', () => {
  const page = open();
  const split = new Analysis(page, 'split').open();
  split.says(/what you assume/);
  for (const channel of [0, 1, 2]) {
    const response = `${kPlan}/channels/${channel}/response`;
    page.type(`${response}/elasticity`, '50');
    page.leave();
    page.type(`${response}/minAdSpend`, '0');
    page.leave();
    page.type(`${response}/maxAdSpend`, '65000');
    page.leave();
  }
  // With the elasticity 1/2 everywhere, spend is best in proportion to return² / spend.
  const returns = [97_500, 60_000, 22_500];
  const spends = [26_000, 12_000, 27_000];
  const weights = returns.map((amount, i) => amount ** 2 / spends[i]);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const best = weights.map((weight) => (kCost * weight) / all);
  for (const [i, name] of ['Facebook', 'Instagram', 'LinkedIn'].entries()) {
    const [spend] = split.row('The best split', name);
    const [now, then] = spend.split('→').map(numberIn);
    assert.equal(now, spends[i]);
    near(then, best[i], 0.005);
  }
  const gains = returns.map((amount, i) => amount * Math.sqrt(best[i] / spends[i]));
  const profit = gains.reduce((sum, gain) => sum + gain, -kCost);
  const [, promised] = split.answer().split(' to ');
  near(numberIn(promised), profit, 0.005);
});

test('unless told otherwise, the split stays within what was seen', () => {
  const page = open();
  const split = new Analysis(page, 'split').open();
  for (const channel of [0, 1, 2]) {
    page.type(`${kPlan}/channels/${channel}/response/elasticity`, '40..60');
    page.leave();
  }
  // LinkedIn would best be spent 2 265 on
  const [spend] = split.row('The best split', 'LinkedIn');
  assert.deepEqual(spend.split('→').map(numberIn), [27_000, 13_500]);
  split.says(/On average over your ranges, from €115,000 to €/);
  const minimum = `${kPlan}/channels/2/response/minAdSpend`;
  page.type(minimum, '0');
  page.leave();
  split.says(/Beyond what was seen: 0\.\d+ times the lowest ad spend known/);
});

test('a goal follows what channels state of ad spend', () => {
  const page = open('en', responding({ metric: 'profit', target: 4000 }));
  page.openAll();
  // 5 000 s^0.5 - 3 000 s is 2 083 at most, where s is 25/36
  page.says(/at most €2,083, with €2,080 of ad spend/);
  page.says(/The nearest ad spend comes to it\s+€2,083/);
  const other = open('en', responding({ metric: 'leads', target: 200 }));
  other.openAll();
  other.says(/Beyond what was seen: 4 times the highest ad spend known/);
  other.says(/Ad spend it takes\s+€12,000/);
});

test('what always holds is said, and offers nothing to apply', () => {
  const plan = responding({ metric: 'leads', target: 1 });
  plan.scenarios[0].channels.push({ id: 'b', leads: 300 });
  const page = open('en', plan);
  page.explain('profit');
  seek(page, '1000', `${kPlan}/channels/1/leads`);
  assert.equal(sought(page), 'Always above €1,000, even for nothing.');
  seek(page, '1000', `${kPlan}/closeRate`);
  assert.match(sought(page), /^Close rate: at least 2% instead of 10%\./);
  seek(page, '-9000', `${kPlan}/channels/0/costs/0/amount`);
  assert.match(sought(page), /: at most €29,000 .* 9\.67 times the highest figure known/);
});
