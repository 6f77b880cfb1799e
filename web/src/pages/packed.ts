// What a single file carries in its data blocks: by LZMA, in base 118.
import { fromLzma } from './lzma';

declare global {
  interface Window {
    /** The boot script's, for the page's own: there once, and compiled. */
    roiUnpacked: typeof unpacked;
  }
}

/** ASCII without what means something to who reads the file: web/scripts/base118.mjs. */
const kLeftOut = [0, 9, 10, 11, 12, 13, 26, 27, 32, 60];
const kBase = 128 - kLeftOut.length;

/** Two characters have more values than 13 bits: those that are over serve a fourteenth. */
const kValues = 2 ** 13;
const kOver = kBase ** 2 - kValues;

/** By their codes. */
const digits = new Uint8Array(128);
let digit = 0;
for (let code = 0; code < 128; code += 1) if (!kLeftOut.includes(code)) digits[code] = digit++;
const digitAt = (text: string, at: number) => digits[text.charCodeAt(at)] as number;

/** The last pair may bring a byte that there was not, of zeros: LZMA says itself where it ends. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.ceil((text.length * 7) / 8));
  let to = 0;
  let held = 0;
  let bits = 0;
  for (let at = 0; at < text.length; at += 2) {
    const value = digitAt(text, at) + kBase * digitAt(text, at + 1);
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
