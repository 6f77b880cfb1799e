// Pasting a table of channels: what it is read as, what is asked back, and what it becomes.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { inBothBrowsers } from './lib/browsers.mjs';
import { dist } from './lib/built.mjs';
import { field } from './lib/calculator.mjs';
import { dropFile } from './lib/files.mjs';
import { serve } from './lib/server.mjs';
import { until } from './lib/until.mjs';

let server;
before(async () => {
  server = await serve(dist);
});
after(() => server.close());

const hosted = (query = '') => `${server.origin}/${query}`;

/** As a French spreadsheet puts cells on the clipboard. */
const kFrench = [
  'Canal\tDépense publicitaire (€)\tImpressions\tTaux de clics\tAbonnés\tCoût par abonné',
  'Facebook\t1\u202f234,50 €\t120\u00a0000\t1,2 %\t85\t14,52 €',
  'LinkedIn\t2 300\t40 000\t0,8 %\t42\t54,76 €',
  'Salon\t900\t\t—\t60\t15 €',
  'Total\t4 434,50 €\t160 000\t\t187\t23,71 €',
  '',
].join('\r\n');

/** As an advertising platform exports it, opened in an English spreadsheet. */
const kEnglish = [
  'Campaign\tCost\tImpr.\tClicks\tCTR\tConversions\tCost / conv.',
  'Search, brand\t$1,234.50\t120,000\t1,440\t1.2%\t85\t$14.52',
  'Search, rest\t$2,300.00\t40,000\t320\t0.8%\t42\t$54.76',
].join('\n');

/** Of the example: one in ten becomes a customer, who is worth 150. */
const roiOf = (cost, leads) => (leads * 0.1 * 150 - cost) / cost;

/** Exports as platforms and spreadsheets write them, and what must be asked before they are taken. */
const kAsked = [
  {
    what: 'totals by kind of campaign',
    text: `Campaign report
1 September 2026 - 30 September 2026
Campaign,Campaign type,Cost,Impr.,Clicks,Conversions
Brand,Search,930.00,"12,400",620,62
Film,Video,540.00,"50,000",250,36
Total: Search campaigns,,930.00,"12,400",620,62
Total: Video campaigns,,540.00,"50,000",250,36
Total: Account,,"1,470.00","62,400",870,98`,
    answers: [['sums', 'Leave them out']],
    cost: 930 + 540,
    leads: 62 + 36,
  },
  {
    what: 'budgets beside costs, states beside names, -- where nothing is known',
    text: `Campaign status,Campaign,Budget,Budget name,Currency code,Campaign type,Impr.,Conversions,Conv. rate,Cost
Enabled,Brand,40.00, --,EUR,Search,"12,400",31.00,5.00%,930.00
Paused,Film,25.00, --,EUR,Video,"50,000", --, --,540.00
Total: Search,,,,EUR,,"12,400",31.00,5.00%,930.00`,
    answers: [['sums', 'Leave them out']],
    names: ['Brand', 'Film'],
    costs: ['930', '540'],
    leadTexts: ['31', ''],
  },
  {
    what: 'a nameless row of everything',
    text: `Reporting starts,Campaign name,Results,Amount spent (EUR),Ad set budget
2026-09-01,,90,2000,
2026-09-01,Parents,60,1200,Using ad set budget
2026-09-01,Fair,30,800,40`,
    answers: [['sums', 'Leave them out']],
    cost: 2000,
    leads: 90,
  },
  {
    what: 'one total of several campaigns',
    text: `Campaign name,Campaign Budget,Cost,Impressions,Conversions
Autumn,50.00,700.00,150000,35
Fair,30.00,300.00,60000,10
Total of 2 campaigns,-,1000.00,210000,45`,
    answers: [['sums', 'Leave them out']],
    cost: 1000,
    leads: 45,
  },
  {
    what: 'days of two campaigns',
    text: `Day,Campaign,Cost,Conversions
2026-09-01,Brand,100,4
2026-09-01,Rest,80,2
2026-09-02,Brand,110,5
2026-09-02,Rest,70,1`,
    answers: [['twice', 'Each is a channel']],
    cost: 360,
    leads: 12,
  },
  {
    what: 'two columns that may be the leads',
    text: `Campaign Performance Report (in UTC)
Account: Shop
Date Generated: 10/02/2026, 8:10 AM

Start Date (in UTC),Account Name,Campaign Name,Currency,Total Spent,Impressions,Conversions,Leads,Cost per Lead
09/01/2026,Shop,"DRH, France",EUR,"1,234.50",40000,0,21,58.79
09/01/2026,Shop,Trainers,EUR,765.50,21000,0,9,85.06`,
    answers: [['rivals', 'Leads']],
    names: ['DRH, France', 'Trainers'],
    cost: 2000,
    leads: 30,
  },
  {
    what: 'thousands with points',
    text: 'Campaign;Impressions;Cost;Leads\nBrand;120.000;2.300;42\nRest;40.000;1.750;31',
    answers: [['marks', '120,000']],
    cost: 4050,
    leads: 73,
  },
  {
    what: 'thousands with commas, in French',
    lang: 'fr',
    text: 'Campaign,Impr.,Cost,Conversions\nBrand,"120,000","2,300",42\nRest,"40,000","1,750",31',
    answers: [['marks', '120\u202f000']],
    cost: 4050,
    leads: 73,
  },
  {
    what: 'rates as parts of 1',
    text: 'Channel,Cost,Clicks,Conversion rate,Close rate\nSocial,1200,800,0.025,0.1\nSearch,800,400,0.05,0.2',
    answers: [
      ['fractions', '0.025 = 2.5%'],
      ['fractions', '0.1 = 10%'],
    ],
    cost: 2000,
    leads: 800 * 0.025 + 400 * 0.05,
    roi: ((20 * 0.1 + 20 * 0.2) * 150 - 2000) / 2000,
  },
  {
    what: 'another currency in a heading, and beside figures',
    text: 'Campaign,Amount spent (USD),Leads\nBrand,"$1,234.50",42\nRest,$800.00,31',
    answers: [['currency', 'Take the figures']],
    cost: 2034.5,
    leads: 73,
  },
  {
    what: 'comments above and a grand total below, of visits alone',
    text: `# -------------
# Traffic acquisition
# Start date: 20260901
Session primary channel group (Default channel group),Sessions,Engaged sessions,Session key event rate,Total revenue
Organic Search,4200,2310,0.02,0
Email,600,426,0.05,0
Grand total,4800,2736,0.0255223880597015,0`,
    answers: [],
    names: ['Organic Search', 'Email'],
    costs: ['', ''],
    leadTexts: ['', ''],
  },
  {
    what: 'quotes that hold a part of a name, and separators within quotes',
    text: 'Campaign\tCost\tLeads\n"Open house" day\t1200\t60\n"Fair; Lyon"\t800\t20',
    answers: [],
    names: ['"Open house" day', 'Fair; Lyon'],
    cost: 2000,
    leads: 80,
  },
];

inBothBrowsers((test) => {
  test('what would be misread is asked about, and nothing is taken over before', async (visit) => {
    for (const {
      what,
      text,
      lang = 'en',
      answers,
      names,
      costs,
      leadTexts,
      ...figures
    } of kAsked) {
      const page = await visit.open(hosted(`?lang=${lang}`));
      const start = await page.values();
      await page.pasteTable(text, lang);
      assert.deepEqual(
        await page.openDoubts(),
        answers.map(([doubt]) => doubt),
        what,
      );
      for (const [doubt, answer] of answers) {
        await page.applyTable();
        assert.deepEqual(await page.values(), start, `${what}: taken before it was answered`);
        await page.answerDoubt(doubt, answer);
      }
      assert.deepEqual(await page.openDoubts(), []);
      await page.applyTable();
      await page.expect(figures);
      if (names) assert.deepEqual(await page.channelNames(), names, what);
      for (const [at, cost] of (costs ?? []).entries()) {
        assert.equal(await page.fieldText(field.cost(at)), cost, what);
      }
      for (const [at, leads] of (leadTexts ?? []).entries()) {
        assert.equal(await page.fieldText(field.leads(at)), leads, what);
      }
      await visit.leave(page.page);
    }
  });

  test('a question answered one way can be answered another', async (visit) => {
    const page = await visit.open(hosted());
    await page.pasteTable('Channel;Cost;Leads\nFair;1.234;20\nPost;2.500;20');
    await page.answerDoubt('marks', '1,234');
    assert.deepEqual((await page.preview())[0], ['Fair', '€1,234', '20']);
    await page.answerDoubt('marks', '1.234');
    assert.deepEqual((await page.preview())[0], ['Fair', '€1.23', '20']);
    // Another table, another question.
    await page.paste('table', 'Channel;Cost;Leads\nFair;9.999;20\nPost;2.500;20');
    assert.deepEqual(await page.openDoubts(), ['marks']);
  });

  test('a French spreadsheet takes the place of the example, in one step', async (visit) => {
    const page = await visit.open(hosted('?lang=fr'));
    const start = await page.values();
    await page.pasteTable(kFrench, 'fr');
    assert.deepEqual(await page.meanings(), [
      'name',
      'adSpend',
      'impressions',
      'ctr',
      'leads',
      'skip',
    ]);
    assert.equal((await page.preview()).length, 3);
    await page.says(/Total/);
    assert.deepEqual(await page.values(), start, 'nothing has happened yet');
    await page.applyTable();
    assert.deepEqual(await page.channelNames(), ['Facebook', 'LinkedIn', 'Salon']);
    const [facebook, linkedIn, fair] = [1234.5 / 85, 2300 / 42, 900 / 60];
    await page.expect({
      'fullCostCpl@facebook': facebook,
      'fullCostCpl@linkedin': linkedIn,
      'clicks@facebook': 120_000 * 0.012,
      roi: roiOf(1234.5 + 2300 + 900, 85 + 42 + 60),
    });
    const ids = await page.ranking();
    const [added] = ids.filter((id) => !['facebook', 'linkedin'].includes(id));
    await page.expect({ [`fullCostCpl@${added}`]: fair });
    await page.chord('z');
    assert.deepEqual(await page.values(), start, 'undone at once');
    await page.chord('y');
    await page.expect({ roi: roiOf(4434.5, 187) });
  });

  const kAccented = 'Canal;Coût;Abonnés\r\nÉté;1234,50;85\r\nNoël;2300;42\r\n';
  const wide = Buffer.from(`\uFEFF${kAccented.replaceAll(';', '\t')}`, 'utf16le');
  const kEncoded = {
    'utf-8.csv': Buffer.from(kAccented),
    'utf-8-marked.csv': Buffer.from(`\uFEFF${kAccented}`),
    'windows-1252.csv': Buffer.from(kAccented, 'latin1'),
    'utf-16.tsv': wide,
    'utf-16-unmarked.txt': wide.subarray(2),
    'utf-16-reversed.tsv': Buffer.from(wide).swap16(),
    'without-an-ending': Buffer.from(kAccented),
    'misnamed.json': Buffer.from(kAccented),
  };
  test('a table that is opened or dropped is shown first, and read in its encoding', async (visit) => {
    const page = await visit.open(hosted('?lang=fr'));
    const start = await page.values();
    for (const [name, bytes] of Object.entries(kEncoded)) {
      await dropFile(page, name, bytes);
      await until(name, async () => (await page.preview())[0]?.[0] === 'Été');
      assert.deepEqual(
        (await page.preview()).map(([channel]) => channel),
        ['Été', 'Noël'],
      );
      assert.equal(await page.focused(), 'table');
      await page.press('Annuler le collage');
    }
    assert.deepEqual(await page.values(), start, 'nothing has happened yet');
    await page.openKeeping('fr');
    const input = await page.page.evaluateHandle(() =>
      document.querySelector('roi-calculator').shadowRoot.querySelector('[name="scenario-file"]'),
    );
    assert.match(await input.evaluate((one) => one.accept), /\.json.*\.csv.*\.tsv/);
    await input.uploadFile(await visit.put('table.csv', kAccented));
    await until('a preview', async () => (await page.preview()).length === 2);
    await page.applyTable();
    await page.expect({ roi: roiOf(1234.5 + 2300, 85 + 42) });
  });

  test('an English export is read on a French page, and joins a plan of the visitor’s own', async (visit) => {
    const page = await visit.open(hosted('?lang=fr'));
    await page.paste(field.leads(0), '6501');
    await page.leave();
    await page.pasteTable(kEnglish, 'fr');
    const [name, ...rest] = await page.meanings();
    assert.deepEqual(
      [name, ...rest],
      ['name', 'cost', 'impressions', 'clicks', 'ctr', 'leads', 'skip'],
    );
    await page.answerDoubt('currency', 'Prendre les chiffres');
    await page.applyTable();
    assert.equal((await page.channelNames()).length, 5);
    await page.expect({ roi: roiOf(65_000 + 1234.5 + 2300, 12_001 + 85 + 42) });
    assert.equal(await page.fieldText(field.cost(3)), '1\u202f234,5');
  });

  test('CSV is read, with quotes, semicolons, commas, and without headings', async (visit) => {
    const page = await visit.open(hosted());
    for (const [text, doubt, answer] of [
      ['"Spring, fair","1,234.50",85\r\nWinter,900,60\r\n', 'guessed', 'That is right'],
      [
        '\uFEFFCanal;Prospects;Budget\n"Spring; fair";85;"1 234,50"\nWinter;60;900\nSomme;145;2 134,50',
        'budget',
        'It is the cost',
      ],
      ['leads\tsource\tspend\n85\tSpring fair\t1234.5\n60\tWinter\t900'],
    ]) {
      await page.pasteTable(text);
      assert.deepEqual(await page.openDoubts(), doubt ? [doubt] : []);
      if (doubt) await page.answerDoubt(doubt, answer);
      await page.applyTable();
      await page.expect({ roi: roiOf(1234.5 + 900, 85 + 60) });
      await page.undo();
    }
  });

  test('what has two readings is asked back in its cell, and mended there', async (visit) => {
    const page = await visit.open(hosted('?lang=fr'));
    await page.pasteTable('Canal\tCoût\tAbonnés\nFacebook\t2.300\t85\nSalon\t900 ou 950\t60', 'fr');
    await page.says(/2 cellules illisibles/);
    assert.match(await page.error('cell-0:1'), /2300.*2,3/);
    assert.match(await page.error('cell-1:1'), /\p{L}+ \p{L}+/u);
    await page.type('cell-0:1', '2300');
    assert.equal(await page.error('cell-0:1'), undefined);
    assert.equal(await page.focused(), 'cell-0:1');
    await page.says(/1 cellule illisible/);
    await page.applyTable();
    assert.equal(await page.fieldText(field.cost(0)), '2\u202f300');
    assert.equal(await page.fieldText(field.cost(1)), '', 'what cannot be read is not guessed');
  });

  test('what the core refuses is said beside the cell', async (visit) => {
    const page = await visit.open(hosted());
    const long = 'x'.repeat(121);
    await page.pasteTable(
      `Channel\tCost\tCTR\tClose rate\tLeads\nFair\t100\t250 %\t10 %\t20\n${long}\t100\t1 %\t10 %\t20`,
    );
    assert.match(await page.error('cell-0:2'), /100%/);
    assert.match(await page.error('cell-1:0'), /too long/);
    await page.applyTable();
    await page.expect({ roi: roiOf(200, 40) });
  });

  test('a column can be told what it is, and numbers how they are written', async (visit) => {
    const page = await visit.open(hosted());
    await page.pasteTable('Channel\tA\tB\nFair\t20\t1,234\nPost\t30\t2,000');
    assert.deepEqual(await page.meanings(), ['name', 'cost', 'leads']);
    await page.choose('meaning-1', 'leads');
    assert.deepEqual(await page.meanings(), ['name', 'leads', 'cost']);
    // A count shows how thousands are written; costs alone have two readings.
    assert.deepEqual(await page.openDoubts(), ['marks']);
    const numbersAs = () => page.element('.pasting .choose select');
    await (await numbersAs()).select('en');
    assert.deepEqual((await page.preview())[0], ['Fair', '20', '€1,234']);
    await page.choose('meaning-1', 'skip');
    await page.choose('meaning-1', 'leads');
    await page.applyTable();
    await page.expect({ roi: roiOf(3234, 50) });
    await page.undo();
    await page.pasteTable('Channel\tCost\tLeads\nFair\t1,234\t20');
    assert.deepEqual(await page.openDoubts(), ['marks']);
    await (await numbersAs()).select('fr');
    await page.applyTable();
    await page.expect({ roi: roiOf(1.234, 20) });
  });

  test('cells pasted over a field of a channel open the table; one cell does not', async (visit) => {
    const page = await visit.open(hosted());
    assert.equal(await page.pasteOver(field.cost(0), '1234\r\n'), false);
    assert.equal(await page.pasteOver(field.closeRate, '1\t2'), false, 'not a field of a channel');
    assert.equal(await page.pasteOver(field.cost(0), 'Fair\t100\t20\r\nPost\t200\t20\r\n'), true);
    await page.settled();
    assert.equal(await page.focused(), 'table');
    await page.answerDoubt('guessed', 'That is right');
    await page.applyTable();
    await page.expect({ roi: roiOf(300, 40) });
    await page.openDetails('Fair');
    assert.equal(await page.pasteOver(field.notes(0), 'a\nb'), false, 'notes have lines');
    assert.equal(await page.pasteOver(field.name(0), 'Fair\t1'), true);
  });

  test('by keyboard alone, with the focus kept', async (visit) => {
    const page = await visit.open(hosted());
    const { keyboard } = page.page;
    await (await page.button('Paste a table')).focus();
    await keyboard.press('Enter');
    await page.settled();
    assert.equal(await page.focused(), 'table');
    for (const line of ['Channel;Cost;Leads', 'Fair;100;20', 'Post;200;20']) {
      await keyboard.type(line);
      await keyboard.press('Enter');
    }
    await (await page.element('[data-applies]')).focus();
    await keyboard.press('Enter');
    await page.settled();
    assert.equal(await page.inside((root) => root.activeElement.textContent.trim()), 'Fair');
    await page.says(/2 channels are in the plan/);
    await keyboard.press('Tab');
    await page.chord('z');
    await page.expect({ roi: roiOf(65_000, 12_000) });
    await (await page.button('Paste a table')).focus();
    await keyboard.press('Enter');
    await page.press('Cancel', '.pasting');
    await page.settled();
    assert.equal(
      await page.inside((root) => root.activeElement.textContent.trim()),
      'Paste a table',
    );
  });

  test('hostile and enormous text is refused or is only text', async (visit) => {
    const page = await visit.open(hosted());
    const start = await page.values();
    const row = (name) => `${name}\t100\t20`;
    for (const text of [
      'x'.repeat(1_000_000),
      'a\tb\n'.repeat(250_000),
      'a\n'.repeat(140_000),
      row('a\n').repeat(1001),
      'a\t'.repeat(5000),
    ]) {
      await page.press('Paste a table');
      await page.settled();
      const isTaken = await page.pasteOver('table', text);
      if (!isTaken) await page.paste('table', text);
      assert.ok(isTaken || text.length < 20_000, 'long text never enters the field');
      await page.settled();
      assert.match(
        await page.inside((root) => root.querySelector('.pasting .wrongly')?.textContent ?? ''),
        /Paste/,
      );
      await page.press('Cancel', '.pasting');
    }
    assert.deepEqual(await page.values(), start);
    const names = [
      '<img src=x onerror=alert(1)>',
      '__proto__',
      'constructor',
      '=HYPERLINK("http://x")',
      '"',
      '\u202eevil',
      'a\u0000b',
    ];
    await page.pasteTable(['__proto__\tconstructor\ttoString', ...names.map(row)].join('\n'));
    await page.doesNotSay(/NaN|undefined|\[object/);
    await page.press('Cancel', '.pasting');
    await page.pasteTable(
      ['Channel\tCost\tLeads', ...names.filter((name) => name !== '"').map(row)].join('\n'),
    );
    await page.applyTable();
    await page.expect({ roi: roiOf(600, 120) });
    assert.equal(await page.inside((root) => root.querySelectorAll('img').length), 0);
    assert.ok((await page.channelNames()).includes('<img src=x onerror=alert(1)>'));
    await visit.assertQuiet();
  });

  test('weights follow the channels that keep their name; other scenarios know them', async (visit) => {
    const page = await visit.open(hosted());
    await page.openAll();
    await page.press('Add a cost', '.inputs details[open]');
    await page.choose('/scenarios/0/sharedCosts/0/allocation/rule', 'weights');
    await page.paste('/scenarios/0/sharedCosts/0/amount', '100');
    await page.leave();
    await page.pasteTable('Channel\tCost\tLeads\nLinkedIn\t100\t20\nFair\t100\t20');
    await (await page.element('.pasting .choose:last-of-type select')).select('replace');
    await page.applyTable();
    // Only LinkedIn has a weight left, so it bears the shared cost alone.
    await page.expect({ 'cost@linkedin': 200, cost: 300 });
  });
});
