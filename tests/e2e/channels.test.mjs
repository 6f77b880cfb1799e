// Channels moved with the focus, sliders, long plans, starting again. Copies and blank plans are tested
// without a browser: tests/page/channels.test.mjs.
import assert from 'node:assert/strict';
import { inBothBrowsers } from './lib/browsers.mjs';
import { field } from './lib/calculator.mjs';
import { hosted } from './lib/hosted.mjs';
import { planOf } from './lib/plans.mjs';
import { until } from './lib/until.mjs';

/** Of the example: 12 000 subscribers for 65 000. */
const roiOf = ({ closeRate = 0.1, value = 150, cost = 65_000, leads = 12_000 }) =>
  (leads * closeRate * value - cost) / cost;

const focusedText = (page) => page.inside((root) => root.activeElement?.textContent.trim());

async function sliderBox(page, pointer) {
  const slider = await page.slider(pointer);
  await slider.evaluate((one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const { x, y, width, height } = await slider.boundingBox();
  return { slider, at: (part) => [x + width * part, y + height / 2] };
}

inBothBrowsers((test) => {
  test('a channel is moved, with the focus, one step at a time', async (visit) => {
    const page = await visit.open(hosted());
    const start = await page.values();
    await page.openDetails('LinkedIn');
    await page.press('Move LinkedIn up');
    await page.settled();
    assert.deepEqual(await page.channelNames(), ['Facebook', 'LinkedIn', 'Instagram']);
    assert.equal(await focusedText(page), 'Move LinkedIn up');
    await page.page.keyboard.press('Enter');
    await page.settled();
    assert.deepEqual(await page.channelNames(), ['LinkedIn', 'Facebook', 'Instagram']);
    assert.equal(await focusedText(page), 'Move LinkedIn up', 'at the top it stays where it is');
    await page.page.keyboard.press('Enter');
    assert.deepEqual(await page.channelNames(), ['LinkedIn', 'Facebook', 'Instagram']);
    assert.deepEqual(await page.values(), start);
    await page.chord('z');
    assert.deepEqual(await page.channelNames(), ['Facebook', 'LinkedIn', 'Instagram']);
    await page.chord('z');
    assert.deepEqual(await page.channelNames(), ['Facebook', 'Instagram', 'LinkedIn']);
    await page.chord('y');
    await page.press('Move LinkedIn down');
    assert.deepEqual(await page.channelNames(), ['Facebook', 'Instagram', 'LinkedIn']);
  });

  test('in a long plan the answer comes with the key, and the tables in a pause', async (visit) => {
    const page = await visit.open(hosted());
    // 100 leads for 1 000 each, 1 in 10 becomes a customer: worth 100 it breaks even, worth 200 it doubles.
    await page.page.evaluate(() => {
      const { store } = document.querySelector('roi-calculator');
      const channel = (i) => ({
        id: `c${i}`,
        leads: 100,
        costs: [{ kind: 'tools', amount: 1000 }],
      });
      const channels = Array.from({ length: 20 }, (_, i) => channel(i));
      store.set('/scenarios/0/channels', channels);
      store.set('/scenarios/0/value', { mode: 'revenue', revenuePerCustomer: 100 });
    });
    // that of the plan, twice, and of each channel
    const rois = () =>
      page.inside((root) =>
        [...root.querySelectorAll('.fig[data-metric="roi"]')].map(({ dataset }) => dataset.value),
      );
    await until('the plan', async () => (await rois()).join() === Array(22).fill('0').join());
    const atOnce = await page.inside((root, name) => {
      const input = root.querySelector(`[name="${name}"]`);
      input.focus();
      input.value = '200';
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return root.host.updateComplete.then(() =>
        [...root.querySelectorAll('.fig[data-metric="roi"]')].map(({ dataset }) => dataset.value),
      );
    }, field.value);
    assert.deepEqual(atOnce, ['1', ...Array(21).fill('0')]);
    await until('the tables', async () => (await rois()).join() === Array(22).fill('1').join());
    await page.type(field.value, '300');
    await page.leave();
    assert.deepEqual(await rois(), Array(22).fill('2'), 'a field that is left waits for nothing');
  });

  test('a slider answers while it is dragged, in one step, on a scale that never moves', async (visit) => {
    const page = await visit.open(hosted());
    const start = await page.values();
    const { mouse } = page.page;
    const { slider, at } = await sliderBox(page, field.closeRate);
    const scale = () => slider.evaluate(({ min, max, offsetTop }) => [min, max, offsetTop].join());
    const before = await scale();
    const place = () => slider.evaluate((one) => one.valueAsNumber / Number(one.max));
    await mouse.move(...at(await place()));
    await mouse.down();
    const seen = [];
    for (const part of [0.6, 0.7, 0.8]) {
      await mouse.move(...at(part));
      await page.settled();
      const rate = Number(await page.fieldText(field.closeRate));
      await page.expect({ roi: roiOf({ closeRate: rate / 100 }) });
      assert.ok(Math.abs((await place()) - part) < 0.07, `${rate} % at ${await place()}`);
      seen.push(rate);
    }
    assert.ok(seen[0] > 10 && seen[1] > seen[0] && seen[2] > seen[1], `${seen}`);
    await mouse.up();
    await page.settled();
    assert.equal(await scale(), before);
    assert.equal(Number(await page.fieldText(field.closeRate)), seen[2], 'the figure stays');
    await page.undo();
    assert.deepEqual(await page.values(), start, 'the whole drag is undone');
    assert.equal(await scale(), before, 'whatever the rate');
    await page.redo();
    assert.equal(Number(await page.fieldText(field.closeRate)), seen[2]);
  });

  test('a slider by keyboard goes in round steps, and has a name of its own', async (visit) => {
    const page = await visit.open(hosted());
    const rate = await page.slider(field.closeRate);
    const press = async (key) => {
      await rate.focus();
      await page.page.keyboard.press(key);
      return page.fieldText(field.closeRate);
    };
    assert.equal(await press('ArrowRight'), '11');
    await page.expect({ roi: roiOf({ closeRate: 0.11 }) });
    assert.equal(await press('ArrowUp'), '12');
    await page.chord('z');
    assert.equal(await page.fieldText(field.closeRate), '11');
    const names = await rate.evaluate((one) => [one.ariaLabel, one.getAttribute('aria-valuetext')]);
    assert.match(names[0], /^Close rate.+/);
    assert.equal(names[1], '11%');
    for (const [typed, up, down] of [
      ['1.35', '1.4', '1.3'],
      ['2', '2.5', '2'],
      ['8.79', '9', '8.5'],
      ['62', '65', '60'],
    ]) {
      await page.type(field.closeRate, typed);
      await page.leave();
      assert.equal(await press('ArrowRight'), up, `above ${typed} %`);
      assert.equal(await press('ArrowLeft'), down, `below ${up} %`);
    }
    assert.equal(await press('End'), '100', 'a rate ends at 100 %');
    assert.equal(await press('ArrowRight'), '100');
    assert.equal(await press('Home'), '0');
  });

  test('sliders stand where a single rate is, follow it, and are not printed', async (visit) => {
    const page = await visit.open(hosted());
    await page.type(field.closeRate, '8.79');
    await page.leave();
    assert.equal(await page.fieldText(field.closeRate), '8.79', 'the field stays exact');
    await page.expect({ roi: roiOf({ closeRate: 0.0879 }) });
    const { slider, at } = await sliderBox(page, field.closeRate);
    assert.equal(await slider.evaluate((one) => one.getAttribute('aria-valuetext')), '8.79%');
    const before = await page.values();
    await page.page.mouse.move(...at(0.5));
    for (const deltaY of [-120, 120, 120]) await page.page.mouse.wheel({ deltaY });
    await page.settled();
    assert.deepEqual(await page.values(), before, 'the wheel changes nothing');
    await page.openDetails('Facebook');
    for (const one of [field.value, field.cost(0), field.leads(0)]) {
      assert.equal(await page.hasSlider(one), false, 'nobody knows how far it may reach');
    }
    // Only Chromium can be told to look as printed.
    if (visit.browser.prefers) {
      await page.page.emulateMediaType('print');
      assert.equal(await page.hasSlider(field.closeRate), false, 'not on paper');
      await page.page.emulateMediaType();
    }
    await page.press('Turn Close rate into a range');
    assert.equal(await page.hasSlider(field.closeRate), false, 'not for a range');
    await page.undo();
    await page.clear(field.closeRate);
    assert.equal(await page.hasSlider(field.closeRate), false, 'not for nothing');
  });

  test('what is usual is marked where a thumb at its ends would stand', async (visit) => {
    const page = await visit.open(hosted());
    await page.openDocument(
      planOf([
        {
          id: 'one',
          name: 'Search',
          platform: 'search',
          clicks: 1000,
          conversionRate: 0.05,
          costs: [{ kind: 'adSpend', amount: 1000 }],
        },
      ]),
    );
    await page.openDetails('Search');
    // WordStream / LocaliQ, 2026: 8.18 % on average; taken over as from half of it to twice.
    const pointer = '/scenarios/0/channels/0/conversionRate';
    const marked = await page.inside((root, of) => {
      const around = root.querySelector(`[data-slides="${of}"]`).parentElement;
      const line = around.querySelector('.span');
      const [from, to] = ['x1', 'x2'].map((end) => Number.parseFloat(line.getAttribute(end)));
      return { from, to, words: around.querySelector('small').textContent };
    }, pointer);
    assert.equal(marked.words, 'Usual: 4.09% to 16.36%');
    const slider = await page.slider(pointer);
    for (const [typed, place] of [
      ['4.09', marked.from],
      ['16.36', marked.to],
    ]) {
      await page.type(pointer, typed);
      await page.leave();
      const there = await slider.evaluate((one) => (100 * one.valueAsNumber) / Number(one.max));
      assert.ok(Math.abs(there - place) < 0.01, `${typed} %: ${there}, marked at ${place}`);
    }
  });

  test('a changed example goes back to what it was, and undo brings the changes back', async (visit) => {
    const page = await visit.open(hosted());
    const isThere = () => page.inside((root) => root.querySelector('[data-resets]') !== null);
    const said = () => page.inside((root) => root.querySelector('[role="status"]').textContent);
    await page.choose('preset', 'saas');
    const start = await page.values();
    assert.equal(await isThere(), false);
    assert.doesNotMatch(await said(), /Undo/, 'nothing of the visitor’s was replaced');
    await page.type(field.closeRate, '17');
    await page.leave();
    const own = await page.values();
    await page.press('Reset');
    await page.settled();
    assert.deepEqual(await page.values(), start);
    assert.equal(await page.fieldText('preset'), 'saas');
    assert.equal(await page.focused(), 'preset');
    assert.match(await said(), /Undo brings back your plan/);
    await page.chord('z');
    assert.deepEqual(await page.values(), own);
    assert.equal(await isThere(), true);
    await page.choose('preset', 'email');
    assert.match(await said(), /Undo brings back your plan/);
    await page.undo();
    assert.deepEqual(await page.values(), own);
  });
});
