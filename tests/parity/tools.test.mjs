// The module of a tool that stands alone answers and refuses as the modules do that have everything.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadModule, loadReader, loadTool } from '../../web/scripts/module.mjs';
import { abTestPlans, abTests, reportingTimes, trackingLinks } from './requests.mjs';

const kCount = 200;
const seed = Number(process.env.ROI_SEED ?? Date.now() % 1e9);
const reader = await loadReader();
const whole = await loadModule();

const kWrong = [
  '',
  'null',
  '[]',
  '{}',
  '{"clients":-1}',
  '{"x":1}',
  '{"variants":[]}',
  '{"address":5}',
];
const kTyped = ['12', '1 234,5', '1,234.5', '50..40', '40 ± 5', 'x', '1e9', '12,5 %', '1.234'];

function sameReplies(ours, theirs, requests) {
  for (const request of requests) {
    const text = typeof request === 'string' ? request : JSON.stringify(request);
    assert.equal(ours(text), theirs(text), `seed ${seed}: ${text.slice(0, 500)}`);
  }
}

function readsAsTheWhole(tool) {
  const marks = { decimal: ',', group: ' ' };
  const read = kTyped.flatMap((text) =>
    ['money', 'count', 'rate'].map((unit) => ({ text, unit, marks })),
  );
  sameReplies(tool.readNumber, whole.readNumber, [...read, ...kWrong]);
  const widened = [
    { value: 5, unit: 'count' },
    { low: 1, high: 9, unit: 'money' },
    { value: 0, unit: 'rate' },
  ];
  sameReplies(tool.widen, whole.widen, [...widened, ...kWrong]);
}

test('reporting time alone', async () => {
  const tool = await loadTool('reporting-time');
  sameReplies(tool.reporting, reader.reporting, [...reportingTimes(kCount, seed), ...kWrong]);
  readsAsTheWhole(tool);
});

test('an A/B test alone', async () => {
  const tool = await loadTool('ab-test');
  sameReplies(tool.abTest, reader.abTest, [...abTests(kCount, seed), ...kWrong]);
  sameReplies(tool.abTestPlan, reader.abTestPlan, [...abTestPlans(kCount, seed), ...kWrong]);
  readsAsTheWhole(tool);
});

test('tracking links alone', async () => {
  const tool = await loadTool('tracking-links');
  sameReplies(tool.trackingLinks, reader.trackingLinks, [
    ...trackingLinks(kCount, seed),
    ...kWrong,
  ]);
  const links = ['https://a.example/?utm_source=x', 'no link', ''].map((text) => ({ text }));
  sameReplies(tool.readLinks, reader.readLinks, [...links, ...kWrong]);
});
