import create from './roi.mjs';

async function ownBytes() {
  const response = await fetch(new URL('./roi.wasm', import.meta.url));
  return response.arrayBuffer();
}

export async function load(bytes = ownBytes()) {
  return create({ wasmBinary: await bytes });
}
