// Wasm as it stands in a script.

/** Each byte a printable character that needs no escaping; src/embed/characters.ts reads it. */
export const characters = (bytes) =>
  Array.from(bytes, (byte) =>
    String.fromCharCode(byte === 57 ? 32 : byte < 92 ? byte + 35 : byte + 69),
  ).join('');
