// What the working of the budget’s split says besides its line.
import type { Say } from '../../locales/say';
import { wordsIn } from '../../locales/words';

interface Words {
  unstated: string;
  answer: Say<[from: string, to: string]>;
  howTo: string;
  restsOn: string;
  sentence: Say<[total: string, gain: string, from: string, to: string]>;
  mean: Say<[from: string, to: string]>;
  unspent: Say<[spent: string]>;
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
  answer: (from, to) => `de ${from} à ${to}, si vos élasticités se confirment`,
  howTo:
    'Indiquez pour chaque canal comment ses résultats suivent la dépense publicitaire\u00a0: la meilleure répartition de la même somme est alors calculée.',
  restsOn: 'Tout repose ici sur votre hypothèse d’élasticité, non sur une mesure.',
  sentence: (total, gain, from, to) =>
    `Avec les mêmes ${total} de publicité, le ${gain} probable est de ${to} au lieu de ${from}.`,
  mean: (from, to) => `En moyenne sur vos fourchettes, de ${from} à ${to}.`,
  unspent: (spent) => `Seuls ${spent} méritent d’être dépensés.`,
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
  answer: (from, to) => `from ${from} to ${to}, if your elasticities hold`,
  howTo:
    'Say for each channel how its results follow ad spend, and the best split of the same money is worked out.',
  restsOn: 'This rests on what you assume about elasticity, not on anything measured here.',
  sentence: (total, gain, from, to) =>
    `With the same ${total} of ad spend, the likely ${gain} is ${to} instead of ${from}.`,
  mean: (from, to) => `On average over your ranges, from ${from} to ${to}.`,
  unspent: (spent) => `Only ${spent} of it is worth spending.`,
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
