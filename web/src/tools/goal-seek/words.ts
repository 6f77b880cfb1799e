// What is said of what it would take.
import type { ByBasis, Say } from '../../locales/say';
import { wordsIn } from '../../locales/words';

interface Words {
  title: string;
  target: Say<[metric: string]>;
  by: string;
  chance: string;
  likely: string;
  prompt: string;
  answer: Say<[what: string, values: string, from: string]>;
  apply: Say<[value: string]>;
  replacesRange: string;
  /** In the place of applying it, where a brief hides or locks the field. */
  locked: string;
  unreachable: Say<[what: string]>;
  best: Say<[what: string, isMost: boolean, gives: string, at: string]>;
  /** Of an only solution: the target is met above or below it. */
  holds: Record<'above' | 'below', Say<[value: string]>>;
  beyond: Say<[times: string, isMore: boolean]>;
  /** what: empty where even nothing of it will do. */
  always: Say<[isAbove: boolean, target: string, what: string]>;
  likelyEnough: Say<[target: string, percent: string]>;
  aChanceOf: Say<[percent: string]>;
  cannot: string;
  /** Of a chance. */
  supposes: string;
  ways: string;
  /** In the closed line. */
  aim: Say<[roi: string]>;
  even: ByBasis<string>;
  takes: Say<[what: string, value: string, from: string]>;
  oneIn: Say<[many: string]>;
  /** Of a close rate: one lead in so many, instead of one in so many. */
  becomes: Say<[lead: string, many: string, from: string]>;
  notAlone: Say<[what: string]>;
}

const fr: Words = {
  title: 'Que faudrait-il\u202f?',
  target: (metric) => `Pour «\u00a0${metric}\u00a0» de`,
  by: 'en ne changeant que',
  chance: 'avec une probabilité de',
  likely: 'aux valeurs probables',
  prompt: 'C’est la valeur actuelle\u202f; saisissez une autre cible.',
  answer: (what, values, from) => `${what}\u00a0: ${values} au lieu de ${from}.`,
  apply: (value) => (value ? `Appliquer ${value}` : 'Appliquer'),
  replacesRange: 'à la place de la fourchette',
  locked: 'Ce champ ne peut pas être changé ici.',
  unreachable: (what) => `«\u00a0${what}\u00a0» seul n’y suffit pas.`,
  best: (what, isMost, gives, at) =>
    `«\u00a0${what}\u00a0» seul n’y suffit pas\u00a0: ${isMost ? 'au plus' : 'au moins'} ${gives}, à ${at}.`,
  holds: { above: (value) => `au moins ${value}`, below: (value) => `au plus ${value}` },
  beyond: (times, isMore) =>
    `${isMore ? 'Au-delà' : 'En deçà'} de ce qui a été observé\u00a0: ${times} fois la valeur connue la plus ${isMore ? 'élevée' : 'basse'}.`,
  always: (isAbove, target, what) =>
    `Toujours ${isAbove ? 'au-dessus' : 'au-dessous'} de ${target}, ${what ? `quel que soit «\u00a0${what}\u00a0»` : 'même pour rien'}.`,
  likelyEnough: (target, percent) => `${target} avec une probabilité de ${percent} ou plus`,
  aChanceOf: (percent) => `une probabilité de ${percent}`,
  cannot: 'Cela ne peut pas être calculé.',
  supposes: 'Cette probabilité suppose exacts les chiffres sans fourchette.',
  ways: 'Chacun de ces changements y suffirait seul, le reste inchangé, dépenses comprises',
  aim: (roi) => `pour un ROI de ${roi}`,
  even: {
    margin: 'pour rentrer dans vos frais',
    revenue: 'pour que le chiffre d’affaires couvre le coût',
  },
  takes: (what, value, from) => `${what} d’environ ${value} au lieu de ${from}, le reste inchangé`,
  oneIn: (many) => `1 sur ${many}`,
  becomes: (lead, many, from) =>
    `environ 1 ${lead} sur ${many} doit devenir client, au lieu de 1 sur ${from}, le reste inchangé`,
  notAlone: (what) => `«\u00a0${what}\u00a0» seul n’y suffit pas`,
};

const en: Words = {
  title: 'What would it take?',
  target: (metric) => `For ${metric} to be`,
  by: 'by changing only',
  chance: 'with a chance of',
  likely: 'at the likely figures',
  prompt: 'This is where it stands; type another target.',
  answer: (what, values, from) => `${what}: ${values} instead of ${from}.`,
  apply: (value) => (value ? `Apply ${value}` : 'Apply'),
  replacesRange: 'instead of the range',
  locked: 'This field cannot be changed here.',
  unreachable: (what) => `${what} alone cannot reach it.`,
  best: (what, isMost, gives, at) =>
    `${what} alone cannot reach it: at ${isMost ? 'most' : 'least'} ${gives}, at ${at}.`,
  holds: { above: (value) => `at least ${value}`, below: (value) => `at most ${value}` },
  beyond: (times, isMore) =>
    `Beyond what was seen: ${times} times ${isMore ? 'the highest' : 'the lowest'} figure known.`,
  always: (isAbove, target, what) =>
    `Always ${isAbove ? 'above' : 'below'} ${target}, ${what ? `whatever “${what}” is` : 'even for nothing'}.`,
  likelyEnough: (target, percent) => `${target} with a chance of ${percent} or more`,
  aChanceOf: (percent) => `a chance of ${percent}`,
  cannot: 'This cannot be worked out.',
  supposes: 'This chance supposes that the figures without a range are exact.',
  ways: 'Each of these alone would reach it, all else unchanged, spending included',
  aim: (roi) => `for an ROI of ${roi}`,
  even: { margin: 'to break even', revenue: 'for revenue to cover the cost' },
  takes: (what, value, from) => `${what} of about ${value} instead of ${from}, all else unchanged`,
  oneIn: (many) => `1 in ${many}`,
  becomes: (lead, many, from) =>
    `about 1 ${lead} in ${many} must become a customer, instead of 1 in ${from}, all else unchanged`,
  notAlone: (what) => `${what} alone cannot reach it`,
};

export const seekWords = wordsIn({ fr, en });
