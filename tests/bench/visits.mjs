// What visits of the hosted page cost its host: node tests/bench/visits.mjs [--returning 0.3]. Counted
// at a server that compresses and sends the recommended headers; bytes with headers, HTTP/1.1, no TLS.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from '../e2e/lib/browsers.mjs';
import { Calculator } from '../e2e/lib/calculator.mjs';
import { publish, writeEdition } from '../e2e/lib/editions.mjs';
import { recommended } from '../e2e/lib/headers.mjs';
import { serve } from '../e2e/lib/server.mjs';
import { until } from '../e2e/lib/until.mjs';

const { values } = parseArgs({ options: { returning: { type: 'string', default: '0.3' } } });
const returning = Number(values.returning);
const kVisits = 1e6;

const work = await mkdtemp(path.join(tmpdir(), 'roi-visits-'));
const [editionA, editionB, site] = ['a', 'b', 'site'].map((name) => path.join(work, name));
await writeEdition('A', editionA);
await writeEdition('B', editionB);

const etag = (file) =>
  `"${createHash('sha256')
    .update(readFileSync(path.join(site, file)))
    .digest('base64url')}"`;
const headers = (file) => ({ ...recommended(file), etag: etag(file) });
const isImmutable = (one) =>
  recommended(one.slice('GET '.length))['Cache-Control']?.includes('immutable') ?? false;

const say = (...cells) =>
  process.stdout.write(
    `${cells.map((cell, at) => (at ? String(cell).padStart(11) : cell.padEnd(48))).join('')}\n`,
  );
const kB = (bytes) => (bytes / 1000).toFixed(1);

/** What the server is asked for, and sends, while something is done. */
async function counted(server, act) {
  const [from, bytes] = [server.requests.length, server.bytes()];
  await act();
  const requests = server.requests.slice(from).filter((one) => one !== 'GET /favicon.ico');
  return { requests, bytes: server.bytes() - bytes };
}

function tell(what, { requests, bytes }) {
  say(what, requests.length, requests.filter(isImmutable).length, kB(bytes));
  if (requests.length <= 3) say(`    ${requests.join(', ')}`);
}

/** Opens the page and leaves it when nothing more comes: `last` is what it asks for at the end. */
async function visit(context, server, { last, ready, without = false }) {
  const from = server.requests.length;
  const page = await context.newPage();
  if (without) {
    await page.evaluateOnNewDocument(() => {
      delete Navigator.prototype.serviceWorker;
    });
  }
  const calculator = new Calculator(page);
  await calculator.goTo(`${server.origin}/`);
  if (last) await until(last, () => server.requests.slice(from).includes(`GET ${last}`));
  await ready?.(page);
  await page.close();
}

const isKept = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
const isNextKept = (page) =>
  page.waitForFunction(() =>
    navigator.serviceWorker.getRegistration().then(({ waiting }) => waiting !== null),
  );

/** One visitor: the first visit, the next, and the one after a new version was published. */
async function visitor(browser) {
  await publish(editionA, site);
  const server = await serve(site, { '/favicon.ico': '' }, { pack: true, headers });
  const context = await browser.createBrowserContext();
  const first = await counted(server, () => visit(context, server, { ready: isKept }));
  const again = await counted(server, () => visit(context, server, { last: '/sw.js' }));
  await publish(editionB, site);
  const update = await counted(server, () => visit(context, server, { ready: isNextKept }));
  await context.close();
  server.close();
  return { first, again, update };
}

/** A visitor whose browser has no service workers. */
async function plainVisitor(browser) {
  await publish(editionA, site);
  const server = await serve(site, { '/favicon.ico': '' }, { pack: true, headers });
  const context = await browser.createBrowserContext();
  const alone = { without: true };
  const first = await counted(server, () => visit(context, server, alone));
  const again = await counted(server, () => visit(context, server, alone));
  await context.close();
  server.close();
  return { first, again };
}

function million({ first, again }) {
  const mixed = (count) => kVisits * ((1 - returning) * count(first) + returning * count(again));
  const requests = mixed((one) => one.requests.length);
  const immutable = mixed((one) => one.requests.filter(isImmutable).length);
  const gigabytes = mixed((one) => one.bytes) / 1e9;
  const share = Math.round(100 * returning);
  process.stdout.write(
    `  a million visits, ${share} % of them returning: ${(requests / 1e6).toFixed(1)} million requests, ` +
      `${gigabytes.toFixed(0)} GB; ${Math.round((100 * immutable) / requests)} % are for files that never change\n\n`,
  );
}

for (const name of ['chromium', 'firefox']) {
  const browser = await launch(name);
  say(name, 'requests', 'immutable', 'kB sent');
  const kept = await visitor(browser);
  tell('  first visit, with what is kept for offline', kept.first);
  tell('  returning', kept.again);
  tell('  returning after a new version', kept.update);
  million(kept);
  const plain = await plainVisitor(browser);
  tell('  without service worker: first visit', plain.first);
  tell('  without service worker: returning', plain.again);
  million(plain);
  await browser.close();
}
await rm(work, { recursive: true, force: true });
