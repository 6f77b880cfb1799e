// How the page's modules are found and read, as Vite does it: without endings, types taken out.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transformWithOxc } from '../../../web/node_modules/vite/dist/node/index.js';

const kEndings = ['.ts', '/index.ts'];

export async function resolve(asked, context, next) {
  const isBare = /^\.{1,2}\//.test(asked) && !/\.\w+$/.test(asked);
  const names = isBare ? kEndings.map((ending) => asked + ending) : [asked];
  const urls = names.map((name) => new URL(name, context.parentURL).href);
  const found = isBare && urls.find((url) => existsSync(fileURLToPath(url)));
  return next(found || asked, context);
}

export async function load(url, context, next) {
  const read = () => readFile(fileURLToPath(url), 'utf8');
  const asModule = (source) => ({ format: 'module', source, shortCircuit: true });
  if (url.endsWith('.json')) return asModule(`export default ${await read()}`);
  if (!url.endsWith('.ts')) return next(url, context);
  const { code } = await transformWithOxc(await read(), fileURLToPath(url), { sourcemap: false });
  return asModule(code);
}
