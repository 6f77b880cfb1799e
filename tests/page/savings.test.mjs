// Savings as they are typed, ticked and said. Expected figures are worked out by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv } from '../../web/src/sharing/csv.ts';
import { planOf, smallPlan } from '../e2e/lib/plans.mjs';
import { open } from './lib/calculator.mjs';

const kSavings = '/scenarios/0/savings';
const at = (line, field) => `${kSavings}/${line}/${field}`;
const saved = (page) => page.root.first('[data-saved]')?.words;
const tick = (page, line) => page.input(at(line, 'counts')).tick();

// 100 leads, 10 customers of 500 each for 1 000: a gain of 4 000
const kBefore = { profit: 4000, roi: 4 };

test('a saving counts once it is ticked, and is said on a line of its own', () => {
  const page = open('en', smallPlan());
  page.openAll();
  page.press('Add a saving');
  page.type(at(0, 'amount'), '600');
  page.leave();
  page.expect(kBefore);
  assert.equal(saved(page), undefined);
  const perLead = page.values().fullCostCpl;
  tick(page, 0);
  page.expect({ profit: 4600, roi: 4.6 });
  assert.match(saved(page), /^Of which savings: €600.* no part of the return/);
  assert.equal(page.values().fullCostCpl, perLead, 'a lead costs what it cost');
  page.choose(at(0, 'period/kind'), 'year');
  page.expect({ profit: 4050, roi: 4.05 });
  page.useLanguage('fr');
  assert.match(saved(page), /^Dont économies\u00a0: 50.*pas dans le retour/);
  page.undo();
  page.undo();
  page.expect(kBefore);
  assert.equal(saved(page), undefined);
});

test('hours at an hourly cost count as an amount does, and what is not filled in counts nothing', () => {
  const page = open('en', smallPlan());
  page.openAll();
  page.press('Add a saving');
  tick(page, 0);
  page.expect(kBefore);
  page.choose(at(0, 'calculation'), 'hours');
  page.type(at(0, 'hours'), '10');
  page.leave();
  page.type(at(0, 'hourlyCost'), '30');
  page.leave();
  page.expect({ profit: 4300 });
});

test('they are explained line by line, down to what was typed', () => {
  const page = open(
    'en',
    planOf(smallPlan().scenarios[0].channels, {
      savings: [
        { label: 'Licence', amount: 1200, period: { kind: 'year' }, counts: true },
        { label: 'Calls', amount: 90 },
        { label: 'Hours', hours: 2, hourlyCost: 25, counts: true },
      ],
    }),
  );
  assert.match(saved(page), /€150/);
  page.root.first('.fig[data-metric="savings"]').press();
  page.unfoldExplanation();
  const words = page.explanation();
  assert.match(words, /Licence.*€100.*Hours.*€50/);
  assert.doesNotMatch(words, /Calls/);
});

test('the table says them of the total alone, and only where some count', () => {
  const counts = (flag) =>
    planOf(smallPlan().scenarios[0].channels, { savings: [{ amount: 600, counts: flag }] });
  const linesOf = (flag) =>
    csv(open('en', counts(flag)).view())
      .trim()
      .split('\r\n');
  const [heads, channel, total] = linesOf(true);
  assert.match(heads, /Savings \(EUR\)$/);
  assert.match(channel, /;$|,$/);
  assert.match(total, /600$/);
  assert.doesNotMatch(linesOf(false)[0], /Savings/);
});

test('what calls would have cost becomes a saving that does not count yet; undo takes it out', async () => {
  const kpis = {
    answered: 400,
    deflectedShare: 0.3,
    callCost: 6,
    earnedImpressions: 5000,
    marketCpm: 6,
  };
  const channels = [{ ...smallPlan().scenarios[0].channels[0], kpis }];
  const page = open(
    'en',
    planOf(channels, { scorecard: { kpis: ['deflectedCost', 'earnedMediaValue'] } }),
  );
  const before = page.values();
  page.openTool('scorecard');
  while (!page.root.first('[data-kpi]')) await new Promise((done) => setImmediate(done));
  page.idle();
  assert.doesNotMatch(page.root.first('[data-kpi="earnedMediaValue"]').words, /saving/);
  page.press('Put into the plan as a saving', '[data-kpi="deflectedCost"]');
  const [line] = page.store.scenario.savings;
  assert.equal(line.amount.value, 720);
  assert.equal(line.counts, undefined);
  assert.match(page.notice.text, /does not count yet/);
  assert.deepEqual(page.values(), before);
  page.undo();
  assert.equal(page.store.scenario.savings, undefined);
});

test('reporting time becomes a monthly saving, less the licence', async () => {
  const page = open('en', smallPlan());
  page.openTool('reporting-time');
  while (!page.root.first('.evidence')?.first('form'))
    await new Promise((done) => setImmediate(done));
  page.idle();
  const typed = {
    hoursPerReport: '4',
    reportsPerClient: '1',
    clients: '10',
    people: '1',
    hourlyCost: '50',
    hoursPerReportWithTool: '0.5',
    licence: '200',
  };
  for (const [input, text] of Object.entries(typed)) {
    page.type(`/scenarios/0/reporting/${input}`, text);
    page.leave();
  }
  page.press('Put into the plan as a saving', '.evidence');
  // 35 hours at 50, less 200
  const [line] = page.store.scenario.savings;
  assert.equal(line.amount.value, 1550);
  assert.deepEqual(line.period, { kind: 'month' });
  page.expect(kBefore);
});

test('the report lists them with whether they count', () => {
  const page = open(
    'en',
    planOf(smallPlan().scenarios[0].channels, {
      savings: [
        { label: 'Licence', amount: 100, counts: true },
        { label: 'Calls', amount: 90 },
      ],
    }),
  );
  assert.match(
    page.onPaper('The figures behind it').words,
    /Licence\s*counts.*Calls\s*does not count/,
  );
  assert.match(page.onPaper('Key figures').words, /Of which savings: €100/);
});
