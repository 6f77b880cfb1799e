// KPIs in real browsers: by keyboard from the head to a figure, on a phone, in a link and in the saved page.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { inBothBrowsers } from '../lib/browsers.mjs';
import { fileUrl, singleFile } from '../lib/built.mjs';
import { hosted } from '../lib/hosted.mjs';
import { isThere } from '../lib/tool.mjs';
import { until } from '../lib/until.mjs';
import { Workbook } from '../lib/workbook.mjs';

const count = (input) => `/scenarios/0/channels/0/kpis/${input}`;

const words = (page, id) =>
  page.inside((root, kpi) => root.querySelector(`[data-kpi="${kpi}"]`)?.innerText ?? '', id);
const says = (page, id, pattern) =>
  until(`${id}: ${pattern}`, async () => pattern.test(await words(page, id)));

async function type(page, figures) {
  for (const [input, text] of Object.entries(figures)) {
    await isThere(page, `[name="${count(input)}"]`);
    await page.type(count(input), text);
  }
  await page.leave();
}

const choose = (page, id) =>
  page.inside((root, kpi) => {
    root.querySelector('.evidence details').open = true;
    root.querySelector(`[name="kpi-${kpi}"]`).click();
  }, id);

inBothBrowsers((test) => {
  test('by keyboard alone, from the head to a rate, in French on a phone', async (visit) => {
    const page = await visit.open(hosted('?lang=fr'), { viewport: { width: 360, height: 740 } });
    const { keyboard } = page.page;
    await page.openTool('scorecard', 'Indicateurs (KPI)');
    await isThere(page, '.evidence summary');
    await page.inside((root) => root.querySelector('.evidence summary').focus());
    await keyboard.press('Enter');
    await page.inside((root) => root.querySelector('[name="kpi-engagementRateByReach"]').focus());
    await keyboard.press(' ');
    await isThere(page, `[name="${count('likes')}"]`);
    await page.inside(
      (root, name) => root.querySelector(`[name="${name}"]`).focus(),
      count('likes'),
    );
    for (const text of ['30', '6', '4', '1000']) {
      await keyboard.type(text);
      await keyboard.press('Tab');
    }
    await says(page, 'engagementRateByReach', /Taux d’engagement par portée \(mentions J’aime/);
    await says(page, 'engagementRateByReach', /4\s%[\s\S]*Aucune formule ne le relie à l’objectif/);
    const width = await page.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 360, 'nothing scrolls sideways');
    await keyboard.press('Escape');
    await until('the head again', () =>
      page.inside((root) => root.activeElement?.dataset.opens === 'evidence'),
    );
  });

  test('it has an address of its own, and undo takes back a count', async (visit) => {
    const page = await visit.open(hosted('?lang=en#tool=scorecard'));
    await isThere(page, '.evidence summary');
    const before = await page.values();
    await choose(page, 'shareOfVoice');
    await type(page, { mentions: '120', marketMentions: '480' });
    await says(page, 'shareOfVoice', /25%/);
    assert.deepEqual(await page.values(), before, 'the plan is what it was');
    await page.undo();
    await says(page, 'shareOfVoice', /mentions in the market/);
  });

  test('by keyboard, a KPI shows its working, and the workbook holds it', async (visit) => {
    const page = await visit.open(hosted('?lang=en#tool=scorecard'));
    await isThere(page, '.evidence summary');
    await choose(page, 'shareOfVoice');
    await type(page, { mentions: '120', marketMentions: '480' });
    const figure = '[data-kpi="shareOfVoice"] .fig';
    await isThere(page, figure);
    await page.inside((root, css) => root.querySelector(css).focus(), figure);
    await page.page.keyboard.press('Enter');
    await says(page, 'shareOfVoice', /Brand mentions ÷ Mentions in the market\s*= 120 ÷ 480 = 25%/);
    await page.page.keyboard.press('Escape');
    await until('its working is closed', () =>
      page.inside(
        (root, css) =>
          root.activeElement === root.querySelector(css) &&
          root.querySelector('.explanation') === null,
        figure,
      ),
    );
    await page.openKeeping();
    await page.press('Excel workbook', '.keeping');
    const { channels } = new Workbook(await readFile(await visit.saved('.xlsx')));
    const [, cell] = channels.find((row) => row?.[0]?.value === 'Share of voice');
    assert.equal(cell.value, 0.25);
    assert.match(cell.formula, /^IFERROR\(.+\/.+,"–"\)$/);
  });

  test('a cohort that is pasted says what a customer is worth', async (visit) => {
    const page = await visit.open(hosted('?lang=en#tool=scorecard'));
    await isThere(page, '.evidence summary');
    await page.inside((root) => {
      root.querySelector('[data-part="cohort"]').open = true;
    });
    await isThere(page, '[name="cohort"]');
    await page.inside((root) => root.querySelector('[name="cohort"]').focus());
    await page.page.keyboard.type('1000\n631\n468\n382\n326\n289\n262\n241');
    await page.page.keyboard.press('Tab');
    await page.choose('/scenarios/0/scorecard/cohort/by', 'year');
    const text = () => page.inside((root) => root.querySelector('.evidence').innerText);
    // P. S. Fader, B. G. S. Hardie (2007)
    await until('the published lifetimes', async () =>
      /3\.69 discounted years[\s\S]*2\.35 discounted years/.test(await text()),
    );
  });

  test('the saved page works KPIs out without a network', async (visit) => {
    const page = await visit.open(`${fileUrl(singleFile)}?lang=en#tool=scorecard`);
    await isThere(page, '.evidence summary');
    await choose(page, 'frequency');
    await type(page, { reach: '1000' });
    await says(page, 'frequency', /Impressions ÷ reach/);
  });
});
