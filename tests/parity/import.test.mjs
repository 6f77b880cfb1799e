// What the command line says of exports.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const pathOf = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const roi = (args, input) =>
  spawnSync(pathOf('.build/release/core/roi'), ['import', ...args], { encoding: 'utf8', input });

test('several exports are one reply, each with its own', () => {
  const files = ['google-fr-excel.csv', 'linkedin-en-day.csv'];
  const { status, stdout } = roi(files.map((file) => pathOf(`tests/exports/platforms/${file}`)));
  assert.equal(status, 0);
  const { ok, value } = JSON.parse(stdout);
  assert.ok(ok);
  assert.deepEqual(
    value.map((one) => [one.value.platform, one.value.totals.spend]),
    [
      ['googleAds', 5214.07],
      ['linkedinAds', 1482.86],
    ],
  );
});

test('what a file cannot say is answered, and asked no more', () => {
  const text = 'Campaign;Cost;Day\nA;1.234;03/04/2026\nB;2.345;05/06/2026\n';
  const read = (...options) => {
    const { status, stdout } = roi([...options, '-'], text);
    assert.equal(status, 0);
    return JSON.parse(stdout).value[0].value;
  };
  const asked = ({ questions }) => questions.map(({ about }) => about).sort();
  assert.deepEqual(asked(read()), ['currency', 'dateOrder', 'decimal']);
  const english = read('--currency', 'EUR', '--decimal', '.', '--dates', 'MDY');
  assert.deepEqual(asked(english), []);
  assert.equal(english.totals.spend, 3.579);
  assert.deepEqual(english.period, ['2026-03-04', '2026-05-06']);
  const french = read('--currency', 'EUR', '--decimal', ',', '--dates', 'DMY');
  assert.equal(french.totals.spend, 3579);
  assert.deepEqual(french.period, ['2026-04-03', '2026-06-05']);
  const chosen = read('--column', '2=revenue');
  assert.equal(chosen.columns[1].meaning, 'revenue');
  for (const wrong of [
    ['--decimal', ';'],
    ['--currency', 'xyz'],
    ['--dates'],
    ['--column', '0=spend'],
    ['--column', '2=x'],
    ['--no', '1'],
  ])
    assert.equal(roi([...wrong, '-'], text).status, 2, wrong.join(' '));
});

test('an export that is refused says why, with exit code 1', () => {
  const { status, stderr } = roi(['-'], 'Campaign,Cost\nA,"1\n');
  assert.equal(status, 1);
  assert.deepEqual(JSON.parse(stderr).files[0].errors, [
    { code: 'table.quote', path: '', detail: '2' },
  ]);
});

test('a file that is not there is wrong usage', () => {
  assert.equal(roi(['/nowhere.csv']).status, 2);
  assert.equal(roi([]).status, 2);
});
