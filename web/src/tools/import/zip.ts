// Reads zip files: their directory, and single entries, inflated by the browser. PKWARE, APPNOTE.TXT.

/** Why nothing can be read: too much of it, a password, damage, or nothing in it that is known. */
export type Fault = 'tooLarge' | 'protected' | 'broken' | 'nothing';

export class Refused extends Error {
  readonly why: Fault;

  constructor(why: Fault) {
    super(why);
    this.why = why;
  }
}

/** How much may still be taken. */
export class Allowance {
  private left: number;

  constructor(most: number) {
    this.left = most;
  }

  take(amount: number): void {
    this.left -= amount;
    if (this.left < 0) throw new Refused('tooLarge');
  }
}

export interface Entry {
  /** With the folders it stands in. */
  name: string;
  isProtected: boolean;
  method: number;
  crc: number;
  packedSize: number;
  /** As it is declared. */
  size: number;
  /** Where its own header begins. */
  at: number;
}

const kMiB = 2 ** 20;
const kMostInflated = 128 * kMiB;
const kMostDirectory = 8 * kMiB;

const kLocalSize = 30;
const kEntrySize = 46;
const kEndSize = 22;
const kLongestComment = 0xffff;

const kLocalMark = 0x04034b50;
const kEntryMark = 0x02014b50;
const kEndMark = 0x06054b50;

/** Stands where a number is too large, or was not known in time: ZIP64 says it elsewhere. */
const kElsewhere = 0xffffffff;
const kElsewhereShort = 0xffff;

const kStored = 0;
const kDeflated = 8;

const viewOf = async (file: Blob, from: number, to: number) =>
  new DataView(await file.slice(from, to).arrayBuffer());

/** A zip file. At most 128 MB of it are inflated, whatever it declares. */
export class Zip {
  readonly entries: readonly Entry[];
  private readonly file: Blob;
  private readonly allowance = new Allowance(kMostInflated);

  private constructor(file: Blob, entries: readonly Entry[]) {
    this.file = file;
    this.entries = entries;
  }

  static async of(file: Blob): Promise<Zip> {
    return new Zip(file, await entriesOf(file));
  }

  /** An entry's bytes; refused above so many, or where they are not those that were packed. */
  async inflated(entry: Entry, most = kMostInflated): Promise<Blob> {
    if (entry.isProtected) throw new Refused('protected');
    if (entry.method !== kStored && entry.method !== kDeflated) throw new Refused('nothing');
    const own = new Allowance(most);
    const reader = streamOf(gzipped(this.file, entry))
      .pipeThrough(new DecompressionStream('gzip'))
      .getReader();
    const pieces: BlobPart[] = [];
    try {
      for (;;) {
        const { value } = await reader.read();
        if (!value) return new Blob(pieces);
        own.take(value.length);
        this.allowance.take(value.length);
        pieces.push(value);
      }
    } finally {
      reader.cancel().catch(() => {});
    }
  }
}

// The directory: it stands at the end, and knows what headers before streamed entries do not

async function entriesOf(file: Blob): Promise<Entry[]> {
  const tail = await viewOf(
    file,
    file.size - Math.min(file.size, kEndSize + kLongestComment),
    file.size,
  );
  const end = endIn(tail);
  const count = tail.getUint16(end + 10, true);
  const size = tail.getUint32(end + 12, true);
  const from = tail.getUint32(end + 16, true);
  const isElsewhere = count === kElsewhereShort || from === kElsewhere;
  if (isElsewhere || size > kMostDirectory) throw new Refused('tooLarge');
  const directory = await viewOf(file, from, from + size);
  const entries: Entry[] = [];
  for (let at = 0; entries.length < count; at += lengthOf(directory, at))
    entries.push(entryAt(directory, at));
  return entries;
}

function endIn(tail: DataView): number {
  for (let at = tail.byteLength - kEndSize; at >= 0; at -= 1)
    if (tail.getUint32(at, true) === kEndMark) return at;
  throw new Refused('broken');
}

const lengthOf = (view: DataView, at: number) =>
  kEntrySize +
  view.getUint16(at + 28, true) +
  view.getUint16(at + 30, true) +
  view.getUint16(at + 32, true);

function entryAt(view: DataView, at: number): Entry {
  if (view.getUint32(at, true) !== kEntryMark) throw new Refused('broken');
  const nameEnd = at + kEntrySize + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const fields = [24, 20, 42].map((field) => view.getUint32(at + field, true));
  const [size = 0, packedSize = 0, start = 0] = widened(fields, view, nameEnd, extraEnd);
  const name = new Uint8Array(view.buffer, at + kEntrySize, nameEnd - at - kEntrySize);
  return {
    name: new TextDecoder().decode(name).replaceAll('\\', '/'),
    isProtected: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize,
    size,
    at: start,
  };
}

/** Some writers put small numbers too where only ZIP64 finds them (4.5.3). */
function widened(fields: number[], view: DataView, from: number, to: number): number[] {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    return fields.map((field) => {
      if (field !== kElsewhere) return field;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    });
  }
  return fields;
}

// What is inflated

/** A browser may inflate all of a piece before it looks up: of this one, 8 MB. */
const kPiece = 8192;

/** An entry as gzip holds it (RFC 1952): inflating that checks length and checksum as well. */
async function* gzipped(file: Blob, { method, crc, packedSize, size, at }: Entry) {
  yield Uint8Array.of(0x1f, 0x8b, kDeflated, 0, 0, 0, 0, 0, 0, 0xff);
  const local = await viewOf(file, at, at + kLocalSize);
  if (local.getUint32(0, true) !== kLocalMark) throw new Refused('broken');
  const from = at + kLocalSize + local.getUint16(26, true) + local.getUint16(28, true);
  for (let done = 0; done < packedSize; done += kPiece) {
    const length = Math.min(kPiece, packedSize - done);
    if (method === kStored) yield blockHead(length, false);
    yield new Uint8Array(await file.slice(from + done, from + done + length).arrayBuffer());
  }
  if (method === kStored) yield blockHead(0, true);
  const tail = new DataView(new ArrayBuffer(8));
  tail.setUint32(0, crc, true);
  tail.setUint32(4, size, true);
  yield new Uint8Array(tail.buffer);
}

/** Before bytes that are not deflated (RFC 1951, 3.2.4). */
function blockHead(length: number, isLast: boolean): Uint8Array<ArrayBuffer> {
  const head = new DataView(new ArrayBuffer(5));
  head.setUint8(0, isLast ? 1 : 0);
  head.setUint16(1, length, true);
  head.setUint16(3, ~length, true);
  return new Uint8Array(head.buffer);
}

const streamOf = (pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>) =>
  new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(queue) {
        const { value } = await pieces.next();
        if (value) queue.enqueue(value);
        else queue.close();
      },
    },
    { highWaterMark: 0 },
  );
