// What the working of certainty says.
import type { Action } from '../../locales/catalogue';
import { nouns } from '../../locales/nouns';
import type { ByBasis, Say } from '../../locales/say';
import { wordsIn } from '../../locales/words';
import { capital } from '../../view/words';

interface Words {
  belowBreakEven: ByBasis<Say<[action: Action]>>;
  singleAnswer: string;
  noRange: string;
  single: string;
  /** Where the answer depends on none of the ranges. */
  unmoved: string;
  unmovedAnswer: string;
  howToRange: string;
  sentence: Say<[chance: string, range: string]>;
  profitable: ByBasis<string>;
  /** The same of a campaign that is over. */
  ofProfit: string;
  goal: string;
  best: string;
  histogram: Say<[metric: string]>;
  histogramSummary: Say<[metric: string, low: string, high: string, middle: string]>;
  histogramNote: string;
  breakEven: ByBasis<string>;
  nineInTen: string;
  trialsColumn: string;
  quantiles: string;
  middle: string;
  mean: string;
  positive: string;
  channels: string;
  undefinedTrials: Say<[undefinedOnes: string, all: string]>;
  trials: Say<[trials: string]>;
  ownError: Say<[trials: string, points: string]>;
  /** Of chances: luck is in, or why it is not. */
  luck: Record<'drawn' | 'over' | 'counted', string>;
  /** Of chances, where some figures are single. */
  supposes: string;
  /** Every assumption as a range at once. */
  losing: {
    expected: string;
    expectedNote: string;
    moreThan: string;
    chance: Say<[chance: string]>;
    wrong: string;
  };
  together: {
    heading: string;
    effect: Say<[subject: string, together: string, apart: string]>;
  };
  guessing: {
    offBy: string;
    range: Say<[n: number]>;
    wrong: string;
  };
}

const feminineOrNot: Record<Action, string> = {
  lead: 'un prospect',
  subscriber: 'un abonné',
  booking: 'une réservation',
  order: 'une commande',
  download: 'un téléchargement',
  signUp: 'une inscription',
  call: 'un appel',
};

const un = (action: Action) => nouns.fr[action].an ?? feminineOrNot[action];

const fr: Words = {
  belowBreakEven: {
    margin: (action) => `Chances qu’${un(action)} rapporte plus que son coût`,
    revenue: (action) => `Chances qu’${un(action)} amène plus de chiffre d’affaires que son coût`,
  },
  singleAnswer: 'chaque chiffre est une valeur unique',
  unmoved: 'Aucune fourchette ne fait varier cette réponse\u00a0: c’est une valeur unique.',
  unmovedAnswer: 'aucune fourchette ne la fait varier',
  noRange: 'sans fourchette',
  single: 'Chaque chiffre est une valeur unique\u202f; la réponse en est une aussi.',
  howToRange:
    'Le signe ± à côté d’un champ transforme son chiffre en fourchette. La réponse dit alors à quel point elle est probable.',
  sentence: (chance, range) =>
    `${capital(chance)}\u202f; le retour sur investissement est ${range}.`,
  profitable: {
    margin: 'Chances de gagner de l’argent',
    revenue: 'Chances que le chiffre d’affaires couvre le coût',
  },
  ofProfit: 'Chances d’être bénéficiaire',
  goal: 'Chances que l’objectif soit atteint',
  best: 'Chances d’être le meilleur',
  histogram: (metric) => `${metric}\u00a0: fréquence de chaque issue`,
  histogramSummary: (metric, low, high, middle) =>
    `${metric}\u00a0: entre ${low} et ${high} 9 fois sur 10, aussi souvent au-dessus de ${middle} qu’au-dessous.`,
  histogramNote:
    'Hachuré\u00a0: les pertes. Le point est le milieu\u00a0: aussi souvent au-dessus qu’au-dessous. Le contour est estimé d’après les tirages\u202f; une colonne est une seule issue, qui revient.',
  breakEven: { margin: 'Seuil', revenue: 'Coût couvert' },
  nineInTen: '9 fois sur 10',
  trialsColumn: 'Tirages',
  quantiles: 'Issues basse, médiane et haute',
  middle: 'Milieu (P50)',
  mean: 'Moyenne',
  positive: 'Chances d’être au-dessus de 0',
  channels: 'Canal par canal',
  undefinedTrials: (some, all) =>
    `Tirages sans réponse\u00a0: ${some} sur ${all}\u202f; ils comptent comme des «\u00a0non\u00a0».`,
  trials: (trials) => `${trials} tirages.`,
  ownError: (trials, points) =>
    `${trials} tirages\u202f; la simulation elle-même se trompe d’environ ±${points}.`,
  luck: {
    drawn:
      'Le nombre de clients qui viennent réellement est tiré lui aussi\u00a0: le hasard est compté.',
    over: 'Le hasard n’est pas compté, puisque c’est passé\u00a0: nombres et dépenses comptent à leur valeur probable, et les autres fourchettes sont ce que l’on n’en sait pas.',
    counted: 'Les clients ont été comptés\u00a0: le hasard n’y entre pas.',
  },
  supposes: 'Toutes ces chances supposent exacts les chiffres sans fourchette.',
  losing: {
    expected: 'Perte attendue',
    expectedNote: 'en moyenne, un gain comptant comme une perte nulle',
    moreThan: 'Probabilité d’une perte de plus de',
    chance: (chance) => `\u00a0: ${chance}`,
    wrong: 'Saisissez un montant de 0 ou plus.',
  },
  together: {
    heading: 'Ces estimations montent et descendent ensemble',
    effect: (subject, together, apart) =>
      `${subject}, 9 fois sur 10\u00a0: ${together} si c’est le cas, ${apart} si chacune varie de son côté.`,
  },
  guessing: {
    offBy: 'Mes estimations peuvent se tromper de',
    range: (n) =>
      n === 1
        ? 'Faire d’une estimation une fourchette'
        : `Faire de ${n} estimations des fourchettes`,
    wrong: 'Saisissez un pourcentage de 1 à 90\u00a0%.',
  },
};

const withArticle: Record<Action, string> = {
  lead: 'a lead',
  subscriber: 'a subscriber',
  booking: 'a booking',
  order: 'an order',
  download: 'a download',
  signUp: 'a sign-up',
  call: 'a call',
};

const an = (action: Action) => nouns.en[action].an ?? withArticle[action];

const en: Words = {
  belowBreakEven: {
    margin: (action) => `Chance that ${an(action)} brings more than it costs`,
    revenue: (action) => `Chance that ${an(action)} brings more revenue than it costs`,
  },
  singleAnswer: 'every figure is a single value',
  unmoved: 'No range moves this answer: it is a single value.',
  unmovedAnswer: 'no range moves it',
  noRange: 'no range',
  single: 'Every figure is a single value, so the answer is one too.',
  howToRange:
    'The ± beside a field turns its figure into a range. The answer then says how likely it is.',
  sentence: (chance, range) => `${capital(chance)}; the return on investment is ${range}.`,
  profitable: {
    margin: 'Chance of earning money',
    revenue: 'Chance that revenue covers the cost',
  },
  ofProfit: 'Chance of a profit',
  goal: 'Chance that the goal is reached',
  best: 'Chance of being the best',
  histogram: (metric) => `${metric}, how often each outcome comes`,
  histogramSummary: (metric, low, high, middle) =>
    `${metric} lies between ${low} and ${high} 9 times in 10, as often above ${middle} as below.`,
  histogramNote:
    'Hatched: losses. The dot is the middle: as often above as below. The outline is estimated from the trials; a column is one outcome that comes again.',
  breakEven: { margin: 'Break-even', revenue: 'Cost covered' },
  nineInTen: '9 times in 10',
  trialsColumn: 'Trials',
  quantiles: 'Low, middle and high outcomes',
  middle: 'Middle (P50)',
  mean: 'Mean',
  positive: 'Chance of being above 0',
  channels: 'Channel by channel',
  undefinedTrials: (some, all) =>
    `In ${some} of ${all} trials there was no answer; they count as no.`,
  trials: (trials) => `${trials} trials.`,
  ownError: (trials, points) =>
    `${trials} trials; the simulation itself is off by about ±${points}.`,
  luck: {
    drawn: 'How many of the expected customers come is drawn as well: luck is counted in.',
    over: 'Luck is left out, since it has happened: counts and amounts spent stand at their likely values, and the other ranges are what is not known of it.',
    counted: 'Customers were counted: luck has no part in it.',
  },
  supposes: 'All these chances suppose that the figures without a range are exact.',
  losing: {
    expected: 'Expected loss',
    expectedNote: 'the mean, where a gain counts as no loss',
    moreThan: 'Chance of a loss of more than',
    chance: (chance) => `: ${chance}`,
    wrong: 'Type an amount of 0 or more.',
  },
  together: {
    heading: 'These guesses rise and fall together',
    effect: (subject, together, apart) =>
      `${subject}, 9 times in 10: ${together} if they do, ${apart} if each moves by itself.`,
  },
  guessing: {
    offBy: 'My guesses may be off by',
    range: (n) => (n === 1 ? 'Turn 1 guess into a range' : `Turn ${n} guesses into ranges`),
    wrong: 'Type a percentage from 1 to 90%.',
  },
};

export const certaintyWords = wordsIn({ fr, en });
