// Writes dist/licences.txt: the packages Vite bundled, as it lists them, and what is in the wasm. What is
// permitted in the same words stands once, below all who permit it.
import { readFile, rm, writeFile } from 'node:fs/promises';

const root = new URL('../../', import.meta.url);
const bundled = new URL('dist/licences.json', root);

const ofPackages = JSON.parse(await readFile(bundled, 'utf8')).map(
  ({ name, version, identifier, text }) => [`${name} ${version} (${identifier})`, text],
);
const ofWasm = (await readFile(new URL('wasm/licences.txt', root), 'utf8'))
  .split(/^## /m)
  .filter((part) => part)
  .map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n'))]);

/** Who has the rights, before what is permitted. */
function inTwo(text) {
  const at = text.search(/^(?:Permission|Redistribution)/m);
  return at < 0 ? [text.trim(), ''] : [text.slice(0, at).trim(), text.slice(at).trim()];
}

const groups = new Map();
for (const [title, text] of [...ofPackages, ...ofWasm]) {
  const [owner, terms] = inTwo(text);
  const key = terms.replaceAll(/\s+/g, ' ') || owner;
  const group = groups.get(key) ?? { terms, titlesByOwner: new Map() };
  group.titlesByOwner.set(owner, [...(group.titlesByOwner.get(owner) ?? []), title]);
  groups.set(key, group);
}
const parts = [...groups.values()].flatMap(({ terms, titlesByOwner }) => [
  ...[...titlesByOwner].map(([owner, titles]) => `## ${titles.join(', ')}\n\n${owner}`),
  ...(terms ? [terms] : []),
]);
const head = 'The ROI calculator contains parts of others, under these licences.';
await writeFile(new URL('dist/licences.txt', root), `${[head, ...parts].join('\n\n')}\n`);
await rm(bundled);
