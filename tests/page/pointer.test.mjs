// Places in a document, by index and by kind.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getAt, setAt } from '../../web/src/plan/pointer.ts';

const plan = {
  costs: [
    { kind: 'adSpend', amount: 5 },
    { kind: 'tools', amount: 7 },
  ],
};

test('an entry of a list is found by its kind', () => {
  assert.equal(getAt(plan, '/costs/kind=tools/amount'), 7);
  assert.equal(getAt(plan, '/costs/kind=people/amount'), undefined);
  assert.equal(getAt({}, '/costs/kind=people'), undefined);
});

test('it is changed, begun at the end of its list, and taken out', () => {
  assert.deepEqual(setAt(plan, '/costs/kind=adSpend/amount', 6).costs[0], {
    kind: 'adSpend',
    amount: 6,
  });
  assert.deepEqual(setAt(plan, '/costs/kind=people/amount', 9).costs[2], {
    kind: 'people',
    amount: 9,
  });
  assert.deepEqual(setAt({}, '/costs/kind=people/amount', 9), {
    costs: [{ kind: 'people', amount: 9 }],
  });
  assert.deepEqual(setAt(plan, '/costs/kind=adSpend', undefined).costs, [
    { kind: 'tools', amount: 7 },
  ]);
  assert.equal(plan.costs.length, 2, 'the one before stays as it is');
});
