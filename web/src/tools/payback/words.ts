// What the working of payback says besides its line.

import type { Time } from '../../../generated/contract';
import type { ByBasis, Say } from '../../locales/say';
import { wordsIn } from '../../locales/words';
import { capital } from '../../view/words';

interface Words {
  /** In the closed line, while the plan says nothing of when its money comes. */
  saySale: string;
  paidBack: ByBasis<Say<[after: string]>>;
  paidLater: ByBasis<string>;
  neverPaidBack: ByBasis<string>;
  between: Say<[early: string, late: string]>;
  /** late: `never` or `later`. */
  earliest: Say<[early: string, late: string]>;
  chance: ByBasis<Say<[chances: string, horizon: string, supposing: string]>>;
  /** What the chance takes for granted. */
  supposing: string;
  summary: Say<[end: string, months: number, payback: string]>;
  months: string;
  bandNote: string;
  curveNote: string;
  crossingNote: string;
  netPresentValueNote: string;
  byChannel: string;
  byMonth: string;
  monthColumn: string;
  flow: string;
  cumulative: string;
  assumptions: string;
  labels: Record<keyof Time, string>;
  notes: Record<keyof Time, string>;
  inHand: Say<[horizon: string]>;
  /** Of the present value. */
  within: Say<[horizon: string]>;
  stillToCome: string;
  /** Of the picture. */
  beyond: string;
  discountedAway: string;
  alsoDue: Say<[amount: string]>;
  /** Why there is no such rate. */
  why: Record<'none' | 'several' | 'missing', string>;
  ignored: string;
  /** In the place of a payback while the plan says nothing of when its money comes. */
  sayTime: string;
}

const fr: Words = {
  saySale: 'indiquez combien de temps prend une vente',
  paidBack: {
    margin: (after) => `C’est rentabilisé ${after}.`,
    revenue: (after) => `Le chiffre d’affaires couvre le coût ${after}.`,
  },
  paidLater: {
    margin: 'Il faut plus de 50 ans pour que ce soit rentabilisé.',
    revenue: 'Il faut plus de 50 ans pour que le chiffre d’affaires couvre le coût.',
  },
  neverPaidBack: {
    margin: 'Ce n’est jamais rentabilisé.',
    revenue: 'Le chiffre d’affaires ne couvre jamais le coût.',
  },
  between: (early, late) => `9 fois sur 10\u00a0: entre ${early} et ${late}.`,
  earliest: (early, late) => `Au plus tôt ${early}\u202f; peut-être ${late}.`,
  chance: {
    margin: (chances, horizon, supposing) =>
      `${capital(chances)} que ce soit rentabilisé en ${horizon}${supposing}.`,
    revenue: (chances, horizon, supposing) =>
      `${capital(chances)} que le chiffre d’affaires couvre le coût en ${horizon}${supposing}.`,
  },
  supposing:
    ', si les chiffres sans fourchette et l’étalement dans le temps sont bien ceux indiqués',
  summary: (end, months, payback) =>
    `Encaissements moins dépenses sur ${months} mois\u00a0: ${end} à la fin\u202f; ${payback}.`,
  months: 'mois',
  bandNote: 'La bande contient 9 issues sur 10.',
  curveNote: 'Encaissements moins dépenses, cumulés.',
  crossingNote: 'Le trait marque le passage définitif au-dessus de zéro.',
  netPresentValueNote: 'ce que valent tous les flux au départ',
  byChannel: 'Canal par canal',
  byMonth: 'Mois par mois',
  monthColumn: 'Mois',
  flow: 'Solde du mois',
  cumulative: 'Depuis le départ',
  assumptions: 'L’étalement dans le temps',
  labels: {
    horizonMonths: 'Mois considérés',
    rampMonths: 'Mois de montée en charge',
    lagMonths: 'Mois du prospect à la vente',
    monthlyRetention: 'Clients gardés chaque mois',
    discountRate: 'Taux d’actualisation annuel',
  },
  notes: {
    horizonMonths: 'un an par défaut',
    rampMonths: 'jusqu’au rythme normal',
    lagMonths: 'durée du cycle de vente',
    monthlyRetention: 'vide\u00a0: tout rentre en une fois',
    discountRate: 'vide\u00a0: l’argent de demain vaut celui d’aujourd’hui',
  },
  inHand: (horizon) => `Solde cumulé au bout de ${horizon}`,
  within: (horizon) => `Valeur actuelle nette sur ${horizon}`,
  stillToCome: 'après les mois considérés',
  beyond: 'Ici, cela vient après les mois considérés.',
  discountedAway: 'rentrera, mais la valeur des clients compte moins l’argent plus lointain',
  alsoDue: (amount) =>
    `Pour les périodes suivantes, ${amount} de plus sont dus sur ce qui est payé d’abord\u202f; aucun chiffre ici ne les compte.`,
  why: {
    none: 'Ce taux n’existe que si de l’argent sort d’abord, puis revient\u00a0: ici, non.',
    several:
      'L’argent sort et rentre tour à tour\u00a0: plusieurs taux conviendraient, aucun n’est donné.',
    missing: 'Les clients paient sans fin\u00a0: il n’y a pas de dernier mois jusqu’où compter.',
  },
  ignored:
    'Ne sert pas ici\u00a0: un abonnement a son attrition, les commandes et les revenus annuels leurs années.',
  sayTime:
    'Indiquez ci-dessous combien de temps prend une vente, ou combien de temps les clients restent\u00a0: on saura alors dire quand l’argent revient.',
};

const en: Words = {
  saySale: 'say how long a sale takes',
  paidBack: {
    margin: (after) => `It is paid back ${after}.`,
    revenue: (after) => `Revenue covers the cost ${after}.`,
  },
  paidLater: {
    margin: 'It takes more than 50 years until it is paid back.',
    revenue: 'It takes more than 50 years until revenue covers the cost.',
  },
  neverPaidBack: {
    margin: 'It is never paid back.',
    revenue: 'Revenue never covers the cost.',
  },
  between: (early, late) => `9 times in 10: between ${early} and ${late}.`,
  earliest: (early, late) => `At the earliest ${early}; perhaps ${late}.`,
  chance: {
    margin: (chances, horizon, supposing) =>
      `${capital(chances)} that it is paid back within ${horizon}${supposing}.`,
    revenue: (chances, horizon, supposing) =>
      `${capital(chances)} that revenue covers the cost within ${horizon}${supposing}.`,
  },
  supposing: ', if the figures without a range and the spread over time are as stated',
  summary: (end, months, payback) =>
    `What has come in less what has gone out over ${months === 1 ? 'one month' : `${months} months`}: ${end} at the end; ${payback}.`,
  months: 'months',
  bandNote: 'The band holds 9 outcomes in 10.',
  curveNote: 'What has come in less what has gone out.',
  crossingNote: 'The tick is where the line is crossed for good.',
  netPresentValueNote: 'what all flows are worth at the start',
  byChannel: 'Channel by channel',
  byMonth: 'Month by month',
  monthColumn: 'Month',
  flow: 'In less out',
  cumulative: 'Since the start',
  assumptions: 'How it spreads over time',
  labels: {
    horizonMonths: 'Months looked at',
    rampMonths: 'Months of ramp-up',
    lagMonths: 'Months from lead to sale',
    monthlyRetention: 'Customers kept each month',
    discountRate: 'Discount rate a year',
  },
  notes: {
    horizonMonths: 'a year if left empty',
    rampMonths: 'until as many come in as will',
    lagMonths: 'length of the sales cycle',
    monthlyRetention: 'empty: what they bring comes at once',
    discountRate: 'empty: money later is worth as much as now',
  },
  inHand: (horizon) => `Net cash after ${horizon}`,
  within: (horizon) => `Net present value of ${horizon}`,
  stillToCome: 'after the months looked at',
  beyond: 'Here that comes after the months looked at.',
  discountedAway: 'comes in, but the customers’ value counts later money as less',
  alsoDue: (amount) =>
    `For later periods, ${amount} more is due of what is paid first; it stands in no figure here.`,
  why: {
    none: 'There is such a rate only where money first goes out and then comes back: here it does not.',
    several: 'Money goes in and out in turns: several rates would fit, so none is given.',
    missing: 'Customers go on paying without an end: there is no last month to count to.',
  },
  ignored: 'Not used here: a subscription has its churn, orders and yearly revenues their years.',
  sayTime:
    'Say below how long a sale takes, or how long customers stay: then it can be said when the money comes back.',
};

export const timeWords = wordsIn({ fr, en });
