// Whatever plan the contract allows is shown, worked out, printed and kept as text, with a word for
// every figure. Plans follow a seed, which ROI_SEED gives again.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before } from 'node:test';
import { inBothBrowsers } from './lib/browsers.mjs';
import { dist } from './lib/built.mjs';
import { serve } from './lib/server.mjs';

const kPlans = 8;
const seed = process.env.ROI_SEED ?? String(Date.now() % 1e6);
const maker = new URL('../../.build/release/tests/roi_random_documents', import.meta.url).pathname;
const plans = execFileSync(maker, [String(kPlans), seed])
  .toString()
  .trim()
  .split('\n')
  .map((text) => JSON.parse(text));

let server;
before(async () => {
  server = await serve(dist);
});
after(() => server.close());

const unfolded = (page) =>
  page.inside((root) => {
    for (const one of root.querySelectorAll('.opener[aria-expanded="false"]')) one.click();
  });

function assertSaid(text, about) {
  const [found] = /.{0,60}(undefined|NaN|Infinity|∞|\[object).{0,60}/.exec(text) ?? [];
  assert.equal(found, undefined, about);
}

inBothBrowsers((test) => {
  test(`${kPlans} plans, ROI_SEED=${seed}`, async (visit) => {
    assert.equal(plans.length, kPlans);
    const page = await visit.open(`${server.origin}/?lang=en`);
    for (const [at, plan] of plans.entries()) {
      await page.openDocument(plan);
      for (const index of plan.scenarios.keys()) {
        const about = `plan ${at}, scenario ${index}, ROI_SEED=${seed}`;
        if (plan.scenarios.length > 1)
          await page.click(await page.element(`[data-scenario="${index}"]`));
        await unfolded(page);
        await page.openAll();
        await page.settledAnswers();
        assertSaid(await page.text(), about);
        assertSaid(await page.whilePrinted(({ textContent }) => textContent), `${about}, printed`);
        assert.deepEqual(visit.complaints, [], about);
      }
    }
  });
});
