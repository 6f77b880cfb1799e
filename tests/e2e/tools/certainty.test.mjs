// "How sure is it?": what waits for its trials, and its picture. Its answers are tested without a browser:
// tests/page/tools.
import assert from 'node:assert/strict';
import { Analysis, logit, near, normal, numberIn, numbersIn } from '../lib/analysis.mjs';
import { inBothBrowsers } from '../lib/browsers.mjs';
import { field } from '../lib/calculator.mjs';
import { assertNamed, Chart, isHollow, paperOf, right, roughly, within } from '../lib/chart.mjs';
import { kCost, kLeads, kValue, profitAt } from '../lib/example.mjs';
import { hosted } from '../lib/hosted.mjs';

const averaged = (list) =>
  list.map((one, at) => ((list[at - 1] ?? 0) + 2 * one + (list[at + 1] ?? 0)) / 4);

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

  test('the histogram’s columns are the rows of its table, smoothed', async (visit) => {
    const page = await visit.open(hosted());
    await page.fill({ [field.closeRate]: '2..20' });
    const sure = await new Analysis(page, 'sure').open();
    await sure.refined();
    const chart = await Chart.read(page, '[data-section="sure"] svg.chart');
    assertNamed(chart);
    const { value, pixel } = chart.across();
    const rows = await sure.rows('Gain');
    // Twice averaged with its neighbours; what is rarer than a bin lies beyond the first and the last.
    const counts = rows.map(([, count]) => numberIn(count));
    for (const [end, inner] of [
      [0, 1],
      [-1, -2],
    ]) {
      counts.splice(end, 1, Math.min(counts.at(end), counts.at(inner)));
    }
    const often = averaged(averaged([0, ...counts, 0]));
    const bins = rows
      .map(([ends], at) => ({ ends: numbersIn(ends), often: often[at + 1] }))
      .slice(1, -1);
    const most = Math.max(...bins.map((bin) => bin.often));
    const [zero] = chart.all('tick');
    within(value(zero.x1), 0, pixel, 'break-even');
    const columns = [...chart.all('lossbin'), ...chart.all('gainbin')].toSorted(
      (a, b) => a.x - b.x,
    );
    const foot = Math.max(...columns.map(({ y, height }) => y + height));
    const tallest = Math.max(...columns.map(({ height }) => height));
    for (const bin of bins) {
      const [from, to] = bin.ends;
      const parts = columns.filter((one) => {
        const middle = value(one.x + one.width / 2);
        return middle > from && middle < to;
      });
      assert.ok(parts.length > 0, `no column from ${from} to ${to}`);
      within(value(parts[0].x), from, pixel + roughly(from), 'a column’s start');
      within(value(right(parts.at(-1))), to, pixel + roughly(to), 'a column’s end');
      for (const { y, height } of parts) {
        within(height, (tallest * bin.often) / most, 1, 'a column’s height');
        within(y + height, foot, 0.01, 'a column’s foot');
      }
    }
    const paper = await paperOf(page);
    for (const loss of chart.all('lossbin')) {
      assert.ok(right(loss) <= zero.x1 + 0.5, 'losses lie left of the break-even');
      assert.ok(isHollow(loss, paper), 'losses are hatched');
    }
    for (const gain of chart.all('gainbin')) assert.ok(!isHollow(gain, paper));

    const [low, middle, high] = (await sure.row('Low, middle and high', 'Gain')).map(numberIn);
    const { x1, x2 } = chart.one('ninety');
    within(value(x1), low, pixel + roughly(low), '5 times in 100 below');
    within(value(x2), high, pixel + roughly(high), '5 times in 100 above');
    within(value(chart.one('middle').cx), middle, pixel + roughly(middle), 'middle');
  });
});
