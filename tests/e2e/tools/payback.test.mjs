// "When is it paid back?": what is typed into it, how its figures explain themselves, and its picture.
// Its answers are tested without a browser: tests/page/tools.
import assert from 'node:assert/strict';
import { Analysis, near, numberIn } from '../lib/analysis.mjs';
import { inBothBrowsers } from '../lib/browsers.mjs';
import { field, kPlan } from '../lib/calculator.mjs';
import { assertNamed, Chart, roughly, within } from '../lib/chart.mjs';
import { kCost } from '../lib/example.mjs';
import { hosted } from '../lib/hosted.mjs';

inBothBrowsers((test) => {
  test('a sales cycle delays the payback', async (visit) => {
    const page = await visit.open(hosted());
    const time = await new Analysis(page, 'time').open();
    await page.type(`${kPlan}/time/lagMonths`, '2');
    await page.leave();
    // A third of 65 000 goes out in each of months 1 to 3, a third of 180 000 comes in in 3 to 5.
    assert.equal(await time.answer(), 'after 3.1 months');
    await time.says(/Revenue covers the cost after 3.1 months/);
    // To the euro, for 38,333 and the −43,333 before it are −5,000.
    assert.deepEqual(await time.row('Month by month', '3'), ['€38,333', '−€5,000']);
    await page.says(/Cost covered\s+3.1 months/);

    await page.type(`${kPlan}/time/discountRate`, '10');
    await page.leave();
    const flows = [0, -kCost / 3, -kCost / 3, (180_000 - kCost) / 3, 60_000, 60_000];
    const worth = flows.reduce((sum, flow, month) => sum + flow * 1.1 ** (-month / 12), 0);
    near(numberIn(await time.fact('Net present value in all')), worth, 0.005);
  });

  test('what is read off the months says how', async (visit) => {
    const page = await visit.open(hosted());
    const time = await new Analysis(page, 'time').open();
    await page.type(`${kPlan}/time/lagMonths`, '2');
    await page.leave();
    await page.type(`${kPlan}/time/discountRate`, '10');
    await page.leave();
    await page.click(await page.element('[data-section="time"] [data-told="payback"]'));
    // −65 000 and 60 000 have come and gone by the end of month 3, 60 000 more a month later.
    await time.says(/End of month 3: −€5,000/);
    await time.says(/End of month 4: €55,000/);
    await time.says(/Above zero for good: after 3\.1 months/);
    await page.page.keyboard.press('Escape');
    await time.says(/^((?!End of month).)*$/s);
    await page.click(await page.element('[data-section="time"] [data-told="netPresentValue"]'));
    // 1.1^(−1/12) = 0.99209
    await time.says(/−€21,667 × 99\.21% − €21,667 × \(99\.21%\)² \+ €38,333 × \(99\.21%\)³ \+/);
    await page.page.keyboard.press('Escape');
    const expanded = await page.inside((root) => root.activeElement?.ariaExpanded);
    assert.equal(expanded, 'false');
  });

  test('the curve runs through the months of its table', async (visit) => {
    const page = await visit.open(hosted());
    await page.fill({ [field.closeRate]: '2..20' });
    const time = await new Analysis(page, 'time').open();
    await page.fill({ [`${kPlan}/time/lagMonths`]: '2' });
    const chart = await Chart.read(page, '[data-section="time"] svg.chart');
    assertNamed(chart);
    const { value, pixel } = chart.down();
    const points = ({ d }) => [...d.matchAll(/([\d.-]+),([\d.-]+)/g)].map(([, , y]) => Number(y));
    const top = 24;
    const rows = await time.rows('Month by month');
    const months = rows.map((row) => row.slice(2).map(numberIn));
    const line = points(chart.one('curve'));
    assert.equal(line.length, rows.length);
    const fan = points(chart.one('fan'));
    const highs = fan.slice(0, rows.length);
    const lows = fan.slice(rows.length).toReversed();
    for (const [month, [sum, low, high]] of months.entries()) {
      const what = `month ${month}`;
      within(value(top + line[month]), sum, pixel + roughly(sum), what);
      within(value(top + Math.max(lows[month], highs[month])), low, pixel + roughly(low), what);
      within(value(top + Math.min(lows[month], highs[month])), high, pixel + roughly(high), what);
    }

    const { x1 } = chart.one('tick');
    const across = chart.all('scale').filter(({ text }) => /^\d+$/.test(text));
    const [first, last] = [across[0], across.at(-1)];
    const perMonth = (last.x - first.x) / (Number(last.text) - Number(first.text));
    const before = months.findIndex(([sum], month) => sum < 0 && months[month + 1][0] >= 0);
    const [[from], [to]] = [months[before], months[before + 1]];
    const crossing = before + from / (from - to);
    within((x1 - first.x) / perMonth, crossing, 0.05, 'where it is paid back');
  });
});
