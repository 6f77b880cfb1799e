// Bytes as text in a data block, as basE91 does with fewer characters; web/src/pages/packed.ts reads them.
const kBase = 93;
const kFirst = 33;
const kLeftOut = 60;

/** Two characters have more values than 13 bits: those that are over serve a fourteenth. */
const kValues = 2 ** 13;
const kOver = kBase ** 2 - kValues;
const bitsOf = (value) => (value % kValues < kOver ? 14 : 13);

const characterOf = (digit) =>
  String.fromCharCode(digit + kFirst + (digit + kFirst < kLeftOut ? 0 : 1));
const digitOf = (character) => {
  const code = character.charCodeAt(0);
  return code - kFirst - (code > kLeftOut ? 1 : 0);
};

const pairOf = (value) => characterOf(value % kBase) + characterOf(Math.floor(value / kBase));

/** A pair is 13 bits, from the lowest of the first byte on; or 14 where the 13 are a small number. */
export function base93(bytes) {
  const pairs = [];
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held |= byte << bits;
    bits += 8;
    if (bits < 14) continue;
    const taken = bitsOf(held);
    pairs.push(pairOf(held % 2 ** taken));
    held >>= taken;
    bits -= taken;
  }
  if (bits > 0) pairs.push(pairOf(held));
  return pairs.join('');
}

/** The last pair may bring a byte that there was not, of zeros. */
export function fromBase93(text) {
  const bytes = [];
  let held = 0;
  let bits = 0;
  for (let at = 0; at < text.length; at += 2) {
    const value = digitOf(text[at]) + kBase * digitOf(text[at + 1]);
    held |= value << bits;
    bits += bitsOf(value);
    for (; bits >= 8; bits -= 8) {
      bytes.push(held % 256);
      held >>= 8;
    }
  }
  return Uint8Array.from(bytes);
}
