// Entering numbers: what is read, what is asked back, and the way back.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { inBothBrowsers } from './lib/browsers.mjs';
import { dist } from './lib/built.mjs';
import { ends, field } from './lib/calculator.mjs';
import { serve } from './lib/server.mjs';

let server;
before(async () => {
  server = await serve(dist);
});
after(() => server.close());

const hosted = (query = '') => `${server.origin}/${query}`;

const exampleRoi = (12_000 * 0.1 * 150 - 65_000) / 65_000;

inBothBrowsers((test) => {
  test('a part of what cannot be read is no answer', async (visit) => {
    const page = await visit.open(hosted());
    const before = await page.values();
    for (const [name, text] of [
      [field.closeRate, '1 sur huit'],
      [field.cost(0), '3x'],
      [field.closeRate, '1000'],
    ]) {
      await page.type(name, text);
      await page.leave();
      assert.deepEqual(await page.values(), before, text);
      assert.equal(await page.fieldText(name), text);
      await page.undo();
      await page.reload();
    }
  });

  test('what cannot be read keeps the results and says so beside the field', async (visit) => {
    const page = await visit.open(hosted());
    const before = await page.values();
    const wordsBefore = await page.visibleText();
    await page.type(field.closeRate, 'abc');
    assert.deepEqual(await page.values(), before);
    assert.equal(await page.error(field.closeRate), undefined, 'no error while typing');
    await page.leave();
    assert.match(await page.error(field.closeRate), /\w+ \w+/, 'an error in words');
    assert.equal(await page.fieldText(field.closeRate), 'abc');
    assert.deepEqual(await page.values(), before);
    await page.says(/last valid/);
    assert.doesNotMatch(wordsBefore, /last valid/);
    await page.type(field.closeRate, '20');
    await page.leave();
    assert.equal(await page.error(field.closeRate), undefined);
    await page.doesNotSay(/last valid/);
    await page.expect({ roi: (12_000 * 0.2 * 150 - 65_000) / 65_000 });
  });

  test('a number with two readings is asked back in French', async (visit) => {
    const page = await visit.open(hosted('?lang=fr'));
    const before = await page.values();
    await page.paste(field.value, '1.234');
    assert.deepEqual(await page.values(), before);
    await page.leave();
    const said = await page.error(field.value);
    assert.match(said, /1\.234 se lit de deux façons/);
    assert.deepEqual(await page.answers(field.value), ['1\u202f234\u00a0€', '1,234\u00a0€']);
    assert.deepEqual(await page.values(), before);
    // Typed key by key, what was read on the way does not count either.
    await page.type(field.value, '1.234');
    assert.deepEqual(await page.values(), before);
    await page.leave();
    assert.match(await page.error(field.value), /deux façons/);
  });

  test('a rate that may be a fraction is asked back, but not the field’s own text', async (visit) => {
    const page = await visit.open(hosted());
    const before = await page.values();
    await page.type(field.closeRate, '0.1');
    await page.leave();
    assert.deepEqual(await page.answers(field.closeRate), ['0.1%', '10%']);
    assert.deepEqual(await page.values(), before);
    await page.type(field.closeRate, '0.1%');
    await page.leave();
    await page.expect({ roi: (12_000 * 0.001 * 150 - 65_000) / 65_000 });
    await page.paste(field.closeRate, '0.1');
    await page.leave();
    assert.equal(await page.error(field.closeRate), undefined);
  });

  test('a credit is named as one', async (visit) => {
    const page = await visit.open(hosted());
    await page.type(field.cost(0), '(200.00)');
    await page.leave();
    assert.match(await page.error(field.cost(0)), /credit.*−€200/);
  });

  test('edited where 150.000 is a hundred and fifty thousand, it stays so', async (visit) => {
    const page = await visit.open(hosted('?lang=en-BE'));
    await page.type(field.cost(0), '150.000');
    await page.leave();
    assert.equal(await page.fieldText(field.cost(0)), '150.000');
    const before = Number((await page.values()).cost);
    await page.type(field.cost(0), '250.000');
    await page.leave();
    await page.expect({ cost: before + 100_000 });
  });

  test('what makes no sense is refused in words, in both languages', async (visit) => {
    const page = await visit.open(hosted());
    const before = await page.values();
    for (const language of ['en', 'fr']) {
      await page.useLanguage(language);
      for (const [name, text, valid] of [
        ['closeRate', '1,2,3', '10'],
        ['closeRate', '120', '10'],
        ['closeRate', '8..4', '10'],
        ['value', '12 apples', '150'],
        ['value', '-5', '150'],
        ['value', '1e999', '150'],
        ['value', '1 . 2', '150'],
      ]) {
        await page.paste(field[name], text);
        await page.leave();
        const said = (await page.error(field[name])) ?? '';
        assert.match(said, /\p{L}+ \p{L}+/u, `${language}: “${text}” as ${name}`);
        assert.deepEqual(await page.values(), before, text);
        await page.assertNumbersAreNumbers();
        await page.paste(field[name], valid);
        await page.leave();
        assert.equal(await page.error(field[name]), undefined);
      }
    }
  });

  test('separators, signs, percents and fractions are read', async (visit) => {
    const page = await visit.open(hosted());
    for (const [language, texts] of [
      ['en', ['12,5', '12.5', '12.5 %', '1/8', '\u00a012.5']],
      ['fr', ['12,5', '12.5', '12,5\u00a0%', '12,5\u202f%', '1/8']],
    ]) {
      await page.useLanguage(language);
      for (const text of texts) {
        await page.type(field.closeRate, '7');
        await page.type(field.closeRate, text);
        await page.expect({ roi: (12_000 * 0.125 * 150 - 65_000) / 65_000 });
        await page.leave();
        assert.equal(await page.error(field.closeRate), undefined, text);
      }
    }
  });

  test('money is read with its sign and its groups', async (visit) => {
    const page = await visit.open(hosted());
    const roi = (12_000 * 0.1 * 1234.5 - 65_000) / 65_000;
    for (const text of ['1,234.5', '€1,234.50', '1\u202f234,5\u00a0€']) {
      await page.paste(field.value, text);
      await page.expect({ roi });
    }
    await page.leave();
    assert.equal(await page.error(field.value), undefined);
  });

  test('a button turns a figure into a range of a default width, and back', async (visit) => {
    const page = await visit.open(hosted());
    const at = ends(field.closeRate);
    await page.press('Turn Close rate into a range');
    // The odds of 10 % are 1 to 9; four fifths and five quarters of them, to three digits.
    assert.deepEqual(await page.texts(at), ['8', '10', '12']);
    await page.expect({ roi: exampleRoi });
    await page.says(/9 times in 10/);
    await page.says(/default width/);
    await page.type(at.low, '9');
    await page.leave();
    await page.doesNotSay(/default width/);
    await page.expect({ roi: exampleRoi });
    await page.type(at.likely, '11');
    await page.leave();
    const moved = (12_000 * 0.11 * 150 - 65_000) / 65_000;
    await page.expect({ roi: moved });

    await page.press('Back to a single figure, Close rate');
    assert.equal(await page.fieldText(field.closeRate), '11');
    await page.expect({ roi: moved });
    await page.undo();
    assert.deepEqual(await page.texts(at), ['9', '11', '12']);
    await page.undo();
    assert.deepEqual(await page.texts(at), ['9', '10', '12']);
    await page.undo();
    await page.undo();
    assert.equal(await page.fieldText(field.closeRate), '10');
    await page.expect({ roi: exampleRoi });
    for (const _ of ['range', 'low', 'likely']) await page.redo();
    assert.deepEqual(await page.texts(at), ['9', '11', '12']);
  });

  test('a range is typed into one box, and exactly into its ends', async (visit) => {
    const page = await visit.open(hosted());
    const at = ends(field.value);
    // Without a likely value, what lies as many times above 120 as below 200.
    const middle = (12_000 * 0.1 * Math.sqrt(120 * 200) - 65_000) / 65_000;
    await page.type(field.value, '120..200');
    await page.expect({ roi: middle });
    assert.equal(await page.fieldText(field.value), '120..200', 'what is typed stays as it is');
    await page.leave();
    assert.deepEqual(await page.texts(at), ['120', '', '200']);
    await page.type(at.likely, '150');
    await page.expect({ roi: exampleRoi });
    await page.clear(at.likely);
    await page.expect({ roi: middle });
    await page.type(at.likely, '140 ± 20');
    await page.leave();
    assert.deepEqual(await page.texts(at), ['120', '140', '160']);
    await page.press('Back to a single figure, Value of a customer');
    await page.expect({ roi: (12_000 * 0.1 * 140 - 65_000) / 65_000 });
  });

  test('a part of an end of a range, or an end that is emptied, counts for nothing', async (visit) => {
    const page = await visit.open(hosted());
    const at = ends(field.value);
    const roiOf = (value) => (12_000 * 0.1 * value - 65_000) / 65_000;
    await page.type(field.value, '100..2000');
    await page.leave();
    await page.useLanguage('fr');
    await page.type(at.low, '1.23');
    await page.expect({ roi: roiOf(Math.sqrt(1.23 * 2000)) });
    await page.page.keyboard.type('4');
    await page.expect({ roi: roiOf(Math.sqrt(100 * 2000)) });
    await page.type(at.low, '5');
    await page.expect({ roi: roiOf(Math.sqrt(5 * 2000)) });
    await page.page.keyboard.press('Backspace');
    await page.expect({ roi: roiOf(Math.sqrt(100 * 2000)) });
  });

  test('a range is moved end by end: what waits for the rest is taken with it', async (visit) => {
    const page = await visit.open(hosted());
    const at = ends(field.closeRate);
    await page.press('Turn Close rate into a range');
    await page.paste(at.low, '20');
    await page.leave();
    assert.match(await page.error(at.low), /less than 10%/);
    await page.paste(at.likely, '25');
    await page.leave();
    assert.match(await page.error(at.likely), /between 8% and 12%/);
    await page.expect({ roi: exampleRoi });
    await page.paste(at.high, '30');
    await page.leave();
    for (const part of Object.values(at)) assert.equal(await page.error(part), undefined);
    assert.deepEqual(await page.texts(at), ['20', '25', '30']);
    await page.expect({ roi: (12_000 * 0.25 * 150 - 65_000) / 65_000 });
    await page.undo();
    assert.deepEqual(await page.texts(at), ['8', '10', '12']);
  });

  test('what a range refuses is said at its end, in both languages', async (visit) => {
    const page = await visit.open(hosted());
    const at = ends(field.closeRate);
    await page.press('Turn Close rate into a range');
    for (const [language, order, edge] of [
      ['en', /more than 10%/, /cannot start at 0 nor end at 100%/],
      ['fr', /plus de 10\s%/, /ni commencer à 0 ni finir à 100\s%/],
    ]) {
      await page.useLanguage(language);
      for (const [text, said] of [
        ['9', order],
        ['100', edge],
        ['', /\p{L}+ \p{L}+/u],
        ['x', /\p{L}+ \p{L}+/u],
      ]) {
        await page.paste(at.high, text);
        await page.leave();
        assert.match(await page.error(at.high), said, `${language}: “${text}”`);
        await page.expect({ roi: exampleRoi });
        assert.equal(await page.error(at.low), undefined);
      }
      await page.paste(at.high, '12');
      await page.leave();
      assert.equal(await page.error(at.high), undefined);
    }
  });

  test('only one count of a channel is a range: the second says why not', async (visit) => {
    const page = await visit.open(hosted());
    const clicks = '/scenarios/0/channels/1/clicks';
    await (await page.input(field.leads(1))).focus();
    await page.press('Turn Subscribers, Instagram into a range');
    assert.deepEqual(await page.texts(ends(field.leads(1))), ['3,200', '4,000', '4,800']);
    await page.openDetails('Instagram');
    await page.type(clicks, '9000');
    await page.leave();
    await page.press('Turn Clicks into a range');
    assert.match(await page.error(clicks), /Another count of this channel/);
    assert.equal(await page.fieldText(clicks), '9,000');
    await page.doesNotSay(/last valid/);
    await page.press('Back to a single figure, Subscribers, Instagram');
    assert.equal(await page.error(clicks), undefined);
    await page.press('Turn Clicks into a range');
    assert.deepEqual(await page.texts(ends(clicks)), ['7,200', '9,000', '10,800']);
    await page.expect({ roi: exampleRoi });
  });

  test('a row keeps its figure, and its range stands below it', async (visit) => {
    const page = await visit.open(hosted());
    const at = ends(field.cost(1));
    await (await page.input(field.cost(1))).focus();
    await page.press('Turn Cost ex. VAT per quarter, Instagram into a range');
    assert.deepEqual(await page.texts(at), ['9,600', '12,000', '14,400']);
    await page.expect({ roi: exampleRoi });
    await page.type(at.likely, '13000');
    await page.leave();
    await page.expect({ roi: (12_000 * 0.1 * 150 - 66_000) / 66_000 });
    await page.useLanguage('fr');
    await page.says(/9 fois sur 10/);
    await page.press('Revenir à un seul chiffre');
    assert.match(await page.fieldText(field.cost(1)), /^13.000$/);
  });

  test('where nothing can be spread the button says so', async (visit) => {
    const page = await visit.open(hosted());
    await page.addChannel();
    const before = await page.values();
    for (const [label, why] of [
      ['Subscribers', /Type a figure first/],
      ['Impressions', /Type a figure first/],
    ]) {
      const button = await page.button(`Turn ${label} into a range`, '.details');
      assert.equal(await button.evaluate((one) => one.ariaDisabled), 'true', label);
      assert.match(await button.evaluate((one) => one.title), why);
      await page.click(button);
    }
    assert.deepEqual(await page.values(), before);
    await page.undo();
    assert.equal((await page.ranking()).length, 3, 'nothing but the channel is undone');
  });

  test('what is known of a figure stays known when it is a range, until an end is typed', async (visit) => {
    const page = await visit.open(hosted());
    await page.press('Turn Close rate into a range');
    await page.explain('breakEvenCpl');
    await page.unfoldExplanation();
    assert.match(await page.explanation(), /range from .+, assumption, typed by you/);
    await page.type(`${field.closeRate}/low`, '9');
    await page.leave();
    assert.match(await page.explanation(), /range from 9% to 12[.\d]*%, assumption, typed by you/);
    await page.change('Close rate');
    assert.equal(await page.focused(), `${field.closeRate}/likely`);
    await page.press('Back to a single figure, Close rate');
    assert.match(await page.explanation(), /Close rate, Facebook\s+10%\s+assumption, typed by you/);
  });

  test('without leads a channel has no ROI, and says why', async (visit) => {
    const page = await visit.open(hosted());
    await page.clear(field.leads(2));
    await page.leave();
    const values = await page.values();
    assert.match(values['roi@linkedin'], /^undefined:\w+:leads$/);
    assert.equal(await page.shown('roi', 'linkedin'), '–');
    await page.says(/LinkedIn\s+Subscribers missing/);
    await page.assertNumbersAreNumbers();
    assert.deepEqual((await page.ranking()).at(-1), 'linkedin');
    // Its cost counts, its return is unknown and left out.
    const bestCase = (10_500 * 0.1 * 150 - 65_000) / 65_000;
    if (/^-?\d/.test(values.roi)) await page.expect({ roi: bestCase });
    await page.says(/Per subscriber, without LinkedIn: €27,000 spent, no value known/);
    await page.expect({ fullCostCpl: 38_000 / 10_500, breakEvenCpl: 15 });
    await page.useLanguage('fr');
    await page.says(/il manque/);
    await page.assertNumbersAreNumbers();
    await page.useLanguage('en');
    await page.type(field.leads(2), '1500');
    await page.expect({ roi: exampleRoi });
  });

  test('nothing typed at all still reads in words', async (visit) => {
    const page = await visit.open(hosted());
    await page.clear(field.closeRate);
    await page.clear(field.value);
    for (const channel of [0, 1, 2]) {
      await page.type(field.cost(channel), '0');
      await page.clear(field.leads(channel));
    }
    await page.leave();
    for (const [key, value] of Object.entries(await page.values())) {
      assert.match(value, /^(-?\d+(\.\d+)?(e-?\d+)?|undefined:\w+:\w+)$/, key);
    }
    assert.match(await page.value('roi'), /^undefined:/);
    await page.says(
      /Type the subscribers it brings, then your close rate,? and what a customer is worth\./,
    );
    await page.explain('roi');
    await page.openAll();
    await page.assertNumbersAreNumbers();
    await page.useLanguage('fr');
    await page.says(
      /Saisissez les abonnés que vous obtenez, puis le taux de transformation et la valeur/,
    );
    await page.assertNumbersAreNumbers();
  });

  test('a channel is added, named, filled in and removed', async (visit) => {
    const page = await visit.open(hosted());
    const before = await page.values();
    const known = await page.ranking();
    await page.addChannel();
    await page.says(/Channel: nothing typed yet, so not counted/);
    assert.deepEqual(await page.values(), before);
    await page.type(field.name(3), 'Podcast & co');
    await page.type(field.cost(3), '5000');
    const added = (await page.ranking()).filter((id) => !known.includes(id));
    assert.equal(added.length, 1);
    const [id] = added;
    assert.match(await page.value(`roi@${id}`), /^undefined:/, 'unknown is not 0');
    await page.expect({ roi: (12_000 * 0.1 * 150 - 70_000) / 70_000 });
    await page.says(/Per subscriber, without Podcast & co: €5,000 spent, no value known/);
    assert.equal(await page.value('roi@linkedin'), before['roi@linkedin']);
    await page.type(field.leads(3), '2000');
    await page.leave();
    await page.expect({
      [`roi@${id}`]: (2000 * 0.1 * 150 - 5000) / 5000,
      roi: (14_000 * 0.1 * 150 - 70_000) / 70_000,
    });
    assert.deepEqual(await page.ranking(), [id, ...known]);
    await page.says(/Podcast & co does best/);
    await page.removeChannel('Podcast & co');
    assert.deepEqual(await page.values(), before);
    await page.doesNotSay(/Podcast/);
    await page.undo();
    assert.deepEqual(await page.ranking(), [id, ...known]);
  });

  test('undo and redo by buttons and keys, one field a step', async (visit) => {
    const page = await visit.open(hosted());
    const start = await page.values();
    await page.type(field.closeRate, '12.25');
    await page.leave();
    const second = await page.values();
    await page.type(field.cost(0), '10000');
    await page.leave();
    const third = await page.values();
    assert.notEqual(third.roi, second.roi);

    await page.undo();
    assert.deepEqual(await page.values(), second);
    assert.match(await page.fieldText(field.cost(0)), /^26.?000$/);
    await page.undo();
    assert.deepEqual(await page.values(), start);
    assert.equal(await page.fieldText(field.closeRate), '10');
    await page.redo();
    await page.redo();
    assert.deepEqual(await page.values(), third);

    await (await page.input(field.leads(0))).focus();
    await page.chord('z');
    assert.deepEqual(await page.values(), second);
    await page.chord('y');
    assert.deepEqual(await page.values(), third);
    await page.chord('z');
    await page.chord('z');
    assert.deepEqual(await page.values(), start);
  });

  test('each press of a button is a step', async (visit) => {
    const page = await visit.open(hosted());
    await page.openDetails('Facebook');
    const count = () => page.inside((root) => root.querySelectorAll('.details .line').length);
    await page.press('Add a cost', '.details');
    await page.press('Add a cost', '.details');
    assert.equal(await count(), 3);
    await page.undo();
    assert.equal(await count(), 2);
    await page.redo();
    await page.press('Remove', '.details .line');
    await page.press('Remove', '.details .line');
    assert.equal(await count(), 1);
    await page.undo();
    assert.equal(await count(), 2);
  });

  test('what is full says so', async (visit) => {
    const page = await visit.open(hosted());
    await page.page.evaluate(() => {
      const { store } = document.querySelector('roi-calculator');
      const years = Array.from({ length: 50 }, () => 1);
      const value = { mode: 'discounted', yearlyRevenue: years, retention: 0.9, discountRate: 0.1 };
      store.set('/scenarios/0/value', value);
    });
    await page.press('Add a year');
    await page.says(/too many or too few/);
  });

  test('undo while typing takes back what was typed', async (visit) => {
    const page = await visit.open(hosted());
    const start = await page.values();
    await page.type(field.closeRate, '42');
    await page.chord('z');
    assert.deepEqual(await page.values(), start);
    assert.equal(await page.fieldText(field.closeRate), '10');
    assert.equal(await page.focused(), field.closeRate);
  });

  test('undo reaches back over the choice of a preset', async (visit) => {
    const page = await visit.open(hosted());
    await page.type(field.closeRate, '17');
    await page.leave();
    const own = await page.values();
    await page.choose('preset', 'saas');
    const preset = await page.values();
    assert.notEqual(preset.roi, own.roi);
    await page.undo();
    assert.deepEqual(await page.values(), own);
    assert.equal(await page.fieldText(field.closeRate), '17');
    await page.redo();
    assert.deepEqual(await page.values(), preset);
    assert.equal(await page.fieldText('preset'), 'saas');
  });

  test('the wheel over a field changes nothing', async (visit) => {
    const page = await visit.open(hosted());
    await page.openAll();
    const before = await page.values();
    for (const name of [field.closeRate, field.cost(1), '/scenarios/0/currency']) {
      const input = await page.input(name);
      const text = await page.fieldText(name);
      await input.focus();
      await input.scrollIntoView();
      const box = await input.boundingBox();
      await page.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      for (const deltaY of [-120, 120, 120]) await page.page.mouse.wheel({ deltaY });
      assert.equal(await page.fieldText(name), text);
    }
    assert.deepEqual(await page.values(), before);
  });
});
