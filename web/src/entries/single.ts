// The single file carries its wasm in a data block.
import { unpacked } from './packed';
import { startPage } from './page';

startPage(
  () => unpacked('roi-wasm').arrayBuffer(),
  async () => `<!doctype html>\n${document.documentElement.outerHTML}\n`,
);
