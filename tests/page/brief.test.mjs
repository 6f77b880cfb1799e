// A calculator with a brief: what it asks, what it shows, and in whose words.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, openWith } from './lib/calculator.mjs';

const kClose = '/scenarios/0/closeRate';
const kMargin = '/scenarios/0/margin';
const kWorth = '/scenarios/0/value/revenuePerCustomer';

const plan = {
  schemaVersion: 2,
  scenarios: [
    {
      id: 'plan',
      currency: 'EUR',
      period: { kind: 'month' },
      action: 'lead',
      closeRate: 0.1,
      value: { mode: 'revenue', revenuePerCustomer: 500 },
      margin: 0.4,
      channels: [
        { id: 'a', name: 'Ads', leads: 50, costs: [{ kind: 'adSpend', amount: 800 }] },
        { id: 'b', name: 'Mail', leads: 10, costs: [{ kind: 'adSpend', amount: 100 }] },
      ],
    },
  ],
};

const withFields = (...fields) => ({ fields });
const opened = (brief, locale) => openWith(brief, locale, plan);
const has = (page, name) => page.root.first(`input[name="${name}"]`) !== undefined;
const labelOf = (page, name) => page.root.first(`label[for="${page.input(name).attributes.id}"]`);
const numberNames = (page) =>
  page.root.all('.inputs .field input[inputmode]').map(({ attributes }) => attributes.name);

test('without a brief, and with one that says nothing, the same is asked', () => {
  const usual = open('en', plan);
  const brief = opened({});
  assert.deepEqual(numberNames(brief), numberNames(usual));
  assert.equal(brief.value('roi'), usual.value('roi'));
});

test('a hidden field is not asked, and still counts', () => {
  const page = opened(withFields({ pointer: '/scenarios/*/margin', hidden: true }));
  assert.equal(has(page, kMargin), false);
  assert.equal(has(page, kClose), true);
  // 60 leads, a tenth of them customers, 500 each at a margin of 40 %: 1200 for 900.
  page.expect({ roi: (1200 - 900) / 900 });
});

test('a locked field shows its figure, and has nothing to type into', () => {
  for (const [locale, words] of [
    ['en', '40%'],
    ['fr', '40\u202f%'],
  ]) {
    const page = opened(withFields({ pointer: kMargin, locked: true }), locale);
    assert.equal(has(page, kMargin), false);
    const output = page.root.first(`output[name="${kMargin}"]`);
    assert.equal(output.words.replace(/\s/, '\u202f'), words.replace(/\s/, '\u202f'));
  }
});

test('a part that is closed closes all that is in it', () => {
  const page = opened(withFields({ pointer: '/scenarios/*/channels', locked: true }));
  assert.equal(page.root.first('.channels-in input'), undefined);
  assert.equal(page.root.all('.channels-in output').length, 4);
  assert.throws(() => page.button('Add a channel'));
});

test('a column that is hidden in every row has no head', () => {
  const page = opened(withFields({ pointer: '/scenarios/*/channels/*/leads', hidden: true }));
  assert.equal(has(page, '/scenarios/0/channels/0/leads'), false);
  assert.equal(has(page, '/scenarios/0/channels/0/costs/0/amount'), true);
  assert.doesNotMatch(page.root.first('.channels-in .head').words, /Leads/);
});

test('a field is called and explained as the brief wants, in the language that is shown', () => {
  const brief = withFields({
    pointer: '/scenarios/*/closeRate',
    label: { fr: 'Taux de signature', en: 'Signing rate' },
    help: { fr: 'devis signés sur devis envoyés' },
  });
  const english = opened(brief);
  assert.match(labelOf(english, kClose).words, /^Signing rate/);
  const french = opened(brief, 'fr');
  assert.match(labelOf(french, kClose).words, /^Taux de signature.*devis signés/);
  french.explain('roi');
  french.unfoldExplanation();
  assert.match(french.explanation(), /Taux de signature/);
  const other = opened(withFields({ pointer: kClose, label: { fr: 'Taux de signature' } }));
  assert.match(labelOf(other, kClose).words, /^Close rate/);
});

test('fields of a group stand in the order of the brief', () => {
  const page = opened(withFields({ pointer: kMargin, order: -2 }, { pointer: kWorth, order: -1 }));
  assert.deepEqual(numberNames(page).slice(0, 3), [kMargin, kWorth, kClose]);
});

test('a figure outside the span of its field is refused with the span, and stays typed', () => {
  for (const [locale, sentence] of [
    ['en', 'Type a figure from 5% to 20%.'],
    ['fr', 'Saisissez un chiffre de 5\u202f% à 20\u202f%.'],
  ]) {
    const page = opened(
      withFields({ pointer: '/scenarios/*/closeRate', low: 0.05, high: 0.2 }),
      locale,
    );
    const before = page.value('roi');
    page.type(kClose, '50 %');
    page.leave();
    assert.equal(page.error(kClose).replace(/\u00a0/g, '\u202f'), sentence);
    assert.equal(page.fieldText(kClose), '50 %');
    assert.equal(page.value('roi'), before);
    page.type(kClose, '20 %');
    page.leave();
    assert.equal(page.error(kClose), undefined);
    page.expect({ roi: (2400 - 900) / 900 });
  }
});

test('a span binds its field alone', () => {
  const page = opened(withFields({ pointer: kClose, high: 0.2 }));
  page.type(kMargin, '90 %');
  page.leave();
  assert.equal(page.error(kMargin), undefined);
});

test('it begins with the values of its fields', () => {
  const page = opened(
    withFields(
      { pointer: '/scenarios/0/channels/*/leads', value: 100 },
      { pointer: kClose, value: { low: 0.05, likely: 0.1, high: 0.2 } },
    ),
  );
  assert.equal(page.fieldText('/scenarios/0/channels/1/leads'), '100');
  assert.equal(page.fieldText(`${kClose}/low`), '5');
  assert.equal(page.fieldText(`${kClose}/high`), '20');
});

test('there is no answer before what is required is filled in', () => {
  const empty = structuredClone(plan);
  delete empty.scenarios[0].margin;
  const brief = withFields({ pointer: '/scenarios/*/margin', required: true });
  const page = openWith(brief, 'en', empty);
  assert.match(page.root.first('.verdict').words, /To fill in .*: Gross margin/);
  assert.equal(page.root.first('.results'), undefined);
  page.type(kMargin, '40 %');
  page.leave();
  assert.doesNotMatch(page.root.first('.verdict').words, /To fill in/);
  page.expect({ roi: (1200 - 900) / 900 });
});

test('key figures, their digits and sections are those of the brief, in its order', () => {
  const page = opened({
    figures: [
      { metric: 'fullCostCac', digits: 2 },
      { metric: 'roi', digits: 1 },
    ],
    sections: ['all', 'influence'],
  });
  const tiles = page.root.all('.numbers [data-metric]');
  assert.deepEqual(
    tiles.map(({ attributes }) => attributes['data-metric']),
    ['fullCostCac', 'roi'],
  );
  // 900 for 6 customers; a third.
  assert.deepEqual(
    tiles.map(({ words }) => words.replace(/[^\d.]/g, '')),
    ['150.00', '33.3'],
  );
  assert.deepEqual(
    page.root.all('.results [data-section]').map(({ attributes }) => attributes['data-section']),
    ['all', 'influence'],
  );
  assert.equal(page.root.first('table.comparison'), undefined);
  assert.equal(page.root.first('.verdict svg'), undefined);
});

test('messages are said under the verdict while their condition holds, in the language that is shown', () => {
  const messages = [
    { when: 'roi >= 0.5', text: { fr: 'Ça paie.', en: 'It pays.' } },
    { when: 'roi < 0.5', text: { fr: 'Pas encore.' } },
  ];
  const page = opened({ messages }, 'fr');
  page.says(/Pas encore\./);
  page.doesNotSay(/Ça paie/);
  page.type(kClose, '20 %');
  page.says(/Ça paie\./);
  page.doesNotSay(/Pas encore/);
  opened({ messages }).says(/Pas encore\./);
  // Of half the return that is believed, none is left: the message goes by what the verdict says.
  page.store.believe(0.5);
  page.says(/Pas encore\./);
});

test('an action is called as the brief wants, in each language', () => {
  const action = {
    fr: { one: 'demande de devis', many: 'demandes de devis', gender: 'feminine' },
    en: { one: 'quote', many: 'quotes' },
  };
  const french = opened({ action }, 'fr');
  french.says(/Chaque demande de devis coûte/);
  french.says(/Demandes de devis/);
  opened({ action }).says(/Each quote costs/);
  open('fr', plan).says(/Chaque prospect coûte/);
  const half = opened({ action: { fr: action.fr } });
  half.says(/Each lead costs/);
});

test('the call to action stands under the verdict and at the end, and hands the plan over', () => {
  const text = { fr: 'Parlons\u2011en', en: 'Let us talk' };
  const page = opened({ callToAction: { kind: 'event', text } });
  const acts = page.root.all('[data-roi-send]');
  assert.deepEqual(
    acts.map((one) => one.words.trim()),
    ['Let us talk', 'Let us talk'],
  );
  assert.ok(acts[0].closest('.verdict'));
  assert.ok(acts[1].closest('.results'));
  const link = { kind: 'link', text: { fr: 'Parlons' }, address: 'https://example.com/a' };
  const [way] = opened({ callToAction: link }).root.all('[data-roi-send]');
  assert.equal(way.attributes.href, 'https://example.com/a');
  assert.equal(way.words.trim(), 'Parlons');
});

test('a brief that is refused says what is wrong, in both languages', async () => {
  const { later } = await import('../../web/src/view/deferred.ts');
  const { engine } = await import('./lib/engine.mjs');
  const brief = { briefVersion: 1, fields: [{ pointer: '/scenarios/0/margn' }] };
  const { ok, errors } = later().takenBrief(engine, brief, '', 'email');
  assert.equal(ok, false);
  assert.deepEqual(
    errors.map(({ code, path }) => [code, path]),
    [['brief.place', '/fields/0/pointer']],
  );
  for (const locale of ['en', 'fr'])
    assert.match(later().errorWords({ format: { locale } }, errors[0]), /scenarios\/0\/margn/);
});

test('a benchmark of the brief is taken over with its source', () => {
  const id = 'ours-2025';
  const published = { id, publisher: 'Atelier Nord', year: 2025, n: 48 };
  const benchmarks = [
    { ...published, address: 'https://example.com/m', value: { low: 0.35, high: 0.55 } },
  ];
  const page = opened(withFields({ pointer: '/scenarios/*/margin', benchmarks }));
  const row = page.root.first(`[data-benchmark="${id}"]`);
  assert.match(row.words, /35% to 55% .*Atelier Nord, 2025.*48 cases/);
  assert.equal(row.first('a').attributes.href, 'https://example.com/m');
  row.first('button').press();
  assert.equal(page.fieldText(`${kMargin}/low`), '35');
  const { provenance, source, note } = page.store.document.scenarios[0].margin;
  assert.deepEqual([provenance, source], ['benchmark', id]);
  assert.match(note, /Atelier Nord, 2025.*example\.com/);
  page.explain('roi');
  page.unfoldExplanation();
  assert.match(page.explanation(), /benchmark: Atelier Nord, 2025/);
});

test('a field of the document’s own is hidden, named and bound as any other', () => {
  const own = structuredClone(plan);
  own.own = { inputs: [{ id: 'savedHours', unit: 'hours', label: 'Hours saved' }] };
  own.scenarios[0].own = { savedHours: 12 };
  const pointer = '/scenarios/*/own/savedHours';
  const name = '/scenarios/0/own/savedHours';
  const label = { en: 'Hours you get back' };
  const page = openWith(withFields({ pointer, label, high: 20 }), 'en', own);
  assert.match(labelOf(page, name).words, /^Hours you get back/);
  page.type(name, '21');
  page.leave();
  assert.equal(page.error(name), 'Type at most 20.');
  assert.equal(has(openWith(withFields({ pointer, hidden: true }), 'en', own), name), false);
});

test('links and saved pages keep the brief', async () => {
  const { briefOf, documentOf, fragmentOf } = await import('../../web/src/persistence/link.ts');
  const { stateOf } = await import('../../web/src/standalone/report/report.ts');
  const page = opened(withFields({ pointer: kMargin, hidden: true }));
  const { stated } = page.view().brief;
  assert.deepEqual(stateOf(page.view()).brief, stated);
  const fragment = await fragmentOf(page.store.document, stated);
  assert.deepEqual(await briefOf(fragment), stated);
  assert.deepEqual(await documentOf(fragment), page.store.document);
  assert.equal('brief' in stateOf(open('en', plan).view()), false);
});
