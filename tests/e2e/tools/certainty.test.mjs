// "How sure is it?": what waits for its trials, and its picture. Its answers are tested without a browser:
// tests/page/tools.
import assert from 'node:assert/strict';
import { Analysis, logit, near, normal, numberIn, numbersIn } from '../lib/analysis.mjs';
import { inBothBrowsers } from '../lib/browsers.mjs';
import { field } from '../lib/calculator.mjs';
import { assertNamed, Chart, isHollow, paperOf, roughly, within } from '../lib/chart.mjs';
import { kCost, kLeads, kValue, profitAt } from '../lib/example.mjs';
import { hosted } from '../lib/hosted.mjs';

/** Of the top of an area. */
const cornersOf = (path) =>
  path
    .replace(/^M|V.*/g, '')
    .split('L')
    .map((corner) => corner.split(',').map(Number));

const footOf = (path) => Number(path.match(/V([\d.]+)/)[1]);

/** Of what stands on a foot, in pixels. */
function areaBetween(corners, foot, from, to) {
  let area = 0;
  for (const [at, [x2, y2]] of corners.entries()) {
    const [x1, y1] = corners[at - 1] ?? [x2, y2];
    const [left, right] = [Math.max(x1, from), Math.min(x2, to)];
    if (left >= right) continue;
    const height = (x) => foot - (y1 + ((y2 - y1) * (x - x1)) / (x2 - x1));
    area += ((height(left) + height(right)) / 2) * (right - left);
  }
  return area;
}

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
    const [, picture] = await sure.charts();
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

  test('the outline holds as many trials as its table, losses hatched', async (visit) => {
    const page = await visit.open(hosted());
    await page.fill({ [field.closeRate]: '2..20' });
    const sure = await new Analysis(page, 'sure').open();
    await sure.refined();
    const chart = await Chart.read(page, '[data-section="sure"] svg.chart');
    assertNamed(chart);
    const { value, pixel } = chart.across();
    const [zero] = chart.all('tick');
    within(value(zero.x1), 0, pixel, 'break-even');

    const outlines = [chart.one('losses'), chart.one('gains')];
    const corners = outlines.flatMap(({ d }) => cornersOf(d));
    const foot = footOf(outlines[0].d);
    const rows = (await sure.rows('Gain')).map(([ends, count]) => [
      numbersIn(ends),
      numberIn(count),
    ]);
    const bins = rows.slice(1, -1);
    const all = bins.reduce((sum, [, count]) => sum + count, 0);
    const whole = areaBetween(corners, foot, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    for (const [[from, to], count] of bins) {
      const [left, right] = [from, to].map((one) => (one - value(0)) / pixel);
      const share = areaBetween(corners, foot, left, right) / whole;
      within(share, count / all, 0.004, `trials from ${from} to ${to}`);
    }

    const paper = await paperOf(page);
    const [losses, gains] = outlines;
    assert.ok(cornersOf(losses.d).every(([x]) => x <= zero.x1 + 0.5));
    assert.ok(cornersOf(gains.d).every(([x]) => x >= zero.x1 - 0.5));
    assert.ok(isHollow(losses, paper), 'losses are hatched');
    assert.ok(!isHollow(gains, paper));
    const lost = areaBetween(cornersOf(losses.d), foot, Number.NEGATIVE_INFINITY, zero.x1) / whole;
    const chance = 1 - numberIn(await sure.fact('Chance that revenue covers the cost')) / 100;
    const [[, below]] = rows;
    within((lost * all + below) / 100_000, chance, 0.01, 'the chance of a loss');

    const [low, middle, high] = (await sure.row('Low, middle and high', 'Gain')).map(numberIn);
    const { x1, x2 } = chart.one('ninety');
    within(value(x1), low, pixel + roughly(low), '5 times in 100 below');
    within(value(x2), high, pixel + roughly(high), '5 times in 100 above');
    within(value(chart.one('middle').cx), middle, pixel + roughly(middle), 'middle');
  });
});
