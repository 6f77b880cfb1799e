// axe in every state, both languages, light and dark, on a phone and on a desk; and reflow.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';
import { assertAccessible } from './lib/accessible.mjs';
import { inBothBrowsers, inChromium } from './lib/browsers.mjs';
import { dist } from './lib/built.mjs';
import { field } from './lib/calculator.mjs';
import { dropFile } from './lib/files.mjs';
import { serve } from './lib/server.mjs';
import { isThere } from './lib/tool.mjs';
import { until } from './lib/until.mjs';

const phone = { width: 360, height: 740 };
const desk = { width: 1280, height: 900 };

let server;
before(async () => {
  server = await serve(dist);
});
after(() => server.close());

/** From whatever of it is open: to one of what brings figures. */
async function bring(page, tool, shown) {
  const press = (css) => page.inside((root, at) => root.querySelector(at).click(), css);
  await press('[data-brings=""]');
  await page.settled();
  await press(`[data-brings="${tool}"]`);
  await isThere(page, shown);
}

/** As a user does, from the top to where nothing lies half behind the bar at the window's foot. */
function scrollClear(root) {
  const bar = root.querySelector('.offer');
  const fields = [...root.querySelectorAll('.inputs :is(input, select, button, a, summary)')];
  const targets = fields.filter((one) => !bar.contains(one));
  const isHalfBehind = (one) => {
    const { top, bottom } = one.getBoundingClientRect();
    const edges = bar.getBoundingClientRect();
    return [edges.top, edges.bottom].some((edge) => top < edge && edge < bottom);
  };
  for (let y = 0; y < innerHeight; y += 4) {
    scrollTo(0, y);
    if (!targets.some(isHalfBehind)) return;
  }
  throw new Error('something lies half behind the bar wherever one scrolls to');
}

/** Each state builds on the one before. */
const kStates = {
  'the first page': async () => {},
  'an error': async (page) => {
    await page.type(field.closeRate, 'abc');
    await page.leave();
  },
  'an explanation': async (page) => {
    await page.explain('roi', 'linkedin');
    await page.unfoldExplanation();
  },
  'a channel’s details': async (page) => {
    await page.inside((root) => root.querySelector('.inputs .opener').click());
    await page.inside((root) => {
      for (const one of root.querySelectorAll('.details details')) one.open = true;
    });
  },
  'published figures': (page) =>
    page.inside((root) => root.querySelector('[data-unsure$="adSpendCpc"]').click()),
  'a figure as a range, and an end refused': async (page) => {
    await page.inside((root) => root.querySelector('.channels-in .spread').click());
    await page.paste(`${field.cost(0)}/low`, '0');
    await page.leave();
    await page.inside(scrollClear);
  },
  'two scenarios, and their names': async (page) => {
    const press = (css) => page.inside((root, at) => root.querySelector(at).click(), css);
    const compare = '[data-unfolds="scenarios:choosing"]';
    for (const css of [compare, '.choosing .link', '[data-unfolds="scenarios:naming"]']) {
      await press(css);
    }
    await press(compare);
  },
  'a pasted table with a cell that cannot be read': async (page) => {
    await page.pasteTable('Channel\tCost\tLeads\nFacebook\tabc\t300', await page.language());
  },
  'exports, with a question and all that was read': async (page) => {
    for (const name of ['meta-en-campaign.csv', 'pinterest-en-day.csv']) {
      const path = new URL(`../exports/platforms/${name}`, import.meta.url);
      await dropFile(page, name, readFileSync(path));
      await until(name, () =>
        page.inside((root, file) => {
          const sources = [...root.querySelectorAll('.bringing [data-source]')];
          return sources.some((one) => one.ariaLabel === file && one.querySelector('details'));
        }, name),
      );
    }
    await page.inside((root) => {
      for (const one of root.querySelectorAll('.bringing details')) one.open = true;
    });
  },
  'the scorecard, with what is typed for it, and a cohort': async (page) => {
    await bring(page, 'scorecard', '.evidence details');
    await page.inside((root) => root.querySelector('[name="kpi-engagementRateByReach"]').click());
    await page.settled();
    await page.inside((root) => {
      for (const one of root.querySelectorAll('.evidence details')) one.open = true;
    });
  },
  'tracking links, with a code, and links that are checked': async (page) => {
    await bring(page, 'tracking-links', '.links-in form');
    const address = await page.inside((root) => root.querySelector('.links-in .text').name);
    await page.paste(address, 'https://a.example');
    await page.settled();
    await page.inside((root) => root.querySelector('.links-in [aria-expanded]').click());
    await page.inside((root) => {
      for (const one of root.querySelectorAll('.links-in details')) one.open = true;
    });
    await page.settled();
    await page.paste('links', 'https://b.example?utm_source=A');
    await page.leave();
  },
  'the track record, with what was kept and a figure that came': async (page) => {
    await bring(page, 'track-record', '.evidence p > .link');
    await page.inside((root) => root.querySelector('.evidence p > .link').click());
    await page.settled();
    await page.paste('/forecasts/0/actual', '1');
    await page.leave();
  },
  'the ways to keep and share': async (page) => page.openKeeping(await page.language()),
  'what stands at the head of a report': async (page) => {
    await page.inside((root) =>
      [...root.querySelectorAll('.ways-out .link')]
        .find(({ textContent }) => /Prepare|Préparer/.test(textContent))
        .click(),
    );
    await page.input('/report/client');
  },
  'the grid, at a cell': async (page) => {
    const press = (css) => page.inside((root, at) => root.querySelector(at).click(), css);
    await press('[data-opens="keeping"]');
    await press('[data-opens="grid"]');
    await page.settled();
    await page.inside((root) => root.querySelector('.ledger tbody input[inputmode]').focus());
  },
  'the list again': async (page) => {
    await page.inside((root) => root.querySelector('[data-opens="grid"]').click());
    await page.settled();
    await page.page.evaluate(() => scrollTo(0, 0));
  },
  'everything open': (page) => page.openAll(),
};

// What axe looks at is the document, which is the same in every browser, and takes it long.
for (const dark of [false, true]) {
  inChromium(
    (test) => {
      const language = dark ? 'fr' : 'en';
      const viewport = dark ? desk : phone;
      const where = `${language}, ${dark ? 'dark' : 'light'}, ${viewport.width} px`;
      test(`axe finds nothing (${where})`, async (visit) => {
        const page = await visit.open(`${server.origin}/?lang=${language}`, { viewport });
        const isDark = await page.page.evaluate(
          () => matchMedia('(prefers-color-scheme: dark)').matches,
        );
        assert.equal(isDark, dark);
        for (const [state, reach] of Object.entries(kStates)) {
          await reach(page);
          await page.settled();
          await assertAccessible(page, state);
        }
      });
    },
    { dark },
  );
}

const overflow = (page) =>
  page.page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.scrollingElement;
    return scrollWidth - clientWidth;
  });

inBothBrowsers((test) => {
  test('nothing scrolls sideways, from 320 to 1280 px', async (visit) => {
    const page = await visit.open(`${server.origin}/`);
    const wide = [];
    for (const width of [320, 768, 1280]) {
      await page.page.setViewport({ width, height: 800 });
      await page.choose('preset', 'email');
      await page.inside((root) => {
        for (const one of root.querySelectorAll('details')) one.open = false;
      });
      for (const language of ['en', 'fr']) {
        await page.useLanguage(language);
        const by = await overflow(page);
        if (by > 0) wide.push(`${width} px, ${language}, the first page: ${by} px too wide`);
      }
      const presets = width === 320 ? await page.options('preset') : ['b2b-leads'];
      for (const preset of presets) {
        await page.choose('preset', preset);
        await page.explain('roi');
        await page.inside((root) => {
          for (const one of root.querySelectorAll('.inputs .opener[aria-expanded="false"]')) {
            one.click();
          }
        });
        await page.openAll();
        const by = await overflow(page);
        if (by > 0) wide.push(`${width} px, ${preset}, all open: ${by} px too wide`);
        await page.explain('roi');
      }
    }
    assert.deepEqual(wide, []);
  });
});
