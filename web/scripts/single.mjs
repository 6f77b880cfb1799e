// Packs dist/roi-calculator.html: script, wasm and CSP hash in one file.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { wasmPath } from './module.mjs';

const root = new URL('../../', import.meta.url);
const built = await readFile(new URL('.build/single/single.js', root), 'utf8');
const script = built.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--').trim();
const wasm = deflateRawSync(await readFile(wasmPath), { level: 9, memLevel: 9 });
const page = await readFile(new URL('../single.html', import.meta.url), 'utf8');
const hash = createHash('sha256').update(script).digest('base64');

const packed = page
  .replace('%HASH%', () => `sha256-${hash}`)
  .replace('%WASM%', () => wasm.toString('base64'))
  .replace('%SCRIPT%', () => script);
await writeFile(new URL('dist/roi-calculator.html', root), packed);
