// Texts from elsewhere, before anything is made of them: what is nested too deeply or holds too many
// values would keep the page waiting, or fail far from here.

/** Twice as deep as a document may be. */
const kDeepest = 64;
/** A document of the largest size has fewer. */
const kMostValues = 100_000;

const kQuote = 34;
const kComma = 44;
const kColon = 58;
const kBackslash = 92;
const kOpening = [91, 123];
const kClosing = [93, 125];

/** Where a text that begins with a quote at this place has its end. */
function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== kQuote) {
    at += text.charCodeAt(at) === kBackslash ? 2 : 1;
  }
  return at;
}

function isTooMuch(text: string): boolean {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === kQuote) at = endOfText(text, at);
    else if (sign === kComma || sign === kColon) values += 1;
    else if (kOpening.includes(sign)) depth += 1;
    else if (kClosing.includes(sign)) depth -= 1;
    if (depth > kDeepest || values > kMostValues) return true;
  }
  return false;
}

/** Throws where the text is no JSON, or too much of it. */
export function parsed(text: string): unknown {
  if (isTooMuch(text)) throw new RangeError('too much to be a plan');
  return JSON.parse(text);
}
