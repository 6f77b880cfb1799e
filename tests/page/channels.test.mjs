// Channels copied and added; starting from nothing, and starting again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { field } from '../e2e/lib/calculator.mjs';
import { planOf } from '../e2e/lib/plans.mjs';
import { seen } from '../e2e/lib/seen.mjs';
import { open } from './lib/calculator.mjs';

/** Of the example: 12 000 subscribers for 65 000. */
const roiOf = ({ closeRate = 0.1, value = 150, cost = 65_000, leads = 12_000 }) =>
  (leads * closeRate * value - cost) / cost;

test('a copy has a name of its own, weighs as much, and is one step', () => {
  const page = open();
  page.openAll();
  page.press('Add a cost', '.inputs details');
  page.choose('/scenarios/0/sharedCosts/0/allocation/rule', 'weights');
  page.paste('/scenarios/0/sharedCosts/0/amount', '100');
  page.leave();
  page.paste('/scenarios/0/sharedCosts/0/allocation/weights/0/weight', '2');
  page.leave();
  page.openDetails('Facebook');
  page.paste(field.name(0), 'Fair');
  page.leave();
  const before = page.values();
  page.press('Duplicate Fair');
  assert.deepEqual(page.channelNames(), ['Fair', 'Fair (copy)', 'Instagram', 'LinkedIn']);
  assert.equal(page.root.first(page.sought)?.words, 'Fair (copy)');
  const openers = page.root.all('.channels-in .opener');
  const [id, copy] = openers.map(({ attributes }) => attributes['data-row']);
  assert.notEqual(id, copy);
  // Weights 2, 2, 1, 1 of 100.
  page.expect({
    [`sharedCosts@${id}`]: 100 / 3,
    [`sharedCosts@${copy}`]: 100 / 3,
    'sharedCosts@linkedin': 100 / 6,
    leads: 12_000 + 6500,
  });
  page.undo();
  assert.deepEqual(page.values(), before);
  page.useLanguage('fr');
  page.press('Dupliquer Fair');
  assert.equal(page.channelNames()[1], 'Fair (copie)');
  page.store.undo();
  page.press('Détail de LinkedIn');
  page.press('Dupliquer LinkedIn');
  assert.deepEqual(page.channelNames(), ['Fair', 'Instagram', 'LinkedIn 1', 'LinkedIn 2']);
});

test('channels added one after the other go one after the other', () => {
  const page = open();
  page.addChannel();
  page.addChannel();
  assert.equal(page.channelNames().length, 5);
  page.undo();
  assert.equal(page.channelNames().length, 4);
});

test('a blank plan says what is missing, and answers once it is typed', () => {
  const page = open();
  const sentence = () => page.root.first('.verdict .sentence').words;
  const options = page.options('preset');
  assert.equal(options.at(-1), 'blank');
  page.choose('preset', 'blank');
  for (const name of [field.closeRate, field.value, field.cost(0), field.leads(0)]) {
    assert.equal(page.fieldText(name), '');
  }
  assert.match(sentence(), /spend.+leads.+close rate.+worth/);
  page.useLanguage('fr');
  assert.match(sentence(), /dépensez.+prospects.+transformation.+client/);
  page.assertNumbersAreNumbers();
  page.useLanguage('en');
  page.paste(field.cost(0), '1000');
  page.paste(field.leads(0), '100');
  assert.doesNotMatch(sentence(), /spend/);
  assert.match(sentence(), /close rate.+worth/);
  page.paste(field.closeRate, '10');
  page.paste(field.value, '150');
  page.expect({ roi: roiOf({ cost: 1000, leads: 100 }) });
});

/** Of a row of the table of channels, as it is read. */
const rowsOf = (page, part) =>
  page.root
    .all(`table.comparison ${part} tr`)
    .map(({ elements }) => elements.map(({ textContent }) => textContent.trim()).filter(Boolean));

test('the table prints what a lead costs, where it stops paying and what is left, and the plan below', () => {
  const page = open('fr', 'b2b-leads');
  const n = (text) => text.replaceAll(' ', '\u202f').replace(/\u202f([€%])/g, '\u00a0$1');
  // worked out by hand with the golden case: 58.69, 288, 5 399.25, 3.9073 and so on
  const rows = [
    ['E-mail', '59 €', '288 €', '229 €', '5 399 €', '+391 %', '21 097 €'],
    ['Facebook', '115 €', '162 €', '47 €', '6 670 €', '+41 %', '2 726 €'],
    ['LinkedIn', '162 €', '216 €', '54 €', '16 847 €', '+33 %', '5 617 €'],
    ['Recherche', '172 €', '216 €', '44 €', '12 187 €', '+26 %', '3 149 €'],
    ['Instagram', '186 €', '144 €', '−42 €', '3 897 €', '−22 %', '−873 €'],
  ];
  assert.deepEqual(
    rowsOf(page, 'tbody'),
    rows.map(([name, ...figures]) => [name, ...figures.map(n)]),
  );
  assert.deepEqual(rowsOf(page, 'tfoot'), [
    ['Total', ...['130 €', '222 €', '92 €', '45 000 €', '+70 %', '31 716 €'].map(n)],
  ]);
});

test('the column that channels are sorted by is marked, from the start', () => {
  const page = open('en', 'b2b-leads');
  const marked = () =>
    page.root
      .all('table.comparison thead th')
      .filter(({ attributes }) => attributes['aria-sort'])
      .map(({ textContent, attributes }) => [textContent.trim(), attributes['aria-sort']]);
  assert.deepEqual(marked(), [['ROI', 'descending']]);
  page.press('Cost per lead', 'table.comparison');
  assert.deepEqual(marked(), [['Cost per lead', 'ascending']]);
  assert.deepEqual(page.ranking(), ['email', 'facebook', 'linkedin', 'search', 'instagram']);
  page.press('Headroom', 'table.comparison');
  assert.deepEqual(marked(), [['Headroom', 'descending']]);
  assert.deepEqual(page.ranking(), ['email', 'linkedin', 'facebook', 'search', 'instagram']);
});

test('a channel that loses by its part of shared costs alone is said to', async () => {
  const page = open();
  const channel = (id, leads, amount) => ({
    id,
    name: id,
    leads,
    costs: [{ kind: 'adSpend', amount }],
  });
  await page.open(
    planOf([channel('North', 100, 950), channel('South', 200, 500)], {
      closeRate: 0.1,
      value: { mode: 'margin', marginPerCustomer: 100 },
      sharedCosts: [{ kind: 'tools', amount: 200, allocation: { rule: 'equally' } }],
    }),
    'file',
  );
  // 100 x 0.1 x 100 - 950 is 50 before its 100 of the shared costs.
  page.expect({ 'profit@North': -50, 'profit@South': 1400 });
  page.says(
    /North \(€50(?:\.00)?\) is at a loss by its part of shared costs alone: without it, that much less would be left\./,
  );
  page.doesNotSay(/before any shared cost/);
  page.useLanguage('fr');
  page.says(
    /North \(50(?:,00)?\s€\) n’est à perte que par sa part des coûts communs\s: sans ce canal, il resterait autant de moins\./,
  );
});

test('no channel is said to do best, or worst, that does as well as another', async () => {
  const page = open();
  const channel = (id, leads) => ({
    id,
    name: id,
    leads,
    costs: [{ kind: 'adSpend', amount: 100 }],
  });
  const openWith = (channels) =>
    page.open(planOf(channels, { value: { mode: 'margin', marginPerCustomer: 100 } }), 'file');
  await openWith([channel('North', 20), channel('South', 20)]);
  page.expect({ 'roi@North': 1, 'roi@South': 1 });
  page.doesNotSay(/does best|does worst/);
  await openWith([channel('North', 20), channel('South', 20), channel('West', 15)]);
  page.doesNotSay(/does best|does worst/);
  await openWith([channel('North', 20), channel('South', 15), channel('West', 15)]);
  page.says(/North does best\./);
  page.doesNotSay(/does worst/);
});

test('what a losing channel is said to lose is written as in its table', async () => {
  const page = open();
  const channel = (id, leads) => ({
    id,
    name: id,
    leads,
    costs: [{ kind: 'adSpend', amount: 100_000 / 3 }],
  });
  await page.open(
    planOf([channel('A', 100), channel('B', 70), channel('C', 31)], {
      currency: 'JPY',
      margin: 0.333,
      value: { mode: 'revenue', revenuePerCustomer: 10_000 },
    }),
    'file',
  );
  // 66 933 less 100 000: the yen have no smaller coin in which −33.33, −10 023.33 and −23 010.33 add up.
  const row = page.root
    .all('table.comparison tbody tr')
    .find(({ elements }) => elements[0].textContent.trim() === 'C');
  assert.equal(seen(row.elements.at(-1).textContent.trim()), '−¥23,011');
  page.says(/A \(−¥33\), B \(−¥10,023\),? and C \(−¥23,011\) are at a loss/);
});
