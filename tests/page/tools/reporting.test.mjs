// Reporting time as it is typed and read. Expected figures are worked out by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentOf, fragmentOf } from '../../../web/src/persistence/link.ts';
import { smallPlan } from '../../e2e/lib/plans.mjs';
import { Workbook } from '../../e2e/lib/workbook.mjs';
import { open } from '../lib/calculator.mjs';

const panel = (page) => page.root.first('.evidence');
const at = (input) => `/scenarios/0/reporting/${input}`;

async function reporting(locale = 'en', document = smallPlan()) {
  const page = open(locale, document);
  page.openTool('reporting-time');
  while (!panel(page)?.first('form')) await new Promise((done) => setImmediate(done));
  page.idle();
  return page;
}

function type(page, figures) {
  for (const [input, text] of Object.entries(figures)) {
    page.type(at(input), text);
    page.leave();
  }
}

/** What is read under a name. */
const fact = (page, name) =>
  panel(page)
    .all('.numbers div')
    .map(({ words }) => words)
    .find((words) => words.startsWith(name));

const rows = (page) =>
  panel(page)
    .all('tbody tr')
    .map(({ words }) => words);

test('it begins with an example that is said to be one, and is no part of the document', async () => {
  const page = await reporting();
  const { document } = page.store;
  assert.match(panel(page).words, /Figures in grey are an example: type your own\./);
  // 10 reports of 4 hours at 50; half an hour each with the tool; 1,750 less a licence of 200; 500 once
  assert.deepEqual(rows(page), ['Hours a month 40 5 35', 'Cost a month €2,000 €250 €1,750']);
  assert.match(fact(page, 'Net saving'), /€1,550/);
  assert.match(fact(page, 'ROI of automating'), /775%/);
  assert.match(fact(page, 'Payback'), /0\.3 months/);
  assert.equal(page.store.document, document);
  assert.equal(page.store.scenario.reporting, undefined);
});

test('what is typed counts, beside what is still the example’s', async () => {
  const page = await reporting();
  const before = page.values();
  type(page, { hoursPerReport: '3', clients: '20', licence: '300' });
  // 60 hours, 10 with the tool
  assert.deepEqual(rows(page), ['Hours a month 60 10 50', 'Cost a month €3,000 €500 €2,500']);
  assert.match(fact(page, 'Net saving'), /€2,200/);
  assert.match(panel(page).words, /Figures in grey are an example/);
  assert.deepEqual(page.store.scenario.reporting, { hoursPerReport: 3, clients: 20, licence: 300 });
  assert.deepEqual(page.values(), before, 'the plan is what it was');
});

test('each figure is one step, and the example comes back where one is cleared', async () => {
  const page = await reporting();
  const start = page.store.document;
  type(page, { clients: '20', people: '2' });
  page.undo();
  assert.deepEqual(page.store.scenario.reporting, { clients: 20 });
  page.undo();
  assert.deepEqual(page.store.document, start);
  type(page, { clients: '20', people: '2' });
  page.clear(at('people'));
  page.leave();
  assert.deepEqual(rows(page)[0], 'Hours a month 80 10 70');
  assert.deepEqual(page.store.scenario.reporting, { clients: 20 });
});

test('a licence that takes all that is saved is never paid back, and says why', async () => {
  const page = await reporting();
  type(page, { licence: '1800' });
  assert.match(fact(page, 'Net saving'), /−⁠?€50/);
  assert.match(fact(page, 'ROI of automating'), /−2\.78%/);
  assert.match(fact(page, 'Payback'), /never no more is saved than the licence costs/);
});

test('without a licence there is no ROI, and it is said why', async () => {
  const page = await reporting();
  type(page, { licence: '0' });
  assert.match(fact(page, 'ROI of automating'), /– Licence a month is zero/);
  assert.match(fact(page, 'Payback'), /0\.3 months/);
});

test('every figure has its formula, in words and in numbers that a calculator agrees with', async () => {
  const page = await reporting();
  panel(page).first('[data-part="reporting-working"]').unfold();
  const { words } = panel(page).first('.sums');
  assert.match(
    words,
    /Hours a month 40 = hours per report × reports per client and month × clients × people on each report = 4 × 1 × 10 × 1/,
  );
  assert.match(words, /Saving a month €1,750 = hours saved a month × hourly cost = 35 × €50\.00/);
  assert.match(
    words,
    /ROI of automating 775% = net saving a month ÷ licence a month = €1,550 ÷ €200\.00/,
  );
  assert.match(
    words,
    /Payback 0\.3 months = set-up \(once\) ÷ net saving a month = €500\.00 ÷ €1,550; never without a net saving/,
  );
});

test('a range says how far the answer may be off, and how sure it is that it pays', async () => {
  const page = await reporting();
  page.store.edit(`${at('hourlyCost')}`, { low: 40, high: 62.5 });
  page.store.leave(at('hourlyCost'));
  page.idle();
  // 35 hours of 40 to 62.50, less 200
  assert.match(fact(page, 'Net saving'), /€1,550.*between €1,200 and €1,990, 9 times in 10/);
  assert.match(
    panel(page).words,
    /More is saved than the licence costs More than 99 chances in 100, if the 7 figures without a range are exact/,
  );
  type(page, { licence: '1750' });
  assert.match(panel(page).words, /More is saved than the licence costs 5 chances in 10/);
  assert.match(fact(page, 'Payback'), /between .* and never, 9 times in 10/);
});

test('a figure that is typed as a range is one', async () => {
  const page = await reporting();
  type(page, { hoursPerReportWithTool: '0.25-1' });
  assert.deepEqual(page.store.scenario.reporting.hoursPerReportWithTool, { low: 0.25, high: 1 });
  assert.match(panel(page).words, /9 times in 10/);
});

test('in French, by the words of the field', async () => {
  const page = await reporting('fr');
  assert.match(panel(page).words, /Temps de reporting/);
  assert.match(panel(page).words, /Les chiffres en gris sont un exemple\s: saisissez les vôtres\./);
  assert.match(rows(page)[1], /Coût par mois 2\s000\s€ 250\s€ 1\s750\s€/);
  assert.match(fact(page, 'ROI de l’automatisation'), /775\s%/);
  assert.match(fact(page, 'Délai de récupération'), /0,3\smois/);
  panel(page).first('[data-part="reporting-working"]').unfold();
  assert.match(
    panel(page).first('.sums').words,
    /= mise en place \(une fois\) ÷ économie nette par mois = 500,00\s€ ÷ 1\s550\s€\s; jamais sans économie nette/,
  );
});

test('a range that does not rise is named, and nothing else goes', async () => {
  const page = await reporting();
  page.store.edit(at('licence'), { low: 300, high: 200 });
  page.idle();
  assert.match(panel(page).words, /Licence a month: Type the lower figure first\./);
  assert.deepEqual(page.store.scenario.reporting, { licence: { low: 300, high: 200 } });
});

test('every figure may be a range, and all at once', async () => {
  const page = await reporting();
  type(page, {
    hoursPerReport: '3-5',
    reportsPerClient: '1-2',
    clients: '8-12',
    people: '1-2',
    hourlyCost: '40-60',
    hoursPerReportWithTool: '0.25-1',
    licence: '150-300',
    setUp: '300-900',
  });
  assert.match(
    panel(page).words,
    /More is saved than the licence costs More than 99 chances in 100/,
  );
  assert.doesNotMatch(panel(page).words, /Figures in grey|figures without a range/);
});

test('a link holds it, and says nothing of a plan without it', async () => {
  const page = await reporting();
  const without = await fragmentOf(page.store.document);
  type(page, { clients: '20' });
  const { document } = page.store;
  assert.deepEqual(await documentOf(await fragmentOf(document)), document);
  page.undo();
  assert.equal(await fragmentOf(page.store.document), without);
});

test('a workbook is saved without what could not be fetched, which is said, and with it the next time', async () => {
  const document = smallPlan();
  document.scenarios[0].reporting = { clients: 20 };
  const page = open('en', document);
  const save = async () => {
    const before = page.saved.length;
    page.takeAway('Excel workbook');
    while (page.saved.length === before) await new Promise((done) => setImmediate(done));
    return new Workbook(page.saved.at(-1).content).names;
  };
  const { reader } = page;
  page.reader = () => Promise.reject(new Error('offline'));
  assert.ok(!(await save()).includes('Reporting time'));
  assert.match(page.notice.text, /without KPIs and reporting time: .* could not be fetched/);
  page.reader = reader;
  assert.ok((await save()).includes('Reporting time'));
  assert.doesNotMatch(page.notice.text, /without/);
});

test('the printed report has it once something is typed, with its formulas, and says what is of the example', async () => {
  const page = await reporting();
  assert.equal(page.onPaper('Reporting time'), undefined);
  type(page, { hoursPerReport: '3', clients: '20', licence: '300' });
  const { words } = page.onPaper('Reporting time');
  // 60 hours, 10 with the tool; 2,500 less 300
  assert.match(words, /Hours a month 60 10 50/);
  assert.match(
    words,
    /Net saving a month €2,200 = saving a month − licence a month = €2,500 − €300\.00/,
  );
  assert.match(words, /Figures of the example, not typed: reports per client and month, people/);
  assert.doesNotMatch(words, /clients,|licence a month,/);
});

test('an example’s saving does not become the plan’s, nor does one that rests on its figures', async () => {
  const page = await reporting();
  const put = () =>
    panel(page)
      .all('button')
      .find(({ words }) => /saving/i.test(words));
  assert.equal(put(), undefined);
  type(page, { hoursPerReport: '3', clients: '20', licence: '300' });
  assert.equal(put(), undefined);
  assert.match(panel(page).words, /Figures of the example, not typed: .*people/i);
  type(page, {
    reportsPerClient: '1',
    people: '1',
    hourlyCost: '50',
    hoursPerReportWithTool: '0.5',
  });
  put().press();
  assert.equal(page.store.scenario.savings.length, 1);
});
