// What is said of a campaign that has happened: in the past, or of no time. What customers bring may
// still be coming in.
import type { Catalogue } from '../catalogue';
import { nouns } from '../nouns';
import { wordsIn } from '../words';
import type { RestWords } from './catalogue';
import { en as englishRest } from './en';
import { fr as frenchRest } from './fr';

type InThePast = (text: Catalogue) => Catalogue;

type Inputs = Pick<
  RestWords['inputs'],
  'businessRevenueNote' | 'goalBegin' | 'ownNote' | 'planPeriod'
>;

const fr: InThePast = (text) => ({
  ...text,
  metric: (of) => ({ ...text.metric(of), periodMonths: 'Mois de la campagne' }),
  inputs: { ...text.inputs, asPlan: 'comme pour la campagne' },
  verdict: {
    ...text.verdict,
    costs: {
      margin: (action, cost, brings, then) =>
        `Chaque ${nouns.fr[action].one} a coûté ${cost} et rapporte${then} ${brings}.`,
      revenue: (action, cost, brings, then) =>
        `Chaque ${nouns.fr[action].one} a coûté ${cost} et rapporte${then} ${brings} de chiffre d’affaires.`,
    },
    claim: {
      ...text.verdict.claim,
      revenue: {
        ...text.verdict.claim.revenue,
        from: (share) => `C’est rentable si votre marge brute dépasse ${share}.`,
      },
    },
  },
  picture: {
    ...text.picture,
    pay: (action, cost) => `Vous avez payé ${cost} par ${nouns.fr[action].one}`,
  },
  results: {
    ...text.results,
    losing: (list, isOne) =>
      `${list} ${isOne ? 'est' : 'sont'} à perte, avant tout coût commun\u00a0: sans ${isOne ? 'ce canal' : 'l’un d’eux'}, il serait resté autant de plus.`,
    losingByShare: (list, isOne) =>
      `${list} ${isOne ? 'n’est' : 'ne sont'} à perte que par ${isOne ? 'sa' : 'leur'} part des coûts communs\u00a0: sans ${isOne ? 'ce canal' : 'l’un d’eux'}, il serait resté autant de moins.`,
    goalSentence: (what, target, by) => `${what}\u00a0: ${target}${by ? ` au ${by}` : ''}.`,
    goal: 'L’objectif a-t-il été atteint\u202f?',
    goalReached: 'Il a été atteint.',
    goalExceeded: (gap) => `C’était ${gap} de trop.`,
    goalMissed: (gap, isCount) => `Il ${isCount ? 'en ' : ''}a manqué ${gap}.`,
    goalTakes: 'Aux mêmes taux, les autres coûts inchangés, il aurait fallu',
    goalUnreachable: 'Plus de publicité, aux mêmes taux, n’y aurait pas suffi.',
    goalLimit: (limit) => `Augmenter la publicité n’aurait pas suffi à dépasser ${limit}.`,
  },
  analyses: {
    ...text.analyses,
    earning: {
      ...text.analyses.earning,
      margin: (chances) => `${chances} d’être bénéficiaire`,
    },
    ifExact: (n, shown) => `${text.analyses.ifExact(n, shown)}${frenchRest.luckAside}`,
  },
});

const frenchInputs: Inputs = {
  businessRevenueNote:
    'sur la période de la campagne, quelle qu’en soit l’origine\u202f; pour le MER seul',
  goalBegin: 'Partir de ce qu’a donné la campagne',
  ownNote: 'Vide\u00a0: comme pour la campagne.',
  planPeriod: (period = 'la durée') => `${period.toLowerCase()} de la campagne`,
};

const en: InThePast = (text) => ({
  ...text,
  metric: (of) => ({ ...text.metric(of), periodMonths: 'Months of the campaign' }),
  inputs: { ...text.inputs, asPlan: 'as for the campaign' },
  verdict: {
    ...text.verdict,
    costs: {
      margin: (action, cost, brings, then) =>
        `Each ${nouns.en[action].one} cost ${cost} and brings${then} ${brings}.`,
      revenue: (action, cost, brings, then) =>
        `Each ${nouns.en[action].one} cost ${cost} and brings${then} ${brings} of revenue.`,
    },
    claim: {
      ...text.verdict.claim,
      revenue: {
        ...text.verdict.claim.revenue,
        from: (share) => `It pays if your margin is above ${share}.`,
      },
    },
  },
  picture: {
    ...text.picture,
    pay: (action, cost) => `You paid ${cost} per ${nouns.en[action].one}`,
  },
  results: {
    ...text.results,
    best: (best, worst) => `${best} did best${worst ? `, ${worst} did worst` : ''}.`,
    losing: (list, isOne) =>
      `${list} ${isOne ? 'is' : 'are'} at a loss before any shared cost: without ${isOne ? 'it' : 'one of them'}, that much more would have been left.`,
    losingByShare: (list, isOne) =>
      `${list} ${isOne ? 'is' : 'are'} at a loss by ${isOne ? 'its' : 'their'} part of shared costs alone: without ${isOne ? 'it' : 'one of them'}, that much less would have been left.`,
    goal: 'Was the goal reached?',
    goalReached: 'It was reached.',
    goalExceeded: (gap) => `It came out ${gap} above it.`,
    goalMissed: (gap) => `It was missed by ${gap}.`,
    goalTakes: 'At the same rates, and other costs as they were, it would have taken',
    goalUnreachable: 'More ad spend at the same rates would not have reached it.',
    goalLimit: (limit) => `More ad spend alone could not have led past ${limit}.`,
  },
  analyses: {
    ...text.analyses,
    earning: { ...text.analyses.earning, margin: (chances) => `${chances} of a profit` },
    ifExact: (n, shown) => `${text.analyses.ifExact(n, shown)}${englishRest.luckAside}`,
  },
});

const englishInputs: Inputs = {
  businessRevenueNote: 'in the campaign’s period, whatever brought it; for MER alone',
  goalBegin: 'Start from what the campaign gave',
  ownNote: 'Empty: as for the campaign.',
  planPeriod: (period) =>
    period ? `${period.toLowerCase()}, as the campaign` : 'the campaign’s period',
};

export const pastWords = wordsIn({ fr, en });
export const pastInputs = wordsIn({ fr: frenchInputs, en: englishInputs });
