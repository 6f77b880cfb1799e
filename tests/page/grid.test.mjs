// Channels as a grid: what is typed into its cells is what is typed into the list.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kPlan } from '../e2e/lib/calculator.mjs';
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
