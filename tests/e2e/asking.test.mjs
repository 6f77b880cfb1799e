// How figures are gone into, asked about and taken back, by finger, mouse and key. What is asked, and
// what the answers do, is tested without a browser: tests/page/asking.test.mjs.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { inEveryBrowser } from './lib/browsers.mjs';
import { dist } from './lib/built.mjs';
import { ends, field } from './lib/calculator.mjs';
import { Hosts } from './lib/host.mjs';
import { serve } from './lib/server.mjs';
import { until } from './lib/until.mjs';

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
    const page = await visit.open(hosted(), { viewport: kPhone });
    await page.settledAnswers(); // what comes later moves what stands below it
    for (const [name, text] of [
      [field.closeRate, '20'],
      [field.value, '350'],
      [field.cost(0), '800'],
      [field.leads(0), '40'],
    ]) {
      await page.tap(name);
      assert.equal(await page.focused(), name);
      await page.page.keyboard.type(text);
      assert.equal(await page.fieldText(name), text);
      // so does what is asked in a pause, which a slow browser makes before the next tap
      await page.inside((root) => root.host.store.pause());
      await page.settledAnswers();
    }
    await page.leave();
    await page.expect({
      roi: roiOf({ closeRate: 0.2, value: 350, cost: 39_800, leads: 5540 }),
      'fullCostCpl@facebook': 20,
    });
    assert.equal(await page.anyQuestion(), undefined, 'an example is no measure');
  });

  test('the figure that is tapped and typed stays where it is, whatever its answer needs above it', async (visit) => {
    const page = await visit.open(hosted('?lang=en'), { viewport: kPhone });
    await page.settledAnswers();
    await page.tap(field.closeRate);
    const place = () => page.inside((root) => root.activeElement.getBoundingClientRect().top);
    const before = await place();
    const heights = new Set();
    for (const key of '200') {
      await page.page.keyboard.type(key);
      await page.settled();
      heights.add(await page.inside((root) => root.querySelector('.verdict').offsetHeight));
      const moved = Math.abs((await place()) - before);
      assert.ok(moved <= 1, `${key} moved it by ${moved} px`);
    }
    assert.ok(heights.size > 1, 'the answer is as high as ever');
  });

  test('the first click into a figure selects it all, the second sets the caret', async (visit) => {
    const page = await visit.open(hosted());
    await page.settledAnswers();
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

  test('a click selects the figure though the page moves while it is pressed', async (visit) => {
    const page = await visit.open(hosted());
    await page.settledAnswers();
    const input = await page.input(field.closeRate);
    const { x, y, width, height } = await input.boundingBox();
    await page.page.mouse.move(x + width / 2, y + height / 2);
    await page.page.mouse.down();
    await page.page.evaluate(() => {
      document.body.style.paddingTop = '120px';
    });
    await page.settled();
    await page.page.mouse.up();
    await until('the figure', async () => (await selected(page, field.closeRate)) === '10');
    await page.page.keyboard.type('20');
    assert.equal(await page.fieldText(field.closeRate), '20');
  });

  test('a figure far off what it replaces is kept, asked about, and undone with one key', async (visit) => {
    const page = await visit.open(hosted());
    await page.type(field.cost(0), '26000');
    await page.leave();
    await page.type(field.cost(0), '26800000');
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
