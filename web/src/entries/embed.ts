// The embed script: defines <roi-calculator>, unless the page has one already.
import { EmbeddedCalculator } from '../embed/element';
import { wasmBytes } from '../embed/wasm';

// Vite would take `new URL` with the name of a file for an asset.
const address = import.meta.url;
EmbeddedCalculator.wasm = async () => wasmBytes();
EmbeddedCalculator.frame = new URL('../embed.html', address).href;
EmbeddedCalculator.page = new URL('../index.html', address).href;

if (!customElements.get('roi-calculator')) {
  customElements.define('roi-calculator', EmbeddedCalculator);
}
