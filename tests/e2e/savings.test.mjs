// Savings in real browsers: found beside shared costs, typed and ticked by keyboard, said beside the result,
// on a phone. What they do to the figures is tested without a browser:
// tests/page/savings.test.mjs.
import assert from 'node:assert/strict';
import { inBothBrowsers } from './lib/browsers.mjs';
import { hosted } from './lib/hosted.mjs';
import { smallPlan } from './lib/plans.mjs';
import { until } from './lib/until.mjs';

const at = (field) => `/scenarios/0/savings/0/${field}`;

/** 100 leads, 10 customers of 500 for 1 000: a gain of 4 000. */
const kBefore = { profit: 4000, roi: 4 };

inBothBrowsers((test) => {
  test('a saving is added beside shared costs and ticked by keyboard; undo brings the plan back', async (visit) => {
    const page = await visit.open(hosted('?lang=en'), { viewport: { width: 360, height: 740 } });
    await page.openDocument(smallPlan());
    await page.expect(kBefore);
    await page.openAll();
    await page.press('Add a saving');
    await until('the focus in the new line', () =>
      page.inside((root, name) => root.activeElement?.getAttribute('name') === name, at('label')),
    );
    const { keyboard } = page.page;
    await keyboard.type('Licence cancelled');
    await page.type(at('amount'), '600');
    await page.leave();
    await page.expect(kBefore);
    await page.doesNotSay(/Of which savings/);
    await (await page.input(at('counts'))).focus();
    await keyboard.press(' ');
    await page.expect({ profit: 4600, roi: 4.6 });
    await page.says(/Of which savings: €600/);
    const width = await page.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 360, `nothing scrolls sideways: ${width}`);
    await page.undo();
    await page.expect(kBefore);
    await page.doesNotSay(/Of which savings/);
  });
});
