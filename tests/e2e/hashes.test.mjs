// The hosted page's own module has the same replies, to the bit, in every engine as natively.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';
import { hashed, known, questions } from '../parity/hashes.mjs';
import { inEveryBrowser } from './lib/browsers.mjs';
import { assets, dist, laterPart } from './lib/built.mjs';
import { serve } from './lib/server.mjs';

const kLater = laterPart();
const kFirst = assets().find((name) => /\broi\.first\b.*\.wasm$/.test(name));

const kPage = `<!doctype html><html lang="en"><title>Module</title><link rel="icon" href="icon.svg">
<script type="module" src="main.js"></script></html>`;
// As web/src/engine/module.ts puts its parts together.
const kMain = `import create from './roi.js';
  let exports;
  const roi = await create({
    instantiateWasm(imports, done) {
      const later = new Proxy({}, { get: () => () => {} });
      WebAssembly.instantiateStreaming(fetch('${kFirst}'), { ...imports, later }).then(({ instance }) => {
        exports = instance.exports;
        done(instance);
      });
      return {};
    },
  });
  await WebAssembly.instantiateStreaming(fetch('${kLater}'), { first: exports });
  globalThis.roi = roi;`;

const glue = new URL('../../.build/wasm/wasm/roi.mjs', import.meta.url);
const files = {
  '/module.html': kPage,
  '/main.js': kMain,
  '/roi.js': readFileSync(glue, 'utf8'),
  '/icon.svg': '<svg/>',
};

let server;
before(async () => {
  server = await serve(dist, files);
});
after(() => server.close());

inEveryBrowser(/./, (test) => {
  test('replies have the hashes that they have natively', async (visit) => {
    const { page } = await visit.blank(server.origin);
    await page.goto(`${server.origin}/module.html`);
    await page.waitForFunction(() => globalThis.roi);
    const replies = await page.evaluate(
      (asked) => asked.map(([call, request]) => roi[call](request)),
      questions,
    );
    assert.deepEqual(hashed(replies), known);
  });
});
