// Where a figure comes from: its explanation, what moves it most, and its definition.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';
import { Analysis } from './lib/analysis.mjs';
import { inBothBrowsers, inChromium } from './lib/browsers.mjs';
import { dist, fileUrl, singleFile } from './lib/built.mjs';
import { field, kPlan } from './lib/calculator.mjs';
import { serve } from './lib/server.mjs';
import { until } from './lib/until.mjs';

let server;
before(async () => {
  server = await serve(dist);
});
after(() => server.close());

const hosted = (query = '') => `${server.origin}/${query}`;

const kActions = ['lead', 'subscriber', 'booking', 'order', 'download', 'signUp', 'call'];
/** Of core/include/roi/metric.h: those of channels and total, and with what is typed, the goal's and cash. */
const kFigures = 64;
const kMetrics = 126;

/** What the open explanation says of what moves its figure. */
const most = (page) => page.inside((root) => root.querySelector('.explanation .most')?.innerText);

const mostOf = async (page, metric, channel) => {
  await page.explain(metric, channel);
  return most(page);
};

/** Opens every figure of a table in turn, and gives what each explanation says. */
const allExplanations = (page, slots, which = '') =>
  page.inside(
    async (root, start, css) => {
      const said = [];
      const buttons = [...root.querySelectorAll(`.fig[data-slot^="${start}"]${css}`)];
      const text = (one) => one?.textContent.replaceAll(/[ \n]+/g, ' ').trim();
      for (const button of buttons) {
        button.click();
        await root.host.updateComplete;
        const explanation = root.querySelector('.explanation');
        said.push({
          key: `${button.dataset.metric}@${button.dataset.channel ?? 'total'}`,
          formulas: [...explanation.querySelectorAll('.formula')].map(text),
          operands: explanation.querySelectorAll('.operand').length,
          most: text(explanation.querySelector('.most')) ?? '',
          text: text(explanation),
        });
      }
      root.querySelector('.fig[aria-expanded="true"]')?.click();
      return said;
    },
    slots,
    which,
  );

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

/** The formulas of core/docs/methodology.md by metric, as they stand there. */
function formulasOfTheDocument() {
  const text = readFileSync(new URL('../../core/docs/methodology.md', import.meta.url), 'utf8');
  const formulas = new Map();
  for (const line of text.split('\n')) {
    const found = line.match(/^ {4}(\w+) = (.*\S)\s*$/);
    if (found) formulas.set(found[1], [...(formulas.get(found[1]) ?? []), found[2]]);
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

const definitions = (page) =>
  page.inside((root) =>
    [...root.querySelectorAll('.method dt')].map((term) => ({
      id: term.id,
      name: term.querySelector('b').textContent,
      about: term.querySelector('small').textContent,
      formulas: [...term.nextElementSibling.querySelectorAll('.formula')].map((one) =>
        one.textContent.trim().replace(/^= /, ''),
      ),
    })),
  );

const opened = (page) =>
  until('the methodology', () => page.inside((root) => root.querySelector('.method dt') !== null));

const focusedId = (page) => page.inside((root) => root.activeElement?.id ?? '');

const focusArrives = (page, id) =>
  until(`focus on ${id}`, async () => (await focusedId(page)) === id);

/** The figure that has the focus, and whether it says that its explanation is open. */
const focusedFigure = (page) =>
  page.inside((root) => {
    const { dataset, ariaExpanded } = root.activeElement ?? { dataset: {} };
    return `${dataset.metric} ${dataset.slot} ${ariaExpanded}`;
  });

inBothBrowsers((test) => {
  test('what is left to a goal is in money where the goal is', async (visit) => {
    const page = await visit.open(hosted());
    for (const [goal, formula] of [
      // 200 000 to be gained by what now gains 115 000
      [{ metric: 'profit', target: 200_000 }, '€200,000 ÷ €115,000'],
      [{ metric: 'leads', target: 24_000 }, '24,000 ÷ 12,000'],
    ]) {
      await page.page.evaluate((wanted) => {
        document.querySelector('roi-calculator').store.set('/scenarios/0/goal', wanted);
      }, goal);
      await page.inside((root) => {
        for (const one of root.querySelectorAll('details')) one.open = true;
      });
      await page.settled();
      await page.explain('goalAdSpend');
      await page.unfoldExplanation();
      assert.ok((await page.explanation()).includes(formula), await page.explanation());
      await page.press('Close', '.explanation');
    }
  });

  test('what moves a figure most, as worked out by hand', async (visit) => {
    const page = await visit.open(hosted());
    await page.showAllFigures();
    // 12 000 subscribers, 10 % of them customers worth 150; 65 000 spent
    assert.equal(
      await mostOf(page, 'profit'),
      'What moves it most: the close rate. One point more adds €18,000.',
    );
    // 18 000 / 65 000
    assert.equal(
      await mostOf(page, 'roi'),
      'What moves it most: the close rate. One point more adds 27.7 pts.',
    );
    assert.equal(
      await mostOf(page, 'breakEvenCpl'),
      'What moves it most: the close rate. One point more adds €1.50.',
    );
    // 65 000 / 12 000 = 5.4167, less 65 000 / 12 120
    assert.equal(
      await mostOf(page, 'fullCostCpl'),
      'What moves it most: the number of subscribers. One percent more takes off €0.05.',
    );
    // Facebook: 6 500 × 0.01 × 150; LinkedIn: 27 000 × 1 % weigh more than 22 500 × 1 %
    assert.equal(
      await mostOf(page, 'profit', 'facebook'),
      'What moves it most: the close rate. One point more adds €9,750.',
    );
    assert.equal(
      await mostOf(page, 'profit', 'linkedin'),
      'What moves it most: ad spend. One percent more takes off €270.',
    );
    // Its only lever is itself.
    assert.equal(await mostOf(page, 'adSpend'), undefined);
    assert.equal(
      await mostOf(page, 'ownCost'),
      'What moves it most: ad spend. One percent more adds €650.',
    );
  });

  test('in French too, and for a figure of the goal', async (visit) => {
    const page = await visit.open(hosted('?lang=fr'));
    await page.explain('breakEvenCpl');
    assert.equal(
      await most(page),
      'Ce qui pèse le plus\u00a0: le taux de transformation. Un point de plus ajoute 1,50\u00a0€.',
    );
    await page.choose('preset', 'b2b-leads');
    await page.openAll();
    await page.explain('goalGap');
    // 1 300 and 1 775 clicks become leads by a conversion rate
    assert.equal(
      await most(page),
      'Ce qui pèse le plus sur «\u00a0prospects\u00a0»\u00a0: le taux de conversion. Un point de plus ajoute 30,8.',
    );
  });

  test('a range counts by its swing', async (visit) => {
    const page = await visit.open(hosted());
    await page.paste(field.closeRate, '2..20');
    await page.leave();
    assert.equal(
      await mostOf(page, 'profit'),
      'Most of all, close rate from 2% to 20% moves it from −€29,000 to €295,000.',
    );
  });

  test('an open explanation follows what is typed', async (visit) => {
    const page = await visit.open(hosted());
    await page.explain('breakEvenCpl');
    await page.type(field.value, '400');
    await until('the new slope', async () => /adds €4\.00\.$/.test(await most(page)));
  });

  test('the figures of a goal explain themselves', async (visit) => {
    const page = await visit.open(hosted());
    await page.choose('preset', 'b2b-leads');
    await page.openAll();
    for (const language of ['en', 'fr']) {
      await page.useLanguage(language);
      const said = await allExplanations(page, 'goal');
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

  test('an explanation is walked by keyboard', async (visit) => {
    const page = await visit.open(hosted());
    await page.showAllFigures();
    const keys = page.page.keyboard;
    for (const slot of ['numbers', 'all-breakEvenCpl']) {
      const css = `.fig[data-metric="breakEvenCpl"][data-slot="${slot}"]:not([data-channel])`;
      await (await page.element(css)).focus();
      assert.equal(await focusedFigure(page), `breakEvenCpl ${slot} false`);
      await keys.press('Enter');
      assert.equal(await focusedFigure(page), `breakEvenCpl ${slot} true`);
      const controls = await page.inside((root) => {
        const id = root.activeElement.getAttribute('aria-controls');
        return root.getElementById(id)?.className;
      });
      assert.equal(controls, 'explanation');

      const stops = [];
      const inExplanation = () =>
        page.inside((root) => root.activeElement?.closest('.explanation') !== null);
      while (!(await inExplanation())) await keys.press('Tab');
      while (await inExplanation()) {
        stops.push(
          await page.inside(({ activeElement: one }) => one.name || one.textContent.trim()),
        );
        if (stops.at(-1) === 'Return') break;
        await keys.press('Tab');
      }
      assert.deepEqual(stops, ['Close', 'Return']);
      await keys.press('Enter');
      const unfolded = await page.inside((root) => root.activeElement.ariaExpanded);
      assert.equal(unfolded, 'true');

      await keys.press('Escape');
      await until('focus on the number', async () =>
        (await focusedFigure(page)).startsWith('breakEvenCpl'),
      );
      assert.equal(await focusedFigure(page), `breakEvenCpl ${slot} false`);
      assert.equal(await page.explanation(), undefined);
    }
  });

  test('Escape on an open number closes its explanation', async (visit) => {
    const page = await visit.open(hosted());
    await (await page.element('.fig[data-metric="roi"]')).focus();
    await page.page.keyboard.press('Enter');
    assert.equal(await focusedFigure(page), 'roi numbers true');
    await page.page.keyboard.press('Escape');
    assert.equal(await focusedFigure(page), 'roi numbers false');
  });

  test('a definition is reached from its number by keyboard, and left again', async (visit) => {
    const page = await visit.open(hosted());
    const keys = page.page.keyboard;
    await page.explain('profit', 'linkedin');
    await (await page.button('How this is defined', '.explanation')).focus();
    await keys.press('Enter');
    await focusArrives(page, 'method-profit');
    await keys.press('Escape');
    await until('focus on the number', async () =>
      (await focusedFigure(page)).startsWith('profit channel-linkedin'),
    );
    await (await page.button('How this is defined', '.explanation')).focus();
    await keys.press('Enter');
    await focusArrives(page, 'method-profit');
    await keys.press('Tab');
    await keys.press('Enter');
    await until('focus on the number', async () =>
      (await focusedFigure(page)).startsWith('profit channel-linkedin'),
    );
  });

  test('the methodology defines every metric once, as its document does', async (visit) => {
    const page = await visit.open(hosted());
    await page.inside((root) =>
      root.querySelector('[data-section="method"]').setAttribute('open', ''),
    );
    await opened(page);
    const document = formulasOfTheDocument();
    assert.ok(document.size > 60, `${document.size} metrics with a formula`);
    for (const language of ['en', 'fr']) {
      await page.useLanguage(language);
      const list = await definitions(page);
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
        const expected = stated.map((one) => inWords(one, metric, names, kHow[language]));
        assert.deepEqual(formulas, expected, metric);
        assert.notEqual(about, '', metric);
      }
    }
  });

  test('every figure of the page has its definition', async (visit) => {
    const page = await visit.open(hosted('#method'));
    await opened(page);
    await page.showAllFigures();
    const undefinedOnes = await page.inside((root) =>
      [...root.querySelectorAll('.fig[data-metric]')]
        .map(({ dataset }) => dataset.metric)
        .filter((metric) => !root.getElementById(`method-${metric}`)),
    );
    assert.deepEqual(undefinedOnes, []);
  });

  test('an address leads to the methodology, and to a definition', async (visit) => {
    const page = await visit.open(hosted('?lang=fr#method'));
    await opened(page);
    await page.says(/Comment c’est calculé/);
    await page.says(/dernier clic/);
    await page.page.evaluate(() => {
      location.hash = '#method-roi';
    });
    await focusArrives(page, 'method-roi');
    const isSeen = await page.inside((root) => {
      const { top, bottom } = root.activeElement.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    assert.ok(isSeen, 'the definition is scrolled to');
  });

  test('the single file holds the methodology too', async (visit) => {
    const page = await visit.open(`${fileUrl(singleFile)}#method-breakEvenCpl`, { offline: true });
    await focusArrives(page, 'method-breakEvenCpl');
    await page.says(/Close rate × Return per customer/);
    assert.equal((await definitions(page)).length, kMetrics);
  });

  test('what is read off the months says how', async (visit) => {
    const page = await visit.open(hosted());
    const time = await new Analysis(page, 'time').open();
    await page.type(`${kPlan}/time/lagMonths`, '2');
    await page.leave();
    await page.type(`${kPlan}/time/discountRate`, '10');
    await page.leave();
    await page.click(await page.element('[data-section="time"] [data-told="payback"]'));
    // −65 000 and 60 000 have come and gone by the end of month 3, 60 000 more a month later.
    await time.says(/End of month 3: −€5,000/);
    await time.says(/End of month 4: €55,000/);
    await time.says(/Above zero for good: after 3\.1 months/);
    await page.page.keyboard.press('Escape');
    await time.says(/^((?!End of month).)*$/s);
    await page.click(await page.element('[data-section="time"] [data-told="netPresentValue"]'));
    // 1.1^(−1/12) = 0.99209
    await time.says(/−€21,667 × 99\.21% − €21,667 × \(99\.21%\)² \+ €38,333 × \(99\.21%\)³ \+/);
    await page.page.keyboard.press('Escape');
    const expanded = await page.inside((root) => root.activeElement?.ariaExpanded);
    assert.equal(expanded, 'false');
  });
});

// Hundreds of texts, which no browser makes.
inChromium((test) => {
  for (const [preset, which] of [
    ['email', '[data-channel="linkedin"]'],
    ['b2b-leads', '[data-channel="email"]'],
    ['agency-pitch', ':not([data-channel])'],
  ]) {
    test(`every figure explains itself, in both languages: ${preset}`, async (visit) => {
      const page = await visit.open(hosted());
      await page.choose('preset', preset);
      await page.showAllFigures();
      for (const language of ['en', 'fr']) {
        await page.useLanguage(language);
        const said = await allExplanations(page, 'all-', which);
        assert.equal(said.length, kFigures);
        for (const one of said) assertSaysEverything(one, language);
        assert.ok(said.filter((one) => one.most).length > kFigures / 3);
      }
    });
  }

  test('every figure explains itself, whatever is counted', async (visit) => {
    const page = await visit.open(hosted());
    await page.inside((root, name) => {
      root.querySelector(`[name="${name}"]`).closest('details').open = true;
    }, `${kPlan}/action`);
    for (const language of ['en', 'fr']) {
      await page.useLanguage(language);
      const actions = language === 'en' ? kActions.slice(0, 4) : kActions.slice(3);
      for (const action of actions) {
        await page.choose(`${kPlan}/action`, action);
        await page.showAllFigures();
        const said = await allExplanations(page, 'all-', ':not([data-channel])');
        assert.equal(said.length, kFigures);
        for (const one of said) assertSaysEverything(one, language);
      }
    }
  });
});
