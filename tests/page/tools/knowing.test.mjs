// "What should you find out first?"
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { near, numberIn } from '../../e2e/lib/analysis.mjs';
import { field } from '../../e2e/lib/calculator.mjs';
import { planOf } from '../../e2e/lib/plans.mjs';
import { Analysis } from '../lib/analysis.mjs';
import { open } from '../lib/calculator.mjs';

const kZ95 = 1.6448536269514722;
/** The chance that a standard normal is below z, by Simpson's rule. */
function normal(z) {
  const kSteps = 2000;
  const step = (z + 8) / kSteps;
  const at = (x) => Math.exp((-x * x) / 2);
  let sum = at(-8) + at(z);
  for (let i = 1; i < kSteps; i += 1) sum += (i % 2 === 1 ? 4 : 2) * at(-8 + i * step);
  return (sum * step) / 3 / Math.sqrt(2 * Math.PI);
}

const logit = (rate) => Math.log(rate / (1 - rate));

/** What is lost on average without knowing a close rate from 2 % to 20 %, a normal on the scale of odds, by Simpson's
 * rule. */
function lostOnAverage(lost) {
  const middle = (logit(0.02) + logit(0.2)) / 2;
  const spread = (logit(0.2) - logit(0.02)) / 2 / kZ95;
  const at = (z) => {
    const odds = Math.exp(middle + z * spread);
    return lost(odds / (1 + odds)) * Math.exp((-z * z) / 2);
  };
  const kSteps = 20_000;
  const step = 16 / kSteps;
  let sum = at(-8) + at(8);
  for (let i = 1; i < kSteps; i += 1) sum += (i % 2 === 1 ? 4 : 2) * at(-8 + i * step);
  return (sum * step) / 3 / Math.sqrt(2 * Math.PI);
}

test('what a figure is worth to know is what not knowing it loses, and a test is worth less', () => {
  const page = open();
  page.paste(field.closeRate, '2..20');
  page.leave();
  const knowing = new Analysis(page, 'knowing').open();
  // 12 000 leads, 150 a customer, 65 000 of cost
  const worth = lostOnAverage((rate) => Math.max(0, 65_000 - 12_000 * 150 * rate));
  const [known, sample, sampleWorth, cost] = knowing.row('What each figure', 'Close rate');
  near(numberIn(known), worth, 0.03);
  assert.match(sample, /^[\d,]+ subscribers, about \d+ days?$/);
  assert.ok(numberIn(sampleWorth) < numberIn(known));
  assert.ok(numberIn(cost) < numberIn(sampleWorth));
  knowing.says(/On average the plan brings .* more than it costs, before the cost of goods/);
  knowing.says(/would be worth €[\d,]+ on average: never spend more/);
  knowing.says(/A test \(.*\) of “Close rate” is worth/);
  assert.match(knowing.answer(), /^Close rate: knowing it is worth at most €/);
});

test('where no range changes the decision, nothing is worth knowing', () => {
  const page = open();
  page.paste(field.closeRate, '9..11');
  page.leave();
  const knowing = new Analysis(page, 'knowing').open();
  assert.match(knowing.answer(), /^Nothing: anywhere in your ranges, or nearly/);
  knowing.says(/knowing more would not change it/);
});

test('each channel is a decision of its own', () => {
  const page = open();
  page.paste(field.closeRate, '2..20');
  page.leave();
  const knowing = new Analysis(page, 'knowing').open();
  knowing.choose('channels');
  knowing.says(/Worth keeping, on average: Facebook/);
});

/** 1 000 on each of two channels that respond by the square root; what b sells at is known from 60 to 166.67. */
const respondingPlan = () =>
  planOf(
    ['a', 'b'].map((id) => ({
      id,
      leads: 1000,
      costs: [{ kind: 'adSpend', amount: 1000 }],
      value: {
        mode: 'revenue',
        revenuePerCustomer: id === 'a' ? 100 : { low: 60, likely: 100, high: 1000 / 6 },
      },
      response: { elasticity: 0.5 },
    })),
    { closeRate: 0.1 },
  );

test('whether the budget is split anew is decided by what knowing would change of it', async () => {
  const page = open();
  await page.open(respondingPlan(), 'file');
  const knowing = new Analysis(page, 'knowing').open();
  knowing.choose('split');
  // Spends as the squares of the mean returns, 10 000 and m; b's value is an option on what a brings less.
  const s = Math.log(10 / 6) / kZ95;
  const mean = 10_000 * Math.exp((s * s) / 2);
  const share = mean ** 2 / (mean ** 2 + 1e8);
  const more = Math.sqrt(2 * share) - 1;
  const strike = 10_000 * (1 - Math.sqrt(2 * (1 - share)));
  const d = Math.log((10_000 * more) / strike) / s;
  const worth = mean * more * normal(d + s) - strike * normal(d) - (mean * more - strike);
  const [known] = knowing.row('What each figure', 'Value of a customer, Channel 2');
  near(numberIn(known), worth, 0.03);
  knowing.says(/On average the best split brings €5\.9\d more than today’s/);
});

test('where no split is known to be better, there is nothing to decide', async () => {
  const page = open();
  const plan = respondingPlan();
  plan.scenarios[0].channels.pop();
  plan.scenarios[0].closeRate = { low: 0.02, high: 0.2 };
  await page.open(plan, 'file');
  const knowing = new Analysis(page, 'knowing').open();
  knowing.choose('split');
  knowing.says(/No split is known to be better than today’s/);
});

/** 6 to 16.67 hours are saved, at 40 each, for a licence. */
const savingPlan = (licence) => {
  const savedHours = { low: 6, likely: 10, high: 100 / 6 };
  const plan = planOf([{ id: 'a', leads: 10, costs: [{ kind: 'adSpend', amount: 100 }] }]);
  plan.scenarios[0].own = { savedHours, licence };
  const inputs = [
    { id: 'savedHours', unit: 'hours', label: 'Hours saved' },
    { id: 'licence', unit: 'money', label: 'Licence' },
  ];
  const formula = 'savedHours * hourly - licence';
  const figures = [{ id: 'net', unit: 'money', label: 'Net saving', formula }];
  plan.scenarios[0].own.hourly = 40;
  inputs.push({ id: 'hourly', unit: 'moneyPerHour', label: 'Wage' });
  return { ...plan, own: { inputs, figures } };
};

test('what an own figure in money says is decided, and its own fields are worth knowing', async () => {
  const page = open();
  await page.open(savingPlan(450), 'file');
  const knowing = new Analysis(page, 'knowing').open();
  knowing.choose('metric own:net');
  const s = Math.log(10 / 6) / kZ95;
  const mean = 400 * Math.exp((s * s) / 2);
  const d = Math.log(400 / 450) / s;
  const worth = mean * normal(d + s) - 450 * normal(d);
  const [known] = knowing.row('What each figure', 'Hours saved');
  near(numberIn(known), worth, 0.03);
  knowing.says(/On average “Net saving” falls short of zero by €30/);
  await page.open(savingPlan(300), 'file');
  new Analysis(page, 'knowing').says(/On average “Net saving” comes to €120/);
});

test('an own figure that is not known says why it decides nothing', async () => {
  const page = open();
  const plan = savingPlan(450);
  plan.scenarios[0].own.licence = undefined;
  await page.open(JSON.parse(JSON.stringify(plan)), 'file');
  const knowing = new Analysis(page, 'knowing').open();
  knowing.choose('metric own:net');
  knowing.says(/Licence/);
});

test('without a range there is no such question', () => {
  const page = open();
  assert.equal(page.root.all('details[data-section="knowing"]').length, 0);
});
