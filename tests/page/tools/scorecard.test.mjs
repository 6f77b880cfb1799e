// KPIs that are chosen, typed and read: their recipe, where they lead, and what more of them does to the goal.
// Expected figures are worked out by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areEnough } from '../../../web/src/embed/questions.ts';
import { documentOf, fragmentOf } from '../../../web/src/persistence/link.ts';
import { smallPlan } from '../../e2e/lib/plans.mjs';
import { open } from '../lib/calculator.mjs';

const kPlan = {
  schemaVersion: 2,
  scenarios: [
    {
      id: 'plan',
      period: { kind: 'month' },
      currency: 'EUR',
      action: 'lead',
      closeRate: 0.25,
      value: { mode: 'margin', marginPerCustomer: 240 },
      channels: [
        {
          id: 'a',
          name: 'Meta',
          impressions: 50000,
          ctr: 0.02,
          conversionRate: 0.08,
          costs: [{ kind: 'adSpend', amount: 900 }],
        },
        { id: 'b', name: 'Mail', leads: 10, costs: [{ kind: 'tools', amount: 50 }] },
      ],
    },
  ],
};

const panel = (page) => page.root.first('.evidence');
const kpi = (page, id) => panel(page).first(`[data-kpi="${id}"]`);
const words = (page, id) => kpi(page, id)?.words;

async function scorecard({ document = kPlan, locale = 'en' } = {}) {
  const page = open(locale, document);
  page.openTool('scorecard');
  while (!page.root.first('.evidence details')) await new Promise((done) => setImmediate(done));
  page.idle();
  return page;
}

function tick(page, name) {
  panel(page).first(`[name="${name}"]`).happen('change');
}

const at = (channel, input) => `/scenarios/0/channels/${channel}/kpis/${input}`;

function type(page, figures) {
  for (const [input, text] of Object.entries(figures)) page.type(at(0, input), text);
  page.leave();
}

test('it begins with what leads to the goal and the plan knows', async () => {
  const page = await scorecard();
  assert.match(panel(page).words, /Goal: profit/);
  // 80 leads a month at 60: one percent more of what leads to them is 0.8 x 60 = 48.
  assert.match(
    words(page, 'ctr'),
    /Linked: .*Click-through rate.* → Clicks → Leads → Customers → Return → Profit.*1% more \(relative: 2% → 2\.02%\) in Meta: profit \+€48/,
  );
  assert.match(words(page, 'adSpendCpl'), /→ Ad spend → Cost → Profit.*1% more: profit −€9/);
  // 4,800 + 600 - 950; revenue is not known, for customers are valued by margin
  assert.match(
    words(page, 'roi'),
    /→ Profit.*1% more \(relative: 2% → 2\.02%\): profit \+€44\.50.*the same “cost”/,
  );
  assert.equal(kpi(page, 'roas'), undefined, 'what the plan does not know is not offered');
});

test('what the plan lacks for an effect is named, wherever on the way it is', async () => {
  const document = structuredClone(kPlan);
  delete document.scenarios[0].closeRate;
  const page = await scorecard({ document });
  // it knows its 90 leads, and not how many of them buy
  assert.match(words(page, 'leads'), /What 1% more does is not known: the plan lacks “customers”/);
});

test('an engagement rate is typed by what is counted, names its recipe, and leads to no money', async () => {
  const page = await scorecard();
  tick(page, 'kpi-engagementRateByReach');
  assert.match(
    words(page, 'engagementRateByReach'),
    /Engagement rate by reach \(likes \+ comments \+ shares\)/,
  );
  type(page, { likes: '30', comments: '6', shares: '4', reach: '1000' });
  assert.match(words(page, 'engagementRateByReach'), /4% .*= 40 ÷ 1,000/);
  assert.match(
    words(page, 'engagementRateByReach'),
    /No formula links it to the goal, nor to any other goal\./,
  );
  assert.match(words(page, 'engagementRateByReach'), /Without Mail/);
  tick(page, 'clicks');
  assert.match(words(page, 'engagementRateByReach'), /\(likes \+ comments \+ shares \+ clicks\)/);
  // with the 1,000 clicks of the plan
  assert.match(words(page, 'engagementRateByReach'), /104% /);
});

test('reach leads to profit through frequency, by as much as a plan with more impressions says', async () => {
  const page = await scorecard();
  tick(page, 'kpi-reach');
  type(page, { reach: '20000' });
  assert.match(
    words(page, 'reach'),
    /Linked: Reach → Impressions → Clicks .* → Profit.*1% more in Meta: profit \+€48/,
  );
  const before = page.store.result.total.profit;
  page.store.edit('/scenarios/0/channels/0/impressions', 50_500);
  assert.ok(Math.abs(page.store.result.total.profit - before - 48) < 1e-9);
});

test('channel by channel, once it is opened', async () => {
  const page = await scorecard();
  const details = () => kpi(page, 'leads').first('details');
  assert.equal(details().first('table'), undefined);
  details().unfold();
  const rows = details().all('tbody tr');
  assert.deepEqual(
    rows.map((row) => row.words),
    ['Meta 80 +€48.00', 'Mail 10 +€6.00'],
  );
});

test('each choice and each count is one step, and nothing of the plan changes', async () => {
  const page = await scorecard();
  const before = page.values();
  const start = page.store.document;
  tick(page, 'kpi-shareOfVoice');
  tick(page, 'kpi-reach');
  type(page, { mentions: '120' });
  type(page, { marketMentions: '480' });
  assert.match(words(page, 'shareOfVoice'), /25%/);
  assert.deepEqual(page.values(), before);
  page.undo();
  assert.deepEqual(page.store.scenario.channels[0].kpis, { mentions: 120 });
  page.undo();
  assert.equal(page.store.scenario.channels[0].kpis, undefined);
  page.undo();
  assert.equal(kpi(page, 'reach'), undefined);
  page.undo();
  assert.deepEqual(page.store.document, start);
});

test('more of a part than of its whole is said to be, and no share', async () => {
  const page = await scorecard();
  tick(page, 'kpi-shareOfVoice');
  type(page, { mentions: '480', marketMentions: '120' });
  assert.match(
    words(page, 'shareOfVoice'),
    /“brand mentions” is more than “mentions in the market”/,
  );
});

test('counts of KPIs leave an embed its few questions', () => {
  const plan = smallPlan();
  const [only] = plan.scenarios[0].channels;
  assert.ok(areEnough(open('en', plan).view()));
  only.kpis = { likes: 30 };
  assert.ok(areEnough(open('en', plan).view()));
});

test('the last count that goes takes nothing else with it', async () => {
  const page = await scorecard();
  tick(page, 'kpi-reach');
  type(page, { reach: '20000' });
  page.clear(at(0, 'reach'));
  page.leave();
  assert.equal(page.store.scenario.channels[0].kpis, undefined);
});

test('another goal links other KPIs', async () => {
  const [plan] = kPlan.scenarios;
  const goal = { metric: 'leads', target: 200 };
  const page = await scorecard({ document: { ...kPlan, scenarios: [{ ...plan, goal }] } });
  assert.match(
    words(page, 'ctr'),
    /→ Clicks → Leads.*1% more \(relative: 2% → 2\.02%\) in Meta: leads \+0\.8/,
  );
  assert.equal(kpi(page, 'closeRate'), undefined);
  tick(page, 'kpi-adSpendCpl');
  assert.match(
    words(page, 'adSpendCpl'),
    /No formula links it to the goal\. It would lead to: profit; return on investment; /,
  );
});

test('in French, by the terms of the trade', async () => {
  const page = await scorecard({ locale: 'fr' });
  tick(page, 'kpi-engagementRateByReach');
  tick(page, 'kpi-shareOfVoice');
  tick(page, 'kpi-amplificationRate');
  assert.match(
    words(page, 'engagementRateByReach'),
    /Taux d’engagement par portée \(mentions J’aime \+ commentaires \+ partages\)/,
  );
  assert.match(
    words(page, 'shareOfVoice'),
    /Part de voix.*Mentions de la marque ÷ mentions du marché/,
  );
  assert.match(words(page, 'amplificationRate'), /Partages ÷ abonnés du compte/);
  assert.match(words(page, 'ctr'), /Lié.: Taux de clics.* → Clics → .* → Bénéfice/);
});

test('what does not change beside one percent more is said of counts as of rates', async () => {
  const page = await scorecard();
  for (const id of ['reach', 'frequency']) tick(page, `kpi-${id}`);
  type(page, { reach: '20000' });
  assert.match(words(page, 'reach'), /\+€48.* With the same costs, rates and frequency\./);
  assert.match(words(page, 'frequency'), /1% more in Meta: .* With the same “reach”\./);
  for (const id of ['impressions', 'leads', 'customers']) {
    assert.match(words(page, id), /1% more[^(]*: profit .* With the same costs and rates\./, id);
  }
  page.useLanguage('fr');
  assert.match(words(page, 'reach'), /À coûts et taux inchangés, à répétition inchangée\./);
  assert.match(words(page, 'frequency'), /Sans changer «\sportée\s»\./);
  assert.match(words(page, 'leads'), /À coûts et taux inchangés\./);
  assert.match(words(page, 'ctr'), /1\s% de plus \(en relatif\s: 2\s% → 2,02\s%\) dans Meta/);
  assert.match(words(page, 'ctr'), /Sans changer «\simpressions\s»\./);
});

test('what counts as a click only if the plan says so, and a value that is contested, are said to be', async () => {
  const page = await scorecard();
  for (const id of ['sessions', 'employeeClicks', 'earnedMediaValue', 'employeeClickValue'])
    tick(page, `kpi-${id}`);
  assert.match(words(page, 'sessions'), /only if they count among the plan’s clicks/);
  assert.match(words(page, 'employeeClicks'), /only if they count among the plan’s clicks/);
  assert.doesNotMatch(words(page, 'employeeClicks'), /No formula/);
  assert.match(words(page, 'earnedMediaValue'), /contested measure: .* not what it brings/);
  assert.doesNotMatch(words(page, 'employeeClickValue'), /contested/);
});

test('a link holds it', async () => {
  const page = await scorecard();
  tick(page, 'kpi-engagementRateByReach');
  type(page, { likes: '30', comments: '6', shares: '4', reach: '1000' });
  const { document } = page.store;
  assert.deepEqual(await documentOf(await fragmentOf(document)), document);
});

test('what a later version follows and counts stays when others are chosen', async () => {
  const [plan] = kPlan.scenarios;
  const scorecardOf = {
    kpis: ['karma', 'engagementRateByReach'],
    interactions: ['likes', 'claps'],
  };
  const page = await scorecard({
    document: { ...kPlan, scenarios: [{ ...plan, scorecard: scorecardOf }] },
  });
  const stated = () => page.store.scenario.scorecard;
  tick(page, 'kpi-reach');
  assert.deepEqual(stated().kpis, ['karma', 'engagementRateByReach', 'reach']);
  tick(page, 'shares');
  assert.deepEqual(stated().interactions, ['likes', 'shares', 'claps']);
  tick(page, 'kpi-engagementRateByReach');
  assert.deepEqual(stated().kpis, ['karma', 'reach']);
});

test('a count that cannot be worked with is named, with its channel', async () => {
  const [plan] = kPlan.scenarios;
  const [meta, mail] = plan.channels;
  const channels = [meta, { ...mail, kpis: { likes: 1e-12 } }];
  const document = { ...kPlan, scenarios: [{ ...plan, channels, scorecard: { kpis: ['reach'] } }] };
  const page = await open('en', document);
  page.openTool('scorecard');
  while (!/does not fit/.test(panel(page).words)) await new Promise((done) => setImmediate(done));
  assert.match(panel(page).words, /A number does not fit \(Mail, likes\): /);
});

test('where lower is better it is said', async () => {
  const page = await scorecard();
  for (const id of ['bounceRate', 'costPerReach', 'hookRate']) tick(page, `kpi-${id}`);
  for (const id of ['bounceRate', 'costPerReach', 'adSpendCpl'])
    assert.match(words(page, id), /Lower is better/, id);
  assert.doesNotMatch(words(page, 'hookRate'), /better/);
});

test('what unfolds is a heading, a channel is named once, and waiting is heard', async () => {
  const page = open('en', kPlan);
  page.openTool('scorecard');
  assert.equal(panel(page).first('[role="status"]').words, 'Loading…');
  while (!panel(page).first('details')) await new Promise((done) => setImmediate(done));
  assert.equal(panel(page).first('[role="status"]').words, '');
  tick(page, 'kpi-reach');
  for (const summary of panel(page).all('summary'))
    assert.ok(summary.first('[role="heading"]'), summary.words);
  for (const form of panel(page).all('form'))
    assert.equal(form.attributes['aria-label'], undefined);
  assert.deepEqual(
    panel(page)
      .all('legend')
      .map(({ words: text }) => text)
      .filter((text) => /^(Meta|Mail)/.test(text)),
    ['Meta', 'Mail'],
  );
});

test('what a later version follows is left as it is', async () => {
  const [plan] = kPlan.scenarios;
  const scorecardOf = { kpis: ['ctr', 'karma'] };
  const document = { ...kPlan, scenarios: [{ ...plan, scorecard: scorecardOf }] };
  const page = await scorecard({ document });
  assert.match(words(page, 'ctr'), /Linked/);
  assert.deepEqual(page.store.scenario.scorecard, scorecardOf);
});

// P. S. Fader, B. G. S. Hardie (2007): 5.92 discounted years, where the first year's churn says 4.76.
const kCohort = '1000\n869\n743\n653\n593\n551\n517\n491';
const cohortField = (page) => panel(page).first('[name="cohort"]');

function unfoldCohort(page, title) {
  const details = panel(page).all('details');
  details.find((one) => title.test(one.words)).unfold();
}

function enterCohort(page, text) {
  cohortField(page).enter(text);
  cohortField(page).happen('change');
}

async function cohort(text) {
  const page = await scorecard();
  unfoldCohort(page, /Retention/);
  page.choose('/scenarios/0/scorecard/cohort/by', 'year');
  enterCohort(page, text);
  return page;
}

test('a cohort says what its first year undervalues', async () => {
  const page = await cohort(kCohort);
  assert.match(panel(page).words, /Curve fitted to the cohort 5\.92 discounted years/);
  assert.match(panel(page).words, /for ever 4\.76 discounted years/);
  assert.deepEqual(page.store.scenario.scorecard.cohort.counts.slice(0, 3), [1000, 869, 743]);
  page.type('/scenarios/0/scorecard/cohort/margin', '100');
  page.leave();
  assert.match(panel(page).words, /Curve fitted to the cohort €592/);
  page.undo();
  page.undo();
  assert.equal(page.store.scenario.scorecard.cohort.counts, undefined);
});

test('what is typed of a cohort stays while the page is drawn anew', async () => {
  const page = await cohort(kCohort);
  cohortField(page).enter('12');
  page.requestUpdate();
  assert.equal(cohortField(page).value, '12');
});

/** What the field of a cohort says of its error, as it is heard: undefined while it says nothing. */
function wrongCohort(page) {
  const { attributes } = cohortField(page);
  if (attributes['aria-invalid'] !== 'true') return undefined;
  return panel(page).first(`[id="${attributes['aria-describedby']}"]`).words;
}

test('a cohort that cannot be taken keeps its text, and says which row and why, aloud too', async () => {
  const tooMany = Array(121).fill('5').join('\n');
  const refused = [
    ['1000\nmany', /^Row 2 \(“many”\) is no number.* Nothing has changed/],
    ['1000\n-5\n3', /^Row 2: .*0.*Nothing has changed/],
    ['1e13\n5', /^Row 1: .*1,000,000,000,000 or less.*Nothing has changed/],
    [tooMany, /^At most 120 rows\. Nothing has changed/],
  ];
  for (const [text, says] of refused) {
    const page = await cohort(text);
    assert.match(wrongCohort(page), says);
    assert.equal(page.spoken, wrongCohort(page));
    assert.equal(cohortField(page).value, text);
    assert.equal(page.store.scenario.scorecard.cohort.counts, undefined);
  }
  const french = await scorecard({ locale: 'fr' });
  unfoldCohort(french, /Rétention/);
  enterCohort(french, '1000\n-5\n3');
  assert.match(wrongCohort(french), /^Ligne 2\s: .*Rien n’a changé/);
});

test('a cohort that is taken and says nothing yet is said to be', async () => {
  const page = await cohort('1000');
  assert.match(wrongCohort(page), /^Two numbers are needed/);
  assert.equal(page.spoken, wrongCohort(page));
  enterCohort(page, '1000\n1200');
  assert.match(wrongCohort(page), /^Row 2: Type 1,000 or less/);
  assert.equal(page.spoken, wrongCohort(page));
  enterCohort(page, kCohort);
  assert.equal(wrongCohort(page), undefined);
});

test('what is typed of the cohort of one scenario is not another’s', async () => {
  const page = await cohort('1000\nmany');
  page.store.compareWith('alternative');
  assert.equal(cohortField(page).value, '');
  assert.equal(wrongCohort(page), undefined);
});

test('retention is said to rise only where the curve’s does, and a small cohort is uncertain', async () => {
  const rising = await cohort(kCohort);
  assert.match(panel(rising).words, /the most loyal stay, so that retention rises/);
  assert.doesNotMatch(panel(rising).words, /Fewer than 100/);
  // A tenth leaves each year: the retention stays at nine tenths.
  const constant = await cohort('100000\n90000\n81000\n72900\n65610');
  assert.match(panel(constant).words, /Curve fitted to the cohort .*without end/);
  assert.doesNotMatch(panel(constant).words, /most loyal/);
  assert.match(panel(constant).words, /no difference between customers, so that churn is constant/);
  const split = await cohort('1000\n900\n900\n900');
  assert.match(panel(split).words, /some left after the first period, the others stay/);
  assert.match(panel(await cohort('99\n80\n70')).words, /Fewer than 100 customers at the start/);
});

test('a margin that is a range counts as its likely value, and a rate of nothing is refused as one', async () => {
  const page = await cohort(kCohort);
  page.store.edit('/scenarios/0/scorecard/cohort/margin', { low: 50, likely: 100, high: 150 });
  assert.match(panel(page).words, /Curve fitted to the cohort €592/);
  page.type('/scenarios/0/scorecard/cohort/discountRate', '0');
  page.leave();
  assert.match(panel(page).words, /Discount rate a year % Type 0\.1% or more/);
  assert.equal(wrongCohort(page), undefined);
});

test('the margin so far says which curve it is of, and that it is not discounted', async () => {
  const page = await cohort(kCohort);
  page.type('/scenarios/0/scorecard/cohort/margin', '100');
  page.leave();
  assert.match(panel(page).words, /Margin per customer so far \(fitted curve, not discounted\)/);
  enterCohort(page, '1000\n800');
  assert.match(panel(page).words, /so far \(constant retention, not discounted\)/);
});

test('a cohort that was not taken is refused in the language of now, and is not another plan’s', async () => {
  const page = await scorecard();
  for (const one of panel(page).all('details')) one.unfold();
  page.requestUpdate();
  const field = () => page.root.first('[name="cohort"]');
  field().properties.value = '100\nabc\n50';
  field().happen('input');
  field().happen('change');
  const refused = () => page.root.first('[id="cohort-error"]')?.words;
  assert.match(refused(), /^Row 2 .*abc.*Nothing has changed\.$/);
  page.useLanguage('fr');
  assert.match(refused(), /abc/);
  assert.doesNotMatch(refused(), /Row|Nothing/);
  assert.equal(field().value, '100\nabc\n50');
  const other = structuredClone(kPlan);
  other.scenarios[0].scorecard = { cohort: { counts: [1000, 700, 600] } };
  await page.open(other, 'file');
  for (const one of panel(page)?.all('details') ?? []) one.unfold();
  page.requestUpdate();
  assert.doesNotMatch(field().value, /abc/);
  assert.equal(refused(), undefined);
});
