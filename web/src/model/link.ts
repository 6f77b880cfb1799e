// A plan in a link: `#s=1.` and the document, deflated, in base64url. The version says how what
// follows is packed; the document has a version of its own.
import type { Document } from '../../generated/contract';

const kKey = '#s=';
const kVersion = '1';
/** Longer links are not opened by every program they are sent with. */
export const kLongestLink = 8000;
const kMostPacked = 100_000;
/** What a small link may swell to. */
const kMostText = 2_000_000;

export type Unreadable = 'notReadable' | 'tooLarge' | 'newer';

export const isLink = (fragment: string): boolean => fragment.startsWith(kKey);

export async function fragmentOf(document: Document): Promise<string> {
  const deflate = new CompressionStream('deflate-raw');
  const packed = new Blob([JSON.stringify(document)]).stream().pipeThrough(deflate);
  return `${kKey}${kVersion}.${toBase64Url(new Uint8Array(await new Response(packed).arrayBuffer()))}`;
}

/** The document of a fragment, not yet checked by the core; or why there is none. */
export async function documentOf(fragment: string): Promise<Document | Unreadable> {
  const [, version, packed] = fragment.slice(kKey.length).match(/^(\d+)\.([\w-]*)$/) ?? [];
  if (packed === undefined) return 'notReadable';
  if (version !== kVersion) return 'newer';
  if (packed.length > kMostPacked) return 'tooLarge';
  try {
    const text = await inflated(fromBase64Url(packed));
    return text === undefined ? 'tooLarge' : documentFrom(text);
  } catch {
    return 'notReadable';
  }
}

/** What a text holds, not yet checked by the core. */
export function documentFrom(text: string): Document | Unreadable {
  const found: unknown = JSON.parse(text);
  return typeof found === 'object' && found !== null ? (found as Document) : 'notReadable';
}

/** Stops as soon as there is too much of it. */
async function inflated(packed: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length > kMostText) {
      await reader.cancel();
      return undefined;
    }
  }
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
