// What the element of a host's page does between the host and the calculator, or the frame in its place.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { wasmPath } from '../../web/scripts/module.mjs';
import { FrameFallback } from '../../web/src/embed/fallback.ts';
import { embeddedFrom, HostPage } from '../../web/src/embed/host-page.ts';
import { Refused } from '../../web/src/embed/plan.ts';
import { Format } from '../../web/src/locales/format.ts';
import { presets } from '../../web/src/plan/presets.ts';
import { singleOf } from '../../web/src/plan/ranges.ts';
import { Store } from '../../web/src/plan/store.ts';
import './lib/calculator.mjs';

const kFrame = 'https://cdn.example/embed.html';

/** A frame of a page: what it was asked, what its page was told, and time that goes by at will. */
function framed(context) {
  const { addEventListener, removeEventListener, setTimeout } = globalThis;
  const usual = { addEventListener, removeEventListener, setTimeout };
  context.after(() => Object.assign(globalThis, usual));
  const asked = [];
  const told = [];
  const late = [];
  const contentWindow = { postMessage: (message) => asked.push(message) };
  let hear;
  globalThis.addEventListener = (_, listener) => {
    hear = (data) => listener({ data, source: contentWindow, origin: new URL(kFrame).origin });
  };
  globalThis.removeEventListener = () => {};
  globalThis.setTimeout = (act) => late.push(act);
  const shadowRoot = { querySelector: () => ({ contentWindow }) };
  const frame = new FrameFallback({ shadowRoot }, kFrame, ({ type }) => told.push(type));
  frame.connect();
  const wait = () => {
    for (const act of late.splice(0)) act();
  };
  return { frame, asked, told, wait, says: (message) => hear({ roi: 1, ...message }) };
}

const kWhy = new Refused('load', 'not loaded');
const lead = { text: 'A lead' };

test('a question to the frame that had no answer is refused, and swallows no press of the visitor', async (context) => {
  const { frame, told, wait, says } = framed(context);
  const answer = frame.handOver(kWhy);
  wait();
  await assert.rejects(answer, kWhy);
  says({ type: 'cta', lead });
  assert.deepEqual(told, ['cta']);
});

test('a press of the visitor is told while the frame is asked, and is no answer', async (context) => {
  const { frame, asked, told, says } = framed(context);
  const answers = [frame.handOver(kWhy), frame.handOver(kWhy)];
  says({ type: 'cta', lead: { text: 'pressed' } });
  assert.deepEqual(told, ['cta']);
  const [first, second] = asked.map(({ asked: number }) => number);
  says({ type: 'cta', lead: { text: 'second' }, asked: second });
  says({ type: 'cta', lead: { text: 'first' }, asked: first });
  assert.deepEqual(await Promise.all(answers), [{ text: 'first' }, { text: 'second' }]);
  assert.deepEqual(told, ['cta']);
});

test('a question from before the frame listened is asked again once it does', async (context) => {
  const { frame, asked, says } = framed(context);
  const answer = frame.handOver(kWhy);
  asked.length = 0;
  says({ type: 'ready', preset: 'email' });
  assert.equal(asked.length, 1);
  says({ type: 'cta', lead, asked: asked[0].asked });
  assert.deepEqual(await answer, lead);
  says({ type: 'ready', preset: 'email' });
  assert.equal(asked.length, 1);
});

test('nobody waits for a frame that has ended', async (context) => {
  const { frame } = framed(context);
  const answer = frame.handOver(kWhy);
  const why = new Refused('load', 'silent');
  frame.end(why);
  await assert.rejects(answer, why);
});

embeddedFrom({ module: { first: () => readFile(wasmPath) } });

/** An element that has begun, in a page that states nothing of it. */
async function begun() {
  const quiet = () => {};
  const element = {
    language: { locale: 'en', shown: new Format('en', 'EUR'), show: async () => {} },
    style: { setProperty: quiet, removeProperty: quiet },
    updateComplete: true,
    addEventListener: quiet,
    dispatchEvent: quiet,
    hasAttribute: () => false,
    requestUpdate: quiet,
    async start() {
      const engine = await host.engine();
      const { document, preset } = host.example(engine);
      element.store = new Store(engine, document, preset, quiet, quiet);
    },
  };
  const host = new HostPage(element);
  await host.reset();
  const { store } = element;
  /** The host of the page states something, and all that follows from it is done. */
  const state = async (stated) => {
    Object.assign(element, stated);
    host.willUpdate(new Map(Object.keys(stated).map((name) => [name, undefined])));
    for (let turn = 0; turn < 50; turn += 1) await new Promise((done) => setImmediate(done));
  };
  return { host, store, state };
}

const kBrief = { briefVersion: 1, start: presets.saas };
const kRate = '/scenarios/0/closeRate';
const rateOf = (store) => singleOf(store.get(kRate));

test('what was typed outlasts another currency and a brief after it', async () => {
  const { store, state } = await begun();
  store.set(kRate, 0.2);
  await state({ currency: 'CHF' });
  assert.equal(store.scenario.currency, 'CHF');
  await state({ brief: kBrief });
  assert.equal(rateOf(store), 0.2);
});

test('what nobody has touched gives way to a brief, in another currency too', async () => {
  const { store, state } = await begun();
  await state({ currency: 'CHF' });
  await state({ brief: kBrief });
  assert.equal(store.scenario.channels.length, presets.saas.scenarios[0].channels.length);
  assert.notEqual(rateOf(store), 0.1);
});

/** A plan of its own figures, which is waited for. */
const waitedFor = () => {
  const document = structuredClone(presets.email);
  document.scenarios[0].closeRate = 0.3;
  document.scenarios[0].channels[0].response = { elasticity: 0.5 };
  return document;
};

test('of plans that are set one after the other the last is shown, however long the first takes', async () => {
  const { host, store } = await begun();
  const last = structuredClone(presets.email);
  last.scenarios[0].closeRate = 0.4;
  await Promise.all([host.setScenario(waitedFor()), host.setScenario(last)]);
  assert.equal(rateOf(store), 0.4);
  await Promise.all([host.setScenario(waitedFor()), host.reset()]);
  assert.equal(rateOf(store), 0.1);
});

test('a plan that is refused takes the turn of none', async () => {
  const { host, store } = await begun();
  const shown = host.setScenario(waitedFor());
  await assert.rejects(host.setScenario('{}'), { code: 'scenario' });
  await shown;
  assert.equal(rateOf(store), 0.3);
});
