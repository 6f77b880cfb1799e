// The printed report, as PDFs of both browsers, on A4 and Letter.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { after, before } from 'node:test';
import { figuresBehind } from './lib/behind.mjs';
import { inBothBrowsers } from './lib/browsers.mjs';
import { dist, fileUrl, hostedScript, singleFile } from './lib/built.mjs';
import { Calculator, field } from './lib/calculator.mjs';
import { Pdf } from './lib/pdf.mjs';
import { exampleNames } from './lib/plans.mjs';
import { serve } from './lib/server.mjs';
import { until } from './lib/until.mjs';

const extra = {
  '/host.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title></head>
<body><h1>Of the host</h1><roi-calculator></roi-calculator><p>Between them</p>
<roi-calculator preset="e-commerce" theme="dark"></roi-calculator>
<script type="module" src="${hostedScript()}"></script></body></html>`,
  '/favicon.ico': '',
};

let server;
before(async () => {
  server = await serve(dist, extra);
});
after(() => server.close());

const hosted = (query = '') => `${server.origin}/${query}`;
const print = (visit, page, format = 'A4') => Pdf.of(page.page, visit.folder, format);

const headingsOf = (page) =>
  page.whilePrinted((report) =>
    [...report.querySelectorAll('h2:not(.sentence), h3')].map(({ textContent }) => textContent),
  );

function assertInOrder(text, words) {
  let at = 0;
  for (const word of words) {
    const found = text.indexOf(word, at);
    assert.ok(found >= 0, `“${word}” does not follow in: ${text.slice(at, at + 400)}`);
    at = found + word.length;
  }
}

const kPaper = { A4: [596, 842], Letter: [612, 792] };

/** Plans that state all that the contract knows. */
const everything = JSON.parse(
  readFileSync(new URL('../golden/everything/scenario.json', import.meta.url), 'utf8'),
);

/** Black, and with a script that must not run. */
const kLogo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><script>window.top.ran = true</script><rect width="300" height="100"/></svg>';

const told = (page, pattern) => until(pattern, async () => pattern.test(await page.text()));

async function chooseLogo(page, file) {
  const input = await page.page.evaluateHandle(() =>
    document.querySelector('roi-calculator').shadowRoot.querySelector('[name="logo"]'),
  );
  await input.uploadFile(file);
}

/** A plan of many channels: the first brings most. Ranges, if wanted, of what a customer brings. */
function longPlan(count, range) {
  const value = range ? { low: 400, high: 900 } : 500;
  const channel = (_, index) => ({
    id: `c${index}`,
    name: `Lane ${String(index + 1).padStart(2, '0')}`,
    leads: 200 - index,
    costs: [{ kind: 'adSpend', amount: 1000 }],
  });
  return {
    schemaVersion: 1,
    scenarios: [
      {
        id: 'plan',
        period: { kind: 'quarter' },
        currency: 'EUR',
        action: 'lead',
        closeRate: 0.1,
        value: { mode: 'revenue', revenuePerCustomer: value },
        channels: Array.from({ length: count }, channel),
        notes: 'Agreed in March.',
      },
    ],
  };
}

/** Above the first row of a table on each page stands its head. */
function assertHeads(pdf, isRow, isHead) {
  const pages = pdf.pages.filter((lines) => lines.some((line) => isRow.test(line)));
  for (const lines of pages) {
    const head = lines.findIndex((line) => isHead.test(line));
    const row = lines.findIndex((line) => isRow.test(line));
    assert.ok(head >= 0 && head < row, `no head above ${lines[row]}`);
  }
  return pages.length;
}

/** Below the text stands only the page's foot, which Firefox does not draw. */
function assertNoHeadingEnds(pdf, headings) {
  for (const lines of pdf.pages) {
    const text = lines.filter((line) => !/\d+ \/ \d+$/.test(line));
    const last = text.at(-1).trim();
    assert.ok(!headings.includes(last), `“${last}” ends a page`);
  }
}

inBothBrowsers((test) => {
  // 12 000 subscribers for 65 000, one in ten becomes a customer worth 150: 180 000.
  for (const format of ['A4', 'Letter']) {
    test(`${format}: the example, from the verdict to the method`, async (visit) => {
      const page = await visit.open(hosted());
      const pdf = await print(visit, page, format);
      assert.deepEqual(pdf.size, kPaper[format]);
      assert.ok(pdf.pages.length <= 3, `${pdf.pages.length} pages`);
      assertInOrder(pdf.text, [
        'ROI report',
        'Date:',
        'Period: Quarter',
        'Currency: EUR',
        'Each subscriber costs €5.42 and brings €15.00 of revenue. Each euro spent brings in €2.77.',
        'You earn money if your margin is above 36%.',
        'Key figures',
        '+177%',
        '€115,000',
        '€15.00',
        '€5.42',
        'Channels, from highest to lowest return',
        'Instagram €12,000 4,000 400 €3.00 €15.00 €48,000 +400% €48,000',
        'Facebook €26,000 6,500 650 €4.00 €15.00 €71,500 +275% €71,500',
        'LinkedIn €27,000 1,500 150 €18.00 €15.00 −€4,500 −17% −€4,500',
        'Total €65,000 12,000 1,200 €5.42 €15.00 €115,000 +177% €115,000',
        'Instagram does best, LinkedIn does worst.',
        'What we would change',
        'LinkedIn (−€4,500) is at a loss before any shared cost',
        'close rate: one point more adds €18,000',
        'The assumptions that decide',
        // 1 % of 180 000 is 1 800, which is 1.57 % of 115 000
        'Close rate 10% +1.57% if it rises by 1% assumption, from the example',
        'How sure is it?',
        'single value',
        'What matters most?',
        'one point more adds €18,000',
        'The figures behind it',
        'From the example: 7 figures', // leads and ad spend of three channels, and the months to a customer
        'Facebook Subscribers 6,500',
        'Facebook Ad spend €26,000',
        'Assumption, from the example: 2 figures',
        'Close rate 10%',
        'How it is worked out',
        '= €115,000 ÷ €65,000 = 176.92%',
        'no figure left the page',
      ]);
      for (const control of [/Add a channel/, /Keep and share/, /Compare with/, /Undo/, /Example/])
        assert.doesNotMatch(pdf.text, control);
      assertNoHeadingEnds(pdf, await headingsOf(page));
    });
  }

  test('it is opened from the head at every width, and leads back there', async (visit) => {
    for (const width of [320, 1280]) {
      const page = await visit.open(hosted(), { viewport: { width, height: 740 } });
      await page.press('Report', 'header');
      await page.input('/report/client');
      await page.press('Close', '.keeping');
      const focused = await page.inside((root) => root.activeElement.textContent);
      assert.equal(focused, 'Report');
      await page.says(/Keep and share/);
    }
  });

  test('what decides stands on the first page, however many channels there are', async (visit) => {
    const page = await visit.open(hosted());
    for (const count of [1, 6, 10, 40]) {
      await page.openDocument(longPlan(count, count % 2 === 0));
      for (const format of ['A4', 'Letter']) {
        const pdf = await print(visit, page, format);
        const first = pdf.pages[0].join(' ').replaceAll(/\s+/g, ' ');
        assertInOrder(first, [
          'Each euro spent',
          'Key figures',
          'Channels, from',
          'Total',
          'What we would change',
          'The assumptions that decide',
          'Where it comes from',
          'typed by you',
        ]);
        assert.doesNotMatch(pdf.pages[1].join(' '), /The assumptions that decide/);
      }
    }
  });

  test('A4 is used: the first page to its end, no page but the last less than half', async (visit) => {
    // Each example in both languages: in one by this browser, in the other by the other.
    const isFirst = visit.engine === 'chromium';
    for (const lang of ['fr', 'en']) {
      const page = await visit.open(hosted(`?lang=${lang}`));
      const half = exampleNames.filter((_, at) => (at % 2 === 0) === (isFirst === (lang === 'fr')));
      for (const preset of half) {
        await page.choose('preset', preset);
        await page.settledAnswers();
        const [first, ...others] = await (await print(visit, page)).filled();
        assert.ok(first > 0.91, `${preset} in ${lang}: the first page ends at ${first}`);
        const low = others.slice(0, -1).findIndex((share) => share < 0.5);
        assert.ok(low < 0, `${preset} in ${lang}: page ${low + 2} ends at ${others[low]}`);
      }
    }
  });

  test('one page when it is asked for, with all that decides', async (visit) => {
    const page = await visit.open(hosted());
    await page.openKeeping();
    await page.press('Prepare the report');
    await (await page.element('[name="one-page"]')).click();
    await page.says(/The assumptions that decide$/m);
    const long = longPlan(40, true);
    for (const [index, one] of long.scenarios[0].channels.entries())
      one.name = `Lane ${index} of a campaign whose name takes two lines of any table of channels`;
    for (const plan of [undefined, everything, long]) {
      if (plan) await page.openDocument(plan);
      for (const format of ['A4', 'Letter']) {
        const pdf = await print(visit, page, format);
        assert.equal(pdf.pages.length, 1, `${plan?.scenarios[0].id} on ${format}`);
        assertInOrder(pdf.text, ['Key figures', 'The assumptions that decide', 'no figure left']);
      }
    }
  });

  test('the first page is seen before it is printed, and kept from who listens', async (visit) => {
    const page = await visit.open(hosted('?lang=fr'));
    await page.openKeeping('fr');
    await page.press('Préparer le rapport');
    await (await page.element('.preview > summary')).click();
    const seen = () => page.inside((root) => root.querySelector('.seen')?.innerText ?? '');
    await until('the preview', async () => (await seen()) !== '');
    assertInOrder(await seen(), ['Rapport de ROI', 'Chiffres clés', 'Ce que nous changerions']);
    const isInert = await page.inside((root) => root.querySelector('.seen').inert);
    assert.ok(isInert);
    assert.equal(await page.whilePrinted((report) => report.querySelectorAll('.seen').length), 0);
  });

  test('the page is as it was once it is printed', async (visit) => {
    const page = await visit.open(hosted());
    await page.page.evaluate(() => {
      window.titles = [];
      const note = () => window.titles.push(document.title);
      for (const event of ['beforeprint', 'afterprint']) addEventListener(event, note);
    });
    await page.settledAnswers();
    const text = await page.text();
    await print(visit, page);
    assert.deepEqual(await page.page.evaluate(() => window.titles), [
      'ROI report',
      'ROI calculator',
    ]);
    assert.equal(await page.text(), text);
    assert.equal(await page.page.evaluate(() => document.adoptedStyleSheets.length), 1);
  });

  test('title, client and author are typed, printed as text and undone', async (visit) => {
    const page = await visit.open(hosted());
    await page.openKeeping();
    await page.press('Prepare the report');
    const title = `Q4 "plan" </style><script>alert(1)</script> \\ & co`;
    await page.paste('/report/title', title);
    await page.paste('/report/client', 'شركة الأمل');
    await page.paste('/report/author', '<img src=x onerror=alert(1)>');
    const pdf = await print(visit, page);
    assertInOrder(pdf.text, [title, 'Prepared by: <img src=x onerror=alert(1)>', 'Date:']);
    assert.deepEqual(
      await page.whilePrinted((report) => [
        report.querySelector('h1').textContent,
        report.querySelector('dd').textContent,
        report.querySelectorAll('script, img').length,
        document.title,
      ]),
      [title, 'شركة الأمل', 0, title],
    );
    await page.undo();
    assert.doesNotMatch((await print(visit, page)).text, /Prepared by/);
    await page.redo();
    assert.match((await print(visit, page)).text, /Prepared by/);
  });

  for (const [edition, address] of [
    ['hosted', () => hosted()],
    ['in one file', () => fileUrl(singleFile)],
  ]) {
    test(`${edition}: the agency’s logo and colour head the report, and stay in the page`, async (visit) => {
      const page = await visit.open(address());
      await page.openKeeping();
      await page.press('Prepare the report');
      const choose = async (name, content) => chooseLogo(page, await visit.put(name, content));
      const ink = async () => (await (await print(visit, page)).dots()).filter((dot) => dot < 0.2);
      const head = () =>
        page.whilePrinted((report) => [
          report.querySelectorAll('img').length,
          getComputedStyle(report.querySelector('.about')).borderBottomColor,
        ]);
      const bare = await ink();
      assert.deepEqual(await head(), [0, 'rgb(28, 27, 25)']);
      await choose('large.svg', kLogo.padEnd(1_100_000, ' '));
      await told(page, /It takes a PNG, JPEG or SVG picture of 1 MB at most/);
      assert.deepEqual(await head(), [0, 'rgb(28, 27, 25)']);
      await choose('logo.svg', kLogo);
      await told(page, /The logo is at the head of the report/);
      await page.inside((root) => {
        const field = root.querySelector('[name="report-colour"]');
        field.value = '#c2185b';
        field.dispatchEvent(new Event('change'));
      });
      assert.deepEqual(await head(), [1, 'rgb(194, 24, 91)']);
      // 14 mm x 42 mm of black, at 30 dots an inch, are 820; the rule below is lighter than it was
      for (const _ of ['once', 'again']) {
        const more = (await ink()).length - bare.length;
        assert.ok(more > 400, `${more} dots`);
      }
      await choose('logo.png', 'no picture');
      await told(page, /It takes a PNG, JPEG or SVG picture of 1 MB at most/);
      assert.deepEqual(await head(), [1, 'rgb(194, 24, 91)']);
      await page.press('No logo or colour');
      const focused = () => page.inside((root) => root.activeElement?.textContent);
      await until('the focus', async () => (await focused()) === 'Choose your logo');
      assert.deepEqual(await head(), [0, 'rgb(28, 27, 25)']);
      assert.equal(await page.page.evaluate(() => window.ran), undefined);
    });
  }

  test('no file of the plan holds the logo', async (visit) => {
    const page = await visit.open(hosted());
    const saved = async () => {
      await page.takeAway('Save the scenario');
      return JSON.parse(await readFile(await visit.saved('.json'), 'utf8'));
    };
    const before = await saved();
    await page.press('Prepare the report');
    await chooseLogo(page, await visit.put('logo.svg', kLogo));
    await told(page, /The logo is at the head of the report/);
    await page.press('Close');
    assert.deepEqual(await saved(), before);
  });

  test('the button prints; the focus stays in the panel', async (visit) => {
    const page = await visit.open(hosted());
    await page.page.evaluate(() => {
      window.printed = 0;
      window.print = () => {
        window.printed += 1;
      };
    });
    await page.openKeeping();
    await page.press('Prepare the report');
    assert.equal(await page.focused(), 'H2');
    await page.says(
      /Key figures · Channels, from highest to lowest return · What we would change · The assumptions that decide · How sure is it\?/,
    );
    await page.press('Print or save as PDF');
    assert.equal(await page.page.evaluate(() => window.printed), 1);
    await page.press('Close');
    assert.equal(await page.inside((root) => root.activeElement.dataset.opens), 'report');
  });

  test('in French, with French typography', async (visit) => {
    const page = await visit.open(hosted('?lang=fr'));
    await page.choose('preset', 'agency-pitch');
    const pdf = await print(visit, page);
    // Coût par prospect visé : 60 ; 20 000 de publicité et 1 500 d’honoraires pendant 3 mois.
    assertInOrder(pdf.text, [
      'Rapport de ROI',
      'Période : Trimestre',
      'Devise : USD',
      'Chiffres clés',
      'Coût par prospect, tous coûts compris : 60,00 $',
      'Les canaux, du meilleur au moins bon retour',
      'Total 24 500 $',
      'Ce que nous changerions',
      'Les hypothèses qui décident',
      'Taux de transformation 5 % → 15 %',
      'L’objectif',
      'À quel point est-ce sûr ?',
      'chances sur 100',
      'Bénéfice : fréquence de chaque issue',
      'Qu’est-ce qui compte le plus ?',
      'Les chiffres de départ',
      'Comment c’est calculé',
    ]);
    assert.match(pdf.text, /répartis selon la publicité/);
    const behind = await figuresBehind(page);
    for (const line of [
      'hypothèse, de l’exemple | Tout le plan Taux de transformation 5 % à 15 %, 9 fois sur 10',
      'de l’exemple | Tout le plan Honoraires d’agence répartis selon la publicité 1 500 $ par mois',
      'référence : WordStream / LocaliQ, 2026, États-Unis, de l’exemple | Recherche Coût par clic, publicité seule 5,42 $',
    ])
      assert.ok(
        behind.some((one) => one.includes(line)),
        `“${line}” is not among ${behind.join('\n')}`,
      );
    const text = await page.whilePrinted((report) => report.textContent);
    const [broken] = text.match(/.{20} [:;!?%€$»].{5}|.{20}« .{5}|\w'\w/u) ?? [];
    assert.equal(broken, undefined, `“${broken}”`);
    for (const line of pdf.lines) assert.doesNotMatch(line, /^\s*[:;!?%€$»]/);
  });

  test('ranges bring how sure it is; a single value does not', async (visit) => {
    const page = await visit.open(hosted());
    assert.doesNotMatch((await print(visit, page)).text, /Low \(P5\)/);
    await page.type(field.closeRate, '5..20');
    await page.leave();
    const pdf = await print(visit, page);
    // It breaks even at 65 000 / (12 000 x 150) = 3.6 %: 2.35 standard deviations of the odds below
    // the middle, which is 1 chance in 100.
    assertInOrder(pdf.text, [
      'How sure is it?',
      '99 chances in 100 that revenue covers the cost, if the 7 figures without a range are exact',
      'Chance that revenue covers the cost',
      'how often each outcome comes',
      'Low (P5) Middle (P50) High (P95) Mean',
      'trials',
      'What matters most?',
      'Most of all, close rate from 5% to 20% moves the gain from €25,000 to €295,000.',
      'Estimated share of the variance',
      'The figures behind it',
      'Typed by you: 1 figure',
      'Close rate 5% to 20%, 9 times in 10',
    ]);
  });

  test('several scenarios bring what changed', async (visit) => {
    const page = await visit.open(hosted());
    assert.doesNotMatch((await print(visit, page)).text, /What changed/);
    await page.press('Compare with…');
    await page.press('an alternative');
    await page.type('/scenarios/1/closeRate', '20');
    await page.leave();
    const pdf = await print(visit, page);
    // Twice the customers: 360 000 for 65 000.
    assertInOrder(pdf.text, [
      'Scenario: Alternative',
      'Key figures',
      '+454% €295,000 €30.00 €5.42',
      '+277 pts vs Plan +€180,000 vs Plan +€15.00 vs Plan same as Plan',
      'What changed?',
      'Compared with Plan, the gain goes from €115,000 to €295,000.',
      'What made the difference',
      'The close rate +€180,000',
      'Figure by figure',
      'Close rate 10% 20% +10 pts +100.0%',
      'Break-even cost per subscriber €15.00 €30.00 +€15.00 +100.0%',
    ]);
    assert.doesNotMatch(pdf.text, /All scenarios/);
    await page.press('Compare with…');
    await page.press('the last campaign');
    const three = (await print(visit, page)).text;
    assertInOrder(three, ['All scenarios', 'Plan €65,000', '+176.92% €115,000']);
    assertInOrder(three, ['All scenarios', 'Alternative €65,000', '+453.85% €295,000']);
  });

  test('over time, where it is stated', async (visit) => {
    const page = await visit.open(hosted());
    const plan = longPlan(2, false);
    plan.scenarios[0].time = { horizonMonths: 18, lagMonths: 1, discountRate: 0.08 };
    await page.openDocument(plan);
    const { text } = await print(visit, page);
    // 399 leads, one in ten worth 500: 19 950 for 2 000.
    assertInOrder(text, [
      'Cost covered',
      'When is its cost covered?',
      '€17,950',
      'Net present value',
      'The figures behind it',
      'Discount rate a year 8%',
      'Months looked at 18 months',
      'Notes',
      'Agreed in March.',
    ]);
  });

  test('whatever a plan states has its line among the figures behind it', async (visit) => {
    const page = await visit.open(hosted());
    await page.openDocument(everything);
    const read = () => figuresBehind(page);
    const lines = await read();
    for (const line of [
      'assumption, typed by you | Whole plan Close rate 5% to 12%, 9 times in 10, likely 8%',
      'stated in the plan | Whole plan Weight of E-mail 2',
      'typed by you | Whole plan Customers kept each month 95%',
      'stated in the plan | Facebook feed Ad spend, at most €6,000',
      'assumption, typed by you | Instagram Ad spend €1,600 to €2,500, 9 times in 10, likely €2,000',
      'stated in the plan | Instagram Observation 1: ad spend €1,000',
      'stated in the plan | Instagram Observation 2: leads 75',
      'typed by you | Pinterest Revenue of year 2 €90 to €120, 9 times in 10, likely €100',
      'typed by you | Channel People: hours 4 for 1.5 months',
    ])
      assert.ok(lines.includes(line), `“${line}” is not among ${lines.join('\n')}`);
    for (const index of everything.scenarios.keys()) {
      await page.click(await page.element(`[data-scenario="${index}"]`));
      assert.ok((await read()).length > 1, everything.scenarios[index].id);
    }
  });

  test('a channel without a return is left out, and says why', async (visit) => {
    const page = await visit.open(hosted());
    const plan = longPlan(3, false);
    delete plan.scenarios[0].channels[1].leads;
    await page.openDocument(plan);
    const { text } = await print(visit, page);
    // 398 leads, one in ten worth 500, for 3 000.
    assertInOrder(text, [
      'Per lead, without Lane 02: €1,000 spent, no value known. The total and the ROI keep this cost.',
      'Lane 02 €1,000',
      'Leads missing',
      'Total €3,000',
      '+563% €16,900',
    ]);
  });

  test('forty channels flow over pages, heads and headings with them', async (visit) => {
    const page = await visit.open(hosted());
    await page.openDocument(longPlan(40, true));
    const headings = await headingsOf(page);
    for (const format of ['A4', 'Letter']) {
      const pdf = await print(visit, page, format);
      const channels = assertHeads(pdf, /^\s*Lane \d\d .*%.*€/, /Channel +Cost +Leads/);
      const typed = assertHeads(pdf, /^\s*Lane \d\d +(Leads|Ad spend) /, /Channel +Figure +Value/);
      assert.match(pdf.pages[0].join(' '), /The 30 other channels are in the total/);
      assert.ok(channels >= 2 && typed >= 2, `${channels} and ${typed} pages`);
      // Compared, simulated, its two figures, and in the sentence on the best and the worst; the
      // leads of the largest are among what decides.
      const lines = (name) => pdf.lines.filter((line) => line.includes(name)).length;
      assert.deepEqual([lines('Lane 01'), lines('Lane 40')], [6, 5]);
      assertNoHeadingEnds(pdf, headings);
    }
  });

  test('what belongs together stands on one page: heading and chart, a table and its total', async (visit) => {
    const page = await visit.open(hosted());
    const pageOf = (pdf, words) => {
      const found = pdf.pages.filter((lines) => lines.some((line) => words.test(line)));
      assert.equal(found.length, 1, `pages with ${words}`);
      return found[0].join('\n');
    };
    for (const format of ['A4', 'Letter']) {
      await page.choose('preset', 'saas');
      const paid = await print(visit, page, format);
      assert.match(pageOf(paid, /^ *When is it paid back\?/), /−€20K/);
      // as many people as there are, of the 120 that are wanted
      assert.match(paid.text, /Distance from the goal Share of the goal −39 68\.03%/);
      await page.choose('preset', 'agency-pitch');
      const sure = await print(visit, page, format);
      assert.match(
        pageOf(sure, /^ *Channel by channel/),
        /Search .*\n.*Facebook .*\n.*LinkedIn .*\n.*Total /,
      );
    }
  });

  test('no heading ends a page, however long the plan', async (visit) => {
    const page = await visit.open(hosted());
    for (const count of [6, 9, 12, 15, 18, 21, 24]) {
      await page.openDocument(longPlan(count, count % 2 === 0));
      assertNoHeadingEnds(await print(visit, page), await headingsOf(page));
    }
  });

  test('each calculator of a host’s page prints its own', async (visit) => {
    const page = await visit.open(`${server.origin}/host.html`);
    await new Calculator(page.page, 1).answered();
    const { text, lines } = await print(visit, page);
    assertInOrder(text, [
      'Of the host',
      'ROI report',
      'Each subscriber costs €5.42',
      'no figure left the page',
      'Between them',
      'ROI report',
      'Each order costs',
      'no figure left the page',
    ]);
    assert.equal(lines.filter((line) => line.trim() === 'ROI report').length, 2);
    assert.equal(await page.page.title(), 'Host');
  });
});

inBothBrowsers(
  (test) => {
    test('a dark page prints black on white', async (visit) => {
      const page = await visit.open(hosted());
      const dots = await (await print(visit, page)).dots();
      const light = dots.filter((dot) => dot > 0.97).length / dots.length;
      assert.ok(light > 0.8, `${light} of the page is white`);
      assert.ok(Math.min(...dots) < 0.3, 'no dark ink');
    });
  },
  { dark: true },
);
