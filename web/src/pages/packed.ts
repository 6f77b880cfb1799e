// What a single file carries in its data blocks: by LZMA, in base 93.
import { fromLzma } from './lzma';

declare global {
  interface Window {
    /** The boot script's, for the page's own: there once, and compiled. */
    roiUnpacked: typeof unpacked;
  }
}

/** Characters in the order of their codes, without the one that could end a block. */
const kBase = 93;
const kFirst = 33;
const kLeftOut = 60;

/** Two characters have more values than 13 bits: those that are over serve a fourteenth. */
const kValues = 2 ** 13;
const kOver = kBase ** 2 - kValues;

const digitOf = (code: number) => code - kFirst - (code > kLeftOut ? 1 : 0);

/** The last pair may bring a byte that there was not, of zeros: LZMA says itself where it ends. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.ceil((text.length * 7) / 8));
  let to = 0;
  let held = 0;
  let bits = 0;
  for (let at = 0; at < text.length; at += 2) {
    const value = digitOf(text.charCodeAt(at)) + kBase * digitOf(text.charCodeAt(at + 1));
    held |= value << bits;
    bits += value % kValues < kOver ? 14 : 13;
    for (; bits >= 8; bits -= 8) {
      bytes[to++] = held;
      held >>= 8;
    }
  }
  return bytes.subarray(0, to);
}

/** What a block holds. */
export const unpacked = (id: string): Uint8Array<ArrayBuffer> =>
  fromLzma(bytesOf(document.getElementById(id)?.textContent ?? ''));
