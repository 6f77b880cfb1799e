// Writes into dist/embed a script for each tool that stands alone, with its wasm, and their hashes into integrity.json.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { characters } from './characters.mjs';
import { toolPath } from './module.mjs';
import { leftOut, tools } from './tools-alone.mjs';

const root = new URL('../../', import.meta.url);
const folder = new URL('dist/embed/', root);
const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));

const kHead = `/* ROI calculator ${version}; licences of its parts: ../licences.txt */`;

/** Other things have such fields too. */
const kShared = ['channel', 'period', 'goal', 'blank', 'marking'];
const told = leftOut.later.filter((name) => !kShared.includes(name));

/** Reading a word that was left out: of the view's text, or of what a call gives. */
const kReadsLeftOut = new RegExp(
  `\\btext\\.(?:${leftOut.first.join('|')})\\b|\\)\\.(?:${told.join('|')})\\b`,
);

async function scriptOf(id) {
  const code = await readFile(new URL(`.build/single/tool-${id}.js`, root), 'utf8');
  const [read] = code.match(kReadsLeftOut) ?? [];
  if (read) throw new Error(`the tool ${id} reads ${read}, which was left out`);
  const parts = code.split(/\bROI_WASM\b/);
  if (parts.length !== 2) throw new Error(`the script of ${id} has no ROI_WASM`);
  const wasm = `"${characters(await readFile(toolPath(id)))}"`;
  // A classic script is read as the page around it is written, unless it starts with a mark.
  return `\uFEFF${kHead}\n${parts.join(wasm)}`;
}

const facts = JSON.parse(await readFile(new URL('integrity.json', folder), 'utf8'));
facts.tools = {};
for (const id of tools) {
  const script = await scriptOf(id);
  const file = `roi-${id}-${version}.js`;
  const integrity = `sha384-${createHash('sha384').update(script).digest('base64')}`;
  facts.tools[id] = { file, integrity };
  await writeFile(new URL(file, folder), script);
  console.log(`dist/embed/${file}\n${integrity}`);
}
await writeFile(new URL('integrity.json', folder), `${JSON.stringify(facts, null, 2)}\n`);
