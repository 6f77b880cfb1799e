// Writes dist/licences.txt: the packages Vite bundled, as it lists them, and what is in the wasm.
import { readFile, rm, writeFile } from 'node:fs/promises';

const root = new URL('../../', import.meta.url);
const bundled = new URL('dist/licences.json', root);

const namesByText = new Map();
for (const { name, version, identifier, text } of JSON.parse(await readFile(bundled, 'utf8'))) {
  const names = namesByText.get(text) ?? [];
  namesByText.set(text, [...names, `${name} ${version} (${identifier})`]);
}
const ofPackages = [...namesByText].map(([text, names]) => `## ${names.join(', ')}\n\n${text}`);
const ofWasm = await readFile(new URL('wasm/licences.txt', root), 'utf8');
const head = 'The ROI calculator contains parts of others, under these licences.';
const parts = [head, ...ofPackages, ofWasm].map((part) => part.trim());
await writeFile(new URL('dist/licences.txt', root), `${parts.join('\n\n')}\n`);
await rm(bundled);
