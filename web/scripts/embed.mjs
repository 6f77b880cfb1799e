// Writes dist/embed: the embed script with its wasm, the script of its later part, and what a host's page needs to trust it.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { characters } from './characters.mjs';
import { firstScript, laterFunction } from './classic.mjs';
import { partPaths } from './module.mjs';

const root = new URL('../../', import.meta.url);
const folder = new URL('dist/embed/', root);
const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));

const head = `/* ROI calculator ${version}; licences of its parts: ../licences.txt */`;
const integrityOf = (text) => `sha384-${createHash('sha384').update(text).digest('base64')}`;
const [first, later] = (await Promise.all(partPaths.map((path) => readFile(path)))).map(characters);

const chunk = (name) => readFile(new URL(`.build/single/${name}.js`, root), 'utf8');
const [firstChunk, laterChunk] = await Promise.all(['embed', 'embed-later'].map(chunk));

const laterName = `roi-calculator-${version}-later.js`;
const told = `globalThis[Symbol.for(${JSON.stringify(laterName)})]`;
const laterText = `\uFEFF${head}\n${told}?.("${later}",${laterFunction(laterChunk)});`;

/** What stands for what is put into the script. */
const places = {
  ROI_WASM: `"${first}"`,
  ROI_LATER: JSON.stringify({ file: laterName, integrity: integrityOf(laterText) }),
};

const code = firstScript(firstChunk);
for (const place of Object.keys(places)) {
  if (code.split(new RegExp(`\\b${place}\\b`)).length !== 2)
    throw new Error(`the embed script has no ${place}`);
}
const filled = code.replaceAll(/\bROI_(?:WASM|LATER)\b/g, (place) => places[place]);
// A classic script is read as the page around it is written, unless it starts with a mark.
const script = `\uFEFF${head}\n${filled}`;

const name = `roi-calculator-${version}.js`;
const integrity = integrityOf(script);
const snippet = `<script type="module" src="https://example.com/embed/${name}" integrity="${integrity}" crossorigin></script>
<roi-calculator lang="en" mode="compact"></roi-calculator>`;

await mkdir(folder, { recursive: true });
await writeFile(new URL(name, folder), script);
await writeFile(new URL(laterName, folder), laterText);
await copyFile(new URL('.build/single/frame-host.js', root), new URL('roi-frame.js', folder));
await copyFile(new URL('.build/single/snippet.js', root), new URL('snippet.js', folder));
await copyFile(new URL('../snippet.html', import.meta.url), new URL('dist/snippet.html', root));
const facts = JSON.stringify({ version, file: name, integrity, snippet }, null, 2);
await writeFile(new URL('integrity.json', folder), `${facts}\n`);
console.log(`dist/embed/${name}\n${integrity}`);
