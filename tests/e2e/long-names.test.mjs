// Names without a space, as exports and file names have them: no page grows wider by them.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { inBothBrowsers } from './lib/browsers.mjs';
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

const plan = () => JSON.stringify(document);
const kPlaces = {
  page: async (visit) => {
    const page = await visit.open(`${hosts.cdn.origin}/?lang=en`);
    await page.openDocument(document);
    return page;
  },
  embed: (visit) => openEmbed(visit, ''),
  'compact embed': (visit) => openEmbed(visit, 'mode="compact"'),
};

function openEmbed(visit, attributes) {
  const name = `long${attributes ? '-compact' : ''}`;
  const url = hosts.page(name, hosts.element(`loading="eager" ${attributes} scenario='${plan()}'`));
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

inBothBrowsers((test) => {
  for (const [place, open] of Object.entries(kPlaces)) {
    test(`${place}: long names widen nothing`, async (visit) => {
      const page = await open(visit);
      await page.says(/first_x{100}/);
      await openEverything(page, place);
      for (const width of [320, 360, 768, 1280]) {
        await page.page.setViewport({ width, height: 900 });
        await page.drawn();
        assert.deepEqual(await tooWide(page), [], `${width} px`);
      }
    });
  }
});
