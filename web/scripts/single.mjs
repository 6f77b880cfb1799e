// Packs dist/roi-calculator.html: script and wasm, deflated, and the CSP hashes in one file.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { wasmPath } from './module.mjs';

const root = new URL('../../', import.meta.url);
const built = (name) => readFile(new URL(`.build/single/${name}.js`, root), 'utf8');
const packed = (content) => deflateRawSync(content, { level: 9, memLevel: 9 }).toString('base64');
const hash = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

const [boot, code] = (await Promise.all([built('boot'), built('single')])).map((text) =>
  text.trim(),
);
if (/<\/script|<!--/.test(boot)) throw new Error('the page’s own script would end too early');

const parts = {
  BOOT_HASH: hash(boot),
  CODE_HASH: hash(code),
  WASM: packed(await readFile(wasmPath)),
  CODE: packed(code),
  BOOT: boot,
};
const page = await readFile(new URL('../single.html', import.meta.url), 'utf8');
const filled = page.replaceAll(/%([A-Z_]+)%/g, (_, name) => parts[name]);
await writeFile(new URL('dist/roi-calculator.html', root), filled);
