// What a brief locks stays as it is, whatever is pressed, typed, measured or handed to the calculator; and what
// would change it says so. Plans are changed at random by a seed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { looked } from '../../web/src/tools/paths/reading.ts';
import { act } from '../../web/src/view/act.ts';
import { randomOf } from '../e2e/lib/hostile.mjs';
import { exampleOf, planOf } from '../e2e/lib/plans.mjs';
import { Analysis } from './lib/analysis.mjs';
import { openWith } from './lib/calculator.mjs';

globalThis.HTMLDetailsElement ??= class {};

const kSeed = Number(process.env.ROI_SEED ?? 1130);

const kOfPlan = ['closeRate', 'margin', 'value', 'period', 'incrementalShare'];
const kOfChannels = ['leads', 'clicks', 'conversionRate', 'closeRate', 'costs', 'incrementalShare'];
const kLists = ['sharedCosts', 'savings', 'goal'];

const lock = (pointer) => ({ pointer, locked: true });
/** Every figure, while channels and scenarios may still come and go. */
const kEverything = [...kOfPlan, ...kLists, 'own']
  .map((name) => `/scenarios/*/${name}`)
  .concat(kOfChannels.map((name) => `/scenarios/*/channels/*/${name}`))
  .map(lock);

/** What the locked fields of each scenario and channel say, by their ids. */
function saidBy({ scenarios }) {
  const said = new Map();
  const note = (id, whole, names) => {
    for (const name of names) said.set(`${id} ${name}`, JSON.stringify(whole[name]));
  };
  for (const one of scenarios) {
    note(one.id, one, [...kOfPlan, ...kLists, 'own']);
    for (const channel of one.channels) note(`${one.id} ${channel.id}`, channel, kOfChannels);
  }
  return said;
}

/** What there was says the same; what is new says what another said, or no figure. */
function assertKept(before, document, about) {
  for (const [place, said] of saidBy(document)) {
    if (before.has(place)) assert.equal(said, before.get(place), `${about}: ${place}`);
    else if (/\d/.test((said ?? '').replace(/"[^"]*"/g, '')))
      assert.ok([...before.values()].includes(said), `${about}: ${place} is new, and ${said}`);
  }
}

/** A plan that everything can be asked of: ranges, savings, a goal, shared costs, own figures, a plan beside it. */
function fullPlan() {
  const channel = (id, leads, amount) => ({
    id,
    name: `Lane ${id}`,
    leads,
    incrementalShare: 0.9,
    costs: [
      { kind: 'adSpend', amount },
      { kind: 'people', hours: 10, hourlyCost: 40 },
    ],
    response: { elasticity: 0.5 },
  });
  const range = { low: 0.05, likely: 0.1, high: 0.2 };
  const fields = {
    closeRate: range,
    margin: { low: 0.3, likely: 0.4, high: 0.5 },
    value: { mode: 'revenue', revenuePerCustomer: { low: 400, likely: 500, high: 700 } },
    sharedCosts: [{ kind: 'tools', amount: 100, allocation: { rule: 'equally' } }],
    savings: [{ label: 'Licence', amount: 50 }],
    goal: { metric: 'profit', target: 5000 },
    own: { licence: 250 },
  };
  const plan = planOf(
    [channel('a', { low: 80, high: 120 }, 800), channel('b', { low: 5, high: 20 }, 300)],
    fields,
  );
  plan.scenarios.push({ ...structuredClone(plan.scenarios[0]), id: 'other', role: 'alternative' });
  const licence = { id: 'licence', unit: 'money' };
  const perLead = { id: 'perLead', unit: 'money', formula: 'licence / leads' };
  return { ...plan, own: { inputs: [licence], figures: [perLead] } };
}

/** What is done to each kind of thing in the page; numbers that are typed are other than what stands there. */
const kActs = {
  button: (one) => one.press(),
  'input[type="checkbox"]': (one) => one.tick(),
  'input[inputmode]': (one) => one.enter('7'),
  'input[type="range"]': (one) => one.enter('3'),
  select: (one) => one.select(one.all('option').at(-1).value),
};

/** Sections, channels, and an explanation down to what marks where a figure comes from are open. */
function unfold(page) {
  page.openAll();
  for (const name of ['Lane a', 'Lane b']) page.openDetails(name);
  page.explain('roi');
  const folded = () => page.root.first('.explanation .opener[aria-expanded="false"]');
  const marks = () => page.root.first('.explanation [data-marks]');
  for (let one = folded(); one && !marks(); one = folded()) one.press();
  marks()?.press();
}

/** Does each thing once that can be done in the page, to the same plan in the same page, until the check says
 * that it has seen enough. */
function doAll(page, check) {
  unfold(page);
  const plan = page.store.document;
  const { ui } = page.view();
  const asItWas = () => {
    for (let steps = 0; page.store.document !== plan && steps < 9; steps += 1) page.store.undo();
    page.store.show(0);
    const others = Object.keys(page.view().ui).filter((key) => !(key in ui));
    page.view().update({ ...Object.fromEntries(others.map((key) => [key, undefined])), ...ui });
    page.useLanguage('en');
  };
  let done = 0;
  for (const [selector, act] of Object.entries(kActs)) {
    const { length } = page.root.all(selector);
    for (let at = 0; at < length; at += 1) {
      const one = page.root.all(selector)[at];
      // A picture is taken out by a browser alone.
      if (!one || one.closest('.take')) continue;
      const name = one.attributes['aria-label'] ?? one.words.slice(0, 60);
      act(one);
      done += 1;
      if (check(`${selector} ${at}, “${name}”`)) return done;
      asItWas();
      assert.equal(page.store.document, plan, `undo leads back from “${name}”`);
    }
  }
  return done;
}

test('whatever is pressed, ticked, chosen or typed into, locked fields say the same', () => {
  const page = openWith({ fields: kEverything }, 'en', fullPlan());
  const before = saidBy(page.store.document);
  const done = doAll(page, (about) => assertKept(before, page.store.document, about));
  assert.ok(done > 150, `${done} acts`);
});

test('without a lock the same acts change the same fields', () => {
  const page = openWith({}, 'en', fullPlan());
  const before = saidBy(page.store.document);
  let changed = 0;
  doAll(page, () => {
    const said = [...saidBy(page.store.document)];
    if (said.some(([place, text]) => before.get(place) !== text)) changed += 1;
    return changed > 20;
  });
  assert.ok(changed > 20, `${changed} acts change a field`);
});

// What is changed from elsewhere in the page

const { below, one } = randomOf(kSeed);

/** Every number of a plan, by its pointer. */
function numbersIn(part, at = '') {
  if (typeof part === 'number') return [at];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => numbersIn(value, `${at}/${key}`));
}

function withNumber(document, pointer, number) {
  const copy = structuredClone(document);
  const keys = pointer.split('/').slice(1);
  let part = copy;
  for (const key of keys.slice(0, -1)) part = part[key];
  part[keys.at(-1)] = number;
  return copy;
}

test(`a plan with other figures is taken over only where none of them is locked, seed ${kSeed}`, () => {
  const { document } = openWith({}, 'en', fullPlan()).store;
  const numbers = numbersIn(document.scenarios, '/scenarios');
  let taken = 0;
  let refused = 0;
  for (let turn = 0; turn < 200; turn += 1) {
    const pointer = one(numbers);
    const field = one(numbers).replace(/\/(low|likely|high|value)$/, '');
    const pattern = field.replace(/\/\d+(?=\/)/g, (index) => (below(2) ? '/*' : index));
    const isLocked = new RegExp(`^${pattern.replaceAll('*', '\\d+')}(/|$)`).test(pointer);
    const { store } = openWith({ fields: [lock(pattern)] }, 'en', fullPlan());
    const number = store.get(pointer);
    const error = store.takeOver(withNumber(store.document, pointer, number * 0.9), 0);
    if (error && error.code !== 'brief.locked') continue;
    const about = `${pointer}, ${pattern} locked, turn ${turn}`;
    assert.equal(error?.code, isLocked ? 'brief.locked' : undefined, about);
    assert.equal(store.get(pointer), isLocked ? number : number * 0.9, about);
    if (isLocked) refused += 1;
    else taken += 1;
  }
  assert.ok(taken > 20 && refused > 3, `${taken} taken, ${refused} refused`);
});

test('entries of a list that is not locked go, move, are copied and added; a locked list stays', () => {
  const page = openWith({ fields: [lock('/scenarios/*/channels/*/leads')] }, 'en', fullPlan());
  const ids = () => page.store.scenario.channels.map(({ id }) => id);
  const { leads } = page.store.scenario.channels[1];
  page.openDetails('Lane a');
  page.press('Move Lane a down');
  assert.deepEqual(ids(), ['b', 'a']);
  page.press('Duplicate Lane a');
  assert.equal(ids().length, 3);
  page.press('Remove Lane a');
  page.addChannel();
  assert.deepEqual(ids().slice(0, 1), ['b']);
  assert.deepEqual(page.store.scenario.channels[0].leads, leads);
  page.store.compareWith('alternative');
  assert.equal(page.store.document.scenarios.length, 3);
  const [first] = page.store.scenario.channels;
  const brought = { ...first, id: 'brought', leads: 77 };
  const error = page.store.set(`${page.store.base}/channels`, [first, brought]);
  assert.equal(error.code, 'brief.locked');
  const closed = openWith({ fields: [lock('/scenarios/*/channels')] }, 'en', fullPlan());
  assert.equal(closed.root.first('[data-adds="/scenarios/0/channels"]'), undefined);
  assert.equal(
    closed.store.set('/scenarios/0/channels', fullPlan().scenarios[0].channels.slice(1)).code,
    'brief.locked',
  );
});

test('a plan in the place of this one is shown as it is, and undo leads back', async () => {
  const page = openWith({ fields: [lock('/scenarios/*/closeRate')] }, 'en', fullPlan());
  const { closeRate } = page.store.scenario;
  const other = planOf(fullPlan().scenarios[0].channels, { closeRate: 0.33 });
  await page.open(other, 'file');
  assert.equal(page.store.scenario.closeRate, 0.33);
  page.undo();
  assert.deepEqual(page.store.scenario.closeRate, closeRate);
});

test('what would change a locked field says which, in both languages', () => {
  for (const [locale, words] of [
    ['en', '“Close rate” is locked here, and this would change it.'],
    ['fr', '«\u00a0Taux de transformation\u00a0» est verrouillé ici, et cela le changerait.'],
  ]) {
    const page = openWith({ fields: [lock('/scenarios/*/closeRate')] }, locale, fullPlan());
    const { view } = page;
    act(view.call(page), '/scenarios/0/closeRate', 0.4);
    assert.equal(page.notice.text, words);
  }
  const label = { fr: 'Taux de signature', en: 'Signing rate' };
  const named = openWith(
    { fields: [{ ...lock('/scenarios/*/closeRate'), label }] },
    'en',
    fullPlan(),
  );
  named.root;
  act(named.view(), '/scenarios/0/closeRate', 0.4);
  assert.match(named.notice.text, /^“Signing rate” is locked/);
});

// Figures that are sought and measured

/** One channel of clicks, which everything below can measure. */
const clickPlan = () =>
  planOf(
    [
      {
        id: 'ads',
        name: 'Ads',
        platform: 'facebook',
        clicks: 10000,
        conversionRate: 0.05,
        costs: [{ kind: 'adSpend', amount: 1000 }],
      },
      { id: 'b', name: 'Newsletter', leads: 10, costs: [{ kind: 'adSpend', amount: 600 }] },
    ],
    { margin: 0.4 },
  );

const panel = (page) => page.root.first('.evidence');

async function openedTool(id, brief, locale = 'en') {
  const page = openWith(brief, locale, clickPlan());
  page.openTool(id);
  while (!panel(page)?.first('form') && !panel(page)?.first('.ways-in'))
    await new Promise((done) => setImmediate(done));
  page.idle();
  return page;
}

function fill(page, figures) {
  for (const [name, text] of Object.entries(figures)) {
    page.type(name, text);
    page.leave();
  }
  page.idle();
}

/** Of each tool that measures: what is typed into it, the field it goes into, and its press. */
const kMeasured = {
  'ab-test': {
    field: 'conversionRate',
    press: /Put the rate of B/,
    figures: {
      'abTest/a/visitors': '5000',
      'abTest/a/conversions': '250',
      'abTest/b/visitors': '5000',
      'abTest/b/conversions': '295',
    },
  },
  holdout: {
    field: 'incrementalShare',
    press: /^Put 33\.3% into Ads$/,
    figures: {
      'holdout/treated/people': '100000',
      'holdout/treated/customers': '3000',
      'holdout/control/people': '50000',
      'holdout/control/customers': '1000',
    },
  },
};

for (const [id, { field, press, figures }] of Object.entries(kMeasured))
  test(`${id}: what it measures goes in, unless its field is locked: then it says so`, async () => {
    const typed = Object.fromEntries(
      Object.entries(figures).map(([name, text]) => [`/scenarios/0/${name}`, text]),
    );
    const pressOf = (page) =>
      panel(page)
        .all('button')
        .find(({ words }) => press.test(words));
    const free = await openedTool(id, {});
    fill(free, typed);
    pressOf(free).press();
    assert.equal(free.store.scenario.channels[0][field].provenance, 'measured');
    const locked = await openedTool(id, { fields: [lock(`/scenarios/*/channels/*/${field}`)] });
    fill(locked, typed);
    assert.equal(pressOf(locked), undefined);
    assert.match(panel(locked).words, /is locked here, and this would change it/);
    locked.useLanguage('fr');
    assert.match(panel(locked).words, /est verrouillé ici, et cela le changerait/);
  });

test('conversion paths become channels’ counts, unless one is locked: then it says so', async () => {
  const paths =
    'path,conversions,value,nulls\nFacebook > newsletter,8,80,2\nnewsletter,2,40,1\nTotal,10,120,3\n';
  const bring = async (brief) => {
    const page = await openedTool('paths', brief);
    page.root.first('[name="paths"]').choose([new File([paths], 'paths.csv')]);
    do await new Promise((done) => setImmediate(done));
    while (looked.of(page.view()).source?.bytes !== undefined);
    page.idle();
    return panel(page);
  };
  assert.ok((await bring({})).first('[data-applies]'));
  const locked = await bring({ fields: [lock('/scenarios/*/channels/*/leads')] });
  assert.equal(locked.first('[data-applies]'), undefined);
  assert.match(locked.words, /“Leads.*” is locked here/);
});

test('an export becomes the plan, unless a field it knows is locked: then it says so, and nothing changes', async () => {
  const meta = readFileSync(new URL('../exports/platforms/meta-en-campaign.csv', import.meta.url));
  const bring = async (brief) => {
    const page = openWith(brief, 'en', clickPlan());
    await page.dropAll({ 'meta.csv': meta });
    return page;
  };
  const applies = (page) => page.root.first('.bringing [data-applies]');
  assert.ok(applies(await bring({})));
  for (const pointer of ['channels/*/conversionRate', 'channels/*/costs', 'channels']) {
    const page = await bring({ fields: [lock(`/scenarios/*/${pointer}`)] });
    assert.equal(applies(page), undefined, pointer);
    assert.match(page.root.first('.bringing').words, /is locked here/, pointer);
  }
});

test('a goal that is sought is not applied to a locked figure', () => {
  const applied = (brief) => {
    const page = openWith(brief, 'en', fullPlan());
    page.openAll();
    return page.root.all('.ways li').map(({ words }) => words);
  };
  assert.match(applied({}).join('\n'), /Apply/);
  const locked = applied({ fields: kEverything });
  assert.ok(locked.length > 0);
  for (const words of locked) assert.match(words, /This field cannot be changed here\.$/);
});

test('guesses that are locked are not made ranges with the others', () => {
  const plan = exampleOf('email');
  const page = openWith({ fields: [lock('/scenarios/*/closeRate')] }, 'en', plan);
  new Analysis(page, 'sure').open();
  const before = page.store.scenario;
  page.root.first('[data-guesses]').press();
  const { closeRate, ...others } = page.store.scenario;
  assert.deepEqual(closeRate, before.closeRate);
  const ranges = numbersIn(others).filter((at) => at.endsWith('/low'));
  assert.ok(ranges.length > numbersIn(before).filter((at) => at.endsWith('/low')).length);
});
