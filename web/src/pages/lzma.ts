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
  private code = 0;
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

/** Writes literals and matches, of which each kind leads to another state. */
class Unpacker {
  private at = 0;
  private state = 0;
  /** Of the last matches, the latest first. */
  private readonly distances = new Uint32Array(4);
  private readonly out: Uint8Array<ArrayBuffer>;
  private readonly coder: RangeDecoder;
  private readonly contextBits: number;
  private readonly placeMask: number;
  private readonly positionMask: number;

  constructor(packed: Uint8Array, most: number) {
    const header = new DataView(packed.buffer, packed.byteOffset, kHeader);
    const properties = header.getUint8(0);
    this.contextBits = properties % 9;
    this.placeMask = 2 ** (Math.floor(properties / 9) % 5) - 1;
    this.positionMask = 2 ** Math.floor(properties / 45) - 1;
    if (this.positionMask >= kPositions || header.getUint32(kSizeAt + 4, true) > 0) refuse();
    this.out = new Uint8Array(Math.min(header.getUint32(kSizeAt, true), most));
    const contexts = (this.placeMask + 1) * 2 ** this.contextBits;
    this.coder = new RangeDecoder(packed, kLiterals + kOfLiteral * contexts);
  }

  all(): Uint8Array<ArrayBuffer> {
    while (this.at < this.out.length) {
      const position = this.at & this.positionMask;
      const chance = kPositions * this.state + position;
      if (!this.coder.bit(kIsMatch + chance)) this.addLiteral();
      else if (!this.coder.bit(kIsRepeat + this.state)) this.addMatch(position);
      else this.addRepeat(position, kIsLongRepeat + chance);
    }
    return this.out;
  }

  private addLiteral(): void {
    const { at, out, state, contextBits } = this;
    const before = at > 0 ? (out[at - 1] as number) : 0;
    const place = (at & this.placeMask) * 2 ** contextBits;
    const chances = kLiterals + kOfLiteral * (place + (before >> (8 - contextBits)));
    const matched = state > 6 ? out[at - 1 - (this.distances[0] as number)] : undefined;
    out[at] = this.coder.literal(chances, matched);
    this.at += 1;
    this.state = state < 4 ? 0 : state - (state < 10 ? 3 : 6);
  }

  private addMatch(position: number): void {
    const length = this.coder.length(kMatchLength, position);
    this.putFirst(this.coder.distance(length), 3);
    this.copy(2 + length);
    this.state = this.state < 7 ? 7 : 10;
  }

  private addRepeat(position: number, isLong: number): void {
    const which = this.coder.repeated(this.state);
    this.putFirst(this.distances[which] as number, which);
    if (which === 0 && !this.coder.bit(isLong)) {
      this.copy(1);
      this.state = this.state < 7 ? 9 : 11;
    } else {
      this.copy(2 + this.coder.length(kRepeatLength, position));
      this.state = this.state < 7 ? 8 : 11;
    }
  }

  private putFirst(distance: number, before: number): void {
    this.distances.copyWithin(1, 0, before);
    this.distances[0] = distance;
  }

  private copy(length: number): void {
    const { at, out } = this;
    const from = at - 1 - (this.distances[0] as number);
    if (from < 0) refuse();
    this.at = Math.min(at + length, out.length);
    for (let to = at; to < this.at; to += 1) out[to] = out[from + to - at] as number;
  }
}

/** What a stream holds, or the first bytes of it. Throws for what is no stream, or is cut. */
export const fromLzma = (packed: Uint8Array, most = Infinity): Uint8Array<ArrayBuffer> =>
  new Unpacker(packed, most).all();
