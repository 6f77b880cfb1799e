// What a calculator draws has its look wherever it stands: a class of a template has its rule in a
// sheet of the same edition, and not only in one of another.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../../web/src/', import.meta.url));

/** Classes that tests or scripts look for, and that need no look of their own. */
const kBare = ['analysis', 'fields', 'lifetime', 'picture', 'plot'];

/** The modules that an entry leads to, with those it asks for later. */
function modulesOf(entry, found = new Map()) {
  if (found.has(entry)) return found;
  const text = readFileSync(entry, 'utf8');
  found.set(entry, text);
  const asked = /(?:from|import)\s*\(?\s*'(\.[^']+)'/g;
  const run = text.replaceAll(/import type [^;]*;|typeof import\([^)]*\)/g, '');
  for (const [, to] of run.matchAll(asked)) {
    const file = path.resolve(path.dirname(entry), to);
    const module = [`${file}.ts`, `${file}/index.ts`].find((one) => existsSync(one));
    if (module) modulesOf(module, found);
  }
  return found;
}

const matches = (text, pattern) => [...text.matchAll(pattern)].map(([, one]) => one);

/** `class="fig ${isOpen ? 'open' : ''}"` may be `fig` and `open`. */
function classesIn(value) {
  const made = matches(value, /\$\{([^}]*)\}/g).flatMap((code) =>
    matches(code, /[?:]\s*'([^']*)'/g),
  );
  const fixed = value.replaceAll(/\$\{[^}]*\}/g, '\0');
  return [fixed, ...made]
    .flatMap((text) => text.split(/\s+/))
    .filter((one) => /^[\w-]+$/.test(one));
}

function classesOf(entry) {
  const texts = [...modulesOf(path.join(src, 'pages', entry)).values()];
  const sheets = texts.flatMap((text) => matches(text, /\bcss`([^`]*)`/g)).join('\n');
  const ruled = new Set(matches(sheets, /\.([a-z][\w-]*)/g));
  const drawn = texts.flatMap((text) => matches(text, /\bclass=("[^"]*"|\$\{[^}]*\})/g));
  const used = drawn.flatMap((value) => classesIn(value.replaceAll('"', '')));
  return { used: new Set(used), ruled };
}

for (const entry of ['embed.ts', 'page.ts']) {
  test(`every class that ${entry} draws has its rule in a sheet it carries`, () => {
    const { used, ruled } = classesOf(entry);
    assert.ok(used.size > 30, `only ${used.size} classes were found`);
    const bare = [...used].filter((one) => !ruled.has(one)).sort();
    assert.deepEqual(bare, kBare);
  });
}
