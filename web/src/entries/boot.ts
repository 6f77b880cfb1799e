// Starts the single file: its script is a data block, and runs because the CSP names its hash. It
// does not stay in the document, where a page saved by the browser would run it twice.
import { unpacked } from './packed';

const script = document.createElement('script');
script.type = 'module';
script.textContent = await unpacked('roi-code').text();
document.head.append(script);
script.remove();
