// The page's engine over the built module, all of it.
import { readFile } from 'node:fs/promises';
import { wasmPath } from '../../../web/scripts/module.mjs';
import { loadEngine } from '../../../web/src/engine/engine.ts';

export const engine = await loadEngine({ first: () => readFile(wasmPath) });
