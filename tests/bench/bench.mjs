// Speeds of the calls against the bars of the product: ./dev bench. Medians of interleaved runs, and
// their ratios, all taken in one go on this machine; never a test.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { loadModule, readerPath } from '../../web/scripts/module.mjs';
import { asking, read, readerOf, readPaths } from '../../web/src/engine/reader.ts';
import { attribution, journeysOf } from './paths.mjs';
import * as peer from './peer.mjs';
import { large, observed, ranged, scorecardOf, squiggleOf, withAlternative } from './plans.mjs';

const root = new URL('../../', import.meta.url);
const folder = new URL('.build/bench/', root);
mkdirSync(folder, { recursive: true });
const module = await loadModule();

const request = (fields, document) => JSON.stringify({ ...fields, document });
const eight = ranged(8);
const preset = readFileSync(new URL('web/src/plan/presets/b2b-leads.json', root), 'utf8');
const roi = { metrics: ['roi'] };

// name, call, request, bar in milliseconds, runs; peer: also in hand-written JavaScript
const rows = [
  [
    'simulate, 8 channels, 32 ranges, 100 000 trials',
    'simulate',
    request({ ...roi, trials: 100_000 }, eight),
    16.7,
    41,
    'peer',
  ],
  [
    'simulate, the same, quantiles of the plan alone',
    'simulate',
    request({ ...roi, channelMetrics: [], trials: 100_000 }, eight),
    undefined,
    41,
    'peer',
  ],
  [
    'simulate, the same, 8192 trials (a key press)',
    'simulate',
    request({ ...roi, trials: 8192 }, eight),
    2,
    101,
    'peer',
  ],
  ['evaluate, B2B preset', 'evaluate', preset, undefined, 101],
  ['evaluate, 50 channels', 'evaluate', JSON.stringify(ranged(50)), undefined, 41],
  ['evaluate, 500 channels, 10 000 lines', 'evaluate', JSON.stringify(large(500)), undefined, 11],
  ['evaluate, 1 000 channels, 20 000 lines', 'evaluate', JSON.stringify(large(1000)), 80, 11],
  [
    'sensitivity, 8 channels, 32 ranges',
    'sensitivity',
    request({ metric: 'profit' }, eight),
    undefined,
    11,
  ],
  [
    'solve, one figure',
    'solve',
    request({ metric: 'profit', target: 0, input: '/scenarios/0/channels/0/clicks' }, eight),
    undefined,
    41,
  ],
  [
    'solve, with a chance of 80 %',
    'solve',
    request(
      { metric: 'profit', target: 0, probability: 0.8, input: '/scenarios/0/channels/0/clicks' },
      eight,
    ),
    undefined,
    5,
  ],
  ['cashFlow, 24 months with band', 'cashFlow', request({}, eight), undefined, 11],
  [
    'compare, 8 channels',
    'compare',
    request({ from: 'plan', to: 'other' }, withAlternative(eight)),
    undefined,
    41,
  ],
  [
    'compare, 1 000 channels',
    'compare',
    request({ from: 'plan', to: 'other' }, withAlternative(ranged(1000))),
    undefined,
    5,
  ],
  ['splitBudget, 8 channels', 'splitBudget', request({}, eight), undefined, 41],
  ...[0, 1, 8].map((channels) => [
    `reforecast, 100 000 trials, leads of ${channels} channels seen`,
    'reforecast',
    request({ trials: 100_000 }, observed(eight, channels)),
    undefined,
    5,
  ]),
];

/** The peer answers the same question: medians of the ROI as near as two random shifts of a lattice. */
{
  const [, , text] = rows[0];
  const ours = JSON.parse(module.simulate(text)).value.total.results.roi.p50;
  const [, , theirs] = JSON.parse(peer.simulate(text)).total.quantiles;
  assert.ok(Math.abs(ours - theirs) < 0.01 * ours, `${ours} and ${theirs}`);
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

function timed(run) {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** The native build answers the same request as often, and says how long each run took. */
function native(call, text, runs) {
  const file = new URL('request.json', folder).pathname;
  writeFileSync(file, text);
  return nativeOf(call, file, runs);
}

function nativeOf(call, file, runs) {
  const bench = new URL('.build/release/tests/roi_bench', root).pathname;
  const output = execFileSync(bench, [call, file, String(runs)], { maxBuffer: 1 << 26 });
  return output.toString().split('\n').filter(Boolean).map(Number);
}

const ms = (value) => (value === undefined ? '' : value.toFixed(value < 10 ? 2 : 1)).padStart(9);
const times = (value) => (value === undefined ? '' : `${value.toFixed(2)}x`).padStart(9);

const head = ['wasm ms', 'native ms', 'bar ms', 'wasm/nat.', 'JS ms', 'JS/wasm'];
process.stdout.write(`${'median'.padEnd(52)}${head.map((word) => word.padStart(10)).join('')}\n`);
for (const [name, call, text, bar, runs, hasPeer] of rows) {
  const [inWasm, inNative, inScript] = [[], [], []];
  const rounds = 4;
  for (let round = 0; round < rounds; round += 1) {
    for (let run = 0; run < runs; run += 1) inWasm.push(timed(() => module[call](text)));
    inNative.push(...native(call, text, Math.max(3, Math.ceil(runs / 2))));
    if (!hasPeer) continue;
    for (let run = 0; run < runs; run += 1) inScript.push(timed(() => peer.simulate(text)));
  }
  const [wasm, nat] = [median(inWasm), median(inNative)];
  const script = hasPeer ? median(inScript) : undefined;
  const cells = [
    ms(wasm),
    ms(nat),
    ms(bar),
    times(wasm / nat),
    ms(script),
    times(script && script / wasm),
  ];
  process.stdout.write(`${name.padEnd(52)}${cells.map((cell) => ` ${cell}`).join('')}\n`);
}

/** An export as a platform writes it: so many rows of 13 cells, a hundred campaigns over 90 days. */
function exportOf(rows) {
  const head =
    'Day,Account name,Campaign name,Ad set name,Ad name,Amount spent (EUR),Impressions,Reach,Link clicks,Clicks (all),Leads,Purchases,Purchases conversion value';
  const lines = [head];
  for (let i = 0; i < rows; i += 1) {
    const day = `2026-0${1 + (i % 3)}-${10 + (i % 18)}`;
    const names = `Acme,Campaign number ${i % 100} spring,"Ad set ${i % 500}, b",Video ${i % 5000}`;
    const counts = [i % 99_991, i % 79_999, i % 887, i % 1499, i % 29, i % 7];
    const money = `${i % 499}.${10 + (i % 90)}`;
    lines.push(`${day},${names},${money},${counts},${i % 2999}.${i % 10}`);
  }
  return `${lines.join('\n')}\n`;
}

const file = new URL('export.csv', folder).pathname;
writeFileSync(file, exportOf(1_000_000));
const natively = median(nativeOf('import', file, 5));
const content = readFileSync(file);
const bytes = new Blob([content]);
const { csvParse } = await import(new URL('node_modules/d3-dsv/src/index.js', folder).href);

/** Milliseconds of the processor, which other work on the machine changes less than the clock's. */
async function ofProcessor(act) {
  const before = process.cpuUsage();
  const result = await act();
  const { user, system } = process.cpuUsage(before);
  return { result, time: (user + system) / 1000 };
}

const inWasm = [];
const inD3 = [];
for (let run = 0; run < 5; run += 1) {
  const ours = await ofProcessor(() =>
    read(
      readerOf(() => readFile(readerPath)),
      bytes,
    ),
  );
  const theirs = await ofProcessor(() => peer.sumsOf(csvParse(content.toString())));
  assert.equal(ours.result.rows, theirs.result.rows);
  assert.equal(Math.round(Number(ours.result.totals.spend)), Math.round(theirs.result.spend));
  inWasm.push(ours.time);
  inD3.push(theirs.time);
}
const kMostToImport = 1200;
const [reading, inScript] = [median(inWasm), median(inD3)];
process.stdout.write(
  `${'import, 1 000 000 rows x 13 cells, of the processor'.padEnd(52)} ${[reading, natively, kMostToImport].map(ms).join(' ')} ${times(reading / natively)} ${ms(inScript)} ${times(inScript / reading)}\n`,
);

/** Conversion paths, beside plain JavaScript that looks at each journey, or at alike ones once. */
async function attributed() {
  const bytes = new TextEncoder().encode(journeysOf(1_000_000));
  const stream = () =>
    new ReadableStream({
      start(queue) {
        for (let at = 0; at < bytes.length; at += 65_536)
          queue.enqueue(bytes.subarray(at, at + 65_536));
        queue.close();
      },
    });
  const reader = readerOf(() => readFile(readerPath));
  const userTime = async (run) => {
    const before = process.cpuUsage();
    await run();
    return process.cpuUsage(before).user / 1000;
  };
  const spent = { ours: [], each: [], alike: [] };
  for (let round = 0; round < 5; round += 1) {
    spent.ours.push(await userTime(() => readPaths(reader, { size: bytes.length, stream })));
    spent.each.push(await userTime(() => attribution(bytes, false)));
    spent.alike.push(await userTime(() => attribution(bytes, true)));
  }
  const { channels } = await readPaths(reader, { size: bytes.length, stream });
  const { names, credits } = attribution(bytes, true);
  const apart = channels.flatMap(({ name, ...of }) =>
    ['conversions', 'value'].flatMap((what) =>
      Object.entries(of[what]).map(([rule, credit]) =>
        Math.abs(credit / credits[what][rule][names.indexOf(name)] - 1),
      ),
    ),
  );
  const { ours, each, alike } = Object.fromEntries(
    Object.entries(spent).map(([who, list]) => [who, median(list)]),
  );
  return `${ms(ours)}; JavaScript ${ms(each)}, ${times(each / ours)} (bar: 4x); alike ones once ${ms(alike)}, ${times(alike / ours)}; apart by at most ${Math.max(...apart).toExponential(0)}`;
}

const kJourneys = '1 000 000 journeys to every rule, user time';
process.stdout.write(`${kJourneys.padEnd(52)} ${await attributed()}\n`);

// The scorecard is answered by the module that reads exports.
const ask = await asking(readerOf(() => readFile(readerPath)));
for (const [name, asked, bar] of [
  ['scorecard, 50 channels, every KPI', scorecardOf(50, false), 16.7],
  ['scorecard, the same, every count a range', scorecardOf(50, true)],
  ['scorecard, the same, with all formulas', { ...scorecardOf(50, true), explained: true }],
]) {
  const runs = Array.from({ length: 21 }, () => timed(() => ask('scorecard', asked)));
  const inNative = native('scorecard', JSON.stringify(asked), 21);
  process.stdout.write(
    `${name.padEnd(52)} ${[median(runs), median(inNative), bar].map(ms).join(' ')}\n`,
  );
}

/** The same simulation in Squiggle, a language for estimates; beside the build, for it is large. */
async function squiggle() {
  const installed = new URL('node_modules/@quri/squiggle-lang/dist/index.js', folder);
  const { run } = await import(installed.href);
  const code = squiggleOf(eight);
  const runs = [];
  for (let i = 0; i < 3; i += 1) {
    const start = performance.now();
    const { result } = await run(code, {
      environment: { sampleCount: 100_000, xyPointLength: 1000 },
    });
    if (!result.ok) throw new Error(result.value.toString());
    runs.push(performance.now() - start);
  }
  return median(runs);
}

const whole = request({ ...roi, trials: 100_000 }, eight);
const [ours, theirs] = [
  median([1, 2, 3, 4, 5].map(() => timed(() => module.simulate(whole)))),
  await squiggle(),
];
process.stdout.write(
  `\nthe first in Squiggle: ${theirs.toFixed(0)} ms, ${(theirs / ours).toFixed(0)} times as long\n`,
);
