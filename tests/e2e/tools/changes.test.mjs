// "What changed?": its parts and their picture. Its answers are tested without a browser: tests/page/tools.
import assert from 'node:assert/strict';
import { Analysis, near, numberIn } from '../lib/analysis.mjs';
import { inBothBrowsers } from '../lib/browsers.mjs';
import { assertNamed, Chart, within } from '../lib/chart.mjs';
import { kLeads, kValue } from '../lib/example.mjs';
import { hosted } from '../lib/hosted.mjs';

inBothBrowsers((test) => {
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

  test('the steps of what changed add up to its table', async (visit) => {
    const page = await visit.open(hosted());
    await page.press('Compare with…');
    await page.press('an alternative');
    await page.fill({
      '/scenarios/1/closeRate': '8',
      '/scenarios/1/channels/0/costs/0/amount': '20000',
    });
    const changed = await new Analysis(page, 'changed').open();
    const chart = await Chart.read(page, '[data-section="changed"] svg.chart');
    assertNamed(chart);
    const rows = await changed.rows('Parts of the change');
    const bars = chart.marks.filter(({ tag }) => tag === 'rect').toSorted((a, b) => a.y - b.y);
    const figures = chart.all('figure').map(({ text }) => text);
    assert.deepEqual(
      figures,
      rows.map(([, figure]) => figure),
    );
    const amounts = figures.map(numberIn);
    const perPixel = amounts[0] / bars[0].width;
    const zero = chart.one('axis').x1;
    let at = 0;
    for (const [index, { x, width, kind }] of bars.entries()) {
      const isWhole = index === 0 || index === bars.length - 1;
      const from = isWhole ? 0 : at;
      at = from + amounts[index];
      within((x - zero) * perPixel, Math.min(from, at), perPixel, rows[index][0]);
      within((x + width - zero) * perPixel, Math.max(from, at), perPixel, rows[index][0]);
      if (isWhole) continue;
      assert.equal(kind, amounts[index] < 0 ? 'over' : 'more');
      assert.match(figures[index], /^[+−]/, 'the sign is said, not only coloured');
    }
    assert.equal(bars.length, 4);
  });
});
