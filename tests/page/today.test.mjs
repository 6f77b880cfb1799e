// What is dated by itself has the day of where the visitor is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { field } from '../e2e/lib/calculator.mjs';
import { Analysis } from './lib/analysis.mjs';
import { open } from './lib/calculator.mjs';

const kPlan = '/scenarios/0';

function inTheZone(context, zone, now) {
  const { TZ } = process.env;
  const { Date: Clock } = globalThis;
  process.env.TZ = zone;
  globalThis.Date = class extends Clock {
    constructor(...of) {
      super(...(of.length > 0 ? of : [now]));
    }
  };
  context.after(() => {
    globalThis.Date = Clock;
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  });
}

for (const [zone, now, day] of [
  ['Pacific/Auckland', '2026-03-31T20:00:00Z', '2026-04-01'],
  ['America/Los_Angeles', '2026-04-01T03:00:00Z', '2026-03-31'],
]) {
  test(`in ${zone} counts, forecasts and progress are of ${day}`, (context) => {
    inTheZone(context, zone, now);
    const page = open();
    page.paste(field.closeRate, '5..20');
    page.leave();
    page.openTool('track-record');
    page.idle();
    page.press('Keep today’s forecast');
    assert.equal(page.store.document.forecasts[0].date, day);
    new Analysis(page, 'since').open();
    page.press('Enter what has been counted');
    assert.equal(page.fieldText(`${kPlan}/observed/counts/0/date`), day);
    page.openAll();
    page.press('Start from what the plan gives');
    page.press('Say how far you are');
    page.paste(`${kPlan}/goal/progress/reached`, '80');
    assert.equal(page.store.get(`${kPlan}/goal/progress/date`), day);
  });
}
