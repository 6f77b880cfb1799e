import { readFile } from 'node:fs/promises';
import create from './roi.js';

export async function load(bytes = readFile(new URL('./roi.wasm', import.meta.url))) {
  return create({ wasmBinary: await bytes });
}
