// What is read as a sum or a difference is one as it is read, in both languages, of plans drawn by chance
// (core/docs/decisions/0018-figures-add-up-as-read.md). ROI_SEED draws others.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metrics } from '../../web/generated/metrics.ts';
import { presetIds } from '../../web/src/plan/presets.ts';
import { randomOf } from '../e2e/lib/hostile.mjs';
import { Analysis } from './lib/analysis.mjs';
import { open } from './lib/calculator.mjs';

const kSeed = Number(process.env.ROI_SEED ?? 13);
const kPlans = 25;

const { below, one } = randomOf(kSeed);
const random = () => below(1e6) / 1e6;
const between = (low, high) => low * (high / low) ** random();
/** As somebody may type it: of some digits. */
const typed = (low, high) => Number(between(low, high).toPrecision(one([2, 3, 4, 6])));

const kKinds = ['adSpend', 'people', 'tools', 'production', 'fees', 'other'];

function channel(at, size, amount) {
  const kinds = kKinds.filter((kind) => kind === 'adSpend' || random() < 0.4);
  const costs = kinds.map((kind) => ({ kind, amount: amount(size, 100 * size) }));
  return {
    id: `c${at}`,
    name: `Lane ${at}`,
    ...(random() < 0.5
      ? { leads: Math.ceil(between(5, 5000)) }
      : { clicks: Math.ceil(between(300, 5000)), conversionRate: typed(0.01, 0.2) }),
    ...(random() < 0.3 ? { closeRate: typed(0.02, 0.5) } : {}),
    response: { elasticity: typed(0.2, 0.9) },
    costs,
  };
}

function scenario(id, currency, hasRange) {
  const size = between(1, 500);
  const amount = (low, high) => Number(typed(low, high).toFixed(currency === 'JPY' ? 0 : 2));
  const closeRate = typed(0.02, 0.3);
  const shared = {
    kind: 'tools',
    amount: amount(10, 1000),
    allocation: { rule: one(['leads', 'equally', 'adSpend']) },
  };
  return {
    id,
    name: id,
    period: { kind: 'quarter' },
    currency,
    action: 'lead',
    closeRate: hasRange
      ? { low: closeRate / 2, likely: closeRate, high: 1.7 * closeRate }
      : closeRate,
    margin: typed(0.2, 0.9),
    value:
      random() < 0.7
        ? { mode: 'revenue', revenuePerCustomer: typed(20, 9000) }
        : { mode: 'subscription', revenuePerMonth: typed(5, 300), monthlyChurn: typed(0.02, 0.2) },
    time: { lagMonths: one([0, 1, 2.5]), discountRate: 0.07 },
    channels: Array.from({ length: 2 + Math.floor(4 * random()) }, (_, at) =>
      channel(at, size, amount),
    ),
    ...(random() < 0.5 ? { sharedCosts: [shared] } : {}),
  };
}

const plans = Array.from({ length: kPlans }, (_, at) => {
  const currency = one(['EUR', 'USD', 'JPY']);
  const hasRange = at % 2 === 1;
  const scenarios = ['now', 'before'].map((id) => scenario(id, currency, hasRange));
  const plan = { schemaVersion: 2, scenarios };
  return at % 3 === 1 ? withOwn(plan) : plan;
});

/** With figures of its own, which say in other words what the plan's are. */
function withOwn({ scenarios, ...rest }) {
  const money = (id, formula) => ({ id, unit: 'money', formula, label: `Own ${id}` });
  return {
    ...rest,
    scenarios: scenarios.map((one) => ({ ...one, own: { licence: typed(10, 5000) } })),
    own: {
      inputs: [{ id: 'licence', unit: 'money' }],
      figures: [
        money('gain', 'return - cost'),
        money('left', 'profit - licence'),
        { id: 'theRoi', unit: 'rate', formula: 'gain / cost', better: 'higher' },
      ],
    },
  };
}

/** A figure as it is read; none of a dash. */
function figureIn(text, language) {
  const digits = language === 'fr' ? text.replace(',', '.') : text;
  const figure = digits.replaceAll(/[^\d.]/g, '').replace(/\.$/, '');
  return figure === '' ? undefined : Number(text.includes('−') ? `-${figure}` : figure);
}

const sumOf = (list) => list.reduce((sum, one) => sum + one, 0);
const areSame = (a, b) => Math.abs(a - b) < 1e-6 + 1e-12 * Math.abs(b);

const kLanguages = ['fr', 'en'];

/** Each plan in one language, opened once and answered. */
const opened = [];
for (const [at, plan] of plans.entries()) {
  const language = kLanguages[at % 4 < 2 ? 0 : 1];
  const page = open(language);
  await page.open(plan, 'file');
  assert.equal(page.store.scenario.name, 'now', page.notice?.text);
  page.idle();
  opened.push({ page, language, where: `plan ${at} of seed ${kSeed} in ${language}` });
}

/** Each of them: `check` gets what reads its figures, and what says that they add up. */
function ofAll(check) {
  let checked = 0;
  for (const { page, language, where } of opened) {
    const read = ({ textContent }) => figureIn(textContent, language);
    const adds = (parts, sum, what) => {
      assert.ok(
        areSame(sumOf(parts), sum),
        `${where}, ${what}: ${parts.join(' + ')} is not ${sum}`,
      );
      checked += 1;
    };
    check(page, { read, adds, language });
  }
  assert.ok(checked > kPlans / 4, `${checked} sums were seen`);
}

/** The cells of a table, row by row, with the head of each. */
const rowsOf = (table, rows = 'tbody tr') =>
  table.all(rows).map(({ elements: [head, ...cells] }) => [head.textContent.trim(), ...cells]);

const section = (page, id) => {
  page.idle();
  return page.root.first(`details[data-section="${id}"]`);
};

const tables = (page, id) => {
  new Analysis(page, id).open();
  return section(page, id).all('table');
};

test('channels make up the total, and a cost, its headroom and its break-even make up a row', () =>
  ofAll((page, { read, adds }) => {
    const table = page.root.first('table.comparison');
    const of = (rows, column) => table.all(`${rows} td.${column}`).map(read);
    for (const column of ['cost', 'profit'])
      adds(of('tbody', column), of('tfoot', column)[0], column);
    for (const rows of ['tbody', 'tfoot']) {
      const [costs, rooms, ends] = ['fullCostCpl', 'headroom', 'breakEvenCpl'].map((column) =>
        of(rows, column),
      );
      for (const [at, end] of ends.entries()) adds([costs[at], rooms[at]], end, 'a row');
    }
  }));

test('what a lead costs, brings and leaves is one sum in verdict, picture and key figures', () =>
  ofAll((page, { read, adds }) => {
    const [cost, brings] = ['fullCostCpl', 'breakEvenCpl'].map((metric) =>
      read(page.root.first(`.sentence [data-metric="${metric}"]`)),
    );
    const lines = ['gain', 'loss'].flatMap((tone) => page.root.all(`svg.picture .${tone}`));
    const left = read({ textContent: lines.map(({ textContent }) => textContent).join(' ') });
    adds([cost, brings < cost ? -Math.abs(left) : Math.abs(left)], brings, 'the picture');
    adds([read(page.root.first('.numbers [data-metric="breakEvenCpl"]'))], brings, 'key figures');
  }));

test('costs and leads of the list make up the sums below it', () =>
  ofAll((page, { read, adds }) => {
    const sums = page.root.all('.margin .sum').map(read);
    for (const [at, name] of ['cost', 'leads'].entries()) {
      const cells = page.root
        .all('.channels-in form.row .pair')
        .map((pair) => pair.all('.cell')[at]);
      const shown = cells.map((cell) => {
        const [input] = cell.all('input');
        return read({ textContent: input ? input.value : cell.textContent });
      });
      adds(shown, sums[at], name);
    }
  }));

test('leads of the table that channels are typed into make up their sum', () =>
  ofAll((page, { read, adds }) => {
    page.root.first('[data-opens="grid"]').press();
    const table = page.root.first('table.ledger');
    const { leads } = page.view().labels;
    const [heads] = table.all('thead tr');
    const at = heads.elements.findIndex(({ textContent }) => textContent.trim() === leads);
    const shown = (cell) => {
      const [input] = cell.all('input');
      return read(input ? { textContent: input.value } : cell);
    };
    const own = table.all('tbody tr').filter((row) => !row.attributes.class?.includes('beside'));
    const [sums] = table.all('tfoot tr');
    adds(
      own.map((row) => shown(row.elements[at])),
      read(sums.elements[at]),
      'leads',
    );
  }));

test('all figures: what channels make up adds up along the row, costs by kind down to their sum', () =>
  ofAll((page, { read, adds }) => {
    const [table] = tables(page, 'all');
    const rows = new Map(
      table
        .all('tbody tr')
        .map((row) => row.all('.fig'))
        .filter(({ length }) => length > 0)
        .map((figures) => [figures[0].attributes['data-metric'], figures.map(read)]),
    );
    const kSummed = ['leads', 'customers', 'adSpend', 'people', 'tools', 'ownCost', 'sharedCosts'];
    for (const metric of [...kSummed, 'cost', 'revenue', 'return', 'profit', 'costShare']) {
      const [sum, ...parts] = rows.get(metric);
      adds(parts, sum, metric);
    }
    const kKinds = ['adSpend', 'people', 'tools', 'production', 'fees', 'otherCosts'];
    const [own] = rows.get('ownCost');
    adds(
      kKinds.map((kind) => rows.get(kind)[0]),
      own,
      'costs by kind',
    );
  }));

test('a difference is that of the two figures beside it, and parts of a change make it up', () =>
  ofAll((page, { read, adds }) => {
    const found = tables(page, 'changed');
    const [bridge, figures] = found;
    const [[, from], ...steps] = rowsOf(bridge);
    const [, to] = steps.pop();
    adds([from, ...steps.map(([, cell]) => cell)].map(read), read(to), 'the bridge');
    for (const [name, before, now, apart] of rowsOf(figures)) {
      const [a, b, c] = [before, now, apart].map(read);
      adds([a, c], b, name);
    }
  }));

test('cash of each month leads from one sum to the next', () =>
  ofAll((page, { read, adds }) => {
    const [months] = tables(page, 'time');
    let before = 0;
    for (const [month, flow, now] of rowsOf(months)) {
      adds([before, read(flow)], read(now), `month ${month}`);
      before = read(now);
    }
  }));

test('what is in hand and still to come is the profit, and so is that of the channels', () =>
  ofAll((page, { read, adds }) => {
    const [, byChannel] = tables(page, 'time');
    const values = section(page, 'time').all('dl.sums .value').map(read);
    const [inHand, toCome, profit] = values;
    adds([inHand, toCome], profit, 'in hand');
    adds(
      rowsOf(byChannel).map(([, , cell]) => read(cell)),
      profit,
      'channels',
    );
  }));

test('shares of the variance make up all of it', () =>
  ofAll((page, { adds }) => {
    const found = tables(page, 'influence');
    const isOfShares = (one) => /variance/.test(one.first('thead').textContent);
    const table = found.find(isOfShares);
    if (!table) return;
    const percents = rowsOf(table).map((cells) => Number.parseFloat(cells.at(-1).textContent));
    const [together] = section(page, 'influence').textContent.match(
      /\d+(?=\s?% (?:de la|of the) variance (?:comes|vient))/,
    ) ?? ['0'];
    adds([...percents, Number(together)], 100, 'shares');
  }));

test('ad spend of channels makes up what is spent, now and in the best split', () =>
  ofAll((page, { read, adds }) => {
    const [table] = tables(page, 'split');
    const said = section(page, 'split').textContent;
    const [, , total] = said.match(/(mêmes|same) (\S.*?) (?:de publicité|of ad spend)/);
    const [, , spent = total] =
      said.match(/(Seuls|Only) (\S.*?) (?:méritent|of it is worth)/) ?? [];
    const ends = rowsOf(table).map(([, cell]) => cell.textContent.split('→'));
    for (const [side, sum] of [total, spent].entries()) {
      const parts = ends.map((one) => read({ textContent: one[side] }));
      adds(parts, read({ textContent: sum }), `ad spend, ${side}`);
    }
  }));

test('an explanation puts numbers in that add up', () =>
  ofAll((page, { read, adds }) => {
    for (const metric of ['cost', 'profit', 'headroom']) {
      const [, put] = page.explained(metric).all('.formula');
      const [left, result] = put.textContent.replace(/^= /, '').split(' = ');
      const terms = left.split(/ (?=[+−] )/);
      if (result === undefined || /[×÷(]/.test(left)) continue;
      const signed = terms.map((term) => {
        const isLess = term.startsWith('− ');
        const figure = read({ textContent: term.replace(/^[+−] /, '') });
        return isLess ? -figure : figure;
      });
      adds(signed, read({ textContent: result }), `${metric}: ${put.textContent}`);
    }
  }));

/** A figure as a pocket calculator takes it, and by how much its last decimal counts; none of words. */
function keyed(text, language) {
  if (/\p{L}/u.test(text.replaceAll(/\bJPY\b/g, ''))) return undefined;
  const value = figureIn(text, language);
  if (value === undefined) return undefined;
  const percent = text.includes('%') ? 0.01 : 1;
  const [, decimals = ''] = text.match(language === 'fr' ? /,(\d+)/ : /\.(\d+)/) ?? [];
  return { value: value * percent, step: percent * 10 ** -decimals.length };
}

/** What a calculator makes of what is written: signs in their order of strength, brackets first. */
function calculated(text, language) {
  const parts = text.split(/( [+−×÷^] |\((?!\d+\)$)|\))/).filter((part) => part.trim() !== '');
  const next = () => parts[0]?.trim();
  const take = () => parts.shift().trim();
  const operand = () => {
    if (next() === '(') {
      take();
      const inner = sum();
      take();
      return inner;
    }
    return keyed(take(), language)?.value;
  };
  const chain = (signs, inner, apply) => () => {
    let value = inner();
    while (signs.includes(next())) value = apply(take(), value, inner());
    return value;
  };
  const power = chain(['^'], operand, (_, a, b) => a ** b);
  const product = chain(['×', '÷'], power, (sign, a, b) => (sign === '×' ? a * b : a / b));
  const sum = chain(['+', '−'], product, (sign, a, b) => (sign === '+' ? a + b : a - b));
  const value = sum();
  return parts.length === 0 ? value : undefined;
}

/** How often the formulas of a page's figures come out, and how often only nearly, as they say themselves. */
function assertComeOut(page, channel, language, where) {
  const counts = { exact: 0, nearly: 0 };
  for (const metric of Object.keys(metrics)) {
    const [, put] = page.explained(metric, channel)?.all('.formula') ?? [];
    const [, left, sign, result] = put?.textContent.match(/^= (.*) ([=≈]) (.*)$/) ?? [];
    const made = left && calculated(left, language);
    const shown = result && keyed(result, language);
    if (!shown || made === undefined || Number.isNaN(made)) continue;
    const isMade = Math.abs(made - shown.value) <= 0.5000001 * shown.step;
    assert.equal(sign === '=', isMade, `${where}, ${metric}: ${put.textContent} (${made})`);
    counts[isMade ? 'exact' : 'nearly'] += 1;
  }
  return counts;
}

test('every formula comes out on a pocket calculator, or says that it does nearly', () => {
  const all = { exact: 0, nearly: 0 };
  const check = (page, language, where) => {
    for (const channel of [undefined, page.store.scenario.channels[0].id]) {
      const { exact, nearly } = assertComeOut(page, channel, language, where);
      all.exact += exact;
      all.nearly += nearly;
    }
  };
  for (const preset of presetIds) {
    for (const language of kLanguages) check(open(language, preset), language, preset);
  }
  for (const { page, language, where } of opened) check(page, language, where);
  assert.ok(all.exact > 1000 && all.nearly < 0.02 * all.exact, JSON.stringify(all));
});

test('where no few decimals are enough, a formula says that it comes out nearly', async () => {
  // of 33.333333 %, 2 billion are 60 more than of a third
  const page = open('en');
  const costs = [{ kind: 'adSpend', amount: 2e9 }];
  const [{ margin: _, sharedCosts: __, ...about }] = plans[0].scenarios;
  const scenario = {
    ...about,
    currency: 'EUR',
    margin: 0.333333333333,
    value: { mode: 'revenue', revenuePerCustomer: 9 },
    channels: [{ id: 'a', leads: 3, customers: 1, costs }],
  };
  await page.open({ schemaVersion: 2, scenarios: [scenario] }, 'file');
  const [, put] = page.explained('breakEvenValue').all('.formula');
  assert.equal(put.textContent, '= €2,000,000,000 ÷ 33.33% ≈ €6,000,000,000');
});

test('figures of a plan’s own are those of the plan where they say the same, whatever the plan', () => {
  let seen = 0;
  ofAll((page, { adds }) => {
    const { own } = page.store.document;
    if (!own) return;
    page.showAllFigures();
    page.assertNumbersAreNumbers();
    const dataOf = (selector) => page.root.first(`button${selector}`).attributes['data-value'];
    assert.equal(dataOf('[data-own="gain"]'), dataOf('[data-metric="profit"]'));
    assert.equal(dataOf('[data-own="theRoi"]'), dataOf('[data-metric="roi"]'));
    const { licence } = page.store.scenario.own;
    adds(
      [Number(dataOf('[data-own="left"]')), licence],
      Number(dataOf('[data-own="gain"]')),
      'own',
    );
    seen += 1;
  });
  assert.ok(seen >= 2, `${seen} plans have figures of their own`);
});
