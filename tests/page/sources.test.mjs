// What a figure rests on, and the period of costs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { originAt } from '../../web/src/plan/origins.ts';
import { field, kPlan } from '../e2e/lib/calculator.mjs';
import { open } from './lib/calculator.mjs';

const kPeriod = `${kPlan}/period/kind`;
/** The example: 12 000 subscribers, 65 000 spent, a customer is worth 150. */
const exampleRoi = (closeRate) => (12_000 * closeRate * 150 - 65_000) / 65_000;

test('a plain figure keeps its value when it is marked, a benchmark its source', () => {
  const page = open();
  page.choose('preset', 'agency-pitch');
  const values = page.values();
  page.explain('roi');
  page.unfoldExplanation();
  assert.match(page.explanation(), /benchmark: .+, from the example/);
  page.press('Source of Cost per click, ad spend alone', '.explanation');
  const kind = `${kPlan}/channels/0/adSpendCpc/provenance`;
  assert.deepEqual(page.options(kind), ['', 'measured', 'assumption', 'benchmark']);
  assert.equal(page.fieldText(kind), 'benchmark');
  page.press('Source of Ad spend', '.explanation');
  page.choose(`${field.cost(0)}/provenance`, 'measured');
  assert.match(page.explanation(), /measured, from the example/);
  assert.deepEqual(page.values(), values);
});

test('a range says beside its field where it comes from', () => {
  const page = open();
  page.type(field.closeRate, '5..15');
  page.leave();
  page.press('Source of Close rate', '.ends');
  page.choose(`${field.closeRate}/provenance`, 'measured');
  page.type(`${field.closeRate}/note`, 'CRM');
  page.leave();
  page.explain('roi');
  page.unfoldExplanation();
  assert.match(page.explanation(), /range from 5% to 15%, measured, typed by you, CRM/);
});

test('the page asks for costs with their period, and keeps them as those of a quarter', () => {
  const page = open();
  assert.equal(page.fieldText(kPeriod), 'quarter');
  page.openAll();
  page.choose(kPeriod, 'year');
  page.expect({ roi: exampleRoi(0.1) });
  assert.equal(page.fieldText(kPeriod), 'year');
  page.press('Keep the costs as amounts per quarter');
  page.expect({ roi: (12_000 * 0.1 * 150 - 4 * 65_000) / (4 * 65_000) });
  page.store.undo();
  page.expect({ roi: exampleRoi(0.1) });
});

test('a goal and months are the example’s until they are changed', () => {
  const page = open();
  page.choose('preset', 'b2b-leads');
  const { store } = page;
  const whose = (place) => originAt(`${kPlan}/${place}`, (part) => store.get(part));
  const weight = 'sharedCosts/0/allocation/weights/0/weight';
  assert.ok(
    store.get(`${kPlan}/goal/target`) > 0 && store.get(`${kPlan}/time`),
    'the example has both',
  );
  assert.deepEqual(['goal/target', 'time/lagMonths'].map(whose), ['example', 'example']);
  store.set(`${kPlan}/goal/target`, 1234);
  assert.deepEqual(['goal/target', 'time/lagMonths'].map(whose), [undefined, 'example']);
  assert.equal(whose('closeRate'), undefined, 'it has a mark of its own');
  const weights = [{ channel: store.scenario.channels[0].id, weight: 7 }];
  store.set(`${kPlan}/sharedCosts`, [
    { kind: 'tools', amount: 1, allocation: { rule: 'weights', weights } },
  ]);
  assert.equal(whose(weight), undefined);
});
