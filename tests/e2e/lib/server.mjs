// A static file server on a free localhost port. It records every request.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const kTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

const typeOf = (name) => kTypes[path.extname(name)] ?? 'application/octet-stream';

/**
 * Serves a folder, and `extra`: texts by their path, such as { '/host.html': '…' }. `pack` compresses
 * with brotli, as static hosts do; `headers(path)` gives more of them.
 */
export async function serve(folder, extra = {}, { pack = false, headers = () => ({}) } = {}) {
  const requests = [];
  const packed = new Map();
  const send = (response, file, body) => {
    const plain = { 'content-type': typeOf(file), ...headers(file) };
    if (!pack) return response.writeHead(200, plain).end(body);
    if (!packed.has(file)) packed.set(file, brotliCompressSync(body));
    const encoded = { ...plain, 'content-encoding': 'br' };
    return response.writeHead(200, encoded).end(packed.get(file));
  };
  const server = createServer(async ({ url, method }, response) => {
    const name = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    const file = name.endsWith('/') ? `${name}index.html` : name;
    requests.push(`${method} ${name}`);
    try {
      const body = extra[name] ?? (await readFile(path.join(folder, path.normalize(file))));
      send(response, file, body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    requests,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
