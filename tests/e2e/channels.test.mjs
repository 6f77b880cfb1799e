// Channels moved with the focus, sliders, long plans, starting again. Copies and blank plans are tested
// without a browser: tests/page/channels.test.mjs.
import assert from 'node:assert/strict';
import { inBothBrowsers } from './lib/browsers.mjs';
import { field } from './lib/calculator.mjs';
import { hosted } from './lib/hosted.mjs';
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

  test('a slider answers while it is dragged, in one step, on a scale that waits', async (visit) => {
    const page = await visit.open(hosted());
    const start = await page.values();
    const { mouse } = page.page;
    const { slider, at } = await sliderBox(page, field.value);
    assert.equal(await slider.evaluate((one) => one.max), '300', 'twice 150');
    await mouse.move(...at(0.5));
    await mouse.down();
    const seen = [];
    for (const part of [0.6, 0.75, 0.99]) {
      await mouse.move(...at(part));
      await page.settled();
      const value = Number(await page.fieldText(field.value));
      await page.expect({ roi: roiOf({ value }) });
      seen.push(value);
    }
    assert.ok(seen[0] > 150 && seen[1] > seen[0] && seen[2] > seen[1], `${seen}`);
    assert.equal(await slider.evaluate((one) => one.max), '300', 'held');
    await mouse.up();
    await page.settled();
    assert.ok(Number(await slider.evaluate((one) => one.max)) > 400, 'released');
    assert.equal(Number(await page.fieldText(field.value)), seen[2], 'the figure stays');
    await page.undo();
    assert.deepEqual(await page.values(), start, 'the whole drag is undone');
    await page.redo();
    assert.equal(Number(await page.fieldText(field.value)), seen[2]);
  });

  test('a slider by keyboard goes in round steps, and has a name of its own', async (visit) => {
    const page = await visit.open(hosted());
    const rate = await page.slider(field.closeRate);
    await rate.focus();
    await page.page.keyboard.press('ArrowRight');
    // From 0 to 20 %, in steps of 0.2 %.
    assert.equal(await page.fieldText(field.closeRate), '10.2');
    await page.expect({ roi: roiOf({ closeRate: 0.102 }) });
    await page.page.keyboard.press('ArrowRight');
    assert.equal(await page.fieldText(field.closeRate), '10.4');
    await page.chord('z');
    assert.equal(await page.fieldText(field.closeRate), '10.2');
    const names = await rate.evaluate((one) => [one.ariaLabel, one.getAttribute('aria-valuetext')]);
    assert.match(names[0], /^Close rate.+/);
    assert.equal(names[1], '10.2%');
    await page.page.keyboard.press('End');
    await page.page.keyboard.press('End');
    await page.page.keyboard.press('End');
    await page.page.keyboard.press('End');
    assert.equal(await page.fieldText(field.closeRate), '100', 'a rate ends at 100 %');
  });

  test('sliders stand where a single figure is, follow it, and are not printed', async (visit) => {
    const page = await visit.open(hosted());
    await page.type(field.value, '151.37');
    await page.leave();
    assert.equal(await page.fieldText(field.value), '151.37', 'the field stays exact');
    await page.expect({ roi: roiOf({ value: 151.37 }) });
    const { slider, at } = await sliderBox(page, field.value);
    const now = await slider.evaluate((one) => one.valueAsNumber);
    assert.ok(Math.abs(now - 151.37) < 5, `${now}`);
    const before = await page.values();
    await page.page.mouse.move(...at(0.5));
    for (const deltaY of [-120, 120, 120]) await page.page.mouse.wheel({ deltaY });
    await page.settled();
    assert.deepEqual(await page.values(), before, 'the wheel changes nothing');
    assert.equal(await page.hasSlider(field.cost(0)), false, 'not in the row');
    await page.openDetails('Facebook');
    assert.equal(await page.hasSlider(field.cost(0)), true);
    assert.equal(await page.hasSlider(field.leads(0)), true);
    // Only Chromium can be told to look as printed.
    if (visit.browser.prefers) {
      await page.page.emulateMediaType('print');
      assert.equal(await page.hasSlider(field.value), false, 'not on paper');
      await page.page.emulateMediaType();
    }
    await page.press('Turn Value of a customer into a range');
    assert.equal(await page.hasSlider(field.value), false, 'not for a range');
    await page.clear(field.closeRate);
    assert.equal(await page.hasSlider(field.closeRate), false, 'not for nothing');
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
