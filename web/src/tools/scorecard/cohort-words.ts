// What a cohort says.
import type { RetentionRequest } from '../../../generated/evidence';
import type { Say } from '../../locales/say';
import { wordsIn } from '../../locales/words';

type By = RetentionRequest['by'];

interface Words {
  title: string;
  how: string;
  by: string;
  periods: Record<By, string>;
  periodsOf: Record<By, Say<[count: string]>>;
  counts: string;
  notRead: string;
  margin: Record<By, string>;
  discount: string;
  refused: Say<[what: string]>;
  counted: string;
  countedNote: string;
  fitted: string;
  fittedNote: string;
  constant: string;
  constantNote: string;
  difference: string;
  tooFew: string;
  table: string;
  countedColumn: string;
  fittedColumn: string;
  constantColumn: string;
  marginColumn: string;
}

const fr: Words = {
  title: 'Fidélité\u00a0: valeur vie d’un client, d’après une cohorte',
  how: 'Combien de clients gagnés ensemble étaient encore là, période après période. Rien du plan ne change.',
  by: 'Périodes',
  periods: { month: 'Mois', year: 'Année' },
  periodsOf: {
    month: (count) => `${count} mois actualisés`,
    year: (count) => `${count} années actualisées`,
  },
  counts: 'Clients au début, puis ceux qui restent après chaque période (un nombre par ligne)',
  notRead: 'Un nombre par ligne\u00a0: l’une d’elles ne se lit pas. Rien n’a changé.',
  margin: { month: 'Marge par client et par mois', year: 'Marge par client et par an' },
  discount: 'Taux d’actualisation par an',
  refused: (what) => `La cohorte ne convient pas\u00a0: ${what}`,
  counted: 'Ce qui a été compté',
  countedNote: 'jusqu’à la dernière période comptée, rien au-delà',
  fitted: 'Courbe ajustée à la cohorte',
  fittedNote: 'sans terme\u00a0; les plus fidèles restent, la rétention monte donc',
  constant: 'Rétention de la première période, pour toujours',
  constantNote: 'ce que donne un taux d’attrition constant',
  difference:
    'Ajustement bêta-géométrique décalé (Fader et Hardie, 2007). Au-delà des périodes comptées, c’est une projection.',
  tooFew: 'Il faut au moins deux périodes, et des départs, pour ajuster une courbe.',
  table: 'Part des clients encore là',
  countedColumn: 'Compté',
  fittedColumn: 'Ajusté',
  constantColumn: 'Constant',
  marginColumn: 'Marge cumulée par client',
};

const en: Words = {
  title: 'Retention: lifetime value of a customer, from a cohort',
  how: 'How many customers won together were still there, period after period. Nothing of the plan changes.',
  by: 'Periods',
  periods: { month: 'Month', year: 'Year' },
  periodsOf: {
    month: (count) => `${count} discounted months`,
    year: (count) => `${count} discounted years`,
  },
  counts: 'Customers at the start, then those left after each period (one number a line)',
  notRead: 'One number a line: one of them cannot be read. Nothing has changed.',
  margin: { month: 'Margin per customer and month', year: 'Margin per customer and year' },
  discount: 'Discount rate a year',
  refused: (what) => `The cohort does not fit: ${what}`,
  counted: 'As counted',
  countedNote: 'up to the last period that was counted, nothing beyond',
  fitted: 'Curve fitted to the cohort',
  fittedNote: 'without end; the most loyal stay, so that retention rises',
  constant: 'The first period’s retention, for ever',
  constantNote: 'what a constant churn rate gives',
  difference:
    'Shifted beta-geometric fit (Fader and Hardie, 2007). Beyond the periods counted it is a projection.',
  tooFew: 'A curve takes at least two periods, and customers who left.',
  table: 'Share of customers still there',
  countedColumn: 'Counted',
  fittedColumn: 'Fitted',
  constantColumn: 'Constant',
  marginColumn: 'Margin per customer so far',
};

export const cohortWords = wordsIn({ fr, en });
