// Numbers that are typed: what is read, what is asked back and refused, ranges, and the way back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ends, field, kPlan } from '../e2e/lib/calculator.mjs';
import { planOf } from '../e2e/lib/plans.mjs';
import { open } from './lib/calculator.mjs';

const exampleRoi = (12_000 * 0.1 * 150 - 65_000) / 65_000;

test('a part of what cannot be read is no answer', () => {
  for (const [name, text] of [
    [field.closeRate, '1 sur huit'],
    [field.cost(0), '3x'],
    [field.closeRate, '1000'],
  ]) {
    const page = open();
    const before = page.values();
    page.type(name, text);
    page.leave();
    assert.deepEqual(page.values(), before, text);
    assert.equal(page.fieldText(name), text);
  }
});

test('what cannot be read keeps the results and says so beside the field', () => {
  const page = open();
  const before = page.values();
  const wordsBefore = page.root.words;
  page.type(field.closeRate, 'abc');
  assert.deepEqual(page.values(), before);
  assert.equal(page.error(field.closeRate), undefined, 'no error while typing');
  page.leave();
  assert.match(page.error(field.closeRate), /\w+ \w+/, 'an error in words');
  assert.equal(page.fieldText(field.closeRate), 'abc');
  assert.deepEqual(page.values(), before);
  page.says(/last valid/);
  assert.doesNotMatch(wordsBefore, /last valid/);
  page.type(field.closeRate, '20');
  page.leave();
  assert.equal(page.error(field.closeRate), undefined);
  page.doesNotSay(/last valid/);
  page.expect({ roi: (12_000 * 0.2 * 150 - 65_000) / 65_000 });
});

test('a number with two readings is asked back in French', () => {
  const page = open('fr');
  const before = page.values();
  page.paste(field.value, '1.234');
  assert.deepEqual(page.values(), before);
  page.leave();
  const said = page.error(field.value);
  assert.match(said, /1\.234 se lit de deux façons/);
  assert.deepEqual(page.answers(field.value), ['1\u202f234\u00a0€', '1,234\u00a0€']);
  assert.deepEqual(page.values(), before);
  // Typed key by key, what was read on the way does not count either.
  page.type(field.value, '1.234');
  assert.deepEqual(page.values(), before);
  page.leave();
  assert.match(page.error(field.value), /deux façons/);
});

test('a rate that may be a fraction is asked back, but not the field’s own text', () => {
  const page = open();
  const before = page.values();
  page.type(field.closeRate, '0.1');
  page.leave();
  assert.deepEqual(page.answers(field.closeRate), ['0.1%', '10%']);
  assert.deepEqual(page.values(), before);
  page.type(field.closeRate, '0.1%');
  page.leave();
  page.expect({ roi: (12_000 * 0.001 * 150 - 65_000) / 65_000 });
  page.paste(field.closeRate, '0.1');
  page.leave();
  assert.equal(page.error(field.closeRate), undefined);
});

test('a credit is named as one', () => {
  const page = open();
  page.type(field.cost(0), '(200.00)');
  page.leave();
  assert.match(page.error(field.cost(0)), /credit.*−€200/);
});

test('edited where 150.000 is a hundred and fifty thousand, it stays so', () => {
  const page = open('en-BE');
  page.type(field.cost(0), '150.000');
  page.leave();
  assert.equal(page.fieldText(field.cost(0)), '150.000');
  const before = Number(page.values().cost);
  page.type(field.cost(0), '250.000');
  page.leave();
  page.expect({ cost: before + 100_000 });
});

test('what makes no sense is refused in words, in both languages', () => {
  const page = open();
  const before = page.values();
  for (const language of ['en', 'fr']) {
    page.useLanguage(language);
    for (const [name, text, valid] of [
      ['closeRate', '1,2,3', '10'],
      ['closeRate', '120', '10'],
      ['closeRate', '8..4', '10'],
      ['value', '12 apples', '150'],
      ['value', '-5', '150'],
      ['value', '1e999', '150'],
      ['value', '1 . 2', '150'],
    ]) {
      page.paste(field[name], text);
      page.leave();
      const said = page.error(field[name]) ?? '';
      assert.match(said, /\p{L}+ \p{L}+/u, `${language}: “${text}” as ${name}`);
      assert.deepEqual(page.values(), before, text);
      page.assertNumbersAreNumbers();
      page.paste(field[name], valid);
      page.leave();
      assert.equal(page.error(field[name]), undefined);
    }
  }
});

test('separators, signs, percents and fractions are read', () => {
  const page = open();
  for (const [language, texts] of [
    ['en', ['12,5', '12.5', '12.5 %', '1/8', '\u00a012.5']],
    ['fr', ['12,5', '12.5', '12,5\u00a0%', '12,5\u202f%', '1/8']],
  ]) {
    page.useLanguage(language);
    for (const text of texts) {
      page.type(field.closeRate, '7');
      page.type(field.closeRate, text);
      page.expect({ roi: (12_000 * 0.125 * 150 - 65_000) / 65_000 });
      page.leave();
      assert.equal(page.error(field.closeRate), undefined, text);
    }
  }
});

test('money is read with its sign and its groups', () => {
  const page = open();
  const roi = (12_000 * 0.1 * 1234.5 - 65_000) / 65_000;
  for (const text of ['1,234.5', '€1,234.50', '1\u202f234,5\u00a0€']) {
    page.paste(field.value, text);
    page.expect({ roi });
  }
  page.leave();
  assert.equal(page.error(field.value), undefined);
});

test('a button turns a figure into a range of a default width, and back', () => {
  const page = open();
  const at = ends(field.closeRate);
  page.press('Turn Close rate into a range');
  // The odds of 10 % are 1 to 9; four fifths and five quarters of them, to three digits.
  assert.deepEqual(page.texts(at), ['8', '10', '12']);
  page.expect({ roi: exampleRoi });
  page.says(/9 times in 10/);
  page.says(/default width/);
  page.type(at.low, '9');
  page.leave();
  page.doesNotSay(/default width/);
  page.expect({ roi: exampleRoi });
  page.type(at.likely, '11');
  page.leave();
  const moved = (12_000 * 0.11 * 150 - 65_000) / 65_000;
  page.expect({ roi: moved });

  page.press('Back to a single figure, Close rate');
  assert.equal(page.fieldText(field.closeRate), '11');
  page.expect({ roi: moved });
  page.undo();
  assert.deepEqual(page.texts(at), ['9', '11', '12']);
  page.undo();
  assert.deepEqual(page.texts(at), ['9', '10', '12']);
  page.undo();
  page.undo();
  assert.equal(page.fieldText(field.closeRate), '10');
  page.expect({ roi: exampleRoi });
  for (const _ of ['range', 'low', 'likely']) page.redo();
  assert.deepEqual(page.texts(at), ['9', '11', '12']);
});

test('a range is typed into one box, and exactly into its ends', () => {
  const page = open();
  const at = ends(field.value);
  // Without a likely value, what lies as many times above 120 as below 200.
  const middle = (12_000 * 0.1 * Math.sqrt(120 * 200) - 65_000) / 65_000;
  page.type(field.value, '120..200');
  page.expect({ roi: middle });
  assert.equal(page.fieldText(field.value), '120..200', 'what is typed stays as it is');
  page.leave();
  assert.deepEqual(page.texts(at), ['120', '', '200']);
  page.type(at.likely, '150');
  page.expect({ roi: exampleRoi });
  page.clear(at.likely);
  page.expect({ roi: middle });
  page.type(at.likely, '140 ± 20');
  page.leave();
  assert.deepEqual(page.texts(at), ['120', '140', '160']);
  page.press('Back to a single figure, Value of a customer');
  page.expect({ roi: (12_000 * 0.1 * 140 - 65_000) / 65_000 });
});

test('a part of an end of a range, or an end that is emptied, counts for nothing', () => {
  const page = open();
  const at = ends(field.value);
  const roiOf = (value) => (12_000 * 0.1 * value - 65_000) / 65_000;
  page.type(field.value, '100..2000');
  page.leave();
  page.useLanguage('fr');
  page.type(at.low, '1.23');
  page.expect({ roi: roiOf(Math.sqrt(1.23 * 2000)) });
  page.paste(at.low, '1.234');
  page.expect({ roi: roiOf(Math.sqrt(100 * 2000)) });
  page.type(at.low, '5');
  page.expect({ roi: roiOf(Math.sqrt(5 * 2000)) });
  page.paste(at.low, '');
  page.expect({ roi: roiOf(Math.sqrt(100 * 2000)) });
});

test('a likely value outside its range takes the range along, as wide on its scale', () => {
  const page = open();
  const at = ends(field.closeRate);
  page.press('Turn Close rate into a range');
  page.type(at.likely, '15');
  page.expect({ roi: (12_000 * 0.15 * 150 - 65_000) / 65_000 });
  page.leave();
  // The odds go from 1 in 9 to 3 in 17, 27/17 times: those of 8 % and 12 % become 12.13 % and 17.80 %.
  assert.deepEqual(page.texts(at), ['12.1', '15', '17.8']);
  page.says(/The range moved along: 12\.1% to 17\.8%\./);
  page.useLanguage('fr');
  page.says(/La fourchette a suivi\s: de 12,1\s% à 17,8\s%\./);
  page.useLanguage('en');
  page.undo();
  assert.deepEqual(page.texts(at), ['8', '10', '12']);
  page.expect({ roi: exampleRoi });
  page.doesNotSay(/moved along/);
  page.type(at.likely, '11');
  page.leave();
  assert.deepEqual(page.texts(at), ['8', '11', '12'], 'what is inside moves nothing');
  page.doesNotSay(/moved along/);
  page.type(at.likely, '100');
  page.leave();
  assert.match(page.error(at.likely), /cannot start at 0 nor end at 100%/);
  assert.deepEqual(page.texts({ low: at.low, high: at.high }), ['8', '12']);
});

test('a range without a likely value goes along from its middle', () => {
  const page = open();
  const at = ends(field.value);
  page.paste(field.value, '120..200');
  page.leave();
  page.type(at.likely, '300');
  page.leave();
  // 300 / √(120 · 200) = 1.9365 times
  assert.deepEqual(page.texts(at), ['232', '300', '387']);
  page.undo();
  assert.deepEqual(page.texts(at), ['120', '', '200']);
});

test('a range is moved end by end: what waits for the rest is taken with it', () => {
  const page = open();
  const at = ends(field.closeRate);
  page.press('Turn Close rate into a range');
  page.paste(at.low, '20');
  page.leave();
  assert.match(page.error(at.low), /less than 10%/);
  page.expect({ roi: exampleRoi });
  page.paste(at.likely, '25');
  page.leave();
  for (const part of Object.values(at)) assert.equal(page.error(part), undefined);
  // The odds of 12 %, 3 in 22, are three times as high, 9 in 31: 29.03 %; the low end is the one that waited.
  assert.deepEqual(page.texts(at), ['20', '25', '29']);
  page.expect({ roi: (12_000 * 0.25 * 150 - 65_000) / 65_000 });
  page.undo();
  assert.deepEqual(page.texts(at), ['8', '10', '12']);
});

test('what a range refuses is said at its end, in both languages', () => {
  const page = open();
  const at = ends(field.closeRate);
  page.press('Turn Close rate into a range');
  for (const [language, order, edge] of [
    ['en', /more than 10%/, /cannot start at 0 nor end at 100%/],
    ['fr', /plus de 10\s%/, /ni commencer à 0 ni finir à 100\s%/],
  ]) {
    page.useLanguage(language);
    for (const [text, said] of [
      ['9', order],
      ['100', edge],
      ['', /\p{L}+ \p{L}+/u],
      ['x', /\p{L}+ \p{L}+/u],
    ]) {
      page.paste(at.high, text);
      page.leave();
      assert.match(page.error(at.high), said, `${language}: “${text}”`);
      page.expect({ roi: exampleRoi });
      assert.equal(page.error(at.low), undefined);
    }
    page.paste(at.high, '12');
    page.leave();
    assert.equal(page.error(at.high), undefined);
  }
});

test('only one count of a channel is a range: the second says why not', () => {
  const page = open();
  const clicks = '/scenarios/0/channels/1/clicks';
  page.press('Turn Subscribers, Instagram into a range');
  assert.deepEqual(page.texts(ends(field.leads(1))), ['3,200', '4,000', '4,800']);
  page.openDetails('Instagram');
  page.type(clicks, '9000');
  page.leave();
  page.press('Turn Clicks into a range');
  assert.match(page.error(clicks), /Another count of this channel/);
  assert.equal(page.fieldText(clicks), '9,000');
  page.doesNotSay(/last valid/);
  page.press('Back to a single figure, Subscribers, Instagram');
  assert.equal(page.error(clicks), undefined);
  page.press('Turn Clicks into a range');
  assert.deepEqual(page.texts(ends(clicks)), ['7,200', '9,000', '10,800']);
  page.expect({ roi: exampleRoi });
});

test('a row keeps its figure, and its range stands below it', () => {
  const page = open();
  const at = ends(field.cost(1));
  page.press('Turn Cost ex. VAT per quarter, Instagram into a range');
  assert.deepEqual(page.texts(at), ['9,600', '12,000', '14,400']);
  page.expect({ roi: exampleRoi });
  page.type(at.likely, '13000');
  page.leave();
  page.expect({ roi: (12_000 * 0.1 * 150 - 66_000) / 66_000 });
  page.useLanguage('fr');
  page.says(/9 fois sur 10/);
  page.press('Revenir à un seul chiffre');
  assert.match(page.fieldText(field.cost(1)), /^13.000$/);
});

test('where nothing can be spread the button says so', () => {
  const page = open();
  page.addChannel();
  const before = page.values();
  for (const [label, why] of [
    ['Subscribers', /Type a figure first/],
    ['Impressions', /Type a figure first/],
  ]) {
    const button = page.button(`Turn ${label} into a range`, '.details');
    assert.equal(button.attributes['aria-disabled'], 'true', label);
    assert.match(button.attributes.title, why);
    button.press();
  }
  assert.deepEqual(page.values(), before);
  page.undo();
  assert.equal(page.ranking().length, 3, 'nothing but the channel is undone');
});

test('what is known of a figure stays known when it is a range, until an end is typed', () => {
  const page = open();
  page.press('Turn Close rate into a range');
  page.explain('breakEvenCpl');
  page.unfoldExplanation();
  assert.match(page.explanation(), /range from .+, assumption, typed by you/);
  page.type(`${field.closeRate}/low`, '9');
  page.leave();
  assert.match(page.explanation(), /range from 9% to 12[.\d]*%, assumption, typed by you/);
  page.press('Back to a single figure, Close rate');
  assert.match(page.explanation(), /Close rate, Facebook\s+10%\s+assumption, typed by you/);
});

test('without leads a channel has no ROI, and says why', () => {
  const page = open();
  page.clear(field.leads(2));
  page.leave();
  const values = page.values();
  assert.match(values['roi@linkedin'], /^undefined:\w+:leads$/);
  assert.equal(page.shown('roi', 'linkedin'), '–');
  page.says(/LinkedIn\s+Subscribers missing/);
  page.assertNumbersAreNumbers();
  assert.deepEqual(page.ranking().at(-1), 'linkedin');
  // Its cost counts, its return is unknown and left out.
  const bestCase = (10_500 * 0.1 * 150 - 65_000) / 65_000;
  if (/^-?\d/.test(values.roi)) page.expect({ roi: bestCase });
  page.says(/Per subscriber, without LinkedIn: €27,000 spent, no value known/);
  page.expect({ fullCostCpl: 38_000 / 10_500, breakEvenCpl: 15 });
  page.useLanguage('fr');
  page.says(/il manque/);
  page.assertNumbersAreNumbers();
  page.useLanguage('en');
  page.type(field.leads(2), '1500');
  page.expect({ roi: exampleRoi });
});

test('nothing typed at all still reads in words', () => {
  const page = open();
  page.clear(field.closeRate);
  page.clear(field.value);
  for (const channel of [0, 1, 2]) {
    page.type(field.cost(channel), '0');
    page.clear(field.leads(channel));
  }
  page.leave();
  for (const [key, value] of Object.entries(page.values())) {
    assert.match(value, /^(-?\d+(\.\d+)?(e-?\d+)?|undefined:\w+:\w+)$/, key);
  }
  assert.match(page.value('roi'), /^undefined:/);
  page.says(
    /Type the subscribers it brings, then your close rate,? and what a customer is worth\./,
  );
  page.explain('roi');
  page.openAll();
  page.assertNumbersAreNumbers();
  page.useLanguage('fr');
  page.says(/Saisissez les abonnés que vous obtenez, puis le taux de transformation et la valeur/);
  page.assertNumbersAreNumbers();
});

test('a channel is added, named, filled in and removed', () => {
  const page = open();
  const before = page.values();
  const known = page.ranking();
  page.addChannel();
  page.says(/Channel: nothing typed yet, so not counted/);
  assert.deepEqual(page.values(), before);
  page.type(field.name(3), 'Podcast & co');
  page.type(field.cost(3), '5000');
  const added = page.ranking().filter((id) => !known.includes(id));
  assert.equal(added.length, 1);
  const [id] = added;
  assert.match(page.value(`roi@${id}`), /^undefined:/, 'unknown is not 0');
  page.expect({ roi: (12_000 * 0.1 * 150 - 70_000) / 70_000 });
  page.says(/Per subscriber, without Podcast & co: €5,000 spent, no value known/);
  assert.equal(page.value('roi@linkedin'), before['roi@linkedin']);
  page.type(field.leads(3), '2000');
  page.leave();
  page.expect({
    [`roi@${id}`]: (2000 * 0.1 * 150 - 5000) / 5000,
    roi: (14_000 * 0.1 * 150 - 70_000) / 70_000,
  });
  assert.deepEqual(page.ranking(), [id, ...known]);
  page.says(/Podcast & co does best/);
  page.removeChannel('Podcast & co');
  assert.deepEqual(page.values(), before);
  page.doesNotSay(/Podcast/);
  page.undo();
  assert.deepEqual(page.ranking(), [id, ...known]);
});

test('each press of a button is a step', () => {
  const page = open();
  page.openDetails('Facebook');
  const count = () => page.root.all('.details .line').length;
  page.press('Add a cost', '.details');
  page.press('Add a cost', '.details');
  assert.equal(count(), 3);
  page.undo();
  assert.equal(count(), 2);
  page.redo();
  page.press('Remove', '.details .line');
  page.press('Remove', '.details .line');
  assert.equal(count(), 1);
  page.undo();
  assert.equal(count(), 2);
});

test('what is full says so', () => {
  const page = open();
  const yearlyRevenue = Array.from({ length: 50 }, () => 1);
  const value = { mode: 'discounted', yearlyRevenue, retention: 0.9, discountRate: 0.1 };
  page.store.set('/scenarios/0/value', value);
  page.press('Add a year');
  page.says(/too many or too few/);
});

test('a field stays one while it is being emptied', () => {
  const hours = { kind: 'people', hours: 10 };
  const lane = { id: 'a', leads: 100, conversionRate: 0.1, clicks: 500 };
  const costs = [
    { ...hours, yearlySalary: 48_000, yearlyHours: 1600 },
    { kind: 'tools', hourlyCost: 40 },
  ];
  const page = open('en', planOf([{ ...lane, costs }], { savings: [{ hourlyCost: 40 }] }));
  page.clear(field.leads(0));
  assert.equal(page.fieldText(field.leads(0)), '');
  page.openDetails('Channel');
  page.openAll();
  for (const name of [
    `${kPlan}/channels/0/costs/0/yearlySalary`,
    `${kPlan}/channels/0/costs/1/hourlyCost`,
    `${kPlan}/savings/0/hourlyCost`,
  ]) {
    page.clear(name);
    assert.equal(page.fieldText(name), '');
    assert.equal(page.store.get(name), undefined);
    page.type(name, '7');
    assert.equal(page.store.get(name), 7, name);
    page.leave();
  }
});

test('undo reaches back over the choice of a preset', () => {
  const page = open();
  page.type(field.closeRate, '17');
  page.leave();
  const own = page.values();
  page.choose('preset', 'saas');
  const preset = page.values();
  assert.notEqual(preset.roi, own.roi);
  page.undo();
  assert.deepEqual(page.values(), own);
  assert.equal(page.fieldText(field.closeRate), '17');
  page.redo();
  assert.deepEqual(page.values(), preset);
  assert.equal(page.fieldText('preset'), 'saas');
});
