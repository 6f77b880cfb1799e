// "Don't know?": published figures beside a field, by keyboard and in a page of someone else. What is
// offered where, and what is said of it, is tested without a browser: tests/page/benchmarks.test.mjs.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { inBothBrowsers } from './lib/browsers.mjs';
import { dist } from './lib/built.mjs';
import { Calculator, ends, field, kPlan } from './lib/calculator.mjs';
import { Hosts } from './lib/host.mjs';
import { serve } from './lib/server.mjs';

let server;
let hosts;
before(async () => {
  server = await serve(dist);
  hosts = await Hosts.start();
});
after(() => {
  server.close();
  hosts.close();
});

const search = `${kPlan}/channels/0`;
const linkedin = `${kPlan}/channels/2`;

/** A plan in dollars that counts leads, made of published figures: Search, Facebook, LinkedIn. */
async function agencyPitch(visit) {
  const page = await visit.open(`${server.origin}/`);
  await page.choose('preset', 'agency-pitch');
  return page;
}

/** A channel's details, and every question in them. */
async function unfold(page, channel) {
  await page.inside((root, id) => root.querySelector(`.opener[data-row="${id}"]`).click(), channel);
  await page.inside((root) => {
    for (const one of root.querySelectorAll('.details details')) one.open = true;
  });
}

const opener = (page, key) => page.element(`[data-unsure="${key}"]`);

async function ask(page, key) {
  await page.click(await opener(page, key));
  await page.element('.published');
}

/** What the open list says of each figure, by its id; and which have a button. */
const list = (page) =>
  page.inside((root) => {
    const lists = [...root.querySelectorAll('.published')];
    if (lists.length !== 1) throw new Error(`${lists.length} lists are open`);
    const rows = [...lists[0].querySelectorAll('li')];
    const said = ({ innerText }) => innerText.replaceAll(/[\s\u00a0\u202f]+/g, ' ');
    return {
      rows: Object.fromEntries(rows.map((row) => [row.dataset.benchmark, said(row)])),
      usable: rows.filter((row) => row.querySelector('button')).map((row) => row.dataset.benchmark),
      text: said(lists[0]),
    };
  });

const lists = (page) => page.inside((root) => root.querySelectorAll('.published').length);

/** The source under a field. */
const sourceUnder = (page, key) =>
  page.inside((root, at) => {
    const source = root.querySelector(`[data-unsure="${at}"]`).nextElementSibling;
    return source?.textContent.replaceAll(/[\u00a0\u202f]/g, ' ');
  }, key);

const hasFocus = (page, key) =>
  page.inside((root, at) => root.activeElement?.dataset.unsure === at, key);

const status = (page) => page.inside((root) => root.querySelector('[role="status"]').textContent);

const usual = (page) =>
  page.inside((root) =>
    root.querySelector('.usual')?.innerText.replaceAll(/[\s\u00a0\u202f]+/g, ' '),
  );

inBothBrowsers((test) => {
  test('by keyboard: a figure is read, taken over with its source, and taken back', async (visit) => {
    const page = await agencyPitch(visit);
    await unfold(page, 'linkedin');
    const key = `${linkedin}/conversionRate`;
    await page.choose(`${linkedin}/platform`, 'search');
    const before = await page.values();
    const { keyboard } = page.page;
    await (await opener(page, key)).focus();
    await keyboard.press('Enter');
    const { rows, usable } = await list(page);
    assert.deepEqual(Object.keys(rows), ['b003']);
    for (const said of [
      /^8\.18% on average, Search, all sectors /,
      /WordStream \/ LocaliQ, 2026/,
      /conversions \/ clicks/,
      /13,474 search campaigns/,
      /\bUS\b/,
      /grade B/,
    ])
      assert.match(rows.b003, said);
    assert.deepEqual(usable, ['b003']);
    assert.match((await list(page)).text, /half to double/);

    // Past the choice of a sector and "Close" to the first figure's button.
    for (let presses = 0; presses < 3; presses += 1) await keyboard.press('Tab');
    await keyboard.press('Enter');
    await page.settled();
    assert.deepEqual(await page.texts(ends(key)), ['4.09', '8.18', '16.36']);
    assert.equal(await sourceUnder(page, key), 'benchmark: WordStream / LocaliQ, 2026, US');
    assert.match(await status(page), /^Conversion rate, .*4\.09% to 16\.36%.*Undo/);
    assert.equal(await lists(page), 0);
    assert.ok(await hasFocus(page, key));
    assert.notDeepEqual(await page.values(), before);
    await page.undo();
    assert.deepEqual(await page.values(), before);
    assert.deepEqual(await page.texts(ends(key)), ['3', '', '10']);
  });

  test('one list at a time; Escape closes it, and the focus stays', async (visit) => {
    const page = await agencyPitch(visit);
    await unfold(page, 'search');
    const [first, second] = [`${search}/adSpendCpc`, `${search}/ctr`];
    await ask(page, first);
    await ask(page, second);
    assert.deepEqual(Object.keys((await list(page)).rows), ['b001']);
    await page.page.keyboard.press('Escape');
    await page.settled();
    assert.equal(await lists(page), 0);
    assert.ok(await hasFocus(page, second));
    await ask(page, first);
    await (await page.element('.published [name="sector"]')).focus();
    await page.page.keyboard.press('Escape');
    await page.settled();
    assert.equal(await lists(page), 0);
    assert.ok(await hasFocus(page, first));
  });

  test('in a page of someone else', async (visit) => {
    const url = hosts.page('host', hosts.element('preset="agency-pitch" mode="full"'));
    const { page: tab, requests } = await visit.blank(url, { also: hosts.cdn.origin });
    const page = new Calculator(tab, 0, requests);
    await page.goTo(url);
    await ask(page, field.closeRate);
    assert.match((await list(page)).text, /customers per lead/);
    assert.match(await usual(page), /Search [^$]*\$66\.69/);
  });
});
