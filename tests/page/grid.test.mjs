// Channels as a grid: what is typed into its cells is what is typed into the list; what is done with blocks of
// them, of several columns too, and what becomes of the plan.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { press } from '../../web/src/inputs/grid/acts.ts';
import { pasted, take } from '../../web/src/inputs/grid/block.ts';
import { gridOf, ofPlan, state } from '../../web/src/inputs/grid/state.ts';
import { field, kPlan } from '../e2e/lib/calculator.mjs';
import { planOf } from '../e2e/lib/plans.mjs';
import { open } from './lib/calculator.mjs';

const cell = (kind) => `${kPlan}/channels/0/costs/kind=${kind}/amount`;
const toggleGrid = (page) => page.root.first('[data-opens="grid"]').press();

function openGrid(...args) {
  const page = open(...args);
  toggleGrid(page);
  return page;
}

test('a cell that is emptied and typed anew is one thing to undo', () => {
  const lines = [
    { kind: 'adSpend', amount: 700 },
    { kind: 'tools', amount: 300 },
  ];
  for (const costs of [lines, lines.slice(0, 1)]) {
    const page = openGrid('en', planOf([{ id: 'a', leads: 100, costs }]));
    const { document } = page.store;
    page.clear(cell('adSpend'));
    page.type(cell('adSpend'), '800');
    page.leave();
    assert.equal(page.fieldText(cell('adSpend')), '800');
    page.undo();
    assert.equal(page.store.document, document);
    page.clear(cell('adSpend'));
    page.type(cell('adSpend'), '800000');
    page.leave();
    assert.match(page.question(cell('adSpend')), /€800,000/);
    page.press('Undo', '.asking');
    assert.equal(page.store.document, document);
  }
});

const kLine = { id: 'a', leads: 100, costs: [{ kind: 'adSpend', amount: 700 }] };
const isWarned = (page) => page.store.notCounted !== undefined;

test('what is refused in a cell is refused in the field of the list, until either is typed', () => {
  const page = openGrid('en', planOf([kLine]));
  page.type(cell('adSpend'), 'abc');
  page.leave();
  assert.ok(page.error(cell('adSpend')));
  toggleGrid(page);
  assert.equal(page.fieldText(field.cost(0)), 'abc');
  assert.ok(page.error(field.cost(0)));
  page.type(field.cost(0), '500');
  page.leave();
  assert.equal(isWarned(page), false);
  toggleGrid(page);
  assert.equal(page.fieldText(cell('adSpend')), '500');
  page.type(cell('adSpend'), '500000');
  page.leave();
  toggleGrid(page);
  assert.match(page.question(field.cost(0)), /€500,000/);
});

test('what is refused where the list has no field goes with the grid', () => {
  const other = { ...kLine, id: 'b', costs: [{ kind: 'people', amount: 300 }] };
  const page = openGrid('en', planOf([kLine, other]));
  for (const name of [cell('people'), `${kPlan}/channels/0/value/revenuePerCustomer`]) {
    page.type(name, 'abc');
    page.leave();
    assert.ok(page.error(name), name);
    toggleGrid(page);
    assert.equal(isWarned(page), false, name);
    toggleGrid(page);
    assert.equal(page.fieldText(name), '', name);
  }
});

test('a line that is emptied away takes along what was refused beside it, for places move up', () => {
  const costs = [...kLine.costs, { kind: 'tools', amount: 300 }];
  const page = open('en', planOf([{ ...kLine, costs }]));
  page.openDetails('Channel');
  page.type(`${kPlan}/channels/0/costs/1/amount`, 'abc');
  page.leave();
  toggleGrid(page);
  assert.equal(page.fieldText(cell('tools')), 'abc');
  page.clear(cell('adSpend'));
  page.leave();
  assert.equal(page.fieldText(cell('tools')), '300');
  assert.equal(isWarned(page), false);
});

test('what was refused in a field that goes is no matter any more', () => {
  const base = `${kPlan}/channels/0/costs/0`;
  const page = open('en', planOf([{ ...kLine, costs: [{ kind: 'people' }] }]));
  page.openDetails('Channel');
  const refused = (name, choice, value) => {
    page.type(name, 'abc');
    page.leave();
    assert.ok(isWarned(page), name);
    page.choose(choice, value);
    assert.equal(isWarned(page), false, name);
  };
  refused(`${base}/amount`, `${base}/calculation`, 'hours');
  refused(field.value, `${kPlan}/value/mode`, 'margin');
  page.openAll();
  refused(field.closeRate, `${kPlan}/action`, 'order');
  page.root.first(`[data-adds="${kPlan}/savings"]`).press();
  refused(`${kPlan}/savings/0/amount`, `${kPlan}/savings/0/calculation`, 'hours');
});

// Blocks

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
