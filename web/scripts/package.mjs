// Writes dist/npm: the module as a package for Node and browsers.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { wasmPath } from './module.mjs';

const root = new URL('../../', import.meta.url);
const own = new URL('npm/', import.meta.url);
const folder = new URL('dist/npm/', root);
const { version, engines } = JSON.parse(await readFile(new URL('web/package.json', root), 'utf8'));

const types = `import type { Calls } from './calls.js';

export type { Calls } from './calls.js';
export type { Document } from './contract.js';

/** The module's calls, one JSON text in, one out. */
export interface RoiModule extends Record<keyof Calls, (request: string) => string> {
  describe(): string;
  /** A simulation by parts is known by a number until it is ended. */
  begin(request: string): number;
  advance(simulation: number, trials: number): boolean;
  answer(simulation: number): string;
  end(simulation: number): void;
}

/** The module, of the bytes beside this file unless others are given. */
export function load(
  bytes?: ArrayBuffer | Uint8Array | Promise<ArrayBuffer | Uint8Array>,
): Promise<RoiModule>;
`;

const about = {
  name: 'roi-calculator',
  version,
  description: 'What marketing costs, what it brings, and where it stops paying',
  license: 'UNLICENSED',
  type: 'module',
  engines,
  exports: {
    '.': { types: './index.d.ts', node: './node.js', default: './browser.js' },
    './roi.wasm': './roi.wasm',
    './schema.json': './schema.json',
  },
};

const copies = {
  // Not every host of files says that .mjs is a script.
  'roi.js': new URL('roi.mjs', wasmPath),
  'roi.wasm': wasmPath,
  'schema.json': new URL('core/contract/scenario.schema.json', root),
  'licences.txt': new URL('wasm/licences.txt', root),
};

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await cp(own, folder, { recursive: true });
for (const [name, from] of Object.entries(copies)) await cp(from, new URL(name, folder));
for (const name of ['brief.d.ts', 'calls.d.ts', 'contract.d.ts', 'metrics.d.ts']) {
  const declared = await readFile(new URL(`.build/types/generated/${name}`, root), 'utf8');
  const named = declared.replaceAll(/(from '\.\/\w+)';/g, "$1.js';");
  await writeFile(new URL(name, folder), named);
}
await writeFile(new URL('index.d.ts', folder), types);
await writeFile(new URL('package.json', folder), `${JSON.stringify(about, null, 2)}\n`);
