// How charts lay out what they show, without a browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { drawn } from './lib/drawn.mjs';

const { histogram } = await import('../../web/src/charts/histogram.ts');
const { linesOf, nameLines } = await import('../../web/src/charts/text.ts');
const { picture } = await import('../../web/src/charts/picture.ts');

/** Of an area that stands on the foot. */
function cornersOf(path) {
  const [, top, from] = path.match(/^M(.*)V148H(.*)Z$/);
  const corners = top.split('L').map((corner) => corner.split(',').map(Number));
  assert.equal(corners[0][0], Number(from), 'back to where it began');
  return corners;
}

/** A histogram's areas, as the corners of their tops in pixels of a chart 240 wide, whose foot is at 148. */
function areasOf(bins) {
  const { from, to } = bins;
  const counts = Array(24).fill(1);
  const spread = { bins: { counts, below: 0, above: 0, density: [0, 0], atoms: [], ...bins } };
  const labels = { summary: '', breakEven: '', nineInTen: '', axis: String, width: 240 };
  const chart = drawn(histogram({ ...spread, p5: from, p50: from, p95: to }, labels));
  return chart.all('path').map(({ attributes }) => ({
    kind: attributes.class,
    isHatched: attributes.fill?.startsWith('url(') ?? false,
    corners: cornersOf(attributes.d),
  }));
}

test('the outline is what the core gives, hatched left of nought', () => {
  const [losses, gains] = areasOf({ from: -10, to: 14, density: [0, 4, 2, 0] });
  assert.deepEqual([losses.kind, losses.isHatched], ['losses', true]);
  assert.deepEqual([gains.kind, gains.isHatched], ['gains', false]);
  // ten pixels to one; nought lies a quarter of the way from the 4 at -2 to the 2 at 6: 3.5 of 4, of 120
  const nought = [100, 43];
  assert.deepEqual(losses.corners, [[0, 148], [80, 28], nought]);
  assert.deepEqual(gains.corners, [nought, [160, 88], [240, 148]]);
  assert.equal(areasOf({ from: 1, to: 14, density: [0, 4, 2, 0] }).length, 1);
});

test('an outcome that comes again and again is a column of as much area as its trials take elsewhere', () => {
  const bins = { from: -6, to: 18, density: [100, 100] };
  const [losses, gains, column] = areasOf({ ...bins, atoms: [{ value: 6, count: 50 }] });
  assert.deepEqual(
    [losses.corners[0], gains.corners.at(-1)],
    [
      [0, 28],
      [240, 28],
    ],
  );
  assert.equal(column.kind, 'gains');
  assert.deepEqual(column.corners, [
    [115, 88],
    [125, 88],
  ]);
  const atoms = [-1, -0.5, 0, 3].map((value) => ({ value, count: 50 }));
  const columns = areasOf({ ...bins, atoms }).slice(2);
  assert.deepEqual(
    columns.map(({ kind }) => kind),
    ['losses', 'losses', 'gains', 'gains'],
  );
  for (const [at, { corners }] of columns.slice(1).entries()) {
    const [left, right] = [corners[0][0], columns[at].corners[1][0]];
    assert.ok(left > right, 'they do not touch');
  }
});

test('a sure outcome is one column, on a scale from nought', () => {
  const counts = [600, ...Array(23).fill(0)];
  const [column, ...others] = areasOf({
    from: 48,
    to: 48,
    counts,
    atoms: [{ value: 48, count: 600 }],
  });
  assert.deepEqual(others, []);
  assert.ok(column.corners[0][0] > 200 && column.corners[1][0] <= 240);
  assert.equal(column.corners[0][1], 28);
});

test('a text is broken between words, then before a unit, then within a figure', () => {
  assert.deepEqual(linesOf('You pay €130 per lead', 1000), ['You pay €130 per lead']);
  assert.deepEqual(linesOf('You pay €130 per lead', undefined), ['You pay €130 per lead']);
  assert.deepEqual(linesOf('one two', 60), ['one two']);
  assert.deepEqual(linesOf('one two', 40), ['one', 'two']);
  assert.deepEqual(linesOf('12\u202f345\u00a0€', 60), ['12\u202f345', '€']);
  assert.deepEqual(linesOf('12\u202f345\u00a0€', 40), ['12', '345', '€']);
  assert.deepEqual(linesOf('€12,345', 40), ['€12,', '345']);
});

test('a name longer than three lines, or than a line without a space, ends in an ellipsis', () => {
  const lines = nameLines('one two three four five six seven', 60);
  assert.equal(lines.length, 3);
  assert.match(lines[2], /…$/);
  const [only] = nameLines('x'.repeat(200), 100);
  assert.match(only, /^x{3,}…$/);
  assert.deepEqual(nameLines('one two three', 40), ['one', 'two', 'three']);
});

test('a figure of any length is whole in its lines', () => {
  const figure = '13,334,556,243,728 F CFA → 110,000,000 F CFA';
  const lines = linesOf(figure, 60);
  assert.ok(lines.length > 3);
  assert.equal(lines.join('').replaceAll(/\s/g, ''), figure.replaceAll(/\s/g, ''));
});

/** The one picture of a lead that costs 65 and stops paying at `breakEven`. */
const drawnPicture = (breakEven, width) =>
  drawn(
    picture(
      { cost: 65, breakEven, end: 245 },
      {
        ...{ summary: '', pay: ['You pay'], tick: ['Break-even'], room: ['gained'] },
        ...{ isEarned: true, axis: String, width, soft: undefined, below: undefined },
      },
    ),
  );

test('the figures under the picture are as far from each other, wherever the tick stands', () => {
  for (const width of [320, 360, 560, 700]) {
    for (let breakEven = 10; breakEven < 245; breakEven += 5) {
      const root = drawnPicture(breakEven, width);
      const places = root.all('.scale').map(({ attributes }) => Number.parseFloat(attributes.x));
      const steps = places.slice(1).map((place, at) => place - places[at]);
      assert.ok(places.length > 1, `${places.length} figures at ${width} px`);
      const uneven = steps.some((step) => Math.abs(step - steps[0]) > 1e-6);
      assert.ok(!uneven, `${places} % at ${width} px, the tick at ${breakEven}`);
    }
  }
});
