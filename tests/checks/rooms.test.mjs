// The rooms of web/src: one folder per subject, arrows only downward, no circles, types included.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { importsOf, src } from './modules.mjs';

/** An arrow may only point down this list. */
const kRooms = [
  'pages',
  'alone',
  'embed',
  'standalone',
  'calculator',
  'deferred',
  'explanation',
  'answer',
  'tools',
  'inputs',
  'sharing',
  'brief',
  'kit',
  'view',
  'locales',
  'persistence',
  'plan',
  'charts',
  'styles',
  'engine',
];

/** What is generated from the core stands below every room. */
const kGenerated = 'generated';

const roomOf = (file) => file.split('/')[0];

const files = readdirSync(src, { recursive: true }).filter((name) => name.endsWith('.ts'));
const graph = new Map(files.map((file) => [file, importsOf(file)]));

const arrows = [...graph].flatMap(([from, targets]) => targets.map((to) => [from, to]));

const said = (list) => list.map(([from, to]) => `${from} -> ${to}`);

test('every file of web/src stands in a room of the list', () => {
  assert.ok(files.length > 100);
  const rooms = new Set(files.map(roomOf));
  assert.deepEqual([...rooms].sort(), [...kRooms].sort());
});

test('arrows between rooms point downward only', () => {
  const rank = (file) => [...kRooms, kGenerated].indexOf(roomOf(file));
  for (const [, to] of arrows) assert.notEqual(rank(to), -1, to);
  assert.deepEqual(said(arrows.filter(([from, to]) => rank(to) < rank(from))), []);
});

test('no circle of imports, types included', () => {
  const done = new Set();
  const circles = [];
  const follow = (file, path) => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
    if (done.has(file) || path.includes(file)) return;
    for (const to of graph.get(file) ?? []) follow(to, [...path, file]);
    done.add(file);
  };
  for (const file of files) follow(file, []);
  assert.deepEqual(circles, []);
});

test('tools know nothing of each other', () => {
  const toolOf = (file) => (roomOf(file) === 'tools' ? file.split('/')[1] : undefined);
  const across = arrows.filter(([from, to]) => {
    const [one, other] = [toolOf(from), toolOf(to)];
    return one && other && one !== other;
  });
  assert.deepEqual(said(across), []);
});

test('the answer knows lines, no workings, and only editions know what comes later', () => {
  const upward = arrows.filter(
    ([from, to]) => roomOf(from) === 'answer' && /^tools\/.*working/.test(to),
  );
  assert.deepEqual(said(upward), []);
  const deferring = arrows.filter(([, to]) => roomOf(to) === 'deferred').map(([from]) => from);
  assert.deepEqual(deferring.sort(), ['embed/later.ts', 'standalone/later.ts']);
});
