// "What matters most?": its picture. Its answers are tested without a browser: tests/page/tools.
import assert from 'node:assert/strict';
import { Analysis, numberIn, numbersIn } from '../lib/analysis.mjs';
import { inBothBrowsers } from '../lib/browsers.mjs';
import { field } from '../lib/calculator.mjs';
import { assertNamed, Chart, isHollow, paperOf, right, within } from '../lib/chart.mjs';
import { hosted } from '../lib/hosted.mjs';

inBothBrowsers((test) => {
  test('the bars of what matters most are the rows of its table', async (visit) => {
    const page = await visit.open(hosted());
    await page.fill({ [field.closeRate]: '2..20', [field.value]: '100..200' });
    const influence = await new Analysis(page, 'influence').open();
    const chart = await Chart.read(page, '[data-section="influence"] svg.chart');
    assertNamed(chart);
    const { value, pixel } = chart.across();
    const rows = await influence.rows('Ranges');
    const [marker] = chart.all('tick');
    const now = value(marker.x1);
    within(now, numberIn(chart.texts.find(({ y }) => y === marker.y1 - 6).text), pixel, 'now');
    // the last row is luck, which is no range and has no bar
    assert.match(rows.pop()[0], /^Luck/);
    assert.equal(rows.length, 2);
    const [lows, highs] = [chart.all('lowend'), chart.all('highend')];
    const paper = await paperOf(page);
    for (const [index, [name, , moved]] of rows.entries()) {
      const [atLow, atHigh] = numbersIn(moved);
      assert.ok(chart.texts.some(({ text }) => text === name));
      within(value(lows[index].x), atLow, pixel, `${name} at its low end`);
      within(value(right(lows[index])), now, pixel, `${name} ends at what is`);
      within(value(right(highs[index])), atHigh, pixel, `${name} at its high end`);
      within(value(highs[index].x), now, pixel, `${name} starts at what is`);
      assert.ok(isHollow(highs[index], paper) && !isHollow(lows[index], paper));
    }
  });
});
