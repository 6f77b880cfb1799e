// What a workbook says of every result, beside what the core says.
import assert from 'node:assert/strict';
import { loadModule, unwrap } from '../../../web/scripts/module.mjs';

export const kUndefined = '–';
export const module = await loadModule();
/** Results stand in the order of the metric table. */
const results = unwrap(module.describe())
  .metrics.filter(({ category }) => !['goal', 'saving', 'cash', 'input', 'line'].includes(category))
  .map(({ id }) => id);
export const evaluated = (document, at) =>
  unwrap(module.evaluate(JSON.stringify(document))).scenarios[at];

/** The figures of a column, in the order of the metric table. */
function figuresIn(rows, column) {
  const cells = rows.map((row) => row?.[column]).filter((cell) => cell?.formula !== undefined);
  return Object.fromEntries(results.map((metric, i) => [metric, cells[i]?.value]));
}

export const figuresOf = (book, channel) =>
  channel < 0 ? figuresIn(book.results, 1) : figuresIn(book.channels, channel + 1);

function assertFigures(actual, expected, isSame, about) {
  for (const metric of results) {
    const figure = typeof expected[metric] === 'number' ? expected[metric] : kUndefined;
    assert.ok(
      isSame(actual[metric], figure),
      `${about} ${metric} is ${actual[metric]}, the core says ${figure}`,
    );
  }
}

/** Every result of the total and of each channel. */
export function assertSays(book, { total, channels }, isSame) {
  assertFigures(figuresOf(book, -1), total, isSame, 'total');
  for (const [i, { id, results: expected }] of channels.entries()) {
    assertFigures(figuresOf(book, i), expected, isSame, id);
  }
}

export const exactly = Object.is;
export const nearly = (actual, expected) => {
  if (typeof expected !== 'number' || typeof actual !== 'number') return actual === expected;
  return Math.abs(actual - expected) <= Math.max(1e-9 * Math.abs(expected), 1e-12);
};
