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
