// Goes over the tags of a document of Office Open XML: no DTD, names without their prefixes.
import { turn } from '../../engine/reader';
import { Refused } from './zip';

export interface Taker {
  open?(name: string, attributes: string): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** From behind its "<"; it may not hold another, so that nothing is looked through twice. */
const kTag =
  /(\/?)(?:[^\s/>:"'<=!?]+:)?([^\s/>:"'<=!?]+)(?=[\s/>])([^<>"']*(?:(?:"[^"<]*"|'[^'<]*')[^<>"']*)*)>/y;
const kAttribute = /\s*(?:[^\s:="']+:)?([^\s:="']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

/** What else may stand between tags, and how it ends: texts that are no markup, comments, instructions. */
const kCData = '![CDATA[';
const kBesides = [
  [kCData, ']]>'],
  ['!--', '-->'],
  ['?', '?>'],
] as const;

/** After so many tags it looks whether the page waits, and after so many milliseconds lets it go on. */
const kTags = 1000;
const kSlice = 4;

/** Tells what is in a document, in its order; refuses what is cut off, or never closed. */
export async function scan(xml: string, taker: Taker): Promise<void> {
  let depth = 0;
  let at = 0;
  let tags = 0;
  let from = performance.now();
  for (let tag = xml.indexOf('<'); tag >= 0; tag = xml.indexOf('<', at)) {
    if (tag > at) taker.text?.(decoded(xml.slice(at, tag)));
    if (xml[tag + 1] === '!' || xml[tag + 1] === '?') {
      at = besides(xml, tag, taker);
      continue;
    }
    kTag.lastIndex = tag + 1;
    const [, end, name = '', attributes = ''] = kTag.exec(xml) ?? refuse();
    at = kTag.lastIndex;
    if (!end) taker.open?.(name, attributes);
    if (end || attributes.endsWith('/')) taker.close?.(name);
    else depth += 1;
    if (end) depth -= 1;
    tags += 1;
    if (tags % kTags === 0 && performance.now() - from > kSlice) {
      await turn();
      from = performance.now();
    }
  }
  if (depth !== 0) refuse();
}

/** Says where it ends. */
function besides(xml: string, tag: number, taker: Taker): number {
  const [start, end] = kBesides.find(([one]) => xml.startsWith(one, tag + 1)) ?? refuse();
  const from = tag + 1 + start.length;
  const to = xml.indexOf(end, from);
  if (to < 0) refuse();
  if (start === kCData) taker.text?.(xml.slice(from, to));
  return to + end.length;
}

function refuse(): never {
  throw new Refused('broken');
}

export type Attributes = Partial<Record<string, string>>;

export function attributesOf(text: string): Attributes {
  const all: Attributes = {};
  kAttribute.lastIndex = 0;
  for (let one = kAttribute.exec(text); one; one = kAttribute.exec(text))
    all[one[1] ?? ''] = decoded(one[2] ?? one[3] ?? '');
  return all;
}

const kNamed: Partial<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,4}));/gi, (whole, ten, hex, name) => {
    if (name) return kNamed[name] ?? whole;
    const code = Number(ten ?? `0x${hex}`);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
