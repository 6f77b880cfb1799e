// Published figures beside KPIs: each has the recipe of the KPI it stands beside, or does not stand there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { besideKpis, kpiPlaceOf, offered } from '../../../web/scripts/benchmarks.mjs';
import { readerPath } from '../../../web/scripts/module.mjs';
import { asking, readerOf } from '../../../web/src/engine/reader.ts';
import { planOf } from '../../e2e/lib/plans.mjs';
import { open } from '../lib/calculator.mjs';

const file = JSON.parse(
  readFileSync(new URL('../../../web/src/plan/benchmarks.json', import.meta.url), 'utf8'),
);
const rows = besideKpis(file);
const figure = (id) => file.figures.find((one) => one.id === id);

/** What the file's definitions say, in the core's terms. */
const kRecipes = {
  'clicks / impressions': { of: 'clicks', per: 'impressions' },
  'ad spend / clicks': { of: 'adSpend', per: 'clicks' },
  'ad spend / impressions x 1000': { of: 'adSpend', per: 'impressions', times: 1000 },
  'conversions / clicks (lead or action set by the advertiser)': { of: 'leads', per: 'clicks' },
  'ad spend / leads (or conversions)': { of: 'adSpend', per: 'leads' },
  '(likes+comments+shares...) / followers, per post': {
    interactions: true,
    per: 'followers',
    meanOver: 'posts',
  },
};

/** The publisher's guide, platform by platform: saves are not in what others can see of Instagram. */
const kCounted = { instagram: ['likes', 'comments'], facebook: ['likes', 'comments', 'shares'] };

const ask = await asking(readerOf(() => readFile(readerPath)));

function recipeOf(id, interactions) {
  const request = { goal: 'profit', kpis: [], interactions, channels: [{ id: 'a', counts: {} }] };
  const found = ask('scorecard', request).value.kpis.find((kpi) => kpi.id === id);
  const { of, less, share, at, times, meanOver, per, interactions: counts, inputs } = found;
  const parts = { of, less, share, at, times, meanOver, per, interactions: counts };
  return { recipe: JSON.parse(JSON.stringify(parts)), inputs };
}

test('every figure beside a KPI counts and divides what the KPI does', () => {
  const beside = file.figures.filter((one) => kpiPlaceOf(one).kpi);
  assert.equal(beside.length, offered(file).rows.length + rows.length);
  for (const one of beside) {
    const { kpi, interactions = [] } = kpiPlaceOf(one);
    const { recipe, inputs } = recipeOf(kpi, interactions);
    assert.deepEqual(recipe, kRecipes[one.definition], `${one.id} beside ${kpi}`);
    if (!recipe.interactions) continue;
    assert.deepEqual(interactions, kCounted[one.platform], one.id);
    assert.deepEqual([...inputs].sort(), [...interactions, 'posts', 'followers'].sort(), one.id);
  }
});

test('every figure of engagement stands beside a KPI or says why not', () => {
  const engagement = file.figures.filter(({ metric }) => /^engagement_/.test(metric));
  assert.ok(engagement.length > 10);
  assert.deepEqual(
    rows.map(({ id }) => id),
    ['b270', 'b271'],
  );
  for (const one of engagement) {
    const { kpi, excluded } = kpiPlaceOf(one);
    assert.notEqual(kpi === undefined, excluded === undefined, one.id);
    if (excluded) assert.match(excluded, /\w+ \w+ \w+/, one.id);
  }
  const unknown = { ...figure('b270'), id: 'x' };
  assert.throws(() => kpiPlaceOf(unknown), /nobody decided/);
});

test('they are the publisher’s figures, as fractions, with its year', () => {
  for (const { id, value, year, publisher, region } of rows) {
    const source = file.sources[figure(id).source];
    assert.ok(Math.abs(100 * value - figure(id).value) < 1e-12, id);
    assert.deepEqual([year, publisher, region], [source.year, source.publisher, figure(id).region]);
    assert.match(source.sample, /70 million posts/);
    assert.match(source.data_period, /2024.*2025/);
  }
});

const kPlan = planOf(
  [
    {
      id: 'a',
      platform: 'facebook',
      impressions: 50000,
      ctr: 0.02,
      conversionRate: 0.08,
      costs: [{ kind: 'adSpend', amount: 900 }],
    },
    { id: 'b', platform: 'instagram', leads: 10 },
  ],
  {
    scorecard: {
      kpis: ['engagementRateByFollowersPerPost', 'engagementRateByFollowers', 'ctr'],
      interactions: ['likes', 'comments'],
    },
  },
);

async function words(locale, id, change = {}) {
  const [plan] = kPlan.scenarios;
  const scorecard = { ...plan.scorecard, ...change };
  const page = open(locale, { ...kPlan, scenarios: [{ ...plan, scorecard }] });
  page.openTool('scorecard');
  const card = () => page.root.first(`[data-kpi="${id}"]`);
  while (!card()) await new Promise((done) => setImmediate(done));
  card().first('details.published')?.unfold();
  return card().words;
}

const kPerPost = 'engagementRateByFollowersPerPost';

test('what is counted alike is shown, with publisher, year, how many and where', async () => {
  const english = await words('en', kPerPost);
  assert.match(
    english,
    /0\.48% on average, Instagram, all sectors Socialinsider, 2026: 70 million posts, worldwide/,
  );
  assert.doesNotMatch(english, /Facebook,/, 'shares are not counted here');
  const french = await words('fr', kPerPost);
  assert.match(french, /0,48.% en moyenne, Instagram.*70 millions de publications, monde entier/);
});

test('another list of interactions, or another divisor, shows nothing or what fits it', async () => {
  const facebook = await words('en', kPerPost, { interactions: ['likes', 'comments', 'shares'] });
  assert.match(facebook, /0\.15% on average, Facebook/);
  assert.doesNotMatch(facebook, /Instagram,/);
  assert.doesNotMatch(await words('en', kPerPost, { interactions: ['likes'] }), /[Pp]ublished/);
  assert.doesNotMatch(await words('en', 'engagementRateByFollowers'), /[Pp]ublished/);
});

test('figures of the plan’s own fields stand beside the KPI of that name, for its platforms', async () => {
  const ctr = await words('en', 'ctr');
  // leads objective: 2.59 %; traffic campaigns are for orders
  assert.match(
    ctr,
    /2\.59% median, Facebook, .*WordStream \/ LocaliQ, 2025: .*clicks \/ impressions.* US /,
  );
  assert.doesNotMatch(ctr, /LinkedIn|Google|1\.71%/);
});

test('a figure of some years ago says so', async (context) => {
  context.mock.timers.enable({ apis: ['Date'], now: new Date('2029-05-01') });
  assert.match(await words('en', kPerPost), /Socialinsider, 2026: .* 3 years ago/);
  assert.match(await words('fr', kPerPost), /Socialinsider, 2026.: .* il y a 3.ans/);
});
