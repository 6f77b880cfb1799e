// Explanations and definitions by keyboard and address. What they say is tested without a browser:
// tests/page/explanations.test.mjs.
import assert from 'node:assert/strict';
import { inBothBrowsers } from './lib/browsers.mjs';
import { fileUrl, singleFile } from './lib/built.mjs';
import { hosted } from './lib/hosted.mjs';
import { until } from './lib/until.mjs';

/** Of core/include/roi/metric.h, with what is typed, the goal's and cash. */
const kMetrics = 134;

const opened = (page) =>
  until('the methodology', () => page.inside((root) => root.querySelector('.method dt') !== null));

const focusedId = (page) => page.inside((root) => root.activeElement?.id ?? '');

const focusArrives = (page, id) =>
  until(`focus on ${id}`, async () => (await focusedId(page)) === id);

const isFocusSeen = (page) =>
  page.inside((root) => {
    const { top, bottom } = root.activeElement.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });

/** The figure that has the focus, and whether it says that its explanation is open. */
const focusedFigure = (page) =>
  page.inside((root) => {
    const { dataset, ariaExpanded } = root.activeElement ?? { dataset: {} };
    return `${dataset.metric} ${dataset.slot} ${ariaExpanded}`;
  });

inBothBrowsers((test) => {
  test('an explanation is walked by keyboard', async (visit) => {
    const page = await visit.open(hosted());
    await page.showAllFigures();
    const keys = page.page.keyboard;
    for (const slot of ['numbers', 'all-breakEvenCpl']) {
      const css = `.fig[data-metric="breakEvenCpl"][data-slot="${slot}"]:not([data-channel])`;
      await (await page.element(css)).focus();
      assert.equal(await focusedFigure(page), `breakEvenCpl ${slot} false`);
      await keys.press('Enter');
      assert.equal(await focusedFigure(page), `breakEvenCpl ${slot} true`);
      const controls = await page.inside((root) => {
        const id = root.activeElement.getAttribute('aria-controls');
        return root.getElementById(id)?.className;
      });
      assert.equal(controls, 'explanation');

      const stops = [];
      const inExplanation = () =>
        page.inside((root) => root.activeElement?.closest('.explanation') !== null);
      while (!(await inExplanation())) await keys.press('Tab');
      while (await inExplanation()) {
        stops.push(
          await page.inside(({ activeElement: one }) => one.name || one.textContent.trim()),
        );
        if (stops.at(-1) === 'Return') break;
        await keys.press('Tab');
      }
      assert.deepEqual(stops, ['Close', 'Return']);
      await keys.press('Enter');
      const unfolded = await page.inside((root) => root.activeElement.ariaExpanded);
      assert.equal(unfolded, 'true');

      await keys.press('Escape');
      await until('focus on the number', async () =>
        (await focusedFigure(page)).startsWith('breakEvenCpl'),
      );
      assert.equal(await focusedFigure(page), `breakEvenCpl ${slot} false`);
      assert.equal(await page.explanation(), undefined);
    }
  });

  test('Escape on an open number closes its explanation', async (visit) => {
    const page = await visit.open(hosted());
    await (await page.element('.fig[data-metric="roi"]')).focus();
    await page.page.keyboard.press('Enter');
    assert.equal(await focusedFigure(page), 'roi numbers true');
    await page.page.keyboard.press('Escape');
    assert.equal(await focusedFigure(page), 'roi numbers false');
  });

  test('a definition is reached from its number by keyboard, and left again', async (visit) => {
    const page = await visit.open(hosted());
    const keys = page.page.keyboard;
    await page.explain('profit', 'linkedin');
    await (await page.button('How this is defined', '.explanation')).focus();
    await keys.press('Enter');
    await focusArrives(page, 'method-profit');
    await keys.press('Escape');
    await until('focus on the number', async () =>
      (await focusedFigure(page)).startsWith('profit channel-linkedin'),
    );
    await (await page.button('How this is defined', '.explanation')).focus();
    await keys.press('Enter');
    await focusArrives(page, 'method-profit');
    await keys.press('Tab');
    await keys.press('Enter');
    await until('focus on the number', async () =>
      (await focusedFigure(page)).startsWith('profit channel-linkedin'),
    );
  });

  test('in French too, a definition is reached and in sight', async (visit) => {
    const page = await visit.open(hosted('?lang=fr'));
    for (const metric of ['roi', 'breakEvenCpl']) {
      await page.explain(metric);
      await (await page.button('Définition', '.explanation')).focus();
      await page.page.keyboard.press('Enter');
      await focusArrives(page, `method-${metric}`);
      assert.ok(await isFocusSeen(page), metric);
    }
  });

  test('an address leads to the methodology, and to a definition', async (visit) => {
    const page = await visit.open(hosted('?lang=fr#method'));
    await opened(page);
    await page.says(/Comment c’est calculé/);
    await page.says(/dernier clic/);
    await page.page.evaluate(() => {
      location.hash = '#method-roi';
    });
    await focusArrives(page, 'method-roi');
    assert.ok(await isFocusSeen(page), 'the definition is scrolled to');
  });

  test('the single file holds the methodology too', async (visit) => {
    const page = await visit.open(`${fileUrl(singleFile)}#method-breakEvenCpl`, { offline: true });
    await focusArrives(page, 'method-breakEvenCpl');
    await page.says(/Close rate × Return per customer/);
    assert.equal(await page.inside((root) => root.querySelectorAll('.method dt').length), kMetrics);
  });
});
