// Hours at a cost, as one types them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workIn } from '../../web/src/plan/hours.ts';
import { field } from '../e2e/lib/calculator.mjs';
import { open } from './lib/calculator.mjs';

test('hours and what one costs are told apart, however they are written', () => {
  const kWays = [
    '12 h x 40',
    '12h×40',
    '12 hours at 40',
    '12 heures à 40',
    '12 HRS @ 40',
    '12 h * 40',
  ];
  for (const text of kWays) assert.deepEqual(workIn(text), { hours: '12', hourlyCost: '40' }, text);
  assert.deepEqual(workIn('1,5 h x 40 €'), { hours: '1,5', hourlyCost: '40 €' });
  assert.deepEqual(workIn('10 to 12 h x 40..60'), { hours: '10 to 12', hourlyCost: '40..60' });
});

test('anything else is no work', () => {
  for (const text of ['12 h', 'x 40', 'h x 40', '12 x 40', '40', '1h30 x 40', ''])
    assert.equal(workIn(text), undefined, text);
});

test('a field of an amount alone takes none: nothing moves from under the caret', () => {
  const page = open();
  const before = page.values();
  for (const text of ['12 h x 4', '12 h x 45']) page.paste(field.cost(0), text);
  assert.deepEqual(page.values(), before);
  page.leave();
  assert.match(page.error(field.cost(0)), /\w/);
});
