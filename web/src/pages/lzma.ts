// Unpacks LZMA, after Igor Pavlov's "LZMA specification (draft)" of 2015, where a stream says its size
// (its section "LZMA file format"). It runs before anything else can, so it is small; and so little time
// that classes, whose methods stay compiled from one stream to the next, count.

const kHeader = 13;
const kSizeAt = 5;
const kStates = 12;
const kPositions = 16;

/** Where the chances of each kind of bit stand, in one list. */
const kIsMatch = 0;
const kIsLongRepeat = kIsMatch + kPositions * kStates;
/** Whether a match is at a distance used before; and whether at one older than the latest, the second … */
const kIsRepeat = kIsLongRepeat + kPositions * kStates;
const kIsOlder = kIsRepeat + kStates;
const kSlots = kIsOlder + 3 * kStates;
const kDistances = kSlots + 4 * 64;
const kAligned = kDistances + 115;
/** Of lengths: whether it is beyond low ones, and beyond middle ones; then the trees of each. */
const kLow = 2;
const kMiddle = kLow + 8 * kPositions;
const kHigh = kMiddle + 8 * kPositions;
const kMatchLength = kAligned + 16;
const kRepeatLength = kMatchLength + kHigh + 256;
const kLiterals = kRepeatLength + kHigh + 256;
const kOfLiteral = 768;

function refuse(): never {
  throw new Error('this is not what was packed');
}

/** Reads bits, each by its chance of being 0, which it learns from. */
class RangeDecoder {
  private range = 2 ** 32 - 1;
  /** Four bytes are shifted in; whatever it is before, it must not be a small number to the engine. */
  private code = 2 ** 32 - 1;
  private at = kHeader;
  private readonly packed: Uint8Array;
  private readonly chances: Uint16Array;

  constructor(packed: Uint8Array, chances: number) {
    this.packed = packed;
    this.chances = new Uint16Array(chances).fill(1024);
    if (this.next() !== 0) refuse();
    for (let byte = 0; byte < 4; byte += 1) this.shift();
  }

  private next(): number {
    return this.packed[this.at++] ?? refuse();
  }

  private shift(): void {
    this.code = ((this.code << 8) | this.next()) >>> 0;
  }

  /** What is in the lower part of the range is a 0, what is in the part above a 1. */
  private within(lower: number, upper: number): 0 | 1 {
    const bit = this.code < lower ? 0 : 1;
    this.range = bit ? upper : lower;
    if (bit) this.code -= lower;
    if (this.range < 2 ** 24) {
      this.range = (this.range << 8) >>> 0;
      this.shift();
    }
    return bit;
  }

  bit(at: number): 0 | 1 {
    const chance = this.chances[at] as number;
    const lower = (this.range >>> 11) * chance;
    const bit = this.within(lower, this.range - lower);
    this.chances[at] = bit ? chance - (chance >> 5) : chance + ((2048 - chance) >> 5);
    return bit;
  }

  /** Bits that are as likely 0 as 1. */
  private evenBits(count: number): number {
    let value = 0;
    for (let one = 0; one < count; one += 1) {
      const half = this.range >>> 1;
      value = 2 * value + this.within(half, half);
    }
    return value;
  }

  private tree(at: number, bits: number): number {
    let node = 1;
    for (let one = 0; one < bits; one += 1) node = 2 * node + this.bit(at + node);
    return node - 2 ** bits;
  }

  private lowestFirst(at: number, bits: number): number {
    let node = 1;
    let value = 0;
    for (let one = 0; one < bits; one += 1) {
      const bit = this.bit(at + node);
      node = 2 * node + bit;
      value += bit << one;
    }
    return value;
  }

  /** The byte that a match would have brought tells the chances, until it is another. */
  literal(at: number, matched: number | undefined): number {
    let node = 1;
    for (let place = 7; matched !== undefined && place >= 0; place -= 1) {
      const expected = (matched >> place) & 1;
      const bit = this.bit(at + 256 * (1 + expected) + node);
      node = 2 * node + bit;
      if (bit !== expected) break;
    }
    while (node < 256) node = 2 * node + this.bit(at + node);
    return node;
  }

  /** Of a match, beyond the two bytes that every one has. */
  length(at: number, position: number): number {
    if (!this.bit(at)) return this.tree(at + kLow + 8 * position, 3);
    if (!this.bit(at + 1)) return 8 + this.tree(at + kMiddle + 8 * position, 3);
    return 16 + this.tree(at + kHigh, 8);
  }

  /** Between a byte of a match and the same before it, less one. */
  distance(length: number): number {
    const slot = this.tree(kSlots + 64 * Math.min(length, 3), 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const first = (2 + (slot & 1)) * 2 ** bits;
    if (slot < 14) return first + this.lowestFirst(kDistances + first - slot, bits);
    return first + 16 * this.evenBits(bits - 4) + this.lowestFirst(kAligned, 4);
  }

  /** Which of the distances used before a match is at, the latest being 0. */
  repeated(state: number): number {
    let which = 0;
    while (which < 3 && this.bit(kIsOlder + kStates * which + state)) which += 1;
    return which;
  }
}

interface Properties {
  contextBits: number;
  placeMask: number;
  positionMask: number;
  size: number;
}

function propertiesOf(packed: Uint8Array): Properties {
  const header = new DataView(packed.buffer, packed.byteOffset, kHeader);
  const properties = header.getUint8(0);
  if (properties > 224 || header.getUint32(kSizeAt + 4, true) > 0) refuse();
  return {
    contextBits: properties % 9,
    placeMask: 2 ** (Math.floor(properties / 9) % 5) - 1,
    positionMask: 2 ** Math.floor(properties / 45) - 1,
    size: header.getUint32(kSizeAt, true),
  };
}

/** What a stream holds. Throws for what is no stream, or is cut. */
export function fromLzma(packed: Uint8Array): Uint8Array<ArrayBuffer> {
  const { contextBits, placeMask, positionMask, size } = propertiesOf(packed);
  const out = new Uint8Array(size);
  const contexts = (placeMask + 1) * 2 ** contextBits;
  const coder = new RangeDecoder(packed, kLiterals + kOfLiteral * contexts);

  let state = 0;
  // The distances of the last matches, in numbers of their own: a list takes half as long again.
  let latest = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let at = 0; at < out.length; ) {
    const position = at & positionMask;
    const isAfterLiteral = state < 7;
    if (!coder.bit(kIsMatch + kPositions * state + position)) {
      const before = at > 0 ? (out[at - 1] as number) : 0;
      const context = (at & placeMask) * 2 ** contextBits + (before >> (8 - contextBits));
      const matched = isAfterLiteral ? undefined : out[at - 1 - latest];
      out[at] = coder.literal(kLiterals + kOfLiteral * context, matched);
      at += 1;
      state = state < 4 ? 0 : state - (state < 10 ? 3 : 6);
      continue;
    }
    let length = 1;
    if (!coder.bit(kIsRepeat + state)) {
      length = coder.length(kMatchLength, position);
      fourth = third;
      third = second;
      second = latest;
      latest = coder.distance(length);
      length += 2;
      state = isAfterLiteral ? 7 : 10;
    } else {
      const which = coder.repeated(state);
      const isShort = which === 0 && !coder.bit(kIsLongRepeat + kPositions * state + position);
      if (which > 0) {
        const used = which === 1 ? second : which === 2 ? third : fourth;
        if (which === 3) fourth = third;
        if (which > 1) third = second;
        second = latest;
        latest = used;
      }
      if (!isShort) length = 2 + coder.length(kRepeatLength, position);
      state = isShort ? 9 : 8;
      if (!isAfterLiteral) state = 11;
    }
    if (latest >= at) refuse();
    for (const end = Math.min(at + length, out.length); at < end; at += 1)
      out[at] = out[at - 1 - latest] as number;
  }
  return out;
}
