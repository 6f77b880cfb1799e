// Where the built pages are, and what the hosted one is made of: read off what was built, whose names are
// the build's own. ROI_DIST names another folder, such as a copy kept during a run.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const dist = path.resolve(
  process.env.ROI_DIST ?? fileURLToPath(new URL('../../../dist', import.meta.url)),
);

export const singleFile = path.join(dist, 'roi-calculator.html');

export const fileUrl = (file) => pathToFileURL(file).href;

const read = (name) => readFileSync(path.join(dist, name));

/** What the hosted page asks for besides itself. */
export const assets = () => readdirSync(path.join(dist, 'assets')).map((name) => `assets/${name}`);

export const isScript = (name) => name.endsWith('.js');

/** The hosted page's script, as the page names it. */
export function hostedScript() {
  const [, script] =
    read('index.html')
      .toString()
      .match(/<script[^>]*\ssrc="\.?\/?([^"]+)"/) ?? [];
  if (!script) throw new Error('the hosted page names no script');
  return script;
}

/** What comes once the page has answered: the largest script that it does not start with. */
export function laterScript() {
  const others = assets().filter((name) => isScript(name) && name !== hostedScript());
  return others.sort((a, b) => read(b).length - read(a).length)[0];
}

/** The part of the module that is added to the first. */
export const laterPart = () =>
  assets().find((name) => name.endsWith('.wasm') && isPartOfAnother(read(name)));

const isPartOfAnother = (wasm) =>
  WebAssembly.Module.imports(new WebAssembly.Module(wasm)).some(({ module }) => module === 'first');
