// A Firefox of its own whose “Save page as, complete” can be started: by Marionette, which lets a
// script into the browser's own context. What writes the page is what the menu calls,
// nsIWebBrowserPersist; only the dialog for the name is left out.
import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { until } from './until.mjs';

const kColon = ':'.charCodeAt(0);

const connected = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.on('error', () => resolve(undefined));
  });

export class SavingFirefox {
  #firefox;
  #socket;
  #rest = Buffer.alloc(0);
  #waiting = new Map();

  static async start(folder) {
    const profile = path.join(folder, 'profile');
    await mkdir(profile, { recursive: true });
    const prefs = {
      'marionette.port': 0,
      'security.fileuri.strict_origin_policy': true,
      'intl.accept_languages': 'en-US',
    };
    const lines = Object.entries(prefs).map(
      ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`,
    );
    await writeFile(path.join(profile, 'user.js'), lines.join(''));
    const firefox = new SavingFirefox();
    const args = ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote'];
    firefox.#firefox = spawn('/usr/bin/firefox-esr', [...args, '--profile', profile], {
      stdio: 'ignore',
    });
    try {
      await firefox.#connect(profile);
    } catch (error) {
      await firefox.close();
      throw error;
    }
    return firefox;
  }

  async #connect(profile) {
    const file = path.join(profile, 'MarionetteActivePort');
    const port = await until('Firefox', () => readFile(file, 'utf8').catch(() => ''));
    this.#socket = await until('Marionette', () => connected(Number(port)));
    this.#socket.on('data', (data) => this.#hear(data));
    await this.#tell('WebDriver:NewSession');
  }

  /** Messages are JSON with their length before them; the first is a greeting. */
  #hear(data) {
    this.#rest = Buffer.concat([this.#rest, data]);
    for (;;) {
      const colon = this.#rest.indexOf(kColon);
      const end = colon + 1 + Number(this.#rest.subarray(0, Math.max(0, colon)));
      if (colon < 0 || this.#rest.length < end) return;
      const message = JSON.parse(this.#rest.subarray(colon + 1, end));
      this.#rest = this.#rest.subarray(end);
      if (Array.isArray(message)) this.#answer(message);
    }
  }

  #answer([, id, error, result]) {
    this.#waiting.get(id)?.(error, result);
  }

  #tell(name, parameters = {}) {
    const id = this.#waiting.size + 1;
    const text = JSON.stringify([0, id, name, parameters]);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, (error, result) =>
        error ? reject(new Error(error.message)) : resolve(result?.value),
      );
      this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  }

  goTo(url) {
    return this.#tell('WebDriver:Navigate', { url });
  }

  /** Runs a function in the page. */
  run(act, ...args) {
    return this.#tell('WebDriver:ExecuteScript', { script: `return (${act})(...arguments)`, args });
  }

  async save(file) {
    await this.#tell('Marionette:SetContext', { value: 'chrome' });
    const script = `(${persist})(...arguments)`;
    const done = await this.#tell('WebDriver:ExecuteAsyncScript', { script, args: [file] });
    await this.#tell('Marionette:SetContext', { value: 'content' });
    if (done !== 0) throw new Error(`not saved: ${done}`);
  }

  async close() {
    this.#socket?.destroy();
    if (this.#firefox.exitCode !== null) return;
    const exit = new Promise((resolve) => {
      this.#firefox.once('exit', resolve);
    });
    this.#firefox.kill();
    await exit;
  }
}

/** Runs in the browser's own context. */
function persist(target, done) {
  /* global Cc, Ci, ChromeUtils, gBrowser */
  const fileAt = (place) => {
    const file = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile);
    file.initWithPath(place);
    return file;
  };
  const writer = Cc['@mozilla.org/embedding/browser/nsWebBrowserPersist;1'].createInstance(
    Ci.nsIWebBrowserPersist,
  );
  const { STATE_STOP, STATE_IS_NETWORK } = Ci.nsIWebProgressListener;
  const nothing = () => {};
  writer.persistFlags =
    Ci.nsIWebBrowserPersist.PERSIST_FLAGS_FROM_CACHE |
    Ci.nsIWebBrowserPersist.PERSIST_FLAGS_AUTODETECT_APPLY_CONVERSION;
  writer.progressListener = {
    onStateChange(_, __, flags, status) {
      if (flags & STATE_STOP && flags & STATE_IS_NETWORK) done(status);
    },
    onProgressChange: nothing,
    onLocationChange: nothing,
    onStatusChange: nothing,
    onSecurityChange: nothing,
    onContentBlockingEvent: nothing,
    QueryInterface: ChromeUtils.generateQI(['nsIWebProgressListener', 'nsISupportsWeakReference']),
  };
  const folder = target.replace(/\.html$/, '_files');
  const flags = Ci.nsIWebBrowserPersist.ENCODE_FLAGS_ENCODE_BASIC_ENTITIES;
  gBrowser.selectedBrowser.frameLoader.startPersistence(null, {
    onDocumentReady: (page) =>
      writer.saveDocument(page, fileAt(target), fileAt(folder), null, flags, 80),
    onError: done,
  });
}
