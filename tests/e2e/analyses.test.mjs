// The questions below the answer: how sure, what matters, what it takes, when it is paid back, what
// changed, and how to split the budget. Each answer is tested without a browser:
// tests/page/analyses.test.mjs; here is what waits, what is typed, and one of each kind of picture.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { Analysis, logit, normal, numberIn } from './lib/analysis.mjs';
import { inBothBrowsers } from './lib/browsers.mjs';
import { dist } from './lib/built.mjs';
import { field, kPlan } from './lib/calculator.mjs';
import { serve } from './lib/server.mjs';
import { until } from './lib/until.mjs';

let server;
before(async () => {
  server = await serve(dist);
});
after(() => server.close());

const hosted = (query = '') => `${server.origin}/${query}`;

/** The example: 12 000 subscribers, a customer is worth 150, cost 65 000. */
const kLeads = 12_000;
const kValue = 150;
const kCost = 65_000;
const profitAt = (closeRate) => kLeads * closeRate * kValue - kCost;

const near = (actual, expected, share) =>
  assert.ok(
    Math.abs(actual - expected) <= share * Math.abs(expected),
    `${actual} is not near ${expected}`,
  );

/** The contents of the analyses come after the first answer. */
const shows = (page, css) =>
  until(css, () => page.inside((root, found) => root.querySelector(found) !== null, css));

async function seek(page, target, input) {
  await shows(page, '.seek');
  await page.paste('seek-target', target);
  await (await page.element(`.seek select:has([value="${input}"])`)).select(input);
}

const sought = (page) => page.inside((root) => root.querySelector('.seek p').innerText.trim());

inBothBrowsers((test) => {
  test('a range says how sure the profit is', async (visit) => {
    const page = await visit.open(hosted());
    await page.paste(field.closeRate, '2..20');
    await page.leave();
    const sure = new Analysis(page, 'sure');
    const middle = (logit(0.02) + logit(0.2)) / 2;
    const spread = (logit(0.2) - middle) / 1.6448536269514722;
    const chance = normal((middle - logit(kCost / (kLeads * kValue))) / spread);
    assert.equal(Math.round(10 * chance), 8);
    // the close rate alone is a range: value, three costs and three counts are not
    const words = 'if the 7 figures without a range are exact';
    assert.equal(await sure.answer(), `8 chances in 10 that revenue covers the cost, ${words}`);
    await page.says(/8 chances in 10 that revenue covers the cost/);

    await sure.open();
    await sure.refined();
    near(numberIn(await sure.fact('Chance that revenue covers the cost')), 100 * chance, 0.005);
    const [low, median, high] = await sure.row('Low, middle and high', 'Gain');
    near(numberIn(low), profitAt(0.02), 0.02);
    near(numberIn(median), profitAt(1 / 15), 0.02); // odds of 1/14 between 1/49 and 1/4
    near(numberIn(high), profitAt(0.2), 0.02);
    const [picture] = await sure.charts();
    assert.match(picture, /between .* and .* 9 times in 10/);
    await page.assertNumbersAreNumbers();
  });

  test('an edit while trials are run starts anew', async (visit) => {
    const page = await visit.open(hosted());
    await page.paste(field.closeRate, '2..20');
    await page.leave();
    const sure = await new Analysis(page, 'sure').open();
    await page.paste(field.value, '300');
    await sure.refined();
    const [low] = await sure.row('Low, middle and high', 'Gain');
    // 240 customers at the low end, about which luck moves them by 15: one in twenty is a little lower
    near(numberIn(low), kLeads * 0.02 * 300 - kCost, 0.06);
  });

  test('an explanation says what it would take, and takes it over', async (visit) => {
    const page = await visit.open(hosted());
    await page.explain('roi');
    await seek(page, '200', field.closeRate);
    // 195 000 of return over 12 000 subscribers worth 150
    assert.match(await sought(page), /^Close rate: at least 10.83% instead of 10%\./);
    await page.press('Apply', '.seek');
    await page.expect({ roi: 2 });
    near(
      Number.parseFloat(await page.fieldText(field.closeRate)),
      100 * (195_000 / 1_800_000),
      1e-9,
    );
    await page.undo();
    await page.expect({ roi: profitAt(0.1) / kCost });
  });

  test('the undo of a target that is typed is the browser’s', async (visit) => {
    const page = await visit.open(hosted());
    await page.type(field.closeRate, '20');
    await page.leave();
    await page.explain('roi');
    await page.type('seek-target', '500');
    await page.chord('z');
    assert.equal(await page.fieldText(field.closeRate), '20');
  });

  test('a sales cycle delays the payback', async (visit) => {
    const page = await visit.open(hosted());
    const time = await new Analysis(page, 'time').open();
    await page.type(`${kPlan}/time/lagMonths`, '2');
    await page.leave();
    // A third of 65 000 goes out in each of months 1 to 3, a third of 180 000 comes in in 3 to 5.
    assert.equal(await time.answer(), 'after 3.1 months');
    await time.says(/Revenue has covered the cost after 3.1 months/);
    assert.deepEqual(await time.row('Month by month', '3'), ['€38,300', '−€5,000']);
    await page.says(/Cost covered\s+3.1 months/);

    await page.type(`${kPlan}/time/discountRate`, '10');
    await page.leave();
    const flows = [0, -kCost / 3, -kCost / 3, (180_000 - kCost) / 3, 60_000, 60_000];
    const worth = flows.reduce((sum, flow, month) => sum + flow * 1.1 ** (-month / 12), 0);
    near(numberIn(await time.fact('Net present value in all')), worth, 0.005);
  });

  test('an alternative is explained part by part', async (visit) => {
    const page = await visit.open(hosted());
    await page.press('Compare with…');
    await page.press('an alternative');
    await page.type('/scenarios/1/closeRate', '12.345');
    await page.leave();
    await page.type('/scenarios/1/channels/0/costs/0/amount', '20000');
    await page.leave();
    const changed = await new Analysis(page, 'changed').open();
    const profit = kLeads * 0.12345 * kValue - 59_000;
    const parts = 'Parts of the change';
    assert.deepEqual(await changed.row(parts, 'Plan'), ['€115,000']);
    assert.deepEqual(await changed.row(parts, 'The close rate'), ['+€42,210']);
    assert.deepEqual(await changed.row(parts, 'Ad spend'), ['+€6,000']);
    assert.equal(numberIn((await changed.row(parts, 'Alternative'))[0]), profit);

    await changed.choose('roi');
    const shown = [];
    for (const name of ['Plan', 'The close rate', 'Ad spend', 'Alternative']) {
      shown.push(numberIn((await changed.row(parts, name))[0]));
    }
    const [from, rate, spend, to] = shown;
    assert.equal((from + rate + spend).toFixed(1), to.toFixed(1), 'what is shown adds up');
    near(to, (100 * profit) / 59_000, 1e-3);
  });
});
