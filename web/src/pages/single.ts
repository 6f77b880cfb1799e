// The single file carries its wasm in data blocks.
import { unpacked } from './packed';
import { startPage } from './page';

startPage({
  module: { first: () => unpacked('roi-wasm').arrayBuffer() },
  reader: () => unpacked('roi-reader').arrayBuffer(),
  page: async () => {
    const page = document.documentElement.cloneNode(true) as HTMLElement;
    for (const one of page.querySelectorAll('roi-calculator')) one.replaceChildren();
    return `<!doctype html>\n${page.outerHTML}\n`;
  },
});
