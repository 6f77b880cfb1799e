// What the page claims is true on its basis, and says what it takes for granted.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv } from '../../web/src/sharing/csv.ts';
import { firstPage } from '../../web/src/standalone/report/first-page.ts';
import { field, kPlan } from '../e2e/lib/calculator.mjs';
import { planOf, smallPlan } from '../e2e/lib/plans.mjs';
import { open } from './lib/calculator.mjs';
import { drawn } from './lib/drawn.mjs';

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

/** All the places in which the profit stands beside the period. */
function besideThePeriod(page) {
  page.showAllFigures();
  return {
    paper: drawn(firstPage(page.view())).textContent,
    table: page.root.first('[data-section="all"]').words,
    file: csv(page.view()).split('\n')[0],
    basis: page.root.first('.numbers').words,
  };
}

test('a profit of more than the period says so beside the period', () => {
  const english = besideThePeriod(open('en', 'saas'));
  const ofYears = /Costs are those of the period; return and profit are over .* whole lifetime\./;
  assert.match(english.paper, ofYears);
  assert.match(english.table, ofYears);
  assert.match(english.file, /,Cost \(EUR\),.*,Profit over the customers’ lifetime \(EUR\),/);
  assert.match(english.basis, /Worked out on the margin, over the customer’s lifetime\./);
  const french = besideThePeriod(open('fr', 'saas'));
  const surLaVie = /Les coûts sont ceux de la période.* ceux de toute la vie des clients\./;
  assert.match(french.paper, surLaVie);
  assert.match(french.table, surLaVie);
  assert.match(french.file, /;Bénéfice sur la vie des clients \(EUR\);/);
  assert.match(french.basis, /Calculé sur la marge brute, sur la vie du client\./);
  const ofPeriod = besideThePeriod(open('en', 'b2b-leads'));
  for (const words of Object.values(ofPeriod)) assert.doesNotMatch(words, /lifetime/);
});

test('one channel whose customers stay is enough for the profit to say so', () => {
  const channel = (fields) => ({ leads: 10, costs: [{ kind: 'adSpend', amount: 50 }], ...fields });
  const value = { mode: 'subscription', revenuePerMonth: 20, monthlyChurn: 0.1 };
  const page = open('en', planOf([channel({ id: 'a' }), channel({ id: 'b', value })]));
  const { paper, basis } = besideThePeriod(page);
  assert.match(paper, /revenue and gain are over the customers’ whole lifetime/);
  assert.doesNotMatch(basis, /lifetime/);
});

const shopOf = (ordersPerYear, years) =>
  planOf([{ id: 'a', leads: 10, costs: [{ kind: 'adSpend', amount: 50 }] }], {
    action: 'order',
    value: { mode: 'orders', averageOrderValue: 20, ordersPerYear, years },
  });

test('what an order brings is said to hold those that follow, where it does', () => {
  // 10 orders for 50, each of a customer with five orders of 20
  open('en', shopOf(5, 1)).says(/Each order costs €5.00 and brings, with those that follow, €100/);
  open('fr', shopOf(1, 5)).says(/coûte 5,00\s€ et rapporte, avec celles qui suivent, 100/);
  open('en', shopOf(1, 1)).says(/Each order costs €5.00 and brings €20/);
  open('en', shopOf(1, 1)).doesNotSay(/those that follow|lifetime/);
  open('en', 'saas').doesNotSay(/those that follow/);
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

test('what can be done with a goal stands in a row of its own', () => {
  const page = open('fr', smallPlan({ goal: { metric: 'leads', target: 200 } }));
  page.openAll();
  const acts = () => page.root.all('.acts .link').map(({ words }) => words);
  assert.deepEqual(acts(), ['Indiquer où vous en êtes', 'Retirer l’objectif']);
  page.press('Indiquer où vous en êtes');
  assert.deepEqual(acts(), ['Ne plus indiquer où vous en êtes', 'Retirer l’objectif']);
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

test('on paper what a goal takes says at what rates', () => {
  const paper = (locale, fields) => {
    const costs = [{ kind: 'adSpend', amount: 1000 }];
    const goal = { metric: 'leads', target: 120 };
    const page = open(locale, planOf([{ id: 'a', leads: 100, costs, ...fields }], { goal }));
    return drawn(firstPage(page.view())).textContent;
  };
  assert.match(paper('en', {}), /At the same rates, the goal would take a budget of €1,200/);
  assert.match(paper('fr', {}), /Aux mêmes taux, l’objectif demanderait un budget de 1\s200/);
  const response = { elasticity: 0.5 };
  assert.match(paper('en', { response }), /If channels respond as stated, the goal would take/);
  assert.match(paper('fr', { response }), /Si les canaux réagissent comme indiqué, l’objectif dem/);
});

test('a table whose figures are of a part that is believed says so', () => {
  const page = open();
  assert.doesNotMatch(csv(page.view()), /believ/i);
  page.store.believe(0.5);
  page.idle();
  assert.match(csv(page.view()).trim().split('\r\n').at(-1), /50.?%/);
});
