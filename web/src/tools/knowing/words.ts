// What is said of what it is worth to know more.
import type { Action } from '../../locales/catalogue';
import { nouns } from '../../locales/nouns';
import type { ByBasis, Say } from '../../locales/say';
import { wordsIn } from '../../locales/words';

export type Cases = 'impressions' | 'clicks' | 'leads';

interface Words {
  nothing: string;
  /** In one line. */
  atMost: Say<[name: string, amount: string]>;
  /** Before what is decided. */
  decided: string;
  plan: string;
  channels: string;
  split: string;
  against: Say<[scenario: string]>;
  own: Say<[figure: string]>;
  /** What is expected as things are known, on the basis that counts. */
  does: ByBasis<Say<[amount: string]>>;
  leaves: ByBasis<Say<[amount: string]>>;
  better: Say<[amount: string, scenario: string]>;
  worse: Say<[amount: string, scenario: string]>;
  splits: { more: Say<[amount: string]>; less: Say<[amount: string]> };
  noSplit: string;
  comesTo: Say<[figure: string, amount: string]>;
  fallsShort: Say<[figure: string, amount: string]>;
  carriesOn: Say<[channels: string]>;
  drops: Say<[channels: string]>;
  all: Say<[amount: string]>;
  same: string;
  figures: string;
  figure: string;
  known: string;
  sample: string;
  sampleWorth: string;
  sampleCost: string;
  common: Say<[group: string]>;
  cases: Say<[count: string, kind: Cases, action: Action, days: string]>;
  days: Say<[count: number, shown: string]>;
  advice: Say<[sample: string, name: string, worth: string, cost: string]>;
  noSample: string;
  nonePays: string;
  noteOnInfluence: string;
  noteOnWorth: string;
  noteOnBasis: string;
}

const fr: Words = {
  nothing: 'Rien\u00a0: partout dans vos fourchettes, ou presque, la décision reste la même',
  atMost: (name, amount) => `${name}\u00a0: le savoir vaut au plus ${amount}`,
  decided: 'Ce qui est à décider',
  plan: 'Lancer le plan ou non',
  channels: 'Garder ou non chaque canal',
  split: 'Changer la répartition du budget ou non',
  against: (scenario) => `Ce plan ou «\u00a0${scenario}\u00a0»`,
  own: (figure) => `Le faire ou non, d’après «\u00a0${figure}\u00a0»`,
  does: {
    margin: (amount) => `En moyenne, le plan rapporte ${amount} de plus que de ne rien faire.`,
    revenue: (amount) =>
      `En moyenne, le plan rapporte ${amount} de plus qu’il ne coûte, avant le coût des ventes.`,
  },
  leaves: {
    margin: (amount) => `En moyenne, le plan perd ${amount}\u00a0: mieux vaut ne rien faire.`,
    revenue: (amount) =>
      `En moyenne, le plan coûte ${amount} de plus qu’il ne rapporte, avant même le coût des ventes.`,
  },
  better: (amount, scenario) =>
    `En moyenne, ce plan rapporte ${amount} de plus que «\u00a0${scenario}\u00a0».`,
  worse: (amount, scenario) =>
    `En moyenne, ce plan rapporte ${amount} de moins que «\u00a0${scenario}\u00a0».`,
  splits: {
    more: (amount) =>
      `En moyenne, la meilleure répartition rapporte ${amount} de plus que l’actuelle.`,
    less: (amount) =>
      `En moyenne, la meilleure répartition rapporte ${amount} de moins que l’actuelle.`,
  },
  noSplit: 'On ne connaît pas de meilleure répartition que l’actuelle\u00a0: rien n’est à décider.',
  comesTo: (figure, amount) => `En moyenne, «\u00a0${figure}\u00a0» vaut ${amount}.`,
  fallsShort: (figure, amount) =>
    `En moyenne, il manque ${amount} à «\u00a0${figure}\u00a0» pour être à zéro\u00a0: mieux vaut s’abstenir.`,
  carriesOn: (channels) => `À garder, en moyenne\u00a0: ${channels}.`,
  drops: (channels) => `À arrêter, en moyenne\u00a0: ${channels}.`,
  all: (amount) =>
    `Connaître d’avance la vraie valeur de toutes les fourchettes vaudrait ${amount} en moyenne\u00a0: ne dépensez jamais davantage pour en savoir plus.`,
  same: 'Partout dans vos fourchettes, ou presque, la décision reste la même\u00a0: en savoir plus ne la changerait pas.',
  figures: 'Ce que vaut chaque chiffre',
  figure: 'Chiffre',
  known: 'Le connaître vaut au plus',
  sample: 'Meilleur essai',
  sampleWorth: 'Il vaut',
  sampleCost: 'Il coûte',
  common: (group) => `Ce que «\u00a0${group}\u00a0» a de commun`,
  cases: (count, kind, action, days) => {
    const names = { impressions: 'impressions', clicks: 'clics', leads: nouns.fr[action].many };
    return `${count} ${names[kind]}, ${days}`;
  },
  days: (count, shown) => `environ ${shown} ${count < 2 ? 'jour' : 'jours'}`,
  advice: (sample, name, worth, cost) =>
    `Un essai (${sample}) sur «\u00a0${name}\u00a0» vaut ${worth} et coûte ${cost} de publicité.`,
  noSample: 'Aucun essai ne vaut ce qu’il coûterait en publicité.',
  nonePays: 'aucun ne paie',
  noteOnInfluence:
    '«\u00a0Qu’est-ce qui compte le plus\u00a0» dit ce qui fait varier le résultat\u202f; ici, ce qui changerait la décision. Un chiffre peut tout faire varier sans qu’il vaille la peine de le connaître, si l’on déciderait de même.',
  noteOnWorth:
    'Moyennes sur vos fourchettes. Le hasard n’en fait pas partie\u00a0: il ne s’apprend pas. Un essai est compté au prix que le plan paie ses publicités, il ne dure pas plus que le plan, et ce que rapportent ses propres clients n’est pas compté.',
  noteOnBasis: 'Sans marge, l’argent est compté avant le coût des ventes.',
};

const en: Words = {
  nothing: 'Nothing: anywhere in your ranges, or nearly, you would decide the same',
  atMost: (name, amount) => `${name}: knowing it is worth at most ${amount}`,
  decided: 'What is decided',
  plan: 'Carry the plan out or not',
  channels: 'Keep each channel or not',
  split: 'Change the split of the budget or not',
  against: (scenario) => `This plan or “${scenario}”`,
  own: (figure) => `Do it or not, by “${figure}”`,
  does: {
    margin: (amount) => `On average the plan brings ${amount} more than doing nothing.`,
    revenue: (amount) =>
      `On average the plan brings ${amount} more than it costs, before the cost of goods.`,
  },
  leaves: {
    margin: (amount) => `On average the plan loses ${amount}: doing nothing is better.`,
    revenue: (amount) =>
      `On average the plan costs ${amount} more than it brings, even before the cost of goods.`,
  },
  better: (amount, scenario) => `On average this plan brings ${amount} more than “${scenario}”.`,
  worse: (amount, scenario) => `On average this plan brings ${amount} less than “${scenario}”.`,
  splits: {
    more: (amount) => `On average the best split brings ${amount} more than today’s.`,
    less: (amount) => `On average the best split brings ${amount} less than today’s.`,
  },
  noSplit: 'No split is known to be better than today’s: there is nothing to decide.',
  comesTo: (figure, amount) => `On average “${figure}” comes to ${amount}.`,
  fallsShort: (figure, amount) =>
    `On average “${figure}” falls short of zero by ${amount}: better not.`,
  carriesOn: (channels) => `Worth keeping, on average: ${channels}.`,
  drops: (channels) => `Better dropped, on average: ${channels}.`,
  all: (amount) =>
    `To know the true value of every range beforehand would be worth ${amount} on average: never spend more on finding out.`,
  same: 'Anywhere in your ranges, or nearly, you would decide the same: knowing more would not change it.',
  figures: 'What each figure is worth',
  figure: 'Figure',
  known: 'Knowing it is worth at most',
  sample: 'Best test',
  sampleWorth: 'It is worth',
  sampleCost: 'It costs',
  common: (group) => `What “${group}” has in common`,
  cases: (count, kind, action, days) => {
    const names = { impressions: 'impressions', clicks: 'clicks', leads: nouns.en[action].many };
    return `${count} ${names[kind]}, ${days}`;
  },
  days: (count, shown) => `about ${shown} ${count === 1 ? 'day' : 'days'}`,
  advice: (sample, name, worth, cost) =>
    `A test (${sample}) of “${name}” is worth ${worth} and costs ${cost} of ads.`,
  noSample: 'No test is worth what it would cost in ads.',
  nonePays: 'none pays',
  noteOnInfluence:
    '“What matters most” says what moves the result; this, what would change the decision. A figure may move everything and not be worth knowing, if you would decide the same.',
  noteOnWorth:
    'Averages over your ranges. Luck is no part of them: it cannot be learnt. A test is counted at the price that the plan pays for its ads, and takes no longer than the plan; what its own customers bring is not counted.',
  noteOnBasis: 'Without a margin, money is counted before the cost of goods.',
};

export const knowingWords = wordsIn({ fr, en });
