// What is said where posts and sharers are ranked.
import type { Say } from '../../locales/say';
import { wordsIn } from '../../locales/words';

interface Words {
  title: string;
  how: string;
  paste: string;
  noTable: string;
  columns: string;
  noKpi: string;
  by: string;
  all: Say<[count: string]>;
  without: Say<[count: string]>;
}

const fr: Words = {
  title: 'Classer des publications ou des collaborateurs',
  how: 'Rien n’en est conservé ni envoyé.',
  paste:
    'Tableau à coller\u00a0: un nom, puis ce qui est compté pour chacun, avec les titres des colonnes',
  noTable:
    'Il faut une ligne de titres, puis un nom et au moins un nombre par ligne, sur 1\u202f000 lignes au plus.',
  columns: 'Ce que compte chaque colonne',
  noKpi: 'Ces colonnes ne suffisent à aucun indicateur. Indiquez ce qu’elles comptent.',
  by: 'Classer par',
  all: (count) => `Afficher les ${count} lignes`,
  without: (count) => `Non classées, faute d’un nombre\u00a0: ${count}.`,
};

const en: Words = {
  title: 'Rank posts or employees',
  how: 'Nothing of it is kept or sent.',
  paste: 'Table to paste: a name, then what is counted of each, with the headings of the columns',
  noTable:
    'It takes a row of headings, then a name and at least one number a row, in at most 1,000 rows.',
  columns: 'What each column counts',
  noKpi: 'These columns are not enough for a KPI. Say what they count.',
  by: 'Rank by',
  all: (count) => `Show all ${count} rows`,
  without: (count) => `Not ranked, for want of a number: ${count}.`,
};

export const rankingWords = wordsIn({ fr, en });
