// Goes over the tags of a document of Office Open XML: no DTD, names without their prefixes.
import { Refused } from './zip';

export interface Taker {
  open?(name: string, attributes: string): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** From behind its "<"; it may not hold another, so that nothing is looked through twice. */
const kTag =
  /(\/?)(?:[^\s/>:"'<=!?]+:)?([^\s/>:"'<=!?]+)(?=[\s/>])([^<>"']*(?:(?:"[^"<]*"|'[^'<]*')[^<>"']*)*)>/y;
const kAttribute = /(?:[^\s:="']+:)?([^\s:="']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const kBesides = [
  ['![CDATA[', ']]>'],
  ['!--', '-->'],
  ['?', '?>'],
] as const;

/** Tells what is in a document, in its order; refuses what is cut off, or never closed. */
export function scan(xml: string, taker: Taker): void {
  let depth = 0;
  let at = 0;
  for (let tag = xml.indexOf('<'); tag >= 0; tag = xml.indexOf('<', at)) {
    if (tag > at) taker.text?.(decoded(xml.slice(at, tag)));
    const besides = kBesides.find(([start]) => xml.startsWith(start, tag + 1));
    if (besides) {
      at = behind(xml, besides[1], tag);
      if (besides === kBesides[0]) taker.text?.(xml.slice(tag + 9, at - 3));
      continue;
    }
    kTag.lastIndex = tag + 1;
    const [, end, name = '', attributes = ''] = kTag.exec(xml) ?? refuse();
    at = kTag.lastIndex;
    if (!end) taker.open?.(name, attributes);
    if (end || attributes.endsWith('/')) taker.close?.(name);
    else depth += 1;
    if (end) depth -= 1;
  }
  if (depth !== 0) refuse();
}

function refuse(): never {
  throw new Refused('broken');
}

function behind(xml: string, end: string, from: number): number {
  const at = xml.indexOf(end, from);
  return at < 0 ? refuse() : at + end.length;
}

export function attributesOf(text: string): Partial<Record<string, string>> {
  const all: Partial<Record<string, string>> = {};
  for (const [, name = '', one, other] of text.matchAll(kAttribute))
    all[name] = decoded(one ?? other ?? '');
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
