// One test's pages: in a context of their own, with a folder for what they save.
import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileUrl } from './built.mjs';
import { Calculator } from './calculator.mjs';
import { until } from './until.mjs';

export class Visit {
  pages = [];
  /** What pages complained of: console, exceptions, CSP, foreign requests. */
  complaints = [];
  #saved = new Set();

  constructor(browser, name, folder) {
    this.browser = browser;
    this.name = name;
    this.folder = folder;
  }

  async start() {
    this.context = await this.browser.createBrowserContext({
      downloadBehavior: { policy: 'allow', downloadPath: this.folder },
    });
  }

  /** Opens a page and waits until its calculators show an answer. */
  async open(url, { offline = false, viewport } = {}) {
    const page = await this.context.newPage();
    this.pages.push(page);
    const requests = this.#listen(page, url);
    await page.evaluateOnNewDocument(() => {
      window.violations = [];
      document.addEventListener('securitypolicyviolation', (event) => {
        window.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    if (viewport) await page.setViewport(viewport);
    await this.browser.prefers?.(page);
    if (offline) await page.setOfflineMode(true);
    await page.goto(url);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('roi-calculator')].every((calculator) =>
        calculator.shadowRoot?.querySelector('[data-metric]'),
      ),
    );
    return new Calculator(page, 0, requests);
  }

  #listen(page, url) {
    const requests = [];
    const complain = (text) => this.complaints.push(`${url.slice(0, 80)}: ${text}`);
    page.on('console', (message) => {
      if (['error', 'warn', 'assert'].includes(message.type())) {
        complain(`${message.type()}: ${message.text()}`);
      }
    });
    page.on('pageerror', (error) => complain(`exception: ${error.message}`));
    page.on('request', (request) => {
      const isOwn = request.url().startsWith(url.startsWith('file:') ? url : new URL(url).origin);
      if (!isOwn && !request.url().startsWith('blob:')) complain(`asked ${request.url()}`);
      requests.push(request.url());
    });
    return requests;
  }

  /** Puts a text into this visit's folder and gives the address of the file. */
  async file(name, text) {
    const file = path.join(this.folder, name);
    await writeFile(file, text);
    this.#saved.add(name);
    return fileUrl(file);
  }

  /** Waits for the next file that the browser saves, and gives its path. */
  saved() {
    return until('a saved file', async () => {
      const names = await readdir(this.folder);
      if (names.some((name) => /\.(part|crdownload)$/.test(name))) return undefined;
      const name = names.find((one) => one.endsWith('.html') && !this.#saved.has(one));
      if (!name) return undefined;
      this.#saved.add(name);
      return path.join(this.folder, name);
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
