// What the page claims, and how it looks. More of its claims are tested without a browser:
// tests/page/claims.test.mjs.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { inChromium } from './lib/browsers.mjs';
import { dist } from './lib/built.mjs';
import { field, kPlan } from './lib/calculator.mjs';
import { serve } from './lib/server.mjs';

let server;
before(async () => {
  server = await serve(dist);
});
after(() => server.close());

const hosted = (rest = '') => `${server.origin}/${rest}`;
const kMargin = `${kPlan}/margin`;

/** The colours of gain and loss that are seen. */
const tones = (page) =>
  page.inside((root) => [
    ...new Set(
      [...root.querySelectorAll('.gain, .loss, .room:not(.neutral), .over:not(.neutral)')]
        .filter((one) => one.checkVisibility())
        .map((one) => one.getAttribute('class')),
    ),
  ]);

const claim = (page) => page.inside((root) => root.querySelector('.claim').textContent);

// What is said and by which class it is coloured, no engine decides.
inChromium((test) => {
  // 12 000 subscribers for 65 000, one in ten becomes a customer worth 150: 65 / 180 is 36.1 %.
  test('on revenue nothing is earned, and the margin it takes is said', async (visit) => {
    const page = await visit.open(hosted());
    await page.says(/brings €15.00 of revenue/);
    assert.match(await claim(page), /You earn money if your margin is above 36%/);
    assert.deepEqual(await tones(page), []);
    await page.doesNotSay(/earning|gained|lifetime/);
    await page.type(field.value, '50');
    await page.leave();
    assert.match(await claim(page), /No margin makes it pay/);
  });

  test('a margin turns it into gain or loss, and says how much of it must be real', async (visit) => {
    const page = await visit.open(hosted());
    await page.type(kMargin, '60');
    await page.leave();
    // 180 000 x 60 % is 108 000: 65 of 108 is 60.2 %
    assert.match(await claim(page), /It pays as long as 60% of this return is real/);
    assert.ok((await tones(page)).includes('gain'));
    await page.type(kMargin, '25');
    await page.leave();
    assert.match(await claim(page), /loses money even if all of this return is real/);
    await page.expect({ profit: 45_000 - 65_000 });
  });

  test('the sceptic believes half of it, in every figure and in the report', async (visit) => {
    const page = await visit.open(hosted());
    await page.type(kMargin, '60');
    await page.leave();
    await page.press('Believe less of it');
    await page.expect({ profit: 54_000 - 65_000 });
    await page.type('believed', '50');
    await page.expect({
      profit: 54_000 - 65_000,
      revenue: 180_000,
      breakEvenCpl: 4.5,
      breakEvenShare: 65 / 108,
      breakEvenMargin: 65 / 180,
    });
    await page.says(/Only 50% of the return is believed here/);
    await page.explain('profit');
    await page.unfoldExplanation();
    assert.match(
      await page.explanation(),
      /Share of the return believed\s+50%\s+chosen here, no part of the plan/,
    );
    await page.type('believed', '200');
    await page.says(/Type a share above 0 and up to 100%/);
    await page.expect({ profit: 54_000 - 65_000 });
    await page.press('Believe all of it');
    await page.expect({ profit: 108_000 - 65_000 });
    await page.doesNotSay(/is believed here/);
  });
});
