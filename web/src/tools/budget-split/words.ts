// What the working of the budget’s split says besides its line.
import type { Say } from '../../locales/say';
import { wordsIn } from '../../locales/words';

type Aim = 'total' | 'targetRoi' | 'targetMarginalRoi' | 'targetCustomers';

interface Words {
  unstated: string;
  answer: Say<[from: string, to: string]>;
  howTo: string;
  restsOn: string;
  restsOnMeasured: string;
  sentence: Say<[total: string, gain: string, from: string, to: string]>;
  mean: Say<[from: string, to: string]>;
  same: Say<[total: string]>;
  unchanged: string;
  better: Say<[chance: string]>;
  unspent: Record<'maximums' | 'worthLess', Say<[spent: string]>>;
  reached: Record<'roi' | 'customers', Say<[gives: string]>>;
  notReached: Record<'roi' | 'customers', Say<[gives: string]>>;
  nothingSpent: string;
  marginalCac: Say<[cost: string]>;
  held: Say<[names: string]>;
  towards: Say<[leads: string, spend: string]>;
  askFor: string;
  aims: Record<Aim, string>;
  amount: Record<Aim, string>;
  hold: string;
  putNext: string;
  nextName: string;
  nextDone: string;
  nextProfit: Say<[profit: string]>;
  observed: string;
  point: Say<[figure: string, n: number]>;
  fromPoints: string;
  fromSeries: Say<[periods: number]>;
  supports: Say<[likely: string, low: string, high: string]>;
  refused: Record<'tooFew' | 'alike' | 'falls' | 'steeper' | 'anything', string>;
  putElasticity: Say<[channel: string]>;
  observedNote: string;
  toCeiling: string;
  ceiling: string;
  shape: string;
  carryOver: string;
  ceilingNote: string;
  summary: Say<[list: string]>;
  barsNote: string;
  table: string;
  marginalRoi: string;
  bounds: Record<'minimum' | 'maximum', string>;
  marginalNote: Say<[roi: string]>;
  elasticity: string;
  atLeast: string;
  atMost: string;
  elasticityNote: string;
}

const fr: Words = {
  unstated: 'indiquez comment chaque canal réagit à la publicité',
  answer: (from, to) => `de ${from} à ${to}, si les canaux réagissent comme vous l’indiquez`,
  howTo:
    'Indiquez pour chaque canal comment ses résultats suivent la dépense publicitaire\u00a0: la meilleure répartition de la même somme est alors calculée.',
  restsOnMeasured:
    'Tout repose ici sur ce que vous avez mesuré de la réponse, comme si rien d’autre n’avait changé.',
  restsOn: 'Tout repose ici sur la réponse que vous supposez, là où elle n’est pas mesurée.',
  sentence: (total, gain, from, to) =>
    `Avec ${total} de publicité, le ${gain} probable est de ${to} au lieu de ${from}.`,
  mean: (from, to) => `En moyenne sur vos fourchettes, de ${from} à ${to}.`,
  same: (total) => `les mêmes ${total}`,
  unchanged:
    'Ce qui est dépensé aujourd’hui est déjà la meilleure répartition que permettent les bornes.',
  better: (chance) => `Chance que ce soit plus qu’aujourd’hui\u00a0: ${chance}.`,
  unspent: {
    worthLess: (spent) =>
      `Seuls ${spent} méritent d’être dépensés\u00a0: le reste rapporterait moins que lui-même.`,
    maximums: (spent) =>
      `Seuls ${spent} peuvent être dépensés\u00a0: chaque canal est à son maximum.`,
  },
  reached: {
    roi: (gives) => `Le ROI du plan est alors de ${gives}.`,
    customers: (gives) => `Le plan apporte alors ${gives} clients.`,
  },
  notReached: {
    roi: (gives) => `Aucune répartition n’atteint ce ROI. Le plus haut est de ${gives}.`,
    customers: (gives) =>
      `Aucune répartition n’apporte autant de clients. Le plus possible est ${gives}.`,
  },
  nothingSpent: 'Aucune répartition n’atteint ce ROI\u00a0: sans aucune dépense, il n’y en a pas.',
  marginalCac: (cost) =>
    `Là où aucune borne ne retient un canal, un client de plus coûte partout la même publicité\u00a0: ${cost}.`,
  held: (names) => `Inchangés, retenus ou faute de réponse à la publicité\u00a0: ${names}.`,
  towards: (leads, spend) => `au plus ${leads}, dont la moitié pour ${spend}`,
  askFor: 'Demander',
  aims: {
    total: 'le meilleur usage d’un total',
    targetRoi: 'un ROI visé',
    targetMarginalRoi: 'un ROI marginal visé',
    targetCustomers: 'un nombre de clients',
  },
  amount: {
    total: 'Total à répartir',
    targetRoi: 'ROI du plan, au moins',
    targetMarginalRoi: 'ROI de la dernière somme',
    targetCustomers: 'Clients en tout',
  },
  hold: 'Ne pas toucher à',
  putNext: 'En faire le plan de la prochaine période',
  nextName: 'Prochaine période',
  nextDone: 'Le plan de la prochaine période est à côté du plan.',
  nextProfit: (profit) =>
    `À la prochaine période, une partie de l’effet n’est pas encore là et une partie de l’ancien dure encore\u00a0: le résultat probable y est de ${profit}.`,
  observed: 'Lire l’élasticité dans ce qui a été observé',
  point: (figure, n) => `${figure}, point ${n}`,
  fromPoints: 'Deux points observés\u00a0:',
  fromSeries: (periods) => `Série importée, ${periods} périodes\u00a0:`,
  supports: (likely, low, high) =>
    `élasticité de ${likely}, de ${low} à ${high} dans 9 cas sur 10.`,
  refused: {
    tooFew: 'pas de réponse, car il faut deux points avec une dépense et des résultats.',
    alike: 'pas de réponse, car la dépense est partout la même.',
    falls:
      'pas de réponse, car plus de dépense va avec moins de résultats\u00a0: autre chose a changé.',
    steeper:
      'pas de réponse, car les résultats augmentent plus vite que la dépense\u00a0: autre chose a changé.',
    anything:
      'trop peu pour répondre, car ces points vont avec toute élasticité de 0 à 100\u00a0%. Il faut plus de résultats, ou des dépenses plus éloignées.',
  },
  putElasticity: (channel) => `Mettre cette fourchette dans ${channel}`,
  observedNote:
    'La fourchette dit le hasard des comptages, et l’écart entre périodes. Ce qui a changé d’autre entre les points (saison, prix, autres canaux) y est aussi.',
  toCeiling: 'Un plafond, ou un effet qui dure',
  ceiling: 'Plafond',
  shape: 'Forme',
  carryOver: 'Effet reporté',
  ceilingNote:
    'Plafond\u00a0: ce que le canal ne peut dépasser en nombre, quelle que soit la dépense\u202f; il remplace l’élasticité (courbe de Hill). Forme\u00a0: 1 sauf indication\u202f; au-delà, la courbe démarre lentement. Effet reporté\u00a0: la part de l’effet d’un mois qui reste au suivant. Il ne change pas la meilleure répartition, mais la vitesse à laquelle un changement se voit.',
  summary: (list) => `Publicité saisie et dans la meilleure répartition\u00a0: ${list}.`,
  barsNote: 'Barre fine\u00a0: publicité saisie. Barre épaisse\u00a0: meilleure répartition.',
  table: 'La meilleure répartition',
  marginalRoi: 'ROI marginal',
  bounds: { minimum: 'tenu à son minimum', maximum: 'tenu à son maximum' },
  marginalNote: (roi) =>
    `Le ROI marginal est ce que la dernière somme dépensée rapporte en plus d’elle-même. Là où aucune borne ne retient un canal, il est partout le même\u00a0: ${roi}.`,
  elasticity: 'Élasticité',
  atLeast: 'Minimum',
  atMost: 'Maximum',
  elasticityNote:
    'Élasticité\u00a0: ce qui se retrouve en résultats quand la publicité augmente de 1\u00a0%. 100\u00a0%\u00a0: la totalité. Sans minimum ni maximum, un canal reste entre la moitié de la plus faible et le double de la plus forte dépense connue, faite ou observée.',
};

const en: Words = {
  unstated: 'say how each channel responds to ad spend',
  answer: (from, to) => `from ${from} to ${to}, if channels respond as you say`,
  howTo:
    'Say for each channel how its results follow ad spend, and the best split of the same money is worked out.',
  restsOnMeasured:
    'This rests on what you measured of the response, as if nothing else had changed.',
  restsOn: 'This rests on the response that you assume, where it was not measured.',
  sentence: (total, gain, from, to) =>
    `With ${total} of ad spend, the likely ${gain} is ${to} instead of ${from}.`,
  mean: (from, to) => `On average over your ranges, from ${from} to ${to}.`,
  same: (total) => `the same ${total}`,
  unchanged: 'What is spent now is already the best split that the bounds allow.',
  better: (chance) => `Chance that it is more than now: ${chance}.`,
  unspent: {
    worthLess: (spent) =>
      `Only ${spent} of it is worth spending: the rest would bring less than itself.`,
    maximums: (spent) => `Only ${spent} of it can be spent: every channel is at its maximum.`,
  },
  reached: {
    roi: (gives) => `The plan’s ROI is then ${gives}.`,
    customers: (gives) => `The plan then brings ${gives} customers.`,
  },
  notReached: {
    roi: (gives) => `No split reaches this ROI. The highest is ${gives}.`,
    customers: (gives) => `No split brings so many customers. The most is ${gives}.`,
  },
  nothingSpent: 'No split reaches this ROI: where nothing is spent there is none.',
  marginalCac: (cost) =>
    `Where no bound holds a channel, one more customer costs the same ad spend everywhere: ${cost}.`,
  held: (names) => `Unchanged, as held or for want of a response: ${names}.`,
  towards: (leads, spend) => `at most ${leads}, half of them for ${spend}`,
  askFor: 'Ask for',
  aims: {
    total: 'the most of a total',
    targetRoi: 'a target ROI',
    targetMarginalRoi: 'a target marginal ROI',
    targetCustomers: 'a number of customers',
  },
  amount: {
    total: 'Total to split',
    targetRoi: 'ROI of the plan, at least',
    targetMarginalRoi: 'ROI of the last amount',
    targetCustomers: 'Customers in all',
  },
  hold: 'Leave alone',
  putNext: 'Make it the plan of the next period',
  nextName: 'Next period',
  nextDone: 'The plan of the next period stands beside the plan.',
  nextProfit: (profit) =>
    `In the next period part of the effect has not come yet, and part of the old one still works: the likely result is ${profit} then.`,
  observed: 'Read the elasticity from what was observed',
  point: (figure, n) => `${figure}, point ${n}`,
  fromPoints: 'Two observed points:',
  fromSeries: (periods) => `Imported series, ${periods} periods:`,
  supports: (likely, low, high) =>
    `an elasticity of ${likely}, from ${low} to ${high} in 9 cases of 10.`,
  refused: {
    tooFew: 'no answer, for it takes two points with ad spend and results.',
    alike: 'no answer, for the ad spend is the same everywhere.',
    falls: 'no answer, for more ad spend comes with fewer results: something else changed.',
    steeper: 'no answer, for results grow faster than ad spend: something else changed.',
    anything:
      'too little to answer, for these points go with any elasticity from 0 to 100%. It takes more results, or ad spends further apart.',
  },
  putElasticity: (channel) => `Put this range into ${channel}`,
  observedNote:
    'The range tells the luck of counting, and the scatter between periods. What else changed between the points (season, prices, other channels) is in it too.',
  toCeiling: 'A ceiling, or an effect that lasts',
  ceiling: 'Ceiling',
  shape: 'Shape',
  carryOver: 'Carried over',
  ceilingNote:
    'Ceiling: the count that the channel cannot go beyond, however much it spends; it stands in for the elasticity (Hill’s curve). Shape: 1 unless stated; above it, the curve starts slowly. Carried over: how much of a month’s effect is left in the next. It does not move the best split, only how fast a change shows.',
  summary: (list) => `Ad spend as typed and in the best split: ${list}.`,
  barsNote: 'Thin: as typed. Thick: in the best split.',
  table: 'The best split',
  marginalRoi: 'Marginal ROI',
  bounds: { minimum: 'held at its minimum', maximum: 'held at its maximum' },
  marginalNote: (roi) =>
    `Marginal ROI is what the last amount spent brings besides itself. Where no bound holds a channel, it is the same everywhere: ${roi}.`,
  elasticity: 'Elasticity',
  atLeast: 'At least',
  atMost: 'At most',
  elasticityNote:
    'Elasticity: how much of 1% more ad spend arrives in results. 100%: all of it. Without a minimum or maximum, a channel stays between half the lowest and twice the highest ad spend known, spent or observed.',
};

export const splitWords = wordsIn({ fr, en });
