// The single file carries its wasm in a data block: one module that answers and reads exports.
import { readerWithin } from '../engine/reader';
import { startPage } from './page';

let unpacked: ArrayBuffer | undefined;
const wasm = async () => {
  unpacked ??= window.roiUnpacked('roi-wasm').buffer;
  return unpacked;
};

startPage({
  module: { first: wasm },
  reader: readerWithin(wasm),
  page: async () => {
    const page = document.documentElement.cloneNode(true) as HTMLElement;
    for (const one of page.querySelectorAll('roi-calculator')) one.replaceChildren();
    return `<!doctype html>\n${page.outerHTML}\n`;
  },
});
