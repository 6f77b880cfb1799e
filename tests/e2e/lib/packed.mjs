// What is packed in a page that is one file, read by the library that packed it rather than by the page.
import { createRequire } from 'node:module';
import { fromBase118 } from '../../../web/scripts/base118.mjs';

const lzma = createRequire(new URL('../../../web/package.json', import.meta.url))('lzma');

export function inBlock(page, id) {
  const [, block] = page.match(new RegExp(`id="${id}"[^>]*>([^<]+)<`));
  const content = lzma.decompress(fromBase118(block));
  return Buffer.from(typeof content === 'string' ? content : Uint8Array.from(content));
}
