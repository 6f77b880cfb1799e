// What an attacker may hand to a page: crafted, and random with a seed. A text is given as such, or
// as what it repeats, for the page to make: [start, piece, times, end].
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { exampleOf } from './plans.mjs';

const read = (path) =>
  JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));
const example = exampleOf('email');
const everything = read('tests/golden/everything/scenario.json');

export const kMarkup = `"'></script></style></noscript><!--<img src=x onerror="window.pwned=1"><svg onload="window.pwned=1">`;
const kBidi = '\u202e\u2066\u2067\u200f\u061c\u2069\u0000\u2028\u2029\ufeff';
export const kLone = '\ud800x\udc00';

const ran = 'window.pwned=1';
const junk = [
  null,
  true,
  -1,
  0,
  1.5,
  1e308,
  -1e308,
  5e-324,
  '',
  '0',
  '1e999',
  '__proto__',
  'constructor',
  kMarkup,
  kBidi,
  kLone,
  `javascript:${ran}`,
  'x'.repeat(20_000),
  [],
  [[]],
  {},
  { low: 2, high: 1 },
  { value: {} },
  { toString: 1, valueOf: 1 },
];

/** Random numbers that a seed decides: mulberry32. */
export function randomOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit) => Math.floor(next() * limit);
  return { below, one: (list) => list[below(list.length)] };
}

// Documents

/** Every place of a value: its owner, and its key there. */
function placesIn(owner) {
  if (typeof owner !== 'object' || owner === null) return [];
  return Object.keys(owner).flatMap((key) => [{ owner, key }, ...placesIn(owner[key])]);
}

const put = (owner, key, value) =>
  Object.defineProperty(owner, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });

/** A copy: nothing may end up within itself. */
const some = ({ one }) => structuredClone(one(junk));

const changes = [
  (random, { owner, key }) => put(owner, key, some(random)),
  (_, { owner, key }) => delete owner[key],
  (random, { owner }) =>
    put(owner, random.one(['__proto__', 'constructor', 'x', '', kMarkup]), some(random)),
  ({ one }, { owner, key }, places) => put(owner, key, structuredClone(one(places).owner)),
  (_, { owner, key }) => Array.isArray(owner) && owner.push(structuredClone(owner[key])),
];

function mutatedDocument(random) {
  const document = structuredClone(random.one([example, everything]));
  for (let left = 1 + random.below(3); left > 0; left -= 1) {
    const places = placesIn(document);
    if (places.length > 0) random.one(changes)(random, random.one(places), places);
  }
  return JSON.stringify(document);
}

function mutatedText(random) {
  const text = JSON.stringify(random.one([example, everything]));
  const at = random.below(text.length);
  const rest = random.one([0, 1, 40, text.length]);
  const put = random.one(['', '"', '}', ']', ',', '\\', '\u0000', '\\ud800', '1e999', '<!--', '-']);
  return text.slice(0, at) + put + text.slice(at + rest);
}

export const mutations = (random, count) =>
  Array.from({ length: count }, (_, at) => (at % 3 ? mutatedDocument : mutatedText)(random));

const [plan] = example.scenarios;
const withPlan = (change) => JSON.stringify({ ...example, scenarios: [{ ...plan, ...change }] });
const [channel] = plan.channels;
const withChannel = (change) => withPlan({ channels: [{ ...channel, ...change }] });
const nested = (open, close, depth) => ({
  made: [open.repeat(depth), '1', 1, close.repeat(depth)],
});

/** Texts of files that no calculator may take. */
export const badFiles = {
  empty: '',
  word: '"constructor"',
  list: '[]',
  nothing: 'null',
  cut: JSON.stringify(example).slice(0, -10),
  prototype: '{"__proto__":{"schemaVersion":1},"scenarios":[]}',
  'prototype of a plan': withPlan({}).replace('"id"', '"__proto__":{"polluted":1},"id"'),
  constructor: withPlan({}).replace('"id"', '"constructor":{"prototype":{"polluted":1}},"id"'),
  'deep lists': nested('[', ']', 500_000),
  'deep objects': nested('{"a":', '}', 200_000),
  'deep in a plan': withChannel({ notes: 0 }).replace(
    '"notes":0',
    `"notes":${'['.repeat(5000)}${']'.repeat(5000)}`,
  ),
  'a long key': { made: ['{"', 'k', 900_000, '":1}'] },
  'a long key of bidi controls': { made: ['{"', '\u202e\u2067', 200_000, '":1}'] },
  'a wide list': { made: ['{"scenarios":[0', ',0', 450_000, ']}'] },
  'a long number': { made: ['{"schemaVersion":', '1', 500_000, '}'] },
  'just within the limit': { made: ['{"x":"', '<b>', 600_000, '"}'] },
  'ten megabytes': { made: ['"', 'x', 10_000_000, '"'] },
  'a future version': JSON.stringify({ ...example, schemaVersion: 99 }),
  'an infinite version': JSON.stringify(example).replace(
    '"schemaVersion":2',
    '"schemaVersion":1e400',
  ),
  'a version in words': JSON.stringify({ ...example, schemaVersion: '1' }),
  'twice the same channel': withPlan({ channels: [channel, channel] }),
  'twice the same scenario': JSON.stringify({ ...example, scenarios: [plan, plan] }),
  'nothing but a plan': withPlan({ channels: [] }),
  'a thousand and one channels': withPlan({
    channels: Array.from({ length: 1001 }, (_, at) => ({ ...channel, id: `c${at}` })),
  }),
  'many small values': { made: ['{"scenarios":[{"channels":[{}', ',{}', 300_000, ']}]}'] },
  'half a character': withPlan({ name: kLone }),
  'markup for an id': withChannel({ id: kMarkup }),
  'markup for a currency': withPlan({ currency: kMarkup }),
  'a number too large': withPlan({ closeRate: 1e308 }),
  'a number for a name': withChannel({ name: 5 }),
  'a list for a plan': JSON.stringify({ ...example, scenarios: [[plan]] }),
  'a long text': withPlan({ notes: 'x'.repeat(900_000) }),
};

/** Texts that are plans, if strange ones: they open, do nothing, and undo takes them back. */
export const oddFiles = {
  'markup for texts': withPlan({
    name: kMarkup,
    notes: kMarkup,
    channels: [{ ...channel, name: kMarkup, notes: kMarkup }],
  }),
  'markup in the report': JSON.stringify({
    ...example,
    report: { title: kMarkup, client: kMarkup },
  }),
  'bidi controls': withChannel({ name: `a${kBidi.replace('\u0000', '')}b` }),
  'an address for a name': withChannel({ name: `javascript:${ran}` }),
  'many channels': withPlan({
    channels: Array.from({ length: 25 }, (_, at) => ({ ...channel, id: `c${at}` })),
  }),
};

// Links

const fragment = (text, version = 1) =>
  `#s=${version}.${deflateRawSync(text, { level: 9 }).toString('base64url')}`;
const good = fragment(JSON.stringify(example));

export const badLinks = {
  'a bomb of 100 MB': fragment(Buffer.alloc(100_000_000, 32)),
  'a bomb that is a text': fragment(`"${'a'.repeat(60_000_000)}"`),
  'a bomb of brackets': fragment('['.repeat(1_900_000)),
  'a bomb of a bomb': fragment(deflateRawSync(Buffer.alloc(50_000_000))),
  cut: good.slice(0, -20),
  'cut in half': good.slice(0, good.length / 2),
  'too much behind it': `${good}AAAA`,
  'no base64': '#s=1.%%%',
  'another base64': `#s=1.${'+/'.repeat(50)}`,
  'one character': '#s=1.A',
  nothing: '#s=1.',
  'no version': '#s=',
  'a version of its own': '#s=__proto__.AAAA',
  'a negative version': '#s=-1.AAAA',
  'a later version': fragment('{}', 2),
  'a version without end': `#s=${'9'.repeat(500)}.AAAA`,
  'a long text': { made: ['#s=1.', 'A', 150_000, ''] },
  'long markup': { made: ['#s=', '<img src=x onerror=window.pwned=1>', 3000, ''] },
  'a prototype': fragment('{"__proto__":{"schemaVersion":1},"scenarios":[]}'),
  markup: fragment(withChannel({ id: kMarkup })),
  'half a character': fragment(withPlan({ name: kLone })),
  'a half of UTF-8': fragment(Buffer.from([0x22, 0xe2, 0x82])),
};

export const linkOf = (text) => fragment(text);

/** Fragments that are none of ours. */
export const noLinks = ['#', '#s', '#S=1.AAAA', '#%73=1.AAAA', '#x', `#${kMarkup}`, '#__proto__'];

// Attributes

export const attributeValues = [
  '',
  ' ',
  'x',
  '__proto__',
  'constructor',
  'frameElement',
  'undefined',
  'location',
  `javascript:${ran}`,
  kMarkup,
  kBidi,
  kLone,
  '\u{1F600}'.repeat(1000),
  'x'.repeat(100_000),
  '-u-x-',
  'fr-u-nu-arab',
  '{"schemaVersion":1}',
  '{"__proto__":null}',
  '['.repeat(100_000),
  JSON.stringify({ ...example, schemaVersion: 99 }),
];
