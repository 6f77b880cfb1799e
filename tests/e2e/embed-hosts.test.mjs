// Pages of others, each with a habit of its own: in every one the calculator answers, takes what is typed, is not cut
// off, and hands over by a press. What React, Vue, page builders and the like do to nodes is replayed by hand: what counts
// is which nodes are made, cloned, moved and taken out, and when.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { inChromium, inEveryBrowser } from './lib/browsers.mjs';
import { dist } from './lib/built.mjs';
import { embedLater, embedText, Hosts } from './lib/host.mjs';
import { until } from './lib/until.mjs';

let hosts;
before(async () => {
  hosts = await Hosts.start();
  // Whoever copies the script copies what it asks for.
  hosts.put(`/${path.basename(embedLater)}`, readFileSync(path.join(dist, embedLater), 'utf8'));
  hosts.put('/bundle.js', `window.before = 1;\n${embedText}\nwindow.after = 1;`);
});
after(() => hosts.close());

/** The example: 12 000 subscribers, 65 000 spent, 1 in 10 becomes a customer worth 150. */
const roiAt = (closeRate) => (12_000 * closeRate * 150 - 65_000) / 65_000;
const near = (actual, expected) =>
  assert.ok(Math.abs(actual - expected) < 1e-12, `${actual} is not ${expected}`);

const kOffer = '<button slot="cta" type="button" data-roi-send>Call me</button>';
const kElement = `<roi-calculator preset="email" lang="en"><a href="/elsewhere">Open</a>${kOffer}</roi-calculator>`;
const classic = () => `<script src="${hosts.script}"></script>`;
const style = (css) => ({ head: `<style>${css}</style>` });
const script = (code) => `<script>${code}</script>`;

/** What stands in the page, and what the page does once it has loaded. */
const kHosts = {
  'a page that unsets everything': () => style('* { all: unset }'),
  'a page whose every rule is important': () =>
    style(
      '* { font: 40px fantasy !important; float: left !important; position: static !important; color: red !important }',
    ),
  'a reset that makes fields invisible': () =>
    style(
      'input, button, select, details, svg { display: none !important; opacity: 0 !important; appearance: none }',
    ),
  'a page with small rems, wide letters and capitals': () =>
    style(
      'html { font-size: 6px } body { letter-spacing: 5px; text-transform: uppercase; word-break: break-all; line-height: 3 }',
    ),
  'a page from right to left': () => ({ html: 'dir="rtl" lang="ar"' }),
  'a page that runs down the page': () =>
    style('body { writing-mode: vertical-rl; block-size: 90vw }'),
  'a page at 200 %': () => ({ ...style('html { zoom: 2 }') }),
  'a narrow window at twice the pixels': () => ({
    viewport: { width: 320, height: 640, deviceScaleFactor: 2 },
  }),
  'a page without a doctype': () => ({ doctype: '' }),
  'a page whose addresses start elsewhere': () => ({
    head: '<base href="https://elsewhere.example/deep/">',
  }),
  'a policy by nonce, passed on to what a script adds': () => ({
    csp: `default-src 'none'; script-src 'nonce-n0' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'`,
    tags: `<script nonce="n0" src="${hosts.script}"></script>`,
  }),
  'a policy by nonce, and a module': () => ({
    csp: `default-src 'none'; script-src 'nonce-n0' ${hosts.cdn.origin} 'wasm-unsafe-eval'; style-src 'unsafe-inline'; img-src 'self'`,
    tags: `<script type="module" nonce="n0" src="${hosts.script}"></script>`,
  }),
  'a policy with Trusted Types for all scripts': () => ({ csp: hosts.csp() }),
  'a consent manager that turns scripts on later': () => ({
    tags: `<script type="text/plain" data-consent="statistics" src="${hosts.script}"></script>`,
    act: () => {
      for (const one of document.querySelectorAll('script[type="text/plain"]')) {
        const other = document.createElement('script');
        other.src = one.src;
        one.replaceWith(other);
      }
    },
  }),
  'a consent manager that hides all until it is asked': () => ({
    ...style('body.asks > * { display: none }'),
    body: `${script("document.body.className = 'asks'")}${kElement}`,
    act: () => document.body.classList.remove('asks'),
  }),
  'a bundle of the site’s own': () => ({ tags: '<script src="/bundle.js" defer></script>' }),
  'a page builder that clones what it shows': () => ({
    body: `<div id="from">${kElement}</div><div id="to"></div>`,
    act: () => {
      const one = document.querySelector('roi-calculator');
      document.querySelector('#to').append(one.cloneNode(true));
      one.remove();
    },
  }),
  'a page builder that writes its markup again': () => ({
    body: `<div id="from">${kElement}</div>`,
    act: () => {
      const from = document.querySelector('#from');
      from.innerHTML = `<p>More</p>${from.innerHTML}`;
    },
  }),
  'a carousel that moves its slides round': () => ({
    body: `<div id="from">${kElement}<p>Two</p><p>Three</p></div>`,
    act: () => {
      const from = document.querySelector('#from');
      for (let step = 0; step < 9; step += 1) from.append(from.firstElementChild);
    },
  }),
  'React, whose first drawing does not match': () => ({
    body: `<div id="root">${kElement}</div>`,
    act: () => {
      // It gives the server's markup up and makes its own; of an element that has such a property it sets that.
      const one = document.createElement('roi-calculator');
      const link = Object.assign(document.createElement('a'), {
        href: '/elsewhere',
        textContent: 'Open',
      });
      const offer = document.createElement('button');
      for (const [name, value] of [
        ['slot', 'cta'],
        ['type', 'button'],
        ['data-roi-send', ''],
      ])
        offer.setAttribute(name, value);
      offer.append('Call me');
      one.append(link, offer);
      one.preset = 'email';
      one.lang = 'en';
      document.querySelector('#root').replaceChildren(one);
      // and draws again
      one.mode = 'full';
      one.setAttribute('theme', 'light');
    },
  }),
  'Vue, with its marks around what it repeats': () => ({
    body: `<div id="app" data-v-app><!--[--><p>One</p>${kElement}<!--]--></div>`,
    act: () => {
      const one = document.querySelector('roi-calculator');
      one.prepend(document.createComment('v-if'), document.createTextNode(''));
      one.setAttribute('data-v-1a2b3c', '');
      one.loading = 'eager';
      const app = document.querySelector('#app');
      app.insertBefore(one, app.querySelector('p'));
    },
  }),
  'a router that swaps the body and brings it back': () => ({
    act: async () => {
      const kept = document.body;
      const other = document.createElement('body');
      other.append('Another page');
      document.documentElement.replaceChild(other, kept);
      await new Promise(requestAnimationFrame);
      document.documentElement.replaceChild(kept, other);
    },
  }),
  'a component with a shadow root of its own': () => ({
    body: `<my-section></my-section>${script(`customElements.define('my-section', class extends HTMLElement {
      connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = \`<h2>Ours</h2>${kElement}\`; }
    });`)}`,
  }),
  'a dialog that is opened later': () => ({
    body: `<dialog>${kElement}</dialog>`,
    act: () => document.querySelector('dialog').showModal(),
  }),
  'a page that moves without a rest': () => ({
    // Each frame takes longer than there is: there never is a moment to spare.
    body: `${kElement}<p id="moved">More</p>${script(`(function move() {
      const end = performance.now() + 30;
      while (performance.now() < end);
      document.querySelector('#moved').style.translate = end % 9 + 'px';
      requestAnimationFrame(move);
    })();`)}`,
  }),
  'an old library that adds to every list': () => ({
    head: script(
      'Array.prototype.last = function () { return this[this.length - 1]; }; String.prototype.strip = function () {};',
    ),
    tags: classic(),
  }),
};

/** Finds the first calculator, in whatever root it is, and hears what is handed over. */
function prepare() {
  window.find1 = (root = document) => {
    for (const one of root.querySelectorAll('*')) {
      if (one.localName === 'roi-calculator') return one;
      const inside = one.shadowRoot && window.find1(one.shadowRoot);
      if (inside) return inside;
    }
    return undefined;
  };
  window.leads = [];
  addEventListener('roi-cta', ({ detail }) => window.leads.push(detail));
}

async function open(visit, name, host) {
  const { body = kElement, viewport, ...about } = host;
  const address = hosts.page(`host-${Object.keys(kHosts).indexOf(name)}`, body, about);
  const { page } = await visit.blank(address, { also: hosts.cdn.origin, viewport });
  await page.evaluateOnNewDocument(prepare);
  await page.goto(address);
  return page;
}

const isWhole = (page) =>
  until('the calculator', () =>
    page.evaluate(() => {
      const one = window.find1();
      const sheets = one?.shadowRoot?.adoptedStyleSheets.length ?? 0;
      return Boolean(one?.getResults?.()) && sheets > one.constructor.elementStyles.length;
    }),
  );

const roiOf = (page) => page.evaluate(() => window.find1().getResults().total.roi);

const handleOf = async (page, find) => (await page.evaluateHandle(find)).asElement();

async function works(page) {
  await isWhole(page);
  near(await roiOf(page), roiAt(0.1));
  const field = await handleOf(page, () => {
    const one = window.find1().shadowRoot.querySelector('[name="/scenarios/0/closeRate"]');
    one.scrollIntoView({ block: 'center', behavior: 'instant' });
    return one;
  });
  await field.focus();
  await page.evaluate(() => {
    const root = window.find1().shadowRoot;
    root.activeElement.select();
  });
  await page.keyboard.type('20');
  await until('what is typed to count', async () => (await roiOf(page)) !== roiAt(0.1));
  near(await roiOf(page), roiAt(0.2));
  const { field: size, cut } = await page.evaluate(() => {
    const one = window.find1();
    const box = one.shadowRoot.activeElement.getBoundingClientRect();
    const width = one.getBoundingClientRect().width;
    const inside = [...one.shadowRoot.querySelectorAll('main > *')];
    return {
      field: [box.width, box.height],
      cut: inside.filter((each) => each.getBoundingClientRect().width > width + 1).length,
    };
  });
  assert.ok(size[0] >= 20 && size[1] >= 15, `a field of ${size} px`);
  assert.equal(cut, 0, 'nothing is wider than its place');
}

async function handsOver(page) {
  const button = await handleOf(page, () => {
    const one = window.find1().querySelector('[data-roi-send]');
    one.scrollIntoView({ block: 'center', behavior: 'instant' });
    return one;
  });
  await button.click();
  const lead = await until('the plan', () => page.evaluate(() => window.leads[0]));
  near(lead.figures.find(({ metric }) => metric === 'roi').value, roiAt(0.2));
  assert.equal(await page.evaluate(() => window.leads.length), 1);
}

/** Where the host hides its own button, nobody presses it. */
const kHidesButtons = 'a reset that makes fields invisible';

/** Where engines differ. */
const kDiffer = /unsets|by nonce|doctype|shadow root|dialog|React|clones/;

function hostsNamed(test, isMeant) {
  for (const [name, hostOf] of Object.entries(kHosts).filter(([one]) => isMeant(one))) {
    test(name, async (visit) => {
      const host = hostOf();
      const page = await open(visit, name, host);
      if (host.act) {
        if (!/consent|dialog/.test(name)) await isWhole(page);
        await page.evaluate(host.act);
      }
      await works(page);
      if (name !== kHidesButtons) await handsOver(page);
    });
  }
}

inEveryBrowser(/./, (test) => hostsNamed(test, (name) => kDiffer.test(name)));

inChromium((test) => hostsNamed(test, (name) => !kDiffer.test(name)));
