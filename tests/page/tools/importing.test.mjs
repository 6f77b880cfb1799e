// Exports brought to a plan: what they are read as, which channel each name is, what is asked before, and
// what they become. Expected figures stand in the files, or are worked out from them by hand.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { field } from '../../e2e/lib/calculator.mjs';
import { Analysis } from '../lib/analysis.mjs';
import { open } from '../lib/calculator.mjs';

const sample = (name) => readFileSync(new URL(`../../exports/${name}`, import.meta.url));

/** Of a campaign report: 46 leads of 3 064 link clicks for 2 283.51, in April. */
const kMeta = { 'meta.csv': sample('platforms/meta-en-campaign.csv') };
const kLinkedIn = { 'linkedin.csv': sample('platforms/linkedin-en-day.csv') };

const panel = (page) => page.root.first('.bringing');
const says = (page, pattern) => assert.match(panel(page).words, pattern);

/** The choice that stands beside such words. */
function choice(page, words) {
  const label = panel(page)
    .all('label')
    .find((one) => one.words.startsWith(words));
  const select =
    label?.first('select') ??
    panel(page)
      .all('select')
      .find(({ attributes }) => attributes['aria-label']?.includes(words));
  assert.ok(select, `no choice “${words}”`);
  return select;
}

const choose = (page, words, value) => choice(page, words).select(value);
const apply = (page) => panel(page).first('[data-applies]').press();

const scenario = (page) => page.store.scenario;

test('an export becomes the plan: its counts at the likely figures, with ranges, in one step', async () => {
  const page = open();
  const before = page.values();
  await page.dropAll(kMeta);
  says(page, /meta\.csv.*Meta Ads Manager, EUR, April 1.–.30, 2026\. 4 rows read/);
  says(page, /own total \(line 2\) is not counted besides: it agrees/);
  assert.deepEqual(page.values(), before, 'nothing is in the plan yet');
  apply(page);
  const [facebook] = scenario(page).channels;
  page.expect({
    cost: 2283.51,
    leads: 46,
    [`clicks@${facebook.id}`]: 3064,
    [`conversionRate@${facebook.id}`]: 46 / 3064,
  });
  assert.equal(facebook.platform, 'facebook');
  assert.deepEqual(scenario(page).period, { kind: 'month' });
  const { low, likely, high, provenance, note, n } = facebook.conversionRate;
  assert.ok(low < likely && likely < high);
  assert.equal(n, 3064);
  assert.equal(provenance, 'measured');
  assert.match(note, /^meta\.csv \(April 1.–.30, 2026\); by the platform’s own count$/);
  page.undo();
  assert.deepEqual(page.values(), before);
});

test('what posts won is there for the scorecard, with the file it comes from; what was typed besides stays', async () => {
  const page = open();
  const plan = structuredClone(page.store.document);
  plan.scenarios[0].channels[0] = {
    ...plan.scenarios[0].channels[0],
    platform: 'instagram',
    kpis: { followers: 4200, likes: 1 },
  };
  page.store.replace(plan);
  await page.dropAll({ 'posts.csv': sample('platforms/instagram-posts-en.csv') });
  page.openAll();
  says(page, /Likes \(for your KPIs\) 672/);
  says(page, /Posts \(for your KPIs\) 3/);
  apply(page);
  const { kpis } = scenario(page).channels[0];
  const counts = Object.fromEntries(
    Object.entries(kpis).map(([name, count]) => [name, count.value ?? count]),
  );
  assert.deepEqual(counts, {
    followers: 4200,
    likes: 672,
    posts: 3,
    comments: 46,
    shares: 91,
    saves: 129,
    follows: 24,
    views: 14050,
  });
  assert.equal(kpis.likes.provenance, 'measured');
  assert.match(kpis.likes.note, /^posts\.csv \(September 24.–.October 2, 2026\)$/);
});

test('spend comes from one file, leads and customers from another, joined by channel', async () => {
  const page = open();
  const crm = 'Channel;Leads;Customers;Revenue (EUR)\nLinkedIn Ads;10;2;3000\n';
  await page.dropAll({ ...kLinkedIn, 'crm.csv': crm });
  says(page, /Subscribers: platforms claim 14, you counted 10\. That is 4 too many, 40% more/);
  apply(page);
  assert.equal(scenario(page).channels.length, 1);
  page.expect({ cost: 1482.86, leads: 10, customers: 2, revenue: 3000 });
});

test('a campaign that is over takes the counts themselves, beside the plan', async () => {
  const page = open();
  const plan = page.store.document.scenarios[0];
  await page.dropAll(kMeta);
  choose(page, 'Into', 'lastCampaign');
  says(page, /Make it the last campaign/);
  apply(page);
  assert.equal(page.store.document.scenarios.length, 2);
  assert.deepEqual(page.store.document.scenarios[0], plan);
  const { role, channels } = scenario(page);
  assert.equal(role, 'lastCampaign');
  assert.equal(channels.length, 1);
  assert.equal(channels[0].leads.value, 46);
  assert.equal(channels[0].clicks.value, 3064);
  assert.equal(channels[0].impressions.value, 400_743);
  assert.equal(channels[0].costs[0].amount.value, 2283.51);
});

test('currencies are never mixed: an example takes that of the file, a plan of one’s own refuses another', async () => {
  const dollars = { 'dollars.csv': sample('tables/dollars.csv') };
  const fresh = open();
  await fresh.dropAll(dollars);
  says(fresh, /Facebook \$2,03[45]/);
  assert.doesNotMatch(panel(fresh).words, /€/);
  apply(fresh);
  assert.equal(scenario(fresh).currency, 'USD');
  fresh.expect({ cost: 2034.5, leads: 73 });

  const own = open();
  own.paste(field.leads(0), '6501');
  own.leave();
  await own.dropAll(dollars);
  says(own, /amounts are in USD, the plan is in EUR\. Nothing is converted/);
  assert.equal(panel(own).first('[data-applies]'), undefined);
});

test('what a file cannot say is asked, and nothing is taken over before', async () => {
  const page = open();
  const before = page.values();
  await page.dropAll({ 'pinterest.csv': sample('platforms/pinterest-en-day.csv') });
  says(page, /does not say its currency/);
  apply(page);
  assert.deepEqual(page.values(), before);
  assert.match(page.sought, /asking/);
  panel(page).first('[data-asked="currency"] button').press();
  await page.read();
  assert.equal(panel(page).first('[data-asked]'), undefined);
  apply(page);
  page.expect({ cost: 83.01, leads: 3 });
});

test('of several kinds of results, the one that is chosen counts', async () => {
  const page = open();
  const rows = 'Campaign name,Results,Result indicator,Amount spent (EUR)';
  const text = `${rows}\nForms,40,actions:lead,400\nShop,7,actions:purchase,300\n`;
  await page.dropAll({ 'results.csv': text });
  says(page, /results of several kinds/);
  panel(page)
    .all('[data-asked="result"] button')
    .find(({ words }) => words === 'actions:lead')
    .press();
  await page.read();
  apply(page);
  page.expect({ cost: 700, leads: 40 });
});

test('a name is put to a channel of the plan, and the plan remembers it', async () => {
  const page = open();
  page.paste(field.leads(0), '6501');
  page.leave();
  const fair = 'Channel;Spend (EUR);Leads\nSalon 2026;900;60\n';
  const [{ id: first }, ...others] = scenario(page).channels;
  await page.bring({ 'fair.csv': fair });
  assert.deepEqual(choice(page, 'Salon 2026').value, 'new:Salon 2026');
  choose(page, 'Salon 2026', first);
  choose(page, 'The other channels', 'keep');
  apply(page);
  assert.deepEqual(
    scenario(page).channels.map(({ id }) => id),
    [first, ...others.map(({ id }) => id)],
  );
  page.expect({ [`cost@${first}`]: 900, [`leads@${first}`]: 60 });
  assert.deepEqual(page.store.document.names, [{ name: 'Salon 2026', channel: first }]);
  await page.bring({ 'again.csv': fair });
  assert.equal(choice(page, 'Salon 2026').value, first);
});

test('claims of several platforms are taken down to what was counted', async () => {
  // 175 claimed against 95 counted is 84 % too many.
  const page = open();
  const meta = 'Campaign name,Amount spent (EUR),Leads,Link clicks\nApril,1000,100,900\n';
  const google =
    'Campaign report\n"April 1, 2026 - April 30, 2026"\nCampaign status,Campaign,Currency code,Cost,Clicks,Impr.,Conversions\nEnabled,April,EUR,500,800,40000,75\n';
  const crm = 'Date;Leads\n2026-04-01;40\n2026-04-02;55\n';
  await page.dropAll({ 'meta.csv': meta, 'google.csv': google, 'crm.csv': crm });
  says(page, /Subscribers: platforms claim 175, you counted 95\. That is 80 too many, 84\.2% more/);
  says(page, /Possible causes/);
  panel(page).first('[name="scale"]').press();
  says(page, /marked as an assumption/);
  apply(page);
  page.expect({ leads: 95, cost: 1500 });
  const provenances = scenario(page).channels.map(
    ({ conversionRate, leads }) => (conversionRate ?? leads).provenance,
  );
  assert.deepEqual(provenances, ['assumption', 'assumption']);
});

test('of a form it does not know, the columns are chosen by hand', async () => {
  const page = open();
  await page.dropAll({
    'unknown.csv': 'wo;zz;ww\nNorth;12;3\nSouth;13;4\n',
    'more.csv': 'a;b\n1;2\n',
  });
  says(page, /No heading is known/);
  panel(page).first('[data-source] input').select('1');
  await page.read();
  const [, spend, leads] = panel(page).all('.source details select');
  spend.select('spend');
  await page.read();
  assert.ok(leads);
  panel(page).all('.source details select')[2].select('leads');
  await page.read();
  panel(page).first('[data-asked="currency"] button').press();
  await page.read();
  apply(page);
  page.expect({ cost: 25, leads: 7 });
  assert.deepEqual(page.channelNames().sort(), ['North', 'South']);
});

test('a file that cannot be read says why, beside those that can, and changes nothing', async () => {
  const page = open('fr');
  const before = page.values();
  await page.dropAll({ 'ouvert.csv': 'Campagne;Coût\n"Été;12\n', ...kMeta });
  says(page, /ouvert\.csv.*Un guillemet ouvert à la ligne 2 n’est jamais fermé/);
  says(page, /meta\.csv.*Meta Ads Manager/);
  assert.deepEqual(page.values(), before);
  panel(page).first('[aria-label="Supprimer ouvert.csv"]').press();
  assert.doesNotMatch(panel(page).words, /ouvert/);
});

test('two currencies in one file are refused', async () => {
  const page = open();
  await page.dropAll({
    'mixed.csv': 'Date;Campaign;Spend;Currency\n2026-04-01;A;10;EUR\n2026-04-02;A;20;USD\n',
  });
  says(page, /mixes several currencies \(.*EUR.*USD.*\)/);
});

test('a table of channels is still one, and either can be read as the other', async () => {
  const page = open();
  const text = 'Channel;Cost;Leads;Margin\nFair;1,200;20;40%\nPost;2,500;20;40%\n';
  await page.drop('plan.csv', text);
  assert.equal(panel(page), undefined);
  page.press('These are rows of an export');
  await page.read();
  says(page, /Pasted cells/);
  page.press('Read it as a table of channels instead');
  await page.read();
  assert.ok(page.root.first('.pasting'));
});

test('channels that stay are of the same length of time as the files, or nothing is put there', async () => {
  const page = open();
  page.paste(field.leads(1), '4001');
  page.leave();
  const names = page.channelNames();
  await page.dropAll(kMeta);
  choose(page, 'The other channels', 'keep');
  says(page, /not of the same length of time as the plan/);
  assert.equal(panel(page).first('[data-applies]'), undefined);
  page.store.set('/scenarios/0/period', { kind: 'month' });
  page.requestUpdate();
  apply(page);
  assert.deepEqual(page.channelNames(), names);
  page.expect({ 'cost@facebook': 2283.51, 'leads@facebook': 46, 'leads@instagram': 4001 });
});

test('what a file does not count stays as it was typed', async () => {
  const page = open();
  page.store.set('/scenarios/0/channels/0/costs/0/paid', 'first');
  page.paste(field.leads(0), '6501');
  page.leave();
  const text = 'Channel;Spend (EUR);Clicks\nFacebook;900;3000\n';
  await page.bring({ 'spend.csv': text });
  choose(page, 'The other channels', 'keep');
  apply(page);
  page.expect({ 'cost@facebook': 900, 'clicks@facebook': 3000, 'leads@facebook': 6501 });
  assert.equal(scenario(page).channels[0].costs[0].paid, 'first');
});

test('a channel that has gone since is no place for a name; one that is new comes once', async () => {
  const page = open();
  page.paste(field.leads(0), '6501');
  page.leave();
  const fair = 'Channel;Spend (EUR);Leads\nSalon 2026;900;60\n';
  await page.bring({ 'fair.csv': fair });
  choose(page, 'Salon 2026', 'facebook');
  page.store.set('/scenarios/0', {
    ...scenario(page),
    channels: scenario(page).channels.slice(1),
  });
  page.requestUpdate();
  assert.equal(choice(page, 'Salon 2026').value, 'new:Salon 2026');
  for (let time = 0; time < 2; time += 1) {
    if (!panel(page)) page.openTool('import');
    choose(page, 'The other channels', 'keep');
    apply(page);
    assert.deepEqual(page.channelNames(), ['Instagram', 'LinkedIn', 'Salon 2026']);
  }
});

test('what is left out decides nothing: no period, no currency, no question', async () => {
  const page = open();
  page.paste(field.leads(0), '6501');
  page.leave();
  const old = 'Date;Channel;Spend (USD)\n2025-01-01;Radio;10\n2025-12-31;Radio;20\n';
  await page.dropAll({
    ...kMeta,
    'old.csv': old,
    'p.csv': sample('platforms/pinterest-en-day.csv'),
  });
  says(page, /amounts are in USD/);
  choose(page, '“Radio”', '');
  choose(page, '“Pinterest Ads”', '');
  says(page, /The period becomes: April 1.–.30, 2026/);
  assert.doesNotMatch(panel(page).words, /not of the same days|Answer what is asked/);
  apply(page);
  page.expect({ cost: 2283.51 });
});

test('where there is no plan, nothing is called one', async () => {
  const page = open();
  page.store.compareWith('lastCampaign');
  page.store.show(0);
  page.store.removeScenario();
  page.store.set('/scenarios/0/role', 'lastCampaign');
  page.requestUpdate();
  await page.dropAll(kMeta);
  assert.deepEqual(
    choice(page, 'Into')
      .all('option')
      .map(({ value }) => value),
    ['lastCampaign', 'samePeriodLastYear'],
  );
  apply(page);
  assert.equal(scenario(page).channels[0].leads.value, 46);
});

test('nothing is put there while a file is still being read', async () => {
  const page = open();
  const before = page.values();
  await page.dropAll(kMeta);
  panel(page).all('.source details select')[0].select('text');
  apply(page);
  assert.deepEqual(page.values(), before);
  says(page, /A file is still being read/);
  await page.read();
});

test('a workbook is brought as its table would be; one that cannot be opened says what to do', async () => {
  const page = open();
  await page.dropAll({
    'april.xlsx': sample('packed/meta-fr-ad-day.xlsx'),
    'old.xls': sample('packed/accounting.xls'),
    'locked.zip': sample('packed/password.zip'),
  });
  says(page, /april\.xlsx, \S.*Meta Ads Manager, EUR, May 1.–.3, 2026\. 5 rows read/);
  says(page, /old\.xls.*workbook of an old form/);
  says(page, /locked\.zip.*protected by a password/);
  apply(page);
  page.expect({ cost: 220.93, leads: 8 });
});

test('columns chosen by hand are saved, and read the next file of the kind', async () => {
  const page = open();
  await page.dropAll({ 'may.csv': 'wo;zz;ww\nNorth;12;3\nSouth;13;4\n', 'b.csv': 'a;b\n1;2\n' });
  panel(page).first('[data-source] input').select('1');
  await page.read();
  for (const [at, meaning] of ['channel', 'spend', 'leads'].entries()) {
    panel(page).all('.source details select')[at].select(meaning);
    await page.read();
  }
  panel(page).first('[data-asked="currency"] button').press();
  await page.read();
  page.press('Save this choice');
  const { content, name } = page.saved.at(-1);
  assert.equal(name, 'roi-export-mapping.json');
  // The same columns in another order.
  const next = open();
  await next.dropAll({ 'june.csv': 'ww;wo;zz\n30;North;120\n', 'c.csv': 'a;b\n1;2\n' });
  const box = panel(next).first('[data-source] [type="file"]');
  box.choose([new File(['{"kind":"else"}'], 'else.json')]);
  await next.read();
  assert.match(next.notice.text, /no choice of columns/);
  box.choose([new File([content], name)]);
  await next.read();
  apply(next);
  next.expect({ cost: 120, leads: 30 });
});

test('campaigns of two platforms that are called alike stay apart', async () => {
  const page = open();
  const meta = 'Campaign name,Amount spent (EUR),Leads,Link clicks\nBrand,1000,100,900\n';
  const google =
    'Campaign report\n"April 1, 2026 - April 30, 2026"\nCampaign status,Campaign,Currency code,Cost,Clicks,Impr.,Conversions\nEnabled,Brand,EUR,500,800,40000,75\n';
  await page.dropAll({ 'meta.csv': meta, 'google.csv': google });
  for (const source of panel(page).all('[data-source]').keys())
    panel(page).all('[data-source]')[source].first('.choices select').select('campaign');
  apply(page);
  assert.deepEqual(page.channelNames(), ['Meta Ads Manager, Brand', 'Google Ads, Brand']);
  page.expect({ cost: 1500 });
});

test('the same file twice is told, for its counts are added up', async () => {
  const page = open();
  await page.dropAll({ ...kMeta, 'meta (1).csv': sample('platforms/meta-en-campaign.csv') });
  says(page, /Two files of Meta Ads Manager are of the same days/);
});

test('files without a common day are joined only if that is said of them, or one is left out', async () => {
  const of = (day, spend) =>
    `Date;Channel;Spend (EUR);Leads\n2026-${day}-01;Fair;${spend};4\n2026-${day}-28;Fair;${spend};6\n`;
  const files = { 'january.csv': of('01', 100), 'march.csv': of('03', 40) };
  for (const [answer, cost, period] of [
    ['Join them', 280, /: January 1.–.March 28, 2026/],
    ['Leave out january.csv (January 1', 80, /(becomes|cover): March 1.–.28, 2026/],
  ]) {
    const page = open();
    const start = page.values();
    await page.dropAll(files);
    apply(page);
    assert.deepEqual(page.values(), start, 'nothing is joined before it is answered');
    page.press(answer, '[data-asked="days"]');
    assert.equal(panel(page).first('[data-asked="days"]'), undefined, 'asked once');
    says(page, period);
    apply(page);
    page.expect({ cost });
  }
  const page = open();
  await page.dropAll(files);
  page.press('Join them', '[data-asked="days"]');
  await page.bring({ 'may.csv': of('05', 10) });
  assert.ok(panel(page).first('[data-asked="days"]'), 'another file, another question');
});

test('an unknown cost is told, and names that objects have are names', async () => {
  const page = open();
  await page.bring({ 'odd.csv': 'Channel;Spend (EUR);Leads\nconstructor;100;5\n__proto__;;7\n' });
  says(page, /The files give no cost for: __proto__\./);
  choose(page, '“constructor”', '');
  apply(page);
  assert.deepEqual(page.channelNames(), ['__proto__']);
});

test('hundreds of campaigns are refused as channels, and are those of one channel', async () => {
  const page = open();
  const rows = Array.from({ length: 300 }, (_, at) => `Campaign ${at},10,1,9\n`).join('');
  await page.dropAll({ 'meta.csv': `Campaign name,Amount spent (EUR),Leads,Link clicks\n${rows}` });
  panel(page).first('.choices select').select('campaign');
  says(page, /more than 100 channels/);
  panel(page).first('.choices select').select('all');
  apply(page);
  page.expect({ cost: 3000, leads: 300 });
});

test('a sum below nothing is named', async () => {
  const page = open();
  const text = 'Channel;Spend (EUR);Leads;Revenue (EUR)\nFair;100;5;-500\n';
  await page.bring({ 'refund.csv': text });
  says(page, /“Fair”, Revenue: the sum is below zero/);
});

test('the last campaign holds what was counted, not what the plan assumes to be paid', async () => {
  const page = open();
  page.store.set('/scenarios/0/channels/0/costs/1', { kind: 'fees', amount: 3000 });
  page.store.set('/scenarios/0/sharedCosts', [
    { kind: 'tools', amount: 500, allocation: { rule: 'equally' } },
  ]);
  page.requestUpdate();
  await page.dropAll(kMeta);
  choose(page, 'Into', 'lastCampaign');
  apply(page);
  page.expect({ cost: 2283.51 });
  assert.equal(scenario(page).channels[0].id, 'facebook', 'the same channel in both');
});

test('hostile files are told what they are, and leave the plan untouched', async () => {
  const kHostile = {
    'columns.csv': ['a,'.repeat(1_000_000), /too many columns/],
    'cell.csv': [`Campaign,Cost\n${'x'.repeat(3_000_000)},1\n`, /Line 2 is too long/],
    'quote.csv': ['Campaign,Cost\n"never closed,1\n', /never closed/],
    'packed.csv': [sample('packed/password.zip'), /protected by a password/],
    'formula.csv': ['Campaign,Spend (EUR),Leads\n=1+1|cmd,10,2\n', /1 row read/],
  };
  for (const [name, [content, why]] of Object.entries(kHostile)) {
    const page = open();
    const { document } = page.store;
    await page.bring({ [name]: content });
    says(page, why);
    assert.equal(page.store.document, document, name);
  }
});

test('of one channel, the business counts before analytics, and neither is added to the other', async () => {
  const page = open();
  const analytics =
    '# ----------------------------------------\n# Traffic acquisition\n\nSession source / medium,Sessions,Engaged sessions,Views,Key events\nlinkedin / cpc,100,60,300,45\n';
  await page.dropAll({
    ...kLinkedIn,
    'ga4.csv': analytics,
    'crm.csv': 'Channel;Leads\nLinkedIn Ads;40\n',
  });
  choose(page, 'linkedin / cpc', 'new:linkedin');
  apply(page);
  assert.equal(scenario(page).channels.length, 1);
  page.expect({ leads: 40, cost: 1482.86 });
});

test('where every lead is an order, orders are the leads, and are told once', async () => {
  const page = open();
  page.choose('preset', 'e-commerce');
  const text = 'Channel;Spend (EUR);Clicks;Orders;Revenue (EUR)\nFair;1000;2000;40;3200\n';
  await page.bring({ 'shop.csv': text });
  apply(page);
  page.expect({ leads: 40, adSpend: 1000 });
  const [{ closeRate, customers }] = scenario(page).channels;
  assert.deepEqual([closeRate, customers], [undefined, undefined]);
});

// What has happened since

/** Days before and after 1 April; by hand, from it on: Facebook 300, 60 clicks, 7 leads; LinkedIn 300, 30 and 4. */
const kDaily =
  'Date;Channel;Spend (EUR);Clicks;Leads\n2026-03-31;Facebook;50;10;1\n2026-04-01;Facebook;100;20;2\n2026-04-14;Facebook;200;40;5\n2026-04-15;LinkedIn;300;30;4\n';

/** A plan that began on a day. */
function begun(start = '2026-04-01', language = 'en') {
  const page = open(language);
  page.store.edit('/scenarios/0/observed', { start });
  return page;
}

const offered = (page, words) =>
  choice(page, words)
    .all('option')
    .map(({ value }) => value);

/** What was counted, by channel, without where it comes from. */
const countedIn = (page) =>
  scenario(page).observed.counts.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, one]) => [key, one.value ?? one])),
  );

test('counts of an export are what has happened since, from the plan’s start on, in one step', async () => {
  const page = begun();
  const before = page.store.document;
  await page.dropAll({ 'daily.csv': kDaily });
  choose(page, 'Take them as', 'since');
  await page.read();
  says(page, /comes beside the plan, whose figures stay: April 1.–.15, 2026/);
  says(
    page,
    /1 row from before the plan’s start \(April 1, 2026\), or without a day, is not counted/,
  );
  apply(page);
  const [facebook, linkedin] = ['facebook', 'linkedin'].map((one) =>
    scenario(page).channels.find(({ platform }) => platform === one),
  );
  assert.deepEqual(countedIn(page), [
    { channel: facebook.id, date: '2026-04-15', adSpend: 300, clicks: 60, leads: 7 },
    { channel: linkedin.id, date: '2026-04-15', adSpend: 300, clicks: 30, leads: 4 },
  ]);
  const [{ leads }] = scenario(page).observed.counts;
  assert.equal(leads.provenance, 'measured');
  assert.match(leads.note, /^daily\.csv \(April 1.–.15, 2026\)$/);
  assert.equal(scenario(page).channels, before.scenarios[0].channels, 'the plan is as it was');
  page.undo();
  assert.equal(page.store.document, before);
});

test('what was counted by an export is weighed as what is typed', async () => {
  const page = begun();
  page.paste(field.closeRate, '5..20');
  page.leave();
  await page.dropAll({ 'daily.csv': kDaily });
  choose(page, 'Take them as', 'since');
  await page.read();
  apply(page);
  const since = new Analysis(page, 'since').open();
  assert.equal(since.row('What has been counted', 'Subscribers, Facebook')[0], '7');
  since.says(/The plan did not foresee this/);
});

test('it is offered only to a plan that has begun, of days that lie after', async () => {
  const files = { 'daily.csv': kDaily };
  const never = open();
  await never.dropAll(files);
  assert.ok(!offered(never, 'Into').includes('since'));
  const later = begun('2026-04-16');
  await later.dropAll(files);
  assert.ok(!offered(later, 'Into').includes('since'));
  const undated = begun();
  await undated.bring({ 'fair.csv': 'Channel;Spend (EUR);Leads\nFacebook;900;60\n' });
  assert.ok(!offered(undated, 'Into').includes('since'));
  const last = begun('2026-04-15');
  await last.dropAll(files);
  assert.ok(offered(last, 'Take them as').includes('since'));
});

test('a start that is said after the files were read counts, too', async () => {
  const page = begun('2026-03-01');
  await page.dropAll({ 'daily.csv': kDaily });
  choose(page, 'Take them as', 'since');
  page.store.edit('/scenarios/0/observed/start', '2026-04-14');
  assert.equal(choice(page, 'Take them as').value, 'plan', 'what was read is of another start');
  choose(page, 'Take them as', 'since');
  await page.read();
  apply(page);
  assert.equal(countedIn(page)[0].leads, 5);
});

test('a report of one longer time that begins before the plan is refused with what to do', async () => {
  const page = begun('2026-04-10');
  await page.dropAll(kMeta);
  choose(page, 'Take them as', 'since');
  await page.read();
  says(
    page,
    /meta\.csv begins before the plan and does not tell its days: export it from April 10, 2026 on/,
  );
  assert.equal(panel(page).first('[data-applies]'), undefined);
  choose(page, 'Take them as', 'plan');
  assert.ok(panel(page).first('[data-applies]'), 'as figures of the plan it is as good as before');
});

test('what is no channel of the plan is left out and said; one can be chosen', async () => {
  const page = begun();
  const [{ id }] = scenario(page).channels;
  const fair = 'Date;Channel;Leads\n2026-04-02;Salon 2026;60\n';
  await page.dropAll({ 'fair.csv': fair });
  choose(page, 'Take them as', 'since');
  await page.read();
  says(page, /Left out, being no channel of the plan: Salon 2026/);
  assert.ok(!offered(page, 'Salon 2026').some((one) => one.startsWith('new:')));
  choose(page, 'Salon 2026', id);
  apply(page);
  assert.deepEqual(countedIn(page), [{ channel: id, date: '2026-04-02', leads: 60 }]);
  assert.deepEqual(page.store.document.names, [{ name: 'Salon 2026', channel: id }]);
});

test('what is counted of all channels together is of the whole plan, unless channels have it', async () => {
  const crm = { 'crm.csv': 'Date;Leads;Customers\n2026-04-01;40;2\n2026-04-20;55;3\n' };
  const page = begun();
  await page.dropAll(crm);
  choose(page, 'Take them as', 'since');
  await page.read();
  choose(page, 'crm', '*');
  apply(page);
  assert.deepEqual(countedIn(page), [{ date: '2026-04-20', leads: 95, customers: 5 }]);
  const both = begun();
  await both.dropAll({ ...crm, 'daily.csv': kDaily });
  choose(both, 'Take them as', 'since');
  await both.read();
  choose(both, 'crm', '*');
  apply(both);
  const rows = countedIn(both);
  assert.deepEqual(rows.at(-1), { date: '2026-04-20', customers: 5 });
  assert.equal(rows[0].leads, 7);
});

test('a later file takes the place of an earlier one; what was typed of other figures stays', async () => {
  const page = begun();
  const { id } = scenario(page).channels.find(({ platform }) => platform === 'facebook');
  page.store.edit('/scenarios/0/observed/counts', [
    { channel: id, date: '2026-04-10', leads: 3, customers: 1 },
    { channel: id, date: '2026-04-30', clicks: 500 },
  ]);
  await page.dropAll({ 'daily.csv': kDaily });
  choose(page, 'Take them as', 'since');
  await page.read();
  apply(page);
  const rows = countedIn(page).filter(({ channel }) => channel === id);
  assert.deepEqual(rows, [
    { channel: id, date: '2026-04-10', customers: 1 },
    { channel: id, date: '2026-04-30', clicks: 500 },
    { channel: id, date: '2026-04-15', adSpend: 300, clicks: 60, leads: 7 },
  ]);
});

test('in French the choice and what is left out are said in French', async () => {
  const page = begun('2026-04-01', 'fr');
  await page.dropAll({ 'jours.csv': kDaily });
  choose(page, 'Les prendre comme', 'since');
  await page.read();
  says(
    page,
    /1 ligne d’avant le début du plan \(1er avril 2026\), ou sans jour, n’est pas comptée/,
  );
  says(page, /Compter comme ce qui s’est passé depuis/);
});

const kNovember = {
  'meta.csv':
    'Campaign name,Amount spent (EUR),Link clicks,Leads,Reporting starts,Reporting ends\nA,100,50,5,2026-11-01,2026-11-30\nB,200,70,8,2026-11-01,2026-11-30\n',
};

test('channels that were typed from blank stay beside what is brought', async () => {
  const page = open('en', 'blank');
  for (const [at, value] of [
    ['costs/0/amount', '1000'],
    ['leads', '50'],
  ]) {
    page.type(`/scenarios/0/channels/0/${at}`, value);
    page.leave();
  }
  page.store.set('/scenarios/0/period', { kind: 'month' });
  const [typed] = scenario(page).channels;
  await page.bring(kNovember);
  apply(page);
  assert.ok(scenario(page).channels.some(({ id }) => id === typed.id));
  assert.ok(scenario(page).channels.length > 1);
});

test('an example of which some figures were changed gives way', async () => {
  const page = open();
  page.type('/scenarios/0/channels/0/leads', '50');
  page.leave();
  await page.bring(kNovember);
  apply(page);
  assert.ok(scenario(page).channels.every(({ name }) => name !== 'LinkedIn'));
});

test('a row that is the sum of the others is asked about, and counts until it is answered', async () => {
  const page = open('en', 'blank');
  await page.bring({
    'hand.csv': 'Campaign,Cost (EUR),Clicks\nGoogle,1000,20\nMeta,1500,30\nLinkedIn,2500,50\n',
  });
  says(page, /Line 4 \(“LinkedIn”\) is the sum of all others\. Is it a total\?/);
  panel(page)
    .all('[data-asked="total"] button')
    .find(({ words }) => words === 'no, count it')
    .press();
  await page.read();
  assert.equal(panel(page).first('[data-asked="total"]'), undefined);
  says(page, /LinkedIn/);
});
