// "What would it take?": within an explanation, and for the goal.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { near } from '../../e2e/lib/analysis.mjs';
import { field, kPlan } from '../../e2e/lib/calculator.mjs';
import { kCost, profitAt } from '../../e2e/lib/example.mjs';
import { planOf } from '../../e2e/lib/plans.mjs';
import { Analysis } from '../lib/analysis.mjs';
import { open } from '../lib/calculator.mjs';

/** 100 leads for 3 000 and no other cost, each worth 50, that follow ad spend by an elasticity of 1/2. */
const responding = (goal) =>
  planOf(
    [
      {
        id: 'a',
        leads: 100,
        costs: [{ kind: 'adSpend', amount: 3000 }],
        response: { elasticity: 0.5 },
      },
    ],
    { value: { mode: 'revenue', revenuePerCustomer: 500 }, goal },
  );

function seek(page, target, input) {
  page.paste('seek-target', target);
  const offers = (one) => one.all(`option[value="${input}"]`).length > 0;
  page.root.all('.seek select').find(offers).select(input);
}

const sought = (page) => page.root.first('.seek p').words;

test('an explanation says what it would take, and takes it over', () => {
  const page = open();
  page.explain('roi');
  seek(page, '200', field.closeRate);
  // 195 000 of return over 12 000 subscribers worth 150
  assert.match(sought(page), /^Close rate: at least 10.83% instead of 10%\./);
  page.press('Apply', '.seek');
  page.expect({ roi: 2 });
  near(Number.parseFloat(page.fieldText(field.closeRate)), 100 * (195_000 / 1_800_000), 1e-9);
  page.undo();
  page.expect({ roi: profitAt(0.1) / kCost });
});

test('what cannot be reached is said, with what can', () => {
  const page = open();
  page.explain('roi');
  seek(page, '3000', field.closeRate);
  // every subscriber a customer: (1 800 000 − 65 000) / 65 000
  assert.match(sought(page), /cannot reach it: at most 2,669%, at 100%/);
});

test('the goal names what would reach it, and what stays as it is', () => {
  const page = open();
  page.choose('preset', 'b2b-leads');
  page.openAll();
  page.says(/Each of these alone would reach it, all else unchanged, spending included/);
  // 154 of 500 leads are missing
  page.says(
    /Leads, E-mail: at least 246 instead of 92\. Beyond what was seen: 2.67 times the highest figure known/,
  );
  page.says(/Clicks, LinkedIn: at least 3,225 instead of 1,300/);
});

test('a goal follows what channels state of ad spend', () => {
  const page = open('en', responding({ metric: 'profit', target: 4000 }));
  page.openAll();
  // 5 000 s^0.5 - 3 000 s is 2 083 at most, where s is 25/36
  page.says(/at most €2,083, with €2,080 of ad spend/);
  page.says(/Closest that ad spend gets to it\s+€2,083/);
  const other = open('en', responding({ metric: 'leads', target: 200 }));
  other.openAll();
  other.says(/Beyond what was seen: 4 times the highest ad spend known/);
  other.says(/Ad spend it takes\s+€12,000/);
});

test('what always holds is said, and offers nothing to apply', () => {
  const plan = responding({ metric: 'leads', target: 1 });
  plan.scenarios[0].channels.push({ id: 'b', leads: 300 });
  const page = open('en', plan);
  page.explain('profit');
  seek(page, '1000', `${kPlan}/channels/1/leads`);
  assert.equal(sought(page), 'Always above €1,000, even for nothing.');
  seek(page, '1000', `${kPlan}/closeRate`);
  assert.match(sought(page), /^Close rate: at least 2% instead of 10%\./);
  seek(page, '-9000', `${kPlan}/channels/0/costs/0/amount`);
  assert.match(sought(page), /: at most €29,000 .* 9\.67 times the highest figure known/);
});

test('its line says what the next round ROI takes, and opens to it', () => {
  const page = open('en');
  // 65 000 bring 180 000: three times the cost is 195 000, so 10 % x 195 / 180
  const line = new Analysis(page, 'seek');
  assert.equal(
    line.answer(),
    'for an ROI of +200%: close rate of about 10.8% instead of 10%, all else unchanged',
  );
  line.open();
  line.says(/Close rate: at least 10\.83% instead of 10%\./);
  page.paste(field.closeRate, '3');
  page.leave();
  // 54 000 come back of 65 000: 3.61 % is 1 in 27.7
  assert.equal(
    line.answer(),
    'for revenue to cover the cost: about 1 subscriber in 28 must become a customer, instead of 1 in 33, all else unchanged',
  );
  line.says(/Close rate: at least 3\.61% instead of 3%\./);
});

test('on a margin its line says what it takes to break even', () => {
  // 1 000 leads for 10 000; 1 in 20 becomes a customer worth 100: 1 in 10 must
  const plan = planOf([{ id: 'a', leads: 1000, costs: [{ kind: 'adSpend', amount: 10_000 }] }], {
    closeRate: 0.05,
    value: { mode: 'margin', marginPerCustomer: 100 },
  });
  const page = open('en', plan);
  const answer = () => new Analysis(page, 'seek').answer();
  const english =
    'to break even: about 1 lead in 10 must become a customer, instead of 1 in 20, all else unchanged';
  assert.equal(answer(), english);
  page.useLanguage('fr');
  assert.equal(
    answer(),
    'pour rentrer dans vos frais\u00a0: environ 1 prospect sur 10 doit devenir client, au lieu de 1 sur 20, le reste inchangé',
  );
});

test('a rate of the plan that some channels have of their own is said to be of the others', () => {
  const page = open('en', 'b2b-leads');
  page.paste(field.value, '4000');
  page.leave();
  // the golden case at 4 000 in place of 9 000: 34 096 come back of 45 000, of which 16 800 follow the close
  // rate of the plan, which must bring 27 704: 9.89 %
  assert.equal(
    new Analysis(page, 'seek').answer(),
    'to break even: close rate (LinkedIn and Search) of about 1 in 10 instead of 1 in 17, all else unchanged',
  );
});

test('a conversion rate is one in so many too, unless it would read the same', () => {
  // 10 000 clicks, of which one in 50 orders for 100, bring the 20 000 they cost
  const rate = { low: 0.01, high: 0.03, likely: 0.02 };
  const plan = (amount) =>
    planOf(
      [
        {
          ...{ id: 'a', name: 'Search', clicks: 10_000, conversionRate: rate },
          costs: [{ kind: 'adSpend', amount }],
        },
      ],
      { action: 'order', value: { mode: 'revenue', revenuePerCustomer: 100 } },
    );
  const answerOf = (amount) => new Analysis(open('en', plan(amount)), 'seek').answer();
  assert.equal(
    answerOf(20_000),
    'for an ROI of +100%: conversion rate, Search of about 1 in 25 instead of 1 in 50, all else unchanged',
  );
  // 2.01 % would be 1 in 50 as well
  assert.match(answerOf(20_100), /conversion rate, Search of about 2\.01% instead of 2%,/);
});

test('what is sought with a chance says what that takes for granted', () => {
  const page = open();
  page.paste(field.leads(0), '5000..8000');
  page.leave();
  page.explain('roi');
  seek(page, '200', field.closeRate);
  assert.doesNotMatch(sought(page), /chance/);
  page.root.all('.seek select').at(-1).select('0.8');
  assert.match(sought(page), /This chance supposes that the figures without a range are exact\.$/);
  page.useLanguage('fr');
  assert.match(sought(page), /Cette probabilité suppose exacts les chiffres sans fourchette\.$/);
});

test('a form says that it changes one figure only', () => {
  const page = open();
  page.explain('roi');
  page.says(/by changing only/);
  page.useLanguage('fr');
  page.says(/en ne changeant que/);
});

test('a figure that was chosen is not another channel’s that comes to its place', () => {
  const channel = (id, name, leads) => ({
    id,
    name,
    leads,
    costs: [{ kind: 'adSpend', amount: 500 }],
  });
  const page = open(
    'en',
    planOf([channel('a', 'Google', 100), channel('b', 'Meta', 70), channel('c', 'TikTok', 50)]),
  );
  const section = new Analysis(page, 'seek').open();
  const chosen = () => page.root.first('details[data-section="seek"] select').value;
  page.root.first('details[data-section="seek"] select').select('/scenarios/0/channels/1/leads');
  section.says(/Leads, Meta/);
  page.openDetails('Google');
  page.removeChannel('Google');
  assert.notEqual(chosen(), '/scenarios/0/channels/1/leads');
});
