// Stands between a browser and its servers: tells each request, and puts a script first into every
// document. It is how pages are watched in a browser whose driver cannot do so.
import { once } from 'node:events';
import { createServer, request } from 'node:http';

const kNonce = 'put-in-by-the-tests';

/** The script runs before any other, whatever the page's policy allows. */
function withScript(html, script) {
  const tag = `<script nonce="${kNonce}">{document.currentScript.remove();${script.replaceAll('</', '<\\/')}}</script>`;
  const [start] = /<head[^>]*>/i.exec(html) ?? /<!doctype[^>]*>/i.exec(html) ?? [''];
  return html.replace(start, () => start + tag);
}

function lettingItRun({ 'content-security-policy': policy, ...headers }) {
  if (!policy) return headers;
  const wider = policy.replace(/script-src /, `script-src 'nonce-${kNonce}' `);
  return { ...headers, 'content-security-policy': wider };
}

/**
 * `asked({ url, referer })` gives what to do with a request: undefined to refuse it, or the script to put into it
 * if it is a document.
 */
export async function startProxy(asked) {
  const server = createServer((incoming, outgoing) => {
    const { url, method, headers } = incoming;
    const script = asked({ url, referer: headers.referer });
    if (script === undefined) return outgoing.destroy();
    const isDocument = ['document', 'iframe'].includes(headers['sec-fetch-dest']);
    const onward = request(url, { method, headers }, (answer) =>
      isDocument ? passOn(answer, outgoing, script) : pass(answer, outgoing),
    );
    onward.on('error', () => outgoing.destroy());
    return incoming.pipe(onward);
  });
  // An address with https is told, and never reached.
  server.on('connect', ({ url }, socket) => {
    asked({ url: `https://${url}` });
    socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `127.0.0.1:${server.address().port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function pass(answer, outgoing) {
  outgoing.writeHead(answer.statusCode, answer.headers);
  answer.pipe(outgoing);
}

async function passOn(answer, outgoing, script) {
  const chunks = await answer.toArray();
  const html = Buffer.concat(chunks).toString();
  const { 'content-length': _, ...headers } = lettingItRun(answer.headers);
  outgoing.writeHead(answer.statusCode, headers).end(withScript(html, script));
}
