// What the command line says of conversion paths.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../.build/release/core/roi', import.meta.url));
const roi = (args, input) =>
  spawnSync(command, ['attribution', ...args], { encoding: 'utf8', input });

test('paths are credited, and answers are taken', () => {
  const read = (...options) => {
    const { status, stdout } = roi([...options, '-'], 'path;value\nA > B;1.234\n');
    assert.equal(status, 0);
    return JSON.parse(stdout).value;
  };
  assert.deepEqual(read().questions, [{ about: 'decimal', cell: '1.234' }]);
  const answered = read('--decimal', ',');
  assert.deepEqual(answered.questions, []);
  assert.equal(answered.channels[0].value.linear, 617);
  assert.equal(read('--column', '2=conversions').conversions, 1.234);
});

test('a file that is not there, and words that are no answers, are wrong usage', () => {
  assert.equal(roi(['/nowhere.csv']).status, 2);
  assert.equal(roi([]).status, 2);
  assert.equal(roi(['--currency', 'EUR', '-'], '').status, 2);
  assert.equal(roi(['-', '-'], '').status, 2);
});
