// The module in two parts: the first answers alone whatever is asked before the later one is there, and
// both together answer as the whole module does.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadFirstPart, loadModule } from '../../web/scripts/module.mjs';
import { analyses } from './requests.mjs';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const filesIn = (folder, pattern) =>
  readdirSync(new URL(folder, root), { recursive: true })
    .filter((name) => pattern.test(name))
    .map((name) => `${folder}/${name}`);

const whole = await loadModule();
const { module: first } = await loadFirstPart();
const complete = await loadFirstPart();
await complete.addLater();

const documents = [
  ...filesIn('web/src/plan/presets', /\.json$/),
  ...filesIn('tests/golden', /scenario\.json$/),
];

/** Documents with own figures take both parts, and so may those that say how channels respond. */
const definesOwn = (text) => text.includes('"own"');
const takesBoth = (text) => definesOwn(text) || text.includes('"response"');
const plain = documents.filter((path) => !takesBoth(read(path)));

function expectSame(module, call, request, about) {
  assert.equal(module[call](request), whole[call](request), `${call}, ${about}`);
}

/** What a page asks of a plan before anything of it is opened. */
function expectFirstAnswer(plan, about, module = first) {
  const document = JSON.parse(plan);
  expectSame(module, 'evaluate', plan, about);
  expectSame(module, 'evaluate', JSON.stringify({ document, believe: 0.5 }), about);
  expectSame(module, 'migrate', JSON.stringify({ document, origin: 'example' }), about);
}

test('the first answer to every preset and published case takes the first part alone', () => {
  assert.ok(plain.length > 40);
  for (const path of plain) expectFirstAnswer(read(path), path);
});

test('a plan with figures of its own, or with responses and a goal, takes both parts', async () => {
  const both = documents.filter((path) => takesBoth(read(path)));
  assert.ok(both.length > 1);
  for (const path of both) expectFirstAnswer(read(path), path, complete.module);
  const responding = JSON.parse(read('web/src/plan/presets/email.json'));
  const [scenario] = responding.scenarios;
  scenario.channels[0].response = { elasticity: 0.5 };
  scenario.goal = { metric: 'leads', target: 1e6 };
  const own = both.filter((path) => definesOwn(read(path))).map(read);
  for (const plan of [...own, JSON.stringify(responding)]) {
    const { module: alone } = await loadFirstPart();
    assert.throws(() => alone.evaluate(plan), /later part/);
  }
});

test('so does that to a plan of 200 channels', () => {
  const document = JSON.parse(read('web/src/plan/presets/email.json'));
  const [scenario] = document.scenarios;
  const [channel] = scenario.channels;
  scenario.channels = Array.from({ length: 200 }, (_, i) => ({
    ...channel,
    id: `c${i}`,
    leads: 1 + ((i * 71) % 100),
  }));
  expectFirstAnswer(JSON.stringify(document), 'many');
});

test('so do refusals', () => {
  const corpus = filesIn('tests/fuzz/corpus', /./)
    .map((path) => read(path).toWellFormed())
    .filter((text) => !takesBoth(text));
  for (const text of [...corpus, 'null', '[', '{"scenarios":null}']) {
    for (const call of ['evaluate', 'migrate']) {
      expectSame(first, call, text, text.slice(0, 500));
    }
  }
});

test('so do plans of earlier versions', () => {
  const earlier = plain.map((path) => JSON.parse(read(path)));
  for (const [i, document] of earlier.entries()) {
    const request = JSON.stringify({ document: { ...document, schemaVersion: 1 } });
    expectSame(first, 'migrate', request, plain[i]);
  }
});

test('what is typed is read by both parts', () => {
  const texts = [
    '12',
    '1 234,5',
    '1.234',
    '12,5 %',
    '4..8',
    '50 ± 10',
    '1/10',
    '1,5 M€',
    '(200.00)',
  ];
  const wrong = ['', 'x', '1 2,3,4', '8..4', '1e400', '%', '12 USD', '-5', '1 500 € TTC'];
  const french = { decimal: ',', group: '\u202f', currency: ['€', 'EUR'] };
  for (const text of [...texts, ...wrong]) {
    for (const marks of [french, {}]) {
      for (const unit of ['money', 'rate', 'count']) {
        const request = JSON.stringify({ text, marks, unit });
        expectSame(complete.module, 'readNumber', request, `${text}, ${unit}`);
      }
    }
  }
  for (const unit of ['money', 'rate', 'count']) {
    for (const figure of [
      { value: 0.3 },
      { value: 12 },
      { value: 0.3, n: 20 },
      { low: 1, high: 2 },
      { low: 0.1, likely: 0.2, high: 0.4, to: 0.7 },
    ]) {
      const request = JSON.stringify({ ...figure, unit });
      expectSame(complete.module, 'widen', request, JSON.stringify(figure));
    }
  }
});

test('what the first part has not is not answered before the later one is there', async () => {
  const { module, addLater } = await loadFirstPart();
  const request = JSON.stringify({ document: JSON.parse(read(documents[0])) });
  assert.throws(() => module.explain(request), /later part/);
  await addLater();
  assert.equal(module.explain(request), whole.explain(request));
});

test('both parts answer every call as the whole module does', () => {
  for (const path of documents) {
    const document = JSON.parse(read(path));
    const plan = JSON.stringify(document);
    const requests = {
      ...analyses(document),
      evaluate: [plan],
      migrate: [`{"document":${plan}}`],
      explain: [`{"document":${plan}}`, `{"document":${plan},"metric":"roi"}`],
    };
    for (const [call, all] of Object.entries(requests)) {
      for (const request of all) expectSame(complete.module, call, request, path);
    }
  }
  assert.equal(complete.module.describe(), whole.describe());
});
