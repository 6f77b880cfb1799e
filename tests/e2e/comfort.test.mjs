// Larger text, no motion, forced colours.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { inBothBrowsers, inEveryBrowser } from './lib/browsers.mjs';
import { dist } from './lib/built.mjs';
import { field } from './lib/calculator.mjs';
import { serve } from './lib/server.mjs';

let server;
before(async () => {
  server = await serve(dist);
});
after(() => server.close());

/** Boxes whose text is cut off, and how far the page scrolls sideways. */
const cutOff = (page) =>
  page.inside((root) => {
    const isCut = (one) =>
      one.checkVisibility() &&
      !one.closest('.unseen, .scroll, select') &&
      ['hidden', 'clip'].includes(getComputedStyle(one).overflowX) &&
      one.scrollWidth > one.clientWidth + 1;
    const { scrollWidth, clientWidth } = document.scrollingElement;
    const cut = [...root.querySelectorAll('*')].filter(isCut).map((one) => one.outerHTML);
    return [...cut, ...(scrollWidth > clientWidth ? [`${scrollWidth} > ${clientWidth}`] : [])];
  });

inEveryBrowser(/twice/, (test) => {
  test('text at twice its size loses nothing', async (visit) => {
    for (const width of [640, 1280]) {
      const page = await visit.open(`${server.origin}/?lang=fr`, {
        viewport: { width, height: 900 },
      });
      const sizeOf = () =>
        page.inside((root) => getComputedStyle(root.querySelector('.numbers dt')).fontSize);
      const before = Number.parseFloat(await sizeOf());
      await page.page.evaluate(() => {
        document.documentElement.style.setProperty('font-size', '200%');
      });
      assert.equal(Number.parseFloat(await sizeOf()), 2 * before);
      await page.openAll();
      await page.drawn();
      assert.deepEqual(await cutOff(page), [], `${width} px`);
    }
  });
});

inBothBrowsers(
  (test) => {
    test('nothing moves where motion is not wanted', async (visit) => {
      const page = await visit.open(`${server.origin}/`);
      assert.ok(await page.page.evaluate(() => matchMedia('(prefers-reduced-motion)').matches));
      await page.type(field.closeRate, '20');
      await page.openAll();
      const moving = await page.inside((root) => root.getAnimations().length);
      assert.equal(moving, 0);
    });
  },
  { still: true },
);

// WebKit has no forced colours.
inBothBrowsers(
  (test) => {
    test('forced colours leave every mark to be seen', async (visit) => {
      const page = await visit.open(`${server.origin}/`);
      assert.ok(await page.page.evaluate(() => matchMedia('(forced-colors: active)').matches));
      await page.type(field.closeRate, '4..6..9');
      await page.leave();
      await page.openAll();
      await page.drawn();
      const lost = await page.inside((root) => {
        const paper = getComputedStyle(root.host).backgroundColor;
        const shapes = 'rect, line, path, circle, text';
        const isSeen = (one) => {
          const { fill, stroke } = getComputedStyle(one);
          return [fill, stroke].some((paint) => paint !== 'none' && paint !== paper);
        };
        return [...root.querySelectorAll(`svg:is(${['.picture', '.chart'].join()}) :is(${shapes})`)]
          .filter((one) => one.checkVisibility() && !one.closest('pattern') && !isSeen(one))
          .map((one) => one.outerHTML.slice(0, 120));
      });
      assert.deepEqual(lost, []);
    });
  },
  { forced: true },
);
