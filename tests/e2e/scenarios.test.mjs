// Other versions of the plan, kept beside it, by mouse and keyboard and in a saved page. What becomes of
// them is tested without a browser: tests/page/scenarios.test.mjs.
import assert from 'node:assert/strict';
import { inBothBrowsers } from './lib/browsers.mjs';
import { fileUrl } from './lib/built.mjs';
import { field } from './lib/calculator.mjs';
import { hosted } from './lib/hosted.mjs';

/** The return on investment of the example at another close rate. */
const roiAt = (closeRate) => (12_000 * closeRate * 150 - 65_000) / 65_000;

const inScenario = (index, name) => name.replace('/scenarios/0/', `/scenarios/${index}/`);
const closeRate = (index) => inScenario(index, field.closeRate);

const tabs = (page) =>
  page.inside((root) =>
    [...root.querySelectorAll('[data-scenario]')].map((one) => one.textContent.trim()),
  );

const shown = (page) =>
  page.inside((root) => root.querySelector('.scenarios [aria-current]')?.textContent.trim());

async function compareWith(page, what) {
  await page.press('Compare with…');
  await page.press(what);
}

const show = (page, name) => page.press(name, '.tabs');

inBothBrowsers((test) => {
  test('an alternative starts as a copy and goes its own way', async (visit) => {
    const page = await visit.open(hosted());
    const plan = await page.values();
    await compareWith(page, 'an alternative');
    assert.deepEqual(await tabs(page), ['Plan', 'Alternative']);
    assert.equal(await shown(page), 'Alternative');
    await page.expect({ roi: roiAt(0.1) });
    await page.type(closeRate(1), '20');
    await page.leave();
    await page.expect({ roi: roiAt(0.2) });
    await page.type(inScenario(1, field.cost(1)), '22000');
    await page.leave();
    const own = { roi: (12_000 * 0.2 * 150 - 75_000) / 75_000 };
    await page.expect({ ...own, 'roi@instagram': (4000 * 0.2 * 150 - 22_000) / 22_000 });

    await show(page, 'Plan');
    assert.equal(await page.fieldText(closeRate(0)), '10');
    await page.expect({ roi: Number(plan.roi), 'roi@instagram': Number(plan['roi@instagram']) });
    await show(page, 'Alternative');
    assert.equal(await page.fieldText(closeRate(1)), '20');
    await page.expect(own);
  });

  test('an explanation is of the scenario shown, and leads to its field', async (visit) => {
    const page = await visit.open(hosted());
    await compareWith(page, 'an alternative');
    await page.type(closeRate(1), '20');
    await page.leave();
    // the differences under the key figures come when they are worked out, and move what is below
    await page.settledAnswers();
    await page.explain('breakEvenCpl');
    await page.unfoldExplanation();
    assert.match(await page.explanation(), /20%/);
    await page.change('Close rate');
    assert.equal(await page.focused(), closeRate(1));
    await show(page, 'Plan');
    await page.settledAnswers();
    assert.match(await page.explanation(), /10%/);
    await page.change('Close rate');
    assert.equal(await page.focused(), closeRate(0));
  });

  test('a saved page holds all of them', async (visit) => {
    const page = await visit.open(hosted());
    await compareWith(page, 'the last campaign');
    await page.type(closeRate(1), '20');
    await page.leave();
    await page.save();
    const reopened = await visit.open(fileUrl(await visit.saved()), { offline: true });
    assert.deepEqual(await tabs(reopened), ['Plan', 'Last campaign']);
    await reopened.expect({ roi: roiAt(0.1) });
    await show(reopened, 'Last campaign');
    await reopened.expect({ roi: roiAt(0.2) });
  });

  test('by keyboard alone, and the focus is kept', async (visit) => {
    const page = await visit.open(hosted());
    const keys = page.page.keyboard;
    const focusedText = () => page.inside((root) => root.activeElement?.textContent.trim());
    await (await page.button('Compare with…')).focus();
    await keys.press('Enter');
    await keys.press('Tab');
    assert.equal(await focusedText(), 'an alternative');
    await keys.press('Enter');
    assert.equal(await focusedText(), 'Alternative');
    await keys.down('Shift');
    await keys.press('Tab');
    await keys.up('Shift');
    await keys.press(' ');
    assert.equal(await shown(page), 'Plan');
    assert.equal(await focusedText(), 'Plan');
    await (await page.button('Remove Plan')).focus();
    await keys.press('Enter');
    assert.equal(await focusedText(), 'Compare with…');
  });
});
