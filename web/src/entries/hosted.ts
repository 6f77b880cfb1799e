import { withState } from './saved';
import { startPage } from './page';
import wasmUrl from '../../../.build/wasm/wasm/roi.wasm?url';

startPage(
  () => fetch(wasmUrl),
  async (state) => {
    const response = await fetch('roi-calculator.html');
    if (!response.ok) throw new Error(`roi-calculator.html: ${response.status}`);
    return withState(await response.text(), state);
  },
);
