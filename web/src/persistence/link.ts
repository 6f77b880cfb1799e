// A plan in a link: `#s=1.` and the document, deflated, in base64url. The version says how what
// follows is packed; the document has a version of its own.
import type { Brief } from '../../generated/brief';
import type { Document } from '../../generated/contract';
import { parsed } from './json';
import { kBriefStart, kLinkStart } from './link-address';

const kVersion = '1';
/** Longer links are not opened by every program they are sent with. */
export const kLongestLink = 8000;
const kMostPacked = 100_000;
/** What a small link may swell to. */
const kMostText = 1_000_000;
/** Inflated at a time: it swells by a thousand at most, so that there is time to stop it. */
const kPiece = 1024;
const kFewBytes = 8;

/** cut: its end is missing. */
export type Unreadable = 'notReadable' | 'tooLarge' | 'newer' | 'cut';

export const fragmentOf = async (document: Document, brief: Brief | undefined): Promise<string> =>
  `#s=${await packed(document)}${brief ? `&brief=${await packed(brief)}` : ''}`;

/** The document of a fragment, not yet checked by the core; or why there is none. */
export const documentOf = (fragment: string): Promise<Document | Unreadable> =>
  unpacked(fragment.split(kLinkStart)[1] ?? '');

/** The same of a brief. */
export const briefOf = (fragment: string): Promise<unknown> =>
  unpacked(fragment.split(kBriefStart)[1] ?? '');

/** What stands after the key of a fragment. */
export async function packed(document: object): Promise<string> {
  const deflate = new CompressionStream('deflate-raw');
  const bytes = new Blob([JSON.stringify(document)]).stream().pipeThrough(deflate);
  return `${kVersion}.${toBase64Url(new Uint8Array(await new Response(bytes).arrayBuffer()))}`;
}

/** What stood after the key, whatever was put behind it, between its characters, or encoded on its
 * way through chats, mails and newsletters. */
export async function unpacked(text: string): Promise<Document | Unreadable> {
  // Twice, as some encode what is encoded; quoted-printable writes `=` as `=3D`.
  const [, version, rest = ''] = decoded(decoded(text)).match(/^(?:3D)?\W*(\d+)\W*?\.(.*)$/s) ?? [];
  if (version === undefined) return /[a-z_]/i.test(text) ? 'notReadable' : 'cut';
  if (version !== kVersion) return 'newer';
  const [told = ''] = rest.split(/[&?#]/, 1);
  const [first] = told.match(/[\w-]+/) ?? [];
  if (first === undefined) return 'cut';
  const readings = [first, told.replaceAll(/[^\w-]/g, ''), first.replace(/[_-]{1,2}$/, '')];
  let why: Unreadable | undefined;
  for (const bytes of new Set(readings)) {
    const found = await documentIn(bytes);
    if (typeof found === 'object' || found === 'tooLarge') return found;
    why ??= found;
  }
  return why ?? 'cut';
}

const decoded = (text: string) =>
  text.replaceAll(/%([\da-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

async function documentIn(bytes: string): Promise<Document | Unreadable> {
  if (bytes.length > kMostPacked) return 'tooLarge';
  try {
    const { text, isWhole } = await inflated(fromBase64Url(bytes));
    if (text.length > kMostText) return 'tooLarge';
    return isWhole ? documentFrom(text) : 'cut';
  } catch {
    return 'notReadable';
  }
}

/** What a text holds, not yet checked by the core; throws where it is no JSON, or too much. */
export function documentFrom(text: string): Document | Unreadable {
  const found = parsed(text);
  return typeof found === 'object' && found !== null ? (found as Document) : 'notReadable';
}

/** Stops as soon as there is too much of it; throws where it is nothing that was deflated. */
async function inflated(packed: Uint8Array<ArrayBuffer>) {
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const writing = write(packed, writable.getWriter());
  const reader = readable.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  try {
    while (text.length <= kMostText) {
      const piece = await reader.read().catch(() => undefined);
      if (!piece && (await writing) && isStart(text, packed)) return { text, isWhole: false };
      if (!piece) throw new TypeError('not deflated');
      if (piece.done) return { text: text + decoder.decode(), isWhole: true };
      text += decoder.decode(piece.value, { stream: true });
    }
    return { text, isWhole: true };
  } finally {
    reader.cancel().catch(() => {});
  }
}

/** Whether it is that of a plan: each of its bytes was good, and more were awaited. Before the first
 * letter a few bytes may be anything. */
const isStart = (text: string, packed: Uint8Array) =>
  text ? text.startsWith('{') : packed.length > kFewBytes;

/** Says whether all bytes were taken. */
async function write(
  bytes: Uint8Array<ArrayBuffer>,
  writer: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>,
): Promise<boolean> {
  try {
    for (let at = 0; at < bytes.length; at += kPiece) {
      await writer.write(bytes.subarray(at, at + kPiece));
    }
  } catch {
    return false;
  }
  writer.close().catch(() => {});
  return true;
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** One character more than whole bytes take says nothing. */
function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const whole = text.length % 4 === 1 ? text.slice(0, -1) : text;
  const binary = atob(whole.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
