// "What changed?"
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { near, numberIn } from '../../e2e/lib/analysis.mjs';
import { kLeads, kValue } from '../../e2e/lib/example.mjs';
import { Analysis } from '../lib/analysis.mjs';
import { open } from '../lib/calculator.mjs';

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
