// Bytes as text in a data block; web/src/pages/packed.ts reads them.
const kFirst = 39;
const kLeftOut = 60;

const characterOf = (digit) =>
  String.fromCharCode(digit + kFirst + (digit + kFirst < kLeftOut ? 0 : 1));

/** Four bytes are five characters; an end of fewer bytes, one character more than it has bytes. */
export function base85(bytes) {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    const end = bytes.subarray(at, at + 4);
    const word = [0, 1, 2, 3].reduce((sum, byte) => 256 * sum + (end[byte] ?? 0), 0);
    const digits = [4, 3, 2, 1, 0].map((power) => Math.floor(word / 85 ** power) % 85);
    text += digits
      .slice(0, end.length + 1)
      .map(characterOf)
      .join('');
  }
  return text;
}

export function fromBase85(text) {
  const bytes = [];
  for (let at = 0; at < text.length; at += 5) {
    const group = text.slice(at, at + 5);
    const codes = [...group.padEnd(5, '|')].map((one) => one.charCodeAt(0));
    const digits = codes.map((code) => code - kFirst - (code > kLeftOut ? 1 : 0));
    const word = digits.reduce((sum, digit) => 85 * sum + digit, 0);
    for (let byte = 0; byte < group.length - 1; byte += 1)
      bytes.push(Math.floor(word / 256 ** (3 - byte)) % 256);
  }
  return Uint8Array.from(bytes);
}
