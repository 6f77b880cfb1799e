// The wasm within the embed script, and the script of its later part, which brings the rest of both wasm
// and code. scripts/embed.mjs writes both.

import type { TrustedTypesWindow } from 'trusted-types/lib';
import { bytesOf } from './characters';

declare const ROI_WASM: string;
/** The file of the later part, beside the script, and its hash. */
declare const ROI_LATER: { file: string; integrity: string };
/** The code of the later part: `import('./later')` runs it, once. */
declare let ROI_CODE: unknown;

export const firstPart = async (): Promise<ArrayBuffer> => bytesOf(ROI_WASM);

/** It preloads modules whatever their hash. */
const kIsWebKit = navigator.vendor.startsWith('Apple');

const trusted = window as unknown as TrustedTypesWindow;
let policy: { createScriptURL: (address: string) => unknown } | undefined;

/** How often it was asked for: browsers remember that an address failed. */
let attempts = 0;

/** A page lets scripts of the origin in that this one came from, but may forbid to fetch anything else: the
 * later part is a script. It hands over its bytes and its code; its hash is this script's to know. */
export async function laterPart(script: string, nonce: string | undefined): Promise<ArrayBuffer> {
  const { file, integrity } = ROI_LATER;
  attempts += 1;
  const address = new URL(file, script).href + (attempts > 1 ? `#${attempts}` : '');
  const arrival = new Promise<ArrayBuffer>((resolve) => {
    const told = (characters: string, code: unknown) => {
      ROI_CODE = code;
      resolve(bytesOf(characters));
    };
    Object.assign(globalThis, { [Symbol.for(file)]: told });
  });
  const trust = { integrity, nonce: nonce ?? '' };
  const isOnTheWeb = address.startsWith('http');
  if (isOnTheWeb && 'trustedTypes' in globalThis && !kIsWebKit) {
    // They have no say in modules, and one that is preloaded has the hash it must have.
    const link = Object.assign(document.createElement('link'), trust);
    await added(Object.assign(link, { rel: 'modulepreload', href: address }));
    await import(/* @vite-ignore */ address);
  } else {
    policy ??= trusted.trustedTypes?.createPolicy('roi-calculator', {
      createScriptURL: (to) => to,
    });
    const tag = document.createElement('script');
    if (isOnTheWeb) Object.assign(tag, trust, { crossOrigin: 'anonymous' });
    tag.src = (policy?.createScriptURL(address) ?? address) as string;
    await added(tag);
  }
  return arrival;
}

async function added(element: HTMLElement): Promise<void> {
  const end = new Promise<void>((resolve, reject) => {
    element.onload = () => resolve();
    element.onerror = () => reject(new Error('the later part could not be fetched'));
  });
  document.head.append(element);
  try {
    await end;
  } finally {
    element.remove();
  }
}
