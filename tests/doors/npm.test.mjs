// The package of dist/npm as others take it: installed into an empty project, without a network.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const pathOf = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const project = pathOf('.build/doors/npm');
const plan = pathOf('tests/golden/preset-b2b-leads/scenario.json');

const inProject = (program, args) =>
  execFileSync(program, args, { cwd: project, encoding: 'utf8', maxBuffer: 1 << 28 });

before(() => {
  rmSync(project, { recursive: true, force: true });
  mkdirSync(project, { recursive: true });
  writeFileSync(`${project}/package.json`, '{ "private": true, "type": "module" }');
  const [name] = inProject('npm', ['pack', '--silent', pathOf('dist/npm')])
    .trim()
    .split('\n');
  inProject('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${name}`]);
});

const answer = (start) => `
  import { readFileSync } from 'node:fs';
  const asked = [];
  globalThis.fetch = async (url) => {
    asked.push(String(url));
    return new Response(readFileSync(url));
  };
  ${start}
  if (asked.length > 0) throw new Error(asked.join());
  const roi = await load();
  const document = readFileSync('${plan}', 'utf8');
  console.log(roi.evaluate(document));
  console.log(roi.explain('{"document":' + document + '}'));
  console.log(asked.length);`;

function expectSameBits(start, fetched) {
  writeFileSync(`${project}/main.js`, answer(start));
  const native = (command) => inProject(pathOf('.build/release/core/roi'), [command, plan]);
  const expected = `${native('evaluate')}${native('explain-all')}${fetched}\n`;
  assert.ok(expected.includes('"ok":true'));
  assert.equal(inProject('node', ['main.js']), expected);
}

test('under Node it answers with the bits of the command line, and asks nobody', () => {
  expectSameBits("const { load } = await import('roi-calculator');", 0);
});

test('what browsers load answers with the same bits, and fetches its bytes once asked to', () => {
  const path = './node_modules/roi-calculator/browser.js';
  expectSameBits(`const { load } = await import('${path}');`, 1);
});

test('its types say what it has', () => {
  const use = `import { type Document, load } from 'roi-calculator';
    const document: Document = { schemaVersion: 2, scenarios: [] };
    const reply: string = (await load()).evaluate(JSON.stringify(document));
    // @ts-expect-error: no such call
    (await load()).guess(reply);
    // @ts-expect-error: no such version
    export const other: Document = { schemaVersion: 0, scenarios: [] };`;
  writeFileSync(`${project}/use.ts`, use);
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022'];
  inProject(pathOf('web/node_modules/.bin/tsc'), [...options, '--types', '', 'use.ts']);
});

test('it holds what it names, under its version and with its licences', () => {
  const read = (name) => readFileSync(`${project}/node_modules/roi-calculator/${name}`, 'utf8');
  const { version } = JSON.parse(readFileSync(pathOf('web/package.json'), 'utf8'));
  assert.equal(JSON.parse(read('package.json')).version, version);
  assert.equal(
    read('schema.json'),
    readFileSync(pathOf('core/contract/scenario.schema.json'), 'utf8'),
  );
  assert.match(read('licences.txt'), /nlohmann/i);
});
