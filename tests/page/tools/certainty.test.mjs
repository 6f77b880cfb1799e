// "How sure is it?"
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { casesOf } from '../../../web/src/charts/dots.ts';
import { logit, near, normal, numberIn } from '../../e2e/lib/analysis.mjs';
import { field } from '../../e2e/lib/calculator.mjs';
import { kCost, kLeads, kValue, profitAt } from '../../e2e/lib/example.mjs';
import { Analysis } from '../lib/analysis.mjs';
import { open } from '../lib/calculator.mjs';

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
  const [counted, picture] = sure.charts();
  assert.equal(
    counted,
    `Chance that revenue covers the cost: ${sure.fact('Chance that revenue covers the cost')}`,
  );
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

test('what may be lost is said: on average, and more than an amount', () => {
  const page = open();
  page.type(field.closeRate, '2..20');
  page.leave();
  const sure = new Analysis(page, 'sure').open();
  sure.says(/Expected loss/);
  page.type('loss', '65000');
  sure.says(/Chance of a loss of more than[\s\S]*: below 0\.1%/);
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

test('a chance is a hundred dots, all of them filled only where nothing else is possible', () => {
  assert.deepEqual(
    [0, 0.001, 0.004, 0.25, 0.974, 0.999, 1].map(casesOf),
    [0, 1, 1, 25, 97, 99, 100],
  );
});
