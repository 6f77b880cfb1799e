// Loads the built wasm module under Node, for scripts and tests.
import { readFile } from 'node:fs/promises';

const folder = new URL('../../.build/wasm/wasm/', import.meta.url);
const part = (name) => new URL(`roi.${name}.wasm`, folder);

export const wasmPath = part('whole');
/** What reads exports. */
export const readerPath = part('reader');
/** The first part, and what comes after it. */
export const partPaths = [part('first'), part('later')];

const { default: create } = await import(new URL('roi.mjs', folder).href);

export async function loadModule() {
  return create({ wasmBinary: await readFile(wasmPath) });
}

const missing = () => {
  throw new Error('the later part is asked for');
};

/** The first part of the module; what the later one has is missing until `addLater` is called. */
export async function loadFirstPart() {
  const [first, later] = await Promise.all(partPaths.map((path) => readFile(path)));
  const placeholders = new Proxy({}, { get: () => missing });
  let exports;
  const module = await create({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(first, { ...imports, later: placeholders }).then(({ instance }) => {
        exports = instance.exports;
        done(instance);
      });
      return {};
    },
  });
  return { module, addLater: () => WebAssembly.instantiate(later, { first: exports }) };
}

/** The value of a reply; throws its errors. */
export function unwrap(text) {
  const reply = JSON.parse(text);
  if (!reply.ok) throw new Error(JSON.stringify(reply.errors));
  return reply.value;
}
