// The workbook with live formulas and the CSV table: LibreOffice works the formulas out anew, and
// comes to what the core says, also after a figure has been changed in the sheet.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { unwrap } from '../../web/scripts/module.mjs';
import { exampleOf, planOf } from '../e2e/lib/plans.mjs';
import {
  assertSays,
  evaluated,
  exactly,
  figuresOf,
  kUndefined,
  module,
  nearly,
} from '../e2e/lib/sheet-figures.mjs';
import { recalculated, Workbook } from '../e2e/lib/workbook.mjs';
import { open } from './lib/calculator.mjs';

const root = new URL('../../', import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, root), 'utf8'));
/** A published case, its channels named by their ids. */
function golden(name) {
  const document = read(`tests/golden/${name}/scenario.json`);
  for (const { channels } of document.scenarios) {
    for (const channel of channels) channel.name ??= channel.id;
  }
  return document;
}

function inTime(document, time) {
  const copy = structuredClone(document);
  Object.assign(copy.scenarios[0], { time });
  return copy;
}

function withLastCampaign(document, closeRate) {
  const [plan] = document.scenarios;
  const last = { ...structuredClone(plan), id: 'last', role: 'lastCampaign', closeRate };
  return { ...document, scenarios: [plan, last] };
}

/** A goal for two channels that respond to ad spend and one that does not: their profit is 800 now,
 * and 1163.56 at most. */
const responding = (target) =>
  planOf(
    [
      ['a', 100, 3000, 0.5],
      ['b', 60, 1000, 0.8],
      ['c', 30, 900],
    ].map(([id, leads, amount, elasticity]) => ({
      id,
      name: id,
      leads,
      costs: [{ kind: 'adSpend', amount }],
      ...(elasticity && { response: { elasticity } }),
    })),
    { goal: { metric: 'profit', target } },
  );

/** Names that begin alike, and hold what a sheet's name may not. */
const kHostileScenarios = [
  "'L'an dernier' : [bis]/2*?\\",
  "'L'an dernier' : [bis]/2*?",
  '\u{1f600}'.repeat(20),
];

function withHostileScenarios(document) {
  const [plan] = document.scenarios;
  const named = (name, i) => ({ ...structuredClone(plan), id: `s${i}`, name });
  return { ...document, scenarios: kHostileScenarios.map(named) };
}

const kHostile = ['=1+1', '<b>&"', '@sum', '_x0041_', "l'été; ]]>"];
/** More lines than one formula adds up. */
const kLedger = Array.from({ length: 401 }, (_, i) => ({ kind: 'adSpend', amount: i + 1 }));

/** Each change: the row's label and channel, the document's field, the figure, and the field's. */
const kCases = [
  { name: 'within-reach', document: responding(1000), changes: [] },
  { name: 'out-of-reach', document: responding(1500), changes: [] },
  {
    name: 'email',
    document: exampleOf('email'),
    changes: [
      ['Close rate', '', '/closeRate', 0.2],
      ['Close rate', '', '/closeRate', 0],
      ['Subscribers', 'Facebook', '/channels/0/leads', 5000],
      ['Ad spend', 'LinkedIn', '/channels/2/costs/0/amount', 12_000.5],
    ],
  },
  {
    name: 'b2b-leads',
    document: exampleOf('b2b-leads'),
    changes: [
      ['Close rate', '', '/closeRate', 0.07],
      ['Clicks', 'LinkedIn', '/channels/1/clicks', 0],
      ['People: hours', '', '/sharedCosts/0/hours', 123],
      ['Gross margin', '', '/margin', 0.55],
    ],
  },
  {
    name: 'everything',
    document: golden('everything'),
    changes: [
      [
        ['Months of the plan', '', '/period', 4, { kind: 'months', months: 4 }],
        [
          'Materials and production: weight',
          'Facebook feed',
          '/sharedCosts/3/allocation/weights/0/weight',
          2,
        ],
        [
          'Revenue of the year: Revenue of year 2',
          'pinterest',
          '/channels/5/value/yearlyRevenue/1',
          250,
        ],
        ['Leads', 'email', '/channels/8/leads', 77],
      ],
    ],
  },
  {
    name: 'second-scenario',
    document: golden('everything'),
    scenario: 1,
    changes: [
      [
        ['Bookings', 'a', '/channels/0/leads', 0],
        ['Tools and software', '', '/sharedCosts/0/amount', 960],
      ],
    ],
  },
  {
    name: 'two-scenarios',
    document: withLastCampaign(exampleOf('email'), 0.2),
    changes: [['Close rate', '', '/closeRate', 0.17]],
  },
  {
    name: 'hostile-scenarios',
    document: withHostileScenarios(exampleOf('email')),
    changes: [['Close rate', '', '/closeRate', 0.17]],
  },
  {
    name: 'missing-close-rate',
    document: golden('missing-close-rate'),
    changes: [
      ['Leads', 'a', '/channels/0/leads', 60],
      ['Ad spend', 'b', '/channels/1/costs/0/amount', 0],
      ['Value of a customer', '', '/value/revenuePerCustomer', 150],
    ],
  },
  {
    name: 'savings',
    document: golden('savings'),
    changes: [
      ['Licence cancelled', '', '/savings/0/amount', 4800],
      ['Hours not paid: hours', '', '/savings/2/hours', 20],
      // more is saved than spent
      ['Licence cancelled', '', '/savings/0/amount', 48_000],
    ],
  },
  {
    name: 'zero-leads',
    document: golden('zero-leads'),
    changes: [
      ['Leads', 'a', '/channels/0/leads', 15],
      ['Leads', 'b', '/channels/1/leads', 0],
      ['Gross margin', '', '/margin', 0],
    ],
  },
  {
    name: 'shared-weights-zero',
    document: golden('shared-weights-zero'),
    changes: [
      ['Materials and production: weight', 'a', '/sharedCosts/0/allocation/weights/0/weight', 2],
      ['Agency fees: weight', 'b', '/sharedCosts/3/allocation/weights/1/weight', 0],
      ['Leads', 'c', '/channels/2/leads', 0],
    ],
  },
  {
    name: 'saas',
    document: inTime(exampleOf('saas'), { lagMonths: 1.5, discountRate: 0.1 }),
    changes: [
      ['Monthly churn', '', '/value/monthlyChurn', 0.05],
      ['Gross margin', '', '/margin', 0.3],
      ['Clicks', 'Search', '/channels/0/clicks', 14_400],
    ],
  },
  {
    name: 'basket',
    document: inTime(
      planOf([{ id: 'a', name: 'a', leads: 1000, costs: [{ kind: 'adSpend', amount: 30_000 }] }], {
        closeRate: 0.1,
        margin: 0.5,
        value: { mode: 'orders', averageOrderValue: 100, ordersPerYear: 2, years: 5 },
      }),
      { lagMonths: 0, rampMonths: 1, discountRate: 0.1 },
    ),
    changes: [
      ['Years as a customer', '', '/value/years', 4.5],
      ['Leads', 'a', '/channels/0/leads', 500],
    ],
  },
  {
    name: 'own-figures',
    document: golden('published-own-figures'),
    changes: [
      ['Ads', '', '/own/ads', 2000],
      ['wage (per hour)', '', '/own/wage', 62.5],
      ['grossMargin', '', '/own/grossMargin', 0.1],
      ['Leads', 'email', '/channels/0/leads', 9000],
    ],
  },
  {
    name: 'hostile-names',
    document: planOf(kHostile.map((name, i) => ({ id: `c${i}`, name, leads: 10 * i }))),
    changes: [
      ['Leads', '=1+1', '/channels/0/leads', 7],
      ['Leads', '<b>&"', '/channels/1/leads', 7],
      ['Leads', '_x0041_', '/channels/3/leads', 7],
    ],
  },
  {
    name: 'long-ledger',
    document: planOf([
      { id: 'a', name: 'a', leads: 40, costs: [...kLedger, { kind: 'tools', amount: 9 }] },
      { id: 'b', name: 'b', leads: 5 },
    ]),
    changes: [
      ['Leads', 'a', '/channels/0/leads', 1000],
      ['Tools and software', 'a', '/channels/0/costs/401/amount', 1234.5],
      ['Close rate', '', '/closeRate', 0.2],
    ],
  },
];

/** The fields of one change: of the largest workbooks, which LibreOffice takes seconds for, several at once. */
const partsOf = (change) => (Array.isArray(change[0]) ? change : [change]);

function changed(document, scenario, change) {
  const copy = structuredClone(document);
  for (const [, , pointer, value, typed = value] of partsOf(change)) {
    const keys = pointer.split('/').slice(1);
    const last = keys.pop();
    keys.reduce((at, key) => at[key], copy.scenarios[scenario])[last] = typed;
  }
  return copy;
}

const never = 1e7;
const kReportingTime = 'Reporting time';
/** What a licence costs a month, of whom reporting time is kept: no figure of the plan follows it. */
const kLicences = { everything: 1800, 'second-scenario': 0 };

const timesOf = (book) => book.names.find((name) => name.startsWith(kReportingTime));
const besides = (book, name) =>
  name in kLicences ? [[book.beside(timesOf(book), 'Licence a month'), kLicences[name]]] : [];

/** Months, payback, present value and internal rate, as the core says them. */
function assertCash(book, document, isSame) {
  const { total } = unwrap(module.cashFlow(JSON.stringify({ document })));
  const column = (head) => {
    const at = book.cash[0].findIndex(({ value }) => value === head);
    return book.cash.slice(1).map((row) => row[at]?.value);
  };
  const inHand = column('Net cash to date');
  for (const [month, sum] of total.cumulative.entries()) {
    assert.ok(isSame(inHand[month], sum), `month ${month}: ${inHand[month]}, the core says ${sum}`);
  }
  const fact = (label) => book.results.find((row) => row?.[0]?.value === label)?.[1]?.value;
  const { payback, netPresentValue, netPresentValueWithin, stillToCome, irr } = total;
  const facts = {
    'Paid back after': payback.months ?? never,
    'Net present value in all': netPresentValue,
    'Net present value of these months': netPresentValueWithin,
    'Still to come': stillToCome,
  };
  // LibreOffice stops its search for a rate after some ten digits
  const rate = fact('Internal rate of return a year');
  assert.ok(Math.abs(rate - irr) < 1e-8, `${rate}, the core says ${irr}`);
  for (const [label, expected] of Object.entries(facts)) {
    const actual = fact(label);
    assert.ok(isSame(actual, expected), `${label}: ${actual}, the core says ${expected}`);
  }
}

/** The workbook that the page gives for a case. */
async function savedFrom({ document, scenario = 0 }) {
  const page = open();
  await page.open(document, 'link');
  page.store.show(scenario);
  page.takeAway('Excel workbook');
  // where KPIs are followed, what answers for them is fetched first
  while (page.saved.length === 0) await new Promise((done) => setImmediate(done));
  return new Workbook(page.saved.at(-1).content);
}

describe('the workbook, worked out by LibreOffice', () => {
  const saved = new Map();
  let known;

  before(async () => {
    for (const one of kCases) saved.set(one.name, await savedFrom(one));
    const copies = new Map();
    for (const { name, changes } of kCases) {
      const book = saved.get(name);
      copies.set(name, book.unknown());
      for (const [i, change] of changes.entries()) {
        const typed = partsOf(change).map(([label, channel, , value]) => [
          book.input(label, channel),
          value,
        ]);
        copies.set(`${name}-${i}`, book.unknown(...typed, ...besides(book, name)));
      }
    }
    const lacking = saved.get('missing-close-rate');
    copies.set('typed-in', lacking.unknown([lacking.input('Close rate', 'b'), 0.2]));
    known = await recalculated(copies);
  });

  test('reporting time is a sheet of live formulas, with the figures that are worked out by hand', () => {
    const figures = (book) => {
      const rows = known.get(book).named(timesOf(known.get(book)));
      return (label) => rows.find((cells) => cells?.[0]?.value === label)?.[1]?.value;
    };
    const asTyped = figures('everything');
    assert.equal(asTyped('Hours a month'), 40);
    assert.equal(asTyped('Hours saved a month'), 35);
    assert.equal(asTyped('Saving a month'), 1750);
    assert.equal(asTyped('Net saving a month'), 1550);
    assert.equal(asTyped('ROI of automating'), 7.75);
    assert.ok(Math.abs(asTyped('Payback') - 500 / 1550) < 1e-12);
    const dearer = figures('everything-0');
    assert.equal(dearer('Net saving a month'), -50);
    assert.equal(dearer('Payback'), never);
    const free = figures('second-scenario-0');
    assert.equal(free('ROI of automating'), kUndefined);
    assert.ok(Math.abs(free('Payback') - 500 / 1750) < 1e-12);
  });

  test('own figures are live formulas over their inputs', () => {
    const { document, changes } = kCases.find(({ name }) => name === 'own-figures');
    const assertOwn = (book, { own }) => {
      for (const { id, value } of own) {
        const { label = id } = document.own.figures.find((one) => one.id === id);
        const name = label.en ?? label;
        const cell = book.results.find((row) => row?.[0]?.value === name)?.[1];
        const expected = typeof value === 'number' ? value : kUndefined;
        assert.ok(cell?.formula, `${name} is no formula`);
        assert.ok(
          nearly(cell.value, expected),
          `${name}: ${cell.value}, the core says ${expected}`,
        );
      }
    };
    assertOwn(saved.get('own-figures'), evaluated(document, 0));
    for (const [i, change] of changes.entries()) {
      const after = evaluated(changed(document, 0, change), 0);
      assertOwn(known.get(`own-figures-${i}`), after);
    }
  });

  test('all scenarios are in it, and those alike side by side', () => {
    const { document, changes } = kCases.find(({ name }) => name === 'two-scenarios');
    const shown = ['cost', 'leads', 'customers', 'return', 'profit', 'roi', 'fullCostCpl'];
    const assertSideBySide = (book, scenarios) => {
      const [heads, ...rows] = book.named('Scenarios');
      assert.deepEqual(
        heads.slice(1).map(({ value }) => value),
        ['Plan', 'Last campaign'],
      );
      for (const [i, { total }] of scenarios.entries()) {
        for (const [row, metric] of shown.entries()) {
          const { value, formula } = rows[row][i + 1];
          assert.ok(nearly(value, total[metric]), `${metric}: ${value}, not ${total[metric]}`);
          assert.match(formula, i === 0 ? /^'Results, Plan'!/ : /^'Results, Last campaign'!/);
        }
      }
    };
    const [own, other] = [0, 1].map((at) => evaluated(document, at));
    assertSideBySide(saved.get('two-scenarios'), [own, other]);
    const after = evaluated(changed(document, 0, changes[0]), 0);
    assertSideBySide(known.get('two-scenarios-0'), [after, other]);
    // in other money, or of other things counted: in it, but beside no other
    const many = saved.get('everything');
    assert.equal(many.named('Results, Last campaign')[0][0].value, 'Last campaign');
    const beside = many.named('Scenarios')[0].map(({ value }) => value);
    assert.ok(beside.includes('Everything at once') && !beside.includes('Last campaign'));
  });

  for (const { name, document, scenario = 0, changes } of kCases) {
    test(`${name}: known results, formulas and ${changes.length} changes agree with the core`, () => {
      const expected = evaluated(document, scenario);
      assertSays(saved.get(name), expected, exactly);
      assertSays(known.get(name), expected, nearly);
      for (const [i, change] of changes.entries()) {
        for (const part of partsOf(change)) {
          const alone = evaluated(changed(document, scenario, part), scenario);
          assert.notDeepEqual(alone, expected, `${part[2]} changes nothing`);
        }
        const after = evaluated(changed(document, scenario, change), scenario);
        assertSays(known.get(`${name}-${i}`), after, nearly);
      }
    });
  }

  for (const { name, document, changes } of kCases.filter(({ name }) => /saas|basket/.test(name))) {
    test(`${name}: cash month by month, as it is known and after ${changes.length} changes`, () => {
      assertCash(saved.get(name), document, exactly);
      assertCash(known.get(name), document, nearly);
      for (const [i, change] of changes.entries()) {
        assertCash(known.get(`${name}-${i}`), changed(document, 0, change), nearly);
      }
    });
  }

  test('below the months are their sums, of what adds up', () => {
    for (const { name, document } of kCases.filter(({ name }) => /saas|basket/.test(name))) {
      const { cash } = known.get(name);
      const sums = cash.at(-1);
      assert.equal(sums[0].value, 'Total of these months');
      const total = (head) => sums[cash[0].findIndex(({ value }) => value === head)]?.value;
      const isSame = (figure, expected) => Math.abs(figure - expected) < 0.005;
      const { total: plan } = evaluated(document, 0);
      assert.ok(isSame(total('Comes in'), plan.return), `${name}: ${total('Comes in')}`);
      assert.ok(isSame(total('Goes out'), plan.cost), `${name}: ${total('Goes out')}`);
      assert.ok(isSame(total('In less out'), plan.profit), `${name}: ${total('In less out')}`);
      const { netPresentValue } = unwrap(module.cashFlow(JSON.stringify({ document }))).total;
      assert.ok(isSame(total('Worth at the start'), netPresentValue), name);
      assert.equal(total('Net cash to date'), undefined);
    }
  });

  test('sheets are called after their scenarios, as far as a sheet may be', () => {
    for (const book of [saved.get('hostile-scenarios'), known.get('hostile-scenarios')]) {
      const { names } = book;
      assert.equal(names.length, 3 * 5 + 1);
      assert.equal(new Set(names.map((name) => name.toLowerCase())).size, names.length);
      for (const name of names) {
        assert.ok(name.length <= 31, name);
        assert.doesNotMatch(name, /[[\]:*?/\\]|^'|'$/);
      }
      assert.ok(names.includes("Summary, 'L'an dernier' bis 2"), names.join(' | '));
    }
  });

  test('what a goal takes follows ad spend by a power', () => {
    const rowOf = (name, label) =>
      known.get(name).results.find(([head]) => head?.value === label)?.[1];
    const spend = rowOf('within-reach', 'Ad spend it takes').value;
    const scale = (spend - 900) / 4000;
    const leads = 100 * scale ** 0.5 + 60 * scale ** 0.8 + 30;
    assert.ok(Math.abs(30 * leads - spend - 1000) < 1e-6, `${spend} brings ${30 * leads}`);
    assert.ok(rowOf('within-reach', 'Leads it takes').formula.includes('^'));
    assert.ok(nearly(rowOf('within-reach', 'Leads it takes').value, leads));
    assert.ok(nearly(rowOf('within-reach', 'Budget it takes').value, spend));

    const nearest = rowOf('out-of-reach', 'Closest that ad spend gets to it');
    assert.ok(nearest.formula.includes('^'));
    assert.ok(Math.abs(nearest.value - 1163.56) < 0.01, `${nearest.value} at most`);
    assert.equal(rowOf('out-of-reach', 'Ad spend it takes'), undefined);
    assert.equal(rowOf('out-of-reach', 'Leads it takes'), undefined);
  });

  test('what was missing may be typed into its cell', () => {
    assert.equal(figuresOf(known.get('missing-close-rate'), 1).roi, kUndefined);
    const { customers, roi } = figuresOf(known.get('typed-in'), 1);
    assert.ok(nearly(customers, 30 * 0.2));
    assert.ok(nearly(roi, (30 * 0.2 * 200 - 200) / 200));
  });

  test('names stay texts, whatever they begin with', () => {
    for (const book of [saved.get('hostile-names'), known.get('hostile-names')]) {
      const heads = book.channels[0].slice(1, -1);
      assert.deepEqual(
        heads.map(({ value }) => value),
        kHostile,
      );
      assert.ok(heads.every(({ formula }) => formula === undefined));
    }
  });

  test('a range is three figures, and says where it comes from', () => {
    const book = saved.get('everything');
    const row = book.inputs[book.inputRow('Conversion rate', 'Facebook feed')];
    assert.deepEqual(
      row.map(({ value }) => value),
      [
        'Conversion rate',
        'Facebook feed',
        0.03,
        '%',
        0.02,
        0.05,
        'benchmark: WordStream / LocaliQ, 2025, US, from the shared plan',
      ],
    );
  });

  test('the summary comes first: the plan’s figures, and its channels with their total', () => {
    const { summary } = known.get('email-0');
    // 12 000 subscribers for 65 000; one in five buys, for 150: 360 000, which is 295 000 more.
    const figures = {
      Cost: 65_000,
      Return: 360_000,
      'Gain before cost of goods': 295_000,
      Subscribers: 12_000,
      Customers: 2400,
    };
    for (const [label, value] of Object.entries(figures))
      assert.equal(rowOf(summary, label)?.[1].value, value, label);
    assert.ok(rowOf(summary, 'Period: Quarter'));
    const values = (name) => rowOf(summary.slice(12), name).map(({ value }) => value);
    assert.deepEqual(values('Facebook'), [
      'Facebook',
      26_000,
      6500,
      1300,
      4,
      30,
      169_000,
      6.5,
      169_000,
    ]);
    const [, cost, leads, customers, ...more] = values('Total');
    assert.deepEqual([cost, leads, customers, more.at(-1)], [65_000, 12_000, 2400, 295_000]);
  });

  test('every figure beyond what was typed is a formula', () => {
    for (const book of saved.values()) {
      for (const row of [...book.channels, ...book.results]) {
        for (const cell of row.slice(1)) {
          if (typeof cell?.value === 'number') assert.ok(cell.formula, JSON.stringify(row));
        }
      }
    }
  });
});

test('the workbook is in the language of the page, and in the currency of the plan', () => {
  const email = evaluated(exampleOf('email'), 0);
  const page = open('en-GB');
  const bookOf = (words) => {
    page.takeAway(words);
    return new Workbook(page.saved.at(-1).content);
  };
  const english = bookOf('Excel workbook');
  assert.deepEqual(english.names, [
    'Summary',
    'Inputs',
    'Channels',
    'Results',
    'Cash month by month',
  ]);
  assertSays(english, email, exactly);
  page.useLanguage('fr');
  const french = bookOf('Classeur Excel');
  assert.deepEqual(french.names, [
    'Synthèse',
    'Données',
    'Canaux',
    'Résultats',
    'Trésorerie par mois',
  ]);
  assert.ok(french.inputRow('Taux de transformation') > 0);
  assert.equal(french.channels[0][1].value, 'Facebook');
  assertSays(french, email, exactly);
  assert.match(french.parts['docProps/core.xml'], /<dc:language>fr-FR</);
  assert.match(french.parts['xl/workbook.xml'], /fullCalcOnLoad="1"/);
  assert.match(french.parts['xl/styles.xml'], /#,##0\.00&#34;\u00a0€&#34;/);
  assert.match(english.parts['xl/styles.xml'], /&#34;€&#34;#,##0\.00/);
});

// The CSV table

function csvOf(page, words) {
  page.takeAway(words);
  const { content, name, type } = page.saved.at(-1);
  assert.deepEqual([name, type], ['roi.csv', 'text/csv']);
  return content.trimEnd().split('\r\n');
}

test('the CSV table holds numbers in the convention of the language', () => {
  const page = open();
  const { channels, total } = evaluated(exampleOf('email'), 0);
  const lines = csvOf(page, 'CSV table');
  assert.ok(lines[0].startsWith('\ufeffChannel,Cost (EUR),Subscribers,Customers,'));
  assert.equal(lines.length, channels.length + 2);
  // A spreadsheet keeps 15 digits.
  const figures = ({ cost, leads, customers, return: back, profit, roi, ...more }) =>
    [
      ...[cost, leads, customers, back, profit, roi],
      ...[more.fullCostCpl, more.breakEvenCpl, more.headroom],
      ...[more.adSpend, more.tools, more.people, more.production, more.fees],
      ...[more.otherCosts, more.sharedCosts],
    ].map((figure) => Number(figure.toPrecision(15)));
  const numbers = (line, between) => line.split(between).slice(1);
  assert.deepEqual(numbers(lines[1], ',').map(Number), figures(channels[0].results));
  assert.deepEqual(numbers(lines.at(-1), ',').map(Number), figures(total));
  page.useLanguage('fr');
  const last = csvOf(page, 'Tableau CSV').at(-1);
  assert.deepEqual(
    numbers(last, ';').map((text) => Number(text.replace(',', '.'))),
    figures(total),
  );
  assert.ok(last.includes('1,76923076923077;'), last);
});

test('a name in the CSV table is no formula, and what is undefined an empty field', () => {
  const costs = [{ kind: 'adSpend', amount: 1000 }];
  const document = planOf([
    { id: 'a', name: '=1+1', costs },
    { id: 'b', name: '-2, "minus"', leads: 40, costs },
    { id: 'c', name: '@sum', leads: 0, costs },
  ]);
  const page = open('en', document);
  const lines = csvOf(page, 'CSV table');
  assert.equal(lines[1], `"'=1+1",1000,,,,,,,30,,1000,0,0,0,0,0,0`);
  assert.equal(lines[2], `"'-2, ""minus""",1000,40,4,1200,200,0.2,25,30,5,1000,0,0,0,0,0,0`);
  assert.equal(lines[3], `"'@sum",1000,0,0,0,-1000,-1,,30,,1000,0,0,0,0,0,0`);
});

test('the CSV table says what each cost is made of', () => {
  const document = planOf([
    {
      id: 'a',
      name: 'A',
      leads: 10,
      costs: [
        { kind: 'adSpend', amount: 1000 },
        { kind: 'people', hours: 12, hourlyCost: 40 },
        { kind: 'fees', amount: 200 },
      ],
    },
    { id: 'b', name: 'B', leads: 30, costs: [{ kind: 'production', amount: 70 }] },
  ]);
  // 60 of software for both, by leads: 15 and 45
  document.scenarios[0].sharedCosts = [
    { kind: 'tools', amount: 60, allocation: { rule: 'leads' } },
  ];
  const page = open('en', document);
  const [heads, ...rows] = csvOf(page, 'CSV table').map((line) => line.split(','));
  const own = [
    'Tools and software',
    'People',
    'Materials and production',
    'Agency fees',
    'Other costs',
  ];
  const kinds = [
    'Ad spend',
    ...own.map((kind) => `${kind} (channels’ own)`),
    'Part of shared costs',
  ];
  assert.deepEqual(
    heads.slice(-7),
    kinds.map((kind) => `${kind} (EUR)`),
  );
  assert.deepEqual(
    rows.map((row) => [row[0], row[1], ...row.slice(-7)].join(' ')),
    ['A 1695 1000 0 480 0 200 0 15', 'B 115 0 0 0 70 0 0 45', 'Total 1810 1000 0 480 70 200 0 60'],
  );
});

// The summary, and how the workbook is made up

const rowOf = (rows, label) => rows.find((row) => row?.[0]?.value === label);

/** The names of a workbook, and the cells they stand for. */
const namesOf = ({ parts }) =>
  new Map(
    [...parts['xl/workbook.xml'].matchAll(/<definedName name="([^"]+)">([^<]+)</g)].map(
      ([, name, cell]) => [name, cell.replaceAll('&#39;', "'")],
    ),
  );

test('the summary says beside the period what is of more than the period', () => {
  const summaryOf = (preset) => {
    const page = open('en', preset);
    page.takeAway('Excel workbook');
    return new Workbook(page.saved.at(-1).content).summary.map((row) => row?.[0]?.value);
  };
  const ofYears = summaryOf('saas');
  const period = ofYears.indexOf('Period: Quarter');
  assert.equal(ofYears[period - 1], 'Worked out on the margin, over the customer’s lifetime.');
  assert.match(ofYears[period + 1], /^Costs are those of the period; .* whole lifetime\.$/);
  const ofPeriod = summaryOf('b2b-leads');
  assert.ok(ofPeriod.includes('Worked out on the margin.'));
  assert.ok(!ofPeriod.some((words) => /lifetime/.test(words)));
});

test('the sheet of all scenarios says so too, of each that counts more than its period', () => {
  const lane = { id: 'a', name: 'Lane', leads: 100, costs: [{ kind: 'adSpend', amount: 1000 }] };
  const ofYears = { value: { mode: 'subscription', revenuePerMonth: 20, monthlyChurn: 0.05 } };
  const lastWords = (locale, ...all) => {
    const scenarios = all.map(
      (fields, at) => planOf([lane], { ...fields, id: `s${at}` }).scenarios,
    );
    const page = open(locale, { schemaVersion: 2, scenarios: scenarios.flat() });
    page.takeAway({ en: 'Excel workbook', fr: 'Classeur Excel' }[locale]);
    const book = new Workbook(page.saved.at(-1).content);
    const rows = book.named({ en: 'Scenarios', fr: 'Scénarios' }[locale]);
    return rows.flatMap((row) => (row?.length === 1 ? [row[0].value] : []));
  };
  const words =
    'osts are those of the period; revenue and gain are over the customers’ whole lifetime.';
  const last = { role: 'lastCampaign' };
  assert.deepEqual(lastWords('en', ofYears, { ...ofYears, ...last }), [`C${words}`]);
  assert.deepEqual(lastWords('en', {}, { ...ofYears, ...last }), [`Last campaign: c${words}`]);
  assert.match(
    lastWords('fr', ofYears, last).join(),
    /^Plan\u00a0: les coûts sont ceux .* clients\.$/,
  );
  assert.deepEqual(lastWords('en', {}, last), []);
});

test('the channels’ figures have their total beside them', () => {
  const page = open();
  page.takeAway('Excel workbook');
  const { channels } = new Workbook(page.saved.at(-1).content);
  assert.deepEqual(channels[0].map(({ value }) => value).slice(1), [
    'Facebook',
    'Instagram',
    'LinkedIn',
    'Total',
  ]);
  const profit = rowOf(channels, 'Gain before cost of goods');
  assert.equal(profit[4].value, 115_000);
  assert.match(profit[4].formula, /^'Results'!B\d+$/);
});

test('inputs, channels’ figures and totals have names, whatever they are called', () => {
  const page = open('fr');
  page.takeAway('Classeur Excel');
  const book = new Workbook(page.saved.at(-1).content);
  const names = namesOf(book);
  const row = book.inputRow('Abonnés', 'Facebook') + 1;
  assert.equal(names.get('Abonnés_Facebook'), `'Données'!$C$${row}`);
  assert.match(names.get('Total_Retour_sur_investissement'), /^'Synthèse'!\$B\$\d+$/);
  const at = book.summary.findIndex((line) => line?.[0]?.value === 'LinkedIn');
  const heads = book.summary.find((line) => line?.[0]?.value === 'Canal');
  for (const [column, { value }] of heads.entries())
    if (column > 0) {
      const cell = names.get(`LinkedIn_${value.replace(/[^\p{L}]+/gu, '_')}`);
      assert.equal(cell, `'Synthèse'!$${'ABCDEFGHI'[column]}$${at + 1}`, value);
    }
  const costs = [
    { kind: 'tools', label: 'Q4', amount: 5 },
    { kind: 'tools', label: '2026 = all', amount: 6 },
    { kind: 'tools', label: 'q4', amount: 7 },
  ];
  const hostile = open('en', planOf([{ id: 'a', name: '', leads: 10, costs }]));
  hostile.takeAway('Excel workbook');
  const list = [...namesOf(new Workbook(hostile.saved.at(-1).content)).keys()];
  assert.equal(new Set(list.map((name) => name.toLowerCase())).size, list.length);
  for (const name of list) assert.match(name, /^(?![a-z]{1,3}\d+$)[\p{L}_][\p{L}\p{N}_]*$/iu);
});

test('what may be typed over looks it, and nothing else does', () => {
  const page = open();
  page.takeAway('Excel workbook');
  const { parts, inputs } = new Workbook(page.saved.at(-1).content);
  const looks = [
    ...parts['xl/styles.xml'].split('<cellXfs')[1].matchAll(/<xf [^>]*fillId="(\d)"/g),
  ];
  const isMarked = (style) => looks[Number(style)][1] === '2';
  const marked = (sheet) =>
    [...parts[`xl/worksheets/sheet${sheet}.xml`].matchAll(/<c r="([A-Z]+)\d+" s="(\d+)"/g)]
      .filter(([, , style]) => isMarked(style))
      .map(([, column]) => column);
  assert.deepEqual(marked(2), Array(inputs.length - 1).fill('C'));
  // on the summary, only the sample that says so
  assert.deepEqual([marked(1), marked(3), marked(4)], [['A'], [], []]);
});

test('each sheet is printed across, as wide as the paper, with its heads on every page', () => {
  const page = open('en', planOf([{ id: 'a', name: 'a', leads: 1 }], { name: 'R&D' }));
  page.takeAway('Excel workbook');
  const { parts, names } = new Workbook(page.saved.at(-1).content);
  for (const [index] of names.entries()) {
    const sheet = parts[`xl/worksheets/sheet${index + 1}.xml`];
    assert.match(sheet, /<pageSetUpPr fitToPage="1"\/>/);
    assert.match(sheet, /orientation="landscape" fitToWidth="1" fitToHeight="0"/);
    assert.match(sheet, /<oddFooter>.*R&#38;&#38;D.*&#38;P/);
  }
  const titles = parts['xl/workbook.xml'].match(/Print_Titles" localSheetId="\d"/g);
  assert.equal(titles.length, names.length - 1);
});
