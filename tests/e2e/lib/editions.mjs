// Editions of the built page: copies whose scripts have other names and say which edition they are of,
// as does the single file.
import { execFileSync } from 'node:child_process';
import { appendFile, cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { assets, dist, isScript } from './built.mjs';

const script = fileURLToPath(new URL('../../../web/scripts/offline.mjs', import.meta.url));

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The name of an asset in an edition. */
export const inEdition = (letter, asset) => asset.replace(/^assets\//, `$&${letter}-`);

/** What every script of an edition says in `chunks` when it is run. */
export const toldBy = (letter) =>
  assets()
    .filter(isScript)
    .map((one) => inEdition(letter, one));

/** Says in a request whether it is for an asset of the edition. */
export const isOf = (letter, request) => request.includes(`/assets/${letter}-`);

/** Writes an edition into a folder. */
export async function writeEdition(letter, folder) {
  await cp(dist, folder, { recursive: true });
  const names = assets().map((one) => path.basename(one));
  const kNames = new RegExp(names.map(escaped).join('|'), 'g');
  for (const file of ['index.html', ...assets().filter(isScript)]) {
    const text = (await readFile(path.join(folder, file), 'utf8')).replace(kNames, `${letter}-$&`);
    const told = `(globalThis.chunks??=[]).push('${inEdition(letter, file)}');`;
    await writeFile(path.join(folder, file), isScript(file) ? told + text : text);
  }
  for (const one of assets()) {
    await rename(path.join(folder, one), path.join(folder, inEdition(letter, one)));
  }
  await appendFile(path.join(folder, 'roi-calculator.html'), `<!-- ${letter} -->\n`);
  execFileSync('node', [script, folder]);
}

/** Puts an edition in the place of what a host served so far. */
export async function publish(edition, folder) {
  await rm(folder, { recursive: true, force: true });
  await cp(edition, folder, { recursive: true });
}
