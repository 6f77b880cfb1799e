// How figures are gone into, asked about and taken back.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { inEveryBrowser } from './lib/browsers.mjs';
import { dist } from './lib/built.mjs';
import { ends, field } from './lib/calculator.mjs';
import { Hosts } from './lib/host.mjs';
import { serve } from './lib/server.mjs';

let server;
let hosts;
before(async () => {
  server = await serve(dist);
  hosts = await Hosts.start();
});
after(() => {
  server.close();
  hosts.close();
});

const hosted = (query = '') => `${server.origin}/${query}`;

const kPhone = { width: 360, height: 740, hasTouch: true, isMobile: true };

const roiOf = ({ closeRate = 0.1, value = 150, cost = 65_000, leads = 12_000 }) =>
  (leads * closeRate * value - cost) / cost;
const exampleRoi = roiOf({});

/** The text that would be replaced by the next key. */
const selected = (page, name) =>
  page
    .input(name)
    .then((input) =>
      input.evaluate((one) => one.value.slice(one.selectionStart, one.selectionEnd)),
    );

/** Fields whose text is wider than what is seen of it. */
const cutOff = (page) =>
  page.inside((root) =>
    [...root.querySelectorAll('input[inputmode="decimal"]')]
      .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth)
      .map((one) => `${one.name}: ${one.value} ${one.scrollWidth} > ${one.clientWidth}`),
  );

const inEvery = /tap|click|digit/;

inEveryBrowser(inEvery, (test) => {
  test('on a phone four example fields are tapped, and the numbers typed are the numbers', async (visit) => {
    const isWebKit = visit.browser.name === 'webkit';
    const page = await visit.open(hosted(), isWebKit ? {} : { viewport: kPhone });
    for (const [name, text] of [
      [field.closeRate, '20'],
      [field.value, '350'],
      [field.cost(0), '800'],
      [field.leads(0), '40'],
    ]) {
      await page.tap(name);
      await page.page.keyboard.type(text);
      assert.equal(await page.fieldText(name), text);
    }
    await page.leave();
    await page.expect({
      roi: roiOf({ closeRate: 0.2, value: 350, cost: 39_800, leads: 5540 }),
      'fullCostCpl@facebook': 20,
    });
    assert.equal(await page.anyQuestion(), undefined, 'an example is no measure');
  });

  test('the first click into a figure selects it all, the second sets the caret', async (visit) => {
    const page = await visit.open(hosted());
    for (const [name, text] of [
      [field.value, '150'],
      [field.cost(1), '12,000'],
    ]) {
      await page.click(await page.input(name));
      assert.equal(await selected(page, name), text);
      // Elsewhere, for twice at one place is a double click.
      const { x, y, height } = await (await page.input(name)).boundingBox();
      await page.page.mouse.move(x + 5, y + height / 2);
      await page.page.mouse.down();
      await page.page.mouse.up();
      assert.equal(await selected(page, name), '');
      await page.page.keyboard.type('7');
      assert.equal((await page.fieldText(name)).length, text.length + 1);
      await page.undo();
    }
    // By its label too, and by keyboard as ever.
    await page.click(
      await page.element(`label[for="field${field.closeRate.replaceAll('/', '-')}"]`),
    );
    assert.equal(await page.focused(), field.closeRate);
    assert.equal(await selected(page, field.closeRate), '10');
  });

  test('a figure far off what it replaces is kept, asked about, and undone with one key', async (visit) => {
    const page = await visit.open(hosted());
    await page.type(field.cost(0), '26000');
    await page.leave();
    await page.type(field.cost(0), '26800000');
    assert.equal(await page.question(field.cost(0)), undefined, 'nothing while it is typed');
    await page.leave();
    assert.match(await page.question(field.cost(0)), /Is €26,800,000 right\?/);
    assert.equal(await page.error(field.cost(0)), undefined, 'it is no error');
    const roi = roiOf({ cost: 26_839_000 });
    await page.expect({ roi });
    await page.says(/€26,800,000 right/);
    await page.page.keyboard.press('Tab');
    await page.page.keyboard.press('Enter');
    await page.settled();
    await page.expect({ roi: exampleRoi });
    assert.equal(await page.question(field.cost(0)), undefined);
    assert.equal(await page.focused(), field.cost(0));
    // What has been taken back can be had again, and is asked about again until it is confirmed.
    await page.redo();
    await page.expect({ roi });
    await page.press('Yes', '.asking');
    assert.equal(await page.question(field.cost(0)), undefined);
    await page.expect({ roi });
    await page.undo();
    await page.expect({ roi: exampleRoi });
  });

  test('a question goes with its figure: by another, by undo, with the plan', async (visit) => {
    const page = await visit.open(hosted());
    await page.type(field.value, '200');
    await page.leave();
    const ask = async () => {
      await page.type(field.value, '2');
      await page.leave();
      assert.match(await page.question(field.value), /€2 right/);
    };
    await ask();
    await page.type(field.closeRate, '20');
    await page.leave();
    assert.match(await page.question(field.value), /€2 right/, 'another field is another matter');
    await page.chord('z');
    assert.match(await page.question(field.value), /€2 right/);
    await page.chord('z');
    assert.equal(await page.question(field.value), undefined);
    assert.equal(await page.fieldText(field.value), '200');
    await ask();
    await page.type(field.closeRate, '30');
    await page.leave();
    await page.press('Undo', '.asking');
    await page.settled();
    assert.equal(await page.fieldText(field.value), '200');
    assert.equal(await page.fieldText(field.closeRate), '30', 'nothing else is undone');
    await ask();
    await page.type(field.value, '190');
    assert.equal(await page.question(field.value), undefined);
    await page.leave();
    await ask();
    await page.choose('preset', 'saas');
    assert.equal(await page.anyQuestion(), undefined);
  });

  test('an example is no measure, unless its digits were left among the new ones', async (visit) => {
    const page = await visit.open(hosted());
    await page.type(field.leads(0), '40');
    await page.leave();
    assert.equal(await page.question(field.leads(0)), undefined);
    await page.click(await page.input(field.value));
    await page.page.keyboard.press('End');
    await page.page.keyboard.type('350');
    await page.leave();
    assert.match(await page.question(field.value), /€150,350 right/);
  });

  test('a return past 5 000 % is asked about beside the field that made it', async (visit) => {
    const page = await visit.open(hosted('?lang=fr'));
    // 12 000 subscribers, 1 in 10, 2 800 each for 65 000: 5 069 %.
    await page.type(field.value, '2800');
    await page.leave();
    assert.match(await page.question(field.value), /\+5.070\s%/);
    await page.press('Oui', '.asking');
    await page.type(field.closeRate, '11');
    await page.leave();
    assert.equal(await page.anyQuestion(), undefined, 'asked once');
  });

  test('two readings are written in the page’s own way, and one key takes one', async (visit) => {
    const page = await visit.open(hosted('?lang=fr'));
    await page.type(field.value, '1.234');
    await page.leave();
    assert.deepEqual(await page.answers(field.value), ['1\u202f234\u00a0€', '1,234\u00a0€']);
    await page.press('1,234', '.asking');
    await page.expect({ roi: roiOf({ value: 1.234 }) });
    assert.equal(await page.error(field.value), undefined);
    await page.chord('z');
    await page.expect({ roi: exampleRoi });
    assert.equal(await page.fieldText(field.value), '150', 'one step');
  });

  test('a credit, a rate with two readings, tax and another currency are asked about in words', async (visit) => {
    const page = await visit.open(hosted());
    await page.type(field.cost(0), '(200.00)');
    await page.leave();
    assert.match(await page.question(field.cost(0)), /credit, −€200\.00.*positive/);
    await page.expect({ roi: exampleRoi });
    await page.press('Take €200', '.asking');
    await page.expect({ cost: 39_200 });
    await page.chord('z');
    await page.expect({ roi: exampleRoi });

    await page.type(field.closeRate, '0.2');
    await page.leave();
    assert.deepEqual(await page.answers(field.closeRate), ['0.2%', '20%']);
    await page.press('20%', '.asking');
    await page.expect({ roi: roiOf({ closeRate: 0.2 }) });

    await page.type(field.value, '160 incl. VAT');
    await page.leave();
    assert.match(await page.question(field.value), /With VAT\? The plan counts without/);
    await page.expect({ roi: roiOf({ closeRate: 0.2, value: 160 }) });
    await page.press('It is without', '.asking');
    assert.equal(await page.anyQuestion(), undefined);

    await page.type(field.cost(1), '$13,000');
    await page.leave();
    assert.match(await page.question(field.cost(1)), /says \$; the plan is in €\. Nothing is/);
    await page.expect({ cost: 66_000 });
    await page.press('Undo', '.asking');
    await page.expect({ cost: 65_000 });
    assert.equal(await page.anyQuestion(), undefined);
  });

  test('a spread of a rate in percent is asked about, and waits without being wrong', async (visit) => {
    const page = await visit.open(hosted());
    await page.type(field.closeRate, '20 ± 5 %');
    await page.leave();
    assert.match(await page.question(field.closeRate), /20 ± 5 % can be read in two ways/);
    assert.deepEqual(await page.answers(field.closeRate), ['15% to 25%', '19% to 21%']);
    await page.says(/A figure waits for your answer/);
    await page.doesNotSay(/last valid/);
    await page.expect({ roi: exampleRoi });
    await page.press('19% to 21%', '.asking');
    await page.settled();
    assert.deepEqual(await page.texts(ends(field.closeRate)), ['19', '20', '21']);
    await page.doesNotSay(/waits for your answer/);
    await page.expect({ roi: roiOf({ closeRate: 0.2 }) });
    await page.type(field.value, 'abc');
    await page.leave();
    await page.says(/last valid/);
  });

  test('a figure per something says so, a count takes its own noun and no other', async (visit) => {
    const page = await visit.open(hosted());
    await page.type(field.cost(0), '200 €/month');
    await page.leave();
    assert.match(await page.error(field.cost(0)), /Type the figure alone/);
    await page.undo();
    await page.type(field.leads(0), '350 subscribers');
    await page.leave();
    assert.equal(await page.fieldText(field.leads(0)), '350');
    for (const typed of ['350 customers', '€350']) {
      await page.type(field.leads(0), typed);
      await page.leave();
      assert.match(await page.error(field.leads(0)), /Type a number/, typed);
    }
  });

  test('one Ctrl+Z undoes one thing', async (visit) => {
    const page = await visit.open(hosted());
    await page.type(field.value, '160');
    await page.leave();
    await page.type(field.closeRate, 'abc');
    await page.leave();
    await page.type(field.cost(0), '27000');
    await page.leave();
    await page.chord('z');
    assert.equal(await page.fieldText(field.cost(0)), '26,000');
    assert.equal(await page.fieldText(field.closeRate), 'abc');
    await page.chord('z');
    assert.equal(await page.fieldText(field.closeRate), '10');
    assert.equal(await page.fieldText(field.value), '160');
    await page.chord('z');
    assert.equal(await page.fieldText(field.value), '150');
    await page.expect({ roi: exampleRoi });
  });

  test('what is new is empty, and says what to type', async (visit) => {
    const page = await visit.open(hosted());
    const start = await page.values();
    await page.addChannel();
    assert.deepEqual(await page.texts([field.cost(3), field.leads(3)]), ['', '']);
    await page.says(/Channel: nothing typed yet, so not counted\./);
    assert.equal((await page.values())['roi@linkedin'], start['roi@linkedin']);
    await page.assertNumbersAreNumbers();
    await page.type(field.cost(3), '1000');
    await page.type(field.leads(3), '100');
    await page.leave();
    await page.expect({ roi: roiOf({ cost: 66_000, leads: 12_100 }) });
    await page.press('Add a cost', '.details');
    assert.equal(await page.fieldText('/scenarios/0/channels/3/costs/1/amount'), '');
    await page.undo();
    await page.openAll();
    await page.press('Add a cost', '.inputs details[open]');
    assert.equal(await page.fieldText('/scenarios/0/sharedCosts/0/amount'), '');
    await page.choose('/scenarios/0/value/mode', 'discounted');
    assert.equal(await page.fieldText('/scenarios/0/value/yearlyRevenue/0'), '');
    await page.type('/scenarios/0/value/yearlyRevenue/0', '120');
    await page.leave();
    await page.press('Add a year');
    assert.equal(await page.fieldText('/scenarios/0/value/yearlyRevenue/1'), '120');
  });

  test('no digit is ever hidden, however long the number and narrow the page', async (visit) => {
    for (const width of [320, 360, 768, 1280, 1920]) {
      const page = await visit.open(hosted(), { viewport: { width, height: 900 } });
      await fillLong(page);
      assert.deepEqual(await cutOff(page), [], `${width}`);
      const wider = await page.inside((root) => {
        const { scrollWidth, clientWidth } = root.querySelector('.inputs');
        return scrollWidth - clientWidth;
      });
      assert.ok(wider <= 0, `the inputs are ${wider} wider than their place at ${width}`);
    }
  });

  test('no digit is hidden in the wide font of a host', async (visit) => {
    for (const width of [320, 768]) {
      const url = hosts.page(
        `wide-${width}`,
        hosts.element(
          'mode="compact" preset="email" loading="eager" style="--roi-sans: monospace"',
        ),
        { head: '<style>body { font: 18px monospace; margin: 0 }</style>' },
      );
      const page = await visit.open(url, {
        viewport: { width, height: 900 },
        also: hosts.cdn.origin,
      });
      await fillLong(page);
      assert.deepEqual(await cutOff(page), [], `${width}`);
    }
  });
});

/** Twelve digits into every kind of field, and ranges of them. */
async function fillLong(page) {
  for (const [name, text] of [
    [field.cost(0), '268000000000'],
    [field.leads(0), '640500123456'],
    [field.cost(1), '1234567.89'],
    [field.value, '123456789012'],
  ]) {
    await page.paste(name, text);
    await page.leave();
  }
  await page.paste(field.leads(1), '1234567..123456789012');
  await page.leave();
  await page.paste(ends(field.leads(1)).likely, '12345678');
  await page.leave();
  await page.paste(field.closeRate, '12.3456789012');
  await page.leave();
  await page.settled();
}
