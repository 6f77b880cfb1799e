// What holdout and geo tests say.
import type { GeoLeftOut, GeoTable } from '../../../generated/evidence';
import type { Say } from '../../locales/say';
import { wordsIn } from '../../locales/words';
import type { Counts, Group } from './asking';

interface Words {
  title: string;
  purpose: string;
  how: string;
  groups: Record<Group, string>;
  people: string;
  customers: string;
  rate: string;
  rateNote: string;
  bought: string;
  cost: string;
  value: string;
  refused: Say<[what: string, why: string]>;
  // Groups
  rates: Say<[treated: string, control: string]>;
  shares: Say<[share: string]>;
  range: Say<[low: string, high: string]>;
  worse: string;
  none: string;
  nobody: string;
  mayBeLuck: string;
  mayHelp: Say<[share: string]>;
  noRange: string;
  smallest: Say<[lift: string, share: string]>;
  lift: string;
  share: string;
  incremental: string;
  costPer: string;
  roas: string;
  luck: string;
  luckNote: string;
  under: Say<[share: string]>;
  atLeast: Say<[low: string]>;
  atMost: Say<[high: string]>;
  // Regions
  geo: string;
  geoHow: string;
  paste: string;
  faults: Record<NonNullable<GeoTable['fault']>, string>;
  noTable: string;
  ambiguous: Say<[cell: string]>;
  decimals: Record<'' | 'point' | 'comma', string>;
  read: Say<[regions: string, days: string]>;
  leftOut: Say<[names: string, why: string]>;
  repeated: Say<[cells: number]>;
  whyLeftOut: Record<GeoLeftOut['why'], string>;
  treated: string;
  counts: string;
  countsOf: Record<Counts, string>;
  start: string;
  notYet: string;
  end: string;
  length: string;
  days: Say<[count: string]>;
  claimed: string;
  claimedNote: string;
  lacks: Record<NonNullable<GeoTable['lacks']>, string>;
  sold: Record<
    'more' | 'less',
    Say<[regions: string, actual: string, without: string, lift: string]>
  >;
  byLuck: Say<[share: string, blocks: string]>;
  resolution: string;
  power: Say<[lift: string, days: string, error: string]>;
  noPower: string;
  effect: string;
  error: string;
  errorNote: string;
  perSale: string;
  weights: string;
  region: string;
  weight: string;
  byDay: string;
  day: string;
  actual: string;
  expected: string;
  // Into the plan
  into: string;
  plan: string;
  before: string;
  after: string;
  put: Say<[share: string, channel: string]>;
  putNought: Say<[channel: string]>;
  done: Say<[channel: string]>;
  noteOfGroups: Say<[treated: string, control: string]>;
  noteOfRegions: Say<[regions: string, start: string, end: string]>;
}

const fr: Words = {
  title: 'Groupe témoin',
  purpose:
    'Des personnes ou des régions sans la campagne disent quelle part des clients ne serait pas venue autrement.',
  how: 'Un tirage au sort a laissé une partie des gens sans la campagne. Comptez tous ceux de chaque groupe, touchés ou non. Vos chiffres restent dans le plan.',
  groups: { treated: 'Avec la campagne', control: 'Sans (groupe témoin)' },
  people: 'Personnes',
  customers: 'Clients',
  rate: 'ou leur part',
  rateNote: 'lue si les clients ne sont pas saisis',
  bought: 'Ont acheté',
  cost: 'Coût de la campagne',
  value: 'Chiffre d’affaires par client',
  refused: (what, why) => `${what}\u00a0: ${why}`,
  rates: (treated, control) =>
    `Avec la campagne, ${treated} ont acheté\u202f; sans elle, ${control}.`,
  shares: (share) => `${share} de ces clients ne seraient pas venus autrement`,
  range: (low, high) => ` (9 fois sur 10, de ${low} à ${high})`,
  worse: 'Le groupe témoin a fait mieux\u00a0: la campagne n’a amené personne de plus ici.',
  none: 'Aucune différence\u00a0: la campagne n’a amené personne de plus ici.',
  nobody: 'Personne n’a acheté avec la campagne\u00a0: il n’y a pas de part à mesurer.',
  mayBeLuck: 'Le test n’exclut pas que ce soit le hasard, et qu’elle n’amène personne.',
  mayHelp: (share) => `Le test n’exclut pas non plus un gain, jusqu’à ${share}.`,
  noRange: 'Saisissez les personnes de chaque groupe\u00a0: elles donnent la fourchette.',
  smallest: (lift, share) =>
    `Des groupes de cette taille montrent un effet à partir de +${lift}, soit une part de ${share}, quatre fois sur cinq.`,
  lift: 'Effet (lift)',
  share: 'Part incrémentale',
  incremental: 'Clients incrémentaux',
  costPer: 'Coût par client incrémental',
  roas: 'ROAS incrémental',
  luck: 'Par hasard',
  luckNote: 'probabilité d’un tel écart sans effet (valeur p)',
  under: (share) => `moins de ${share}`,
  atLeast: (low) => `au moins ${low}, sans limite connue`,
  atMost: (high) => `au plus ${high}`,
  geo: 'Test par régions, jour par jour',
  geoHow:
    'Des régions ont eu la campagne, d’autres non. Une combinaison des autres, semblable avant le test, dit ce qui se serait vendu sans elle (contrôle synthétique). Ni le tableau ni ces choix ne sont gardés.',
  paste:
    'Collez le tableau\u00a0: un jour par ligne et une région par colonne, ou une ligne par région et jour',
  faults: {
    'table.bytes': 'Le tableau est trop long.',
    'table.cells':
      'Le tableau a plus de 60 régions ou de 200 jours\u00a0: regroupez les petites régions.',
    'table.record': 'Une ligne est trop longue.',
    'table.quote': 'Un guillemet n’est jamais fermé.',
  },
  noTable: 'Pas de tableau de régions et de jours ici.',
  ambiguous: (cell) => `«\u00a0${cell}\u00a0»\u00a0: comment s’écrivent les décimales\u202f?`,
  decimals: { '': 'à choisir', point: 'point', comma: 'virgule' },
  read: (regions, days) => `${regions} régions, ${days} jours lus.`,
  repeated: (n) =>
    `Pour ${n < 2 ? '1 nombre' : `${n} nombres`}, il y en avait déjà un de la même région et du même jour\u00a0: ils sont additionnés. Si le tableau a été collé deux fois, retirez-en une copie.`,
  leftOut: (names, why) => `Laissées de côté\u00a0: ${names} (${why}).`,
  whyLeftOut: {
    gaps: 'un jour sans nombre, ou négatif',
    nothing: 'rien de vendu les 14 premiers jours',
    total: 'un total',
  },
  treated: 'Régions avec la campagne',
  counts: 'Le tableau compte',
  countsOf: { customers: 'des clients', revenue: 'du chiffre d’affaires' },
  start: 'Premier jour du test',
  notYet: 'pas encore fait',
  end: 'Dernier jour',
  length: 'Durée prévue',
  days: (count) => `${count} jours`,
  claimed: 'Compté par le canal lui-même',
  claimedNote: 'dans ces régions, ces jours-là',
  lacks: {
    treated: 'Cochez les régions qui ont eu la campagne.',
    donors: 'Il faut au moins deux régions sans la campagne.',
    days: 'Le test finit avant de commencer.',
    daysBefore: 'Il faut au moins 14 jours avant le test, et autant qu’il en dure.',
    sales: 'Les autres régions n’ont rien vendu pendant le test.',
  },
  sold: {
    more: (regions, actual, without, lift) =>
      `${regions}\u00a0: ${actual} pendant le test, ${without} attendus sans la campagne, soit ${lift} de plus`,
    less: (regions, actual, without, lift) =>
      `${regions}\u00a0: ${actual} pendant le test, ${without} attendus sans la campagne, soit ${lift} de moins`,
  },
  byLuck: (share, blocks) =>
    `Parmi ${blocks} suites d’autant de jours, ${share} s’écartent autant de ce qui est attendu sans effet.`,
  resolution: 'valeur p, par permutation de blocs de jours',
  power: (lift, days, error) =>
    `Un test de ${days} montrerait un effet à partir de ${lift} environ, quatre fois sur cinq. Essayé sur des jours sans test, il se trompe de ${error}.`,
  noPower: 'Trop peu de jours pour dire quel effet un test de cette durée montrerait.',
  effect: 'Ventes de plus',
  error: 'Écart avant le test',
  errorNote: 'entre vendu et attendu, par jour',
  perSale: 'Coût par vente incrémentale',
  weights: 'De quoi est fait ce qui est attendu',
  region: 'Région',
  weight: 'Poids',
  byDay: 'Jour par jour',
  day: 'Jour',
  actual: 'Vendu',
  expected: 'Attendu',
  into: 'Canal',
  plan: 'Dans le plan',
  before: 'Avant',
  after: 'Après',
  put: (share, channel) => `Mettre ${share} dans ${channel}`,
  putNought: (channel) => `Mettre une part de 0\u00a0% dans ${channel}`,
  done: (channel) =>
    `La part mesurée est dans ${channel}. «\u00a0Annuler\u00a0» rend ce qui y était.`,
  noteOfGroups: (treated, control) =>
    `Groupe témoin\u00a0: ${treated} avec la campagne, ${control} sans`,
  noteOfRegions: (regions, start, end) => `Test par régions\u00a0: ${regions}, ${start} – ${end}`,
};

const en: Words = {
  title: 'Holdout or lift test',
  purpose:
    'People or regions without the campaign say which share of customers would not have come anyway.',
  how: 'Some people, drawn by lot, did not get the campaign. Count everyone put into a group, reached or not. Your figures stay with the plan.',
  groups: { treated: 'With the campaign', control: 'Without (held out)' },
  people: 'People',
  customers: 'Customers',
  rate: 'or their share',
  rateNote: 'counts where customers are not typed',
  bought: 'Bought',
  cost: 'Cost of the campaign',
  value: 'Revenue per customer',
  refused: (what, why) => `${what}: ${why}`,
  rates: (treated, control) => `With the campaign ${treated} bought; without it, ${control}.`,
  shares: (share) => `${share} of these customers would not have come otherwise`,
  range: (low, high) => ` (9 times in 10, ${low} to ${high})`,
  worse: 'The group without it did better: the campaign brought nobody more here.',
  none: 'No difference: the campaign brought nobody more here.',
  nobody: 'Nobody bought with the campaign: there is no share to measure.',
  mayBeLuck: 'The test does not rule out that this is luck, and that it brings nobody.',
  mayHelp: (share) => `Nor does the test rule out a gain, up to ${share}.`,
  noRange: 'Type how many people each group had: they give the range.',
  smallest: (lift, share) =>
    `Groups of this size show a lift from +${lift}, which is a share of ${share}, four times in five.`,
  lift: 'Lift',
  share: 'Incremental share',
  incremental: 'Incremental customers',
  costPer: 'Cost per incremental customer',
  roas: 'Incremental ROAS',
  luck: 'By luck',
  luckNote: 'how likely such a difference is without an effect (p value)',
  under: (share) => `under ${share}`,
  atLeast: (low) => `at least ${low}, with no known limit`,
  atMost: (high) => `at most ${high}`,
  geo: 'Regions, day by day',
  geoHow:
    'Some regions had the campaign, others not. A mixture of the others that was alike before the test says what would have been sold without it (synthetic control). Neither the table nor these choices are kept.',
  paste: 'Paste the table: a day a row and a region a column, or a row for each region and day',
  faults: {
    'table.bytes': 'The table is too long.',
    'table.cells': 'The table has more than 60 regions or 200 days: join small regions.',
    'table.record': 'A row is too long.',
    'table.quote': 'A quote is never closed.',
  },
  noTable: 'There is no table of regions and days here.',
  ambiguous: (cell) => `“${cell}”: how are decimals written?`,
  decimals: { '': 'choose', point: 'point', comma: 'comma' },
  read: (regions, days) => `${regions} regions, ${days} days read.`,
  repeated: (n) =>
    `Of ${n < 2 ? '1 number' : `${n} numbers`} the region and day had one already: they are added up. If the table was pasted twice, remove one copy.`,
  leftOut: (names, why) => `Left out: ${names} (${why}).`,
  whyLeftOut: {
    gaps: 'a day without a number, or below 0',
    nothing: 'nothing sold in the first 14 days',
    total: 'a total',
  },
  treated: 'Regions with the campaign',
  counts: 'The table counts',
  countsOf: { customers: 'customers', revenue: 'revenue' },
  start: 'First day of the test',
  notYet: 'not yet done',
  end: 'Last day',
  length: 'Planned length',
  days: (count) => `${count} days`,
  claimed: 'Counted by the channel itself',
  claimedNote: 'in these regions and days',
  lacks: {
    treated: 'Tick the regions that had the campaign.',
    donors: 'At least two regions without the campaign are needed.',
    days: 'The test ends before it begins.',
    daysBefore: 'At least 14 days before the test are needed, and as many as it lasts.',
    sales: 'The other regions sold nothing during the test.',
  },
  sold: {
    more: (regions, actual, without, lift) =>
      `${regions}: ${actual} during the test, ${without} expected without the campaign, which is ${lift} more`,
    less: (regions, actual, without, lift) =>
      `${regions}: ${actual} during the test, ${without} expected without the campaign, which is ${lift} less`,
  },
  byLuck: (share, blocks) =>
    `Of ${blocks} runs of as many days, ${share} are as far from what is expected with no effect.`,
  resolution: 'p value, by permuting blocks of days',
  power: (lift, days, error) =>
    `A test of ${days} would show a lift from about ${lift}, four times in five. Tried on days without a test, it was ${error} off.`,
  noPower: 'Too few days to say which lift a test of this length would show.',
  effect: 'Sold more',
  error: 'Off before the test',
  errorNote: 'between sold and expected, by day',
  perSale: 'Cost per incremental sale',
  weights: 'What the expected is made of',
  region: 'Region',
  weight: 'Weight',
  byDay: 'Day by day',
  day: 'Day',
  actual: 'Sold',
  expected: 'Expected',
  into: 'Channel',
  plan: 'In the plan',
  before: 'Before',
  after: 'After',
  put: (share, channel) => `Put ${share} into ${channel}`,
  putNought: (channel) => `Put a share of 0% into ${channel}`,
  done: (channel) => `The measured share is in ${channel}. Undo brings back what was there.`,
  noteOfGroups: (treated, control) =>
    `Holdout test: ${treated} with the campaign, ${control} without`,
  noteOfRegions: (regions, start, end) => `Test over regions: ${regions}, ${start} – ${end}`,
};

export const holdoutWords = wordsIn({ fr, en });
