// Every chart shows the numbers of the table beside it: places are read back through its axis.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { Analysis, numberIn } from './lib/analysis.mjs';
import { inBothBrowsers } from './lib/browsers.mjs';
import { dist } from './lib/built.mjs';
import { field, kPlan } from './lib/calculator.mjs';
import { Chart, within } from './lib/chart.mjs';
import { serve } from './lib/server.mjs';
import { until } from './lib/until.mjs';

let server;
before(async () => {
  server = await serve(dist);
});
after(() => server.close());

const right = ({ x, width }) => x + width;

/** What rounding to three digits may hide. */
const roughly = (value) => Math.abs(value) * 0.005;

const numbersIn = (text) => text.split('→').map(numberIn);

async function fill(page, fields) {
  for (const [name, text] of Object.entries(fields)) {
    await page.paste(name, text);
    await page.leave();
  }
}

async function open(visit, fields = {}) {
  const page = await visit.open(`${server.origin}/`);
  await fill(page, fields);
  return page;
}

/** One sentence, which says what is seen. */
function assertNamed({ name }) {
  assert.match(name, /^\S.*\.$/);
  assert.doesNotMatch(name, /\.\s/);
}

/** Two marks that are told apart without their colours: one is hollow, or hatched. */
const isHollow = ({ fill }, paper) => fill === paper || fill.startsWith('url(');

const paperOf = (page) => page.inside((root) => getComputedStyle(root.host).backgroundColor);

inBothBrowsers((test) => {
  test('the picture and the channels’ bars are the costs and break-evens', async (visit) => {
    const page = await open(visit);
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
      const mini = await Chart.read(page, '.mini svg', index);
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
    const page = await open(visit, { [field.closeRate]: '5..20', [field.cost(0)]: '13000..39000' });
    await until('the channels’ ranges', () =>
      page.inside((root) => root.querySelector('.mini .maybe-tick') !== null),
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
      ends(await Chart.read(page, '.mini svg', index), 'maybe-tick', 7.5, 30);
    }
    const facebook = await Chart.read(page, '.mini svg', channels.indexOf('facebook'));
    const { x, width } = facebook.one('maybe-longer');
    within(value(((x + width) * picture.width) / facebook.width), 39_000 / 6_500, 0.2, 'dearest');
    const instagram = await Chart.read(page, '.mini svg', channels.indexOf('instagram'));
    assert.deepEqual(instagram.all('maybe-longer'), [], 'a single value has no soft end');
  });

  test('the histogram’s columns are the rows of its table', async (visit) => {
    const page = await open(visit, { [field.closeRate]: '2..20' });
    const sure = await new Analysis(page, 'sure').open();
    await sure.refined();
    const chart = await Chart.read(page, '[data-section="sure"] svg.chart');
    assertNamed(chart);
    const { value, pixel } = chart.across();
    const rows = (await sure.rows('Gain')).slice(1, -1);
    const bins = rows.map(([ends, count]) => ({ ends: numbersIn(ends), count: numberIn(count) }));
    const most = Math.max(...bins.map(({ count }) => count));
    const [zero] = chart.all('tick');
    within(value(zero.x1), 0, pixel, 'break-even');
    const columns = [...chart.all('lossbin'), ...chart.all('gainbin')].toSorted(
      (a, b) => a.x - b.x,
    );
    const foot = Math.max(...columns.map(({ y, height }) => y + height));
    const tallest = Math.max(...columns.map(({ height }) => height));
    for (const { ends, count } of bins.filter((bin) => bin.count > 0)) {
      const [from, to] = ends;
      const parts = columns.filter((one) => {
        const middle = value(one.x + one.width / 2);
        return middle > from && middle < to;
      });
      assert.ok(parts.length > 0, `no column from ${from} to ${to}`);
      within(value(parts[0].x), from, pixel + roughly(from), 'a column’s start');
      within(value(right(parts.at(-1))), to, pixel + roughly(to), 'a column’s end');
      for (const { y, height } of parts) {
        within(height, (tallest * count) / most, 1, 'a column’s height');
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

  test('the bars of what matters most are the rows of its table', async (visit) => {
    const page = await open(visit, { [field.closeRate]: '2..20', [field.value]: '100..200' });
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

  test('the curve runs through the months of its table', async (visit) => {
    const page = await open(visit, { [field.closeRate]: '2..20' });
    const time = await new Analysis(page, 'time').open();
    await fill(page, { [`${kPlan}/time/lagMonths`]: '2' });
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

  test('the steps of what changed add up to its table', async (visit) => {
    const page = await open(visit);
    await page.press('Compare with…');
    await page.press('an alternative');
    await fill(page, {
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

  test('the bars of another split are the spends of its table', async (visit) => {
    const page = await open(visit);
    const split = await new Analysis(page, 'split').open();
    for (const channel of [0, 1, 2]) {
      await fill(page, { [`${kPlan}/channels/${channel}/response/elasticity`]: '50' });
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
