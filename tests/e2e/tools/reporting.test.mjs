// Reporting time in real browsers: at its address, by keyboard, on a phone, and in the saved page.
import assert from 'node:assert/strict';
import { inBothBrowsers } from '../lib/browsers.mjs';
import { fileUrl, singleFile } from '../lib/built.mjs';
import { hosted } from '../lib/hosted.mjs';
import { focus, isThere, says } from '../lib/tool.mjs';
import { until } from '../lib/until.mjs';

const field = (input) => `/scenarios/0/reporting/${input}`;

/** An address that leads to it is one that the focus is led to. */
const isLedThere = (page) =>
  until('the focus on its heading', () =>
    page.inside((root) => root.activeElement?.matches('.keeping h2') ?? false),
  );

inBothBrowsers((test) => {
  test('by keyboard alone, in French on a phone, with nothing that scrolls sideways', async (visit) => {
    const page = await visit.open(hosted('?lang=fr#tool=reporting-time'), {
      viewport: { width: 360, height: 740 },
    });
    const { keyboard } = page.page;
    await isThere(page, `[name="${field('clients')}"]`);
    await isLedThere(page);
    await says(page, /Les chiffres en gris sont un exemple/);
    await focus(page, `[name="${field('hoursPerReport')}"]`);
    for (const text of ['3', '2', '20']) {
      await keyboard.type(text);
      await keyboard.press('Tab');
    }
    // 3 h x 2 reports x 20 clients; half an hour each with the tool; 100 h at 50 saved, less 200
    await says(page, /Heures par mois\s+120\s+20\s+100/);
    await says(page, /Économie nette par mois\s+4\s800/);
    await focus(page, '[data-part="reporting-working"] > summary');
    await keyboard.press('Enter');
    await says(page, /mise en place \(une fois\) ÷ économie nette par mois/);
    const width = await page.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 360, `nothing scrolls sideways: ${width}`);
    await keyboard.press('Escape');
    await until('the head again', () =>
      page.inside((root) => root.activeElement?.dataset.opens === 'evidence'),
    );
  });

  test('from the head, in English: undo takes back a figure, and the plan is what it was', async (visit) => {
    const page = await visit.open(hosted('?lang=en'));
    const before = await page.values();
    await page.openTool('reporting-time', 'Reporting time');
    await isThere(page, `[name="${field('licence')}"]`);
    await says(page, /Payback\s+0\.3 months/);
    await page.type(field('licence'), '1800');
    await page.leave();
    await says(page, /never\s+no more is saved than the licence costs/);
    assert.deepEqual(await page.values(), before, 'the plan is what it was');
    await page.undo();
    await says(page, /Payback\s+0\.3 months/);
    await says(page, /Figures in grey are an example/);
  });

  test('the saved page works it out without a network', async (visit) => {
    const page = await visit.open(`${fileUrl(singleFile)}?lang=en#tool=reporting-time`);
    await isThere(page, `[name="${field('hourlyCost')}"]`);
    await page.type(field('hourlyCost'), '40-62.5');
    await page.leave();
    await says(page, /More is saved than the licence costs\s+More than 99 chances in 100/);
    await says(page, /between €1,200 and €1,9[89]0, 9 times in 10/);
  });
});
