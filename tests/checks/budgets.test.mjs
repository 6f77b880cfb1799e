// Sizes of what ships. A gate changes only by an edit here, with its reason.
// Each stands just above what it was when the module was split in two
// (core/docs/decisions/0012-the-module-in-two-parts.md).
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

const sum = (sizes) => sizes.reduce((a, b) => a + b, 0);
const named = (pattern) => assets.filter((path) => pattern.test(path));

const script = named(/\/index-.*\.js$/);
const firstPart = named(/\/roi\.first-.*\.wasm$/);
/** One language is enough for the first answer: the larger one. */
const language = Math.max(...named(/\/(en|fr)-.*\.js$/).map(packed));

gate(
  'hosted page up to the first answer, brotli',
  sum(['dist/index.html', ...script, ...firstPart].map(packed)) + language,
  98 * kKiB,
);
gate('whole app, brotli', sum(['dist/index.html', ...assets].map(packed)), 230 * kKiB);
gate('of that the module’s first part, brotli', sum(firstPart.map(packed)), 52 * kKiB);
gate('module in one, brotli', packed('.build/wasm/wasm/roi.whole.wasm'), 102 * kKiB);
gate('single file on disk', statSync(new URL('dist/roi-calculator.html', root)).size, 370_000);

const { version } = JSON.parse(readFileSync(new URL('web/package.json', root), 'utf8'));
gate(
  'embed script in both languages, brotli',
  packed(`dist/embed/roi-calculator-${version}.js`),
  // What the first answer takes, in both languages.
  108 * kKiB,
);
gate(
  'what the embed script asks for later, brotli',
  packed(`dist/embed/roi-calculator-${version}-later.js`),
  102 * kKiB,
);
gate('height script of a host, brotli', packed('dist/embed/roi-frame.js'), 1000);

test('at most 4 packages at run time', () => {
  const { dependencies } = JSON.parse(readFileSync(new URL('web/package.json', root), 'utf8'));
  assert.ok(Object.keys(dependencies).length <= 4);
});
