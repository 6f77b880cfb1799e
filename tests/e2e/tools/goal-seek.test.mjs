// "What would it take?": a target is typed, and what it takes is taken over. Its answers are tested without
// a browser: tests/page/tools.
import assert from 'node:assert/strict';
import { near } from '../lib/analysis.mjs';
import { inBothBrowsers } from '../lib/browsers.mjs';
import { field } from '../lib/calculator.mjs';
import { kCost, profitAt } from '../lib/example.mjs';
import { hosted } from '../lib/hosted.mjs';
import { until } from '../lib/until.mjs';

/** The contents of the analyses come after the first answer. */
const shows = (page, css) =>
  until(css, () => page.inside((root, found) => root.querySelector(found) !== null, css));

async function seek(page, target, input) {
  await shows(page, '.seek');
  await page.paste('seek-target', target);
  await (await page.element(`.seek select:has([value="${input}"])`)).select(input);
}

const sought = (page) => page.inside((root) => root.querySelector('.seek p').innerText.trim());

inBothBrowsers((test) => {
  test('an explanation says what it would take, and takes it over', async (visit) => {
    const page = await visit.open(hosted());
    await page.explain('roi');
    await seek(page, '200', field.closeRate);
    // 195 000 of return over 12 000 subscribers worth 150
    assert.match(await sought(page), /^Close rate: at least 10.83% instead of 10%\./);
    await page.press('Apply', '.seek');
    await page.expect({ roi: 2 });
    near(
      Number.parseFloat(await page.fieldText(field.closeRate)),
      100 * (195_000 / 1_800_000),
      1e-9,
    );
    await page.undo();
    await page.expect({ roi: profitAt(0.1) / kCost });
  });

  test('the undo of a target that is typed is the browser’s', async (visit) => {
    const page = await visit.open(hosted());
    await page.type(field.closeRate, '20');
    await page.leave();
    await page.explain('roi');
    await page.type('seek-target', '500');
    await page.chord('z');
    assert.equal(await page.fieldText(field.closeRate), '20');
  });
});
