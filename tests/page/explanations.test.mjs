// Where a figure comes from: its explanation, what moves it most, and its definition.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { metrics } from '../../web/generated/metrics.ts';
import { presetIds } from '../../web/src/plan/presets.ts';
import { field, kPlan } from '../e2e/lib/calculator.mjs';
import { open } from './lib/calculator.mjs';

const kActions = ['lead', 'subscriber', 'booking', 'order', 'download', 'signUp', 'call'];
/** Of core/include/roi/metric.h: those of channels and total, and with what is typed, the goal's and cash. */
const kFigures = 64;
const kMetrics = 134;

const kNumber = String.raw`[−+]?[€$\d][\d.,\s\u202f\u00a0]*(?: ?pts?| ?%| ?[€$])?`;
const kSentences = {
  en: [
    new RegExp(
      `^What moves [a-z ]+ most: [a-z][^:]*\\. One (percent|point) more (adds|takes off) ${kNumber}\\.$`,
    ),
    /^Most of all, [a-z].* from \S.* to \S.* moves [a-z ]+ from \S.* to \S.*\.$/,
  ],
  fr: [
    new RegExp(
      `^Ce qui pèse le plus(?: sur «\u00a0[a-z ]+\u00a0»)?\u00a0: (?:l(?:e |a |es |’)|une ).*\\. Un (point|pour cent) de plus (ajoute|retire) ${kNumber}\\.$`,
    ),
    /^Avant tout, .* de \S.* à \S.*\u00a0: .+ passe de \S.* à \S.*\.$/,
  ],
};
const kBroken = /undefined|null|NaN|Infinity|\[object|\$\{|\(\)|[×÷+−=] *[×÷+=]|[×÷+−=]$/;

function assertSaysEverything({ key, formulas, operands, most: sentence, text }, language) {
  assert.doesNotMatch(text, kBroken, key);
  const isTyped = formulas.length === 0;
  assert.ok(isTyped ? operands === 1 : formulas.length === 2, `${key} has no formula`);
  for (const formula of formulas) assert.match(formula, /^(= )?[^=\s]/, key);
  if (sentence === '') return;
  const isGood = kSentences[language].some((pattern) => pattern.test(sentence));
  assert.ok(isGood, `${key}: “${sentence}”`);
  assert.doesNotMatch(sentence, /\bde (le|les) |\bà (le|les) |\ble le\b|\bthe the\b/, key);
}

// The methodology, read here from the document itself

/** The formulas of core/docs/methodology.md by metric, as they stand there, and their conditions. */
function formulasOfTheDocument() {
  const text = readFileSync(new URL('../../core/docs/methodology.md', import.meta.url), 'utf8');
  const formulas = new Map();
  for (const line of text.split('\n')) {
    const [, metric, formula, when] = line.match(/^ {4}(\w+) = (.*?\S)(?: {2}\[(.*)\])?\s*$/) ?? [];
    if (metric) formulas.set(metric, [...(formulas.get(metric) ?? []), { formula, when }]);
  }
  return formulas;
}

const kHow = {
  en: {
    channels: 'sum of the channels',
    sum: (x) => `sum of ${x}`,
    total: (x) => `total ${x}`,
    scaling: (x) => `${x} of channels with ads`,
    others: (x) => `${x} of the other channels`,
    counted: (x) => `${x} of the channels that count`,
    countedScaling: (x) => `${x} of the channels that count, with ads`,
    countedOthers: (x) => `${x} of the other channels that count`,
    choice: (test, yes, no) => `${yes}; if ${test} is zero, ${no}`,
    thousand: '1,000',
  },
  fr: {
    channels: 'somme des canaux',
    sum: (x) => `somme de «\u00a0${x}\u00a0»`,
    total: (x) => `${x} (total)`,
    scaling: (x) => `${x} (canaux avec publicité)`,
    others: (x) => `${x} (autres canaux)`,
    counted: (x) => `${x} (canaux comptés)`,
    countedScaling: (x) => `${x} (canaux comptés, avec publicité)`,
    countedOthers: (x) => `${x} (autres canaux comptés)`,
    choice: (test, yes, no) => `${yes}\u202f; si ${test} est nul, ${no}`,
    thousand: '1\u202f000',
  },
};
const kSigns = { '*': '×', '/': '÷', '-': '−' };

/** A formula of the document in the names that the page gives its metrics. */
function inWords(formula, metric, names, how) {
  const choice = formula.match(/^if (.*) > 0 then (.*) else (.*)$/);
  if (choice)
    return how.choice(...choice.slice(1).map((part) => inWords(part, metric, names, how)));
  return formula
    .split(/(\w+\(\w+\)|\w+| [-*/] )/)
    .map((part) => {
      const [, verb, of] = part.match(/^(\w+)\((\w+)\)$/) ?? [];
      if (verb === 'sum' && of === metric) return how.channels;
      if (verb) return how[verb](names.get(of));
      if (part === '1000') return how.thousand;
      const sign = kSigns[part.trim()];
      return sign ? ` ${sign} ` : (names.get(part) ?? part);
    })
    .join('');
}

/** What the open explanation says of what moves its figure. */
const most = (page) => page.root.first('.explanation .most')?.words;

function mostOf(page, metric, channel) {
  page.explain(metric, channel);
  return most(page);
}

/** What the explanations of all figures of a table say. */
function allExplanations(page, slots, isWanted = () => true) {
  page.showAllFigures();
  const figures = page.root
    .all('.fig[data-metric]')
    .map(({ attributes }) => attributes)
    .filter((one) => one['data-slot'].startsWith(slots) && isWanted(one['data-channel']));
  return figures.map(({ 'data-metric': metric, 'data-channel': channel }) => {
    const explanation = page.explained(metric, channel);
    return {
      key: `${metric}@${channel ?? 'total'}`,
      formulas: explanation.all('.formula').map(({ words }) => words),
      operands: explanation.all('.operand').length,
      most: explanation.first('.most')?.words ?? '',
      text: explanation.words,
    };
  });
}

const definitions = (page) =>
  page.root.all('.method dt').map((term) => {
    const { elements } = term.parent;
    const definition = elements[elements.indexOf(term) + 1];
    return {
      id: term.attributes.id,
      name: term.first('b').textContent,
      about: term.first('small').textContent,
      formulas: definition.all('.formula span').map((one) => ({
        formula: one.textContent.trim().replace(/^= /, ''),
        when: one.parent.first('small')?.textContent,
      })),
      notes: [...definition.all('p.formula'), ...definition.all('.note')].map(({ words }) =>
        words.replaceAll('\u00a0', ' '),
      ),
    };
  });

test('what is left to a goal is in money where the goal is', () => {
  const page = open();
  for (const [goal, formula] of [
    // 200 000 to be gained by what now gains 115 000
    [{ metric: 'profit', target: 200_000 }, '€200,000 ÷ €115,000'],
    [{ metric: 'leads', target: 24_000 }, '24,000 ÷ 12,000'],
  ]) {
    page.store.set('/scenarios/0/goal', goal);
    page.explain('goalAdSpend');
    page.unfoldExplanation();
    assert.ok(page.explanation().includes(formula), page.explanation());
    page.press('Close', '.explanation');
  }
});

test('what moves a figure most, as worked out by hand', () => {
  const page = open();
  page.showAllFigures();
  // 12 000 subscribers, 10 % of them customers worth 150; 65 000 spent
  assert.equal(
    mostOf(page, 'profit'),
    'What moves it most: the close rate. One point more adds €18,000.',
  );
  // 18 000 / 65 000
  assert.equal(
    mostOf(page, 'roi'),
    'What moves it most: the close rate. One point more adds 27.7 pts.',
  );
  assert.equal(
    mostOf(page, 'breakEvenCpl'),
    'What moves it most: the close rate. One point more adds €1.50.',
  );
  // 65 000 / 12 000 = 5.4167, less 65 000 / 12 120
  assert.equal(
    mostOf(page, 'fullCostCpl'),
    'What moves it most: the number of subscribers. One percent more takes off €0.05.',
  );
  // Facebook: 6 500 × 0.01 × 150; LinkedIn: 27 000 × 1 % weigh more than 22 500 × 1 %
  assert.equal(
    mostOf(page, 'profit', 'facebook'),
    'What moves it most: the close rate. One point more adds €9,750.',
  );
  assert.equal(
    mostOf(page, 'profit', 'linkedin'),
    'What moves it most: ad spend. One percent more takes off €270.',
  );
  // Its only lever is itself.
  assert.equal(mostOf(page, 'adSpend'), undefined);
  assert.equal(
    mostOf(page, 'ownCost'),
    'What moves it most: ad spend. One percent more adds €650.',
  );
});

test('in French too, and for a figure of the goal', () => {
  const page = open('fr');
  page.explain('breakEvenCpl');
  assert.equal(
    most(page),
    'Ce qui pèse le plus\u00a0: le taux de transformation. Un point de plus ajoute 1,50\u00a0€.',
  );
  page.choose('preset', 'b2b-leads');
  page.openAll();
  page.explain('goalGap');
  // 1 300 and 1 775 clicks become leads by a conversion rate
  assert.equal(
    most(page),
    'Ce qui pèse le plus sur «\u00a0prospects\u00a0»\u00a0: le taux de conversion. Un point de plus ajoute 30,8.',
  );
});

test('a range counts by its swing', () => {
  const page = open();
  page.paste(field.closeRate, '2..20');
  page.leave();
  assert.equal(
    mostOf(page, 'profit'),
    'Most of all, close rate from 2% to 20% moves it from −€29,000 to €295,000.',
  );
});

test('an open explanation follows what is typed', () => {
  const page = open();
  page.explain('breakEvenCpl');
  page.type(field.value, '400');
  assert.match(most(page), /adds €4\.00\.$/);
});

test('the figures of a goal explain themselves', () => {
  const page = open();
  page.choose('preset', 'b2b-leads');
  page.openAll();
  for (const language of ['en', 'fr']) {
    page.useLanguage(language);
    const said = allExplanations(page, 'goal');
    assert.deepEqual(
      said.map(({ key }) => key.replace('@total', '')),
      ['goalGap', 'goalAttainment', 'goalAdSpend', 'goalBudget', 'goalLeads'],
    );
    for (const one of said) {
      assertSaysEverything(one, language);
      assert.notEqual(one.most, '', one.key);
    }
  }
});

test('the methodology defines every metric once, as its document does', () => {
  const page = open();
  page.root.first('[data-section="method"]').unfold();
  const document = formulasOfTheDocument();
  assert.ok(document.size > 60, `${document.size} metrics with a formula`);
  for (const language of ['en', 'fr']) {
    page.useLanguage(language);
    const list = definitions(page);
    const ids = list.map(({ id }) => id.replace('method-', ''));
    assert.equal(new Set(ids).size, ids.length, 'a metric stands twice');
    assert.deepEqual(
      [...document.keys()].filter((metric) => !ids.includes(metric)),
      [],
    );
    const names = new Map(list.map(({ id, name }) => [id.replace('method-', ''), name]));
    for (const { id, about, formulas } of list) {
      const metric = id.replace('method-', '');
      const stated = document.get(metric) ?? [];
      const expected = stated.map(({ formula }) => inWords(formula, metric, names, kHow[language]));
      assert.deepEqual(
        formulas.map(({ formula }) => formula),
        expected,
        metric,
      );
      for (const [place, { when }] of stated.entries()) {
        const said = formulas[place].when?.split(' · ').length;
        assert.equal(said, when?.split(', ').length, `${metric} ${place}`);
      }
      assert.notEqual(about, '', metric);
    }
  }
});

/** From the rules of core/include/roi/model.h, which branch on what was typed. */
const kHeld = {
  en: {
    roi: [[], 'No number if “Cost” is zero.'],
    adSpendCpl: [
      [undefined, 'for the whole plan, if some channels do not count'],
      /“Subscribers” is zero/,
    ],
    closeRate: [
      ['if orders are counted', 'if customers are typed, or for the whole plan'],
      /“Subscribers”/,
    ],
    returnShare: [[undefined], /“Return” is zero/],
    goalGap: [['goal: Cost per subscriber, ad spend alone', 'goal: Clicks'], undefined],
    sharedLinePart: [['allocated by ad spend', 'allocated by leads'], undefined],
  },
  fr: {
    value: [['valeur par commandes', 'valeur saisie en marge'], /« Attrition mensuelle »/],
    cost: [['si la publicité est le seul coût', undefined, 'sans publicité'], undefined],
  },
};

test('a formula says when it counts, and what leaves no number', () => {
  const page = open();
  page.root.first('[data-section="method"]').unfold();
  for (const language of ['en', 'fr']) {
    page.useLanguage(language);
    const list = new Map(definitions(page).map((one) => [one.id.replace('method-', ''), one]));
    for (const [metric, [whens, reason]] of Object.entries(kHeld[language])) {
      const { formulas, notes } = list.get(metric);
      for (const [place, when] of whens.entries()) assert.equal(formulas[place].when, when, metric);
      if (reason === undefined) assert.deepEqual(notes, [], metric);
      else assert.match(notes.join(' '), new RegExp(reason), metric);
    }
  }
});

/** What is worked out month by month, by the words that its definition has to have. */
const kOverTime = {
  en: {
    netPresentValue: /\(1 \+ d\) \^ \(−t ÷ 12\).*NPV.*No number without/,
    netPresentValueWithin: /NPV within the horizon/,
    payback: /÷.*never below zero again/,
    discountedPayback: /same formula/,
    irr: /0 = .*\(1 \+ i\).*IRR.*NPV is zero.*No number if no rate does that, or several/,
    annualisedRoi: /\(1 \+ ROI\) \^ \(12 ÷ T\) − 1/,
    cashFlow: /come in − gone out/,
  },
  fr: {
    netPresentValue: /\(1 \+ d\) \^ \(−t ÷ 12\).*VAN.*Pas de chiffre sans/,
    payback: /÷.*ne repasse plus sous zéro/,
    irr: /0 = .*\(1 \+ i\).*TRI.*VAN est nulle.*aucun taux n’y répond, ou plusieurs/,
  },
};

test('what is of cash over time is defined in words and by formula', () => {
  const page = open();
  page.root.first('[data-section="method"]').unfold();
  for (const language of ['en', 'fr']) {
    page.useLanguage(language);
    const list = new Map(definitions(page).map((one) => [one.id.replace('method-', ''), one]));
    for (const [metric, one] of list) {
      const isCash = metrics[metric].category === 'cash';
      if (isCash) assert.notDeepEqual(one.notes, [], `${metric} is not defined`);
    }
    for (const [metric, said] of Object.entries(kOverTime[language]))
      assert.match(list.get(metric).notes.join(' '), said, metric);
  }
});

test('what is left out, and the sources by their titles', () => {
  const page = open();
  page.root.first('[data-section="method"]').unfold();
  const kLeftOut = {
    en: [/VAT/, /anyway.*incremental share/, /Discounting.*unless a rate/, /Saturation/],
    fr: [/TVA/, /de toute façon.*part incrémentale/, /actualisation.*sauf taux/, /saturation/],
  };
  for (const language of ['en', 'fr']) {
    page.useLanguage(language);
    const list = page.root.first('.left-out').words;
    for (const said of kLeftOut[language]) assert.match(list, said);
    const sources = page.root.all('.sources li');
    for (const source of sources) {
      assert.notEqual(source.all('i').length + source.words.split('“').length, 1, source.words);
      assert.doesNotMatch(source.words, /tests\/|golden|\.md/);
    }
  }
});

test('the way from an explanation leads to the definition of its figure, in both languages', () => {
  const page = open();
  page.showAllFigures();
  const asked = page.root.all('.fig[data-metric]').map(({ attributes }) => attributes);
  const list = new Set(asked.map((one) => one['data-metric']));
  assert.ok(list.size >= kFigures, `${list.size} figures`);
  for (const language of ['en', 'fr']) {
    page.useLanguage(language);
    for (const metric of list) {
      page.explained(metric).first('[data-opens="method"]').press();
      assert.equal(page.sought, `#method-${metric}`);
      assert.equal(page.root.all(`[id="method-${metric}"]`).length, 1);
    }
  }
});

test('every figure of the page has its definition', () => {
  const page = open();
  page.showAllFigures();
  page.root.first('[data-section="method"]').unfold();
  const ids = definitions(page).map(({ id }) => id);
  assert.equal(ids.length, kMetrics);
  const figures = page.root
    .all('.fig[data-metric]')
    .map(({ attributes }) => `method-${attributes['data-metric']}`);
  assert.deepEqual(
    figures.filter((id) => !ids.includes(id)),
    [],
  );
});

for (const preset of presetIds.filter((one) => one !== 'blank')) {
  test(`every figure explains itself, in both languages: ${preset}`, () => {
    const page = open('en', preset);
    const channels = page.ranking();
    for (const language of ['en', 'fr']) {
      page.useLanguage(language);
      for (const which of [undefined, channels.at(-1)]) {
        const said = allExplanations(page, 'all-', (channel) => channel === which);
        // what nobody has is named below the table, once
        const without = which === undefined ? [] : page.root.all('.without .fig');
        assert.equal(said.length + without.length, kFigures);
        for (const one of said) assertSaysEverything(one, language);
        assert.ok(said.filter((one) => one.most).length > kFigures / 3);
      }
    }
  });
}

test('every figure explains itself, whatever is counted', () => {
  const page = open();
  for (const action of kActions) {
    page.choose(`${kPlan}/action`, action);
    for (const language of ['en', 'fr']) {
      page.useLanguage(language);
      const said = allExplanations(page, 'all-', (channel) => channel === undefined);
      assert.equal(said.length, kFigures);
      for (const one of said) assertSaysEverything(one, language);
    }
  }
});
