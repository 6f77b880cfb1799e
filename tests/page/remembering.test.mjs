// What the device remembers stays the visitor's own while a plan of someone else's is open.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Keeper } from '../../web/src/persistence/keeper.ts';
import { presets } from '../../web/src/plan/presets.ts';
import { Store } from '../../web/src/plan/store.ts';
import { engine } from './lib/engine.mjs';

const kRate = '/scenarios/0/closeRate';
const planAt = (closeRate) => {
  const [plan] = presets.email.scenarios;
  return { ...presets.email, scenarios: [{ ...plan, closeRate }] };
};

/** A plan with its keeper, on a device of its own whose pauses pass when they are told to. */
function device(memory) {
  const waiting = new Map();
  const stored = {};
  globalThis.location = { pathname: '/' };
  globalThis.localStorage = {
    setItem: (_, text) => {
      stored.plan = JSON.parse(text).document;
    },
  };
  globalThis.setTimeout = (act) => {
    waiting.set(act, act);
    return act;
  };
  globalThis.clearTimeout = (act) => waiting.delete(act);
  const pass = () => {
    for (const act of waiting.values()) act();
    waiting.clear();
  };
  let keeper;
  const store = new Store(
    engine,
    planAt(0.2),
    undefined,
    () => keeper?.changed(),
    () => {},
  );
  keeper = new Keeper(
    store,
    () => 'en',
    memory,
    () => {},
  );
  const visit = (plan) => {
    const { document } = store;
    keeper.flush();
    assert.equal(store.replace(plan, undefined, 'page'), undefined);
    keeper.visit(document);
  };
  const rate = () => {
    const { closeRate } = stored.plan.scenarios[0];
    return closeRate.value ?? closeRate;
  };
  return { keeper, store, pass, visit, rate };
}

test('going back to a plan that came by a link does not remember it', () => {
  const { keeper, store, pass, visit, rate } = device('off');
  keeper.remember();
  visit(planAt(0.3));
  store.undo();
  pass();
  store.redo();
  pass();
  keeper.flush();
  assert.equal(keeper.memory, 'visiting');
  assert.equal(rate(), 0.2);
  store.undo();
  store.set(kRate, 0.25);
  pass();
  assert.equal(rate(), 0.25);
});

test('of several such plans none is, nor one that was left before anything was remembered', () => {
  const { keeper, store, pass, visit, rate } = device('off');
  visit(planAt(0.3));
  store.undo();
  keeper.remember();
  store.redo();
  pass();
  assert.equal(rate(), 0.2);
  store.set(kRate, 0.35);
  visit(planAt(0.4));
  for (const move of ['undo', 'undo', 'undo', 'redo', 'redo', 'redo']) {
    store[move]();
    pass();
    assert.equal(rate(), 0.2, move);
  }
});

test('one that is kept is the visitor’s, wherever undo and redo lead', () => {
  for (const memory of ['on', 'off']) {
    const { keeper, store, pass, visit, rate } = device(memory);
    visit(planAt(0.3));
    assert.equal(keeper.remember(), true);
    store.set(kRate, 0.35);
    store.undo();
    pass();
    assert.deepEqual([keeper.memory, rate()], ['on', 0.3]);
    store.redo();
    pass();
    assert.equal(rate(), 0.35);
  }
});
