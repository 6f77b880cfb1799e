// The package of dist/npm in a page, as files of a folder: no bundler, and no script made of text.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { inEveryBrowser } from './lib/browsers.mjs';
import { dist } from './lib/built.mjs';
import { serve } from './lib/server.mjs';

const folder = path.join(dist, 'npm');
const { exports: doors } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));

const root = new URL('../../', import.meta.url);
const plan = new URL('tests/golden/preset-b2b-leads/scenario.json', root).pathname;
const native = (command) =>
  execFileSync(new URL('.build/release/core/roi', root).pathname, [command, plan], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });

const kPage = `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="icon.svg">
<script type="module" src="main.js"></script></html>`;
const kMain = `import { load } from '${doors['.'].default}';
  globalThis.roi = await load();`;
const kPolicy =
  "default-src 'none'; img-src 'self'; connect-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

const files = { '/index.html': kPage, '/main.js': kMain, '/icon.svg': '<svg/>' };
const own = new Set([...Object.keys(files).map((name) => name.slice(1)), ...readdirSync(folder)]);

let server;
before(async () => {
  const headers = () => ({ 'content-security-policy': kPolicy });
  server = await serve(folder, files, { headers });
});
after(() => server.close());

inEveryBrowser(/./, (test) => {
  test('the package answers in a plain page with the bits of the command line', async (visit) => {
    const { page, requests } = await visit.blank(server.origin);
    await page.goto(`${server.origin}/index.html`);
    await page.waitForFunction(() => globalThis.roi);
    const replies = await page.evaluate(
      (document) => [roi.evaluate(document), roi.explain(`{"document":${document}}`)],
      readFileSync(plan, 'utf8'),
    );
    assert.deepEqual(
      replies.map((one) => `${one}\n`),
      [native('evaluate'), native('explain-all')],
    );
    for (const one of requests) assert.ok(own.has(one.slice(server.origin.length + 1)), one);
    assert.equal(new Set(requests).size, requests.length, 'nothing is asked for twice');
  });
});
