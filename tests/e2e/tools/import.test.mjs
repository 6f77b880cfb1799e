// Exports brought to a plan in real browsers: chosen, dropped, pasted, by keyboard, and in the saved page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inBothBrowsers, inEveryBrowser } from '../lib/browsers.mjs';
import { fileUrl, singleFile } from '../lib/built.mjs';
import { dropFile } from '../lib/files.mjs';
import { hosted } from '../lib/hosted.mjs';
import { until } from '../lib/until.mjs';

const pathOf = (name) => fileURLToPath(new URL(`../../exports/${name}`, import.meta.url));
const sample = (name) => readFileSync(pathOf(name));

const kMeta = 'platforms/meta-en-campaign.csv';

const words = (page) => page.inside((root) => root.querySelector('.bringing')?.innerText ?? '');
const says = (page, pattern) => until(pattern, async () => pattern.test(await words(page)));
const press = (page, selector) =>
  page.inside((root, css) => root.querySelector(css).click(), selector);

async function put(page) {
  await until('a way into the plan', () =>
    page.inside((root) => root.querySelector('[data-applies]') !== null),
  );
  await press(page, '[data-applies]');
  await page.settled();
}

inEveryBrowser(/./, (test) => {
  test('a file that is dropped becomes the plan, and undo brings back what was there', async (visit) => {
    const page = await visit.open(hosted('?lang=en'));
    const start = await page.values();
    await dropFile(page, 'meta.csv', sample(kMeta));
    await says(page, /Meta Ads Manager, EUR, April 1.–.30, 2026\./);
    assert.deepEqual(await page.values(), start, 'nothing has happened yet');
    await put(page);
    await page.expect({ cost: 2283.51, leads: 46 });
    await page.undo();
    assert.deepEqual(await page.values(), start);
  });

  test('a workbook that is dropped is read', async (visit) => {
    const page = await visit.open(hosted('?lang=en'));
    await dropFile(page, 'meta.xlsx', sample('packed/meta-fr-ad-day.xlsx'));
    await says(page, /meta\.xlsx, .*\n[\s\S]*Meta Ads Manager, EUR, May/);
    await put(page);
    await page.expect({ cost: 220.93, leads: 8 });
  });

  test('the saved page reads exports without a network', async (visit) => {
    const page = await visit.open(`${fileUrl(singleFile)}?lang=en`);
    await dropFile(page, 'linkedin.csv', sample('platforms/linkedin-en-day.csv'));
    await says(page, /LinkedIn Campaign Manager, EUR, June/);
    await put(page);
    await page.expect({ cost: 1482.86, leads: 14 });
    // What was counted week by week is kept, and is in no list of what was typed.
    await press(page, '[data-opens="report"]');
    await page.input('/report/client');
    await page.inside((root) => root.querySelector('.preview summary, .preview button')?.click());
    await page.settled();
  });
});

inBothBrowsers((test) => {
  test('every sample is recognised, with the rows and the spend that it holds', async (visit) => {
    const page = await visit.open(hosted('?lang=en#tool=import'));
    const { files } = JSON.parse(sample('platforms/expected.json'));
    const input = await page.page.evaluateHandle(() =>
      document.querySelector('roi-calculator').shadowRoot.querySelector('[name="exports"]'),
    );
    await input.uploadFile(...files.map(({ file }) => pathOf(`platforms/${file}`)));
    const sections = () =>
      page.inside((root) =>
        [...root.querySelectorAll('[data-source]')].map((one) => [one.ariaLabel, one.innerText]),
      );
    await until('all of them', async () => {
      const all = await sections();
      return all.length === files.length && all.every(([, text]) => /rows? read/.test(text));
    });
    const told = Object.fromEntries(await sections());
    for (const { file, rows } of files)
      assert.match(told[file], new RegExp(`\\b${rows} rows? read`));
    const spent = files.flatMap(({ totals, platform }) =>
      totals.spend && platform !== 'generic' ? [totals.spend] : [],
    );
    const shown = await words(page);
    for (const spend of spent)
      assert.match(
        shown,
        new RegExp(
          `${Math.floor(spend).toLocaleString('en')}|${Math.ceil(spend).toLocaleString('en')}`,
        ),
      );
  });

  test('by keyboard alone, from the head to the plan, in French on a phone', async (visit) => {
    const page = await visit.open(hosted('?lang=fr'), { viewport: { width: 360, height: 740 } });
    const { keyboard } = page.page;
    await page.openTool('import', 'Importer des exports');
    await page.inside((root) => root.querySelector('.ways-in > button').focus());
    await keyboard.press('Enter');
    await until('a place for cells', () =>
      page.inside((root) => root.activeElement?.name === 'cells'),
    );
    for (const line of ['Campagne;Coût (EUR);Leads', 'Salon;900,50;60', 'Poste;99,50;20']) {
      await keyboard.type(line);
      await keyboard.press('Enter');
    }
    await keyboard.press('Tab');
    await says(page, /2 lignes lues/);
    const width = await page.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 360, 'nothing scrolls sideways');
    await page.inside((root) => root.querySelector('[data-applies]').focus());
    await keyboard.press('Enter');
    await page.settled();
    await page.expect({ cost: 1000, leads: 80 });
    assert.equal(await page.inside((root) => root.activeElement?.id), 'answer');
  });

  test('several files are chosen at once, and have an address of their own', async (visit) => {
    const page = await visit.open(hosted('?lang=en#tool=import'));
    await until('the panel', async () => /CSV/.test(await words(page)));
    const input = await page.page.evaluateHandle(() =>
      document.querySelector('roi-calculator').shadowRoot.querySelector('[name="exports"]'),
    );
    await input.uploadFile(pathOf(kMeta), pathOf('packed/meta-fr-ad-day.xlsx'));
    await says(page, /meta-fr-ad-day\.xlsx, .*\n[\s\S]*Meta Ads Manager, EUR, May/);
    await page.press('Join them as one period', '[data-asked="days"]');
    await put(page);
    await page.expect({ cost: 2283.51 + 220.93, leads: 46 + 8 });
  });
});
