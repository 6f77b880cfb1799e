// "What should you find out first?"
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { near, numberIn } from '../../e2e/lib/analysis.mjs';
import { field } from '../../e2e/lib/calculator.mjs';
import { Analysis } from '../lib/analysis.mjs';
import { open } from '../lib/calculator.mjs';

const kZ95 = 1.6448536269514722;
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

test('without a range there is no such question', () => {
  const page = open();
  assert.equal(page.root.all('details[data-section="knowing"]').length, 0);
});
