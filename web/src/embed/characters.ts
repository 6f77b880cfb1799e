// Wasm within a script: each byte is a printable character, which a host's compression packs like the bytes themselves;
// base64 of deflated bytes takes 18 KiB more on the way. scripts/characters.mjs writes them.

/** 32 stands for the byte whose character would be a backslash. */
const byteOf = (code: number) => (code === 32 ? 57 : code < 127 ? code - 35 : code - 69);

export function bytesOf(characters: string): ArrayBuffer {
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = byteOf(characters.charCodeAt(at));
  return bytes.buffer;
}
