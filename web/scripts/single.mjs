// Packs dist/roi-calculator.html and dist/embed.html: script and wasm, deflated, the licences of
// their parts and the CSP hashes in one file. Only the first reads exports.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { base85 } from './base85.mjs';
import { readerPath, wasmPath } from './module.mjs';

const root = new URL('../../', import.meta.url);
const built = (name) => readFile(new URL(`.build/single/${name}.js`, root), 'utf8');
const packed = (content) => base85(deflateRawSync(content, { level: 9, memLevel: 9 }));
const hash = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

const boot = (await built('boot')).trim();
if (/<\/script|<!--/.test(boot)) throw new Error('the page’s own script would end too early');
const wasm = packed(await readFile(wasmPath));
const reader = packed(await readFile(readerPath));
const licences = await readFile(new URL('dist/licences.txt', root), 'utf8');
if (licences.includes('<')) throw new Error('the licences do not fit into a data block');

async function pack(template, script, name) {
  const code = (await built(script)).trim();
  const parts = {
    BOOT_HASH: hash(boot),
    CODE_HASH: hash(code),
    WASM: wasm,
    READER: reader,
    CODE: packed(code),
    LICENCES: licences,
    BOOT: boot,
  };
  const page = await readFile(new URL(`../${template}`, import.meta.url), 'utf8');
  const filled = page.replaceAll(/%([A-Z_]+)%/g, (_, part) => parts[part]);
  await writeFile(new URL(`dist/${name}`, root), filled);
}

await pack('single.html', 'single', 'roi-calculator.html');
await pack('embed.html', 'frame', 'embed.html');
