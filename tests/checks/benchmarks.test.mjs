// Published figures: each stands for a field whose recipe it has, or says why for none.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { offered, placeOf } from '../../web/scripts/benchmarks.mjs';

const file = JSON.parse(
  readFileSync(new URL('../../web/src/plan/benchmarks.json', import.meta.url), 'utf8'),
);
const { rows, sources } = offered(file);
const row = (id) => rows.find((one) => one.id === id);

/** The recipes of the plan's own fields (core/docs/methodology.md), as the file words them. */
const kRecipes = {
  ctr: ['clicks / impressions', 'percent'],
  adSpendCpc: ['ad spend / clicks', 'USD'],
  adSpendCpm: ['ad spend / impressions x 1000', 'USD'],
  conversionRate: ['conversions / clicks (lead or action set by the advertiser)', 'percent'],
  adSpendCpl: ['ad spend / leads (or conversions)', 'USD'],
};

const kOffered = {
  ctr: 'b001 b005 b009 b013 b080 b084 b087 b090 b127 b130 b133',
  adSpendCpc: 'b002 b008 b012 b081 b085 b086 b091 b125 b128 b131 b134',
  adSpendCpm: 'b129 b132',
  conversionRate: 'b003 b010 b014 b082 b088',
  adSpendCpl: 'b004 b006 b007 b011 b015 b083 b089 b126 b137 b138 b139 b140 b141 b142 b143',
};

test('every figure of the file is offered for a field, or left out with a reason', () => {
  assert.equal(file.figures.length, 143);
  for (const figure of file.figures) {
    const { field, excluded } = placeOf(figure);
    assert.notEqual(field === undefined, excluded === undefined, figure.id);
    if (excluded) assert.match(excluded, /\w+ \w+ \w+/, figure.id);
  }
});

test('each field is offered these figures, and the close rate and the margin none', () => {
  const found = {};
  for (const { field, id } of rows) found[field] = [...(found[field] ?? []), id];
  const expected = Object.entries(kOffered).map(([field, ids]) => [field, ids.split(' ')]);
  assert.deepEqual(found, Object.fromEntries(expected));
});

test('nothing is offered whose recipe or unit is not the field’s', () => {
  for (const { id, field } of rows) {
    const { definition, unit } = file.figures.find((one) => one.id === id);
    assert.deepEqual([definition, unit], kRecipes[field], id);
  }
  const other = { id: 'x', metric: 'cvr', definition: 'conversions / unique visitors' };
  assert.throws(() => placeOf(other), /no field/);
});

test('steps between lead and customer, visitors, full cost and e-mails stand for no field', () => {
  const measures = 'lead_to_mql mql_to_sql sql_to_opp opp_to_won lp_cvr visitor_to_lead form_fill';
  for (const metric of [...measures.split(' '), 'cpl_full', 'cac', 'click_rate', 'order_rate']) {
    const found = file.figures.filter((one) => one.metric === metric);
    assert.ok(found.length > 0, metric);
    for (const figure of found) assert.equal(placeOf(figure).field, undefined, figure.id);
  }
});

test('one figure is taken as half to double; percent become fractions', () => {
  assert.deepEqual(row('b003').range, { low: 0.0409, likely: 0.0818, high: 0.1636 });
  assert.deepEqual(row('b002').range, { low: 2.71, likely: 5.42, high: 10.84 });
  assert.deepEqual(row('b138').range, { low: 102.5, likely: 205, high: 410 });
  assert.equal(row('b002').currency, 'USD');
  assert.equal(row('b003').currency, undefined);
});

test('the middle half is widened to nine in ten, as of a log-normal', () => {
  // log: middle ± (ln 15.72 − ln 10.48) / 2 × 1.645 / 0.6745: 12.835 ÷ and × 1.6395.
  assert.deepEqual(row('b134').range, { low: 7.83, high: 21 });
  assert.deepEqual(row('b134').quartiles, [10.48, 15.72]);
  // 0.8872 ÷ and × 1.2119
  assert.deepEqual(row('b133').range, { low: 0.00732, high: 0.0108 });
  assert.deepEqual(row('b133').quartiles, [0.0082, 0.0096]);
});

test('every figure says its publisher, year, sector, region and the page it is on', () => {
  for (const { id, source, sector, region } of rows) {
    const figure = file.figures.find((one) => one.id === id);
    const { publisher, year, page, grade } = sources[source];
    assert.equal(year, figure.year, id);
    assert.equal(grade, figure.grade, id);
    assert.deepEqual([sector, region], [figure.industry, figure.region], id);
    assert.equal(publisher, file.sources[figure.source].publisher, id);
    assert.equal(new URL(page).protocol, 'https:', id);
  }
});

test('what campaigns were bought for is kept: leads, visits, or not said', () => {
  const ofKind = (kind) => rows.filter((one) => one.kind === kind).map(({ id }) => id);
  assert.deepEqual(ofKind('leads'), [
    'b080',
    'b081',
    'b082',
    'b083',
    'b086',
    'b087',
    'b088',
    'b089',
  ]);
  assert.deepEqual(ofKind('traffic'), ['b084', 'b085', 'b090', 'b091']);
});
