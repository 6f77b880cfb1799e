// Builds the page with words nobody speaks in the place of the French ones: ./pseudo-words.mjs
import { mkdtemp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A module in which the words of both languages are put side by side, with others for French. */
const unspoken = (code) =>
  code
    .replace(/\{ fr, en \}/, '{ fr: pseudo(fr), en }')
    .replace(/(?<=\bfr: async .*)\(await import\('[^']*'\)\)\.fr\b/, 'pseudo($&)');

/** Builds the hosted page with this language in the place of French; gives its folder. */
export async function buildPseudo() {
  const web = fileURLToPath(new URL('../../../web/', import.meta.url));
  const vite = createRequire(path.join(web, 'package.json')).resolve('vite');
  const { build } = await import(pathToFileURL(vite).href);
  const outDir = await mkdtemp(path.join(tmpdir(), 'roi-pseudo-'));
  const here = JSON.stringify(fileURLToPath(new URL('./pseudo-words.mjs', import.meta.url)));
  await build({
    root: web,
    configFile: path.join(web, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
    plugins: [
      {
        name: 'pseudo',
        enforce: 'pre',
        transform: (code) =>
          unspoken(code) === code
            ? undefined
            : `import { pseudo } from ${here};\n${unspoken(code)}`,
      },
    ],
  });
  return outDir;
}
