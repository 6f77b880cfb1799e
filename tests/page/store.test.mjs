// The plan that is edited: its steps, what is refused, whose its figures are; and rounding for the eye.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whoseFigures, withoutExample } from '../../web/src/plan/origins.ts';
import { presetIds, presets } from '../../web/src/plan/presets.ts';
import { roundedParts } from '../../web/src/plan/rounding.ts';
import { Store } from '../../web/src/plan/store.ts';
import { engine } from './lib/engine.mjs';

const kRate = '/scenarios/0/closeRate';
const storeOf = (preset) =>
  new Store(
    engine,
    presets[preset],
    preset,
    () => {},
    () => {},
  );

test('edits of one field in a row are one step, until it is left', () => {
  const store = storeOf('email');
  const { document } = store;
  for (const rate of [0.1, 0.12, 0.125]) store.edit(kRate, rate);
  store.leave(kRate);
  store.edit(kRate, 0.2);
  store.undo();
  assert.equal(store.get(kRate), 0.125);
  store.undo();
  assert.equal(store.document, document, 'the very plan');
  assert.equal(store.canUndo, false);
  store.redo();
  store.redo();
  assert.equal(store.get(kRate), 0.2);
  assert.equal(store.canRedo, false);
});

test('an edit forgets what was undone, and no more than 200 steps are kept', () => {
  const store = storeOf('email');
  for (let step = 1; step <= 250; step += 1) store.set(kRate, step / 1000);
  store.undo();
  store.set(kRate, 0.5);
  assert.equal(store.canRedo, false);
  let steps = 0;
  for (; store.canUndo; steps += 1) store.undo();
  assert.equal(steps, 200);
});

test('what the core refuses leaves the plan as it was', () => {
  const store = storeOf('email');
  const { document, result } = store;
  for (const [pointer, value] of [
    [kRate, 2],
    [kRate, 'x'],
    ['/scenarios/0/channels', []],
    ['/scenarios/0/currency', 'euro'],
    ['/scenarios/0/channels/0/id', 'linkedin'],
  ]) {
    const error = store.set(pointer, value);
    assert.ok(error?.code, pointer);
    assert.equal(store.document, document, pointer);
    assert.equal(store.result, result);
  }
  assert.equal(store.canUndo, false);
  assert.ok(store.replace({ schemaVersion: 99, scenarios: [] }));
  assert.equal(store.document, document);
});

test('the figures of an example are its own until they are typed, and can be cleared', () => {
  for (const id of presetIds.filter((one) => one !== 'blank')) {
    const store = storeOf(id);
    const all = whoseFigures(store.scenario);
    assert.ok(all.example >= 4, id);
    assert.deepEqual([all.page, all.visitor], [0, 0], id);
    assert.equal(store.preset, id);
    store.set('/scenarios/0/channels/0/leads', 1234);
    const { example, visitor } = whoseFigures(store.scenario);
    assert.equal(visitor, 1, id);
    assert.ok(example === all.example || example === all.example - 1, id);
    assert.equal(store.preset, undefined);
    assert.equal(store.origin, id);
    assert.equal(store.set('/scenarios/0', withoutExample(store.scenario)), undefined, id);
    assert.deepEqual(whoseFigures(store.scenario), { example: 0, page: 0, visitor: 1 }, id);
  }
});

/** What the first part of the module lacks, until it arrives. */
function arriving() {
  let arrive;
  const late = Object.assign(Object.create(engine), {
    addLater: () => {},
    complete: () => new Promise((done) => (arrive = done)),
  });
  const come = async () => {
    late.addLater = undefined;
    arrive();
    await new Promise((done) => setImmediate(done));
  };
  return { late, come };
}

test('what is typed before it can be read is kept as it was typed while it is being typed', async () => {
  const { late, come } = arriving();
  const changed = () => {};
  const store = new Store(late, presets.email, 'email', changed, changed);
  const type = (pointer, text, before) => {
    store.enter(pointer, before);
    store.typeNumber(pointer, text, {}, 'rate');
  };
  type(kRate, '20', '10');
  store.leave(kRate);
  const margin = '/scenarios/0/margin';
  type(margin, '2.', '');
  await come();
  assert.equal(store.get(kRate), 0.2);
  assert.equal(store.get(margin), 0.02);
  assert.equal(store.textOf(kRate), undefined);
  assert.equal(store.textOf(margin), '2.');
});

test('parts are rounded so that they add up to the change that is shown', () => {
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  for (let turn = 0; turn < 2000; turn += 1) {
    const parts = Array.from({ length: 1 + (turn % 9) }, () => 1000 * random());
    const change = parts.reduce((sum, part) => sum + part, 0);
    const rounded = roundedParts(parts, change, 10);
    const shown = rounded.reduce((sum, part) => sum + part, 0);
    assert.ok(shown === 10 * Math.round(change / 10), `${change} is shown as ${shown}`);
    for (const [at, part] of parts.entries()) {
      assert.equal(Math.abs(rounded[at]) % 10, 0);
      assert.ok(Math.abs(rounded[at] - part) < 10, `${part} is shown as ${rounded[at]}`);
    }
  }
});
