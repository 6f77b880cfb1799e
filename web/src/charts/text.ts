// How much room the texts of a chart take: about, and rather too much, for no font is known here.

/** Of a text of the usual size, of a smaller one, and of a heavy one. */
const kSizes = { name: 14, scale: 12, figure: 15.5 } as const;
type Size = keyof typeof kSizes;

/** Of the height of a text. */
const kShares: readonly (readonly [RegExp, number])[] = [
  [/\u2060/, 0],
  [/[\s.,:;'’!|()iljtf]/, 0.36],
  [/[mwMW%—…]/, 0.96],
  [/[\dA-Z€$£+−–]/, 0.66],
];
const kOther = 0.6;

export function widthOf(text: string, size: Size = 'name'): number {
  const share = (one: string) => kShares.find(([those]) => those.test(one))?.[1] ?? kOther;
  return kSizes[size] * [...text].reduce((sum, one) => sum + share(one), 0);
}

/** Where a text is broken: between words, else before a unit, else within a figure. */
const kBreaks = [' ', '\u00a0', '\u202f', ','];

/** A text in lines that fit. */
export function linesOf(
  text: string,
  width = Number.POSITIVE_INFINITY,
  size: Size = 'name',
): string[] {
  const isFitting = (line: string) => widthOf(line.trimEnd(), size) <= width;
  return broken(text, kBreaks, isFitting).map((line) => line.trimEnd());
}

const kMostLines = 3;

/** A name in lines that fit; what is longer than three ends in an ellipsis, which no figure may. */
export function nameLines(text: string, width = Number.POSITIVE_INFINITY): string[] {
  const lines = linesOf(text, width);
  const shown = lines.slice(0, kMostLines);
  const last = shown.pop() ?? '';
  const isCut = lines.length > kMostLines;
  return [...shown, isCut ? cut(`${last}…`, (line) => widthOf(line) <= width) : last];
}

type Fits = (line: string) => boolean;

function broken(text: string, [at, ...others]: readonly string[], isFitting: Fits): string[] {
  if (isFitting(text)) return [text];
  if (at === undefined) return [cut(text, isFitting)];
  const lines: string[] = [];
  for (const word of piecesOf(text, at)) {
    const line = `${lines.at(-1) ?? ''}${word}`;
    if (lines.length > 0 && isFitting(line)) lines.splice(-1, 1, line);
    else lines.push(...broken(word, others, isFitting));
  }
  return lines;
}

/** Each with what it is parted by at its end. */
const piecesOf = (text: string, at: string) =>
  text.split(at).map((piece, i, all) => (i < all.length - 1 ? `${piece}${at}` : piece));

function cut(text: string, isFitting: Fits): string {
  if (isFitting(text)) return text;
  const characters = [...text.replace(/…$/, '')];
  while (characters.length > 1 && !isFitting(`${characters.join('')}…`)) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
