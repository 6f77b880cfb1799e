// What a cohort says.
import type { Retained, RetentionRequest } from '../../../generated/evidence';
import type { Say } from '../../locales/say';
import { wordsIn } from '../../locales/words';

type By = RetentionRequest['by'];

interface Words {
  title: string;
  how: string;
  by: string;
  periods: Record<By, string>;
  periodsOf: Record<By, Say<[n: number, shown: string]>>;
  counts: string;
  notRead: Say<[row: string, text: string]>;
  wrongRow: Say<[row: string, what: string]>;
  tooMany: Say<[most: string]>;
  unchanged: string;
  alone: string;
  margin: Record<By, string>;
  discount: string;
  refused: Say<[what: string]>;
  counted: string;
  countedNote: string;
  fitted: string;
  fittedNote: string;
  /** What kind of cohort it is, after the note. */
  shapes: Record<NonNullable<Retained['shape']>, string>;
  constant: string;
  constantNote: string;
  difference: string;
  tooFew: string;
  fewCustomers: string;
  table: string;
  countedColumn: string;
  fittedColumn: string;
  constantColumn: string;
  marginColumn: Record<'fitted' | 'constant', string>;
}

const fr: Words = {
  title: 'Rétention et valeur vie client (LTV)',
  how: 'Combien de clients acquis sur la même période étaient encore là, période après période. Rien du plan ne change.',
  by: 'Périodes',
  periods: { month: 'Mois', year: 'Année' },
  periodsOf: {
    month: (n, shown) => `${shown} mois ${n < 2 ? 'actualisé' : 'actualisés'}`,
    year: (n, shown) => `${shown} ${n < 2 ? 'année actualisée' : 'années actualisées'}`,
  },
  counts: 'Clients au début, puis ceux qui restent après chaque période (un nombre par ligne)',
  notRead: (row, text) =>
    `La ligne ${row} («\u00a0${text}\u00a0») n’est pas un nombre\u00a0: il en faut un par ligne.`,
  wrongRow: (row, what) => `Ligne ${row}\u00a0: ${what}`,
  tooMany: (most) => `${most} lignes au plus.`,
  unchanged: 'Rien n’a changé.',
  alone:
    'Il faut au moins deux nombres\u00a0: les clients au début, et ceux qui restent après une période.',
  margin: { month: 'Marge par client et par mois', year: 'Marge par client et par an' },
  discount: 'Taux d’actualisation par an',
  refused: (what) => `La cohorte ne convient pas\u00a0: ${what}`,
  counted: 'Ce qui a été compté',
  countedNote: 'jusqu’à la dernière période comptée, rien au-delà',
  fitted: 'Courbe ajustée à la cohorte',
  fittedNote: 'sans terme',
  shapes: {
    heterogeneous: '\u202f; les plus fidèles restent, la rétention monte donc',
    constant: '\u202f; aucune différence entre clients ne s’y voit, l’attrition y est constante',
    twoGroups: '\u202f; les uns sont partis après la première période, les autres restent',
  },
  constant: 'Rétention de la première période, pour toujours',
  constantNote: 'ce que donne un taux d’attrition constant',
  difference:
    'Ajustement bêta-géométrique décalé (Fader et Hardie, 2007). Au-delà des périodes comptées, c’est une projection.',
  tooFew: 'Il faut au moins deux périodes, et des départs, pour ajuster une courbe.',
  fewCustomers: 'Moins de 100\u00a0clients au début\u00a0: la courbe ajustée est incertaine.',
  table: 'Part des clients encore là',
  countedColumn: 'Compté',
  fittedColumn: 'Ajusté',
  constantColumn: 'Constant',
  marginColumn: {
    fitted: 'Marge cumulée par client (courbe ajustée, non actualisée)',
    constant: 'Marge cumulée par client (rétention constante, non actualisée)',
  },
};

const en: Words = {
  title: 'Retention and customer lifetime value (LTV)',
  how: 'How many customers won in the same period were still there, period after period. Nothing of the plan changes.',
  by: 'Periods',
  periods: { month: 'Month', year: 'Year' },
  periodsOf: {
    month: (n, shown) => `${shown} discounted ${n === 1 ? 'month' : 'months'}`,
    year: (n, shown) => `${shown} discounted ${n === 1 ? 'year' : 'years'}`,
  },
  counts: 'Customers at the start, then those left after each period (one number a line)',
  notRead: (row, text) => `Row ${row} (“${text}”) is no number: each row needs one.`,
  wrongRow: (row, what) => `Row ${row}: ${what}`,
  tooMany: (most) => `At most ${most} rows.`,
  unchanged: 'Nothing has changed.',
  alone: 'Two numbers are needed: customers at the start, and those left after one period.',
  margin: { month: 'Margin per customer and month', year: 'Margin per customer and year' },
  discount: 'Discount rate a year',
  refused: (what) => `The cohort does not fit: ${what}`,
  counted: 'As counted',
  countedNote: 'up to the last period that was counted, nothing beyond',
  fitted: 'Curve fitted to the cohort',
  fittedNote: 'without end',
  shapes: {
    heterogeneous: '; the most loyal stay, so that retention rises',
    constant: '; it shows no difference between customers, so that churn is constant',
    twoGroups: '; some left after the first period, the others stay',
  },
  constant: 'The first period’s retention, for ever',
  constantNote: 'what a constant churn rate gives',
  difference:
    'Shifted beta-geometric fit (Fader and Hardie, 2007). Beyond the periods counted it is a projection.',
  tooFew: 'A curve takes at least two periods, and customers who left.',
  fewCustomers: 'Fewer than 100 customers at the start: the fitted curve is uncertain.',
  table: 'Share of customers still there',
  countedColumn: 'Counted',
  fittedColumn: 'Fitted',
  constantColumn: 'Constant',
  marginColumn: {
    fitted: 'Margin per customer so far (fitted curve, not discounted)',
    constant: 'Margin per customer so far (constant retention, not discounted)',
  },
};

export const cohortWords = wordsIn({ fr, en });
