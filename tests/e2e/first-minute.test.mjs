// The first minute: whose the figures are, the way to one's own, and what a figure rests on.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { figuresBehind } from './lib/behind.mjs';
import { inBothBrowsers, inChromium } from './lib/browsers.mjs';
import { dist } from './lib/built.mjs';
import { Calculator, ends, field, kPlan } from './lib/calculator.mjs';
import { Hosts } from './lib/host.mjs';
import { serve } from './lib/server.mjs';

let server;
let hosts;
before(async () => {
  server = await serve(dist);
  hosts = await Hosts.start();
});
after(() => {
  server.close();
  hosts.close();
});

const hosted = (rest = '') => `${server.origin}/${rest}`;
const kPhone = { width: 360, height: 740 };
const kMargin = `${kPlan}/margin`;
const kPeriod = `${kPlan}/period/kind`;
const figures = [field.closeRate, field.value, field.cost(0), field.leads(0)];
/** The phone's story: 800 spent, 40 leads, 1 in 5 becomes a customer worth 350. */
const kOwnRoi = (40 * 0.2 * 350 - 800) / 800;
const embedded = async (visit, url) => {
  const { page, requests } = await visit.blank(url, { also: hosts.cdn.origin });
  const calculator = new Calculator(page, 0, requests);
  await calculator.goTo(url);
  return calculator;
};

const firstLine = (page) =>
  page.inside((root) => root.querySelector('.whose')?.textContent.replace(/\s+/g, ' ').trim());
const sentence = (page) =>
  page.inside((root) => root.querySelector('.verdict .sentence').textContent.trim());
const shownRoi = (page) =>
  page.inside((root) => Number(root.querySelector('.numbers [data-metric="roi"]').dataset.value));
const near = (actual, expected) =>
  assert.ok(Math.abs(actual - expected) < 1e-12, `${actual} is not ${expected}`);

async function pressOne(page, selector) {
  await page.click(await page.element(selector));
  await page.settled();
}
const start = (page) => pressOne(page, '[data-starts]');

/** What the report says of where its figures come from. */
const origins = async (page) => (await figuresBehind(page)).map((one) => one.split(' | ')[0]);

inBothBrowsers((test) => {
  for (const language of ['en', 'fr']) {
    test(`${language}: the first line of a phone is one line, and leaves the verdict in sight`, async (visit) => {
      const page = await visit.open(hosted(`?lang=${language}`), { viewport: kPhone });
      const said = { en: /^This is an example\. Start/, fr: /^Ceci est un exemple\. Partir de/ };
      assert.match(await firstLine(page), said[language]);
      const { line, head, verdict, isFirst } = await page.inside((root) => {
        const of = (css) => root.querySelector(css).getBoundingClientRect();
        const both = [root.querySelector('.whose'), root.querySelector('.verdict')];
        return {
          line: of('.whose').height,
          head: of('.whose').top - of('header').bottom,
          verdict: of('.verdict').bottom,
          isFirst: Boolean(both[0].compareDocumentPosition(both[1]) & 4),
        };
      });
      assert.ok(line <= 40, `the line is ${line} px high`);
      assert.equal(head, 0);
      assert.ok(verdict < kPhone.height, `the verdict ends at ${verdict} px`);
      assert.ok(isFirst);
      await page.type(field.closeRate, '20');
      const partly = await page.inside((root) => root.querySelector('.whose').offsetHeight);
      assert.ok(partly <= 40, `the line of an example partly changed is ${partly} px high`);
    });
  }

  test('one press leads to a plan of one’s own, field by field, and undo back', async (visit) => {
    const page = await visit.open(hosted(), { viewport: kPhone });
    const example = await page.values();
    await start(page);
    assert.equal(await firstLine(page), undefined);
    assert.deepEqual(await page.texts(figures), ['', '', '', '']);
    assert.equal(await page.focused(), field.cost(0));
    await page.doesNotSay(/Facebook|Instagram|LinkedIn|Subscribers/);
    assert.match(await sentence(page), /spend per month.+leads.+close rate.+worth/);
    await page.page.keyboard.type('800');
    assert.match(await sentence(page), /^Type the leads it brings, then your close rate/);
    await page.type(field.leads(0), '40');
    await page.type(field.closeRate, '20');
    assert.match(await sentence(page), /^All it takes now is what a customer is worth/);
    await page.type(field.value, '350');
    await page.expect({ roi: kOwnRoi, customers: 8 });
    await page.leave();
    assert.equal(await firstLine(page), undefined);
    for (let step = 0; step < 5; step += 1) await page.chord('z');
    assert.deepEqual(await page.values(), example);
    assert.match(await firstLine(page), /^This is an example/);
  });

  test('an example that is begun to be changed offers to clear the rest, in one step', async (visit) => {
    const page = await visit.open(hosted());
    const offers = () => page.inside((root) => root.querySelector('[data-clears]') !== null);
    assert.equal(await offers(), false);
    await page.type(field.cost(1), '9000');
    await page.type(field.leads(1), '300');
    await page.leave();
    assert.match(await firstLine(page), /^Partly an example/);
    const changed = await page.values();
    await pressOne(page, '[data-clears]');
    assert.equal(await offers(), false);
    assert.equal(await firstLine(page), undefined);
    assert.deepEqual(await page.texts(figures), ['', '', '9,000', '300']);
    assert.deepEqual(await page.channelNames(), ['Instagram']);
    assert.equal(await page.focused(), field.closeRate);
    await page.chord('z');
    assert.deepEqual(await page.values(), changed);
    assert.equal(await offers(), true);
    await page.press('Keep it');
    assert.equal(await offers(), false);
    assert.match(await firstLine(page), /^Partly an example/);
  });

  test('a plan of the page around says so, and gives way to one’s own', async (visit) => {
    const plan = {
      schemaVersion: 1,
      scenarios: [
        {
          id: 'a',
          period: { kind: 'quarter' },
          currency: 'CHF',
          action: 'booking',
          closeRate: 0.2,
          value: { mode: 'revenue', revenuePerCustomer: 500 },
          channels: [{ id: 'x', leads: 50, costs: [{ kind: 'adSpend', amount: 1000 }] }],
        },
      ],
    };
    const element = hosts.element(`scenario='${JSON.stringify(plan)}'`);
    const page = await embedded(visit, hosts.page('given', element));
    assert.match(await firstLine(page), /^Figures given by this page\. Start/);
    await page.explain('roi');
    await page.unfoldExplanation();
    assert.match(await page.explanation(), /50\s+given by this page/);
    const origin = () =>
      page.page.evaluate(() => {
        const [one] = document.querySelector('roi-calculator').getScenario().scenarios;
        return [one.closeRate, one.channels[0].leads];
      });
    assert.deepEqual(await origin(), [
      { value: 0.2, origin: 'page' },
      { value: 50, origin: 'page' },
    ]);
    await page.type(field.closeRate, '10');
    await page.leave();
    assert.deepEqual(await origin(), [0.1, { value: 50, origin: 'page' }]);
    assert.match(await firstLine(page), /^Figures of this page, and yours\. Start/);
    await start(page);
    assert.equal(await firstLine(page), undefined);
    assert.deepEqual(await page.texts(figures), ['', '', '', '']);
    assert.equal(await page.fieldText(kPeriod), 'quarter');
    await page.says(/bookings that become customers/);
    await page.chord('z');
    assert.deepEqual(await origin(), [0.1, { value: 50, origin: 'page' }]);
  });

  test('compact asks four questions, in words of every day', async (visit) => {
    const url = hosts.page('asks', hosts.element('mode="compact" preset="blank"'));
    const page = await embedded(visit, url);
    await page.says(/What do you spend/);
    assert.equal(await page.fieldText(kPeriod), 'month');
    await page.says(/How many leads does that bring\?/);
    await page.says(/1 in\s+becomes a customer/);
    await page.says(/What is a customer worth\?/);
    await page.says(/Your margin/);
    await page.type(field.cost(0), '800');
    await page.type(field.leads(0), '40');
    await page.type(field.closeRate, '5');
    await page.type(field.value, '350');
    near(await shownRoi(page), kOwnRoi);
    await page.type(kMargin, '50');
    near(await shownRoi(page), (40 * 0.2 * 350 * 0.5 - 800) / 800);
    await page.type(field.closeRate, '25 %');
    near(await shownRoi(page), (40 * 0.25 * 350 * 0.5 - 800) / 800);
    await page.leave();
    assert.equal(await page.fieldText(field.closeRate), '4');
    for (const wrong of ['many', '0.5', '4 ± 1']) {
      await page.type(field.closeRate, wrong);
      await page.leave();
      assert.ok(await page.error(field.closeRate), wrong);
    }
    await page.type(field.closeRate, '8');
    await page.leave();
    assert.equal(await page.error(field.closeRate), undefined);
    near(await shownRoi(page), (40 * 0.125 * 350 * 0.5 - 800) / 800);
    await page.type(field.closeRate, '4 to 6');
    assert.equal(await page.focused(), field.closeRate, 'nothing moves while it is typed');
    assert.equal(await page.fieldText(field.closeRate), '4 to 6');
    await page.leave();
    const [low, , high] = await page.texts(ends(field.closeRate));
    near(Number(low), 100 / 6);
    assert.equal(high, '25');
    await page.addChannel();
    await page.settled();
    assert.deepEqual(await page.channelNames(), ['Channel 1', 'Channel 2']);
  });
});

// Texts of the report and of an embed, which no engine makes.
inChromium((test) => {
  test('what is left of every example is found and cleared', async (visit) => {
    const page = await visit.open(hosted());
    const presets = (await page.options('preset')).filter((one) => one && one !== 'blank');
    for (const preset of presets) {
      await page.choose('preset', preset);
      const from = await origins(page);
      assert.ok(from.length >= 6, preset);
      for (const one of from) assert.match(one, /from the example|stated in the plan/, preset);
      const [name] = await page.inside((root) =>
        [...root.querySelectorAll('.channels-in input')].map((one) => one.name),
      );
      await page.type(name, '1234');
      await page.leave();
      await pressOne(page, '[data-clears]');
      assert.equal(await firstLine(page), undefined, preset);
      const left = await origins(page);
      assert.deepEqual([...new Set(left)], ['typed by you'], preset);
      await page.says(/Set a goal/);
    }
  });

  test('figures are told apart: the example’s, and those that were typed', async (visit) => {
    const page = await visit.open(hosted());
    await page.type(field.closeRate, '20');
    await page.leave();
    await page.explain('roi');
    await page.unfoldExplanation();
    const said = await page.explanation();
    assert.match(said, /Close rate, Facebook\s+20%\s+typed by you/);
    assert.match(said, /Value of a customer, Facebook\s+€150.00\s+assumption, from the example/);
    assert.doesNotMatch(said, /20%\s+assumption/);
    const from = await origins(page);
    assert.equal(from.filter((one) => one === 'typed by you').length, 1);
    await page.useLanguage('fr');
    const french = await page.explanation();
    assert.match(french, /20\s%\s+saisi par vous/);
    assert.match(french, /hypothèse, de l’exemple/);
  });

  test('what is typed into a range of an example is the visitor’s', async (visit) => {
    const page = await visit.open(hosted());
    await page.choose('preset', 'b2b-leads');
    await page.type(ends(field.closeRate).low, '3');
    await page.leave();
    const closeRate = (await figuresBehind(page)).find((one) =>
      one.includes('Whole plan Close rate'),
    );
    assert.match(closeRate, /^typed by you \| Whole plan Close rate/);
  });

  test('a figure says what it rests on: a step each, and the range stays', async (visit) => {
    const page = await visit.open(hosted());
    await start(page);
    await page.paste(field.cost(0), '1000');
    await page.paste(field.leads(0), '100');
    await page.paste(field.closeRate, '5..15');
    await page.paste(field.value, '150');
    await page.leave();
    const values = await page.values();
    await page.explain('roi');
    await page.unfoldExplanation();
    await page.press('Source of Close rate, Channel', '.explanation');
    const note = `${field.closeRate}/note`;
    const cases = `${field.closeRate}/n`;
    const kind = `${field.closeRate}/provenance`;
    assert.deepEqual(await page.options(kind), ['', 'measured', 'assumption']);
    await page.choose(kind, 'measured');
    await page.type(note, 'CRM, last year');
    await page.leave();
    await page.type(cases, '120');
    await page.leave();
    await page.settled();
    assert.match(
      await page.explanation(),
      /range from 5% to 15%, measured, typed by you, seen on 120 cases, CRM, last year/,
    );
    assert.ok(
      (await origins(page)).includes('measured, typed by you, seen on 120 cases, CRM, last year'),
    );
    assert.deepEqual(await page.values(), values);
    await page.chord('z');
    assert.doesNotMatch(await page.explanation(), /120 cases/);
    await page.chord('z');
    assert.doesNotMatch(await page.explanation(), /CRM/);
    assert.match(await page.explanation(), /15%, measured, typed by you/);
    await page.chord('z');
    assert.match(await page.explanation(), /15%, typed by you/);
    assert.deepEqual(await page.values(), values);
  });

  test('compact asks in French too', async (visit) => {
    const url = hosts.page('demande', hosts.element('lang="fr" mode="compact" preset="blank"'));
    const page = await embedded(visit, url);
    await page.says(/Combien dépensez-vous/);
    await page.says(/Combien de prospects cela amène.t.il\s\?/);
    await page.says(/1 sur\s+devient client/);
    await page.says(/Combien rapporte un client\s\?/);
    await page.says(/Votre marge/);
    await page.type(field.cost(0), '800');
    await page.type(field.leads(0), '40');
    await page.type(field.closeRate, '2,5');
    await page.type(field.value, '350');
    near(await shownRoi(page), (40 * 0.4 * 350 - 800) / 800);
  });

  test('another period changes no amount; costs stay those of a month if they are said to', async (visit) => {
    const url = hosts.page('period', hosts.element('mode="compact" preset="blank"'));
    const page = await embedded(visit, url);
    await page.paste(field.cost(0), '800');
    await page.paste(field.leads(0), '90');
    await page.paste(field.closeRate, '5');
    await page.paste(field.value, '350');
    await page.choose(kPeriod, 'quarter');
    await page.settled();
    near(await shownRoi(page), (90 * 0.2 * 350 - 800) / 800);
    await page.says(/Costs and counts are taken as typed per quarter: none was changed\./);
    await page.press('Keep the costs as amounts per month');
    await page.settled();
    near(await shownRoi(page), (90 * 0.2 * 350 - 3 * 800) / (3 * 800));
    await page.says(/How many leads does that bring per quarter\?/);
    assert.equal(await page.fieldText(kPeriod), 'month');
    await page.chord('z');
    near(await shownRoi(page), (90 * 0.2 * 350 - 800) / 800);
  });
});
