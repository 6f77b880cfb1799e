// The pictures of the answer show its numbers: places are read back through their axis. Those of a tool
// are tested with it.
import assert from 'node:assert/strict';
import { inBothBrowsers } from './lib/browsers.mjs';
import { field } from './lib/calculator.mjs';
import { assertNamed, Chart, right, within } from './lib/chart.mjs';
import { hosted } from './lib/hosted.mjs';
import { until } from './lib/until.mjs';

inBothBrowsers((test) => {
  test('the picture and the channels’ bars are the costs and break-evens', async (visit) => {
    const page = await visit.open(hosted());
    const values = await page.values();
    const picture = await Chart.read(page, '.picture');
    const { value, pixel } = picture.across();
    assertNamed(picture);
    within(value(picture.one('tick').x1), Number(values.breakEvenCpl), pixel, 'break-even');
    within(value(picture.one('bar').width), Number(values.fullCostCpl), pixel, 'cost');
    within(value(right(picture.one('room neutral'))), Number(values.breakEvenCpl), pixel, 'room');
    assert.ok(picture.texts.some(({ text }) => /^€9.58 left per subscriber/.test(text)));

    const channels = await page.ranking();
    assert.equal(channels.length, 3);
    for (const [index, id] of channels.entries()) {
      const mini = await Chart.read(page, 'tbody .mini svg', index);
      assertNamed(mini);
      // The same scale on another width.
      const scaled = (place) => value((place * picture.width) / mini.width);
      const step = (pixel * picture.width) / mini.width;
      const [over] = mini.all('over neutral');
      const cost = Number(values[`fullCostCpl@${id}`]);
      const breakEven = Number(values[`breakEvenCpl@${id}`]);
      assert.equal(over !== undefined, cost > breakEven, id);
      within(scaled(over ? right(over) : mini.one('bar').width), cost, step, `cost of ${id}`);
      within(scaled(mini.one('tick').x1), breakEven, step, `break-even of ${id}`);
    }
  });

  test('soft ends are where the ranges end', async (visit) => {
    // Each costs as typed, 9 times in 10; every break-even is 150 times the close rate.
    const page = await visit.open(hosted());
    await page.fill({ [field.closeRate]: '5..20', [field.cost(0)]: '13000..39000' });
    await until('the channels’ ranges', () =>
      page.inside((root) =>
        [...root.querySelectorAll('tbody .mini svg')].every((one) =>
          one.querySelector('.maybe-tick'),
        ),
      ),
    );
    const picture = await Chart.read(page, '.picture');
    const { value } = picture.across();
    const ends = (chart, kind, low, high) => {
      const mark = chart.one(kind);
      const scaled = (place) => value((place * picture.width) / chart.width);
      within(scaled(mark.x), low, 0.03 * high, `${kind} from`);
      within(scaled(right(mark)), high, 0.03 * high, `${kind} to`);
    };
    ends(picture, 'maybe-tick', 7.5, 30);
    const channels = await page.ranking();
    for (const index of channels.keys()) {
      ends(await Chart.read(page, 'tbody .mini svg', index), 'maybe-tick', 7.5, 30);
    }
    const facebook = await Chart.read(page, 'tbody .mini svg', channels.indexOf('facebook'));
    const { x, width } = facebook.one('maybe-longer');
    within(value(((x + width) * picture.width) / facebook.width), 39_000 / 6_500, 0.2, 'dearest');
    // of what is spread by its logarithm, quantiles lie as far on the way to the end as for a normal
    const middle = Math.sqrt(13_000 * 39_000);
    for (const [level, z] of Object.entries({ most: 1.2816, half: 0.6745 })) {
      const mark = facebook.one(`maybe-longer ${level}`);
      const quantile = (middle * Math.exp((z / 1.6449) * Math.log(39_000 / middle))) / 6_500;
      within(value((right(mark) * picture.width) / facebook.width), quantile, 0.1, level);
    }
    const key = picture.texts.map(({ text }) => text);
    assert.deepEqual(
      key.filter((text) => text.includes('%')),
      ['50%', '80%', '90% of cases'],
    );
    const instagram = await Chart.read(page, 'tbody .mini svg', channels.indexOf('instagram'));
    assert.deepEqual(instagram.all('maybe-longer'), [], 'a single value has no soft end');
  });
});
