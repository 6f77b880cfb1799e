// What the track record says.
import type { TrackRecord } from '../../engine/analyses';
import type { Say } from '../../locales/say';
import { wordsIn } from '../../locales/words';

type Fit = NonNullable<TrackRecord['typed']['fit']>;

interface Words {
  title: string;
  purpose: string;
  loading: string;
  keep: string;
  keepNote: string;
  noRanges: string;
  /** Of a campaign that has happened. */
  over: string;
  kept: Say<[count: number]>;
  /** Of figures that are known by what has happened since. */
  arrived: Say<[count: number]>;
  take: string;
  taken: Say<[count: number]>;
  group: Say<[date: string, plan: string]>;
  remove: string;
  figure: string;
  date: string;
  forecast: string;
  actual: string;
  outcome: string;
  between: Say<[low: string, high: string]>;
  /** Of how many cases a rate was seen on. */
  cases: Say<[name: string]>;
  held: string;
  missed: Say<[times: string]>;
  /** No width would have held it. */
  beyond: string;
  ofTyped: Say<[count: number, held: number]>;
  ofResults: Say<[count: number, held: number]>;
  share: Record<Fit, Say<[low: string, high: string]>>;
  width: Say<[times: string, rank: number, count: number]>;
  few: Say<[missing: number]>;
  close: string;
  unbounded: string;
  together: string;
  /** Of ranges that were widened since. */
  asWide: string;
  luck: string;
  yours: string;
  now: string;
  afterwards: string;
  apply: Say<[times: string]>;
  fixed: Say<[names: string]>;
  applied: string;
}

const fr: Words = {
  title: 'Que valaient vos prévisions\u202f?',
  purpose:
    'Garde les fourchettes d’aujourd’hui avec leur date\u202f; une fois les chiffres connus, dit lesquelles ont tenu, et de combien élargir les vôtres.',
  loading: 'Chargement…',
  keep: 'Garder la prévision d’aujourd’hui',
  keepNote:
    'Les fourchettes saisies, et celles des principaux résultats, restent ce qu’elles sont aujourd’hui, quoi que devienne le plan. Elles sont dans le plan, donc aussi dans ses liens et ses fichiers.',
  noRanges:
    'Aucune fourchette dans ce plan\u00a0: saisissez-en une avec ±, elle pourra être gardée.',
  over: 'Cette campagne est terminée\u00a0: il n’y a plus rien à prévoir. Une prévision se garde depuis un plan.',
  kept: (count) =>
    `${count} ${count < 2 ? 'fourchette gardée' : 'fourchettes gardées'} à la date d’aujourd’hui.`,
  arrived: (count) =>
    `D’après ce qui a été compté depuis le début du plan, ${count < 2 ? 'un de ces chiffres est connu' : `${count} de ces chiffres sont connus`}.`,
  take: 'Reporter comme réalisé',
  taken: (count) =>
    `${count} ${count < 2 ? 'chiffre reporté' : 'chiffres reportés'}\u202f; «\u00a0Annuler\u00a0» ${count < 2 ? 'le' : 'les'} retire.`,
  group: (date, plan) => (plan ? `${plan}, le ${date}` : `Le ${date}`),
  remove: 'Retirer cette prévision',
  figure: 'Chiffre',
  date: 'Date',
  forecast: 'Prévision',
  actual: 'Réalisé',
  outcome: 'Résultat',
  between: (low, high) => `de ${low} à ${high}`,
  cases: (name) => `${name}\u00a0: vu sur combien de cas`,
  held: 'a tenu',
  missed: (times) => `n’a pas tenu\u00a0: il l’aurait fallu ${times} fois plus large`,
  beyond: 'n’a pas tenu, à aucune largeur',
  ofTyped: (count, held) =>
    count < 2
      ? `La fourchette saisie, qui devait tenir 9 fois sur 10, ${held === 0 ? 'n’a pas tenu' : 'a tenu'}.`
      : `Sur ${count} fourchettes saisies, dont chacune devait tenir 9 fois sur 10, ${held} ${held < 2 ? 'a tenu' : 'ont tenu'}.`,
  ofResults: (count, held) =>
    count < 2
      ? `La fourchette d’un résultat ${held === 0 ? 'n’a pas tenu' : 'a tenu'}.`
      : `Sur ${count} fourchettes de résultats, ${held} ${held < 2 ? 'a tenu' : 'ont tenu'}.`,
  share: {
    narrow: (low, high) =>
      `Elles sont trop étroites\u00a0: de telles fourchettes tiennent de ${low} à ${high} du temps (à 90\u00a0% de confiance).`,
    plausible: (low, high) =>
      `C’est compatible avec 9 fois sur 10\u00a0: de telles fourchettes tiennent de ${low} à ${high} du temps (à 90\u00a0% de confiance).`,
    wide: (low, high) =>
      `Elles sont plus larges qu’il ne faut\u00a0: de telles fourchettes tiennent de ${low} à ${high} du temps (à 90\u00a0% de confiance).`,
  },
  width: (times, rank, count) =>
    `À ${times} fois leur largeur, ${rank} sur ${count} auraient tenu\u00a0: c’est ce qu’il faut pour que la prochaine, si elle leur ressemble, tienne 9 fois sur 10.`,
  few: (missing) =>
    `De combien les élargir ne se dit qu’à partir de 9 fourchettes\u00a0: encore ${missing}.`,
  close:
    'De combien les resserrer ne peut se dire\u00a0: les chiffres réalisés sont trop près des valeurs probables.',
  unbounded:
    'De combien les élargir ne peut se dire\u00a0: trop de chiffres réalisés (zéro, 100\u00a0%) sont hors de portée de toute fourchette.',
  together:
    'Les fourchettes d’un même plan se trompent souvent ensemble\u00a0: plus les plans sont nombreux, plus ce bilan en dit.',
  asWide: 'Les fourchettes élargies depuis comptent à leur nouvelle largeur.',
  luck: 'La fourchette d’un nombre porte sur ce qui sera compté, hasard compris. Pour un taux, dites sur combien de cas il a été vu\u00a0: son hasard n’est pas imputé à la fourchette.',
  yours: 'Vos fourchettes',
  now: 'Aujourd’hui',
  afterwards: 'Ensuite',
  apply: (times) => `Donner à ces fourchettes ${times} fois leur largeur`,
  fixed: (names) => `Restent comme elles sont, car fixées ici\u00a0: ${names}.`,
  applied: 'Fourchettes changées\u202f; «\u00a0Annuler\u00a0» les ramène.',
};

const en: Words = {
  title: 'How good were your forecasts?',
  purpose:
    'Keeps today’s ranges with their date; once figures have come, says which held, and by how much to widen yours.',
  loading: 'Loading…',
  keep: 'Keep today’s forecast',
  keepNote:
    'The ranges you typed, and those of the main results, stay as they are today, whatever the plan becomes. They are in the plan, and so in its links and files.',
  noRanges: 'This plan has no range: type one with ±, and it can be kept.',
  over: 'This campaign is over: there is nothing left to forecast. A forecast is kept from a plan.',
  kept: (count) => `${count} ${count === 1 ? 'range' : 'ranges'} kept with today’s date.`,
  arrived: (count) =>
    `By what has been counted since the plan began, ${count === 1 ? 'one of these figures is' : `${count} of these figures are`} known.`,
  take: 'Enter what came',
  taken: (count) => `${count} ${count === 1 ? 'figure' : 'figures'} entered; Undo takes them out.`,
  group: (date, plan) => (plan ? `${plan}, ${date}` : date),
  remove: 'Remove this forecast',
  figure: 'Figure',
  date: 'Date',
  forecast: 'Forecast',
  actual: 'Actual',
  outcome: 'Outcome',
  between: (low, high) => `${low} to ${high}`,
  cases: (name) => `${name}: cases it was seen on`,
  held: 'held',
  missed: (times) => `missed: it should have been ${times} times as wide`,
  beyond: 'missed, whatever its width',
  ofTyped: (count, held) =>
    count === 1
      ? `The range you typed, which was to hold 9 times in 10, ${held === 0 ? 'did not hold' : 'held'}.`
      : `Of ${count} ranges you typed, each of which was to hold 9 times in 10, ${held} held.`,
  ofResults: (count, held) =>
    count === 1
      ? `The range of a result ${held === 0 ? 'did not hold' : 'held'}.`
      : `Of ${count} ranges of results, ${held} held.`,
  share: {
    narrow: (low, high) =>
      `They are too narrow: ranges like these hold ${low} to ${high} of the time (at 90% confidence).`,
    plausible: (low, high) =>
      `That is compatible with 9 times in 10: ranges like these hold ${low} to ${high} of the time (at 90% confidence).`,
    wide: (low, high) =>
      `They are wider than they need be: ranges like these hold ${low} to ${high} of the time (at 90% confidence).`,
  },
  width: (times, rank, count) =>
    `At ${times} times their width, ${rank} of ${count} would have held: what it takes for the next one, if it is like these, to hold 9 times in 10.`,
  few: (missing) => `By how much to widen them is only said from 9 ranges on: ${missing} more.`,
  close: 'By how much to narrow them cannot be said: what came is too close to the likely values.',
  unbounded:
    'By how much to widen them cannot be said: too many figures that came (zero, 100%) are beyond the reach of any range.',
  together:
    'Ranges of one plan often miss together: the more plans they are of, the more this record says.',
  asWide: 'Ranges that were widened since count as wide as they are now.',
  luck: 'A range of a count is of what will be counted, luck included. For a rate, say how many cases it was seen on: its luck is not held against the range.',
  yours: 'Your ranges',
  now: 'Now',
  afterwards: 'Then',
  apply: (times) => `Make these ranges ${times} times as wide`,
  fixed: (names) => `Left as they are, for they are fixed here: ${names}.`,
  applied: 'Ranges changed; Undo brings them back.',
};

export const recordWords = wordsIn({ fr, en });
