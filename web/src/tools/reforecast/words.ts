// What is said of what has happened since the plan began.
import { of } from '../../locales/nouns';
import type { ByBasis, Say } from '../../locales/say';
import { wordsIn } from '../../locales/words';

interface Words {
  nothingYet: string;
  begin: string;
  beginNote: string;
  forget: string;
  others: string;
  start: string;
  until: string;
  thePlan: string;
  spent: string;
  /** Of a rate or a price: how many cases it was seen on. */
  among: Say<[cases: string]>;
  sayAmong: Say<[cases: string]>;
  ofCases: Say<[value: string, n: string, cases: string]>;
  orders: string;
  oneFigure: string;
  also: string;
  ofPlace: string;
  add: string;
  removeOf: Say<[place: string]>;
  sayStart: string;
  refused: Say<[where: string, what: string]>;
  /** In the end, beside what was planned. */
  goal: Say<[now: string, planned: string]>;
  earning: ByBasis<Say<[now: string, planned: string]>>;
  notForeseen: string;
  foreseenNot: Say<[what: string]>;
  tooFew: string;
  counted: string;
  figure: string;
  seen: string;
  expected: string;
  end: string;
  planned: string;
  now: string;
  span: Say<[middle: string, low: string, high: string]>;
  pacing: string;
  due: string;
  left: string;
  days: Say<[count: number, shown: string]>;
  over: string;
  spentAll: string;
  all: string;
  whatIf: string;
  slider: string;
  unused: Say<[what: string]>;
  note: string;
  effective: Say<[effective: string, trials: string]>;
  redrawn: string;
}

const fr: Words = {
  nothingYet: 'Dites ce qui a été compté',
  begin: 'Saisir ce qui a été compté',
  beginNote:
    'Une fois le plan lancé, dites ce qui a été dépensé et compté depuis le début\u00a0: la page dit ce que le plan devient, à côté de ce qui était prévu.',
  forget: 'Tout oublier',
  others: 'Ajouter les autres canaux',
  start: 'Le plan a commencé le',
  until: 'Jusqu’à la fin du',
  thePlan: 'Tout le plan',
  spent: 'Dépensé en publicité',
  among: (cases) => `Sur combien ${of(cases)}`,
  sayAmong: (cases) => `dites sur combien ${of(cases)}.`,
  ofCases: (value, n, cases) => `${value} sur ${n} ${cases}`,
  orders: 'commandes',
  oneFigure: 'ce qui a été compté est un seul chiffre, pas une fourchette.',
  also: 'Compter aussi',
  ofPlace: 'Pour',
  add: 'Ajouter',
  removeOf: (place) => `Supprimer\u00a0: ${place}`,
  sayStart: 'Dites quand le plan a commencé.',
  refused: (where, what) => `${where}\u00a0: ${what}`,
  goal: (now, planned) => `Objectif atteint\u00a0: ${now}, contre ${planned} au départ`,
  earning: {
    margin: (now, planned) => `Gagner de l’argent\u00a0: ${now}, contre ${planned} au départ`,
    revenue: (now, planned) =>
      `Rapporter plus que le coût, avant le coût des ventes\u00a0: ${now}, contre ${planned} au départ`,
  },
  notForeseen: 'Le plan ne l’avait pas prévu',
  foreseenNot: (what) =>
    `Le plan ne l’avait pas prévu\u00a0: ${what}. Mieux vaut revoir ses fourchettes que se fier à ce qui suit.`,
  tooFew:
    'Trop peu de ce que le plan tenait pour possible ressemble à ce qui a été compté pour dire ce qu’il devient.',
  counted: 'Ce qui a été compté',
  figure: 'Chiffre',
  seen: 'Compté',
  expected: 'Attendu à cette date, 9 fois sur 10',
  end: 'Au bout du compte, 9 fois sur 10',
  planned: 'Prévu',
  now: 'Maintenant',
  span: (middle, low, high) => `${middle} (${low} à ${high})`,
  pacing: 'Budget publicitaire',
  due: 'Aurait dû l’être',
  left: 'Reste par jour',
  days: (count, shown) => `${shown} ${count < 2 ? 'jour' : 'jours'}`,
  over: 'plus aucun jour',
  spentAll: 'il ne reste rien',
  all: 'En tout',
  whatIf: 'Et si c’était autant\u202f?',
  slider: 'Faire varier',
  unused: (what) =>
    `Sans effet ici, car le plan n’en attend rien ou les contient déjà\u00a0: ${what}.`,
  note: 'Chaque tirage du plan pèse autant qu’il rend probable ce qui a été compté. Le hasard ne s’apprend pas\u00a0: il ne compte que pour ce qui reste à venir. «\u00a0Prévu\u00a0» est le plan tel qu’il était\u202f; ses coûts restent, sauf ce qui est dépensé au-delà.',
  effective: (effective, trials) => `Tirages utiles\u00a0: ${effective} sur ${trials}.`,
  redrawn: 'Ils ont été tirés de nouveau autour du plus probable.',
};

const en: Words = {
  nothingYet: 'Say what has been counted',
  begin: 'Enter what has been counted',
  beginNote:
    'Once the plan runs, say what has been spent and counted since it began: the page says what the plan comes to now, beside what was planned.',
  forget: 'Forget all of it',
  others: 'Add the other channels',
  start: 'The plan began on',
  until: 'Until the end of',
  thePlan: 'The whole plan',
  spent: 'Spent on ads',
  among: (cases) => `Among how many ${cases}`,
  sayAmong: (cases) => `say among how many ${cases}.`,
  ofCases: (value, n, cases) => `${value}, among ${n} ${cases}`,
  orders: 'orders',
  oneFigure: 'what was counted is one figure, not a range.',
  also: 'Count also',
  ofPlace: 'For',
  add: 'Add',
  removeOf: (place) => `Remove ${place}`,
  sayStart: 'Say when the plan began.',
  refused: (where, what) => `${where}: ${what}`,
  goal: (now, planned) => `Reaching the goal: ${now}, against ${planned} as planned`,
  earning: {
    margin: (now, planned) => `Earning money: ${now}, against ${planned} as planned`,
    revenue: (now, planned) =>
      `Bringing more than it costs, before the cost of goods: ${now}, against ${planned} as planned`,
  },
  notForeseen: 'The plan did not foresee this',
  foreseenNot: (what) =>
    `The plan did not foresee this: ${what}. Look at its ranges again before you trust what follows.`,
  tooFew:
    'Too little of what the plan held possible is like what has been counted to say what it comes to now.',
  counted: 'What has been counted',
  figure: 'Figure',
  seen: 'Counted',
  expected: 'Expected by then, 9 times in 10',
  end: 'In the end, 9 times in 10',
  planned: 'Planned',
  now: 'Now',
  span: (middle, low, high) => `${middle} (${low} to ${high})`,
  pacing: 'Ad budget',
  due: 'Should have been',
  left: 'Left per day',
  days: (count, shown) => `${shown} ${count === 1 ? 'day' : 'days'}`,
  over: 'no day left',
  spentAll: 'nothing is left',
  all: 'In all',
  whatIf: 'What if it were so many?',
  slider: 'Move it',
  unused: (what) =>
    `Of no effect here, as the plan expects nothing of these or holds them already: ${what}.`,
  note: 'Each trial of the plan weighs as much as it makes likely what has been counted. Luck cannot be learnt: it only counts in what is still to come. “Planned” is the plan as it was; its costs stay, but for what is spent beyond them.',
  effective: (effective, trials) => `Trials in effect: ${effective} of ${trials}.`,
  redrawn: 'They were drawn anew about the likeliest.',
};

export const sinceWords = wordsIn({ fr, en });
