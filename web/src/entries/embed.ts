// The embed script: defines <roi-calculator>, unless the page has one already.
import { EmbeddedCalculator } from '../embed/element';

if (!customElements.get('roi-calculator')) {
  customElements.define('roi-calculator', EmbeddedCalculator);
}
