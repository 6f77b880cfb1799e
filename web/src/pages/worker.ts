// The service worker: the hosted page without a network. A version is installed whole or not at all,
// and no page sees two of them: it waits until every page of the one before is closed.

/** scripts/offline.mjs writes both: names below the page's folder with their hashes, '' the page. */
declare const ROI_FILES: Record<string, string>;
declare const ROI_VERSION: string;

// The compiler knows either pages or workers; this is what we need of a worker.
interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends WorkerEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
declare const registration: { readonly scope: string };

const { scope } = registration;
/** Other folders of the site have caches of their own. */
const kOurs = `roi-calculator ${new URL(scope).pathname} `;
const kCache = kOurs + ROI_VERSION;

/** A file of this very version: the hash refuses any other. */
async function fetched(name: string, integrity: string): Promise<Response> {
  const cache = name.startsWith('assets/') ? 'default' : 'no-cache';
  const response = await fetch(scope + name, { cache, integrity });
  // Browsers take no redirected answer for a page.
  return response.redirected ? new Response(response.body, response) : response;
}

/** Some hosts know the page only by its name, others lead that to the folder. */
function fetchedPage(integrity: string): Promise<Response> {
  return fetched('', integrity).catch(() => fetched('index.html', integrity));
}

async function install(): Promise<void> {
  const files = Object.entries(ROI_FILES).map(async ([name, integrity]) => {
    const response = await (name ? fetched(name, integrity) : fetchedPage(integrity));
    return [name, response] as const;
  });
  const whole = await Promise.all(files);
  const cache = await caches.open(kCache);
  await Promise.all(whole.map(([name, response]) => cache.put(scope + name, response)));
}

async function deleteOlder(): Promise<void> {
  const ours = (await caches.keys()).filter((name) => name.startsWith(kOurs));
  const older = ours.filter((name) => name !== kCache);
  await Promise.all(older.map((name) => caches.delete(name)));
}

/** The name of a file below our folder; what the page is asked with is for its script. */
function nameOf({ url, method }: Request): string | undefined {
  const { origin, pathname } = new URL(url);
  const address = origin + pathname;
  if (method !== 'GET' || !address.startsWith(scope)) return undefined;
  const name = address.slice(scope.length);
  return name === 'index.html' ? '' : name;
}

async function kept(name: string, request: Request): Promise<Response> {
  return (await caches.match(scope + name, { cacheName: kCache })) ?? fetch(request);
}

addEventListener('install', (event) => (event as WorkerEvent).waitUntil(install()));
addEventListener('activate', (event) => (event as WorkerEvent).waitUntil(deleteOlder()));
addEventListener('fetch', (event) => {
  const { request } = event as FetchEvent;
  const name = nameOf(request);
  if (name === undefined || !Object.hasOwn(ROI_FILES, name)) return;
  (event as FetchEvent).respondWith(kept(name, request));
});
