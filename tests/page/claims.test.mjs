// What the page claims is true on its basis, and says what it takes for granted.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { field, kPlan } from '../e2e/lib/calculator.mjs';
import { planOf, smallPlan } from '../e2e/lib/plans.mjs';
import { open } from './lib/calculator.mjs';

const kMargin = `${kPlan}/margin`;

const claim = (page) => page.root.first('.claim').textContent;

test('refunds and commissions are taken off, and ROAS stays before both', () => {
  const page = open();
  page.openAll();
  page.type(`${kPlan}/refunds`, '10');
  page.leave();
  page.expect({ return: 162_000, roas: 180_000 / 65_000 });
  assert.match(claim(page), /You earn money if your margin is above 40%/);
  page.type(kMargin, '60');
  page.type(`${kPlan}/commissions`, '5');
  page.leave();
  // 180 000 less a tenth, of which 60 % less 5 % are left
  page.expect({ return: 89_100, profit: 89_100 - 65_000, roas: 180_000 / 65_000 });
});

test('lifetime is said only where the value counts one', () => {
  const page = open();
  page.choose('preset', 'saas');
  page.says(/over the customer’s lifetime/);
  page.choose('preset', 'local-service');
  page.doesNotSay(/lifetime/);
});

test('every guess becomes a range at once, and undo takes them back at once', () => {
  const page = open();
  page.root.first('[data-section="sure"]').unfold();
  page.type('guess', '50');
  page.press('Turn 8 guesses into ranges');
  assert.equal(page.fieldText(`${field.closeRate}/low`), '5');
  assert.equal(page.fieldText(`${field.closeRate}/high`), '15');
  page.says(/chances in 10+ that revenue covers the cost[.;]/);
  page.undo();
  assert.equal(page.fieldText(field.closeRate), '10');
});

test('a goal of an empty plan has no target until one is typed, and progress comes at once', () => {
  const page = open();
  page.choose('preset', 'blank');
  page.openAll();
  const goal = '/scenarios/0/goal';
  const stated = () => page.store.scenario.goal;
  page.press('Start from what the plan gives');
  assert.equal(page.fieldText(`${goal}/target`), '');
  assert.equal(stated(), undefined);
  page.choose(`${goal}/metric`, 'customers');
  page.type(`${goal}/target`, '200');
  page.leave();
  assert.deepEqual(stated(), { metric: 'customers', target: 200 });
  page.press('Say how far you are');
  assert.equal(page.fieldText(`${goal}/progress/reached`), '');
  page.says(/With a start and an end date/);
  page.type(`${goal}/progress/reached`, '80');
  page.leave();
  assert.equal(stated().progress.reached, 80);
  page.paste(`${goal}/progress/date`, '2026-01-26');
  page.paste(`${goal}/start`, '2026-01-01');
  page.paste(`${goal}/deadline`, '2026-04-11');
  page.leave();
  page.doesNotSay(/With a start and an end date/);
  page.openAll();
  page.says(/80 by January 26, 2026/);
});

test('how a goal stands on the way, and its basket', async () => {
  const page = open();
  await page.open(
    planOf([{ id: 'a', leads: 100, costs: [{ kind: 'adSpend', amount: 1000 }] }], {
      value: { mode: 'orders', averageOrderValue: 60, ordersPerYear: 5, years: 1 },
      goal: {
        metric: 'leads',
        target: 200,
        basket: 50,
        start: '2026-01-01',
        deadline: '2026-04-11',
        progress: { date: '2026-01-26', reached: 80 },
      },
    }),
    'file',
  );
  page.openAll();
  // 25 of 100 days have gone
  page.says(/80 by January 26, 2026; at an even pace it would be 50, for 25% of the time/);
  page.says(/The basket is €60.00, its target of €50.00 is met/);
});

test('how far a rate is from its goal is said in points', () => {
  // 1 000 bring 5 000: 400 %, of the 500 % that are wanted
  const page = open('en', smallPlan({ goal: { metric: 'roi', target: 5 } }));
  page.openAll();
  page.says(/Return on investment: 500%\. The plan misses it by 100 pts\./);
  page.says(/Distance from the goal\s+−100 pts\s+Share of the goal\s+80%/);
  // 5 000 of the 5 010 that are wanted
  const near = open('en', smallPlan({ goal: { metric: 'return', target: 5010 } }));
  near.openAll();
  near.says(/Share of the goal\s+99\.8%/);
});
