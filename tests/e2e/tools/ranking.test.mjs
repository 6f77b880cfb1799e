// Posts ranked from a table that is pasted, in browsers.
import assert from 'node:assert/strict';
import { inBothBrowsers } from '../lib/browsers.mjs';
import { hosted } from '../lib/hosted.mjs';
import { until } from '../lib/until.mjs';

const kPosts = 'Post;Likes;Comments;Shares;Reach\nMonday;30;6;4;1000\nFriday;20;5;5;500';

inBothBrowsers((test) => {
  test('a table that is typed by keyboard is ranked, on a phone', async (visit) => {
    const viewport = { width: 360, height: 740 };
    const page = await visit.open(hosted('?lang=en#tool=scorecard'), { viewport });
    const open = () =>
      page.inside((root) => {
        const all = [...root.querySelectorAll('.evidence details.inner')];
        const found = all.find((one) => /Rank posts/.test(one.innerText));
        if (found) found.open = true;
        return root.querySelector('[name="ranking"]') !== null;
      });
    await until('its field', open);
    await page.inside((root) => root.querySelector('[name="ranking"]').focus());
    await page.page.keyboard.type(kPosts);
    await page.page.keyboard.press('Tab');
    const text = () => page.inside((root) => root.querySelector('.evidence').innerText);
    // 30 of 500, 40 of 1,000
    await until('the order', async () =>
      /1\. Friday\s+6%[\s\S]*2\. Monday\s+4%/.test(await text()),
    );
    const width = await page.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 360, 'nothing scrolls sideways');
  });
});
