// Bytes in a data block of the single file: written by a script, read by the page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { base85, fromBase85 } from '../../web/scripts/base85.mjs';
import { unpacked } from '../../web/src/pages/packed.ts';

const kSeed = 20_261_128;

/** Numbers of a linear congruential generator, the same each time. */
function bytes(length, seed) {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (1_103_515_245 * state + 12_345) % 2 ** 31;
    return state >>> 16;
  });
}

test('a word is written as Adobe’s base 85 writes it, in other characters', () => {
  // 0x4d616e20, "Man ", is 24 73 80 78 61 in base 85
  const codes = [24, 73, 80, 78, 61].map((digit) => digit + 39 + (digit + 39 < 60 ? 0 : 1));
  assert.equal(base85(Buffer.from('Man ')), String.fromCharCode(...codes));
});

test(`bytes of every length come back, seed ${kSeed}`, () => {
  for (let length = 0; length < 40; length += 1) {
    const all = bytes(length, kSeed + length);
    assert.deepEqual([...fromBase85(base85(all))], [...all]);
  }
  const extremes = Uint8Array.of(255, 255, 255, 255, 0, 0, 0, 0, 255, 255, 255);
  assert.deepEqual([...fromBase85(base85(extremes))], [...extremes]);
});

test('no character ends a block, and the page reads what was packed', async () => {
  for (const length of [1, 2, 3, 4, 5, 1000, 100_003]) {
    const all = bytes(length, kSeed);
    const textContent = base85(deflateRawSync(all));
    assert.doesNotMatch(textContent, /[<\s]/);
    globalThis.document = { getElementById: () => ({ textContent }) };
    assert.deepEqual(new Uint8Array(await unpacked('any').arrayBuffer()), all);
  }
});
