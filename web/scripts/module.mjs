// Loads the built wasm module under Node, for scripts and tests.
import { readFile } from 'node:fs/promises';

const folder = new URL('../../.build/wasm/wasm/', import.meta.url);

export const wasmPath = new URL('roi.wasm', folder);

export async function loadModule() {
  const { default: create } = await import(new URL('roi.mjs', folder).href);
  return create({ wasmBinary: await readFile(wasmPath) });
}

/** The value of a reply; throws its errors. */
export function unwrap(text) {
  const reply = JSON.parse(text);
  if (!reply.ok) throw new Error(JSON.stringify(reply.errors));
  return reply.value;
}
