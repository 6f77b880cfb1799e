// Packs dist/roi-calculator.html and dist/embed.html: script and wasm by LZMA, the licences of their parts
// and the CSP hashes in one file. Only the first reads exports.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import lzma from 'lzma';
import { base118 } from './base118.mjs';
import { allPath, wasmPath } from './module.mjs';

const root = new URL('../../', import.meta.url);
const built = (name) => readFile(new URL(`.build/single/${name}.js`, root), 'utf8');
const packed = (content) => base118(Uint8Array.from(lzma.compress(content, 9)));
/** Only templates have lines that are indented: HTML reads each as one space, and so do their sheets of style. */
const withoutIndents = (code) => code.replaceAll(/\n +/g, ' ');
const hash = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

const boot = (await built('boot')).trim();
if (/<\/script|<!--/.test(boot)) throw new Error('the page’s own script would end too early');
const licences = await readFile(new URL('dist/licences.txt', root), 'utf8');
if (/<(?:!--|\/?script)/i.test(licences))
  throw new Error('the licences do not fit into a data block');

async function pack(template, script, wasm, name) {
  const code = withoutIndents((await built(script)).trim());
  const parts = {
    BOOT_HASH: hash(boot),
    CODE_HASH: hash(code),
    WASM: packed(await readFile(wasm)),
    CODE: packed(code),
    LICENCES: licences,
    BOOT: boot,
  };
  const page = await readFile(new URL(`../${template}`, import.meta.url), 'utf8');
  const filled = page.replaceAll(/%([A-Z_]+)%/g, (_, part) => parts[part]);
  await writeFile(new URL(`dist/${name}`, root), filled);
}

await pack('single.html', 'single', allPath, 'roi-calculator.html');
await pack('embed.html', 'frame', wasmPath, 'embed.html');
