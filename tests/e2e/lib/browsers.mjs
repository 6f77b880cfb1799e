// The browsers, driven with one interface; every test runs in each of them.

import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { closeAfterAll } from './closing.mjs';
import { kPatience } from './until.mjs';
import { Visit } from './visit.mjs';
import { launchWebKit } from './webkit.mjs';

const puppeteer = createRequire(new URL('../../../web/package.json', import.meta.url))(
  'puppeteer-core',
);

const kViewport = { width: 1280, height: 900 };
const kTestTimeout = 5 * kPatience;

const kBoth = ['chromium', 'firefox'];
const kEvery = [...kBoth, 'webkit'];

/** A browser that prefers English, and the look that is told. Unless motion is asked for, nothing glides: no
 * test waits for it. */
export function launch(name, look = {}) {
  if (name === 'webkit') return launchWebKit(kViewport, look);
  return name === 'chromium' ? launchChromium(look) : launchFirefox(look);
}

/** Chromium without the windows around its pages: half the work; where it is not there, with them. */
const kShell = '/usr/bin/chromium-headless-shell';
const kChromium = '/usr/bin/chromium';

/** `whole`: for what its windows do, such as asking for icons. */
async function launchChromium({
  dark = false,
  still = true,
  forced = false,
  unpaced = false,
  whole = false,
}) {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
  args.push('--disable-background-networking', '--disable-component-update', '--disable-sync');
  // The popup of the address bar is a page of its own, made for every visit: half of all the work.
  args.push('--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup');
  // Pages of one site share a process, and what it has compiled: ./contexts.mjs.
  args.push('--renderer-process-limit=1');
  // No frame waits for its turn on a display.
  if (unpaced) args.push('--disable-frame-rate-limit', '--disable-gpu-vsync');
  const browser = await puppeteer.launch({
    executablePath: !whole && existsSync(kShell) ? kShell : kChromium,
    args: [...args, '--lang=en-US', '--accept-lang=en-US'],
    defaultViewport: kViewport,
  });
  const features = [
    { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
    { name: 'prefers-reduced-motion', value: still ? 'reduce' : 'no-preference' },
  ];
  browser.prefers = async (page) => {
    await page.emulateMediaFeatures(features);
    // Puppeteer does not know this feature; it sets them all at once.
    const forcedColors = { name: 'forced-colors', value: 'active' };
    const session = forced && (await page.createCDPSession());
    if (session) {
      await session.send('Emulation.setEmulatedMedia', { features: [...features, forcedColors] });
    }
  };
  return browser;
}

/** Puppeteer cannot emulate media features in Firefox: a preference says what is preferred. */
function launchFirefox({ dark = false, still = true, forced = false }) {
  return puppeteer.launch({
    browser: 'firefox',
    protocol: 'webDriverBiDi',
    executablePath: '/usr/bin/firefox-esr',
    defaultViewport: kViewport,
    extraPrefsFirefox: {
      'security.fileuri.strict_origin_policy': true,
      // Its panel would take the keys that are meant for the page.
      'browser.download.alwaysOpenPanel': false,
      // A process in reserve for each page is work that no test sees.
      'dom.ipc.processPrelaunch.enabled': false,
      // Nor is a new process for the next page, and what could be opened again.
      'dom.ipc.keepProcessesAlive.web': 1,
      'dom.ipc.processCount': 1,
      'dom.ipc.processCount.webIsolated': 1,
      'browser.sessionstore.resume_from_crash': false,
      'browser.sessionstore.max_tabs_undo': 0,
      'places.history.enabled': false,
      'intl.accept_languages': 'en-US',
      'dom.w3c_touch_events.enabled': 1,
      'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
      'ui.prefersReducedMotion': still ? 1 : 0,
      ...(forced ? { 'browser.display.document_color_use': 2 } : {}),
    },
  });
}

/**
 * Defines tests for Chromium and Firefox: `define(test)` with `test(title, (visit) => …)`. A visit's
 * pages are closed after the test, which fails if any of them complained or kept something.
 */
export function inBothBrowsers(define, options) {
  inBrowsers(kBoth, define, options);
}

/**
 * The same, and those tests in WebKit whose titles `webkit` names: real files, pages of others,
 * large text, where engines differ most. It takes longest; ROI_WEBKIT=all asks for every one.
 */
export function inEveryBrowser(webkit, define, options) {
  inBrowsers(kEvery, define, { ...options, webkit });
}

function inBrowsers(names, define, options) {
  closeBrowsersAfterAll();
  describe(`in ${names.join(', ')}`, { concurrency: true }, () => {
    for (const name of names)
      describe(name, { concurrency: 1 }, () => inOne(name, define, options));
  });
}

/** For what only Chromium can measure. */
export function inChromium(define, options) {
  closeBrowsersAfterAll();
  describe('chromium alone', () => inOne('chromium', define, options));
}

/** Browsers of this process, by what they are and how they look. */
const launched = new Map();

function launchOnce(name, { dark, still, forced, whole }) {
  const look = { dark, still, forced, whole };
  const key = JSON.stringify({ name, ...look });
  if (!launched.has(key)) launched.set(key, launch(name, look));
  return launched.get(key);
}

let isSeenTo = false;

function closeBrowsersAfterAll() {
  if (isSeenTo) return;
  isSeenTo = true;
  closeAfterAll(async () => {
    for (const browser of launched.values()) await (await browser).close();
  });
}

function inOne(name, define, options = {}) {
  let browser;
  let folder;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'roi-e2e-'));
    browser = await launchOnce(name, options);
  });
  after(() => rm(folder, { recursive: true, force: true }));
  const isLeftOut = (title) =>
    name === 'webkit' && process.env.ROI_WEBKIT !== 'all' && !options.webkit.test(title);
  const testHere = (title, body) =>
    isLeftOut(title) ||
    test(`${name}: ${title}`, { timeout: kTestTimeout }, async () => {
      const visit = new Visit(name, browser, await mkdtemp(path.join(folder, 'visit-')), options);
      try {
        await visit.start();
        await body(visit);
        await visit.assertQuiet();
      } catch (error) {
        error.message += await visit.seen();
        throw error;
      } finally {
        await visit.close();
      }
    });
  define(testHere);
}
