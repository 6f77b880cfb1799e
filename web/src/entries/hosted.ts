import wasmUrl from '../../../.build/wasm/wasm/roi.wasm?url';
import { startPage } from './page';

startPage(
  () => fetch(wasmUrl),
  async () => {
    const response = await fetch('roi-calculator.html');
    if (!response.ok) throw new Error(`roi-calculator.html: ${response.status}`);
    return response.text();
  },
);
