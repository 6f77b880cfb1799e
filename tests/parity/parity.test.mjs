// Native and wasm answer every question with the same bytes.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { unwrap } from '../../web/scripts/module.mjs';
import { hashed, known, questions } from './hashes.mjs';
import {
  abTestPlans,
  abTests,
  analyses,
  briefs,
  broughtParts,
  cohorts,
  geoTests,
  holdouts,
  planTables,
  redistributions,
  reportingTimes,
  scorecards,
  trackingLinks,
} from './requests.mjs';
import { answer, loadCalls } from './roi.mjs';

const root = new URL('../../', import.meta.url);
const release = new URL('.build/release/', root).pathname;
const module = await loadCalls();
const seed = process.env.ROI_SEED ?? '20261122';

function lines(output) {
  return output.toString().split('\n').filter(Boolean);
}

/** Requests of one line each, asked of both. */
function expectSame(call, requests, about) {
  const options = { input: `${requests.join('\n')}\n`, maxBuffer: 1 << 30 };
  const replies = lines(execFileSync(`${release}tests/roi_replies`, [call], options));
  assert.equal(replies.length, requests.length);
  for (const [i, request] of requests.entries()) {
    assertSame(module[call](request), replies[i], () => `${call}, ${about(i)}: ${request}`);
  }
}

/** Says where two texts part, rather than all of them. */
function assertSame(wasm, native, about) {
  if (wasm === native) return;
  let at = 0;
  while (wasm[at] === native[at]) at += 1;
  const near = (text) => text.slice(Math.max(0, at - 80), at + 80);
  assert.fail(`wasm   …${near(wasm)}…\nnative …${near(native)}…\n${about().slice(0, 4000)}`);
}

function expectSameAnalyses(documents, about) {
  const all = documents.map(analyses);
  for (const call of Object.keys(all[0])) {
    const counts = all.map((requests) => requests[call].length);
    const owners = counts.flatMap((count, i) => Array(count).fill(i));
    expectSame(
      call,
      all.flatMap((requests) => requests[call]),
      (i) => about(owners[i]),
    );
  }
}

const golden = new URL('tests/golden/', root);
const cases = readdirSync(golden, { withFileTypes: true }).filter((entry) => entry.isDirectory());

for (const { name } of cases) {
  test(`golden ${name}`, () => {
    const document = JSON.parse(readFileSync(new URL(`${name}/scenario.json`, golden), 'utf8'));
    const about = () => name;
    expectSame('evaluate', [JSON.stringify(document)], about);
    expectSame('migrate', [JSON.stringify({ document, origin: 'example' })], about);
    const metrics = ['roi', 'fullCostCpl', 'breakEvenRoas', 'goalBudget'];
    const explain = metrics.map((metric) => JSON.stringify({ metric, document }));
    const everything = document.scenarios.map(({ id }) =>
      JSON.stringify({ scenario: id, document }),
    );
    expectSame('explain', [...explain, ...everything], about);
    expectSameAnalyses([document], about);
  });
}

const made = lines(
  execFileSync(`${release}tests/roi_random_documents`, ['1000', seed], { maxBuffer: 1 << 28 }),
);

test(`1000 random scenarios, seed ${seed}`, () => {
  assert.equal(made.length, 1000);
  const about = (i) => `seed ${seed}, document ${i}`;
  expectSame('evaluate', made, about);
  expectSame(
    'explain',
    made.map((text) => `{"document":${text}}`),
    about,
  );
});

test(`the analyses of 100 random scenarios, seed ${seed}`, () => {
  const documents = made.slice(0, 100).map((text) => JSON.parse(text));
  expectSameAnalyses(documents, (i) => `seed ${seed}, document ${i}`);
});

test('replies have the hashes that they have everywhere', () => {
  const replies = questions.map(([call, request]) => module[call](request));
  assert.deepEqual(hashed(replies), known);
  for (const [i, [call, request]] of questions.entries()) {
    expectSame(call, [JSON.stringify(JSON.parse(request))], () => `question ${i}`);
  }
});

test('hostile texts', () => {
  const corpus = new URL('tests/fuzz/corpus/', root);
  const texts = readdirSync(corpus)
    .map((name) => readFileSync(new URL(name, corpus), 'utf8').toWellFormed())
    .filter((text) => text !== '' && !text.includes('\n'));
  assert.ok(texts.length > 10);
  expectSame('evaluate', texts, (i) => `text ${i}`);
});

/** Numbers from 10^-9 to 10^12, which a document may hold, as JSON may write them. */
function writtenNumbers(count) {
  let state = Number(seed) >>> 0;
  const below = (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const digits = (most) => Array.from({ length: 1 + below(most) }, () => below(10)).join('');
  return Array.from({ length: count }, () => {
    const fraction = digits(below(50) === 0 ? 900 : 20);
    const zeros = below(2) * below(330);
    const power = below(21) - 9;
    return zeros === 0
      ? `${1 + below(9)}.${fraction}e${power}`
      : `0.${'0'.repeat(zeros - 1)}${1 + below(9)}${fraction}E${power + zeros}`;
  });
}

const plan = new URL('web/src/plan/presets/agency-pitch.json', root).pathname;

test(`numbers as JSON writes them, seed ${seed}`, () => {
  const all = writtenNumbers(20_000);
  for (let i = 0; i < all.length; i += 1000) {
    const numbers = all.slice(i, i + 1000);
    const costs = numbers.map((amount) => `{"kind":"other","amount":${amount}}`);
    const channel = `{"id":"c","leads":1,"costs":[${costs}]}`;
    const scenario = `{"id":"s","period":{"kind":"month"},"currency":"EUR","action":"lead","channels":[${channel}]}`;
    const request = `{"document":{"schemaVersion":2,"scenarios":[${scenario}]}}`;
    expectSame('migrate', [request], () => `from number ${i}`);
    const [{ channels }] = unwrap(module.migrate(request)).document.scenarios;
    assert.deepEqual(
      channels[0].costs.map(({ amount }) => amount),
      numbers.map(Number),
    );
  }
  const ends = ['1.7976931348623158e308', '1.7976931348623159e308', '-1e309', '1e99999999999'];
  expectSame('evaluate', ends, (i) => ends[i]);
});

test('numbers as typed', () => {
  const texts = ['1 234,5', '1.234', '12,5 %', '4..8', '50 ± 10', '1/10', '0.1', '99999999999.99'];
  const kinds = ['1,5 M€', "CHF 1'500.–", '1 500 € TTC', '(200.00)', '0.30000000000000004', '1e-9'];
  const french = { decimal: ',', group: '\u202f', currency: ['€', 'EUR'] };
  const requests = [...texts, ...kinds].flatMap((text) =>
    [french, {}].flatMap((marks) =>
      ['money', 'rate'].map((unit) => JSON.stringify({ text, marks, unit, metric: 'closeRate' })),
    ),
  );
  expectSame('readNumber', requests, (i) => `number ${i}`);
});

test('figures as ranges', () => {
  const values = [0, 1e-9, 0.1, 0.5, 0.995, 1, 12.34, 150, 65_000, 1e12];
  const requests = values.flatMap((value) =>
    ['money', 'rate'].map((unit) => JSON.stringify({ value, unit })),
  );
  expectSame('widen', requests, (i) => `figure ${i}`);
});

test('elasticities of observed points', () => {
  const spends = [0, 0.01, 100, 164.8, 181.28, 1000, 4000, 1e12];
  const requests = spends.flatMap((adSpend) =>
    [0, 1, 7, 10, 1000, 1e9].map((leads) =>
      JSON.stringify({
        points: [
          { adSpend: 500, leads: 300 },
          { adSpend, leads },
          { adSpend: 700, leads: 333 },
        ],
      }),
    ),
  );
  expectSame('fitResponse', requests, (i) => `points ${i}`);
  expectSame('fitResponse', ['', '{"points":[{}]}', '{"points":[1]}'], (i) => `refusal ${i}`);
});

test(`briefs, seed ${seed}`, () => {
  const document = JSON.parse(readFileSync(plan, 'utf8'));
  const requests = briefs(300, Number(seed)).map((brief) => JSON.stringify({ brief, document }));
  const opened = requests.filter((one) => JSON.parse(module.openBrief(one)).ok);
  assert.ok(opened.length > 20 && opened.length < 280, `${opened.length} were opened`);
  for (const call of ['openBrief', 'followBrief']) {
    expectSame(call, requests, (i) => `seed ${seed}, request ${i}`);
    expectSame(call, ['', '{"brief":{}}'], (i) => `refusal ${i}`);
  }
});

test(`counts of exports, seed ${seed}`, () => {
  const requests = broughtParts(2000, Number(seed)).map((one) => JSON.stringify(one));
  expectSame('bring', requests, (i) => `seed ${seed}, request ${i}`);
  const brought = requests.map((one) => JSON.parse(module.bring(one)));
  assert.ok(brought.every(({ ok }) => ok));
  expectSame('bring', ['', '[]', '{"as":"plan"}'], (i) => `refusal ${i}`);
});

test(`scorecards, seed ${seed}`, () => {
  const text = readFileSync(new URL('core/contract/evidence.schema.json', root), 'utf8');
  const { kpiId, kpiInput, goalMetric } = JSON.parse(text).$defs;
  const names = { kpis: kpiId.enum, inputs: kpiInput.enum, goals: goalMetric.enum };
  const requests = scorecards(500, Number(seed), names).map((one) => JSON.stringify(one));
  expectSame('scorecard', requests, (i) => `seed ${seed}, request ${i}`);
  assert.ok(requests.every((one) => JSON.parse(module.scorecard(one)).ok));
  expectSame('scorecard', ['', '{"goal":"likes"}'], (i) => `refusal ${i}`);
});

test(`cohorts, seed ${seed}`, () => {
  const requests = cohorts(300, Number(seed)).map((one) => JSON.stringify(one));
  expectSame('retention', requests, (i) => `seed ${seed}, request ${i}`);
  assert.ok(requests.every((one) => JSON.parse(module.retention(one)).ok));
  expectSame('retention', ['', '{"cohort":[1,2]}'], (i) => `refusal ${i}`);
});

test(`pasted tables, seed ${seed}`, () => {
  const requests = planTables(500, Number(seed)).map((one) => JSON.stringify(one));
  expectSame('planTable', requests, (i) => `seed ${seed}, request ${i}`);
  assert.ok(requests.every((one) => JSON.parse(module.planTable(one)).ok));
  expectSame('planTable', ['', '{"text":"a"}'], (i) => `refusal ${i}`);
});

test(`reporting times, seed ${seed}`, () => {
  const requests = reportingTimes(100, Number(seed)).map((one) => JSON.stringify(one));
  expectSame('reporting', requests, (i) => `seed ${seed}, request ${i}`);
  assert.ok(requests.every((one) => JSON.parse(module.reporting(one)).ok));
  expectSame('reporting', ['', '{"clients":-1}'], (i) => `refusal ${i}`);
});

test(`A/B tests, seed ${seed}`, () => {
  for (const [call, requests] of [
    ['abTest', abTests(100, Number(seed))],
    ['abTestPlan', abTestPlans(100, Number(seed))],
  ]) {
    const texts = requests.map((one) => JSON.stringify(one));
    expectSame(call, texts, (i) => `seed ${seed}, request ${i}`);
    assert.ok(texts.every((one) => JSON.parse(module[call](one)).ok));
    expectSame(call, ['', '{"variants":[]}'], (i) => `refusal ${i}`);
  }
});

test(`holdout tests, seed ${seed}`, () => {
  const requests = holdouts(500, Number(seed)).map((one) => JSON.stringify(one));
  expectSame('holdout', requests, (i) => `seed ${seed}, request ${i}`);
  assert.ok(requests.every((one) => JSON.parse(module.holdout(one)).ok));
  expectSame('holdout', ['', '{"treated":{"people":1,"customers":2}}'], (i) => `refusal ${i}`);
});

test(`geo tests, seed ${seed}`, () => {
  const requests = geoTests(100, Number(seed)).map((one) => JSON.stringify(one));
  expectSame('geoTest', requests, (i) => `seed ${seed}, request ${i}`);
  const tested = requests.filter((one) => JSON.parse(module.geoTest(one)).value?.test);
  assert.ok(tested.length > 20, `${tested.length} were tested`);
  expectSame('geoTest', ['', '{"text":"","start":"x"}'], (i) => `refusal ${i}`);
});

test(`tracking links, seed ${seed}`, () => {
  const requests = trackingLinks(100, Number(seed));
  const made = requests.map((one) => JSON.stringify(one));
  expectSame('trackingLinks', made, (i) => `seed ${seed}, request ${i}`);
  assert.ok(made.every((one) => JSON.parse(module.trackingLinks(one)).ok));
  const read = requests.map(({ address, rules }) => JSON.stringify({ text: address, rules }));
  expectSame('readLinks', read, (i) => `seed ${seed}, request ${i}`);
  assert.ok(read.every((one) => JSON.parse(module.readLinks(one)).ok));
  expectSame('trackingLinks', ['', '{}'], (i) => `refusal ${i}`);
  expectSame('readLinks', ['', '{}'], (i) => `refusal ${i}`);
});

test(`counts split by credits, seed ${seed}`, () => {
  const requests = redistributions(100, Number(seed)).map((one) => JSON.stringify(one));
  expectSame('redistribute', requests, (i) => `seed ${seed}, request ${i}`);
  assert.ok(requests.every((one) => JSON.parse(module.redistribute(one)).ok));
  expectSame('redistribute', ['', '{"channels":[]}'], (i) => `refusal ${i}`);
});

const withAlternative = new URL('tests/golden/everything/scenario.json', root).pathname;
const commands = [
  ['evaluate', plan],
  ['explain', 'roi', plan],
  ['explain-all', plan],
  ['simulate', plan, '--trials', '512', '--histogram', 'true'],
  ['sensitivity', 'profit', plan],
  ['solve', 'roi', '1', '/scenarios/0/closeRate', plan, '--probability', '0.8', '--trials', '512'],
  ['cash-flow', plan, '--channels', 'true'],
  [
    'compare',
    ...JSON.parse(readFileSync(withAlternative, 'utf8'))
      .scenarios.slice(0, 2)
      .map(({ id }) => id),
    withAlternative,
  ],
  ['split-budget', plan, '--total', '5000'],
  ['worth', plan, '--channels', 'true'],
  ['reforecast', plan],
  ['track-record', plan],
  ['migrate', plan],
  ['schema'],
  ['describe'],
];
const misused = [
  [],
  ['guess', plan],
  ['evaluate'],
  ['explain', 'roi'],
  ['solve', 'roi', '1', plan],
  ['simulate', plan, '--trials'],
  ['simulate', plan, 'trials', '512'],
];

/** Calls that tests of their own ask; analyses ask the others. */
const kApart = [
  'evaluate',
  'explain',
  'migrate',
  'readNumber',
  'widen',
  'fitResponse',
  'openBrief',
  'followBrief',
  'bring',
  'scorecard',
  'retention',
  'planTable',
  'reporting',
  'abTest',
  'abTestPlan',
  'holdout',
  'geoTest',
  'trackingLinks',
  'readLinks',
  'redistribute',
];

test('every call of the contract is asked, here and on the command line', () => {
  const callsOf = (name) => {
    const contract = readFileSync(new URL(`core/contract/${name}.schema.json`, root), 'utf8');
    return Object.entries(JSON.parse(contract).$defs.calls.properties);
  };
  const calls = [...callsOf('calls'), ...callsOf('evidence')];
  const [document] = made.map((text) => JSON.parse(text));
  const asked = [...kApart, ...Object.keys(analyses(document))];
  assert.deepEqual(asked.sort(), calls.map(([call]) => call).sort());
  const typed = commands.map(([command]) =>
    command.replace(/-[a-z]/g, (two) => two[1].toUpperCase()),
  );
  for (const [call, { words }] of calls) assert.ok(!words || typed.includes(call), call);
});

const natively = (args) =>
  spawnSync(`${release}core/roi`, args, { encoding: 'utf8', maxBuffer: 1 << 28 });

test('the command line answers with the same bytes through the module', () => {
  for (const args of commands) {
    const { status, stdout } = natively(args);
    assert.equal(status, 0, args.join(' '));
    assertSame(answer(module, args), stdout, () => args.join(' '));
  }
});

test('the command line takes the same commands through the module', () => {
  for (const args of misused) {
    const { status, stdout } = natively(args);
    assert.deepEqual([status, stdout], [2, ''], args.join(' '));
    assert.equal(answer(module, args), undefined, args.join(' '));
  }
});
