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
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

const typeOf = (name) => kTypes[path.extname(name)] ?? 'application/octet-stream';

const kPourings = 20;

/** Sends a body as fast as a line carries it. */
function pour(response, body, pace) {
  const part = pace / kPourings;
  if (body.length <= part) return response.end(body);
  response.write(body.subarray(0, part));
  return setTimeout(() => pour(response, body.subarray(part), pace), 1000 / kPourings);
}

/**
 * Serves a folder, and `extra`: texts by their path, such as { '/host.html': '…' }. `pack` compresses
 * with brotli, as static hosts do; `headers(path)` gives more of them, and an `etag` is compared with
 * what the browser has; `redirects` are paths by path; `pace` is that of a slow line, in bytes a second.
 */
export async function serve(
  folder,
  extra = {},
  { pack = false, headers = () => ({}), redirects = {}, pace = Infinity } = {},
) {
  const requests = [];
  const packed = new Map();
  const sockets = [];
  const send = (response, file, body, known) => {
    const plain = { 'content-type': typeOf(file), ...headers(file) };
    if (known && known === plain.etag) return response.writeHead(304, plain).end();
    if (!pack) return pour(response.writeHead(200, plain), Buffer.from(body), pace);
    const edition = `${file} ${plain.etag}`;
    if (!packed.has(edition)) packed.set(edition, brotliCompressSync(body));
    const encoded = { ...plain, 'content-encoding': 'br' };
    return pour(response.writeHead(200, encoded), packed.get(edition), pace);
  };
  const server = createServer(async ({ url, method, headers: asked }, response) => {
    const name = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    const file = name.endsWith('/') ? `${name}index.html` : name;
    requests.push(`${method} ${name}`);
    const location = redirects[name];
    if (location) return response.writeHead(302, { location }).end();
    try {
      const body = extra[name] ?? (await readFile(path.join(folder, path.normalize(file))));
      send(response, file, body, asked['if-none-match']);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.on('connection', (socket) => sockets.push(socket));
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    requests,
    /** Bytes sent so far, with their headers. */
    bytes: () => sockets.reduce((sum, { bytesWritten }) => sum + bytesWritten, 0),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
