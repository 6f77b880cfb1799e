// Holdout tests in real browsers: at their address, by keyboard on a phone, taken over and taken back, and in the saved page.
import assert from 'node:assert/strict';
import { inBothBrowsers } from '../lib/browsers.mjs';
import { fileUrl, singleFile } from '../lib/built.mjs';
import { hosted } from '../lib/hosted.mjs';
import { focus, isThere, says } from '../lib/tool.mjs';

const kPlace = '.evidence';
const field = (path) => `/scenarios/0/holdout/${path}`;

/** Presses the last link of the tool: what puts the share into the plan. */
const put = (page) =>
  page.inside((root, css) => {
    [...root.querySelectorAll(`${css} section button.link`)].at(-1).click();
  }, kPlace);

/** Five weeks, of which the last sells a fifth more in A, which is half of C. */
const kTable = [
  'Date\tA\tC\tD',
  ...Array.from({ length: 35 }, (_, day) => {
    const wave = day % 7;
    const iso = new Date(Date.UTC(2026, 7, 1 + day)).toISOString().slice(0, 10);
    return [iso, (day < 28 ? 10 : 12) * (10 + wave), 20 * (10 + wave), 80 - wave].join('\t');
  }),
].join('\n');

inBothBrowsers((test) => {
  test('by keyboard alone, in French on a phone, with nothing that scrolls sideways', async (visit) => {
    const page = await visit.open(hosted('?lang=fr#tool=holdout'), {
      viewport: { width: 360, height: 740 },
    });
    const { keyboard } = page.page;
    await isThere(page, `[name="${field('treated/people')}"]`);
    await focus(page, `[name="${field('treated/people')}"]`);
    for (const text of ['100000', '3000', '', '50000', '1000']) {
      await keyboard.type(text);
      await keyboard.press('Tab');
    }
    await says(page, /Avec la campagne, 3\s% ont acheté\s; sans elle, 2\s%\./);
    await says(page, /33,3\s% de ces clients ne seraient pas venus autrement/);
    const width = await page.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 360, `nothing scrolls sideways: ${width}`);
  });

  test('from the head: the share goes into the plan by a press, and back by undo', async (visit) => {
    const page = await visit.open(hosted('?lang=en'));
    const before = await page.values();
    await page.openTool('holdout', 'Holdout or lift test');
    await isThere(page, `[name="${field('control/rate')}"]`);
    for (const [path, text] of [
      ['treated/people', '100000'],
      ['treated/rate', '3'],
      ['control/people', '100000'],
      ['control/rate', '2'],
    ]) {
      await page.type(field(path), text);
      await page.leave();
    }
    await says(page, /would not have come otherwise/);
    assert.deepEqual(await page.values(), before, 'nothing goes into the plan unseen');
    await put(page);
    await says(page, /Incremental share\s+33%\s+33%/);
    assert.notDeepEqual(await page.values(), before);
    await page.undo();
    await says(page, /Incremental share\s+100%\s+33\.3%/);
    assert.deepEqual(await page.values(), before);
  });

  test('the saved page tests regions without a network', async (visit) => {
    const page = await visit.open(`${fileUrl(singleFile)}?lang=en#tool=holdout`);
    await isThere(page, '[data-part="geo-test"] > summary');
    await page.inside((root) => root.querySelector('[data-part="geo-test"] > summary').click());
    await isThere(page, '[name="regions"]');
    await page.inside((root, text) => {
      const area = root.querySelector('[name="regions"]');
      area.value = text;
      area.dispatchEvent(new Event('change'));
    }, kTable);
    await says(page, /3 regions, 35 days read\./);
    await page.inside((root) => root.querySelector('.regions input').click());
    await says(page, /A test of 14 days|Too few days/);
    await page.inside((root) => {
      const select = [...root.querySelectorAll('[data-part="geo-test"] select')].find((one) =>
        one.querySelector('[value="2026-08-29"]'),
      );
      select.value = '2026-08-29';
      select.dispatchEvent(new Event('change'));
    });
    await says(page, /A: 1,092 during the test, 910 expected without the campaign/);
  });
});
