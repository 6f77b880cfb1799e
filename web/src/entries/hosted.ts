import wasmUrl from '../../../.build/wasm/wasm/roi.wasm?url';
import { startPage } from './page';
import { withState } from './saved';

startPage(
  () => fetch(wasmUrl),
  async (state) => {
    const response = await fetch('roi-calculator.html');
    if (!response.ok) throw new Error(`roi-calculator.html: ${response.status}`);
    return withState(await response.text(), state);
  },
);
