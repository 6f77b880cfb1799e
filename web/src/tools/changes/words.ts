// What the working of the comparison says besides its line.
import type { Say } from '../../locales/say';
import { wordsIn } from '../../locales/words';
import { capital } from '../../view/words';

interface Words {
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
  scenario: string;
  scenarios: string;
}

const fr: Words = {
  with: 'Par rapport à',
  sentence: (name, metric, from, to) =>
    `Par rapport à «\u00a0${name}\u00a0», ${metric} passe de ${from} à ${to}.`,
  unknown: (name) => `Par rapport à «\u00a0${name}\u00a0»\u202f; l’un des deux n’a pas de réponse.`,
  beats: (chances) => `${capital(chances)} que celui-ci fasse mieux.`,
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
  scenario: 'Scénario',
  scenarios: 'Tous les scénarios',
};

const en: Words = {
  with: 'Compared with',
  sentence: (name, metric, from, to) =>
    `Compared with ${name}, ${metric} goes from ${from} to ${to}.`,
  unknown: (name) => `Compared with ${name}; one of the two has no answer.`,
  beats: (chances) => `${capital(chances)} that this one comes out ahead.`,
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
  scenario: 'Scenario',
  scenarios: 'All scenarios',
};

export const changesWords = wordsIn({ fr, en });
