// "Would another split bring more?"
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { near, numberIn } from '../../e2e/lib/analysis.mjs';
import { kPlan } from '../../e2e/lib/calculator.mjs';
import { kCost } from '../../e2e/lib/example.mjs';
import { Analysis } from '../lib/analysis.mjs';
import { open } from '../lib/calculator.mjs';

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
