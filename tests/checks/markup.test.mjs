// No text becomes markup or script but by lit's templates: nothing in web/src uses what Trusted Types
// guard, but the three places that run our own script.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const src = new URL('../../web/src/', import.meta.url);
const files = readdirSync(src, { recursive: true }).filter((name) => name.endsWith('.ts'));

const kSinks =
  /innerHTML|outerHTML *=|insertAdjacentHTML|document\.write|HTMLUnsafe|unsafe(HTML|SVG|Static|MathML)|DOMParser|createContextualFragment|srcdoc|\beval\(|new Function\b/;

test('nothing in web/src makes markup or script of text', () => {
  assert.ok(files.length > 50);
  for (const name of files)
    assert.doesNotMatch(readFileSync(new URL(name, src), 'utf8'), kSinks, name);
});

test('the policy of our own is made where our own script is run, and nowhere else', () => {
  const makers = files.filter((name) =>
    readFileSync(new URL(name, src), 'utf8').includes('createPolicy'),
  );
  assert.deepEqual(makers.sort(), [
    'embed/wasm.ts',
    'pages/boot.ts',
    'pages/hosted.ts',
    'pages/snippet.ts',
  ]);
});
