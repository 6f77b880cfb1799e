// What is done with blocks of the grid, of several columns too, and what becomes of the plan.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { press } from '../../web/src/inputs/grid/acts.ts';
import { pasted, take } from '../../web/src/inputs/grid/block.ts';
import { gridOf, ofPlan, state } from '../../web/src/inputs/grid/state.ts';
import { open } from './lib/calculator.mjs';

/** Picks the block between two cells, by rows and columns of figures. */
function pick(page, from, to) {
  const view = page.view();
  const { columns } = gridOf(view);
  const place = ([row, metric]) => ({
    row,
    column: columns.findIndex((column) => column.metric === metric),
  });
  state.update(view, { at: place(from), to: place(to) });
}

/** In the first cell of the block. */
function strike(page, about) {
  const view = page.view();
  const { row, column } = state.of(view).at;
  const target = { closest: () => ({ dataset: { row, column } }) };
  press(view, gridOf(view), { target, preventDefault() {}, stopPropagation() {}, ...about });
}

test('filling a block down is one step, and says how many cells of all its columns', () => {
  const page = open();
  const { document } = page.store;
  pick(page, [0, 'leads'], [2, 'closeRate']);
  page.store.set('/scenarios/0/channels/0/closeRate', 0.2);
  const { document: before } = page.store;
  strike(page, { key: 'd', ctrlKey: true });
  const { channels } = page.store.scenario;
  const [first, ...others] = channels.map(({ leads, closeRate }) => ({ leads, closeRate }));
  assert.deepEqual(others, [first, first]);
  assert.match(page.spoken, /^4 cells/);
  page.store.undo();
  assert.equal(page.store.document, before);
  page.store.undo();
  assert.equal(page.store.document, document);
});

test('rows that a block needs more are channels of no other scenario', () => {
  const page = open();
  page.press('Compare with…');
  page.press('an alternative');
  page.addChannel();
  page.press('Plan', '.tabs');
  const view = page.view();
  const { columns, rows } = gridOf(view);
  const grid = { columns, rows: ofPlan({ rows }, { row: 0 }) };
  take(view, pasted(view, grid, { row: 3, column: 0 }, [['A'], ['B']]));
  const [plan, other] = page.store.document.scenarios;
  const added = ({ channels }) => channels.slice(3).map(({ id }) => id);
  assert.equal(added(plan).length, 2);
  assert.deepEqual(
    added(plan).filter((id) => added(other).includes(id)),
    [],
  );
});
