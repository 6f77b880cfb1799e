// Cells of a pasted text: tab, semicolon or comma between them, quotes around those that hold one.

const kDelimiters = ['\t', ';', ','] as const;
/** So many lines tell. */
const kSample = 40;

/** What most lines hold outside of quotes. */
function delimiterOf(text: string): string {
  const lines = text
    .replace(/"[^"\r\n]*"/g, '')
    .split(/[\r\n]+/)
    .filter((line) => line.trim())
    .slice(0, kSample);
  const times = kDelimiters.map((one) => lines.filter((line) => line.includes(one)).length);
  return kDelimiters[times.indexOf(Math.max(...times))] ?? '\t';
}

/** Where the quote that opens here is closed; a doubled one stands for itself. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

/** The core takes no half of a character, which a cut-off cell may end with. */
const wellFormed = (text: string) => text.replace(/\p{Cs}/gu, '\uFFFD');

const isComment = (row: readonly string[]) => row.length === 1 && row[0]?.startsWith('#');

/** Rows that hold something, without the empty cells at their ends. */
export function rowsOf(pasted: string): string[][] {
  const text = wellFormed(pasted.replaceAll('\uFEFF', '')).replace(/\r\n?/g, '\n');
  const delimiter = delimiterOf(text);
  const isEnd = (at: number) => at >= text.length || text[at] === delimiter || text[at] === '\n';
  const rows: string[][] = [[]];
  for (let at = 0; at <= text.length; at += 1) {
    const close = text[at] === '"' ? closingQuote(text, at) : -1;
    const isQuoted = close > 0 && isEnd(close + 1);
    let end = isQuoted ? close + 1 : at;
    while (!isEnd(end)) end += 1;
    const cell = isQuoted ? text.slice(at + 1, close).replaceAll('""', '"') : text.slice(at, end);
    rows.at(-1)?.push(cell.replace(/\s+/g, ' ').trim());
    if (text[end] === '\n') rows.push([]);
    at = end;
  }
  for (const row of rows) while (row.length > 0 && !row.at(-1)) row.pop();
  return rows.filter((row) => row.length > 0 && !isComment(row));
}
