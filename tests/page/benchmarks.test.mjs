// "Don't know?": published figures beside a field, taken over as a range with its source.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ends, field, kPlan } from '../e2e/lib/calculator.mjs';
import { open } from './lib/calculator.mjs';

const search = `${kPlan}/channels/0`;
const facebook = `${kPlan}/channels/1`;
const linkedin = `${kPlan}/channels/2`;

/** A plan in dollars that counts leads, made of published figures: Search, Facebook, LinkedIn. */
const agencyPitch = (locale) => open(locale, 'agency-pitch');

const said = ({ words }) => words.replaceAll(/[\s\u00a0\u202f]+/g, ' ');

const unfold = (page, channel) => page.root.first(`.opener[data-row="${channel}"]`).press();

const ask = (page, key) => page.root.first(`[data-unsure="${key}"]`).press();

const use = (page, id) => page.root.first(`[data-benchmark="${id}"] button`).press();

/** What the open list says of each figure, by its id; and which have a button. */
function list(page) {
  const lists = page.root.all('.published');
  assert.equal(lists.length, 1);
  const rows = lists[0].all('li');
  const idOf = ({ attributes }) => attributes['data-benchmark'];
  return {
    rows: Object.fromEntries(rows.map((row) => [idOf(row), said(row)])),
    usable: rows.filter((row) => row.first('button')).map(idOf),
    text: said(lists[0]),
  };
}

/** The source under a field. */
function sourceUnder(page, key) {
  const opener = page.root.first(`[data-unsure="${key}"]`);
  const { elements } = opener.parent;
  const source = elements[elements.indexOf(opener) + 1];
  return source?.textContent.replaceAll(/[\u00a0\u202f]/g, ' ');
}

function usual(page) {
  const found = page.root.first('.usual');
  return found && said(found);
}

test('a figure that is changed is no longer the publisher’s', () => {
  const page = agencyPitch();
  unfold(page, 'linkedin');
  const key = `${linkedin}/ctr`;
  ask(page, key);
  use(page, 'b127');
  assert.deepEqual(page.texts(ends(key)), ['0.24', '0.48', '0.96']);
  assert.equal(sourceUnder(page, key), 'benchmark: ZenABM via Stackmatix, 2026');
  page.type(`${key}/high`, '1');
  page.leave();
  assert.equal(sourceUnder(page, key), undefined);
});

test('the sector that was chosen is remembered, and stands first', () => {
  const page = agencyPitch();
  unfold(page, 'linkedin');
  ask(page, `${linkedin}/adSpendCpc`);
  assert.deepEqual(Object.keys(list(page).rows), ['b125', 'b128', 'b131']);
  page.choose('sector', 'b2b saas');
  const { rows } = list(page);
  assert.deepEqual(Object.keys(rows), ['b134', 'b125', 'b128', 'b131']);
  assert.match(rows.b134, /^\$10\.48 to \$15\.72 for the middle half.*HockeyStack, 2025/);
  use(page, 'b134');
  assert.deepEqual(page.texts(ends(`${linkedin}/adSpendCpc`)), ['7.83', '', '21']);
  ask(page, `${linkedin}/ctr`);
  assert.deepEqual(Object.keys(list(page).rows), ['b133', 'b127', 'b130']);
});

test('where the recipe is another, nothing is offered, and why is said', () => {
  const page = agencyPitch();
  ask(page, field.closeRate);
  const close = list(page);
  assert.deepEqual(close.rows, {});
  assert.match(close.text, /customers per lead/);
  assert.doesNotMatch(close.text, /\d+ ?%/);
  unfold(page, 'search');
  ask(page, `${search}/margin`);
  assert.match(list(page).text, /No published gross margin/);
  // What was measured are leads: a plan that counts calls is offered no rate of them.
  page.choose(`${kPlan}/action`, 'call');
  ask(page, `${search}/conversionRate`);
  assert.match(list(page).text, /counts leads.*count calls/);
  assert.equal(usual(page), undefined);
  // Campaigns for leads do not sell: a shop is offered those for visits.
  unfold(page, 'facebook');
  ask(page, `${facebook}/adSpendCpc`);
  assert.deepEqual(Object.keys(list(page).rows), ['b081']);
  page.choose(`${kPlan}/action`, 'order');
  assert.deepEqual(Object.keys(list(page).rows), ['b085']);
});

test('money of another currency is shown, not taken over; a rate is', () => {
  const page = open();
  page.choose('preset', 'b2b-leads');
  unfold(page, 'search');
  const at = `${kPlan}/channels/2`;
  ask(page, `${at}/adSpendCpc`);
  const { rows, usable, text } = list(page);
  assert.match(rows.b002, /^5\.42 USD on average/);
  assert.deepEqual(usable, []);
  assert.match(text, /In USD; your figures are in EUR\. Nothing is converted/);
  ask(page, `${at}/ctr`);
  use(page, 'b001');
  assert.deepEqual(page.texts(ends(`${at}/ctr`)), ['3.32', '6.64', '13.28']);
});

test('under the answer: what a lead usually costs in ad spend, beside the plan’s own', () => {
  const page = agencyPitch();
  const words = usual(page);
  assert.match(words, /^Cost per lead, ad spend alone: what is usual/);
  // 5.42 / 8.18 % and 1.92 / 7.72 %
  assert.match(
    words,
    /Search on average, all sectors, US \(WordStream \/ LocaliQ, 2026\) \$66\.69 \$66\.26/,
  );
  assert.match(words, /Facebook median, .*2025\) \$27\.66 \$24\.87/);
  ask(page, 'usual');
  page.choose('sector', 'technology');
  assert.match(
    usual(page),
    /LinkedIn medians by region and kind of ad, [^$]*\$79\.00 to \$791\.00/,
  );
  const { usable } = list(page);
  assert.deepEqual(usable, []);
  page.choose('preset', 'b2b-leads');
  page.choose('sector', 'b2b');
  const abroad = usual(page);
  assert.match(abroad, /LinkedIn on average, [^)]*\) 202\.00 USD/);
  assert.equal(abroad.match(/Nothing is converted/g)?.length, 1);
  assert.ok(abroad.match(/ USD /g).length > 1);
});

test('without a sector nothing is said to be usual; where no lead is counted, nothing is asked', () => {
  const page = open();
  assert.equal(usual(page), undefined);
  page.choose('preset', 'local-service');
  assert.equal(usual(page), undefined);
});

test('in French', () => {
  const page = agencyPitch('fr');
  unfold(page, 'facebook');
  const key = `${facebook}/conversionRate`;
  ask(page, key);
  const { rows } = list(page);
  assert.match(rows.b082, /^7,72 % médiane, Facebook, tous secteurs Prendre de 3,86 % à 15,44 %/);
  assert.match(rows.b082, /États-Unis · niveau B/);
  use(page, 'b082');
  assert.equal(sourceUnder(page, key), 'référence : WordStream / LocaliQ, 2025, États-Unis');
  assert.match(usual(page), /D’ordinaire Votre plan .*Facebook médiane[^)]*\) 27,66 \$ 24,87 \$/);
});
