// What the page claims is true on its basis, and says what it takes for granted.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { inBothBrowsers } from './lib/browsers.mjs';
import { dist } from './lib/built.mjs';
import { field, kPlan } from './lib/calculator.mjs';
import { planOf } from './lib/plans.mjs';
import { serve } from './lib/server.mjs';
import { until } from './lib/until.mjs';

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

inBothBrowsers((test) => {
  // 12 000 subscribers for 65 000, one in ten becomes a customer worth 150: 65 / 180 is 36.1 %.
  test('on revenue nothing is earned, and the margin it takes is said', async (visit) => {
    const page = await visit.open(hosted());
    await page.says(/brings €15.00 of revenue/);
    assert.match(await claim(page), /You earn money if your margin is above 36%/);
    assert.deepEqual(await tones(page), []);
    await page.doesNotSay(/earning|gained|lifetime/);
    await page.type(field.value, '50');
    await page.leave();
    assert.match(await claim(page), /No margin makes this plan pay/);
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

  test('refunds and commissions are taken off, and ROAS stays before both', async (visit) => {
    const page = await visit.open(hosted());
    await page.openAll();
    await page.type(`${kPlan}/refunds`, '10');
    await page.leave();
    await page.expect({ return: 162_000, roas: 180_000 / 65_000 });
    assert.match(await claim(page), /You earn money if your margin is above 40%/);
    await page.type(kMargin, '60');
    await page.type(`${kPlan}/commissions`, '5');
    await page.leave();
    // 180 000 less a tenth, of which 60 % less 5 % are left
    await page.expect({ return: 89_100, profit: 89_100 - 65_000, roas: 180_000 / 65_000 });
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

  test('lifetime is said only where the value counts one', async (visit) => {
    const page = await visit.open(hosted());
    await page.choose('preset', 'saas');
    await page.says(/over the customer’s lifetime/);
    await page.choose('preset', 'local-service');
    await page.doesNotSay(/lifetime/);
  });

  test('every guess becomes a range at once, and undo takes them back at once', async (visit) => {
    const page = await visit.open(hosted());
    await page.inside((root) => {
      root.querySelector('[data-section="sure"]').open = true;
    });
    await until('the field', () =>
      page.inside((root) => root.querySelector('[name="guess"]') !== null),
    );
    await page.type('guess', '50');
    await page.press('Turn 8 guesses into ranges');
    assert.equal(await page.fieldText(`${field.closeRate}/low`), '5');
    assert.equal(await page.fieldText(`${field.closeRate}/high`), '15');
    await page.says(/chances in 10+ that revenue covers the cost[.;]/);
    await page.undo();
    assert.equal(await page.fieldText(field.closeRate), '10');
  });

  test('a goal of an empty plan has no target until one is typed, and progress comes at once', async (visit) => {
    const page = await visit.open(hosted());
    await page.choose('preset', 'blank');
    await page.openAll();
    const goal = '/scenarios/0/goal';
    const stated = () =>
      page.page.evaluate(
        () => document.querySelector('roi-calculator').store.document.scenarios[0].goal,
      );
    await page.press('Start from what the plan gives');
    assert.equal(await page.fieldText(`${goal}/target`), '');
    assert.equal(await stated(), undefined);
    await page.choose(`${goal}/metric`, 'customers');
    await page.type(`${goal}/target`, '200');
    await page.leave();
    assert.deepEqual(await stated(), { metric: 'customers', target: 200 });
    await page.press('Say how far you are');
    assert.equal(await page.fieldText(`${goal}/progress/reached`), '');
    await page.says(/With a start and an end date/);
    await page.type(`${goal}/progress/reached`, '80');
    await page.leave();
    assert.equal((await stated()).progress.reached, 80);
    await page.paste(`${goal}/progress/date`, '2026-01-26');
    await page.paste(`${goal}/start`, '2026-01-01');
    await page.paste(`${goal}/deadline`, '2026-04-11');
    await page.leave();
    await page.doesNotSay(/With a start and an end date/);
    await page.openAll();
    await page.says(/80 by January 26, 2026/);
  });

  test('how a goal stands on the way, and its basket', async (visit) => {
    const page = await visit.open(hosted());
    await page.openDocument(
      planOf([{ id: 'a', leads: 100, costs: [{ kind: 'adSpend', amount: 1000 }] }], {
        value: { mode: 'orders', averageOrderValue: 60, ordersPerYear: 5, years: 1 },
        goal: {
          metric: 'leads',
          target: 200,
          basket: 50,
          start: '2026-01-01',
          deadline: '2026-04-11',
          progress: { date: '2026-01-26', reached: 80 },
        },
      }),
    );
    await page.openAll();
    // 25 of 100 days have gone
    await page.says(/80 by January 26, 2026; at an even pace it would be 50, for 25% of the time/);
    await page.says(/The basket is €60.00, its target of €50.00 is met/);
  });
});
