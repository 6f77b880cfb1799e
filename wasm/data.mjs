// Moves data from the first part of the split module into the later one: what only later functions read. wasm-split
// leaves all data in the first part. WebAssembly core specification 2.0, 5.5.14 (data section).
import { readFileSync, writeFileSync } from 'node:fs';

const kHeader = 8;
const kDataCount = 12;
const kCode = 10;
const kData = 11;
const kActive = 0;
const kConstant = 0x41;
const kEnd = 0x0b;

/** A number as 7 bits a byte, and what follows it. */
function unsigned(bytes, from) {
  let value = 0;
  for (let at = from, shift = 0; ; at += 1, shift += 7) {
    value += (bytes[at] & 0x7f) * 2 ** shift;
    if (bytes[at] < 0x80) return [value, at + 1];
  }
}

function unsignedBytes(number) {
  const bytes = [];
  for (let left = number; ; left = Math.floor(left / 128)) {
    if (left < 128) return [...bytes, left];
    bytes.push((left % 128) | 0x80);
  }
}

/** As a constant of the code has it: the bit before the last says the sign. */
function signedBytes(number) {
  const bytes = unsignedBytes(number);
  const last = bytes.at(-1) ?? 0;
  return last < 0x40 ? bytes : [...bytes.slice(0, -1), last | 0x80, 0];
}

function sectionsOf(file) {
  const bytes = readFileSync(file);
  const sections = [];
  for (let at = kHeader; at < bytes.length; ) {
    const id = bytes[at];
    const [size, start] = unsigned(bytes, at + 1);
    sections.push({ id, content: bytes.subarray(start, start + size) });
    at = start + size;
  }
  return { header: bytes.subarray(0, kHeader), sections };
}

function write(file, { header, sections }) {
  const parts = sections.flatMap(({ id, content }) => [
    Buffer.from([id, ...unsignedBytes(content.length)]),
    content,
  ]);
  writeFileSync(file, Buffer.concat([header, ...parts]));
}

/** Where in the memory it goes, and what. */
function segmentsOf(content) {
  const segments = [];
  let [left, at] = unsigned(content, 0);
  for (; left > 0; left -= 1) {
    if (content[at] !== kActive || content[at + 1] !== kConstant) throw new Error('unknown data');
    const [place, end] = unsigned(content, at + 2);
    const [size, start] = unsigned(content, end + 1);
    segments.push({ place, bytes: content.subarray(start, start + size) });
    at = start + size;
  }
  return segments;
}

const dataOf = (segments) =>
  Buffer.concat([
    Buffer.from(unsignedBytes(segments.length)),
    ...segments.flatMap(({ place, bytes }) => [
      Buffer.from([kActive, kConstant, ...signedBytes(place), kEnd, ...unsignedBytes(bytes.length)]),
      bytes,
    ]),
  ]);

/** A segment without a text: what stands before it, the text, and what stands after it. */
function cut({ place, bytes }, text) {
  const at = bytes.indexOf(text);
  const end = at + text.length;
  const after = { place: place + end, bytes: bytes.subarray(end) };
  return {
    moved: { place: place + at, bytes: text },
    left: [{ place, bytes: bytes.subarray(0, at) }, after].filter((one) => one.bytes.length > 0),
  };
}

/** Texts stand in memory once the later part is there. */
export function moveData(first, later, texts) {
  const from = sectionsOf(first);
  const to = sectionsOf(later);
  const data = from.sections.find(({ id }) => id === kData);
  let segments = segmentsOf(data.content);
  const moved = [];
  for (const text of texts.map((one) => Buffer.from(one))) {
    const holder = segments.find(({ bytes }) => bytes.includes(text));
    if (!holder) throw new Error(`no such data: ${text.subarray(0, 60)}`);
    const parts = cut(holder, text);
    segments = segments.flatMap((one) => (one === holder ? parts.left : one));
    moved.push(parts.moved);
  }
  data.content = dataOf(segments);
  const count = from.sections.find(({ id }) => id === kDataCount);
  if (count) count.content = Buffer.from(unsignedBytes(segments.length));
  const code = to.sections.findIndex(({ id }) => id === kCode);
  to.sections.splice(code + 1, 0, { id: kData, content: dataOf(moved) });
  write(first, from);
  write(later, to);
}
