// WebKitGTK by its WebDriver, with as much of Puppeteer's interface as the tests use.
//
// WebDriver tells nothing of consoles and requests, and lets no script run before a page's own.
// A proxy does that for whatever comes over HTTP (./proxy.mjs). Of a page from a file, or from a worker:
// - what the page says in its console while it loads is not seen; later it is;
// - its CSP violations while it loads are not seen; later they are.
// Nowhere are seen: what the browser itself writes to the console, and requests for files.
// Puppeteer's frames() is synchronous; here it gives a promise.
// WebDriver accepts by itself what a page asks before it is left: that it would ask is found out
// with an event of the same name.
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { press } from './pressing.mjs';
import { startProxy } from './proxy.mjs';
import { kPatience, until } from './until.mjs';
import { idOf, reference, Session, startProgram } from './webdriver.mjs';

const kDriver = '/usr/bin/WebKitWebDriver';
const kScreen = '2400x2400x24';
/** Where a screen's pointer is; the window under it has the keyboard, as nobody manages windows. */
const kPointer = 1200;

const kKeys = {
  Alt: '\uE00A',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
  Control: '\uE009',
  Delete: '\uE017',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  Home: '\uE011',
  PageDown: '\uE00F',
  PageUp: '\uE00E',
  Shift: '\uE008',
  Tab: '\uE004',
};

/** The bar above a page would not let its window become as narrow as a phone. */
const kNoBar =
  '* { font-size: 1px; min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; }';

/** A browser of which each context is a process of its own, on a screen that nobody sees. */
export async function launchWebKit(viewport, look) {
  const stdio = ['ignore', 'ignore', 'ignore', 'pipe'];
  const args = ['-displayfd', '3', '-screen', '0', kScreen, '-nolisten', 'tcp', '-noreset'];
  const screen = startProgram('Xvfb', args, { stdio });
  const [number] = await once(screen.program.stdio[3], 'data');
  const display = `:${String(number).trim()}`;
  return {
    createBrowserContext: ({ downloadBehavior }) =>
      Context.start(display, downloadBehavior.downloadPath, viewport, look),
    close: () => screen.stop(),
  };
}

class Context {
  pages = [];
  #home;
  #proxy;
  #session;
  #current;
  #viewport;
  #last = Promise.resolve();

  static async start(display, downloads, viewport, look) {
    const context = new Context();
    context.#viewport = viewport;
    try {
      await context.#begin(display, downloads, look);
    } catch (error) {
      await context.close();
      throw error;
    }
    return context;
  }

  async #begin(display, downloads, look) {
    this.#home = await makeHome(downloads, look);
    this.#proxy = await startProxy((asked) => this.#asked(asked));
    const { address } = this.#proxy;
    this.#session = await Session.start(kDriver, environment(display, this.#home), {
      proxy: { proxyType: 'manual', httpProxy: address, sslProxy: address },
      timeouts: { script: kPatience, pageLoad: kPatience },
      unhandledPromptBehavior: 'accept',
      'webkitgtk:browserOptions': { args: ['--automation', ...(look.dark ? ['--dark-mode'] : [])] },
    });
  }

  /** The first page is in the window that is there; others are asked for in one that still is. */
  async newPage() {
    const handle = await this.#inTurn(async (session) => {
      const [page] = this.pages;
      if (!page) return session.get('/window');
      this.#current = page;
      await session.post('/window', { handle: page.handle });
      return (await session.post('/window/new', { type: 'window' })).handle;
    });
    const page = new Page(this, handle);
    this.pages.push(page);
    await page.setViewport(this.#viewport);
    return page;
  }

  async closePage(page) {
    await this.within(page, undefined, (session) => session.call('DELETE', '/window'));
    this.pages.splice(this.pages.indexOf(page), 1);
    this.#current = undefined;
  }

  /** A driver has one window and one frame at a time that it works in. */
  within(page, frame, act) {
    return this.#inTurn(async (session) => {
      if (this.#current !== page) await session.post('/window', { handle: page.handle });
      this.#current = page;
      if (!frame) return act(session);
      await session.post('/frame', { id: frame });
      try {
        return await act(session);
      } finally {
        await session.post('/frame', { id: null });
      }
    });
  }

  #inTurn(act) {
    const turn = this.#last.then(() => act(this.#session));
    this.#last = turn.catch(() => {});
    return turn;
  }

  /** The page that a request comes from; where it does not say, the one that is worked in. */
  #asked({ url, referer }) {
    const origin = referer && new URL(referer).origin;
    const page = this.pages.find((one) => origin && one.url().startsWith(origin)) ?? this.#current;
    return page?.asked(url);
  }

  async close() {
    try {
      await this.#session?.end();
    } finally {
      await this.#proxy.stop();
      await rm(this.#home, { recursive: true, force: true });
    }
  }
}

async function makeHome(downloads, { still = false }) {
  const home = await mkdtemp(path.join(tmpdir(), 'roi-webkit-'));
  await mkdir(path.join(home, 'gtk-3.0'));
  await writeFile(path.join(home, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  await writeFile(path.join(home, 'gtk-3.0/gtk.css'), kNoBar);
  const settings = `[Settings]\ngtk-enable-animations=${still ? 0 : 1}\n`;
  await writeFile(path.join(home, 'gtk-3.0/settings.ini'), settings);
  return home;
}

const environment = (display, home) => ({
  ...process.env,
  DBUS_SESSION_BUS_ADDRESS: 'disabled:',
  DISPLAY: display,
  GSETTINGS_BACKEND: 'memory',
  HOME: home,
  LANG: 'en_US.UTF-8',
  NO_AT_BRIDGE: '1',
  WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  XDG_CONFIG_HOME: home,
  XDG_RUNTIME_DIR: home,
});

/** Runs in the page before its own scripts: notes what it complains of. */
function noteComplaints() {
  const noted = [];
  window[Symbol.for('complaints')] = noted;
  for (const type of ['error', 'warn']) {
    const say = console[type];
    console[type] = (...args) => {
      noted.push({ event: 'console', type, text: args.join(' ') });
      say(...args);
    };
  }
  addEventListener('error', ({ message }) => noted.push({ event: 'pageerror', text: message }));
  addEventListener('unhandledrejection', ({ reason }) =>
    noted.push({ event: 'pageerror', text: String(reason) }),
  );
}

/** The same: counts the keys that it hears of. */
function countKeys() {
  const heard = { keys: 0 };
  window[Symbol.for('heard')] = heard;
  const count = () => {
    heard.keys += 1;
  };
  addEventListener('keydown', count, true);
}

/** Undefined where another document hears of them. */
function heardKeys() {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at?.localName === 'iframe' ? undefined : window[Symbol.for('heard')]?.keys;
}

/** Whether it hears of one more, or is gone; in a busy page after seconds. */
async function hearsAfter(before) {
  const heard = window[Symbol.for('heard')];
  for (let looks = 0; heard?.keys === before && looks < 100; ++looks)
    await new Promise((resolve) => setTimeout(resolve, 100));
  return heard?.keys !== before;
}

const script = (functions) => functions.map((one) => `(${one})();`).join('\n');

/** Something to evaluate: JSON, so that nothing is made of undefined; and what was noted. */
const evaluation = (expression) => `
  const done = arguments[arguments.length - 1];
  const noted = () => window[Symbol.for('complaints')]?.splice(0);
  (async () => ${expression})().then(
    (value) => done({ json: JSON.stringify(value), noted: noted() }),
    (error) => done({ error: String(error), noted: noted() }),
  );`;

/** A function with its arguments, which may be elements. */
function called(body, args) {
  if (typeof body === 'string') return { expression: `(${body})`, elements: [] };
  const elements = args.filter((one) => one instanceof Element).map((one) => one.reference);
  let count = 0;
  const texts = args.map((one) =>
    one instanceof Element ? `arguments_[${count++}]` : (JSON.stringify(one) ?? 'undefined'),
  );
  return { expression: `(${body})(${texts.join()})`, elements };
}

/** What a page and a frame have in common. */
class Document {
  constructor(context, frame) {
    this.context = context;
    this.frame = frame;
  }

  async evaluate(body, ...args) {
    const { expression, elements } = called(body, args);
    const source = `const arguments_ = arguments;${evaluation(expression)}`;
    const { json, error, noted } = await this.#execute('async', source, elements);
    for (const one of noted ?? []) this.page.emit(one);
    if (error) throw new Error(error);
    return json === null ? undefined : JSON.parse(json);
  }

  async evaluateHandle(body, ...args) {
    const { expression, elements } = called(body, args);
    const source = `const arguments_ = arguments; return ${expression}`;
    const id = idOf(await this.#execute('sync', source, elements));
    return id ? new Element(this, id) : { asElement: () => null };
  }

  #execute(kind, source, args) {
    return this.within((session) => session.post(`/execute/${kind}`, { script: source, args }));
  }

  within(act) {
    return this.context.within(this.page, this.frame, act);
  }

  waitForFunction(body, { timeout = kPatience } = {}, ...args) {
    const { expression } = called(body, args);
    return until(expression, () => this.evaluate(`Boolean(${expression})`), timeout);
  }
}

class Frame extends Document {
  #url;

  constructor(page, frame, url) {
    super(page.context, frame);
    this.page = page;
    this.#url = url;
  }

  url() {
    return this.#url;
  }
}

class Page extends Document {
  #url = 'about:blank';
  #heard = {};
  #functions = [noteComplaints, countKeys];
  #isOffline = false;

  constructor(context, handle) {
    super(context);
    this.page = this;
    this.handle = handle;
    this.keyboard = new Keyboard(this);
    this.mouse = new Mouse(this);
  }

  url() {
    return this.#url;
  }

  title() {
    return this.evaluate(() => document.title);
  }

  on(event, listener) {
    this.#heard[event] = listener;
  }

  emit({ event, type, text }) {
    this.#heard[event]?.({ type: () => type, text: () => text, message: text, accept() {} });
  }

  /** A request of this page: gives the script to run first, or nothing where it is offline. */
  asked(url) {
    if (this.#isOffline) return undefined;
    this.#heard.request?.({ url: () => url });
    return script(this.#functions);
  }

  async evaluateOnNewDocument(body) {
    this.#functions.push(body);
  }

  async setOfflineMode(isOffline) {
    this.#isOffline = isOffline;
  }

  async goto(url) {
    this.#url = url;
    await this.within((session) => session.post('/url', { url }));
    await this.#loaded();
  }

  async reload() {
    const isAsking = await this.evaluate(
      () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })),
    );
    if (isAsking) this.emit({ event: 'dialog', type: 'beforeunload' });
    await this.within((session) => session.post('/refresh'));
    await this.#loaded();
  }

  /** No proxy stands between a browser and a file, or what a worker has kept. */
  async #loaded() {
    const isPrepared = await this.evaluate(() => Symbol.for('complaints') in window);
    if (!isPrepared) await this.evaluate(`(() => {${script(this.#functions)}})()`);
  }

  async setViewport({ width, height }) {
    const bar = await this.evaluate(() => outerHeight - innerHeight);
    // Under the pointer by its upper edge: nothing of the page is pointed at, and it has the focus whatever its size.
    const place = { x: kPointer - 8, y: kPointer - 1 };
    await this.within((session) =>
      session.post('/window/rect', { ...place, width, height: height + bar }),
    );
    await this.waitForFunction(
      (...size) => size.join() === [innerWidth, innerHeight].join() && document.hasFocus(),
      {},
      width,
      height,
    );
  }

  async bringToFront() {
    await this.within(() => {});
  }

  async frames() {
    const holders = await this.#frameElements();
    const frames = [];
    for (const holder of holders) {
      const frame = new Frame(this, holder);
      const url = await frame.evaluate(() => location.href);
      frames.push(new Frame(this, holder, url));
    }
    return frames;
  }

  #frameElements() {
    const source = `const all = (root) => [...root.querySelectorAll('*')].flatMap((one) =>
        one.localName === 'iframe' ? [one] : one.shadowRoot ? all(one.shadowRoot) : []);
      return all(document);`;
    return this.within((session) => session.post('/execute/sync', { script: source, args: [] }));
  }

  close() {
    return this.context.closePage(this);
  }
}

class Element {
  #document;

  constructor(document, id) {
    this.#document = document;
    this.id = id;
    this.reference = reference(id);
  }

  asElement() {
    return this;
  }

  evaluate(body, ...args) {
    return this.#document.evaluate(body, this, ...args);
  }

  focus() {
    return this.evaluate((one) => one.focus());
  }

  scrollIntoView() {
    return this.evaluate((one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }));
  }

  boundingBox() {
    return this.evaluate((one) => one.getBoundingClientRect().toJSON());
  }

  click() {
    const move = { type: 'pointerMove', origin: this.reference, x: 0, y: 0 };
    return press(this, () =>
      until('a pointer within the page', async () => {
        await this.#bringIntoSight();
        return this.#document.page.mouse.act(move, kPress, kRelease).then(() => true, unlessOut);
      }),
    );
  }

  /** Until it is where it was two frames ago: the driver clicks where it last saw it. */
  #bringIntoSight() {
    return this.evaluate(async (one) => {
      const frame = () => new Promise(requestAnimationFrame);
      let before;
      while (one.getBoundingClientRect().top !== before) {
        one.scrollIntoView({ block: 'nearest', behavior: 'instant' });
        before = one.getBoundingClientRect().top;
        await frame();
        await frame();
      }
    });
  }

  select(...values) {
    return this.evaluate((one, wanted) => {
      for (const option of one.options) option.selected = wanted.includes(option.value);
      one.dispatchEvent(new Event('input', { bubbles: true }));
      one.dispatchEvent(new Event('change', { bubbles: true }));
    }, values);
  }

  async type(text) {
    await this.focus();
    await this.#document.page.keyboard.type(text);
  }

  uploadFile(file) {
    return this.#document.within((session) =>
      session.post(`/element/${this.id}/value`, { text: file }),
    );
  }
}

const keyDown = (value) => ({ type: 'keyDown', value });
const keyUp = (value) => ({ type: 'keyUp', value });

class Keyboard {
  #page;

  constructor(page) {
    this.#page = page;
  }

  down(key) {
    return this.#press(keyDown(kKeys[key] ?? key));
  }

  up(key) {
    return this.#act(keyUp(kKeys[key] ?? key));
  }

  press(key) {
    const value = kKeys[key] ?? key;
    return this.#press(keyDown(value), keyUp(value));
  }

  async type(text) {
    for (const one of text) await this.press(one);
  }

  /** A key that the driver lost is pressed again. */
  async #press(...actions) {
    await until(`a page that hears of the key ${actions[0].value}`, async () => {
      const before = await this.#page.evaluate(heardKeys);
      await this.#act(...actions);
      return before === undefined || this.#page.evaluate(hearsAfter, before).catch(() => true);
    });
  }

  #act(...actions) {
    return perform(this.#page, { type: 'key', id: 'keyboard', actions });
  }
}

/** What came into sight has moved the page out of the driver's bounds. */
function unlessOut(error) {
  if (!error.message.includes('out of bounds')) throw error;
}

const kPress = { type: 'pointerDown', button: 0 };
const kRelease = { type: 'pointerUp', button: 0 };

class Mouse {
  #page;
  #at = { x: 0, y: 0 };

  constructor(page) {
    this.#page = page;
  }

  move(x, y) {
    this.#at = { x: Math.round(x), y: Math.round(y) };
    return this.act({ type: 'pointerMove', origin: 'viewport', ...this.#at });
  }

  down() {
    return this.act(kPress);
  }

  up() {
    return this.act(kRelease);
  }

  wheel({ deltaX = 0, deltaY = 0 }) {
    const scroll = { type: 'scroll', origin: 'viewport', ...this.#at, deltaX, deltaY };
    return perform(this.#page, { type: 'wheel', id: 'wheel', actions: [scroll] });
  }

  act(...actions) {
    return perform(this.#page, { type: 'pointer', id: 'mouse', actions });
  }
}

const perform = (page, source) =>
  page.within((session) => session.post('/actions', { actions: [source] }));
