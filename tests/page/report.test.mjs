// The printed report, as it is put together: what it rests on is the plan alone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { analysesOf } from '../../web/src/plan/analyses.ts';
import { whoseFigures, withoutExample } from '../../web/src/plan/origins.ts';
import { holdsRange } from '../../web/src/plan/ranges.ts';
import { report } from '../../web/src/standalone/report/report.ts';
import { planOf } from '../e2e/lib/plans.mjs';
import { open } from './lib/calculator.mjs';
import { drawn } from './lib/drawn.mjs';

const kEverything = new URL('../golden/everything/scenario.json', import.meta.url);
const kLane = { id: 'a', name: 'Lane', leads: 100, costs: [{ kind: 'adSpend', amount: 1000 }] };
const kFollowed = {
  kpis: ['reach'],
  cohort: { counts: [1000, 631, 468], margin: 120, discountRate: 0.12 },
};

function printed(plan, locale = 'en') {
  const page = open(locale, plan);
  page.idle();
  analysesOf(page.store).complete();
  return drawn(report(page.view()));
}

const restsOn = (plan) => printed(plan).first('.typed').words;

test('the plan that says everything there is to say has its report', () => {
  const all = printed(JSON.parse(readFileSync(kEverything, 'utf8')));
  assert.match(all.first('.typed').words, /figure/);
  assert.doesNotMatch(all.textContent, /NaN|\bundefined\b|\[object/);
});

test('what KPIs count and what a cohort kept is no figure that the plan rests on', () => {
  const plain = restsOn(planOf([kLane]));
  const kpis = { reach: 20_000, likes: { low: 10, high: 20 } };
  assert.equal(restsOn(planOf([{ ...kLane, kpis }], { scorecard: kFollowed })), plain);
});

test('figures of KPIs are nobody’s figures of the plan, and make none of it a range', () => {
  const plain = open('en', planOf([kLane])).store.scenario;
  const kpis = { reach: { low: 15_000, high: 20_000 } };
  const cohort = { counts: [1000, 631], margin: { low: 100, high: 140 } };
  const followed = { ...plain, channels: [{ ...plain.channels[0], kpis }], scorecard: { cohort } };
  assert.deepEqual(whoseFigures(followed), whoseFigures(plain));
  assert.equal(holdsRange(followed), false);
  assert.equal(holdsRange({ ...followed, closeRate: { low: 0.1, high: 0.2 } }), true);
});

test('a plan that is cleared of its example keeps what KPIs count, where nothing else stands', () => {
  const page = open('en', 'email');
  const { base } = page.store;
  page.store.edit(`${base}/scorecard`, kFollowed);
  const { scenario } = page.store;
  const [first] = scenario.channels;
  const followed = {
    ...scenario,
    channels: [first, { ...first, id: 'second', kpis: { reach: 20_000 } }],
  };
  const left = withoutExample(followed);
  assert.deepEqual(left.scorecard, kFollowed);
  assert.deepEqual(
    left.channels.map((channel) => channel.kpis),
    [{ reach: 20_000 }],
  );
});
