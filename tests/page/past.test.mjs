// A campaign that is over is not judged in the words of a plan.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstPage } from '../../web/src/standalone/report/first-page.ts';
import { planOf } from '../e2e/lib/plans.mjs';
import { Analysis } from './lib/analysis.mjs';
import { open } from './lib/calculator.mjs';
import { drawn } from './lib/drawn.mjs';

/** 100 leads for 1 000, of which 10 buy for 300: 3 000, and at a margin of a half 1 500. */
const kFields = { margin: 0.5, goal: { metric: 'leads', target: 120 } };
const lane = (fields) => ({
  id: 'a',
  name: 'Lane',
  leads: 100,
  costs: [{ kind: 'adSpend', amount: 1000 }],
  ...fields,
});
const campaign = (role, fields = {}, ...channels) =>
  planOf(channels.length > 0 ? channels : [lane()], { role, ...kFields, ...fields });

function shown(locale, plan) {
  const page = open(locale, plan);
  page.openAll();
  page.idle();
  return page;
}

/** The answer, every closed line, and the goal. */
function told({ root }) {
  const goal = root.all('.results details').find((one) => !one.attributes['data-section']);
  const parts = [root.first('.verdict'), root.first('.numbers'), ...root.all('.results summary')];
  return [...parts, goal].map(({ words }) => words).join(' ');
}

const printed = (page) => drawn(firstPage(page.view())).textContent;

test('what has happened is told in the past, and nothing is asked of it', () => {
  for (const role of ['lastCampaign', 'samePeriodLastYear']) {
    const english = told(shown('en', campaign(role)));
    assert.match(english, /Each lead cost €10\.00 and brings €15\.00/);
    assert.match(english, /You paid €10\.00 per lead/);
    assert.match(english, /Was the goal reached\? It was missed by 20\./);
    assert.match(english, /it would have taken/);
    assert.doesNotMatch(english, /[Tt]he plan|would take|What would it take|Each of these alone/);
    const french = told(shown('fr', campaign(role)));
    assert.match(french, /Chaque prospect a coûté 10,00\s€ et rapporte 15,00\s€/);
    assert.match(french, /Vous avez payé 10,00\s€ par prospect/);
    assert.match(french, /L’objectif a-t-il été atteint\s\? Il en a manqué 20\./);
    assert.match(french, /il aurait fallu/);
    assert.doesNotMatch(french, /[Ll]e plan|faudrait|aujourd’hui|y suffirait/);
  }
});

test('a goal that was reached, or passed on the wrong side, is said in the past', () => {
  const reached = campaign('lastCampaign', { goal: { metric: 'leads', target: 90 } });
  shown('en', reached).says(/It was reached\./);
  shown('fr', reached).says(/Il a été atteint\./);
  // a day that is over is none to come
  const dated = campaign('lastCampaign', {
    goal: { metric: 'leads', target: 120, deadline: '2026-03-31' },
  });
  shown('fr', dated).says(/Prospects\s: 120 au 31 mars 2026\. Il en a manqué 20\./);
  // 10 a lead, where 8 were wanted
  const dear = campaign('lastCampaign', { goal: { metric: 'fullCostCpl', target: 8 } });
  shown('en', dear).says(/It came out €2\.00 above it\./);
  shown('fr', dear).says(/C’était 2,00\s€ de trop\./);
});

test('where its figures are typed, it is called no plan', () => {
  const asked = (locale, role) => {
    const page = shown(locale, campaign(role, { goal: undefined }));
    page.press(locale === 'en' ? 'Details of Lane' : 'Détail de Lane');
    page.openAll();
    page.idle();
    return page.root.first('.inputs').words;
  };
  const names = { en: /(as for|as|what) the plan/, fr: /(pour le|du|donne le) plan/ };
  for (const [locale, name] of Object.entries(names)) {
    assert.match(asked(locale, 'plan'), name);
    assert.doesNotMatch(asked(locale, 'lastCampaign'), name);
  }
  assert.match(asked('en', 'lastCampaign'), /Start from what the campaign gave/);
  assert.match(asked('fr', 'lastCampaign'), /Partir de ce qu’a donné la campagne/);
});

test('what is usual stands beside the campaign by its name', () => {
  const usual = (compare, last) => {
    const page = open(compare === 'Compare with…' ? 'en' : 'fr', 'b2b-leads');
    page.press(compare);
    page.press(last);
    page.idle();
    return page.root.words;
  };
  assert.match(usual('Compare with…', 'the last campaign'), /Usual Last campaign/);
  assert.match(usual('Comparer avec…', 'la dernière campagne'), /D’ordinaire Dernière campagne/);
});

test('what is still to come stays a plan', () => {
  for (const role of ['plan', 'alternative']) {
    const english = shown('en', campaign(role));
    english.says(/Each lead costs €10\.00 and brings €15\.00/);
    english.says(/The plan misses it by 20\./);
    english.says(/What would it take for a better return\?/);
    shown('fr', campaign(role)).says(/Que faudrait-il pour l’objectif\s\?/);
  }
  const nearly = campaign('plan', { goal: { metric: 'leads', target: 101 } });
  shown('en', nearly).says(/The plan misses it by 1\./);
  shown('fr', nearly).says(/Il en manque 1\./);
});

test('words follow the scenario that is shown', () => {
  const page = open('en', campaign('plan'));
  page.press('Compare with…');
  page.press('the last campaign');
  page.says(/Each lead cost €10\.00/);
  page.press('Plan', '.tabs');
  page.says(/Each lead costs €10\.00/);
});

/** The close rate is not known; value, margin, leads and cost are. */
const kUnsure = { closeRate: { low: 0.05, high: 0.2 } };

test('a chance of what has happened says that luck is left out of it', () => {
  const english = shown('en', campaign('lastCampaign', kUnsure));
  const condition = 'if the 4 figures without a range are exact, luck aside since it has happened';
  const sure = new Analysis(english, 'sure');
  assert.match(sure.answer(), new RegExp(`^\\d chances in 10 of a profit, ${condition}$`));
  sure.open().says(/Chance of a profit/);
  sure.says(/Luck is left out, since it has happened/);
  english.doesNotSay(/earning money|luck is counted in/);
  assert.match(printed(english), new RegExp(`of a profit, ${condition}`));
  const french = shown('fr', campaign('lastCampaign', kUnsure));
  french.says(/d’être bénéficiaire, si les 4 chiffres .* exacts, hors hasard puisque c’est passé/);
  new Analysis(french, 'sure').open().says(/Le hasard n’est pas compté, puisque c’est passé/);
  french.doesNotSay(/de gagner de l’argent|le hasard est compté/);
});

test('a goal of what was counted has no chance once it is over; one of what is not known has', () => {
  const chance = (role, goal) => {
    const page = shown('en', campaign(role, { ...kUnsure, goal }));
    return new Analysis(page, 'sure').open().fact('Chance that the goal is reached');
  };
  const leads = { metric: 'leads', target: 120 };
  assert.equal(chance('lastCampaign', leads), undefined);
  assert.equal(chance('plan', leads), 'below 0.1%');
  assert.match(chance('lastCampaign', { metric: 'profit', target: 400 }), /^\d\d%$/);
});

test('a chance of a plan says whether luck is in it', () => {
  const drawnOnes = shown('en', campaign('plan', kUnsure));
  new Analysis(drawnOnes, 'sure').open().says(/luck is counted in/);
  drawnOnes.doesNotSay(/luck aside|Luck is left out|luck has no part/);
  const customers = { value: 10, provenance: 'measured' };
  const value = { mode: 'revenue', revenuePerCustomer: { low: 200, high: 400 } };
  const counted = campaign('plan', { value }, lane({ customers }));
  new Analysis(shown('en', counted), 'sure')
    .open()
    .says(/Customers were counted: luck has no part in it/);
  new Analysis(shown('fr', counted), 'sure')
    .open()
    .says(/Les clients ont été comptés\s: le hasard n’y entre pas/);
});

test('a range of what was counted moves nothing of a campaign that is over, and no single value is claimed', () => {
  const leads = { low: 80, high: 120 };
  const past = shown('en', campaign('lastCampaign', {}, lane({ leads })));
  assert.equal(new Analysis(past, 'sure').answer(), 'no range moves it');
  past.doesNotSay(/[Ee]very figure is a single value/);
  assert.match(printed(past), /No range moves this answer/);
  const plan = shown('en', campaign('plan', {}, lane({ leads })));
  assert.match(new Analysis(plan, 'sure').answer(), /earning money/);
});

test('on paper what is over is not what we would change', () => {
  const past = shown('en', campaign('lastCampaign'));
  assert.match(printed(past), /What we take from it/);
  assert.doesNotMatch(printed(past), /What we would change|would take|today/);
  assert.match(printed(shown('fr', campaign('lastCampaign'))), /Ce que nous en retenons/);
  assert.match(printed(shown('en', campaign('plan'))), /What we would change/);
});

test('a channel that lost would have left more', () => {
  const dear = lane({ id: 'b', name: 'Dear', costs: [{ kind: 'adSpend', amount: 4000 }] });
  const plan = campaign('lastCampaign', {}, lane(), dear);
  shown('en', plan).says(/without it, that much more would have been left/);
  shown('fr', plan).says(/sans ce canal, il serait resté autant de plus/);
});

test('a channel that lost by its part of shared costs alone would have left less', () => {
  // 1 500 come back of 1 000 and of half of 1 400
  const sharedCosts = [{ kind: 'tools', amount: 1400, allocation: { rule: 'equally' } }];
  const plan = campaign('lastCampaign', { sharedCosts }, lane(), lane({ id: 'b', leads: 300 }));
  shown('en', plan).says(/without it, that much less would have been left/);
  shown('fr', plan).says(/sans ce canal, il serait resté autant de moins/);
});

test('an explanation says what a channel would have left', () => {
  const plan = campaign('lastCampaign', {}, lane(), lane({ id: 'b', name: 'Other' }));
  const explained = (locale) => shown(locale, plan).explained('contribution', 'a').words;
  assert.match(explained('en'), /Without Lane, €500\.00 less would have been left/);
  assert.match(explained('fr'), /Sans Lane, il serait resté 500,00\s€ de moins/);
});

test('ad spend that would have reached a goal by how channels respond is said in the past', () => {
  const responding = lane({ response: { elasticity: 0.5 } });
  const plan = campaign('lastCampaign', {}, responding);
  shown('en', plan).says(/If channels respond as you say, .*it would have taken/);
  shown('fr', plan).says(/Si les canaux réagissent .*il aurait fallu/);
});
