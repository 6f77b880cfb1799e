// Channels as a grid: what is typed into its cells is what is typed into the list.
import assert from 'node:assert/strict';
import { test } from 'node:test';
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
