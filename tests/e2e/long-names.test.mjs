// Names without a space, as exports and file names have them, and figures of thirty digits: no page
// grows wider by them, and no word is cut that fits.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { inEveryBrowser } from './lib/browsers.mjs';
import { Hosts } from './lib/host.mjs';

let hosts;
before(async () => {
  hosts = await Hosts.start();
});
after(() => hosts.close());

const long = (start) => `${start}_${'x'.repeat(120)}`.slice(0, 120);
const channel = (id) => ({
  id,
  name: long(id),
  notes: long('notes'),
  leads: { low: 80, high: 120 },
  response: { elasticity: 0.5 },
  costs: [
    { kind: 'adSpend', amount: 1000 },
    { kind: 'other', label: long('line'), amount: { low: 50, high: 70 } },
  ],
});
const scenario = (id) => ({
  id,
  role: id === 'plan' ? 'plan' : 'alternative',
  name: long(id),
  notes: long('notes'),
  period: { kind: 'month' },
  currency: 'EUR',
  action: 'lead',
  closeRate: 0.1,
  value: { mode: 'revenue', revenuePerCustomer: 300 },
  sharedCosts: [
    { kind: 'other', label: long('shared'), amount: 100, allocation: { rule: 'leads' } },
  ],
  channels: [channel('first'), channel('second')],
});
const document = {
  schemaVersion: 1,
  report: { title: long('title'), client: long('client') },
  scenarios: [scenario('plan'), scenario('other')],
};

const spending = (id, leads, amount) => ({
  id,
  leads,
  response: { elasticity: 0.5, minAdSpend: 123456789012, maxAdSpend: 999999999999 },
  costs: [{ kind: 'adSpend', amount }],
});
/** As large as figures may be, in a currency of which a unit is little. */
const huge = {
  schemaVersion: 2,
  scenarios: [
    {
      id: 'plan',
      role: 'plan',
      period: { kind: 'month' },
      currency: 'XOF',
      action: 'lead',
      closeRate: { low: 0.5, likely: 0.9, high: 0.99 },
      value: { mode: 'revenue', revenuePerCustomer: 999999999999 },
      margin: 0.9,
      time: { lagMonths: 1 },
      channels: [
        spending('facebook', 999999999999, 0.01),
        spending('instagram', 987654321987, 876543219876),
      ],
      goal: { metric: 'profit', target: 999999999999 },
    },
  ],
};

const kPlaces = {
  page: async (visit, plan) => {
    const page = await visit.open(`${hosts.cdn.origin}/?lang=en`);
    await page.openDocument(plan);
    return page;
  },
  embed: (visit, plan) => openEmbed(visit, '', plan),
  'compact embed': (visit, plan) => openEmbed(visit, 'mode="compact"', plan),
};

let embeds = 0;

function openEmbed(visit, attributes, plan) {
  // Browsers run side by side: none may find the plan of another's test under its address.
  embeds += 1;
  const name = `embed-${embeds}`;
  const scenario = `scenario='${JSON.stringify(plan)}'`;
  const url = hosts.page(name, hosts.element(`loading="eager" ${attributes} ${scenario}`));
  return visit.open(url, { also: hosts.cdn.origin });
}

/** Everything that opens is open. */
async function openEverything(page, place) {
  const openers = '.opener[aria-expanded="false"]';
  await page.inside((root, css) => {
    for (const one of root.querySelectorAll(css)) one.click();
  }, openers);
  await page.settled();
  if (place !== 'compact embed') {
    await page.openAll();
    await page.settledAnswers();
    await page.explain('cost');
    await page.unfoldExplanation();
  }
  await page.drawn();
}

/** What reaches beyond the window, but for what scrolls by itself. */
const tooWide = (page) =>
  page.inside((root) => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const isOut = (one) => one.getBoundingClientRect().right > clientWidth + 1;
    const out = [...root.querySelectorAll('*')].filter(
      (one) => isOut(one) && one.checkVisibility() && !one.closest('.scroll, .unseen, svg'),
    );
    const named = out.map(
      (one) => `${one.tagName}.${one.className}: ${one.textContent.slice(0, 40)}`,
    );
    return scrollWidth > clientWidth ? [`${scrollWidth} px`, ...named.slice(-5)] : named.slice(-5);
  });

/** Figures of which digits are out of sight in their fields. */
const cutFigures = (page) =>
  page.inside((root) =>
    [...root.querySelectorAll('input[inputmode]')]
      .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1)
      .map(({ name, value }) => `${name}: ${value}`),
  );

async function assertFits(page, widths) {
  for (const width of widths) {
    await page.page.setViewport({ width, height: 900 });
    await page.drawn();
    assert.deepEqual(await tooWide(page), [], `${width} px`);
    assert.deepEqual(await cutFigures(page), [], `${width} px`);
  }
}

/** Words of labels and names that stand on two lines. */
const cutWords = (page) =>
  page.inside((root) => {
    const isCut = (text, { index, 0: word }) => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
    };
    const cut = [];
    for (const one of root.querySelectorAll('.inputs :is(label, .words, .opener)')) {
      const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const text = walker.currentNode;
        const words = [...text.data.matchAll(/[\p{L}\p{N}]+/gu)];
        if (one.checkVisibility()) cut.push(...words.filter((word) => isCut(text, word)).flat());
      }
    }
    return cut;
  });

async function assertNoWordIsCut(page) {
  for (const width of [320, 360, 768, 1280]) {
    await page.page.setViewport({ width, height: 900 });
    await page.drawn();
    assert.deepEqual(await cutWords(page), [], `${width} px`);
  }
}

inEveryBrowser(/widen nothing/, (test) => {
  for (const [place, open] of Object.entries(kPlaces)) {
    test(`${place}: long names widen nothing`, async (visit) => {
      const page = await open(visit, document);
      await page.says(/first_x{100}/);
      await openEverything(page, place);
      await assertFits(page, [320, 360, 768, 1280]);
    });

    test(`${place}: huge figures widen nothing`, async (visit) => {
      const page = await open(visit, huge);
      await openEverything(page, place);
      await assertFits(page, [320, 360, 768, 1280]);
    });
  }

  for (const preset of ['email', 'local-service', 'b2b-leads']) {
    test(`no word is cut that fits: ${preset}`, async (visit) => {
      const page = await visit.open(`${hosts.cdn.origin}/?lang=fr`);
      await page.choose('preset', preset);
      await assertNoWordIsCut(page);
      const attributes = `loading="eager" mode="compact" lang="fr" preset="${preset}"`;
      const url = hosts.page(`words-${preset}`, hosts.element(attributes), { lang: 'fr' });
      await assertNoWordIsCut(await visit.open(url, { also: hosts.cdn.origin }));
    });
  }

  test('“1 in [5] becomes a customer” is one line on the smallest telephone', async (visit) => {
    for (const lang of ['en', 'fr']) {
      const attributes = `loading="eager" mode="compact" lang="${lang}"`;
      const url = hosts.page(`one-in-${lang}`, hosts.element(attributes));
      const page = await visit.open(url, { also: hosts.cdn.origin });
      await page.page.setViewport({ width: 320, height: 740 });
      await page.drawn();
      const parts = await page.inside((root) =>
        [...root.querySelectorAll('.one-in > *')].map((one) => {
          const { left, right, top, bottom } = one.getBoundingClientRect();
          return { left, right, middle: (top + bottom) / 2 };
        }),
      );
      assert.equal(parts.length, 3);
      for (const [at, { left, middle }] of parts.entries()) {
        assert.ok(Math.abs(middle - parts[0].middle) < 2, `${lang}: ${at} is on another line`);
        const gap = at > 0 ? left - parts[at - 1].right : 0;
        assert.ok(gap >= 0 && gap < 16, `${lang}: ${gap} px before ${at}`);
      }
    }
  });

  test('key figures stand on one line, their notes below it on one', async (visit) => {
    const page = await visit.open(`${hosts.cdn.origin}/?lang=en`);
    await page.choose('preset', 'b2b-leads');
    await page.says(/chances in 100/);
    await page.drawn();
    const tops = (css) =>
      page.inside(
        (root, of) =>
          [...root.querySelectorAll(`.results > :first-child > .numbers > div ${of}`)].map(
            (one) => one.getBoundingClientRect().top,
          ),
        css,
      );
    for (const css of ['dt', 'small']) {
      const found = await tops(css);
      assert.ok(found.length >= 3, `${found.length} of ${css}`);
      assert.ok(Math.max(...found) - Math.min(...found) < 2, `${css}: ${found}`);
    }
  });
});
