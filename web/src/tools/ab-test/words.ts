// What an A/B test says.
import type { Counted } from '../../locales/say';
import { wordsIn } from '../../locales/words';
import type { CountField, PlanField } from './asking';

type Say<Parts extends (string | Counted)[]> = (...parts: Parts) => string;
type Against = Say<[one: string, other: string, rate: string, otherRate: string]>;

interface Words {
  title: string;
  purpose: string;
  /** Where there is no plan. */
  purposeAlone: string;
  example: string;
  how: string;
  incomplete: string;
  fields: Record<CountField, string>;
  of: Say<[field: string, variant: string]>;
  inUse: string;
  add: Say<[variant: string]>;
  remove: Say<[variant: string]>;
  more: string;
  running: string;
  runningNote: string;
  daysRun: string;
  moreNote: string;
  unsound: Say<[p: string]>;
  better: Against;
  worse: Against;
  open: Against;
  level: Say<[one: string, other: string]>;
  chance: Say<[chance: string, variant: string]>;
  onceRead: string;
  runningRead: string;
  days: (n: number, shown: string) => string;
  needed: Say<[variant: string, conversions: Counted, visitors: Counted, days: string]>;
  neverNeeded: string;
  worth: Say<[channel: string, variant: string, profit: string, money: string, between: string]>;
  losses: Say<[variant: string, chosen: string, kept: string]>;
  noWorth: string;
  interval: Say<[low: string, high: string]>;
  againstA: string;
  lift: string;
  p: string;
  best: string;
  loss: string;
  detail: string;
  revenue: string;
  perVisitor: string;
  basket: string;
  split: string;
  splitNote: string;
  method: string;
  methodOnce: string;
  methodRunning: string;
  methodSeveral: string;
  noClicks: string;
  channel: string;
  becomes: Say<[variant: string, rate: string, low: string, high: string]>;
  overstated: string;
  unsettled: string;
  preview: string;
  before: string;
  after: string;
  take: Say<[variant: string, channel: string]>;
  taken: string;
  source: Say<[variant: string, conversions: Counted, visitors: Counted]>;
  plan: string;
  planned: Record<PlanField, string>;
  each: Say<[visitors: string]>;
  significant: string;
  paying: string;
  lost: Say<[share: string]>;
  notReached: string;
  payingNote: string;
  trafficNote: string;
  weeks: string;
  visitorsEach: string;
  shows: string;
}

const inFrench = ([n, shown]: Counted, noun: string) => `${shown} ${noun}${n < 2 ? '' : 's'}`;
const inEnglish = ([n, shown]: Counted, noun: string) => `${shown} ${noun}${n === 1 ? '' : 's'}`;

const fr: Words = {
  title: 'Test A/B',
  purposeAlone:
    'Visiteurs et conversions de chaque version\u00a0: laquelle mène, et à quel point c’est sûr.',
  purpose:
    'Visiteurs et conversions de chaque version\u00a0: laquelle mène, à quel point c’est sûr, et ce que cela vaut dans le plan.',
  example: 'Les chiffres en gris sont un exemple\u00a0: saisissez les vôtres.',
  how: 'Chaque visiteur compte une fois, dans la version qu’il a vue.',
  incomplete: 'Saisissez les visiteurs et les conversions de chaque version.',
  fields: {
    visitors: 'Visiteurs',
    conversions: 'Conversions',
    share: 'Part prévue',
    revenue: 'Chiffre d’affaires',
    basketDeviation: 'Écart type du panier',
  },
  of: (field, variant) => `${field}, ${variant}`,
  inUse: 'la version en place',
  add: (variant) => `Ajouter la version ${variant}`,
  remove: (variant) => `Retirer la version ${variant}`,
  more: 'Durée, lecture en cours, répartition, chiffre d’affaires',
  running: 'Lire pendant que le test tourne',
  runningNote: 'l’intervalle, plus large, vaut alors à chaque lecture',
  daysRun: 'Jours écoulés',
  moreNote:
    'Part prévue\u00a0: un poids (1 pour chacune, sauf mention). L’écart type des paniers se calcule dans un tableur (ECARTYPE)\u202f; sans lui, le chiffre d’affaires n’a pas d’intervalle.',
  unsound: (p) =>
    `La répartition des visiteurs n’est pas celle prévue (p ${p})\u00a0: cherchez-en la cause (redirections, robots, comptage) avant de lire les taux.`,
  better: (one, other, rate, otherRate) =>
    `${one} a fait mieux que ${other}\u00a0: ${rate} contre ${otherRate}\u202f; le hasard seul montre rarement un tel écart.`,
  worse: (one, other, rate, otherRate) =>
    `${one} a fait mieux que toutes\u00a0: ${rate}, contre ${otherRate} pour ${other}\u202f; le hasard seul montre rarement de tels écarts.`,
  open: (one, other, rate, otherRate) =>
    `${one} mène (${rate} contre ${otherRate} pour ${other}), mais ce n’est pas établi.`,
  level: (one, other) => `${one} et ${other} sont à égalité\u00a0: rien n’est établi.`,
  chance: (chance, variant) => `${chance} que ${variant} ait le meilleur taux.`,
  onceRead:
    'Cela vaut pour une seule lecture, à la taille prévue d’avance\u00a0: relire jusqu’à ce que ce soit significatif trouve de faux gagnants.',
  runningRead: 'L’intervalle vaut à chaque lecture\u00a0: le test peut s’arrêter quand il le dit.',
  days: (n, shown) => `${shown} jour${n < 2 ? '' : 's'}`,
  needed: (variant, conversions, visitors, days) =>
    `Si les taux restent ce qu’ils sont, il faut encore ${inFrench(conversions, 'conversion')} de ${variant} (${inFrench(visitors, 'visiteur')}) pour que la différence se voie${days && `, soit ${days} à ce rythme`}.`,
  neverNeeded: 'À ces taux, la différence ne se verra pas dans un délai raisonnable.',
  worth: (channel, variant, profit, money, between) =>
    `Dans le plan (${channel}), ${variant} au lieu de A change «\u00a0${profit}\u00a0» de ${money} sur la période (${between}), si ses visiteurs sont ceux du test.`,
  losses: (variant, chosen, kept) =>
    `En moyenne sur ce que les comptes laissent possible, choisir ${variant} perd ${chosen}\u202f; garder A, ${kept}.`,
  noWorth:
    'Le plan ne dit pas ce que rapporte une conversion\u00a0: la différence n’est pas chiffrée en argent.',
  interval: (low, high) => `${low} à ${high}`,
  againstA: 'Écart avec A',
  lift: 'Gain relatif',
  p: 'p',
  best: 'Chance d’être la meilleure',
  loss: 'Perte attendue',
  detail: 'Détail et méthode',
  revenue: 'Chiffre d’affaires',
  perVisitor: 'Par visiteur',
  basket: 'Panier',
  split: 'Répartition des visiteurs',
  splitNote: 'alerte sous 0,001 (khi-deux)',
  method:
    'Intervalles à 95\u00a0%\u00a0: Wilson pour les taux, normal pour les montants. Chances et pertes\u00a0: bêta-binomiale, a priori uniforme.',
  methodOnce: 'Écarts\u00a0: Newcombe\u202f; p\u00a0: test de deux proportions, bilatéral.',
  methodRunning: 'Écarts\u00a0: intervalle séquentiel (mélange normal), valable à toute lecture.',
  methodSeveral:
    'Plusieurs versions\u00a0: p corrigés selon Holm, ou intervalles séquentiels élargis.',
  noClicks:
    'Aucun canal du plan ne compte de clics\u00a0: saisissez-les pour y mettre un taux de conversion mesuré.',
  channel: 'Canal des visiteurs testés',
  becomes: (variant, rate, low, high) =>
    `Le plan reçoit le taux de ${variant}\u00a0: ${rate} (de ${low} à ${high}, 9 fois sur 10).`,
  overstated: 'Le taux mesuré d’un gagnant est souvent un peu flatté par le hasard.',
  unsettled: 'Rien n’établit qu’une autre soit meilleure\u00a0: c’est la version en place.',
  preview: 'Le plan avant et après',
  before: 'Avant',
  after: 'Après',
  take: (variant, channel) => `Mettre le taux de ${variant} dans le plan (${channel})`,
  taken: 'Le taux mesuré est dans le plan. «\u00a0Annuler\u00a0» rend ce qui était là.',
  source: (variant, conversions, visitors) =>
    `Test A/B, ${variant}\u00a0: ${inFrench(conversions, 'conversion')} de ${inFrench(visitors, 'visiteur')}\u202f; une seule période`,
  plan: 'Prévoir le prochain test',
  planned: {
    rate: 'Taux actuel',
    lift: 'Gain relatif à détecter',
    visitorsPerDay: 'Visiteurs par jour dans le test',
    horizonDays: 'Jours où la réponse servira',
  },
  each: (visitors) => `${visitors} visiteurs par version`,
  significant: 'Pour être significatif',
  paying: 'Pour gagner le plus',
  lost: (share) => `${share} des conversions perdues, face à qui saurait d’avance`,
  notReached: 'plus que les visiteurs de toute la durée',
  payingNote:
    'Significatif\u00a0: 8 chances sur 10 de voir ce gain, à 95\u00a0%. Gagner le plus (test and roll)\u00a0: si les vrais taux des versions s’écartent de 4,4\u00a0%, comme dans les tests publiés par Feit et Berman.',
  trafficNote:
    'Significatif\u00a0: 8 chances sur 10 de voir ce gain, à 95\u00a0%. La taille qui rapporte le plus se calcule pour deux versions, avec vos visiteurs par jour.',
  weeks: 'Semaines',
  visitorsEach: 'Visiteurs par version',
  shows: 'Gain détectable',
};

const en: Words = {
  title: 'A/B test',
  purposeAlone: 'Visitors and conversions of each variant: which one leads, and how sure that is.',
  purpose:
    'Visitors and conversions of each variant: which leads, how sure that is, and what it is worth in the plan.',
  example: 'Figures in grey are an example: type your own.',
  how: 'Each visitor counts once, in the variant that they saw.',
  incomplete: 'Type the visitors and conversions of each variant.',
  fields: {
    visitors: 'Visitors',
    conversions: 'Conversions',
    share: 'Planned share',
    revenue: 'Revenue',
    basketDeviation: 'Standard deviation of the basket',
  },
  of: (field, variant) => `${field}, ${variant}`,
  inUse: 'the variant in use',
  add: (variant) => `Add variant ${variant}`,
  remove: (variant) => `Remove variant ${variant}`,
  more: 'Duration, reading while it runs, split, revenue',
  running: 'Read while it runs',
  runningNote: 'the interval, which is wider, then holds at every reading',
  daysRun: 'Days so far',
  moreNote:
    'Planned share: a weight (1 each unless said). A spreadsheet works out the standard deviation of baskets (STDEV); without it, revenue has no interval.',
  unsound: (p) =>
    `Visitors are not split as planned (p ${p}): find the cause (redirects, bots, counting) before reading the rates.`,
  better: (one, other, rate, otherRate) =>
    `${one} did better than ${other}: ${rate} against ${otherRate}; chance alone seldom shows as much.`,
  worse: (one, other, rate, otherRate) =>
    `${one} did best: ${rate}, against ${otherRate} of ${other}; chance alone seldom shows as much.`,
  open: (one, other, rate, otherRate) =>
    `${one} leads (${rate} against ${otherRate} of ${other}), but that is not settled.`,
  level: (one, other) => `${one} and ${other} are level: nothing is settled.`,
  chance: (chance, variant) => `${chance} that ${variant} has the best rate.`,
  onceRead:
    'This holds for one reading, at the size planned beforehand: reading again until it is significant finds winners that are none.',
  runningRead: 'The interval holds at every reading: the test may stop when it says so.',
  days: (n, shown) => `${shown} day${n === 1 ? '' : 's'}`,
  needed: (variant, conversions, visitors, days) =>
    `If rates stay as they are, ${variant} needs ${inEnglish(conversions, 'more conversion')} (${inEnglish(visitors, 'visitor')}) for the difference to show${days && `: ${days} at this pace`}.`,
  neverNeeded: 'At these rates, the difference will not show within a reasonable time.',
  worth: (channel, variant, profit, money, between) =>
    `In the plan (${channel}), ${variant} instead of A changes “${profit}” by ${money} over its period (${between}), if its visitors are like those of the test.`,
  losses: (variant, chosen, kept) =>
    `On average over what the counts leave open, choosing ${variant} loses ${chosen}; keeping A, ${kept}.`,
  noWorth: 'The plan does not say what a conversion brings: no money is put to the difference.',
  interval: (low, high) => `${low} to ${high}`,
  againstA: 'Against A',
  lift: 'Lift',
  p: 'p',
  best: 'Chance of being best',
  loss: 'Expected loss',
  detail: 'Details and method',
  revenue: 'Revenue',
  perVisitor: 'Per visitor',
  basket: 'Basket',
  split: 'Split of visitors',
  splitNote: 'alarm below 0.001 (chi-square)',
  method:
    'Intervals at 95%: Wilson for rates, normal for amounts. Chances and losses: beta-binomial, uniform prior.',
  methodOnce: 'Differences: Newcombe; p: two-proportion test, two-sided.',
  methodRunning: 'Differences: sequential interval (normal mixture), valid at every reading.',
  methodSeveral: 'Several variants: p corrected by Holm, or wider sequential intervals.',
  noClicks:
    'No channel of the plan counts clicks: type them to put a measured conversion rate there.',
  channel: 'Channel of the visitors tested',
  becomes: (variant, rate, low, high) =>
    `The plan gets the rate of ${variant}: ${rate} (${low} to ${high}, 9 times in 10).`,
  overstated: 'The measured rate of a winner is often flattered a little by chance.',
  unsettled: 'Nothing shows that another is better: it is the variant in use.',
  preview: 'The plan before and after',
  before: 'Before',
  after: 'After',
  take: (variant, channel) => `Put the rate of ${variant} into the plan (${channel})`,
  taken: 'The measured rate is in the plan. Undo brings back what was there.',
  source: (variant, conversions, visitors) =>
    `A/B test, ${variant}: ${inEnglish(conversions, 'conversion')} of ${inEnglish(visitors, 'visitor')}; one period only`,
  plan: 'Plan the next test',
  planned: {
    rate: 'Rate now',
    lift: 'Lift to be found',
    visitorsPerDay: 'Visitors a day in the test',
    horizonDays: 'Days that the answer serves',
  },
  each: (visitors) => `${visitors} visitors per variant`,
  significant: 'To be significant',
  paying: 'To gain the most',
  lost: (share) => `${share} of conversions lost, against knowing from the start`,
  notReached: 'more than the visitors of all those days',
  payingNote:
    'Significant: 8 chances in 10 of seeing that lift, at 95%. To gain the most (test and roll): if true rates of variants lie 4.4% apart, as in the tests published by Feit and Berman.',
  trafficNote:
    'Significant: 8 chances in 10 of seeing that lift, at 95%. The size that gains the most is worked out for two variants, with your visitors a day.',
  weeks: 'Weeks',
  visitorsEach: 'Visitors per variant',
  shows: 'Lift that shows',
};

export const abTestWords = wordsIn({ fr, en });
