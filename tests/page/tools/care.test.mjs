// What customer care saves and how fast it answers, typed and read. Expected figures are worked out by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planOf } from '../../e2e/lib/plans.mjs';
import { open } from '../lib/calculator.mjs';

const kChannels = [
  { id: 'a', name: 'Mail', leads: 10, costs: [{ kind: 'tools', amount: 50 }] },
  { id: 'b', name: 'Chat', leads: 10, costs: [{ kind: 'tools', amount: 50 }] },
];

async function care(locale, kpis, channels = kChannels) {
  const page = open(locale, planOf(channels, { scorecard: { kpis } }));
  page.openTool('scorecard');
  while (!page.root.first('[data-kpi]')) await new Promise((done) => setImmediate(done));
  page.idle();
  return page;
}

const at = (channel, input) => `/scenarios/0/channels/${channel}/kpis/${input}`;
const words = (page, id) => page.root.first(`[data-kpi="${id}"]`).words;

function type(page, channel, figures) {
  for (const [input, text] of Object.entries(figures)) page.type(at(channel, input), text);
  page.leave();
}

test('what was saved is answers x share x cost of a call, and no return of the plan', async () => {
  const page = await care('fr', ['deflectedCost']);
  const before = page.values();
  type(page, 0, { answered: '400', deflectedShare: '30', callCost: '6' });
  assert.match(
    words(page, 'deflectedCost'),
    /Coût évité.*720,00.€ .*Messages avec réponse × part des réponses qui évitent un appel × coût d’un appel/,
  );
  assert.match(words(page, 'deflectedCost'), /n’entre pas dans le ROI/);
  assert.equal(page.store.scenario.channels[0].kpis.deflectedShare, 0.3);
  assert.deepEqual(page.values(), before);
  type(page, 1, { answered: '100', deflectedShare: '50', callCost: '10' });
  assert.match(words(page, 'deflectedCost'), /1.220.€/);
  for (let step = 0; step < 6; step += 1) page.undo();
  assert.equal(page.store.scenario.channels[0].kpis, undefined);
});

test('a mean time is weighed by answers; medians make no total; both say what they are', async () => {
  const page = await care('en', ['meanResponseTime', 'medianResponseTime']);
  type(page, 0, { responseHours: '2', medianResponseHours: '1', answered: '300' });
  assert.match(words(page, 'medianResponseTime'), /Median response time, in hours 1 /);
  type(page, 1, { responseHours: '6', medianResponseHours: '5', answered: '100' });
  // 1,200 hours over 400 answers
  assert.match(
    words(page, 'meanResponseTime'),
    /Mean response time, in hours 3 .*weighed by “messages answered” = 1,200 ÷ 400.*Lower is better/,
  );
  assert.match(words(page, 'medianResponseTime'), /no total: several medians do not make one/);
  assert.match(page.root.first('.tallies').words, /nights and weekends included/);
  page.useLanguage('fr');
  assert.match(words(page, 'meanResponseTime'), /Temps de réponse moyen, en heures 3 /);
  assert.match(words(page, 'medianResponseTime'), /plusieurs médianes n’en font pas une/);
});

test('earned media counts all impressions unless some are said to be negative', async () => {
  const page = await care('en', ['earnedMediaValue']);
  type(page, 0, { earnedImpressions: '40000', marketCpm: '7' });
  assert.match(words(page, 'earnedMediaValue'), /€280/);
  type(page, 0, { notNegativeShare: '90' });
  assert.match(words(page, 'earnedMediaValue'), /€252/);
});
