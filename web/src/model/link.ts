// A plan in a link: `#s=1.` and the document, deflated, in base64url. The version says how what
// follows is packed; the document has a version of its own.
import type { Document } from '../../generated/contract';
import { parsed } from './json';

const kKey = '#s=';
const kVersion = '1';
/** Longer links are not opened by every program they are sent with. */
export const kLongestLink = 8000;
const kMostPacked = 100_000;
/** What a small link may swell to. */
const kMostText = 1_000_000;
/** Inflated at a time: it swells by a thousand at most, so that there is time to stop it. */
const kPiece = 1024;

export type Unreadable = 'notReadable' | 'tooLarge' | 'newer';

export const fragmentOf = async (document: Document): Promise<string> =>
  `${kKey}${await packed(document)}`;

/** The document of a fragment, not yet checked by the core; or why there is none. */
export const documentOf = (fragment: string): Promise<Document | Unreadable> =>
  unpacked(fragment.slice(kKey.length));

/** What stands after the key of a fragment. */
export async function packed(document: Document): Promise<string> {
  const deflate = new CompressionStream('deflate-raw');
  const bytes = new Blob([JSON.stringify(document)]).stream().pipeThrough(deflate);
  return `${kVersion}.${toBase64Url(new Uint8Array(await new Response(bytes).arrayBuffer()))}`;
}

export async function unpacked(text: string): Promise<Document | Unreadable> {
  const [, version, bytes] = text.match(/^(\d+)\.([\w-]*)$/) ?? [];
  if (bytes === undefined) return 'notReadable';
  if (version !== kVersion) return 'newer';
  if (bytes.length > kMostPacked) return 'tooLarge';
  try {
    const found = await inflated(fromBase64Url(bytes));
    return found === undefined ? 'tooLarge' : documentFrom(found);
  } catch {
    return 'notReadable';
  }
}

/** What a text holds, not yet checked by the core; throws where it is no JSON, or too much. */
export function documentFrom(text: string): Document | Unreadable {
  const found = parsed(text);
  return typeof found === 'object' && found !== null ? (found as Document) : 'notReadable';
}

/** Stops as soon as there is too much of it. */
async function inflated(packed: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const stream = piecesOf(packed).pipeThrough(new DecompressionStream('deflate-raw'));
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

function piecesOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, at + kPiece));
      at += kPiece;
    },
  });
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
