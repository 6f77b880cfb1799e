// What the working of the comparison says besides its line.
import type { Action } from '../../locales/catalogue';
import { nouns, of } from '../../locales/nouns';
import type { Say } from '../../locales/say';
import { wordsIn } from '../../locales/words';
import { capital } from '../../view/words';

/** à before « le taux », « les clics »… */
const to = (what: string) =>
  what.startsWith('le ') || what.startsWith('les ')
    ? what.replace(/^le /, 'au ').replace(/^les /, 'aux ')
    : `à ${what}`;

interface Words {
  answer: Say<[metric: string, change: string, name: string]>;
  more: Say<[amount: string, name: string]>;
  less: Say<[amount: string, name: string]>;
  same: Say<[metric: string, name: string]>;
  /** What made the difference; it goes on after it. */
  cause: {
    all: Say<[what: string]>;
    most: Say<[what: string]>;
    greatest: Say<[what: string]>;
    both: Say<[what: string, against: string]>;
    channels: string;
    volume: string;
    moreLeads: Say<[action: Action]>;
    fewerLeads: Say<[action: Action]>;
    atSameCost: Say<[leads: string]>;
  };
  notComparable: string;
  currencies: Say<[other: string, own: string]>;
  bases: string;
  /** How far a key figure is from that of the other scenario. */
  delta: {
    versus: Say<[name: string]>;
    same: Say<[name: string]>;
    perMonth: string;
  };
  with: string;
  sentence: Say<[name: string, metric: string, from: string, to: string]>;
  unknown: Say<[name: string]>;
  beats: Say<[chances: string]>;
  bridge: string;
  bridgeOf: string;
  bridgeCaption: Say<[metric: string]>;
  bridgeSummary: Say<[metric: string, from: string, to: string]>;
  kinds: Record<'channels' | 'volume', string>;
  figures: string;
  difference: string;
  relative: string;
  unequal: Say<[from: string, to: string]>;
  perMonth: string;
  channels: string;
  only: Record<'from' | 'to', string>;
  scenarios: string;
}

const fr: Words = {
  answer: (metric, change, name) => `${metric} ${change}, par rapport à «\u00a0${name}\u00a0»`,
  more: (amount, name) => `environ ${amount} de plus que «\u00a0${name}\u00a0»`,
  less: (amount, name) => `environ ${amount} de moins que «\u00a0${name}\u00a0»`,
  same: (metric, name) => `${metric}\u00a0: comme «\u00a0${name}\u00a0»`,
  cause: {
    all: (what) => `\u202f; tout tient ${to(what)}`,
    most: (what) => `\u202f; l’essentiel tient ${to(what)}`,
    greatest: (what) => `\u202f; aucune cause ne domine, la première est ${what}`,
    both: (what, against) => `\u202f; d’un côté ${what}, de l’autre ${against}`,
    channels: 'les canaux ajoutés ou retirés',
    volume: 'le volume',
    moreLeads: (action) => `un plus grand nombre ${of(nouns.fr[action].many)}`,
    fewerLeads: (action) => `un plus petit nombre ${of(nouns.fr[action].many)}`,
    atSameCost: (leads) => `${leads} au même coût`,
  },
  notComparable: 'Ces deux scénarios ne peuvent pas être comparés.',
  currencies: (other, own) =>
    `Un scénario est en ${other}, l’autre en ${own}\u00a0: rien n’est converti, ils ne sont donc pas comparés.`,
  bases:
    'Un scénario compte la marge, l’autre tout le chiffre d’affaires\u00a0: leurs retours ne sont pas la même chose, ils ne sont donc pas comparés.',
  delta: {
    versus: (name) => `face à «\u00a0${name}\u00a0»`,
    same: (name) => `comme «\u00a0${name}\u00a0»`,
    perMonth: ' par mois',
  },
  with: 'Par rapport à',
  sentence: (name, metric, from, to) =>
    `Par rapport à «\u00a0${name}\u00a0», ${metric} passe de ${from} à ${to}.`,
  unknown: (name) => `Par rapport à «\u00a0${name}\u00a0»\u202f; l’un des deux n’a pas de réponse.`,
  beats: (chances) =>
    `${capital(chances)} que celui-ci fasse mieux, si les chiffres sans fourchette sont exacts.`,
  bridge: 'Ce qui a fait la différence',
  bridgeOf: 'Différence de',
  bridgeCaption: (metric) => `Composantes de la variation\u00a0: ${metric}`,
  bridgeSummary: (metric, from, to) => `${metric}\u00a0: de ${from} à ${to}, étape par étape.`,
  kinds: { channels: 'Canaux ajoutés ou retirés', volume: 'Volume' },
  figures: 'Chiffre par chiffre',
  difference: 'Écart',
  relative: 'En pourcentage',
  unequal: (from, to) => `Les périodes diffèrent\u00a0: ${from} contre ${to}.`,
  perMonth: 'Montants et nombres par mois',
  channels: 'Canal par canal',
  only: { from: 'seulement dans l’autre', to: 'seulement dans celui-ci' },
  scenarios: 'Tous les scénarios',
};

const en: Words = {
  answer: (metric, change, name) => `${metric} ${change}, compared with ${name}`,
  more: (amount, name) => `about ${amount} more than ${name}`,
  less: (amount, name) => `about ${amount} less than ${name}`,
  same: (metric, name) => `${metric}: same as ${name}`,
  cause: {
    all: (what) => `, all from ${what}`,
    most: (what) => `, most from ${what}`,
    greatest: (what) => `; no single cause is most of it, the greatest is ${what}`,
    both: (what, against) => `; ${what} against ${against}`,
    channels: 'channels added or removed',
    volume: 'the volume',
    moreLeads: (action) => `more ${nouns.en[action].many}`,
    fewerLeads: (action) => `fewer ${nouns.en[action].many}`,
    atSameCost: (leads) => `${leads} at the same cost`,
  },
  notComparable: 'These two scenarios cannot be compared.',
  currencies: (other, own) =>
    `One scenario is in ${other}, the other in ${own}: nothing is converted, so they are not compared.`,
  bases:
    'One scenario counts the margin, the other all revenue: their returns are not the same thing, so they are not compared.',
  delta: {
    versus: (name) => `vs ${name}`,
    same: (name) => `same as ${name}`,
    perMonth: ' a month',
  },
  with: 'Compared with',
  sentence: (name, metric, from, to) =>
    `Compared with ${name}, ${metric} goes from ${from} to ${to}.`,
  unknown: (name) => `Compared with ${name}; one of the two has no answer.`,
  beats: (chances) =>
    `${capital(chances)} that this one comes out ahead, if the figures without a range are exact.`,
  bridge: 'What made the difference',
  bridgeOf: 'Difference in',
  bridgeCaption: (metric) => `Parts of the change of ${metric}`,
  bridgeSummary: (metric, from, to) => `${metric} goes from ${from} to ${to}, part by part.`,
  kinds: { channels: 'Channels added or removed', volume: 'Volume' },
  figures: 'Figure by figure',
  difference: 'Difference',
  relative: 'In percent',
  unequal: (from, to) => `The periods differ: ${from} against ${to}.`,
  perMonth: 'Amounts and counts per month',
  channels: 'Channel by channel',
  only: { from: 'in the other only', to: 'in this one only' },
  scenarios: 'All scenarios',
};

export const changesWords = wordsIn({ fr, en });
