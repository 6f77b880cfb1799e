// What is said where posts and sharers are ranked.
import type { Say } from '../../locales/say';
import { wordsIn } from '../../locales/words';

interface Words {
  title: string;
  how: string;
  paste: string;
  noTable: string;
  tooMany: Say<[most: string]>;
  columns: string;
  unused: string;
  noKpi: string;
  by: string;
  ranked: Say<[kpi: string]>;
  name: string;
  all: Say<[count: string]>;
  without: Say<[count: string]>;
}

const fr: Words = {
  title: 'Classer des publications ou des collaborateurs',
  how: 'Collez un tableau\u00a0: un nom, puis ce qui est compté pour chacun. Rien n’en est conservé ni envoyé.',
  paste: 'Lignes d’un tableur, titres des colonnes compris',
  noTable: 'Il faut une ligne de titres, puis un nom et au moins un nombre par ligne.',
  tooMany: (most) => `${most} lignes au plus.`,
  columns: 'Ce que compte chaque colonne',
  unused: 'rien d’utile ici',
  noKpi: 'Ces colonnes ne suffisent à aucun indicateur. Indiquez ce qu’elles comptent.',
  by: 'Classer par',
  ranked: (kpi) => `Classement\u00a0: ${kpi}`,
  name: 'Nom',
  all: (count) => `Afficher les ${count} lignes`,
  without: (count) => `Non classées, faute d’un nombre\u00a0: ${count}.`,
};

const en: Words = {
  title: 'Rank posts or employees',
  how: 'Paste a table: a name, then what is counted of each. Nothing of it is kept or sent.',
  paste: 'Rows of a spreadsheet, with the headings of their columns',
  noTable: 'It takes a row of headings, then a name and at least one number a row.',
  tooMany: (most) => `At most ${most} rows.`,
  columns: 'What each column counts',
  unused: 'nothing of use here',
  noKpi: 'These columns are not enough for a KPI. Say what they count.',
  by: 'Rank by',
  ranked: (kpi) => `Ranking: ${kpi}`,
  name: 'Name',
  all: (count) => `Show all ${count} rows`,
  without: (count) => `Not ranked, for want of a number: ${count}.`,
};

export const rankingWords = wordsIn({ fr, en });
