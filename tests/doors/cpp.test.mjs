// The C++ library as others take it: installed and found by CMake, or as a folder of their project.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const pathOf = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const folder = pathOf('.build/doors/cpp');
const installed = `${folder}/installed`;
const built = `${folder}/examples`;

const run = (program, args, options = {}) =>
  execFileSync(program, args, { encoding: 'utf8', ...options });

before(() => {
  rmSync(folder, { recursive: true, force: true });
  run('cmake', ['--install', pathOf('.build/release'), '--prefix', installed]);
  const found = [`-DCMAKE_PREFIX_PATH=${installed}`, '-DCMAKE_BUILD_TYPE=Release'];
  run('cmake', ['-G', 'Ninja', '-S', pathOf('core/examples'), '-B', built, ...found]);
  run('cmake', ['--build', built]);
});

test('a plan made in C++, without JSON, gives the figures its publisher printed', () => {
  // Sked Social, see tests/golden/published-roi/source.md
  const figures = Object.fromEntries(
    run(`${built}/plan`, [])
      .trim()
      .split('\n')
      .map((line) => line.split(' ')),
  );
  assert.equal(figures.customers, '1200');
  assert.equal(figures.return, '180000');
  assert.equal(Number(figures.roi).toFixed(4), '1.7692');
  assert.equal(figures.roas, 'zero:adSpend', 'nothing of it is ad spend');
});

test('a document is evaluated by the installed library as by the command line', () => {
  const input = readFileSync(pathOf('tests/golden/published-roi/scenario.json'));
  const native = run(`${installed}/bin/roi`, ['evaluate', '-'], { input });
  assert.equal(JSON.parse(native).ok, true);
  assert.equal(run(`${built}/document`, [], { input }), native);
});

test('as a folder of another project it brings its two libraries, no tests and no strictness', () => {
  const project = `${folder}/project`;
  const text = `cmake_minimum_required(VERSION 3.25)
    project(theirs LANGUAGES CXX)
    add_subdirectory(${pathOf('.')} roi)
    add_executable(theirs ${pathOf('core/examples/document.cpp')})
    target_link_libraries(theirs PRIVATE roi::json)`;
  mkdirSync(project);
  writeFileSync(`${project}/CMakeLists.txt`, text);
  run('cmake', ['-G', 'Ninja', '-S', project, '-B', `${project}/build`]);
  const commands = run('ninja', ['-C', `${project}/build`, '-t', 'commands', 'theirs']);
  assert.doesNotMatch(commands, /-Werror/);
  assert.match(commands, /-ffp-contract=off/);
  assert.doesNotMatch(
    run('ninja', ['-C', `${project}/build`, '-t', 'targets', 'all']),
    /roi_tests/,
  );
});
