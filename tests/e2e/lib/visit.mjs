// One test's pages, with a folder for what they save.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dist, fileUrl } from './built.mjs';
import { Calculator } from './calculator.mjs';
import { contextOf, leaveContext } from './contexts.mjs';
import { kPatience, until } from './until.mjs';

/** WebKit tells this where a container query settles a second time within one frame; what the page observes is only read
 * in the next frame, so nothing is lost. */
const kNoFault = /^ResizeObserver loop completed with undelivered notifications/;

export class Visit {
  pages = [];
  /** What pages complained of: console, exceptions, CSP, foreign requests. */
  complaints = [];
  /** Kinds of the questions that pages asked in a window of the browser. */
  dialogs = [];
  /** Folders of the pages that are visited. */
  published = [dist];
  #saved = 0;
  #isOverlooked = false;
  #downloads;

  #isQuiet = false;

  /** `worker`: whether the hosted page may keep itself for offline, which takes a while. `isApart`: whether what
   * a browser keeps of earlier visits would be noticed. */
  constructor(engine, browser, folder, { worker = false, isApart = worker } = {}) {
    this.engine = engine;
    this.browser = browser;
    this.folder = folder;
    this.worker = worker;
    this.isApart = isApart;
    this.#downloads = path.join(folder, 'downloads');
  }

  async start() {
    await mkdir(this.#downloads, { recursive: true });
    const { browser, engine, isApart } = this;
    this.context = await contextOf({ browser, engine, isApart, downloads: this.#downloads });
  }

  /** Opens a page and waits until its calculators show an answer. */
  async open(url, options) {
    const { page, requests } = await this.blank(url, options);
    const calculator = new Calculator(page, 0, requests);
    await calculator.goTo(url);
    return calculator;
  }

  /** A page that is about to go to an address; it may ask from `also`, one origin or several, as well. */
  async blank(url, { offline = false, viewport, also } = {}) {
    const page = await this.context.newPage();
    page.setDefaultTimeout?.(kPatience);
    this.pages.push(page);
    const requests = this.#listen(page, url, also);
    await page.evaluateOnNewDocument(() => {
      window.violations = [];
      document.addEventListener('securitypolicyviolation', (event) => {
        window.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    if (!this.worker) await page.evaluateOnNewDocument(withoutWorkers);
    if (viewport) await page.setViewport(viewport);
    await this.browser.prefers?.(page);
    if (offline) await page.setOfflineMode(true);
    return { page, requests };
  }

  #listen(page, url, also) {
    const requests = [];
    const isFile = url.startsWith('file:');
    const complain = (text) => this.complaints.push(`${url.slice(0, 80)}: ${text}`);
    page.on('console', (message) => {
      if (['error', 'warn', 'assert'].includes(message.type())) {
        complain(`${message.type()}: ${message.text()}`);
      }
    });
    // Work that would be lost is asked about; a test that leaves means it.
    page.on('dialog', (dialog) => {
      this.dialogs.push(dialog.type());
      return dialog.accept();
    });
    page.on('pageerror', ({ message }) => {
      if (!kNoFault.test(message)) complain(`exception: ${message}`);
    });
    page.on('request', (request) => {
      const asked = request.url();
      // Chromium draws its own date picker from data: addresses; the page's own CSP refuses them.
      if (asked.startsWith('data:') || asked.startsWith('blob:')) return;
      const own = isFile ? url : new URL(url).origin;
      const allowed = [own, also ?? []].flat();
      if (!allowed.some((one) => asked.startsWith(one))) complain(`asked ${asked}`);
      requests.push(asked);
    });
    return requests;
  }

  /** What pages complained of, and which CSP rules they broke, where a test means them to. */
  async takeComplaints() {
    const broken = [];
    for (const page of this.pages) {
      broken.push(...(await page.evaluate(() => window.violations.splice(0))));
    }
    return { complaints: this.complaints.splice(0), broken };
  }

  /** Puts a text into this visit's folder and gives the path of the file. */
  async put(name, text) {
    const file = path.join(this.folder, name);
    await writeFile(file, text);
    return file;
  }

  /** The same, as an address. */
  async file(name, text) {
    return fileUrl(await this.put(name, text));
  }

  /** Waits for the file that the browser saves; moves it, for the next may have the same name. */
  saved(ending = '.html') {
    return until('a saved file', async () => {
      const names = await readdir(this.#downloads);
      const [name] = names;
      if (names.length !== 1 || !name.endsWith(ending)) return undefined;
      const from = path.join(this.#downloads, name);
      // Firefox writes under a name of its own first, which may be gone by now.
      const size = await stat(from)
        .then((file) => file.size)
        .catch(() => 0);
      if (size === 0) return undefined;
      this.#saved += 1;
      const file = path.join(this.folder, `saved-${this.#saved}-${name}`);
      await rename(from, file);
      return file;
    });
  }

  /** For a test that means pages to complain: they may go on after it has seen what it waits for. */
  overlookComplaints() {
    this.#isOverlooked = true;
  }

  /** No page complained, broke its CSP, or stored anything but files of its own as published. */
  async assertQuiet() {
    for (const page of this.pages) await this.#assertQuietPage(page);
    if (!this.#isOverlooked) assert.deepEqual(this.complaints, []);
    this.#isQuiet = true;
  }

  async #assertQuietPage(page) {
    // What a service worker answers passes by what writes them down in WebKit.
    const violations = await page.evaluate(() => window.violations ?? []);
    if (!this.#isOverlooked) assert.deepEqual(violations, [], 'CSP violations');
    assert.deepEqual(await page.evaluate(kept), [], 'what the page stored');
    const cached = await page.evaluate(cachedFiles);
    const published = cached.length > 0 ? await publishedIn(this.published) : undefined;
    for (const [address, hash] of cached) {
      assert.ok(published.has(hash), `${address} is cached and is no published file`);
    }
  }

  /** Closes a page before the test is over; it was as quiet as one that stays. */
  async leave(page) {
    await this.#assertQuietPage(page);
    this.pages.splice(this.pages.indexOf(page), 1);
    await page.close();
  }

  /** For who reads of a failure: what each page shows, and where its focus is. */
  async seen() {
    const shown = this.pages.map((page) => page.evaluate(sight).catch(String));
    return [...(await Promise.all(shown)), ...this.complaints].map((one) => `\n- ${one}`).join('');
  }

  async close() {
    if (!this.context) return;
    await leaveContext(this.browser, this.context, { isClean: this.#isQuiet });
  }
}

function sight() {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  const field = `${at?.localName} ${at?.getAttribute('name') ?? ''} “${at?.value ?? ''}”`;
  const calculator = document.querySelector('roi-calculator')?.shadowRoot;
  const body = calculator?.querySelector('main, .brief') ?? document.body;
  const text = (body?.innerText ?? '').replace(/\s+/g, ' ').slice(0, 900);
  return `${location.href.slice(0, 80)}, ${field}: ${text}`;
}

function withoutWorkers() {
  Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined });
}

async function kept() {
  const found = [];
  if (document.cookie) found.push(document.cookie);
  if (localStorage.length) found.push('localStorage');
  if (sessionStorage.length) found.push('sessionStorage');
  if ((await indexedDB.databases().catch(() => [])).length) found.push('indexedDB');
  return found;
}

/** Address and hash of everything in the caches of a page's origin. */
async function cachedFiles() {
  if (!isSecureContext) return [];
  const names = (await window.caches?.keys().catch(() => [])) ?? [];
  const found = [];
  for (const name of names) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const body = await (await cache.match(request)).arrayBuffer();
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
      found.push([request.url, btoa(String.fromCharCode(...hash))]);
    }
  }
  return found;
}

async function publishedIn(folders) {
  const hashes = new Set();
  for (const folder of folders) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const content = await readFile(path.join(entry.parentPath ?? entry.path, entry.name));
      hashes.add(createHash('sha256').update(content).digest('base64'));
    }
  }
  return hashes;
}
