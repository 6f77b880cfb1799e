// "Would another split bring more?": its picture. Its answers are tested without a browser: tests/page/tools.
import assert from 'node:assert/strict';
import { Analysis, numbersIn } from '../lib/analysis.mjs';
import { inBothBrowsers } from '../lib/browsers.mjs';
import { kPlan } from '../lib/calculator.mjs';
import { assertNamed, Chart, roughly, within } from '../lib/chart.mjs';
import { hosted } from '../lib/hosted.mjs';

inBothBrowsers((test) => {
  test('the bars of another split are the spends of its table', async (visit) => {
    const page = await visit.open(hosted());
    const split = await new Analysis(page, 'split').open();
    for (const channel of [0, 1, 2]) {
      await page.fill({ [`${kPlan}/channels/${channel}/response/elasticity`]: '50' });
    }
    const chart = await Chart.read(page, '[data-section="split"] svg.chart');
    assertNamed(chart);
    const rows = await split.rows('The best split');
    const [now, best] = [chart.all('before'), chart.all('bar')];
    assert.deepEqual(
      chart.all('figure').map(({ text }) => text),
      rows.map(([, spend]) => spend),
    );
    const spends = rows.map(([, spend]) => numbersIn(spend));
    const perPixel = spends[0][0] / now[0].width;
    for (const [index, [from, to]] of spends.entries()) {
      within(now[index].width * perPixel, from, perPixel + roughly(from), 'now');
      within(best[index].width * perPixel, to, perPixel + roughly(to), 'then');
      assert.ok(best[index].height > now[index].height, 'told apart by their height');
    }
    assert.equal(spends.length, 3);
  });
});
