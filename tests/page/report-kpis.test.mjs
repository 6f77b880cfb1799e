// The KPIs that are followed, in the printed report. Expected figures are worked out by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analysesOf } from '../../web/src/plan/analyses.ts';
import { report } from '../../web/src/standalone/report/report.ts';
import { planOf } from '../e2e/lib/plans.mjs';
import { open } from './lib/calculator.mjs';
import { drawn } from './lib/drawn.mjs';

const channelOf = (leads, likes) => ({
  id: 'a',
  name: 'Lane',
  leads,
  costs: [{ kind: 'adSpend', amount: 1000 }],
  kpis: { likes, comments: 5, shares: 5, reach: 1000 },
});

const kFollowed = {
  scorecard: { kpis: ['engagementRateByReach', 'leads'] },
  goal: { metric: 'leads', target: 200 },
};

function plans(before = {}) {
  const plan = planOf([channelOf(100, 30)], kFollowed);
  const [past] = planOf([channelOf(80, 10)], { id: 'before', role: 'lastCampaign' }).scenarios;
  return { ...plan, scenarios: [...plan.scenarios, { ...past, ...before }] };
}

function opened(document, locale = 'en') {
  const page = open(locale, document);
  page.idle();
  analysesOf(page.store).complete();
  return page;
}

/** Once what works them out is there. */
async function rowsOf(document, locale = 'en', title = 'Scorecard (KPIs)') {
  const page = opened(document, locale);
  while (!page.onPaper(title).first('table')) await new Promise((done) => setImmediate(done));
  const section = page.onPaper(title);
  return {
    heads: section.all('thead th').map(({ words }) => words.trim()),
    rows: section.all('tbody tr').map(({ words }) => words.replace(/\s+/g, ' ').trim()),
  };
}

test('what leads to the goal comes first, with its target, the last campaign and what more of it does', async () => {
  const { heads, rows } = await rowsOf(plans());
  assert.match(heads[2], /Last campaign/);
  // 40 and 20 interactions of 1,000 people
  assert.match(rows[0], /^Leads 100 Target: 200 80 This is the goal itself/);
  assert.match(
    rows[1],
    /^Engagement rate by reach \(likes \+ comments \+ shares\) 4% 2% No formula/,
  );
});

test('a campaign of other length or in other money stands not beside it', async () => {
  for (const before of [{ period: { kind: 'quarter' } }, { currency: 'USD' }]) {
    const { heads, rows } = await rowsOf(plans(before));
    assert.equal(heads.length, 3);
    assert.match(rows[1], /4% No formula/);
  }
});

test('what stands at a price is said to be no return, on paper as on the page', async () => {
  const plan = planOf(
    [{ ...channelOf(100, 30), kpis: { answered: 400, deflectedShare: 0.3, callCost: 6 } }],
    {
      scorecard: { kpis: ['deflectedCost'] },
    },
  );
  const { rows } = await rowsOf(plan);
  assert.match(rows[0], /^Deflected cost .* €720\.00 .*it does not enter ROI/);
});

test('in French', async () => {
  const { heads, rows } = await rowsOf(plans(), 'fr', 'Indicateurs (KPI)');
  assert.match(heads[2], /Campagne précédente|Dernière campagne/);
  assert.match(rows[1], /^Taux d’engagement par portée .* 4.% 2.% Aucune formule/);
});

test('before what works them out is there, it says so; without KPIs that are followed there is none', () => {
  const page = opened(plans());
  assert.match(page.onPaper('Scorecard (KPIs)').words, /was not there yet/);
  const plain = opened(planOf([channelOf(100, 30)]));
  assert.equal(plain.onPaper('Scorecard (KPIs)'), undefined);
});

test('the report of a campaign that is over is its wrap-up: beside what it won stands what was planned', async () => {
  const [plan, past] = plans().scenarios;
  const over = { ...past, name: '', scorecard: plan.scorecard };
  const planned = { ...plan, name: 'Spring' };
  const document = { ...plans(), scenarios: [over, planned] };
  const { heads, rows } = await rowsOf(document);
  assert.equal(heads[2], 'Spring');
  assert.match(
    rows.find((row) => row.startsWith('Engagement')),
    / 2% 4% /,
  );
  assert.match(
    rows.find((row) => row.startsWith('Leads')),
    /^Leads 80 100 /,
  );
  const paper = drawn(report(opened(document).view()));
  assert.equal(paper.first('h1').words.trim(), 'Campaign wrap-up');
});
