// A language nobody speaks, made from a real one: every letter of the catalogue wears a dot or the
// like, every vowel is doubled (about 40 % more), and ⟦ ⟧ stand around. A plain letter on the page has
// then not come from the catalogue, and what has no room for longer words shows.
const kPlain = 'abcdefghijklmnopqrstuvwxyz';
const kDotted = 'ȧḃċḋėḟġḣïĵǩĺṁṅȯṗɋṙṡṫüṽẇẋẏż';
const kLetters = new Map(
  [...kPlain].flatMap((letter, index) => {
    const dotted = [...kDotted][index];
    const pair = /[aeiou]/.test(letter) ? dotted + dotted : dotted;
    return [
      [letter, pair],
      [letter.toUpperCase(), dotted.toUpperCase()],
    ];
  }),
);

/** The letters of this language; ï and ü are of others as well. */
export const isDotted = (letter) => kDotted.includes(letter.toLowerCase());

const dot = (text) =>
  text.replace(/[a-zà-ÿœ]/giu, (letter) => {
    if (isDotted(letter)) return letter;
    const [base] = letter.replace('œ', 'o').normalize('NFD');
    return kLetters.get(base) ?? letter;
  });

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Names, numbers and the like are handed to a sentence; they are not of its language. */
const isData = (value) =>
  typeof value === 'string' && value !== '' && !/^[a-z][A-Za-z]*$/.test(value);

function marked(text, data) {
  if (!/\p{L}/u.test(text)) return text;
  const parts =
    data.length > 0 ? text.split(new RegExp(`(${data.map(escaped).join('|')})`)) : [text];
  const words = parts.map((part, index) => (index % 2 === 0 ? dot(part) : part)).join('');
  return `⟦${words.replace(/[⟦⟧]/g, '')}⟧`;
}

/** A catalogue in this language. */
export function pseudo(value, data = []) {
  if (typeof value === 'string') return marked(value, data);
  if (typeof value === 'function') {
    return (...args) => {
      const handed = args.filter(isData).toSorted((a, b) => b.length - a.length);
      return pseudo(value(...args), handed);
    };
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, pseudo(one, data)]);
  return Array.isArray(value) ? entries.map(([, one]) => one) : Object.fromEntries(entries);
}
