// Writes dist/embed: the embed script with its wasm, and what a host's page needs to trust it.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { wasmPath } from './module.mjs';

const root = new URL('../../', import.meta.url);
const folder = new URL('dist/embed/', root);
const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));

/** Each byte a printable character that needs no escaping; src/embed/wasm.ts reads it. */
const characters = (bytes) =>
  Array.from(bytes, (byte) =>
    String.fromCharCode(byte === 57 ? 32 : byte < 92 ? byte + 35 : byte + 69),
  ).join('');

const code = await readFile(new URL('.build/single/embed.js', root), 'utf8');
const parts = code.split(/\bROI_WASM\b/);
if (parts.length !== 2) throw new Error('the embed script has no place for its wasm');
const filled = parts.join(`"${characters(await readFile(wasmPath))}"`);
// A classic script is read as the page around it is written, unless it starts with a mark.
const script = `\uFEFF/* ROI calculator ${version}; licences of its parts: ../licences.txt */\n${filled}`;

const name = `roi-calculator-${version}.js`;
const integrity = `sha384-${createHash('sha384').update(script).digest('base64')}`;
const snippet = `<script type="module" src="https://example.com/embed/${name}" integrity="${integrity}" crossorigin></script>
<roi-calculator lang="en" mode="compact"></roi-calculator>`;

await mkdir(folder, { recursive: true });
await writeFile(new URL(name, folder), script);
await copyFile(new URL('.build/single/frame-host.js', root), new URL('roi-frame.js', folder));
await copyFile(new URL('.build/single/snippet.js', root), new URL('snippet.js', folder));
await copyFile(new URL('../snippet.html', import.meta.url), new URL('dist/snippet.html', root));
const facts = JSON.stringify({ version, file: name, integrity, snippet }, null, 2);
await writeFile(new URL('integrity.json', folder), `${facts}\n`);
console.log(`dist/embed/${name}\n${integrity}`);
