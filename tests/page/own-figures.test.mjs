// Figures that a document defines of its own: asked, shown, explained, on paper and in tables, in both languages.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whoseFigures, withoutExample } from '../../web/src/plan/origins.ts';
import { holdsRange } from '../../web/src/plan/ranges.ts';
import { csv } from '../../web/src/sharing/csv.ts';
import { near, normal, numberIn } from '../e2e/lib/analysis.mjs';
import { planOf } from '../e2e/lib/plans.mjs';
import { Analysis } from './lib/analysis.mjs';
import { open, openWith } from './lib/calculator.mjs';

const kOwn = {
  inputs: [
    { id: 'savedHours', label: { fr: 'Heures gagnées', en: 'Saved hours' }, unit: 'hours' },
    { id: 'wage', label: { fr: 'Coût du travail', en: 'Wage' }, unit: 'moneyPerHour' },
    { id: 'licence', label: 'Licence', unit: 'money' },
    { id: 'part', unit: 'rate' },
  ],
  figures: [
    {
      id: 'netSaved',
      label: { fr: 'Gain net', en: 'Net saving' },
      unit: 'money',
      better: 'higher',
      formula: 'savedHours * wage - licence',
    },
    {
      id: 'toolRoi',
      label: { fr: 'ROI de l’outil', en: 'ROI of the tool' },
      unit: 'rate',
      formula: 'netSaved / licence',
    },
    { id: 'perLead', unit: 'money', formula: 'licence / leads' },
  ],
};

const kLane = { id: 'a', name: 'Lane', leads: 100, costs: [{ kind: 'adSpend', amount: 1000 }] };

/** 12 hours at 40 a licence of 250 saves are 230, 92 % of it. */
const planWith = (own = { savedHours: 12, wage: 40, licence: 250 }) => ({
  ...planOf([kLane], { own }),
  own: kOwn,
});

const fieldOf = (id) => `/scenarios/0/own/${id}`;
const rowOf = (page, id) => page.root.first(`button[data-slot="own-${id}"]`);

test('what the document asks of its own is asked, and its figures follow', () => {
  const page = open('en', planWith());
  page.says(/Further figures.*Saved hours \(hours\).*Wage \(per hour\).*Licence/s);
  page.says(/Further results.*Net saving.*ROI of the tool.*perLead/s);
  assert.equal(rowOf(page, 'netSaved').attributes['data-value'], '230');
  assert.equal(rowOf(page, 'netSaved').words, '€230.00');
  assert.equal(rowOf(page, 'toolRoi').words, '92%');
  page.type(fieldOf('savedHours'), '20');
  assert.equal(rowOf(page, 'netSaved').attributes['data-value'], '550');
  assert.equal(page.store.get(fieldOf('savedHours')), 20);
  page.assertNumbersAreNumbers();
  page.useLanguage('fr');
  page.says(/Autres chiffres.*Heures gagnées \(heures\).*Coût du travail \(par heure\)/s);
  page.says(/Autres résultats.*Gain net/s);
});

test('a field takes a range, and what is no number or no rate is refused', () => {
  const page = open('en', planWith());
  page.type(fieldOf('savedHours'), '8-18');
  page.leave();
  assert.deepEqual(page.store.get(fieldOf('savedHours')), { low: 8, high: 18 });
  assert.equal(rowOf(page, 'netSaved').words, '€230.00'); // the middle of 8 to 18 is 12
  page.type(fieldOf('wage'), 'much');
  page.leave();
  assert.ok(page.error(fieldOf('wage')));
  page.type(fieldOf('part'), '120%');
  page.leave();
  assert.match(page.error(fieldOf('part')), /100%/);
});

test('what is missing or divides by zero is said by its own name', () => {
  const page = open('en', planWith({ savedHours: 12, licence: 0 }));
  page.says(/Net saving\s*–\s*Wage missing/);
  const free = open('fr', planWith({ savedHours: 12, wage: 40, licence: 0 }));
  free.says(/ROI de l’outil\s*–\s*«\sLicence\s» vaut zéro/);
});

test('a press opens its formula down to the fields, by their own names', () => {
  const page = open('en', planWith());
  rowOf(page, 'toolRoi').press();
  const words = page.explanation();
  assert.match(words, /ROI of the tool/);
  assert.match(words, /Net saving ÷ Licence/);
  assert.match(words, /= €230.00 ÷ €250.00 = 92%/);
  assert.doesNotMatch(words, /undefined|NaN|Further/);
});

test('a document without any asks and shows nothing of it', () => {
  const page = open('en', planOf([kLane]));
  page.doesNotSay(/Further/);
});

test('the report has them with their formulas, and the figures they rest on; so has a page without script', () => {
  const page = open('en', planWith());
  assert.match(
    page.onPaper('Further results').words,
    /Net saving.*€230.*Saved hours.*Wage.*Licence/s,
  );
  assert.match(page.onPaper('The figures behind it').words, /Saved hours \(hours\)\s*12/);
  assert.match(page.onPaper('The figures behind it').words, /Wage \(per hour\)\s*€40/);
});

test('the table has a line for each below the channels', () => {
  const page = open('en', planWith());
  const lines = csv(page.view()).trim().split('\r\n');
  assert.deepEqual(lines.slice(-4), [
    'Further results,Plan',
    'Net saving,230',
    'ROI of the tool,0.92',
    'perLead,2.5',
  ]);
});

test('a formula that cannot be is refused with its place, and the plan stays', async () => {
  const page = open('en', planOf([kLane]));
  const before = page.store.document;
  const figures = [{ id: 'sum', unit: 'money', formula: 'licence + savedHours' }];
  await page.open({ ...planWith(), own: { ...kOwn, figures } }, 'file');
  assert.equal(page.store.document, before);
  assert.match(page.notice.text, /mixes different units, at character 11: savedHours/);
});

// As key figures of a brief

const kKeyFigures = {
  figures: [{ metric: 'own:toolRoi', digits: 1 }, { metric: 'roi' }, { metric: 'own:netSaved' }],
};

test('a brief has them among its key figures, in its order and digits, and only there', () => {
  for (const [locale, name, roi, saved] of [
    ['en', 'ROI of the tool', '92.0%', '€230.00'],
    ['fr', 'ROI de l’outil', '92,0\u202f%', '230,00\u202f€'],
  ]) {
    const page = openWith(kKeyFigures, locale, planWith());
    const plain = (text) => text.replaceAll(/\s/g, ' ');
    const tiles = page.root.first('dl.numbers').elements.map(({ words }) => plain(words));
    assert.equal(tiles.length, 3);
    assert.equal(tiles[0], plain(`${name} ${roi}`));
    assert.ok(tiles[2].endsWith(plain(saved)), tiles[2]);
    const others = page.root.all('button[data-metric="ownFigure"]');
    assert.deepEqual(
      others.map(({ attributes }) => `${attributes['data-own']} ${attributes['data-slot']}`),
      ['toolRoi numbers', 'netSaved numbers', 'perLead own-perLead'],
    );
  }
});

test('a key figure opens its formula, and closing leads back to it', () => {
  const page = openWith(kKeyFigures, 'en', planWith());
  page.root.first('button[data-own="netSaved"]').press();
  assert.match(page.explanation(), /Net saving.*Saved hours.*Wage.*Licence/);
  assert.equal(page.root.first('button[data-own="toolRoi"]').attributes['aria-expanded'], 'false');
  page.press('Close', '.explanation');
  assert.equal(page.explanation(), undefined);
  assert.equal(page.sought, '.fig[data-own="netSaved"][data-slot="numbers"]');
});

test('a key figure that is not known says why; another plan that has none goes without', async () => {
  const page = openWith(kKeyFigures, 'en', planWith({ savedHours: 12, licence: 250 }));
  assert.match(page.root.first('dl.numbers').words, /Net saving – Wage missing/);
  await page.open(planOf([kLane]), 'file');
  assert.deepEqual(
    page.root
      .first('dl.numbers')
      .all('[data-metric]')
      .map(({ attributes }) => attributes['data-metric']),
    ['roi'],
  );
});

test('the report has the key figures of the brief on its first page', () => {
  const page = openWith(kKeyFigures, 'en', planWith());
  const { words } = page.onPaper('Key figures');
  assert.match(words, /ROI of the tool 92%.*Net saving €230\.00/);
});

test('a brief that names one which its plan does not define is refused, with its place', () => {
  assert.throws(
    () => openWith(kKeyFigures, 'en', planOf([kLane])),
    /request\.metric.*\/figures\/0\/metric/,
  );
});

// What moves them, and how sure they are

test('what matters most is asked about one of them: what one percent more of each figure does', () => {
  const page = open('en', planWith());
  const influence = new Analysis(page, 'influence').open();
  influence.choose('own:netSaved');
  // 12 hours at 40 are 480 of 230: one percent of them is 2.09 % of it; of the licence, 1.09 % less.
  influence.says(/Saved hours \(hours\): one percent more moves “Net saving” by \+2\.09%/);
  const row = (name) => influence.row('What one percent more does to Net saving', name);
  assert.deepEqual(row('Wage'), ['€40.00', '+2.09%']);
  assert.deepEqual(row('Licence'), ['€250.00', '−1.09%']);
  page.useLanguage('fr');
  const french = new Analysis(page, 'influence');
  french.says(/un pour cent de plus fait varier «\sGain net\s» de \+2,09\s%/);
});

test('their ranges are seen in what they move', () => {
  const page = open('en', planWith({ savedHours: { low: 8, high: 18 }, wage: 40, licence: 250 }));
  const influence = new Analysis(page, 'influence').open();
  influence.choose('own:netSaved');
  const [range, moved] = influence.row('Ranges that move Net saving', 'Saved hours');
  assert.equal(range, '8 → 18');
  assert.equal(moved, '€70.00 → €470');
  const [picture] = influence.charts();
  assert.match(picture, /Saved hours.* from 8 to 18 moves “Net saving” from €70\.00 to €470/);
});

test('how sure it is says where they lie, though no range moves the plan', () => {
  const hours = { low: 4, high: 9 };
  const page = open('en', planWith({ savedHours: hours, wage: 40, licence: 250 }));
  const sure = new Analysis(page, 'sure');
  // 90 % of the hours lie between their ends, as log-normals do.
  assert.match(sure.answer(), /^Net saving: between −€\d+\.\d\d and €\d+, 9 times in 10$/);
  sure.open();
  sure.says(/No range moves this answer/);
  const [low, , high, , positive] = sure.row('Further results', 'Net saving');
  near(numberIn(low), 4 * 40 - 250, 0.03);
  near(numberIn(high), 9 * 40 - 250, 0.03);
  const spread = Math.log(9 / 4) / (2 * 1.6448536269514722);
  const isAbove = normal((Math.log(6) - Math.log(250 / 40)) / spread);
  near(numberIn(positive), 100 * isAbove, 0.03);
});

test('beside a plan that is not certain they have their own line, in both languages', () => {
  const plan = planWith({ savedHours: { low: 8, high: 18 }, wage: 40, licence: 250 });
  plan.scenarios[0].closeRate = { low: 0.02, high: 0.2 };
  for (const [locale, name, title] of [
    ['en', 'Further results', 'ROI of the tool'],
    ['fr', 'Autres résultats', 'ROI de l’outil'],
  ]) {
    const page = open(locale, plan);
    const sure = new Analysis(page, 'sure');
    assert.match(sure.answer(), /10/);
    sure.open();
    assert.equal(sure.row(name, title).length, 5);
  }
});

test('what was looked at of one plan is not asked of another that has no such figure', async () => {
  const page = open('en', planWith());
  const influence = new Analysis(page, 'influence').open();
  influence.choose('own:netSaved');
  await page.open(planOf([kLane]), 'file');
  new Analysis(page, 'influence').says(/adds .* to the gain/);
});

test('inputs may be called as the parts of a range are, or as what is apart from figures', () => {
  const ids = ['low', 'likely', 'high', 'link'];
  const inputs = ids.map((id) => ({ id, label: `The ${id}`, unit: 'money' }));
  const figures = [{ id: 'spread', unit: 'money', formula: 'high - low + link' }];
  const own = { low: 1, likely: 2, high: 4, link: 8 };
  const page = open('en', { ...planOf([kLane], { own }), own: { inputs, figures } });
  const plan = () => page.store.scenario;
  assert.equal(holdsRange(plan()), false);
  const { visitor } = whoseFigures(plan());
  assert.equal(visitor, whoseFigures({ ...plan(), own: {} }).visitor + 4);
  assert.deepEqual(withoutExample(plan()).own, own);
  const paper = page.onPaper('The figures behind it').words;
  for (const words of [/The low\s*€1\b/, /The likely\s*€2\b/, /The high\s*€4\b/, /The link\s*€8\b/])
    assert.match(paper, words);
  page.type(fieldOf('low'), '2..3');
  page.leave();
  assert.deepEqual(plan().own, { ...own, low: { low: 2, high: 3 } });
  assert.equal(holdsRange(plan()), true);
  page.type(`${fieldOf('low')}/high`, '5');
  page.leave();
  page.type(fieldOf('likely'), '9');
  page.clear(fieldOf('high'));
  page.leave();
  assert.deepEqual(plan().own, { low: { low: 2, high: 5 }, likely: 9, link: 8 });
});
