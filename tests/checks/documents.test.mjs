// Documents that repeat something say the same as what they repeat.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { embedding } from '../../web/scripts/embedding.mjs';

const pathOf = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const read = (path) => readFileSync(pathOf(path), 'utf8');
const { version } = JSON.parse(read('web/package.json'));

test('one version is known to the lock file, the README, CMake and the changes', () => {
  const lock = JSON.parse(read('web/package-lock.json'));
  assert.deepEqual([lock.version, lock.packages[''].version], [version, version]);
  const named = [...read('README.md').matchAll(/roi-calculator-(\d[\d.]*)\.js/g)];
  assert.deepEqual([...new Set(named.map(([, one]) => one))], [version]);
  const [, cmake] = /^CMAKE_PROJECT_VERSION:STATIC=(.*)$/m.exec(
    read('.build/release/CMakeCache.txt'),
  );
  assert.equal(cmake, version);
  const changes = [...read('web/docs/CHANGELOG.md').matchAll(/^## (\S+)/gm)].map(([, one]) => one);
  assert.ok(changes.includes(version), `${version} is not among ${changes}`);
});

test('embedding.md is what the code says: node web/scripts/embedding.mjs writes it', async () => {
  assert.equal(read('web/docs/embedding.md'), await embedding());
});

test('every decision has a status and a date, and stands in the index', () => {
  const folder = 'core/docs/decisions/';
  const index = read(`${folder}README.md`);
  const records = readdirSync(pathOf(folder)).filter((name) => name !== 'README.md');
  assert.ok(records.length > 10);
  for (const name of records) {
    const [, number, title, status] =
      /^# (\d{4}) (.*)\n\n((?:Accepted|Replaced by \d{4}) \d{4}-\d\d-\d\d.*)\.\n/.exec(
        read(folder + name),
      ) ?? [];
    assert.ok(index.includes(`| [${number}](${name}) | ${title} | ${status} |`), name);
  }
});

test('links between documents lead somewhere', () => {
  const documents = ['README.md', '.github/CONTRIBUTING.md', '.github/SECURITY.md'];
  for (const folder of ['web/docs/', 'core/docs/', 'core/docs/decisions/', 'tests/golden/']) {
    for (const name of readdirSync(pathOf(folder))) {
      if (name.endsWith('.md')) documents.push(folder + name);
    }
  }
  for (const document of documents) {
    for (const [, target] of read(document).matchAll(/\]\(([^)#]+)[^)]*\)/g)) {
      if (/^https?:/.test(target)) continue;
      const base = new URL(`../../${document}`, import.meta.url);
      assert.ok(existsSync(new URL(target, base)), `${document}: ${target}`);
    }
  }
});
