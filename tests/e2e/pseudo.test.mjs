// In a language made for it: every word on the page comes from the catalogue, and longer words fit.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { after, before } from 'node:test';
import { inChromium } from './lib/browsers.mjs';
import { field } from './lib/calculator.mjs';
import { exampleNames } from './lib/plans.mjs';
import { buildPseudo } from './lib/pseudo.mjs';
import { isDotted } from './lib/pseudo-words.mjs';
import { serve } from './lib/server.mjs';
import { until } from './lib/until.mjs';

let folder;
let server;
before(async () => {
  folder = await buildPseudo();
  server = await serve(folder, { '/sw.js': '' });
});
after(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

const { sources } = JSON.parse(
  readFileSync(new URL('../../web/src/plan/benchmarks.json', import.meta.url), 'utf8'),
);
const publishers = new Set(
  Object.values(sources).flatMap(({ publisher }) => publisher.match(/\p{L}+/gu)),
);

/** What is not of any language's catalogue: names, grades, units and lists as the browser writes them. */
const kNames = /^(?:FR|EN|Français|English|SVG|PNG|Mon|canal|B)$/;
const kByTheBrowser = /^(?:mois|et|ou|k|M|Md|EUR|USD|janvier|avril|juin)$/;

const currencies = new Set(
  ['name', 'symbol', 'code'].flatMap((currencyDisplay) =>
    Intl.supportedValuesOf('currency').flatMap((currency) =>
      [1, 2]
        .flatMap((count) =>
          new Intl.NumberFormat('fr', { style: 'currency', currency, currencyDisplay })
            .formatToParts(count)
            .filter(({ type }) => type === 'currency'),
        )
        .flatMap(({ value }) => value.match(/\p{L}+/gu) ?? []),
    ),
  ),
);

const isAllowed = (word) =>
  kNames.test(word) ||
  kByTheBrowser.test(word) ||
  currencies.has(word) ||
  publishers.has(word) ||
  [...word].every(isDotted);

/** Every text and name of the page that can be seen or is spoken. Runs in the page. */
function said(root) {
  const found = [document.title];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    // Titles of books and papers stay as they are.
    if (parent?.closest('.sources')) continue;
    if (parent?.tagName === 'OPTION' || parent?.checkVisibility()) found.push(node.data);
  }
  const names = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'];
  for (const one of root.querySelectorAll('*')) {
    if (one.checkVisibility()) found.push(...names.map((name) => one.getAttribute(name) ?? ''));
  }
  return found.filter((text) => /\p{L}/u.test(text));
}

async function foreign(page) {
  const texts = await page.inside(said);
  assert.ok(texts.length > 50);
  return texts
    .filter((text) => (text.match(/\p{L}+/gu) ?? []).some((word) => !isAllowed(word)))
    .map((text) => `not of the catalogue: ${text.trim()}`);
}

/** Texts that stand out of their boxes, are cut, or make the page scroll. Runs in the page. */
function misfits(root) {
  const found = [];
  const page = document.scrollingElement;
  if (page.scrollWidth > innerWidth) found.push(`the page is ${page.scrollWidth} px wide`);
  const say = (what, one) =>
    found.push(
      `${what}: <${one.tagName} ${one.className.baseVal ?? one.className}> ${one.textContent.trim().slice(0, 60)}`,
    );
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const one = node.parentElement;
    if (!node.data.trim() || !one?.checkVisibility({ visibilityProperty: true })) continue;
    if (one.closest('.scroll, .unseen, select, textarea')) continue;
    range.selectNodeContents(node);
    const { left, right } = range.getBoundingClientRect();
    if (left < -0.5 || right > innerWidth + 0.5) say('beyond the page', one);
    const box = one.closest('button, summary, th, td, dd, dt, label, p');
    if (!box || one.closest('svg')) continue;
    const edges = box.getBoundingClientRect();
    if (left < edges.left - 1 || right > edges.right + 1) say('beyond its box', one);
    if (getComputedStyle(box).overflowX === 'hidden' && box.scrollWidth > box.clientWidth) {
      say('cut', one);
    }
  }
  for (const one of root.querySelectorAll('*')) {
    const isHiding = ['hidden', 'clip'].includes(getComputedStyle(one).overflowX);
    if (
      isHiding &&
      !one.closest('.unseen, svg') &&
      one.checkVisibility({ visibilityProperty: true })
    ) {
      if (one.scrollWidth > one.clientWidth + 1) say('cut', one);
    }
  }
  return [...new Set(found)];
}

const press = (page, css) => page.inside((root, at) => root.querySelector(at).click(), css);

const shows = (page, css) =>
  until(css, () => page.inside((root, at) => root.querySelector(at) !== null, css));

async function fill(page, name, text) {
  await page.paste(name, text);
  await page.leave();
}

async function unfold(page) {
  for (let depth = 0; depth < 3; depth += 1) {
    await page.inside((root) => {
      for (const one of root.querySelectorAll('[aria-expanded="false"].opener')) one.click();
    });
    await page.openAll();
    await page.settled();
  }
  await shows(page, '[data-section="time"] svg.chart');
}

/** Each state builds on the one before. */
const kStates = {
  'the first page': async () => {},
  'an error': (page) => fill(page, field.closeRate, 'abc'),
  ranges: async (page) => {
    await fill(page, field.closeRate, '2..20');
    await fill(page, field.value, '100..200');
  },
  'an explanation and a goal seek': async (page) => {
    await page.explain('roi');
    await shows(page, '.seek');
    await fill(page, 'seek-target', '200');
  },
  'panels and scenarios': async (page) => {
    await press(page, '[data-opens="keeping"]');
    await shows(page, '.ways-out');
    await press(page, '[data-unfolds="scenarios:choosing"]');
    await page.settled();
    await press(page, '.choosing .link');
    await page.settled();
    await press(page, '[data-unfolds="scenarios:naming"]');
    await page.settled();
    await fill(page, '/scenarios/1/channels/0/costs/0/amount', '20000');
  },
  'everything open': async (page) => {
    await unfold(page);
    for (const channel of [0, 1]) {
      await fill(page, `/scenarios/1/channels/${channel}/response/elasticity`, '50');
    }
    await shows(page, '[data-section="split"] svg.chart');
  },
  'impossible entries': async (page) => {
    await fill(page, '/scenarios/1/channels/0/leads', '-5');
    await fill(page, '/scenarios/1/channels/1/costs/0/amount', 'abc');
    await fill(page, '/scenarios/1/channels/0/leads', '0');
  },
};

const kExamples = Object.fromEntries(
  exampleNames.map((preset) => [
    `the example ${preset}`,
    async (page) => {
      await page.choose('preset', preset);
      await page.settledAnswers();
      await unfold(page);
      await press(page, '[data-unsure$="adSpendCpc"]');
    },
  ]),
);

inChromium((test) => {
  for (const [width, walks] of [
    [320, { states: kStates, examples: kExamples }],
    [768, { states: kStates }],
  ]) {
    for (const [what, states] of Object.entries(walks)) {
      test(`longer words from the catalogue alone, at ${width} px: ${what}`, async (visit) => {
        const viewport = { width, height: 800 };
        const page = await visit.open(`${server.origin}/?lang=fr`, { viewport });
        await page.settledAnswers();
        const wrong = [];
        for (const [state, reach] of Object.entries(states)) {
          await reach(page);
          await page.settled();
          const found = [...(await foreign(page)), ...(await page.inside(misfits))];
          for (const one of new Set(found)) wrong.push(`${state}: ${one}`);
        }
        assert.deepEqual(wrong, []);
      });
    }
  }
});
