// How much room the texts of a chart take: about, and rather too much, for no font is known here.

/** Of a text of the usual size, of a smaller one, and of a heavy one. */
const kSizes = { name: 14, scale: 12, figure: 15.5 } as const;
type Size = keyof typeof kSizes;

/** Of the height of a text. */
const kShares: readonly (readonly [RegExp, number])[] = [
  [/[\s.,:;'’!|()iljtf]/, 0.36],
  [/[mwMW%—…]/, 0.96],
  [/[\dA-Z€$£+−–]/, 0.66],
];
const kOther = 0.6;

export function widthOf(text: string, size: Size = 'name'): number {
  const share = (one: string) => kShares.find(([those]) => those.test(one))?.[1] ?? kOther;
  return kSizes[size] * [...text].reduce((sum, one) => sum + share(one), 0);
}

const kMostLines = 3;
/** Where a text is broken: between words, else before a unit, else within a figure, which is never cut. */
const kBreaks = [' ', '\u00a0', '\u202f'];

/** A text in lines that fit; what is longer than three ends in an ellipsis. */
export function linesOf(text: string, width: number | undefined, size: Size = 'name'): string[] {
  if (width === undefined) return [text];
  const isFitting = (line: string) => widthOf(line, size) <= width;
  const lines = broken(text, kBreaks, isFitting);
  const shown = lines.slice(0, kMostLines);
  const last = shown.pop() ?? '';
  return [...shown, lines.length > kMostLines ? cut(`${last}…`, isFitting) : last];
}

type Fits = (line: string) => boolean;

function broken(text: string, [space, ...others]: readonly string[], isFitting: Fits): string[] {
  if (isFitting(text)) return [text];
  if (space === undefined) return [cut(text, isFitting)];
  const lines: string[] = [];
  for (const word of text.split(space)) {
    const line = [...lines.slice(-1), word].join(space);
    if (lines.length > 0 && isFitting(line)) lines.splice(-1, 1, line);
    else lines.push(...broken(word, others, isFitting));
  }
  return lines;
}

function cut(text: string, isFitting: Fits): string {
  if (isFitting(text)) return text;
  const characters = [...text.replace(/…$/, '')];
  while (characters.length > 1 && !isFitting(`${characters.join('')}…`)) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
