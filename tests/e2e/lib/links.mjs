// Links to plans, and what becomes of them on their way through chats, mails and newsletters.
import { deflateRawSync } from 'node:zlib';
import { exampleOf } from './plans.mjs';

/** A fragment with any text in it. */
export const fragmentWith = (text, version = 1) =>
  `#s=${version}.${deflateRawSync(text, { level: 9 }).toString('base64url')}`;

export const fragmentOf = (document) => fragmentWith(JSON.stringify(document));

const half = (link, between) => {
  const middle = Math.floor(link.length / 2);
  return link.slice(0, middle) + between + link.slice(middle);
};

const after = (text) => (link) => link + text;

/** Each opens the plan. */
export const kMangled = {
  'as it is': after(''),
  'at the end of a sentence': after('.'),
  'in brackets': after(')'),
  'before a comma': after(','),
  'before a semicolon': after(';'),
  'in angle brackets': after('>'),
  'in straight quotes': after('"'),
  'in French quotes': after('\u00a0»'),
  'in curly quotes': after('”.'),
  'before an ellipsis': after('…'),
  'in bold': after('*'),
  'in italics': after('_'),
  'before a slash': after('/'),
  'before a space': after('%20'),
  'before words': after(' and tell me what you think'),
  'before a line end': after('%0A'),
  'counted by a newsletter': after('&utm_source=newsletter'),
  'counted by HTML': after('&amp;utm_source=newsletter'),
  'counted by a network': after('?fbclid=abc'),
  'to a text': after(':~:text=hello'),
  'with its point encoded': (link) => link.replace('.', '%2E'),
  'with its sign encoded': (link) => link.replace('=', '%3D'),
  'encoded twice': (link) => link.replace('=', '%253D').replace('.', '%252E'),
  wrapped: (link) => half(link, '\r\n'),
  'wrapped and encoded': (link) => half(link, '%0D%0A'),
  'wrapped and pasted': (link) => half(link, ' '),
  'wrapped and quoted': (link) => half(link, '%0D%0A>%20'),
  'broken where nothing is seen': (link) => half(link, '\u200b'),
  'quoted-printable': (link) => half(link, '=\r\n'),
  'quoted-printable, all of it': (link) => half(link.replace('=', '=3D'), '=\r\n'),
};

const example = exampleOf('email');

/** Each is refused, and why. */
export const kHostile = {
  'no link': ['#s=hello', /no scenario/],
  'not deflated': ['#s=1.abcd', /no scenario/],
  'not JSON': [fragmentWith('{"a":'), /no scenario/],
  'not UTF-8': [fragmentWith(Buffer.from([0xff, 0xfe, 0x22])), /no scenario/],
  'a bomb': [fragmentWith(' '.repeat(50_000_000)), /too large/],
  'too long': [`#s=1.${'A'.repeat(200_000)}`, /too large/],
  'a newer link': [fragmentWith('{}', 2), /newer version/],
  'a newer document': [fragmentWith('{"schemaVersion":99,"scenarios":[]}'), /newer version/],
  'an unknown field': [fragmentWith(JSON.stringify({ ...example, x: 1 })), /at \/x/],
  'a prototype': [
    fragmentWith('{"schemaVersion":1,"__proto__":{"x":1},"scenarios":[]}'),
    /__proto__/,
  ],
  nothing: [fragmentWith('null'), /no scenario/],
  'a word': [fragmentWith('"constructor"'), /no scenario/],
};
