// The embed script: defines <roi-calculator>, unless the page has one already.
import { EmbeddedCalculator } from '../embed/element';
import { embeddedFrom } from '../embed/host-page';
import { firstPart, laterPart } from '../embed/wasm';
// One script has the words of every language.
import '../locales/en';
import '../locales/fr';

/** Where this script came from. Hosts, and the tools they hand it to, run it as a module or as a classic
 * script, which knows no import.meta; a module finds itself in a stack. */
function ownAddress(): string | undefined {
  const script = document.currentScript as HTMLScriptElement | null;
  const [inStack] = new Error().stack?.match(/https?:[^\s()]+?(?=:\d+:\d+)/) ?? [];
  return script?.src || inStack;
}

const address = ownAddress();
const nonce = [...document.scripts].find(({ src }) => src === address)?.nonce;

async function later(): Promise<ArrayBuffer> {
  if (!address) throw new Error('nobody said where this script came from');
  return laterPart(address, nonce);
}

embeddedFrom({
  module: { first: firstPart, later },
  ...(address?.startsWith('http')
    ? {
        frame: new URL('../embed.html', address).href,
        page: new URL('../index.html', address).href,
      }
    : {}),
});

if (!customElements.get('roi-calculator')) {
  customElements.define('roi-calculator', EmbeddedCalculator);
}
