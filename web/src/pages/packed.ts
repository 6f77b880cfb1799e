// What a single file carries in its data blocks: deflated, in base64.

export function unpacked(id: string): Response {
  const text = document.getElementById(id)?.textContent ?? '';
  const packed = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const inflate = new DecompressionStream('deflate-raw');
  return new Response(new Blob([packed]).stream().pipeThrough(inflate));
}
