// An A/B test in real browsers: at its address, by keyboard, on a phone, into the plan and back, and in the saved page.
import assert from 'node:assert/strict';
import { inEveryBrowser } from '../lib/browsers.mjs';
import { fileUrl, singleFile } from '../lib/built.mjs';
import { hosted } from '../lib/hosted.mjs';
import { isThere, says } from '../lib/tool.mjs';

const field = (name) => `/scenarios/0/abTest/${name}`;

async function typeCounts(page) {
  await isThere(page, `[name="${field('a/visitors')}"]`);
  await page.inside(
    (root, css) => root.querySelector(css).focus(),
    `[name="${field('a/visitors')}"]`,
  );
  const { keyboard } = page.page;
  for (const text of ['5000', '250', '5000', '295']) {
    await keyboard.type(text);
    await keyboard.press('Tab');
  }
}

inEveryBrowser(/saved page/, (test) => {
  test('by keyboard, in French on a phone, with nothing that scrolls sideways', async (visit) => {
    const page = await visit.open(hosted('?lang=fr#tool=ab-test'), {
      viewport: { width: 360, height: 740 },
    });
    await typeCounts(page);
    await says(page, /B a fait mieux que A\s: 5,9\s% contre 5\s%/);
    const width = await page.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 360, `nothing scrolls sideways: ${width}`);
  });

  test('the saved page reads it without a network', async (visit) => {
    const page = await visit.open(`${fileUrl(singleFile)}?lang=en#tool=ab-test`);
    await typeCounts(page);
    await says(page, /98 chances in 100 that B has the best rate/);
    await says(page, /\+0\.90 pts/);
  });
});
