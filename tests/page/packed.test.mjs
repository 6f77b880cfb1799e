// Bytes in a data block of the single file: written by a script, read by the page.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { base118, fromBase118 } from '../../web/scripts/base118.mjs';
import { fromLzma } from '../../web/src/pages/lzma.ts';
import { unpacked } from '../../web/src/pages/packed.ts';

const lzma = createRequire(new URL('../../web/package.json', import.meta.url))('lzma');
const pack = (bytes) => Uint8Array.from(lzma.compress(bytes, 9));

const kSeed = 20_261_128;

/** Numbers of a linear congruential generator, the same each time. */
function bytes(length, seed) {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (1_103_515_245 * state + 12_345) % 2 ** 31;
    return state >>> 16;
  });
}

// By hand: the bits are a number, the lowest of the first byte first, and the 118 characters begin with U+0001
test('two characters are 13 bits, or 14 where the 13 are below 118² − 2¹³', () => {
  // 0x1fff, 13 ones: 49 + 69 · 118, then three zeros
  assert.equal(base118(Uint8Array.of(0xff, 0x1f)), ':O\u0001\u0001');
  // 0x614d, whose 13 bits are 333: of 14 it is 8525, 29 + 72 · 118; then 1
  assert.equal(base118(Uint8Array.of(0x4d, 0x61)), '&R\u0002\u0001');
});

test(`bytes of every length come back, seed ${kSeed}`, () => {
  const extremes = [255, 0, 200].map((byte) => new Uint8Array(30).fill(byte));
  const any = Array.from({ length: 60 }, (_, length) => bytes(length, kSeed + length));
  for (const all of [...any, ...extremes]) {
    const found = [...fromBase118(base118(all))];
    const more = found.splice(all.length);
    assert.deepEqual(found, [...all]);
    assert.ok(more.length === 0 || (more.length === 1 && more[0] === 0), `${more} after it`);
  }
});

/** What repeats itself, at distances old and new, near and far. */
function echoes(length, seed) {
  const noise = bytes(length, seed);
  const all = new Uint8Array(length);
  const period = 1 + (seed % 5000);
  for (let at = 0; at < length; at += 1) {
    const isNew = at < period || noise[at] < 24;
    all[at] = isNew ? noise[length - 1 - at] : all[at - period];
  }
  return all;
}

/** The page reads what a block holds. */
function read(textContent) {
  globalThis.document = { getElementById: () => ({ textContent }) };
  return unpacked('any');
}

test(`no character ends a block, and the page reads what was packed, seed ${kSeed}`, () => {
  for (const length of [1, 2, 3, 4, 5, 1000, 100_003]) {
    for (const make of [bytes, echoes]) {
      const all = make(length, kSeed + length);
      const block = base118(pack(all));
      assert.doesNotMatch(block, /[<\s]/);
      for (const code of [0, 26, 27])
        assert.ok(!block.includes(String.fromCharCode(code)), `${code}`);
      assert.ok(Buffer.from(block).length === block.length, 'of one byte each');
      assert.deepEqual(read(block), all);
    }
  }
});

/** Of liblzma 5.4, with other properties (lc, lp, pb) than those of what we pack; it ends by a mark, to
 * which the size in its header comes first. */
const kByOthers = {
  '0, 0, 0':
    'AAAAgABgAQAAAAAAAAAin2rlQazGnDa1H94yWEVzAGfjWdwu0TTp3hKJD5CD0uiqbIWqhZYakpgNpkjeY4svegs1UlNw0VTma/mcfXgfBhZfk7xTPsSXtwskOyoJt12C9wAjWnNWTjB37liZeTzCMama0gHDGiyRM20VavkUmqa95wCnZFSzKxyssGSoEogmmE8wjfc2lr9gT8v0Y9nbjEkpUCVz+uzXAA==',
  '1, 2, 1':
    'QAAAgABgAQAAAAAAAAAinYkMmC+YJob4kT2ddaOukE7renk0LYnHmRj0s/ZglxANUaGhPFapAEYZD1FxDcrGe64CNfDvNx1eRxnTPi0tSXkcj76FzJBLT5HU5UOoh/14PnMcGWQCJGkpadQX1LiIB6wDmp4Yb7GMxD+A9bdjLdOp/s5R04z5RA4gGqXDvG79d/U8z+BQKHM/q2ASRhnRRWqd2kRyC93Texi9v+OpDgrc/61bIAA=',
  '4, 0, 4':
    'uAAAgABgAQAAAAAAAAAinYinI+UIufvCAP63zMNwPjveyRXd+SviSWXgL0h+uSM9D8P30wfEn6M48CFKAr5ylGTxt0cd5k5yHgw+Fn12hxNaEIMiKJQg+7Wvz3FHysrUJSQikLfEXvJdCRa0e4gjEBdWmPE01QX2ck5HjCQ20rC4JHc7snNcljz/xtFupEzWBaNi/sRti1Fbpwwa94p/sNNlFlOktrOr/6o+4GejPYFVNWI4t8fJ///gYEAA',
};
const kTheirs = `${'Every campaign, every channel, every month: cost, clicks, conversions. '.repeat(3)}abcabcabcabcXabcabc${String.fromCharCode(...Array.from({ length: 120 }, (_, i) => 33 + ((i * i * 7) % 90)))}`;

for (const [properties, stream] of Object.entries(kByOthers)) {
  test(`what another program packed, with properties ${properties}`, () => {
    assert.equal(Buffer.from(fromLzma(Buffer.from(stream, 'base64'))).toString(), kTheirs);
  });
}

const streamOf = (change) => {
  const stream = pack(echoes(500, kSeed));
  change(stream);
  return stream;
};

for (const [what, change] of Object.entries({
  'properties that there are none of': (stream) => stream.fill(225, 0, 1),
  'a size beyond 4 GiB': (stream) => stream.fill(1, 9, 10),
  'a size that is left open': (stream) => stream.fill(255, 5, 13),
  'a first byte that is not 0': (stream) => stream.fill(1, 13, 14),
  'a match of nothing': (stream) => stream.fill(255, 14),
})) {
  test(`${what}: refused`, () => {
    assert.throws(() => fromLzma(streamOf(change)), /not what was packed/);
  });
}

test('a stream that is cut is refused, wherever it is', () => {
  const stream = pack(bytes(300, kSeed));
  // nothing of the content is in what comes last: a mark of its end, and five bytes that end every code
  for (let end = 0; end < stream.length - 12; end += 1)
    assert.throws(() => fromLzma(stream.slice(0, end)), {
      name: end < 13 ? 'RangeError' : 'Error',
    });
});

test(`whatever is in a stream, it comes to an end, seed ${kSeed}`, () => {
  const sound = pack(echoes(3000, kSeed));
  const noise = bytes(400, kSeed);
  let refused = 0;
  for (let run = 0; run < 200; run += 1) {
    const stream = sound.slice();
    const at = 14 + ((noise[run] * 256 + noise[run + 200]) % (stream.length - 14));
    stream[at] ^= 1 + (noise[run] % 255);
    try {
      assert.equal(fromLzma(stream).length, 3000);
    } catch (error) {
      assert.match(error.message, /not what was packed/);
      refused += 1;
    }
  }
  assert.ok(refused > 20, `${refused} refused`);
});
