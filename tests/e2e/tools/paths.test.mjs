// Conversion paths in browsers: pasted by keyboard, on a phone, and put into the plan.
import assert from 'node:assert/strict';
import { inEveryBrowser } from '../lib/browsers.mjs';
import { hosted } from '../lib/hosted.mjs';
import { planOf } from '../lib/plans.mjs';
import { until } from '../lib/until.mjs';

const kPlan = planOf([
  { id: 'a', name: 'Search', leads: 30, costs: [{ kind: 'adSpend', amount: 900 }] },
  { id: 'b', name: 'Newsletter', leads: 10, costs: [{ kind: 'adSpend', amount: 600 }] },
]);

/** Linear: 4 and 6 of 10, so 16 and 24 of 40 leads. */
const kPaths = 'path,conversions\nSearch > Newsletter,8\nNewsletter,2';

inEveryBrowser(/./, (test) => {
  test('pasted paths are credited and put into the plan, and undo takes it back', async (visit) => {
    const viewport = { width: 360, height: 740 };
    const page = await visit.open(hosted('?lang=en'), { viewport });
    await page.openDocument(kPlan);
    const before = await page.values();
    await page.openTool('paths', 'Conversion paths');
    const press = (words) =>
      page.inside((root, said) => {
        const all = [...root.querySelectorAll('.evidence button')];
        all.find((one) => one.innerText === said)?.click();
      }, words);
    await until('a way to paste', () =>
      page.inside((root) => root.querySelector('.evidence .ways-in') !== null),
    );
    await press('Paste rows');
    await until('its field', () =>
      page.inside((root) => root.querySelector('[name="paths-cells"]') !== null),
    );
    await page.inside((root, text) => {
      const field = root.querySelector('[name="paths-cells"]');
      field.value = text;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }, kPaths);
    const says = (pattern) =>
      until(pattern, () =>
        page
          .inside((root) => root.querySelector('.evidence')?.innerText ?? '')
          .then((text) => pattern.test(text)),
      );
    await says(/10 conversions, 0 journeys without conversion/);
    await says(/What each rule credits/);
    const width = await page.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 360, 'nothing scrolls sideways');
    await page.inside((root) => root.querySelector('[data-applies]').click());
    await page.settled();
    await page.expect({ leads: 40, 'leads@a': 16, 'leads@b': 24 });
    await page.undo();
    assert.deepEqual(await page.values(), before);
  });
});
