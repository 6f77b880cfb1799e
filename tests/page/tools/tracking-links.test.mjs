// Tracking links as they are asked for and read. Channel groups are those of Google's table.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import jsQR from '../../../web/node_modules/jsqr/dist/jsQR.js';
import { codeOf } from '../../../web/src/tools/tracking-links/qr.ts';
import { open } from '../lib/calculator.mjs';

const panel = (page) => page.root.first('.evidence');
const at = (field, of = '/scenarios/0') => `${of}/links/kind=${field}/text`;
const ofChannel = (place, field) => at(field, `/scenarios/0/channels/${place}`);

const kChannels = [
  { id: 'ads', platform: 'search', costs: [{ kind: 'adSpend', amount: 500 }], clicks: 100 },
  { id: 'fb', platform: 'facebook', leads: 10 },
  { id: 'shop', name: 'Été Boutique', leads: 3 },
];
const plan = (channels = kChannels, more = {}) => ({
  schemaVersion: 2,
  scenarios: [
    { id: 'plan', currency: 'EUR', action: 'lead', period: { kind: 'month' }, channels, ...more },
  ],
});

async function tracking(locale = 'en', document = plan()) {
  const page = open(locale, document);
  page.openTool('tracking-links');
  while (!panel(page)?.first('form')) await new Promise((done) => setImmediate(done));
  page.idle();
  return page;
}

const links = (page) =>
  panel(page)
    .all('tbody code')
    .map(({ textContent }) => textContent);
const rows = (page) =>
  panel(page)
    .all('tbody tr')
    .map(({ words }) => words);

const unfold = (page, ...parts) => {
  for (const part of parts) page.root.first(`[data-part="${part}"]`).unfold();
};

/** The clipboard of a page. */
function clipboard() {
  const copied = [];
  navigator.clipboard = { writeText: async (text) => copied.push(text) };
  return copied;
}

/** What a reader of codes finds in a picture, whose dark modules are those of its last path. */
function decoded(svg) {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)[1]);
  const scale = 4;
  const width = size * scale;
  const pixels = new Uint8ClampedArray(4 * width * width).fill(255);
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let down = 0; down < scale; down += 1) {
      const from = 4 * ((Number(y) * scale + down) * width + Number(x) * scale);
      for (let i = 0; i < 4 * scale; i += 4) pixels.fill(0, from + i, from + i + 3);
    }
  }
  return jsQR(pixels, width, width)?.data;
}

const settled = () => new Promise((done) => setImmediate(done));

test('an address and a campaign make a link for each channel, with where GA4 files it and why', async () => {
  const page = await tracking();
  assert.match(panel(page).words, /Type the address of the page/);
  page.type(at('address'), 'https://a.example/caf%E9?x=a%20b#top');
  page.type(at('campaigns'), 'Spring Sale');
  page.leave();
  assert.deepEqual(links(page).slice(0, 2), [
    'https://a.example/caf%E9?x=a%20b&utm_source=google&utm_medium=cpc&utm_campaign=spring_sale#top',
    'https://a.example/caf%E9?x=a%20b&utm_source=facebook&utm_medium=social&utm_campaign=spring_sale#top',
  ]);
  const [ads, , shop] = rows(page);
  assert.match(ads, /^Search, spring_sale/);
  assert.match(
    ads,
    /Paid Search utm_source is in Google’s list of search sites and utm_medium matches \^\(\.\*cp\.\*\|ppc\|retargeting\|paid\.\*\)\$/,
  );
  assert.match(ads, /utm_campaign: “Spring Sale” becomes spring_sale\./);
  assert.match(
    shop,
    /utm_source=ete_boutique.*Unassigned no rule of GA4 holds.*utm_medium is missing/,
  );
});

test('what is typed is kept beside the plan, which stays what it is', async () => {
  const page = await tracking();
  const before = page.values();
  page.type(at('address'), 'https://a.example');
  page.leave();
  page.input(ofChannel(1, 'off')).tick();
  assert.equal(links(page).length, 2);
  assert.deepEqual(page.store.scenario.links, [{ kind: 'address', text: 'https://a.example' }]);
  assert.deepEqual(page.store.scenario.channels[1].links, [{ kind: 'off', text: 'yes' }]);
  assert.deepEqual(page.values(), before);
  page.undo();
  assert.equal(links(page).length, 3);
});

test('a medium that GA4 cannot file is said, with one that it can', async () => {
  const page = await tracking();
  page.type(at('address'), 'https://a.example');
  unfold(page, 'link-sources');
  page.type(ofChannel(2, 'medium'), 'Newsletter');
  page.leave();
  assert.match(
    rows(page)[2],
    /GA4 files it under Unassigned; with utm_medium=email it would be filed\./,
  );
});

test('campaigns, contents and terms have lists of what is allowed, as sources and mediums have', async () => {
  const page = await tracking('en', plan(kChannels.slice(0, 1)));
  page.type(at('address'), 'https://a.example');
  page.type(at('campaigns'), 'spring-SALE\nautumn');
  unfold(page, 'link-rules');
  page.type(at('allowedCampaigns'), 'Spring_Sale');
  page.type(at('allowedTerms'), 'shoes');
  page.leave();
  const [spring, autumn] = links(page);
  assert.match(spring, /utm_campaign=Spring_Sale$/);
  assert.match(autumn, /utm_campaign=autumn$/);
  assert.match(rows(page)[1], /utm_campaign is not an allowed value\./);
  assert.doesNotMatch(rows(page)[0], /allowed/);
});

test('an address that says something already: it is said, kept, and replaced on request', async () => {
  const page = await tracking('fr', plan(kChannels.slice(0, 1)));
  page.type(at('address'), 'https://a.example/?utm_source=bing&x=%E9');
  page.leave();
  assert.match(panel(page).words, /L’adresse contient déjà utm_source=bing\./);
  assert.deepEqual(links(page), ['https://a.example/?utm_source=bing&x=%E9&utm_medium=cpc']);
  assert.match(rows(page)[0], /utm_source était déjà dans l’adresse et reste, au lieu de google\./);
  unfold(page, 'link-others');
  page.choose(at('existing'), 'replace');
  assert.deepEqual(links(page), ['https://a.example/?utm_source=google&x=%E9&utm_medium=cpc']);
  assert.match(rows(page)[0], /utm_source remplace «\sbing\s»\./);
});

test('naming rules and GA4’s own parameters', async () => {
  const page = await tracking('en', plan(kChannels.slice(0, 1)));
  page.type(at('address'), 'https://a.example');
  page.type(at('campaigns'), 'Été Soldes');
  unfold(page, 'link-others', 'link-rules');
  page.type(at('creativeFormat'), 'Video');
  page.type(at('contents'), 'a\nb');
  page.leave();
  page.choose(at('letters'), 'typed');
  page.choose(at('separator'), '-');
  page.type(at('mediums'), 'ppc');
  page.leave();
  assert.deepEqual(
    links(page),
    ['a', 'b'].map(
      (content) =>
        `https://a.example?utm_source=google&utm_medium=cpc&utm_campaign=Ete-Soldes&utm_content=${content}&utm_creative_format=Video`,
    ),
  );
  assert.match(rows(page)[0], /utm_medium is not an allowed value\./);
});

test('what is copied or saved is known by exports from then on: the names of one channel alone', async () => {
  const copied = clipboard();
  const page = await tracking();
  page.type(at('address'), 'https://a.example');
  page.type(at('campaigns'), 'spring');
  page.leave();
  page.press('Copy all');
  await settled();
  assert.equal(copied[0].split('\n').length, 3);
  assert.deepEqual(page.store.document.names, [
    { name: 'google / cpc', channel: 'ads' },
    { name: 'facebook / social', channel: 'fb' },
  ]);
  assert.match(page.notice.text, /an export of GA4 will find its channels/);
  // An export of that name goes to that channel.
  await page.bring({
    'ga4.csv':
      'Session source / medium,Sessions,Key events\ngoogle / cpc,80,7\nfacebook / social,40,3\n',
  });
  const targets = page.root.all('.which select').map(({ value }) => value);
  assert.deepEqual(targets, ['ads', 'fb']);
});

test('a name that several channels have is not kept, and that is said', async () => {
  clipboard();
  const page = await tracking('en', plan([kChannels[0], { ...kChannels[0], id: 'ads2' }]));
  page.type(at('address'), 'https://a.example');
  page.leave();
  assert.match(panel(page).words, /Several channels have “google \/ cpc”/);
  page.press('Copy all');
  await settled();
  assert.equal(page.notice.text, 'Copied.');
  assert.equal(page.store.document.names, undefined);
});

test('more links than are made at once: it is said how many may be', async () => {
  const page = await tracking();
  page.type(at('address'), 'https://a.example');
  page.paste(at('campaigns'), Array.from({ length: 334 }, (_, number) => `c${number}`).join('\n'));
  page.leave();
  assert.match(panel(page).words, /These are more than 1,000 links at once/);
  assert.deepEqual(links(page), []);
});

test('where the clipboard is closed, it is said, and nothing is kept', async () => {
  navigator.clipboard = { writeText: () => Promise.reject(new Error('closed')) };
  const page = await tracking();
  page.type(at('address'), 'https://a.example');
  page.leave();
  page.press('Copy the link');
  await settled();
  assert.equal(page.notice.isRefusal, true);
  assert.equal(page.store.document.names, undefined);
});

test('the tracking plan is a table, and no cell of it a formula', async () => {
  const page = await tracking('en', plan([{ ...kChannels[0], name: '=1+1' }]));
  page.type(at('address'), 'https://a.example/?a=1,2');
  page.leave();
  page.press('Tracking plan (CSV)');
  const { content, name, type } = page.saved[0];
  assert.deepEqual([name, type], ['tracking-links.csv', 'text/csv']);
  const [heads, row] = content.replace('\ufeff', '').split('\r\n');
  assert.match(
    heads,
    /^Channel,utm_source,utm_medium,utm_campaign,.*,Link,GA4 channel group,Notes$/,
  );
  assert.match(row, /^"'=1\+1",google,cpc,,/);
  assert.match(
    row,
    /"https:\/\/a\.example\/\?a=1,2&utm_source=google&utm_medium=cpc",Paid Search,/,
  );
});

test('links that exist are graded and mended', async () => {
  const copied = clipboard();
  const page = await tracking();
  unfold(page, 'link-check');
  page.paste(
    'links',
    'https://a.example?utm_source=Face+Book&utm_medium=social&utm_campaign=x\nhttps://a.example',
  );
  page.leave();
  const [first, second] = rows(page);
  assert.match(
    first,
    /could be better.*Organic Social.*By your rules, utm_source would be face_book\./,
  );
  assert.match(first, /utm_source=face_book&utm_medium=social/);
  assert.match(second, /to be mended.*depends on the referrer.*No tracking parameter\./);
  page.press('Copy the mended links');
  await settled();
  assert.equal(
    copied[0],
    'https://a.example?utm_source=face_book&utm_medium=social&utm_campaign=x\nhttps://a.example',
  );
});

test('a QR code is drawn and saved as SVG; what is too long for one is said', async () => {
  const page = await tracking('en', plan(kChannels.slice(0, 1)));
  page.type(at('address'), 'https://a.example');
  page.leave();
  page.press('QR code');
  assert.ok(panel(page).first('svg.qr'));
  page.press('SVG');
  const [{ content, type }] = page.saved;
  assert.equal(type, 'image/svg+xml');
  assert.equal(decoded(content), links(page)[0]);
  assert.equal(codeOf('x'.repeat(3000)), undefined);
});

test('codes of any length are what another program reads', () => {
  for (const length of [1, 50, 200, 900]) {
    const url = `https://a.example/é?${'x=%E9&'.repeat(length).slice(0, length)}`;
    const { size, path } = codeOf(url);
    assert.equal(decoded(`viewBox="0 0 ${size} ${size}" d="${path}"`), url);
  }
});
