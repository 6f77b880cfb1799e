// "Would another split bring more?"
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { near, numberIn } from '../../e2e/lib/analysis.mjs';
import { kPlan } from '../../e2e/lib/calculator.mjs';
import { kCost } from '../../e2e/lib/example.mjs';
import { planOf } from '../../e2e/lib/plans.mjs';
import { Analysis } from '../lib/analysis.mjs';
import { open } from '../lib/calculator.mjs';

test('the best split spends where the last euro brings most', () => {
  const page = open();
  const split = new Analysis(page, 'split').open();
  split.says(/the response that you assume/);
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

/** 100 leads for 3 000 and no other cost, each worth 50: s times the ad spend brings 5 000 s^0.5. */
const alone = (response) =>
  open(
    'en',
    planOf(
      [{ id: 'a', name: 'Ads', leads: 100, costs: [{ kind: 'adSpend', amount: 3000 }], response }],
      {
        value: { mode: 'revenue', revenuePerCustomer: 500 },
      },
    ),
  );

const spendOf = (split) => split.row('The best split', 'Ads')[0].split('→').map(numberIn);

test('instead of a total, a target says what it takes, or the most there is', () => {
  const page = alone({ elasticity: 0.5 });
  const split = new Analysis(page, 'split').open();
  split.choose('targetCustomers');
  page.paste('split-target', '12');
  split.says(/The plan then brings 12 customers\./); // 10 s^0.5
  near(spendOf(split)[1], 1.44 * 3000, 1e-3);
  split.says(/one more customer costs the same ad spend everywhere: €720/);
  page.paste('split-target', '20');
  split.says(/No split brings so many customers\. The most is 14/);
  split.choose('targetRoi');
  page.paste('split-target', '120');
  split.says(/The plan’s ROI is then \+120%\./);
  near(spendOf(split)[1], 3000 * (5 / 6.6) ** 2, 1e-3);
  page.paste('split-target', 'much');
  split.says(/Type a number/);
});

test('money that is not spent has its reason', () => {
  const page = alone({ elasticity: 0.5, maxAdSpend: 2000 });
  const split = new Analysis(page, 'split').open();
  page.paste('split-target', '10000');
  split.says(/Only €2,000 of it can be spent: every channel is at its maximum\./);
});

test('a channel that is held keeps its ad spend', () => {
  const page = open();
  const split = new Analysis(page, 'split').open();
  for (const channel of [0, 1, 2]) {
    page.type(`${kPlan}/channels/${channel}/response/elasticity`, '50');
    page.leave();
  }
  const [held] = page.store.scenario.channels;
  page.root.first(`[name="split-hold-${held.id}"]`).tick();
  split.says(/Unchanged, as held or for want of a response: Facebook\./);
  assert.throws(() => split.row('The best split', 'Facebook'));
});

test('over ranges, the split says how likely it is to bring more', () => {
  // twice the ad spend brings 6 000 (2^e - 1) more for 1 000 more: where e is above 0.22, 67 times in 100
  const page = alone({ elasticity: { low: 0.1, high: 0.6 } });
  page.type(`${kPlan}/channels/0/leads`, '120');
  page.type(`${kPlan}/channels/0/costs/0/amount`, '1000');
  const split = new Analysis(page, 'split').open();
  page.paste('split-target', '2000');
  split.says(/Chance that it is more than now: 7 chances in 10/);
});

test('up to a ceiling, the table says it and the spend of half of it', () => {
  const page = alone({ ceiling: 400, maxAdSpend: 9000 });
  const split = new Analysis(page, 'split').open();
  assert.match(split.text(), /at most 400, half of them for €9,000/);
});

test('the next period’s plan stands beside the plan, and brings what was said', () => {
  const page = alone({ elasticity: 1, carryOver: 0.5 });
  const split = new Analysis(page, 'split').open();
  page.paste('split-target', '6000');
  split.says(/In the next period .* the likely result is €1,500 then\./);
  page.press('Make it the plan of the next period');
  assert.equal(page.store.document.scenarios.length, 2);
  assert.equal(page.store.scenario.name, 'Next period');
  page.expect({ adSpend: 6000, leads: 150, profit: 1500 });
  page.undo();
  assert.equal(page.store.document.scenarios.length, 1);
});

test('two observed points become a range that a press puts in, or a reason', () => {
  const page = alone({ elasticity: 0.9 });
  const split = new Analysis(page, 'split').open();
  const observe = (...figures) => {
    for (const [at, name] of ['adSpend-0', 'leads-0', 'adSpend-1', 'leads-1'].entries())
      page.paste(`split-${name}`, figures[at]);
  };
  observe('1000', '5', '2000', '7');
  split.says(/Two observed points: too little to answer/);
  observe('1000', '500', '4000', '1000');
  split.says(/an elasticity of 50%, from 44% to 56% in 9 cases of 10/);
  page.press('Put this range into Ads');
  const { elasticity } = page.store.scenario.channels[0].response;
  near(elasticity.likely, 0.5, 1e-12);
  assert.equal(elasticity.provenance, 'measured');
  split.says(/rests on what you measured/);
});

test('the imported series is read alike', () => {
  const page = open(
    'en',
    planOf(
      [
        {
          id: 'a',
          leads: 100,
          costs: [{ kind: 'adSpend', amount: 3000 }],
          series: {
            by: 'week',
            start: '2026-01-05',
            spend: [1000, null, 4000],
            leads: [500, 7, 1000],
          },
        },
      ],
      { value: { mode: 'revenue', revenuePerCustomer: 500 } },
    ),
  );
  const split = new Analysis(page, 'split').open();
  split.says(/Imported series, 2 periods: an elasticity of 50%/);
});

test('observed points stay what they were typed as when the language changes', () => {
  const page = alone({ elasticity: 0.9 });
  const split = new Analysis(page, 'split').open();
  page.paste('split-adSpend-0', '1,000');
  page.paste('split-leads-0', '500');
  page.paste('split-adSpend-1', '4,000');
  page.paste('split-leads-1', '1,000');
  split.says(/an elasticity of 50%/);
  page.useLanguage('fr');
  split.says(/: élasticité de 50.%/);
});

const kTwo = (fields = {}) =>
  planOf(
    ['Google', 'Meta'].map((name, at) => ({
      id: `c${at}`,
      name,
      leads: 100 - 30 * at,
      costs: [{ kind: 'adSpend', amount: 1000 - 500 * at }],
      response: { elasticity: 0.5 },
    })),
    fields,
  );

test('the plan of the next period has nothing of the days of this one', () => {
  const page = open(
    'en',
    kTwo({
      goal: { metric: 'profit', target: 5000, start: '2026-01-01', deadline: '2026-01-31' },
      observed: { start: '2026-01-01', counts: [{ channel: 'c0', date: '2026-01-10', leads: 40 }] },
    }),
  );
  new Analysis(page, 'split').open();
  page.press('Make it the plan of the next period');
  const next = page.store.document.scenarios.at(-1);
  assert.equal(page.store.document.scenarios.length, 2);
  assert.equal(next.observed, undefined);
  assert.deepEqual(next.goal, { metric: 'profit', target: 5000 });
});

test('points are of the channel they were typed for, and what is no number is said', () => {
  const page = open('en', kTwo());
  new Analysis(page, 'split').open();
  const box = (name) => page.root.first(`[name="split-${name}"]`);
  const form = () => page.root.all('form.seek').find((one) => one.first('[name="split-leads-0"]'));
  box('adSpend-0').enter('abc');
  assert.equal(box('adSpend-0').attributes['aria-invalid'], 'true');
  assert.ok(form().first(`[id="${box('adSpend-0').attributes['aria-describedby']}"]`).words);
  for (const [name, text] of Object.entries({
    'adSpend-0': '1000',
    'leads-0': '100',
    'adSpend-1': '2000',
    'leads-1': '150',
  }))
    box(name).enter(text);
  assert.match(form().words, /into Google/);
  form().first('select').select('c1');
  assert.doesNotMatch(form().words, /into Meta/);
  assert.equal(box('adSpend-0').value, '');
});
