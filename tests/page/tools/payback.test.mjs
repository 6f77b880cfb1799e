// "When is it paid back?"
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paybackWords } from '../../../web/src/view/words.ts';
import { near, numberIn } from '../../e2e/lib/analysis.mjs';
import { field, kPlan } from '../../e2e/lib/calculator.mjs';
import { kCost } from '../../e2e/lib/example.mjs';
import { planOf } from '../../e2e/lib/plans.mjs';
import { Analysis } from '../lib/analysis.mjs';
import { open } from '../lib/calculator.mjs';

test('a sales cycle delays the payback', () => {
  const page = open();
  const time = new Analysis(page, 'time').open();
  page.type(`${kPlan}/time/lagMonths`, '2');
  page.leave();
  // A third of 65 000 goes out in each of months 1 to 3, a third of 180 000 comes in in 3 to 5.
  assert.equal(time.answer(), 'after 3.1 months');
  time.says(/Revenue covers the cost after 3.1 months/);
  assert.deepEqual(time.row('Month by month', '3'), ['€38,333', '−€5,000']);
  page.says(/Cost covered\s+3.1 months/);

  page.type(`${kPlan}/time/discountRate`, '10');
  page.leave();
  const flows = [0, -kCost / 3, -kCost / 3, (180_000 - kCost) / 3, 60_000, 60_000];
  const worth = flows.reduce((sum, flow, month) => sum + flow * 1.1 ** (-month / 12), 0);
  near(numberIn(time.fact('Net present value in all')), worth, 0.005);
});

test('a cost is paid when its line says', () => {
  const page = open();
  page.root.first('.inputs .opener').press();
  page.choose(`${kPlan}/channels/0/costs/0/paid`, 'first');
  const time = new Analysis(page, 'time').open();
  assert.deepEqual(time.row('Month by month', '0'), ['−€26,000', '−€26,000']);
  page.choose(`${kPlan}/channels/0/costs/0/paid`, 'end');
  // a third of the other 39 000 goes out in each month, 60 000 come in from the second on
  assert.deepEqual(time.row('Month by month', '1'), ['−€13,000', '−€13,000']);
  assert.deepEqual(time.row('Month by month', '3'), ['€21,000', '€55,000']);
});

test('what comes after the months looked at is still to come, and pays back all the same', () => {
  const page = open();
  page.choose('preset', 'saas');
  const time = new Analysis(page, 'time').open();
  assert.equal(time.answer(), 'after 13.6 months');
  time.says(/It is paid back after 13\.6 months/);
  page.says(/Paid back\s+13\.6 months/);
  const words = page.root.all('.chart text').map(({ textContent }) => textContent);
  assert.ok(words.includes('13.6 months →'), 'an arrow at the edge of the months drawn');
  // −3 490 in hand after a year, 61 817 later: the profit of 58 327
  assert.equal(time.fact('Net cash after 12 months'), '−€3,490');
  near(numberIn(time.fact('Still to come')), 61_817, 0.005);
  page.type(`${kPlan}/time/discountRate`, '10');
  page.type(`${kPlan}/time/horizonMonths`, '6');
  page.leave();
  assert.equal(time.answer(), 'after 13.6 months');
  near(numberIn(time.fact('Net present value in all')), 41_220, 0.005);
  time.says(/ROI a year\s+–\s*Customers go on paying without an end/);
});

test('what is paid back too late to be dated is said to be, and is not never', () => {
  for (const [locale, later, never] of [
    ['en', 'after more than 50 years', 'never'],
    ['fr', 'après plus de 50 ans', 'jamais'],
  ]) {
    const view = open(locale).view();
    assert.equal(paybackWords(view, { later: true }), later);
    assert.equal(paybackWords(view, { never: true }), never);
  }
});

test('a rate a year is told in as many digits as say something', () => {
  const page = open();
  const time = new Analysis(page, 'time').open();
  page.choose('preset', 'b2b-leads');
  // 31 716 of profit on 45 000 by the end of month 6: 1.7048 squared
  assert.equal(time.fact('ROI a year'), '+191%');
  page.choose('preset', 'one-channel');
  // 1 500 go out in month 1, 2 560 come in in month 2: 1.7067 to the power of 6, and of 12
  assert.equal(time.fact('ROI a year'), 'above 1,000%');
  assert.equal(time.fact('Internal rate of return a year'), 'above 1,000%');
});

test('nothing is claimed of a payback before a sales cycle is stated', () => {
  const page = open();
  const time = new Analysis(page, 'time').open();
  page.clear(`${kPlan}/time/lagMonths`);
  page.leave();
  assert.equal(time.answer(), 'say how long a sale takes');
  time.says(/^((?!months\.).)*how long a sale takes/s);
  page.doesNotSay(/Cost covered|Paid back/);
  page.choose('preset', 'saas');
  page.says(/Paid back\s+[\d.]+ months/);
});

test('a plan that never pays back says so', () => {
  const page = open();
  page.paste(field.closeRate, '1');
  const time = new Analysis(page, 'time').open();
  assert.equal(time.answer(), 'never');
  page.says(/When is its cost covered\?/);
  time.says(/Revenue never covers the cost/);
  page.type(`${kPlan}/margin`, '50');
  page.says(/When is it paid back\?/);
  time.says(/It is never paid back/);
});

test('the chance of payback says what it takes for granted', () => {
  const page = open();
  const time = new Analysis(page, 'time').open();
  page.paste(field.closeRate, '2..20');
  page.type(`${kPlan}/time/lagMonths`, '2');
  page.leave();
  time.says(
    /covers the cost within 12 months, if the figures without a range and the spread over time are as stated\./,
  );
  page.useLanguage('fr');
  time.says(
    /couvre le coût en 12\smois, si les chiffres sans fourchette et l’étalement dans le temps sont bien ceux indiqués\./,
  );
  page.press(page.text.scenarios.compare);
  page.press(page.text.scenarios.with.lastCampaign);
  time.says(/bien ceux indiqués, hors hasard puisque c’est passé\./);
  page.useLanguage('en');
  time.says(/are as stated, luck aside since it has happened\./);
});

test('what is to come back is told ahead, and one month as one', async () => {
  const page = open('fr');
  const time = new Analysis(page, 'time').open();
  time.says(/Le chiffre d’affaires couvre le coût au bout de 1,6\smois\./);
  // 9 before the start, and 300 in the course of the second month: 1 + 9 / 300 months.
  await page.open(
    planOf([{ id: 'one', leads: 10, costs: [{ kind: 'production', amount: 9 }] }], {
      time: { lagMonths: 1 },
    }),
    'file',
  );
  time.says(/Le chiffre d’affaires couvre le coût au bout d’un mois\./);
});

test('what channels are worth at the start adds up to what all flows are', async () => {
  const page = open();
  await page.open(
    planOf(
      [
        { id: 'A', name: 'A', leads: 100, costs: [{ kind: 'adSpend', amount: 1000 / 3 }] },
        { id: 'B', name: 'B', leads: 70, costs: [{ kind: 'adSpend', amount: 1000 / 7 }] },
      ],
      {
        margin: 0.4,
        time: { lagMonths: 3, discountRate: 0.08, rampMonths: 2, monthlyRetention: 0.8 },
      },
    ),
    'file',
  );
  const time = new Analysis(page, 'time').open();
  const [, , first] = time.row('Channel by channel', 'A');
  const [, , second] = time.row('Channel by channel', 'B');
  assert.equal(numberIn(time.fact('Net present value in all')), numberIn(first) + numberIn(second));
});
