// What is asked about figures as they are typed, and what the answers do.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ends, field } from '../e2e/lib/calculator.mjs';
import { open } from './lib/calculator.mjs';

const roiOf = ({ closeRate = 0.1, value = 150, cost = 65_000, leads = 12_000 }) =>
  (leads * closeRate * value - cost) / cost;
const exampleRoi = roiOf({});

test('nothing is asked while a figure is typed, but in a pause or once it is left', () => {
  for (const stop of ['pause', 'settle']) {
    const page = open();
    page.type(field.cost(0), '26000');
    page.leave();
    page.type(field.cost(0), '26800000');
    assert.equal(page.question(field.cost(0)), undefined);
    page.store[stop]();
    assert.match(page.question(field.cost(0)), /Is €26,800,000 right\?/, stop);
  }
});

test('a question goes with its figure: by another, by undo, with the plan', () => {
  const page = open();
  page.type(field.value, '200');
  page.leave();
  const ask = () => {
    page.type(field.value, '2');
    page.leave();
    assert.match(page.question(field.value), /€2 right/);
  };
  ask();
  page.type(field.closeRate, '20');
  page.leave();
  assert.match(page.question(field.value), /€2 right/, 'another field is another matter');
  page.store.undo();
  assert.match(page.question(field.value), /€2 right/);
  page.store.undo();
  assert.equal(page.question(field.value), undefined);
  assert.equal(page.fieldText(field.value), '200');
  ask();
  page.type(field.closeRate, '30');
  page.leave();
  page.press('Undo', '.asking');
  assert.equal(page.fieldText(field.value), '200');
  assert.equal(page.fieldText(field.closeRate), '30', 'nothing else is undone');
  ask();
  page.type(field.value, '190');
  assert.equal(page.question(field.value), undefined);
  page.leave();
  ask();
  page.choose('preset', 'saas');
  assert.equal(page.anyQuestion(), undefined);
});

test('a return past 5 000 % is asked about beside the field that made it', () => {
  const page = open('fr');
  // 12 000 subscribers, 1 in 10, 2 800 each for 65 000: 5 069 %.
  page.type(field.value, '2800');
  page.leave();
  assert.match(page.question(field.value), /\+5.070\s%/);
  page.press('Oui', '.asking');
  page.type(field.closeRate, '11');
  page.leave();
  assert.equal(page.anyQuestion(), undefined, 'asked once');
});

test('two readings are written in the page’s own way, and one key takes one', () => {
  const page = open('fr');
  page.type(field.value, '1.234');
  page.leave();
  assert.deepEqual(page.answers(field.value), ['1\u202f234\u00a0€', '1,234\u00a0€']);
  page.press('1,234', '.asking');
  page.expect({ roi: roiOf({ value: 1.234 }) });
  assert.equal(page.error(field.value), undefined);
  page.store.undo();
  page.expect({ roi: exampleRoi });
  assert.equal(page.fieldText(field.value), '150', 'one step');
});

test('a credit, a rate with two readings, tax and another currency are asked about in words', () => {
  const page = open();
  page.type(field.cost(0), '(200.00)');
  page.leave();
  assert.match(page.question(field.cost(0)), /credit, −€200\.00.*positive/);
  page.expect({ roi: exampleRoi });
  page.press('Take €200', '.asking');
  page.expect({ cost: 39_200 });
  page.store.undo();
  page.expect({ roi: exampleRoi });

  page.type(field.closeRate, '0.2');
  page.leave();
  assert.deepEqual(page.answers(field.closeRate), ['0.2%', '20%']);
  page.press('20%', '.asking');
  page.expect({ roi: roiOf({ closeRate: 0.2 }) });

  page.type(field.value, '160 incl. VAT');
  page.leave();
  assert.match(page.question(field.value), /With VAT\? The plan counts without/);
  page.expect({ roi: roiOf({ closeRate: 0.2, value: 160 }) });
  page.press('It is without', '.asking');
  assert.equal(page.anyQuestion(), undefined);

  page.type(field.cost(1), '$13,000');
  page.leave();
  assert.match(page.question(field.cost(1)), /says \$; the plan is in €\. Nothing is/);
  page.expect({ cost: 66_000 });
  page.press('Undo', '.asking');
  page.expect({ cost: 65_000 });
  assert.equal(page.anyQuestion(), undefined);
});

test('a spread of a rate in percent is asked about, and waits without being wrong', () => {
  const page = open();
  page.type(field.closeRate, '20 ± 5 %');
  page.leave();
  assert.match(page.question(field.closeRate), /20 ± 5 % can be read in two ways/);
  assert.deepEqual(page.answers(field.closeRate), ['15% to 25%', '19% to 21%']);
  page.says(/A figure waits for your answer/);
  page.doesNotSay(/last valid/);
  page.expect({ roi: exampleRoi });
  page.press('19% to 21%', '.asking');
  assert.deepEqual(page.texts(ends(field.closeRate)), ['19', '20', '21']);
  page.doesNotSay(/waits for your answer/);
  page.expect({ roi: roiOf({ closeRate: 0.2 }) });
  page.type(field.value, 'abc');
  page.leave();
  page.says(/last valid/);
});

test('a figure per something says so, a count takes its own noun and no other', () => {
  const page = open();
  page.type(field.cost(0), '200 €/month');
  page.leave();
  assert.match(page.error(field.cost(0)), /Type the figure alone/);
  page.undo();
  page.type(field.leads(0), '350 subscribers');
  page.leave();
  assert.equal(page.fieldText(field.leads(0)), '350');
  for (const typed of ['350 customers', '€350']) {
    page.type(field.leads(0), typed);
    page.leave();
    assert.match(page.error(field.leads(0)), /Type a number/, typed);
  }
});

test('one Ctrl+Z undoes one thing', () => {
  const page = open();
  page.type(field.value, '160');
  page.leave();
  page.type(field.closeRate, 'abc');
  page.leave();
  page.type(field.cost(0), '27000');
  page.leave();
  page.store.undo();
  assert.equal(page.fieldText(field.cost(0)), '26,000');
  assert.equal(page.fieldText(field.closeRate), 'abc');
  page.store.undo();
  assert.equal(page.fieldText(field.closeRate), '10');
  assert.equal(page.fieldText(field.value), '160');
  page.store.undo();
  assert.equal(page.fieldText(field.value), '150');
  page.expect({ roi: exampleRoi });
});

test('what is new is empty, and says what to type', () => {
  const page = open();
  const start = page.values();
  page.addChannel();
  assert.deepEqual(page.texts([field.cost(3), field.leads(3)]), ['', '']);
  page.says(/Channel: nothing typed yet, so not counted\./);
  assert.equal(page.values()['roi@linkedin'], start['roi@linkedin']);
  page.assertNumbersAreNumbers();
  page.type(field.cost(3), '1000');
  page.type(field.leads(3), '100');
  page.leave();
  page.expect({ roi: roiOf({ cost: 66_000, leads: 12_100 }) });
  page.press('Add a cost', '.details');
  assert.equal(page.fieldText('/scenarios/0/channels/3/costs/1/amount'), '');
  page.undo();
  page.openAll();
  page.root.first('[data-adds="/scenarios/0/sharedCosts"]').press();
  assert.equal(page.fieldText('/scenarios/0/sharedCosts/0/amount'), '');
  page.choose('/scenarios/0/value/mode', 'discounted');
  assert.equal(page.fieldText('/scenarios/0/value/yearlyRevenue/0'), '');
  page.type('/scenarios/0/value/yearlyRevenue/0', '120');
  page.leave();
  page.press('Add a year');
  assert.equal(page.fieldText('/scenarios/0/value/yearlyRevenue/1'), '120');
});
