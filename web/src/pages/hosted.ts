import firstPart from '../../../.build/wasm/wasm/roi.first.wasm?url';
import laterPart from '../../../.build/wasm/wasm/roi.later.wasm?url';
import reader from '../../../.build/wasm/wasm/roi.reader.wasm?url';
import { readerOf } from '../engine/reader';
import { startPage } from './page';

const kSingleFile = 'roi-calculator.html';
const kWorker = 'sw.js';

/** Where the browser refuses it, as in a sandbox or over plain http, the page needs its network. */
async function workOffline(): Promise<void> {
  if (window.top !== window) return;
  try {
    const onlyOurs = { createScriptURL: (_: string) => kWorker };
    const policy = window.trustedTypes?.createPolicy('roi', onlyOurs);
    const address = policy?.createScriptURL(kWorker) ?? kWorker;
    await navigator.serviceWorker.register(address as string);
  } catch {
    // Nothing is lost.
  }
}

startPage({
  module: { first: () => fetch(firstPart), later: () => fetch(laterPart) },
  reader: readerOf(() => fetch(reader)),
  page: async () => {
    const response = await fetch(kSingleFile).catch(() => caches.match(kSingleFile));
    if (!response?.ok) throw new Error(`${kSingleFile}: ${response?.status}`);
    return response.text();
  },
  whenWhole: workOffline,
});
