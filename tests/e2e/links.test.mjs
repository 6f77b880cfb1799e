// Links that others send: altered on their way, cut, and how the address goes on holding the plan.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { inEveryBrowser } from './lib/browsers.mjs';
import { dist, fileUrl, singleFile } from './lib/built.mjs';
import { field } from './lib/calculator.mjs';
import { fragmentOf, kMangled } from './lib/links.mjs';
import { exampleOf } from './lib/plans.mjs';
import { serve } from './lib/server.mjs';
import { until } from './lib/until.mjs';

let server;
before(async () => {
  server = await serve(dist);
});
after(() => server.close());

const example = exampleOf('email');
const [plan] = example.scenarios;
const roiAt = (closeRate) => (12_000 * closeRate * 150 - 65_000) / 65_000;
const own = roiAt(0.1);

/** The example at another close rate. */
const linkAt = (closeRate) => fragmentOf({ ...example, scenarios: [{ ...plan, closeRate }] });
const link = linkAt(0.3);

const hosted = (rest = '') => `${server.origin}/?lang=en${rest}`;

const go = (page, hash) =>
  page.page.evaluate((to) => {
    location.hash = to;
  }, hash);
const address = (page) => page.page.evaluate(() => location.hash);
const entries = (page) => page.page.evaluate(() => history.length);
const travel = (page, by) => page.page.evaluate((steps) => history.go(steps), by);

const banner = (page) => page.inside((root) => root.querySelector('.shared')?.innerText ?? '');
const isShared = (page) =>
  until('a shared plan', async () => /someone shared/.test(await banner(page)));
const isOwn = (page) => until('an own plan', async () => (await banner(page)) === '');
const refusal = (page) => page.inside((root) => root.querySelector('.notice.loss')?.textContent);
const refused = (page, pattern) =>
  until(pattern, async () => pattern.test((await refusal(page)) ?? ''));

inEveryBrowser(/altered|cut|address/, (test) => {
  test('its figures are those of the shared plan, until they are typed over', async (visit) => {
    const page = await visit.open(hosted(link));
    await isShared(page);
    const chosen = () =>
      page.inside((root) => root.querySelector('#preset').selectedOptions[0].textContent);
    assert.equal(await chosen(), 'A shared plan');
    await page.explain('roi');
    await page.unfoldExplanation();
    assert.match(await page.explanation(), /30%\s+from the shared plan/);
    assert.doesNotMatch(await page.explanation(), /typed by you/);
    await page.type(field.closeRate, '20');
    await page.leave();
    await isOwn(page);
    assert.match(await page.explanation(), /20%\s+typed by you/);
    await page.says(/Figures of a shared plan, and yours/);
    assert.equal(await chosen(), 'Your own figures');
  });

  // How each of them is read is tested without a browser: tests/page/links.test.mjs.
  test('a link that was altered on its way opens the plan, and so it does in the single file', async (visit) => {
    const page = await visit.open(hosted(kMangled['wrapped and pasted'](link)));
    await isShared(page);
    for (const name of ['before an ellipsis', 'with its sign encoded', 'quoted-printable']) {
      await go(page, '');
      await isOwn(page);
      await page.expect({ roi: own });
      await go(page, kMangled[name](link));
      await isShared(page);
      await page.expect({ roi: roiAt(0.3) });
    }
    const single = await visit.open(`${fileUrl(singleFile)}?lang=en${link}&x`, { offline: true });
    await isShared(single);
    await single.expect({ roi: roiAt(0.3) });
    await single.type(field.closeRate, '20');
    await isOwn(single);
    assert.equal(await address(single), '');
  });

  test('a link that was cut is said to be, and stays in the address', async (visit) => {
    const page = await visit.open(hosted());
    await page.type(field.closeRate, '20');
    await page.leave();
    for (const length of ['#s='.length, 60, link.length - 1]) {
      const cut = link.slice(0, length);
      await go(page, cut);
      await refused(page, /its end is missing/);
      await page.expect({ roi: roiAt(0.2) });
      assert.equal(await address(page), cut);
      await go(page, '#x');
    }
    await go(page, link.replace('1.', '1.AAAA'));
    await refused(page, /no scenario/);
  });

  test('the address holds the plan until the first edit', async (visit) => {
    const page = await visit.open(hosted(link));
    await isShared(page);
    assert.equal(await address(page), link);
    await page.reload();
    await isShared(page);
    await page.expect({ roi: roiAt(0.3) });
    await page.explain('roi');
    assert.equal(await address(page), link, 'looking is no edit');
    const before = await entries(page);
    await page.type(field.closeRate, '20');
    await isOwn(page);
    assert.equal(await address(page), '');
    assert.equal(await entries(page), before);
    await page.undo();
    await page.expect({ roi: roiAt(0.3) });
    assert.equal(await address(page), '');
  });

  test('back and forward lead to what the address says', async (visit) => {
    const page = await visit.open(hosted());
    await page.type(field.closeRate, '20');
    await page.leave();
    await go(page, link);
    await isShared(page);
    await go(page, linkAt(0.4));
    await until('the other', async () => Number(await page.value('roi')) === roiAt(0.4));
    await travel(page, -1);
    await until('the first', async () => Number(await page.value('roi')) === roiAt(0.3));
    await travel(page, -1);
    await isOwn(page);
    await page.expect({ roi: roiAt(0.2) });
    await travel(page, 2);
    await isShared(page);
    await page.expect({ roi: roiAt(0.4) });
    await page.press('Back to my plan', '.shared');
    await isOwn(page);
    await page.expect({ roi: roiAt(0.2) });
    assert.equal(await address(page), '');
  });

  test('what can be done with a shared plan is said in both languages', async (visit) => {
    const page = await visit.open(`${server.origin}/?lang=fr${link}`);
    await until('the line', async () => /quelqu’un a partagé/.test(await banner(page)));
    await page.press('Le garder', '.shared');
    await until('the ways', () => page.inside((root) => root.querySelector('.keeping') !== null));
    await page.press('Revenir à l’exemple', '.shared');
    await isOwn(page);
    await page.expect({ roi: own });
    assert.equal(await page.inside((root) => root.activeElement?.id), 'answer');
  });
});
