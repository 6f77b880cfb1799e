// Bytes as text in a data block, as basE91 does with fewer characters; web/src/pages/packed.ts reads them.
/** Of ASCII all but NUL, white space, `<`, which could end a block, and what ends a file or a line for others. */
const kLeftOut = new Set([0, 9, 10, 11, 12, 13, 26, 27, 32, 60]);
const kCodes = Array.from({ length: 128 }, (_, code) => code).filter((code) => !kLeftOut.has(code));
const kBase = kCodes.length;

/** Two characters have more values than 13 bits: those that are over serve a fourteenth. */
const kValues = 2 ** 13;
const kOver = kBase ** 2 - kValues;
const bitsOf = (value) => (value % kValues < kOver ? 14 : 13);

const digitOf = (character) => kCodes.indexOf(character.charCodeAt(0));

const pairOf = (value) =>
  String.fromCharCode(kCodes[value % kBase], kCodes[Math.floor(value / kBase)]);

/** A pair is 13 bits, from the lowest of the first byte on; or 14 where the 13 are a small number. */
export function base118(bytes) {
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
export function fromBase118(text) {
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
