// Loads the wasm module: whole, or in two parts. The first has what the first answer asks, the later
// one what only other questions do (core/docs/decisions/0012-the-module-in-two-parts.md).
import create, { type RoiModule } from '../../../.build/wasm/wasm/roi.mjs';

/** Where wasm comes from: a response to stream, or bytes. */
export type WasmSource = () => Promise<Response | ArrayBuffer>;

/** Where the module comes from; without a later part, the first is all of it. */
export interface ModuleSource {
  first: WasmSource;
  later?: WasmSource;
}

export interface LoadedModule {
  calls: RoiModule;
  /** Adds what is missing; nothing where it is whole. */
  addLater: (() => Promise<void>) | undefined;
}

const tooEarly = () => {
  throw new Error('the later part of the module is not there yet');
};

/** In the place of the later part's functions, whatever they are called. */
const placeholders = new Proxy({}, { get: () => tooEarly });

async function instantiate(source: WasmSource, imports: WebAssembly.Imports) {
  const wasm = await source();
  if (wasm instanceof Response) return WebAssembly.instantiateStreaming(wasm, imports);
  return WebAssembly.instantiate(wasm, imports);
}

export async function loadModule({ first, later }: ModuleSource): Promise<LoadedModule> {
  let exports: WebAssembly.Exports = {};
  const calls = await new Promise<RoiModule>((resolve, reject) => {
    create({
      instantiateWasm(imports, done) {
        instantiate(first, { ...imports, later: placeholders }).then(({ instance }) => {
          exports = instance.exports;
          done(instance);
        }, reject);
        return {};
      },
    }).then(resolve, reject);
  });
  // It puts its functions into the first part's table by itself.
  const addLater = later && (() => instantiate(later, { first: exports }).then(() => undefined));
  return { calls, addLater };
}
