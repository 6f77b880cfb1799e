// The single file carries its wasm in a data block: deflated, in base64.

import { startPage } from './page';
import { withState } from './saved';

async function inlineWasm(): Promise<ArrayBuffer> {
  const text = document.getElementById('roi-wasm')?.textContent ?? '';
  const packed = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).arrayBuffer();
}

startPage(inlineWasm, async (state) =>
  withState(`<!doctype html>\n${document.documentElement.outerHTML}\n`, state),
);
