// How charts lay out what they show, without a browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { drawn } from './lib/drawn.mjs';

const { smoothed } = await import('../../web/src/charts/histogram.ts');
const { linesOf, nameLines } = await import('../../web/src/charts/text.ts');
const { picture } = await import('../../web/src/charts/picture.ts');

const sum = (list) => list.reduce((total, one) => total + one, 0);

test('where two halves of a range meet, the histogram has no jump and loses no trial', () => {
  const flat = (count) => Array(10).fill(count);
  const counts = [...flat(0), ...flat(100), ...flat(40), ...flat(0)];
  const often = smoothed({ from: 0, to: 1, counts, below: 0, above: 0 });
  assert.ok(Math.abs(sum(often) - sum(counts)) < 1e-9);
  for (let at = 12; at < 28; at += 1) {
    const step = Math.abs(often[at] - often[at + 1]);
    assert.ok(step <= 0.375 * 60 + 1e-9, `a step of ${step} of the 60 that they are apart`);
  }
  assert.deepEqual([often[15], often[25]], [100, 40], 'far from there nothing changes');
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
