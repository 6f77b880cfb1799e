// Writes sw.js into a folder of built pages: the service worker with the files it keeps, their hashes
// and its version. `offline.mjs [folder]`, dist unless told.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = path.resolve(process.argv[2] ?? path.join(root, 'dist'));
const kPage = 'index.html';
/** What the page asks for; embeds and their page are not part of it. */
const kKept = /^(index\.html|roi-calculator\.html|manifest\.webmanifest|icon.*|assets\/.*)$/;

const hash = (content) => createHash('sha256').update(content).digest('base64');

async function keptFiles() {
  const entries = await readdir(folder, { recursive: true });
  const names = entries
    .map((name) => name.replaceAll(path.sep, '/'))
    .filter((name) => kKept.test(name));
  const rows = names.sort().map(async (name) => {
    const content = await readFile(path.join(folder, name));
    return [name === kPage ? '' : name, `sha256-${hash(content)}`];
  });
  return JSON.stringify(Object.fromEntries(await Promise.all(rows)));
}

const files = await keptFiles();
const version = hash(files).slice(0, 16);
const code = await readFile(path.join(root, '.build/single/worker.js'), 'utf8');
const told = `const ROI_VERSION="${version}",ROI_FILES=${files};`;
await writeFile(path.join(folder, 'sw.js'), told + code);
