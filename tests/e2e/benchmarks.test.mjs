// "Don't know?": published figures beside a field, taken over as a range with its source.
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
const facebook = `${kPlan}/channels/1`;
const linkedin = `${kPlan}/channels/2`;

/** A plan in dollars that counts leads, made of published figures: Search, Facebook, LinkedIn. */
async function agencyPitch(visit, query = '') {
  const page = await visit.open(`${server.origin}/${query}`);
  await page.choose('preset', 'agency-pitch');
  return page;
}

const unfold = (page, channel) =>
  page.inside((root, id) => root.querySelector(`.opener[data-row="${id}"]`).click(), channel);

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

const use = async (page, id) => page.click(await page.element(`[data-benchmark="${id}"] button`));

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

  test('a figure that is changed is no longer the publisher’s', async (visit) => {
    const page = await agencyPitch(visit);
    await unfold(page, 'linkedin');
    const key = `${linkedin}/ctr`;
    await ask(page, key);
    await use(page, 'b127');
    assert.deepEqual(await page.texts(ends(key)), ['0.24', '0.48', '0.96']);
    assert.equal(await sourceUnder(page, key), 'benchmark: ZenABM via Stackmatix, 2026');
    await page.type(`${key}/high`, '1');
    await page.leave();
    assert.equal(await sourceUnder(page, key), undefined);
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

  test('the sector that was chosen is remembered, and stands first', async (visit) => {
    const page = await agencyPitch(visit);
    await unfold(page, 'linkedin');
    await ask(page, `${linkedin}/adSpendCpc`);
    assert.deepEqual(Object.keys((await list(page)).rows), ['b125', 'b128', 'b131']);
    await page.choose('sector', 'b2b saas');
    const { rows } = await list(page);
    assert.deepEqual(Object.keys(rows), ['b134', 'b125', 'b128', 'b131']);
    assert.match(rows.b134, /^\$10\.48 to \$15\.72 for the middle half.*HockeyStack, 2025/);
    await use(page, 'b134');
    assert.deepEqual(await page.texts(ends(`${linkedin}/adSpendCpc`)), ['7.83', '', '21']);
    await ask(page, `${linkedin}/ctr`);
    assert.deepEqual(Object.keys((await list(page)).rows), ['b133', 'b127', 'b130']);
  });

  test('where the recipe is another, nothing is offered, and why is said', async (visit) => {
    const page = await agencyPitch(visit);
    await ask(page, field.closeRate);
    const close = await list(page);
    assert.deepEqual(close.rows, {});
    assert.match(close.text, /customers per lead/);
    assert.doesNotMatch(close.text, /\d+ ?%/);
    await unfold(page, 'search');
    await ask(page, `${search}/margin`);
    assert.match((await list(page)).text, /No published gross margin/);
    // What was measured are leads: a plan that counts calls is offered no rate of them.
    await page.inside((root) => {
      for (const one of root.querySelectorAll('.inputs details')) one.open = true;
    });
    await page.choose(`${kPlan}/action`, 'call');
    await ask(page, `${search}/conversionRate`);
    assert.match((await list(page)).text, /counts leads.*counts calls/);
    assert.equal(await usual(page), undefined);
    // Campaigns for leads do not sell: a shop is offered those for visits.
    await unfold(page, 'facebook');
    await ask(page, `${facebook}/adSpendCpc`);
    assert.deepEqual(Object.keys((await list(page)).rows), ['b081']);
    await page.choose(`${kPlan}/action`, 'order');
    assert.deepEqual(Object.keys((await list(page)).rows), ['b085']);
  });

  test('money of another currency is shown, not taken over; a rate is', async (visit) => {
    const page = await visit.open(`${server.origin}/`);
    await page.choose('preset', 'b2b-leads');
    await unfold(page, 'search');
    const at = `${kPlan}/channels/2`;
    await ask(page, `${at}/adSpendCpc`);
    const { rows, usable, text } = await list(page);
    assert.match(rows.b002, /^5\.42 USD on average/);
    assert.deepEqual(usable, []);
    assert.match(text, /In USD; your plan is in EUR\. Nothing is converted/);
    await ask(page, `${at}/ctr`);
    await use(page, 'b001');
    assert.deepEqual(await page.texts(ends(`${at}/ctr`)), ['3.32', '6.64', '13.28']);
  });

  test('under the answer: what a lead usually costs in ad spend, beside the plan’s own', async (visit) => {
    const page = await agencyPitch(visit);
    const said = await usual(page);
    assert.match(said, /^Cost per lead, ad spend alone: what is usual/);
    // 5.42 / 8.18 % and 1.92 / 7.72 %
    assert.match(
      said,
      /Search: \$66\.69 on average, all sectors, US \(WordStream \/ LocaliQ, 2026\)\. Your plan: \$66\.26\./,
    );
    assert.match(said, /Facebook: \$27\.66 median, .*2025\)\. Your plan: \$24\.87\./);
    await ask(page, 'usual');
    await page.choose('sector', 'technology');
    assert.match(
      await usual(page),
      /LinkedIn: \$79\.00 to \$791\.00 medians by region and kind of ad/,
    );
    const { usable } = await list(page);
    assert.deepEqual(usable, []);
    await page.choose('preset', 'b2b-leads');
    await page.choose('sector', 'b2b');
    const abroad = await usual(page);
    assert.match(abroad, /LinkedIn: 202\.00 USD on average/);
    assert.equal(abroad.match(/Nothing is converted/g)?.length, 1);
    assert.ok(abroad.match(/ USD /g).length > 1);
  });

  test('without a sector nothing is said to be usual; where no lead is counted, nothing is asked', async (visit) => {
    const page = await visit.open(`${server.origin}/`);
    assert.equal(await usual(page), undefined);
    await page.choose('preset', 'local-service');
    assert.equal(await usual(page), undefined);
  });

  test('in French', async (visit) => {
    const page = await agencyPitch(visit, '?lang=fr');
    await unfold(page, 'facebook');
    const key = `${facebook}/conversionRate`;
    await ask(page, key);
    const { rows } = await list(page);
    assert.match(rows.b082, /^7,72 % médiane, Facebook, tous secteurs Prendre de 3,86 % à 15,44 %/);
    assert.match(rows.b082, /États-Unis · niveau B/);
    await use(page, 'b082');
    assert.equal(
      await sourceUnder(page, key),
      'référence : WordStream / LocaliQ, 2025, États-Unis',
    );
    assert.match(await usual(page), /Facebook : 27,66 \$ médiane.*Votre plan : 24,87 \$\./);
  });

  test('in a page of someone else', async (visit) => {
    const url = hosts.page('host', hosts.element('preset="agency-pitch" mode="full"'));
    const { page: tab, requests } = await visit.blank(url, { also: hosts.cdn.origin });
    const page = new Calculator(tab, 0, requests);
    await page.goTo(url);
    await ask(page, field.closeRate);
    assert.match((await list(page)).text, /customers per lead/);
    assert.match(await usual(page), /Search: \$66\.69/);
  });
});
