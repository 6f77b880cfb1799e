import create from './roi.js';

async function ownBytes() {
  const response = await fetch(new URL('./roi.wasm', import.meta.url));
  return response.arrayBuffer();
}

export async function load(bytes = ownBytes()) {
  return create({ wasmBinary: await bytes });
}
