// A static file server on a free localhost port. It records every request.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

const kTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

const typeOf = (name) => kTypes[path.extname(name)] ?? 'application/octet-stream';

/** Serves a folder, and `extra`: texts by their path, such as { '/host.html': '…' }. */
export async function serve(folder, extra = {}) {
  const requests = [];
  const server = createServer(async ({ url, method }, response) => {
    const name = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    const file = name.endsWith('/') ? `${name}index.html` : name;
    requests.push(`${method} ${name}`);
    try {
      const body = extra[name] ?? (await readFile(path.join(folder, path.normalize(file))));
      response.writeHead(200, { 'content-type': typeOf(file) }).end(body);
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
