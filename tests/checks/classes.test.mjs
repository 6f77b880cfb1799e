// What a calculator draws has its look wherever it stands: a class of a template has its rule in a
// sheet of the same edition, and not only in one of another.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { importsOf, src } from './modules.mjs';

/** Classes that tests or scripts look for, and that need no look of their own. */
const kBare = ['analysis', 'fields', 'lifetime', 'picture', 'plot'];

/** Rooms that rule elements whatever their class. */
const kOfElements = ['styles', 'charts', 'kit', 'calculator', 'embed'];

/** The texts of the modules that an entry leads to, with those it asks for later. */
function textsOf(entry, found = new Map()) {
  if (found.has(entry) || entry.startsWith('generated/')) return found;
  found.set(entry, readFileSync(path.join(src, entry), 'utf8'));
  for (const file of importsOf(entry, { withTypes: false })) textsOf(file, found);
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
  const texts = [...textsOf(`pages/${entry}`).values()];
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

// A class is ruled in one room. Another room may rule it within a class of its own: `.report .numbers`.

/** Every selector, by the room it stands in; the page that writes the snippet is a document of its own. */
function selectors() {
  const files = readdirSync(src, { recursive: true }).filter(
    (name) => name.endsWith('.ts') && !name.startsWith('pages/'),
  );
  return files.flatMap((file) => {
    const sheets = matches(readFileSync(path.join(src, file), 'utf8'), /\bcss`([^`]*)`/g);
    const text = sheets.join('\n').replaceAll(/\/\*[\s\S]*?\*\//g, '');
    const heads = matches(text, /([^{};]+)\{/g).filter((head) => !head.trim().startsWith('@'));
    return heads
      .flatMap((head) => head.split(/,(?![^(]*\))/))
      .map((selector) => ({
        room: file.split('/')[0],
        file,
        selector: selector.trim(),
        classes: [...new Set(matches(selector, /\.([a-z][\w-]*)/g))],
      }))
      .filter(({ selector }) => !selector.includes('$'));
  });
}

test('a class is ruled in one room', () => {
  const all = selectors();
  assert.ok(all.length > 300, `only ${all.length} selectors were found`);
  const rooms = new Map();
  for (const { room, classes } of all) {
    if (classes.length !== 1) continue;
    rooms.set(classes[0], new Set([...(rooms.get(classes[0]) ?? []), room]));
  }
  const several = [...rooms].filter(([, where]) => where.size > 1);
  assert.deepEqual(
    several.map(([one, where]) => `${one}: ${[...where].join(', ')}`),
    [],
  );
  const isOwn = (one, room) => rooms.get(one)?.has(room) ?? true;
  const foreign = all.filter(
    ({ room, classes }) => classes.length > 0 && !classes.some((one) => isOwn(one, room)),
  );
  assert.deepEqual(
    foreign.map(({ file, selector }) => `${file}: ${selector}`),
    [],
  );
  const elements = all.filter(
    ({ room, classes }) => classes.length === 0 && !kOfElements.includes(room),
  );
  assert.deepEqual(
    elements
      .filter(({ selector }) => !/^(\[|:)/.test(selector))
      .map(({ file, selector }) => `${file}: ${selector}`),
    [],
  );
});
