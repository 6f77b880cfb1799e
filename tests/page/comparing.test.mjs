// Two plans side by side: what to do with a copy, how far each key figure is from that of the other
// plan, the other plan in the picture, and what made the difference.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from './lib/analysis.mjs';
import { open } from './lib/calculator.mjs';

const near = (actual, expected, apart) =>
  assert.ok(Math.abs(actual - expected) <= apart, `${actual} is not near ${expected}`);

/** A lead brings 10: one in ten buys for 100. */
const plan = (id, leads, costs, more = {}) => ({
  id,
  name: id,
  period: { kind: 'month' },
  currency: 'EUR',
  action: 'lead',
  closeRate: 0.1,
  margin: 1,
  value: { mode: 'revenue', revenuePerCustomer: 100 },
  channels: [
    {
      id: 'a',
      leads,
      costs: Object.entries(costs).map(([kind, amount]) => ({ kind, amount })),
    },
  ],
  ...more,
});

async function opened(own, other, language = 'en') {
  const page = open(language);
  await page.open({ schemaVersion: 2, scenarios: [own, other] }, 'file');
  page.idle();
  return page;
}

/** What stands under a key figure. */
function under(page, metric) {
  page.idle();
  const button = page.root.first(`.numbers [data-metric="${metric}"]`);
  return button.parent.words;
}

test('a copy says what to type into it, until something is', () => {
  for (const [language, compare, role, says] of [
    [
      'en',
      'Compare with…',
      'the last campaign',
      /Last campaign is a copy of Plan so far\. Type here what it really cost and brought/,
    ],
    [
      'fr',
      'Comparer avec…',
      'la dernière campagne',
      /«\sDernière campagne\s» est pour l’instant une copie de «\sPlan\s»\. Saisissez ici/,
    ],
  ]) {
    const page = open(language);
    page.press(compare);
    page.press(role);
    page.says(says);
    const shown = page.root.first('.scenarios [aria-current]');
    const { id } = page.root.first('.scenarios p').attributes;
    assert.equal(shown.attributes['aria-describedby'], id);
    page.press('Plan', '.tabs');
    page.doesNotSay(says);
    page.press(
      role.replace(/^(the|la) /, '').replace(/^./, (one) => one.toUpperCase()),
      '.tabs',
    );
    page.says(says);
    page.type('/scenarios/1/closeRate', '12');
    page.leave();
    page.doesNotSay(says);
  }
});

test('each key figure says how far it is from that of the other plan', async () => {
  // 300 of return for 100, and 200 for 80
  const page = await opened(plan('Now', 30, { adSpend: 100 }), plan('Before', 20, { adSpend: 80 }));
  assert.match(under(page, 'roi'), /\+50 pts vs Before/);
  assert.match(under(page, 'profit'), /\+€80 vs Before/);
  assert.match(under(page, 'fullCostCpl'), /−€0\.67 vs Before/); // 100 / 30 less 80 / 20
  assert.match(under(page, 'breakEvenCpl'), /same as Before/);
  page.press('Before', '.tabs');
  assert.match(under(page, 'roi'), /−50 pts vs Now/);
  assert.match(under(page, 'profit'), /−€80 vs Now/);
  page.useLanguage('fr');
  assert.match(under(page, 'profit'), /−80\s€ face à «\sNow\s»/);
  assert.match(under(page, 'breakEvenCpl'), /comme «\sNow\s»/);
});

test('of periods that are not as long, amounts are compared by the month', async () => {
  const quarter = { period: { kind: 'quarter' } };
  // 250 of profit a month; and 450 a quarter, 150 a month: of 60 and of 150
  const page = await opened(
    plan('Now', 30, { adSpend: 50 }),
    plan('Before', 60, { adSpend: 150 }, quarter),
  );
  assert.match(under(page, 'profit'), /\+€100 a month vs Before/);
  assert.match(under(page, 'roi'), /\+200 pts vs Before/);
  assert.match(under(page, 'fullCostCpl'), /−€0\.83 vs Before/); // 50 / 30 less 150 / 60
});

test('what cannot be compared is not', async () => {
  const page = await opened(
    plan('Now', 30, { adSpend: 100 }),
    plan('Before', 20, { adSpend: 80 }, { currency: 'USD' }),
  );
  page.doesNotSay(/vs Before|same as Before/);
  assert.deepEqual(page.root.all('svg.picture .ghost'), []);
  const [picture] = page.root.all('svg.picture');
  assert.doesNotMatch(picture.attributes['aria-label'], /Before/);
});

test('the other plan is paid back beside this one, where both say when money comes', async () => {
  const time = (lagMonths) => ({ time: { lagMonths } });
  const costs = { adSpend: 100 };
  const both = await opened(plan('Now', 30, costs, time(2)), plan('Before', 30, costs, time(5)));
  both.idle();
  const shown = both.root.first('.numbers [data-told="payback"]').parent.words;
  const [own, other] = [...shown.matchAll(/([\d.]+) months/g)].map(([, months]) => Number(months));
  near(other - own, 3, 0.11); // each month comes in three later; both are shown to a tenth
  assert.match(shown, /Before: [\d.]+ months/);
  const one = await opened(plan('Now', 30, costs, time(2)), plan('Before', 30, costs));
  assert.doesNotMatch(one.root.first('.numbers [data-told="payback"]').parent.words, /Before/);
});

test('the picture has the ends of the other plan, on its scale, and says them', async () => {
  const dear = { value: { mode: 'revenue', revenuePerCustomer: 1000 } };
  // it pays 5 where this one pays 2, up to 100 where this one stops at 10
  const page = await opened(
    plan('Now', 50, { adSpend: 100 }),
    plan('Before', 20, { adSpend: 100 }, dear),
  );
  const at = (one) => Number.parseFloat(one.attributes.x1);
  const [tick] = page.root.all('svg.picture .tick');
  const [cost, breakEven] = page.root.all('svg.picture .ghost');
  near(at(cost) / at(tick), 5 / 10, 1e-9);
  near(at(breakEven) / at(tick), 100 / 10, 1e-9);
  assert.ok(at(breakEven) < 100, 'the scale reaches it');
  const [picture] = page.root.all('svg.picture');
  const says = 'Before: cost per lead €5.00, break-even €100.00.';
  assert.ok(picture.attributes['aria-label'].endsWith(says), picture.attributes['aria-label']);
  assert.match(picture.words, /Before\s+Cost €5\.00\s+Break-even €100\.00/);
});

const answer = (page) => new Analysis(page, 'changed').answer();

test('the closed line says how much more, and what made it', async () => {
  const before = plan('Before', 10, { adSpend: 50, tools: 30, fees: 30 });
  const after = (leads, costs) =>
    plan('Now', leads, { adSpend: 50, tools: 30, fees: 30, ...costs });
  for (const [own, says] of [
    [after(10), 'Profit: same as Before'],
    [after(30), 'Profit: about €200 more than Before, all from more leads at the same cost'],
    [after(5), 'Profit: about €50.00 less than Before, all from fewer leads at the same cost'],
    [after(30, { adSpend: 20 }), 'Profit: about €230 more than Before, most from more leads'],
    [
      after(30, { adSpend: 100 }),
      'Profit: about €150 more than Before; more leads (+€200) against ad spend (−€50.00)',
    ],
    [
      after(10, { adSpend: 20, tools: 5, fees: 10 }),
      'Profit: about €75.00 more than Before; no single cause is most of it, the greatest is ad spend (+€30.00)',
    ],
  ]) {
    assert.equal(answer(await opened(own, before)), says);
  }
  const french = await opened(after(30, { adSpend: 20 }), before, 'fr');
  assert.equal(
    answer(french).replaceAll(/\s/g, ' '),
    'Bénéfice : environ 230 € de plus que « Before » ; l’essentiel tient à un plus grand nombre de prospects',
  );
});

test('the CSV table holds all scenarios; heads stand anew where they differ', async () => {
  const linesOf = (page) => {
    page.takeAway('CSV table');
    return page.saved.at(-1).content.trimEnd().split('\r\n');
  };
  const own = plan('Now', 30, { adSpend: 100 });
  const alike = linesOf(await opened(own, plan('Before', 20, { adSpend: 80 })));
  assert.match(alike[0], /^\ufeffScenario,Channel,Cost \(EUR\),Leads,/);
  const begins = ['Now,Channel,100,30,3,300,200,2,', 'Before,Channel,80,20,2,200,120,1.5,4,10,6'];
  for (const [at, begin] of [
    [1, begins[0]],
    [2, begins[0].replace('Channel', 'Total')],
    [3, begins[1]],
    [4, begins[1].replace('Channel', 'Total')],
  ])
    assert.ok(alike[at].startsWith(begin), alike[at]);
  assert.equal(alike.length, 5);
  const dollars = plan('Before', 20, { adSpend: 80 }, { currency: 'USD' });
  const unlike = linesOf(await opened(own, dollars));
  assert.match(unlike[3], /^Scenario,Channel,Cost \(USD\),Leads,/);
  assert.ok(unlike[4].startsWith(begins[1]), unlike[4]);
});

test('the chance to come out ahead says what it takes for granted', async () => {
  const unsure = { closeRate: { low: 0.05, high: 0.2 } };
  const page = await opened(plan('Own', 100, { adSpend: 500 }, unsure), plan('Other', 90, {}));
  const changed = new Analysis(page, 'changed').open();
  changed.says(/that this one comes out ahead, if the figures without a range are exact\./);
  page.useLanguage('fr');
  changed.says(/que celui-ci fasse mieux, si les chiffres sans fourchette sont exacts\./);
});
