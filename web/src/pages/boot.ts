// Starts the single file: its script is a data block, and runs because the CSP names its hash. It
// does not stay in the document, where a page saved by the browser would run it twice.
import type { TrustedTypesWindow } from 'trusted-types/lib';
import { unpacked } from './packed';

const { trustedTypes } = window as unknown as TrustedTypesWindow;
const policy = trustedTypes?.createPolicy('roi', { createScript: (code) => code });

window.roiUnpacked = unpacked;
const code = new TextDecoder().decode(unpacked('roi-code'));
const script = document.createElement('script');
script.type = 'module';
script.textContent = (policy?.createScript(code) ?? code) as string;
document.head.append(script);
script.remove();
