// "What matters most?"
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { near, numberIn } from '../../e2e/lib/analysis.mjs';
import { field } from '../../e2e/lib/calculator.mjs';
import { planOf } from '../../e2e/lib/plans.mjs';
import { Analysis } from '../lib/analysis.mjs';
import { open } from '../lib/calculator.mjs';

test('the levers say what one point and one percent more bring', () => {
  const page = open();
  const influence = new Analysis(page, 'influence').open();
  influence.says(/The close rate: one point more adds €18,000/);
  influence.says(/Ad spend: one percent more takes €650/);
  const table = 'What one percent';
  // 1 % of a return of 180 000; its share of a profit of 115 000
  assert.deepEqual(influence.row(table, 'The close rate'), ['+€1,800', '+€18,000', '+1.57%']);
  influence.choose('fullCostCpl');
  assert.deepEqual(influence.row(table, 'Ad spend'), ['+€0.05', '', '+1.00%']);
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

test('a cost of nothing is not said to move anything', async () => {
  const page = open();
  await page.open(
    planOf([{ id: 'one', leads: 10, costs: [{ kind: 'adSpend', amount: 0 }] }]),
    'file',
  );
  const influence = new Analysis(page, 'influence').open();
  // 10 leads, of which one in ten brings 300: a hundredth of them more brings 3
  influence.says(/The close rate: one point more adds €30\.00/);
  assert.doesNotMatch(influence.text(), /Ad spend: one percent more/);
});
