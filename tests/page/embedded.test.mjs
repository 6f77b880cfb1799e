// What the element of a host's page does between the host and the calculator, or the frame in its place.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FrameFallback } from '../../web/src/embed/fallback.ts';
import { Refused } from '../../web/src/embed/plan.ts';

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
