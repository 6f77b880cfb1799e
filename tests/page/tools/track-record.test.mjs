// The track record as it is kept, typed and applied. Expected figures are worked out by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentOf, fragmentOf } from '../../../web/src/persistence/link.ts';
import { todayHere } from '../../../web/src/plan/days.ts';
import { planOf } from '../../e2e/lib/plans.mjs';
import { open, openWith } from '../lib/calculator.mjs';

const panel = (page) => page.root.first('.evidence');

/** 50 to 200 leads of which 10 to 40 % buy. */
const plan = (forecasts) => ({
  ...planOf(
    [
      {
        id: 'a',
        name: 'Ads',
        leads: { low: 50, likely: 100, high: 200 },
        costs: [{ kind: 'adSpend', amount: 600 }],
      },
    ],
    {
      closeRate: { low: 0.1, likely: 0.2, high: 0.4 },
      value: { mode: 'revenue', revenuePerCustomer: 500 },
    },
  ),
  ...(forecasts ? { forecasts } : {}),
});

const kLeads = {
  date: '2026-03-01',
  plan: 'Spring',
  metric: 'leads',
  label: 'Ads',
  unit: 'count',
  typed: true,
  low: 50,
  likely: 100,
  high: 200,
};

/** Six that held, and four that came 1.6 times as far off as the end of their range: 200 x 2^0.6. */
const kTen = Array.from({ length: 10 }, (_, i) => ({
  ...kLeads,
  actual: i < 6 ? 100 : 100 * 2 ** 1.6,
}));

function record(document = plan(), locale = 'en') {
  const page = open(locale, document);
  page.openTool('track-record');
  page.idle();
  return page;
}

const forecasts = (page) => page.store.document.forecasts ?? [];

test('a press keeps the ranges of the plan and of its results, once, and undo takes them away', () => {
  const page = record();
  const { document } = page.store;
  const answer = page.values();
  page.press('Keep today’s forecast');
  const kept = forecasts(page);
  assert.deepEqual(
    kept.map(({ metric, label, typed }) => [metric, label, typed]),
    [
      ['closeRate', undefined, true],
      ['leads', 'Ads', true],
      ['leads', undefined, undefined],
      ['customers', undefined, undefined],
      ['return', undefined, undefined],
      ['profit', undefined, undefined],
    ],
  );
  const [rate, leads, , customers] = kept;
  assert.deepEqual([rate.low, rate.likely, rate.high, rate.unit], [0.1, 0.2, 0.4, 'rate']);
  assert.deepEqual([leads.low, leads.likely, leads.high, leads.unit], [50, 100, 200, 'count']);
  assert.ok(customers.low > 0 && customers.low < 20 && customers.high > 20, 'about 20 of them');
  assert.equal(rate.date, todayHere());
  assert.match(page.notice.text, /^6 ranges kept/);
  assert.deepEqual(page.values(), answer, 'the plan is what it was');
  page.press('Keep today’s forecast');
  assert.equal(forecasts(page).length, 6);
  page.undo();
  page.undo();
  assert.equal(page.store.document, document);
});

/** April: 120 leads came of the channel, 30 of them bought; what was forecast of it on a day. */
function april(forecastOn, more = []) {
  const document = plan();
  document.scenarios[0].period = { kind: 'month' };
  document.scenarios[0].observed = {
    start: '2026-04-01',
    counts: [{ channel: 'a', date: '2026-04-30', leads: 120, customers: 30 }],
  };
  const page = record(document);
  page.press('Keep today’s forecast');
  const kept = forecasts(page).map((one) => ({ ...one, date: forecastOn }));
  return record({ ...document, forecasts: [...more, ...kept] });
}

test('what was counted to the end is entered by a press, and undone by one', () => {
  const page = april('2026-03-15');
  assert.match(panel(page).words, /the plan began, 4 of these figures are known\./);
  const open = page.store.document;
  page.press('Enter what came');
  assert.match(page.notice.text, /^4 figures entered/);
  assert.deepEqual(
    forecasts(page).map(({ metric, typed, actual, n }) => [metric, typed, actual, n]),
    [
      ['closeRate', true, 0.25, 120],
      ['leads', true, 120, undefined],
      ['leads', undefined, 120, undefined],
      ['customers', undefined, 30, undefined],
      ['return', undefined, undefined, undefined],
      ['profit', undefined, undefined, undefined],
    ],
  );
  assert.doesNotMatch(panel(page).words, /Enter what came/);
  assert.match(panel(page).words, /Of 2 ranges you typed, .* 2 held\. .*Of 2 ranges of results/);
  page.undo();
  assert.equal(page.store.document, open);
});

test('what was counted is entered into no other plan’s forecast, nor over a figure that is there', () => {
  const page = april('2026-03-15', [kLeads]);
  page.type('/forecasts/2/actual', '100');
  page.leave();
  page.press('Enter what came');
  assert.equal(forecasts(page)[0].actual, undefined, 'of the spring');
  assert.equal(forecasts(page)[2].actual, 100, 'as it was typed');
  assert.equal(forecasts(page)[3].actual, 120);
});

test('what a forecast is of does not depend on names: of channels, of plans, of languages', () => {
  const page = april('2026-03-15');
  const { forecasts: kept } = page.store.document;
  const [scenario] = page.store.document.scenarios;
  const renamed = { ...scenario, channels: scenario.channels.map(({ name: _, ...one }) => one) };
  const document = { ...page.store.document, scenarios: [renamed], forecasts: kept };
  const later = record(document, 'fr');
  later.press('Reporter comme réalisé');
  assert.deepEqual(
    forecasts(later).map(({ actual }) => actual),
    [0.25, 120, 120, 30, undefined, undefined],
  );
});

test('what another plan calls the same was not forecast, nor what stands in the place of what has gone', () => {
  const page = april('2026-03-15');
  page.store.usePreset('b2b-leads');
  const [scenario] = page.store.document.scenarios;
  const { id } = scenario.channels[0];
  page.store.set('/scenarios/0/observed', {
    start: '2026-04-01',
    counts: [{ channel: id, date: '2026-04-30', leads: 120, customers: 30 }],
  });
  assert.deepEqual(
    forecasts(page).map((one) => [one.scenario, one.channel]),
    forecasts(page).map(() => [undefined, undefined]),
  );
  assert.doesNotMatch(panel(page).words, /Enter what came/);
  const kept = {
    ...page.store.document,
    forecasts: [{ ...kLeads, scenario: 'scenario2', channel: 'channel3' }],
  };
  const free = record(kept);
  free.store.compareWith('alternative');
  assert.equal(free.store.scenario.id, 'scenario3', 'a forecast is of the second');
});

test('a range that was kept once all had been counted was no forecast', () => {
  assert.match(panel(april('2026-04-29')).words, /Enter what came/);
  assert.doesNotMatch(panel(april('2026-04-30')).words, /Enter what came/);
});

test('a figure that has come says whether its range held, and by how much it missed', () => {
  const page = record(
    plan([
      kLeads,
      { ...kLeads, metric: 'profit', unit: 'money', low: -100, likely: 0, high: 300, typed: false },
    ]),
  );
  const { document } = page.store;
  assert.match(panel(page).words, /Spring, March 1, 2026/);
  page.type('/forecasts/0/actual', '150');
  page.leave();
  assert.equal(forecasts(page)[0].actual, 150);
  assert.match(panel(page).words, /Forecast: 50 to 200 – held/);
  assert.match(panel(page).words, /The range you typed, which was to hold 9 times in 10, held\./);
  assert.match(panel(page).words, /only said from 9 ranges on: 8 more/);
  page.paste('/forecasts/0/actual', '400');
  page.paste('/forecasts/1/actual', '−300');
  page.leave();
  assert.match(panel(page).words, /missed: it should have been 2 times as wide/);
  assert.match(panel(page).words, /missed: it should have been 3 times as wide/);
  page.assertNumbersAreNumbers();
  while (page.store.document !== document) page.undo();
});

test('a rate says of how many cases it was seen, and luck is not held against its range', () => {
  const rate = {
    ...kLeads,
    metric: 'closeRate',
    label: undefined,
    unit: 'rate',
    low: 0.1,
    likely: 0.2,
    high: 0.4,
  };
  const page = record(plan([JSON.parse(JSON.stringify(rate))]));
  page.type('/forecasts/0/actual', '0');
  page.leave();
  assert.match(panel(page).words, /missed, whatever its width/);
  page.type('/forecasts/0/n', '10');
  page.leave();
  assert.match(panel(page).words, /– held/);
});

test('of ten ranges six held: the plan’s are made 1.6 times as wide, in one step, and not twice', () => {
  const page = record(plan(kTen));
  const { document } = page.store;
  assert.match(panel(page).words, /Of 10 ranges you typed, .* 6 held\. They are too narrow/);
  assert.match(panel(page).words, /hold 30% to 85% of the time/);
  assert.match(panel(page).words, /At 1\.6 times their width, 10 of 10 would have held/);
  // 100 x 2^-1.6 and 2^1.6; odds of 1/4 x (4/9)^1.6 and x (8/3)^1.6
  assert.match(panel(page).words, /Leads, Ads 50 to 200 33 to 303/);
  assert.match(panel(page).words, /Close rate 10% to 40% 6.4% to 55%/);
  page.press('Make these ranges 1.6 times as wide');
  assert.deepEqual(page.store.scenario.channels[0].leads, { low: 33, likely: 100, high: 303 });
  assert.deepEqual(page.store.scenario.closeRate, { low: 0.0639, likely: 0.2, high: 0.546 });
  assert.match(panel(page).words, /10 held\./);
  assert.doesNotMatch(panel(page).words, /Make these ranges/);
  page.undo();
  assert.equal(page.store.document, document);
});

test('what a brief locks, or keeps within a span, stays as it is, and is named', () => {
  const fields = [
    { pointer: '/scenarios/*/closeRate', locked: true },
    { pointer: '/scenarios/*/channels/*/leads', high: 250 },
  ];
  const page = openWith({ fields }, 'en', plan(kTen));
  page.openTool('track-record');
  page.idle();
  const { document } = page.store;
  assert.match(panel(page).words, /fixed here: Close rate and Leads, Ads\./);
  assert.doesNotMatch(panel(page).words, /Make these ranges/);
  assert.equal(page.store.document, document);
  const half = openWith({ fields: fields.slice(0, 1) }, 'en', plan(kTen));
  half.openTool('track-record');
  half.idle();
  const before = half.store.scenario.closeRate;
  half.press('Make these ranges');
  assert.equal(half.store.scenario.closeRate, before);
  assert.deepEqual(half.store.scenario.channels[0].leads, { low: 33, likely: 100, high: 303 });
});

test('French says it in its own typography', () => {
  const page = record(plan(kTen), 'fr');
  assert.match(panel(page).words, /Sur 10 fourchettes saisies, .* 6 ont tenu/);
  assert.match(panel(page).words, /À 1,6 fois leur largeur/);
});

test('forecasts go along in links, stand in the report, and are removed by a press', async () => {
  const page = record(plan(kTen));
  const { document } = page.store;
  assert.deepEqual(await documentOf(await fragmentOf(document)), document);
  const paper = () => page.onPaper('How good were your forecasts?').words;
  while (!/6 held/.test(paper())) await new Promise((done) => setImmediate(done));
  assert.match(paper(), /Leads, Ads March 1, 2026 50 to 200 100 held/);
  assert.match(paper(), /50 to 200 303 missed: it should have been 1\.6 times as wide/);
  page.press('Remove this forecast');
  assert.equal(page.store.document.forecasts, undefined);
  assert.ok(page.root.first(page.sought), 'the focus has somewhere to go');
  page.undo();
  assert.equal(page.store.document, document);
});

test('forecasts outlive their plan: another one begins with them', () => {
  const page = record(plan(kTen));
  page.store.usePreset('b2b-leads');
  assert.deepEqual(forecasts(page), kTen);
});

test('a plan without a range keeps nothing, and says how one is typed', () => {
  const page = record({
    ...planOf([{ id: 'a', leads: 100, costs: [{ kind: 'adSpend', amount: 600 }] }], {
      closeRate: 0.1,
      value: { mode: 'revenue', revenuePerCustomer: 500 },
    }),
  });
  assert.match(panel(page).words, /This plan has no range: type one with ±/);
});
