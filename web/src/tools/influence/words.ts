// What the working of influence says besides its line.
import type { Say } from '../../locales/say';
import { wordsIn } from '../../locales/words';

interface Words {
  /** Before the result that is looked at. */
  on: string;
  tornadoNote: string;
  ranges: Say<[metric: string]>;
  range: string;
  fromTo: string;
  result: Say<[metric: string]>;
  share: string;
  ofGroup: Say<[share: string]>;
  luck: string;
  luckFirst: Say<[share: string]>;
  ofYours: Say<[swing: string]>;
  together: Say<[share: string]>;
  levers: Say<[metric: string]>;
  leverColumn: string;
  onePercentColumn: string;
  onePointColumn: string;
  elasticity: string;
  byChannel: string;
  leversNote: string;
  /** Of figures without levers. */
  ofTyped: Say<[title: string]>;
  typed: string;
  value: string;
  slopesNote: string;
}

const fr: Words = {
  on: 'Ce qui fait varier',
  tornadoNote:
    'Chaque fourchette, de son bas (plein) à son haut (contour), les autres à leur valeur probable.',
  ranges: (metric) => `Fourchettes qui font varier «\u00a0${metric}\u00a0»`,
  range: 'Fourchette',
  fromTo: 'De → à',
  result: (metric) => metric,
  share: 'Part estimée de la variance',
  luck: 'Le hasard\u00a0: combien de clients viennent vraiment',
  luckFirst: (share) => `D’abord le hasard, ${share} de la variance`,
  ofYours: (swing) => `Parmi vos chiffres, ${swing}`,
  ofGroup: (share) => `${share}, avec son groupe`,
  together: (share) => `${share} de la variance vient de plusieurs d’entre eux ensemble.`,
  levers: (metric) => `Effet d’un pour cent ou d’un point de plus sur «\u00a0${metric}\u00a0»`,
  leverColumn: 'Levier',
  onePercentColumn: '1\u00a0% de plus',
  onePointColumn: 'Un point de plus',
  elasticity: 'Élasticité',
  byChannel: 'Canal par canal',
  leversNote:
    'Pentes à ces chiffres, le reste inchangé. Élasticité\u00a0: variation du résultat quand le levier varie de 1\u00a0%.',
  ofTyped: (title) => `Effet d’un pour cent de plus sur «\u00a0${title}\u00a0»`,
  typed: 'Chiffre saisi',
  value: 'Valeur',
  slopesNote: 'Pentes à ces chiffres, le reste inchangé.',
};

const en: Words = {
  on: 'What moves',
  tornadoNote:
    'Each range from its low end (filled) to its high end (outlined), the others at their likely values.',
  ranges: (metric) => `Ranges that move ${metric}`,
  range: 'Range',
  fromTo: 'From → to',
  result: (metric) => metric,
  share: 'Estimated share of the variance',
  luck: 'Luck: how many customers happen to come',
  luckFirst: (share) => `Luck first, ${share} of the variance`,
  ofYours: (swing) => `Of your figures, ${swing}`,
  ofGroup: (share) => `${share}, with its group`,
  together: (share) => `${share} of the variance comes from several of these together.`,
  levers: (metric) => `What one percent, or one point, more does to ${metric}`,
  leverColumn: 'Lever',
  onePercentColumn: '1% more',
  onePointColumn: 'One point more',
  elasticity: 'Elasticity',
  byChannel: 'Channel by channel',
  leversNote:
    'Slopes at these figures, all else held. Elasticity: by how much the result moves when the lever moves by 1%.',
  ofTyped: (title) => `What one percent more does to ${title}`,
  typed: 'Typed figure',
  value: 'Value',
  slopesNote: 'Slopes at these figures, all else held.',
};

export const influenceWords = wordsIn({ fr, en });
