// The words of the charts: as large as the reader's text, wholly inside their chart, and clear of each
// other, however narrow the page, long the names and large the figures.
import assert from 'node:assert/strict';
import { inChromium } from './lib/browsers.mjs';
import { hosted } from './lib/hosted.mjs';
import { exampleNames } from './lib/plans.mjs';
import { until } from './lib/until.mjs';

const kWidths = [1280, 768, 360, 320];
const kSizes = [100, 200];

const kNames = [
  'Réseaux sociaux professionnels et salons, région Auvergne-Rhône-Alpes',
  'https://example.com/an-address-that-has-not-a-single-space-to-be-broken-at',
];
/** With a range for each of its figures, very large and very small ones, and another plan beside it. */
const hard = {
  schemaVersion: 2,
  scenarios: [
    scenario('plan', {
      closeRate: { low: 0.2, likely: 0.5, high: 0.9 },
      value: { mode: 'revenue', revenuePerCustomer: { low: 1e8, likely: 987654321, high: 9e9 } },
      channels: [
        channel(0, { low: 1000, high: 900_000 }, { low: 12_345_678, high: 987_654_321 }),
        channel(1, 3, 0.01),
      ],
    }),
    scenario('alternative', {
      closeRate: 0.4,
      value: { mode: 'revenue', revenuePerCustomer: 900_000_000 },
      channels: [channel(0, 5000, 99_999_999), channel(1, 3, 0.01)],
    }),
  ],
};

function scenario(role, fields) {
  const about = { period: { kind: 'month' }, currency: 'XOF', action: 'download' };
  const name = `${role}: without the fair at Lyon, nor the new pages of the site`;
  return { id: role, role, name, ...about, margin: 0.9, time: { lagMonths: 1 }, ...fields };
}

function channel(at, leads, amount) {
  const costs = [{ kind: 'adSpend', amount }];
  return { id: `c${at}`, name: kNames[at], leads, response: { elasticity: 0.5 }, costs };
}

const resize = (page, size) =>
  page.page.evaluate((to) => {
    document.documentElement.style.setProperty('font-size', `${to}%`);
  }, size);

/** Charts follow their width and their text a moment later. */
const fitted = (page) =>
  until('charts as wide as they stand', () =>
    page.inside((root) => {
      const unit = Number.parseFloat(getComputedStyle(root.host).fontSize) / 16;
      const charts = [...root.querySelectorAll('svg:is(.chart, .picture)')];
      return charts
        .filter((one) => one.checkVisibility())
        .every(
          (one) =>
            Math.abs(one.getBoundingClientRect().width - one.viewBox.baseVal.width * unit) <= unit,
        );
    }),
  );

/** Runs in the page: how many texts charts have, and what is wrong with where they stand. */
function readLabels(root) {
  const wrong = [];
  let count = 0;
  const describe = (one) => `“${one.textContent.trim()}”`;
  for (const chart of root.querySelectorAll('svg')) {
    if (!chart.checkVisibility()) continue;
    const frame = chart.getBoundingClientRect();
    const boxes = [...chart.querySelectorAll('text')].map((one) => [
      one,
      one.getBoundingClientRect(),
    ]);
    count += boxes.length;
    for (const [at, [one, box]] of boxes.entries()) {
      const out =
        box.left < frame.left - 1 ||
        box.right > frame.right + 1 ||
        box.top < frame.top - 1 ||
        box.bottom > frame.bottom + 1;
      if (out) wrong.push(`${describe(one)} leaves ${chart.getAttribute('aria-label')}`);
      for (const tick of chart.matches('.picture') ? chart.querySelectorAll('.tick') : []) {
        const { left, top, bottom } = tick.getBoundingClientRect();
        const across = box.left < left + 2 && box.right > left - 2;
        if (across && box.top < bottom && box.bottom > top)
          wrong.push(`${describe(one)} meets the tick`);
      }
      for (const [other, next] of boxes.slice(at + 1)) {
        const across = Math.min(box.right, next.right) - Math.max(box.left, next.left);
        const down = Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top);
        if (across > 0.5 && down > 0.5) wrong.push(`${describe(one)} on ${describe(other)}`);
      }
    }
  }
  return { count, wrong };
}

const heightOf = (page) =>
  page.inside((root) => root.querySelector('.picture text').getBoundingClientRect().height);

async function assertClear(page, plan) {
  const all = [];
  for (const size of kSizes) {
    await resize(page, size);
    for (const width of kWidths) {
      await page.page.setViewport({ width, height: 900 });
      await page.drawn();
      await fitted(page);
      const { count, wrong } = await page.inside(readLabels);
      assert.ok(count > 5, `${plan}: ${count} labels`);
      all.push(...wrong.map((one) => `${width} px, text at ${size} %: ${one}`));
    }
  }
  assert.deepEqual(all, [], plan);
}

inChromium(
  (test) => {
    for (const lang of ['fr', 'en']) {
      test(`labels of charts are clear of each other and of their edges: ${lang}`, async (visit) => {
        const page = await visit.open(hosted(`?lang=${lang}`));
        for (const name of exampleNames) {
          await page.choose('preset', name);
          await page.settledAnswers();
          await page.openAll();
          await assertClear(page, name);
        }
        await page.openDocument(hard);
        await page.settledAnswers();
        await page.openAll();
        await assertClear(page, 'the hard plan');
      });
    }

    test('words of charts are twice as large where text is', async (visit) => {
      const page = await visit.open(hosted());
      for (const width of kWidths) {
        await page.page.setViewport({ width, height: 900 });
        await resize(page, 100);
        await page.drawn();
        await fitted(page);
        const usual = await heightOf(page);
        await resize(page, 200);
        await page.drawn();
        await fitted(page);
        const ratio = (await heightOf(page)) / usual;
        assert.ok(Math.abs(ratio - 2) < 0.1, `${width} px: ${ratio} times as large`);
      }
    });
  },
  { still: true },
);
