// The arrows web -> wasm -> core/json -> core point downward only; the core is a pure function.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');

const filesIn = (folder) =>
  readdirSync(new URL(folder, root), { recursive: true })
    .map((name) => `${folder}${name}`)
    .filter((name) => /\.(h|cpp|ts)$/.test(name));

const includesOf = (path) =>
  [...read(path).matchAll(/#include\s*([<"][^>"]+[>"])/g)].map((m) => m[1]);

const kOutsideTheCore =
  /<(iostream|fstream|sstream|cstdio|chrono|ctime|random|locale|regex|thread|emscripten.*|nlohmann.*)>/;

function assertIncludes(folder, allowed) {
  const files = filesIn(folder);
  assert.ok(files.length > 0, folder);
  for (const path of files) {
    for (const include of includesOf(path)) assert.match(include, allowed, path);
  }
}

test('the core includes only itself and the standard library, no I/O, clock or locale', () => {
  for (const folder of ['core/include/', 'core/src/']) {
    assertIncludes(folder, /^(<[a-z_]+>|"roi\/\w+\.h")$/);
    for (const path of filesIn(folder)) {
      for (const include of includesOf(path)) assert.doesNotMatch(include, kOutsideTheCore, path);
    }
  }
});

test('core/json alone knows nlohmann/json, and nothing above it', () => {
  assertIncludes('core/json/', /^(<[a-z_]+>|<nlohmann\/json\.hpp>|"(roi|json)\/\w+\.h")$/);
});

test('unit tests of the core know the core alone, and nothing of the codec', () => {
  assertIncludes('tests/unit/', /^(<[a-z_]+>|<gtest\/gtest\.h>|"(roi|unit)\/\w+\.h")$/);
  for (const path of filesIn('tests/unit/')) assert.doesNotMatch(read(path), /\bjson::/i, path);
});

test('the command line and the module know only the calls of core/json, and what reads decimals', () => {
  assertIncludes('core/cli/', /^(<[a-z_]+>|"json\/(api|request_fields|evidence_fields)\.h")$/);
  assertIncludes(
    'wasm/',
    /^(<(string|string_view|memory|utility|cstddef|cstdint|cstdio|cstdarg)>|<emscripten\/(bind|em_macros)\.h>|"json\/(api|tool_calls)\.h"|"roi\/decimal\.h")$/,
  );
  assert.ok(read('wasm/bindings.cpp').split('\n').length < 100);
});

test('only web/src/engine imports the module', () => {
  for (const path of filesIn('web/src/')) {
    if (path.startsWith('web/src/engine/')) continue;
    assert.doesNotMatch(read(path), /roi\.mjs/, path);
  }
});

test('the core needs nothing of libm but sqrt', () => {
  const library = new URL('.build/release/core/libroi_core.a', root).pathname;
  const symbols = execFileSync('nm', ['-u', library]).toString();
  assert.doesNotMatch(symbols, /\bU (exp|log|pow|sin|cos|tan|tanh|cbrt|erf|fma|hypot)\w*(@|$)/m);
});

test('the top level holds what it must and nothing else', () => {
  const allowed = /^(CMakeLists\.txt|CMakePresets\.json|README\.md|dev|core|wasm|web|tests|\..+)$/;
  const tracked = execFileSync('git', ['-c', 'safe.directory=*', 'ls-files'], {
    cwd: root.pathname,
  })
    .toString()
    .split('\n');
  for (const path of tracked.filter(Boolean)) assert.match(path.split('/')[0], allowed);
});
