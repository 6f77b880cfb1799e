// The single file carries its wasm in a data block.
import { unpacked } from './packed';
import { startPage } from './page';
import { withState } from './saved';

startPage(
  () => unpacked('roi-wasm').arrayBuffer(),
  async (state) => withState(`<!doctype html>\n${document.documentElement.outerHTML}\n`, state),
);
