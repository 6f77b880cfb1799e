// What ships says under which licences its parts are.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const licences = read('dist/licences.txt');

test('every package that is shipped is listed with its licence', () => {
  const { dependencies } = JSON.parse(read('web/package.json'));
  for (const name of Object.keys(dependencies)) {
    const { version } = JSON.parse(read(`web/node_modules/${name}/package.json`));
    assert.ok(licences.includes(`${name} ${version} (`), name);
    const folder = new URL(`web/node_modules/${name}/`, root);
    const own = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
    const flat = (text) => text.replaceAll(/\s+/g, ' ').trim();
    const text = readFileSync(new URL(own, folder), 'utf8');
    const terms = text.search(/^(Permission|Redistribution)/m);
    assert.ok(terms > 0, name);
    for (const part of [text.slice(0, terms), text.slice(terms)]) {
      assert.ok(flat(licences).includes(flat(part)), `${name}: ${part}`);
    }
  }
});

test('what is in the wasm is listed', () => {
  for (const name of ['nlohmann/json', 'Emscripten', 'musl', 'libc++']) {
    assert.ok(licences.includes(name), name);
  }
});

test('a file that travels alone carries them', () => {
  for (const page of ['dist/roi-calculator.html', 'dist/embed.html']) {
    assert.ok(read(page).includes(licences), page);
  }
});
