// Figures that a document defines of its own: asked, shown, explained, on paper and in tables, in both languages.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv } from '../../web/src/sharing/csv.ts';
import { planOf } from '../e2e/lib/plans.mjs';
import { open } from './lib/calculator.mjs';

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
