// Editions of the built page: copies whose scripts have other names and say which edition they are of,
// as does the single file.
import { execFileSync } from 'node:child_process';
import { appendFile, cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { dist } from './built.mjs';

const script = fileURLToPath(new URL('../../../web/scripts/offline.mjs', import.meta.url));
const kHash = /-[\w-]{8}(?=\.(?:js|wasm)\b)/g;
const kTexts = /^(index\.html|assets\/.*\.js)$/;

async function rewrite(folder, name, letter) {
  const file = path.join(folder, name);
  if (kTexts.test(name)) {
    const text = (await readFile(file, 'utf8')).replaceAll(kHash, `-${letter.repeat(8)}`);
    const [, chunk] = name.match(/^assets\/(.+)-[\w-]{8}\.js$/) ?? [];
    const told = chunk ? `(globalThis.chunks??=[]).push('${chunk} ${letter}');` : '';
    await writeFile(file, told + text);
  }
  await rename(file, path.join(folder, name.replace(kHash, `-${letter.repeat(8)}`)));
}

/** Writes an edition into a folder. */
export async function writeEdition(letter, folder) {
  await mkdir(folder, { recursive: true });
  await cp(dist, folder, { recursive: true });
  const assets = await readdir(path.join(folder, 'assets'));
  for (const name of ['index.html', ...assets.map((one) => `assets/${one}`)]) {
    await rewrite(folder, name, letter);
  }
  await appendFile(path.join(folder, 'roi-calculator.html'), `<!-- ${letter} -->\n`);
  execFileSync('node', [script, folder]);
}

/** Puts an edition in the place of what a host served so far. */
export async function publish(edition, folder) {
  await rm(folder, { recursive: true, force: true });
  await cp(edition, folder, { recursive: true });
}
