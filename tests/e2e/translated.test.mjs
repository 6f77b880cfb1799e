// A page that a translator or an extension works in: no figure is frozen, and nobody is disturbed.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { inEveryBrowser } from './lib/browsers.mjs';
import { field } from './lib/calculator.mjs';
import { Hosts } from './lib/host.mjs';
import { kTranslators, translate, wordsOf } from './lib/translator.mjs';
import { until } from './lib/until.mjs';

let hosts;
before(async () => {
  hosts = await Hosts.start();
});
after(() => hosts.close());

const kRounds = 60;

const kPlaces = {
  page: () => `${hosts.cdn.origin}/?lang=en`,
  embed: () => hosts.page('full', hosts.element('loading="eager"')),
  'compact embed': () => hosts.page('compact', hosts.element('loading="eager" mode="compact"')),
};

const open = (visit, place) => visit.open(kPlaces[place](), { also: hosts.cdn.origin });

/** All there is to see of a place. */
async function unfold(page, place) {
  await page.explain('roi');
  if (place === 'compact embed') return;
  await page.openAll();
  await page.showAllFigures();
  await page.settledAnswers();
}

/** Types as a visitor does, who is still at it while figures change. */
async function typeCloseRate(page) {
  await page.type(field.closeRate, '1');
  await page.settled();
  await page.page.keyboard.type('2');
  assert.equal(await page.fieldText(field.closeRate), '12');
  assert.equal(await page.focused(), field.closeRate);
}

const translations = (page) => page.page.evaluate(() => window.translations);

/** Waits until a translator has nothing more to do. */
async function quiet(page) {
  let last;
  await until('a translator at rest', async () => {
    const before = last;
    for (let frame = 0; frame < 10; frame += 1) await page.settled();
    last = await translations(page);
    return last === before;
  });
}

/** So often a page that nobody translates says the same before that is what it says. */
const kStill = 20;

/** What a page says in the end, which is known where it is expected. */
async function lastWords(page, expected) {
  let words;
  let still = 0;
  const isLast = async () => {
    const before = words;
    words = await wordsOf(page);
    await page.settled();
    still = words === before ? still + 1 : 0;
    return expected === undefined ? still > kStill : words === expected && still > 0;
  };
  await until('the last words', isLast).catch(() => undefined);
  return words;
}

/** By browser and place: what a page says that nobody translates. */
const plainly = new WeakMap();

async function plainWords(visit, place) {
  const known = plainly.get(visit.browser) ?? new Map();
  plainly.set(visit.browser, known);
  if (!known.has(place)) {
    const page = await open(visit, place);
    await unfold(page, place);
    await typeCloseRate(page);
    await page.settledAnswers();
    known.set(place, await lastWords(page));
  }
  return known.get(place);
}

inEveryBrowser(/compact embed/, (test) => {
  for (const place of Object.keys(kPlaces)) {
    for (const way of kTranslators) {
      test(`${place}: a translator that does “${way}” freezes nothing`, async (visit) => {
        const expected = await plainWords(visit, place);
        const page = await open(visit, place);
        await unfold(page, place);
        await translate(page.page, way);
        await typeCloseRate(page);
        await quiet(page);
        assert.equal(await lastWords(page, expected), expected);
        await quiet(page);
        const rounds = await translations(page);
        assert.ok(rounds < kRounds, `the translator went to work ${rounds} times`);
        assert.equal(await page.focused(), field.closeRate);
      });
    }
  }
});
