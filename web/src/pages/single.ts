// The single file carries its wasm in a data block: the module, and after it what reads exports.
import { startPage } from './page';

const kWasm = 'roi-wasm';
const moduleSize = Number(document.getElementById(kWasm)?.dataset.module);

startPage({
  module: { first: async () => window.roiUnpacked(kWasm, moduleSize).buffer },
  reader: async () => window.roiUnpacked(kWasm).slice(moduleSize).buffer,
  page: async () => {
    const page = document.documentElement.cloneNode(true) as HTMLElement;
    for (const one of page.querySelectorAll('roi-calculator')) one.replaceChildren();
    return `<!doctype html>\n${page.outerHTML}\n`;
  },
});
