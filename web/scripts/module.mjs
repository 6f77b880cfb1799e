// Loads the built wasm module under Node, for scripts and tests.
import { readFile } from 'node:fs/promises';

const folder = new URL('../../.build/wasm/wasm/', import.meta.url);
const part = (name) => new URL(`roi.${name}.wasm`, folder);

export const wasmPath = part('whole');
/** What reads exports, and what answers and reads them. */
export const readerPath = part('reader');
export const allPath = part('all');
/** What one tool alone needs. */
export const toolPath = (id) => part(id);
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

/** The calls of a module without glue: text in, text out. */
async function callsOf(path) {
  const nothing = () => 0;
  const { instance } = await WebAssembly.instantiate(await readFile(path), {
    env: { emscripten_notify_memory_growth: nothing },
    wasi_snapshot_preview1: { proc_exit: nothing },
  });
  const { memory, place, _initialize, ...calls } = instance.exports;
  _initialize();
  const bytesAt = (at, length) => new Uint8Array(memory.buffer, at, length);
  const ask = (call) => (request) => {
    const bytes = new TextEncoder().encode(request);
    bytesAt(place(bytes.length), bytes.length).set(bytes);
    const length = call();
    return new TextDecoder().decode(bytesAt(place(length), length));
  };
  return Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, ask(call)]));
}

/** What the module that reads exports is asked about evidence, by call. */
export async function loadReader() {
  const calls = await callsOf(readerPath);
  const contract = new URL('../../core/contract/evidence.schema.json', import.meta.url);
  const { properties } = JSON.parse(await readFile(contract, 'utf8')).$defs.calls;
  return Object.fromEntries(Object.keys(properties).map((call) => [call, calls[call]]));
}

/** What a tool that stands alone is asked, by call. */
export const loadTool = (id) => callsOf(toolPath(id));

/** The value of a reply; throws its errors. */
export function unwrap(text) {
  const reply = JSON.parse(text);
  if (!reply.ok) throw new Error(JSON.stringify(reply.errors));
  return reply.value;
}
