// A page of someone else, on an origin of its own, that embeds the calculator.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dist } from './built.mjs';
import { serve } from './server.mjs';

const { version } = JSON.parse(
  readFileSync(new URL('../../../web/package.json', import.meta.url), 'utf8'),
);

export const embedFile = `embed/roi-calculator-${version}.js`;
/** What the script asks for once it has answered. */
export const embedLater = `embed/roi-calculator-${version}-later.js`;
export const embedText = readFileSync(path.join(dist, embedFile), 'utf8');
export const embedHash = `sha384-${createHash('sha384').update(embedText).digest('base64')}`;

/** The script of one tool alone. */
export const toolFile = (id) => `embed/roi-${id}-${version}.js`;

const kFallback = '<a id="fallback" href="/elsewhere">Open the calculator</a>';

export const cors = () => ({ 'access-control-allow-origin': '*' });

/** Who serves the script, and hosts whose pages are made by the tests. */
export class Hosts {
  #pages = { '/favicon.ico': '' };
  #headers = {};

  static async start() {
    const hosts = new Hosts();
    hosts.cdn = await serve(dist, {}, { headers: cors });
    hosts.host = await serve('/nowhere', hosts.#pages, {
      headers: (name) => hosts.#headers[name] ?? {},
    });
    return hosts;
  }

  close() {
    this.cdn.close();
    this.host.close();
  }

  get script() {
    return `${this.cdn.origin}/${embedFile}`;
  }

  get later() {
    return `${this.cdn.origin}/${embedLater}`;
  }

  get tag() {
    return `<script type="module" src="${this.script}" integrity="${embedHash}" crossorigin></script>`;
  }

  element(attributes = '', inside = '') {
    return `<roi-calculator ${attributes}>${kFallback}${inside}</roi-calculator>`;
  }

  /** Puts up a page and gives its address, which leads to this page only. */
  page(name, body, about = {}) {
    const { csp, lang = 'en', html = `lang="${lang}"`, doctype = '<!doctype html>' } = about;
    const { head = '', tags = this.tag, type } = about;
    const headers = {
      ...(csp && { 'content-security-policy': csp }),
      ...(type && { 'content-type': type }),
    };
    const text = `${doctype}<html ${html}><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Host</title>${head}</head>
<body>${body}${tags}</body></html>`;
    const digest = createHash('sha256')
      .update(JSON.stringify([text, headers]))
      .digest('hex');
    return this.put(`/${name}-${digest.slice(0, 8)}.html`, text, headers);
  }

  /** Puts up a file and gives its address. Browsers are tested at the same time: none may change what another is led to. */
  put(file, text, headers = {}) {
    const stands = this.#pages[file] ?? text;
    assert.equal(stands, text, `${file} is put up twice, and differs`);
    this.#pages[file] = text;
    this.#headers[file] = headers;
    return `${this.host.origin}${file}`;
  }

  /** The directives a careful host needs, and no more. */
  csp(more = "'wasm-unsafe-eval'") {
    return (
      `default-src 'none'; script-src ${this.cdn.origin} ${more}; style-src 'self'; img-src 'self'; ` +
      "require-trusted-types-for 'script'; trusted-types lit-html roi-calculator"
    );
  }
}

/** Notes what calculators of the page tell, from before they are there. */
export const listen = (page) =>
  page.evaluateOnNewDocument(() => {
    window.told = [];
    for (const name of ['ready', 'change', 'goal', 'cta', 'export', 'error']) {
      document.addEventListener(`roi-${name}`, ({ type, detail }) =>
        window.told.push({ type, detail }),
      );
    }
  });

export const told = (page, type) =>
  page.evaluate((only) => window.told.filter((one) => !only || one.type === only), type);
