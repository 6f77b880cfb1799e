// Serves the page from its sources and reloads it on each change; what the module is made of is built
// again first. `watch.mjs PORT`.
import { spawnSync } from 'node:child_process';
import { watch } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const pathOf = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const port = Number(process.argv[2]);

const server = await createServer({
  configFile: pathOf('web/vite.config.ts'),
  root: pathOf('web'),
  server: { host: 'localhost', port, strictPort: true },
});
await server.listen();
server.printUrls();

/** Vite sees what comes of it, and reloads. */
const rebuild = () => spawnSync(pathOf('dev'), ['build', 'module'], { stdio: 'inherit' });

// An editor's one save is several events.
let soon;
for (const folder of ['core', 'wasm']) {
  watch(pathOf(folder), { recursive: true }, () => {
    clearTimeout(soon);
    soon = setTimeout(rebuild, 50);
  });
}
