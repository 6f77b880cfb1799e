// The reader of exports, as the page has it, against the same on the command line.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readerPath } from '../../../web/scripts/module.mjs';
import { asking, read, readerOf } from '../../../web/src/engine/reader.ts';

const folder = fileURLToPath(new URL('../../exports/', import.meta.url));
const roi = fileURLToPath(new URL('../../../.build/release/core/roi', import.meta.url));
const source = readerOf(() => readFile(readerPath));

/** A file that comes in pieces of so many bytes. */
const inPieces = (bytes, size) => ({
  stream: () =>
    new ReadableStream({
      start(queue) {
        for (let at = 0; at < bytes.length; at += size)
          queue.enqueue(new Uint8Array(bytes.subarray(at, at + size)));
        queue.close();
      },
    }),
});

const files = ['platforms', 'tables'].flatMap((kind) =>
  readdirSync(path.join(folder, kind))
    .filter((name) => !name.endsWith('.json'))
    .map((name) => path.join(folder, kind, name)),
);

const contract = JSON.parse(
  readFileSync(new URL('../../../core/contract/export.schema.json', import.meta.url)),
);

const kindOf = (value) => {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
};

/** Where a value is not what the contract says, in the keywords that it uses. */
function wrong(value, schema, at = '') {
  const { $ref, type, enum: choices, items, properties = {}, required = [] } = schema;
  if ($ref) return wrong(value, contract.$defs[$ref.split('/').pop()], at);
  const isOfType = !type || [type].flat().includes(kindOf(value));
  if (!isOfType || (choices && !choices.includes(value))) return [at];
  if (items) return value.flatMap((one, i) => wrong(one, items, `${at}/${i}`));
  if (type !== 'object') return [];
  const others = schema.additionalProperties;
  return [
    ...required.filter((name) => !(name in value)).map((name) => `${at}/${name}`),
    ...Object.entries(value).flatMap(([name, one]) => {
      const rule = properties[name] ?? others;
      return rule ? wrong(one, rule, `${at}/${name}`) : [`${at}/${name}`];
    }),
  ];
}

test('the contract tells what is wrong', () => {
  const value = { platform: 1, totals: { rows: 1, spend: 'x' }, stranger: true };
  const found = wrong(value, { ...contract, required: ['rows'] });
  assert.deepEqual(found.sort(), ['/platform', '/rows', '/stranger', '/totals/spend']);
});

for (const file of files) {
  test(`${path.basename(file)} is read as natively, in pieces too`, async () => {
    const isPasted = path.basename(file) === 'quote-first.tsv';
    const bytes = readFileSync(file);
    const whole = await read(source, new Blob([bytes]));
    assert.deepEqual(await read(source, inPieces(bytes, 7)), whole);
    let native;
    try {
      native = JSON.parse(execFileSync(roi, ['import', file], { encoding: 'utf8', stdio: 'pipe' }));
    } catch ({ stderr }) {
      native = JSON.parse(stderr);
    }
    const [reply] = native.value ?? native.files;
    assert.deepEqual(whole, reply.ok ? reply.value : reply.errors[0]);
    assert.ok(isPasted || 'rows' in whole, JSON.stringify(whole));
    if ('rows' in whole) assert.deepEqual(wrong(whole, contract), []);
  });
}

test('what a file cannot say is answered, and asked no more', async () => {
  const file = new Blob(['Campaign;Cost;Day\nA;1.234;03/04/2026\nB;2.345;05/06/2026\n']);
  const asked = ({ questions }) => questions.map(({ about }) => about).sort();
  assert.deepEqual(asked(await read(source, file)), ['currency', 'dateOrder', 'decimal']);
  const answers = [
    ['currency', 'EUR'],
    ['decimal', ','],
    ['dates', 'DMY'],
  ];
  const said = await read(source, file, { answers });
  assert.deepEqual(asked(said), []);
  assert.equal(said.totals.spend, 3579);
  assert.deepEqual(said.period, ['2026-04-03', '2026-06-05']);
});

test('a long file is read in slices, tells how far it is, and can be given up', async () => {
  const row = '2026-08-01,Campaign,Channel,12,3,4.56\n';
  const text = `Day,Campaign,Channel,Impressions,Clicks,Cost\n${row.repeat(200_000)}`;
  const told = [];
  const all = await read(source, new Blob([text]), { progress: (bytes) => told.push(bytes) });
  assert.equal(all.totals.impressions, 2_400_000);
  assert.equal(all.totals.spend, 912_000);
  assert.ok(told.length > 1 && told.at(-1) > told[0], `told ${told.length} times`);
  const giving = new AbortController();
  const progress = () => giving.abort();
  const left = await read(source, new Blob([text]), { progress, signal: giving.signal });
  assert.equal(left, undefined);
});

test('why a file gives nothing is told, with its line', async () => {
  assert.deepEqual(await read(source, new Blob(['Campaign,Cost\nA,"1\n'])), {
    code: 'table.quote',
    path: '',
    detail: '2',
  });
});

test('of several kinds of results, those of one are summed once it is chosen', async () => {
  const file = new Blob([
    'Campaign name,Amount spent (EUR),Results,Result indicator\n',
    'A,10.00,7,Leads\nB,20.00,90,Link clicks\nC,30.00,3,Leads\n',
  ]);
  const asked = await read(source, file);
  assert.deepEqual(asked.questions, [{ about: 'result', details: ['Leads', 'Link clicks'] }]);
  assert.deepEqual(asked.offers, { spend: ['spend'] });
  const chosen = await read(source, file, { answers: [['result', 'Leads']] });
  assert.deepEqual(chosen.questions, []);
  assert.deepEqual(chosen.offers, { spend: ['spend'], leads: ['results'] });
  assert.deepEqual(chosen.totals, { rows: 3, spend: 60, results: 10 });
});

test('the page has its turn after every 4 ms of reading, wherever a long file has come to', async (t) => {
  let clock = 0;
  t.mock.method(performance, 'now', () => clock++); // each piece takes a millisecond
  const told = [];
  const line = 'A,1.00\n';
  const text = `Campaign,Cost\n${line.repeat(60_000)}`;
  await read(source, new Blob([text]), { progress: (bytes) => told.push(bytes) });
  const apart = told.slice(1).map((bytes, i) => bytes - told[i]);
  assert.ok(told.length > 5, `${told.length} turns`);
  assert.ok(Math.max(told[0], ...apart) <= 5 * 8192, `${apart}`);
});

test('what a file counts becomes figures of a plan', async () => {
  const rows = [5, 5, 4, 6].map((leads, week) => `2026-08-${3 + 7 * week},50,${leads}\n`);
  const file = await read(source, new Blob(['Day,Clicks,Leads\n', ...rows]));
  const countOf = (meaning) => ({ total: file.totals[meaning], series: file.series[meaning] });
  const part = { ...file.periods, clicks: countOf('clicks'), leads: countOf('leads') };
  const ask = await asking(source);
  const brought = ask('bring', {
    as: 'plan',
    channels: [{ id: 'a', parts: [part] }],
  });
  assert.ok(brought.ok);
  const [{ figures, series }] = brought.value.channels;
  assert.deepEqual(figures.clicks, { value: 200, parts: [0] });
  const { likely, n, periods } = figures.conversionRate;
  assert.deepEqual({ likely, n, periods }, { likely: 0.1, n: 200, periods: 4 });
  assert.deepEqual(series.leads, [5, 5, 4, 6]);
  const refused = ask('bring', { as: 'plan', channels: [{ id: 'a' }] });
  assert.equal(refused.errors[0].path, '/channels/0/parts');
});

test('a pasted cell may begin with a quote', async () => {
  const text = 'Campaign\tCost\n"Spring" sale\t12\nAutumn\t3\n';
  const pasted = await read(source, new Blob([text]), { isPasted: true });
  assert.deepEqual(
    pasted.byCampaign.map(({ name }) => name),
    ['"Spring" sale', 'Autumn'],
  );
});
