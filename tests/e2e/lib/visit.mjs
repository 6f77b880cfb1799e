// One test's pages: in a context of their own, with a folder for what they save.
import assert from 'node:assert/strict';
import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileUrl } from './built.mjs';
import { Calculator } from './calculator.mjs';
import { until } from './until.mjs';

export class Visit {
  pages = [];
  /** What pages complained of: console, exceptions, CSP, foreign requests. */
  complaints = [];
  /** Kinds of the questions that pages asked in a window of the browser. */
  dialogs = [];
  #saved = 0;
  #downloads;

  constructor(browser, folder) {
    this.browser = browser;
    this.folder = folder;
    this.#downloads = path.join(folder, 'downloads');
  }

  async start() {
    await mkdir(this.#downloads, { recursive: true });
    this.context = await this.browser.createBrowserContext({
      downloadBehavior: { policy: 'allow', downloadPath: this.#downloads },
    });
  }

  /** Opens a page and waits until its calculators show an answer. */
  async open(url, options) {
    const { page, requests } = await this.blank(url, options);
    const calculator = new Calculator(page, 0, requests);
    await calculator.goTo(url);
    return calculator;
  }

  /** A page that is about to go to an address; it may ask from `also` as well. */
  async blank(url, { offline = false, viewport, also } = {}) {
    const page = await this.context.newPage();
    this.pages.push(page);
    const requests = this.#listen(page, url, also);
    await page.evaluateOnNewDocument(() => {
      window.violations = [];
      document.addEventListener('securitypolicyviolation', (event) => {
        window.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
      });
    });
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
    page.on('pageerror', (error) => complain(`exception: ${error.message}`));
    page.on('request', (request) => {
      const asked = request.url();
      // Chromium draws its own date picker from data: addresses; the page's own CSP refuses them.
      if (asked.startsWith('data:') || asked.startsWith('blob:')) return;
      const own = isFile ? url : new URL(url).origin;
      if (!asked.startsWith(own) && !(also && asked.startsWith(also))) complain(`asked ${asked}`);
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
      if ((await stat(from)).size === 0) return undefined;
      this.#saved += 1;
      const file = path.join(this.folder, `saved-${this.#saved}-${name}`);
      await rename(from, file);
      return file;
    });
  }

  /** No page complained, broke its CSP, or stored anything. */
  async assertQuiet() {
    for (const page of this.pages) {
      assert.deepEqual(await page.evaluate(() => window.violations), [], 'CSP violations');
      assert.deepEqual(await page.evaluate(kept), [], 'what the page stored');
    }
    assert.deepEqual(this.complaints, []);
  }

  async close() {
    await this.context?.close();
  }
}

async function kept() {
  const found = [];
  if (document.cookie) found.push(document.cookie);
  if (localStorage.length) found.push('localStorage');
  if (sessionStorage.length) found.push('sessionStorage');
  if ((await indexedDB.databases().catch(() => [])).length) found.push('indexedDB');
  if (isSecureContext && (await window.caches?.keys().catch(() => []))?.length) {
    found.push('caches');
  }
  return found;
}
