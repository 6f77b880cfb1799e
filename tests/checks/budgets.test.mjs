// Sizes of what ships. A gate changes only by an edit here, with its reason.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';

const root = new URL('../../', import.meta.url);
const kKiB = 1024;

/** Bytes as a static host sends them. */
function packed(path) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return brotliCompressSync(readFileSync(new URL(path, root)), { params }).length;
}

const assets = readdirSync(new URL('dist/assets/', root)).map((name) => `dist/assets/${name}`);

function gate(name, size, limit) {
  test(`${name}: ${(size / kKiB).toFixed(1)} KiB, at most ${(limit / kKiB).toFixed(1)}`, () => {
    assert.ok(size <= limit, `${size} bytes`);
  });
}

const firstAnswer = ['dist/index.html', ...assets];
gate(
  'hosted page up to the first answer, brotli',
  firstAnswer.map(packed).reduce((a, b) => a + b),
  104 * kKiB,
);
gate('wasm, brotli', packed(assets.find((path) => path.endsWith('.wasm'))), 68 * kKiB);
gate('single file on disk', statSync(new URL('dist/roi-calculator.html', root)).size, 250_000);

test('at most 4 packages at run time', () => {
  const { dependencies } = JSON.parse(readFileSync(new URL('web/package.json', root), 'utf8'));
  assert.ok(Object.keys(dependencies).length <= 4);
});
