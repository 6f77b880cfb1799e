// Questions whose replies are the same to the bit wherever they are asked: tests/parity/hashes.json.
import { readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');

/** FNV-1a, 64 bits, as hashes_test.cpp has it. */
export function hashOf(text) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}

/** The document as its file has it, behind the rest of the request. */
const requestOf = ({ asks, document }) =>
  `${JSON.stringify(asks).slice(0, -1)},"document":${read(document)}}`;

const all = JSON.parse(read('tests/parity/hashes.json'));

/** Call and request of each question. */
export const questions = all.map((asked) => [asked.call, requestOf(asked)]);

/** What was asked, with the hash of its reply. */
export const hashed = (replies) => all.map((asked, i) => ({ ...asked, hash: hashOf(replies[i]) }));
export const known = all;
