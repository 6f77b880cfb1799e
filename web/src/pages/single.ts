// The single file carries its wasm in a data block.
import { unpacked } from './packed';
import { startPage } from './page';

startPage({ first: () => unpacked('roi-wasm').arrayBuffer() }, async () => {
  const page = document.documentElement.cloneNode(true) as HTMLElement;
  for (const one of page.querySelectorAll('roi-calculator')) one.replaceChildren();
  return `<!doctype html>\n${page.outerHTML}\n`;
});
