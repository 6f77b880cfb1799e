// The embed script: defines <roi-calculator>, unless the page has one already.
import { EmbeddedCalculator } from '../embed/element';
import { embeddedFrom } from '../embed/host-page';
import { ownAddress } from '../embed/own-address';
import { firstPart, laterPart } from '../embed/wasm';
// One script has the words of every language.
import '../locales/en';
import '../locales/fr';

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
