// What a single file carries in its data blocks: by LZMA, in base 85.
import { fromLzma } from './lzma';

declare global {
  interface Window {
    /** The boot script's, for the page's own: there once, and compiled. */
    roiUnpacked: typeof unpacked;
  }
}

/** 85 characters in the order of their codes, without the one that could end a block. */
const kFirst = 39;
const kLeftOut = 60;
const kLast = 84;

const digitOf = (code: number) => code - kFirst - (code > kLeftOut ? 1 : 0);

/** Five characters are four bytes; a shorter end, one byte less than its characters. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * 4) / 5));
  for (let at = 0, to = 0; at < text.length; at += 5, to += 4) {
    let word = 0;
    for (let next = at; next < at + 5; next += 1)
      word = 85 * word + (next < text.length ? digitOf(text.charCodeAt(next)) : kLast);
    for (let byte = 0; byte < 4; byte += 1) bytes[to + byte] = word >>> (24 - 8 * byte);
  }
  return bytes;
}

/** What a block holds, or only the first bytes of it. */
export const unpacked = (id: string, most?: number): Uint8Array<ArrayBuffer> =>
  fromLzma(bytesOf(document.getElementById(id)?.textContent ?? ''), most);
