// What is said of a pasted table.

import type { Language } from '../../locales/index';
import type { Say } from '../../locales/say';
import { wordsIn } from '../../locales/words';

/** Why a text is no table. */
export type NoTable = 'empty' | 'tooLong' | 'tooMany' | 'quote';

interface Words {
  heading: string;
  textLabel: string;
  how: string;
  close: string;
  asExport: string;
  reading: string;
  notFetched: string;
  again: string;
  none: Record<NoTable, Say<[channels: string]>>;
  found: Say<[channels: number]>;
  sums: Say<[names: string]>;
  unread: Say<[cells: number]>;
  /** Where a table has a column of ad spend and another of cost. */
  onTop: string;
  preview: string;
  meaning: Say<[column: string]>;
  column: Say<[number: number]>;
  name: string;
  skip: string;
  mend: Say<[meaning: string, channel: string]>;
  orLeave: string;
  moreRows: Say<[rows: number]>;
  numbersAs: string;
  numbers: Record<Language, string>;
  placing: string;
  replace: string;
  add: string;
  replaceNote: string;
  addNote: string;
  apply: Say<[channels: number]>;
  applied: Say<[channels: number]>;
  refused: Say<[what: string]>;
  /** Where no column is the cost, or the leads. */
  lacks: Say<[what: string]>;
  /** What must be answered first, and how. */
  doubts: {
    first: string;
    sums: Say<[names: string]>;
    leaveOut: string;
    keepRows: string;
    twice: Say<[names: string]>;
    keepChannels: string;
    budget: Say<[headings: string]>;
    isSpent: string;
    guessed: string;
    isRight: string;
    rivals: Say<[meaning: string]>;
    marks: Say<[text: string]>;
    fractions: Say<[heading: string]>;
    currency: Say<[named: string, own: string]>;
    asTheyAre: string;
  };
}

const fr: Words = {
  heading: 'Coller un tableau',
  textLabel: 'Cellules d’un tableur, ou CSV',
  how: 'Un canal par ligne. Les titres de colonnes sont reconnus, en français ou en anglais.',
  close: 'Annuler le collage',
  reading: 'Lecture…',
  notFetched: 'Ce qui lit les tableaux n’a pas pu être chargé. Vérifiez votre connexion.',
  again: 'Réessayer',
  asExport: 'Ce sont les lignes d’un export\u00a0: les additionner',
  none: {
    empty: () => 'Copiez les lignes dans votre tableur, puis collez-les ici.',
    tooLong: () =>
      'C’est trop de texte pour un tableau de canaux. Ne collez que les lignes utiles.',
    tooMany: (channels) =>
      `Un plan compte au plus ${channels} canaux, et un tableau 60 colonnes. Collez-en moins.`,
    quote: () =>
      'Un guillemet ouvert au début d’une cellule n’est jamais fermé. Fermez-le ou supprimez-le.',
  },
  found: (n) => (n < 2 ? `${n} canal trouvé.` : `${n} canaux trouvés.`),
  sums: (names) => `Laissé de côté, car c’est un total\u00a0: ${names}.`,
  unread: (n) =>
    n < 2
      ? `${n} cellule illisible\u00a0: corrigez-la ci-dessous, sinon elle restera vide.`
      : `${n} cellules illisibles\u00a0: corrigez-les ci-dessous, sinon elles resteront vides.`,
  onTop:
    'La colonne de coût s’ajoute à la dépense publicitaire. Ignorez-la si elle la comprend déjà.',
  preview: 'Ce que devient le tableau',
  meaning: (column) => `Ce que contient «\u00a0${column}\u00a0»`,
  column: (n) => `Colonne ${n}`,
  name: 'Nom du canal',
  skip: 'ignorer',
  mend: (meaning, channel) => `${meaning}, ${channel}`,
  orLeave: 'Sinon, la cellule restera vide.',
  moreRows: (n) => (n < 2 ? `et ${n} autre ligne` : `et ${n} autres lignes`),
  numbersAs: 'Nombres écrits comme',
  numbers: { en: '1,234.5', fr: '1\u202f234,5' },
  placing: 'Ces canaux',
  replace: 'remplacent ceux du plan',
  add: 's’ajoutent à ceux du plan',
  replaceNote:
    'Les coûts et chiffres des canaux actuels disparaissent\u202f; «\u00a0Annuler\u00a0» les rétablit.',
  addNote: 'Vos canaux restent tels quels.',
  apply: (n) => (n < 2 ? 'Utiliser ce canal' : `Utiliser ces ${n} canaux`),
  applied: (n) =>
    n < 2
      ? `${n} canal importé. «\u00a0Annuler\u00a0» le retire.`
      : `${n} canaux importés. «\u00a0Annuler\u00a0» les retire.`,
  lacks: (what) =>
    `Aucune colonne trouvée pour «\u00a0${what}\u00a0»\u00a0: désignez-la ci-dessous, ou saisissez ces chiffres plus tard.`,
  doubts: {
    first: 'Répondez d’abord aux questions ci-dessus.',
    sums: (names) => `Ces lignes ressemblent à des totaux des autres\u00a0: ${names}.`,
    leaveOut: 'Les laisser de côté',
    keepRows: 'Ce sont des canaux',
    twice: (names) =>
      `Plusieurs lignes portent le même nom (${names}). Si ce sont des jours ou des parties d’un même canal, additionnez-les d’abord dans le tableur.`,
    keepChannels: 'Chacune est un canal',
    budget: (headings) =>
      `${headings}\u00a0: peut-être ce qui était prévu, et non ce qui a été dépensé.`,
    isSpent: 'C’est le coût',
    guessed:
      'Aucun titre n’est reconnu\u00a0: les premiers nombres sont pris pour le coût, les suivants pour les prospects.',
    isRight: 'C’est bien cela',
    rivals: (meaning) =>
      `Plusieurs colonnes peuvent être\u00a0: ${meaning}. Laquelle compte\u202f?`,
    marks: (text) => `Comment lire ${text}\u202f?`,
    fractions: (heading) =>
      `${heading}\u00a0: rien ne dépasse 1. Comment ces taux sont-ils écrits\u202f?`,
    currency: (named, own) =>
      `Les chiffres sont en ${named}\u202f; le plan est en ${own}. Rien n’est converti.`,
    asTheyAre: 'Prendre les chiffres tels quels',
  },
  refused: (what) => `Le tableau n’entre pas dans le plan\u00a0: ${what} Rien n’a changé.`,
};

const en: Words = {
  heading: 'Paste a table',
  textLabel: 'Cells from a spreadsheet, or CSV',
  how: 'One channel per row. Headings are recognised, in English or French.',
  close: 'Cancel',
  reading: 'Reading…',
  notFetched: 'What reads tables could not be fetched. Check your connection.',
  again: 'Try again',
  asExport: 'These are rows of an export: add them up',
  none: {
    empty: () => 'Copy the rows in your spreadsheet, then paste them here.',
    tooLong: () => 'That is too much text for a table of channels. Paste only the rows you need.',
    tooMany: (channels) =>
      `A plan holds at most ${channels} channels, and a table 60 columns. Paste fewer.`,
    quote: () => 'A quote that opens a cell is never closed. Close it, or delete it.',
  },
  found: (n) => (n === 1 ? '1 channel found.' : `${n} channels found.`),
  sums: (names) => `Left out, as a row of sums: ${names}.`,
  unread: (n) =>
    n === 1
      ? '1 cell cannot be read: mend it below, or it stays empty.'
      : `${n} cells cannot be read: mend them below, or they stay empty.`,
  onTop: 'The cost column counts on top of ad spend. Leave it out if it already holds it.',
  preview: 'What the table becomes',
  meaning: (column) => `What “${column}” is`,
  column: (n) => `Column ${n}`,
  name: 'Channel name',
  skip: 'leave out',
  mend: (meaning, channel) => `${meaning}, ${channel}`,
  orLeave: 'Left so, it stays empty.',
  moreRows: (n) => (n === 1 ? 'and 1 more row' : `and ${n} more rows`),
  numbersAs: 'Numbers written as',
  numbers: { en: '1,234.5', fr: '1\u202f234,5' },
  placing: 'These channels',
  replace: 'replace those of the plan',
  add: 'come after those of the plan',
  replaceNote: 'Costs and figures of the present channels go; Undo brings them back.',
  addNote: 'Your channels stay as they are.',
  apply: (n) => (n === 1 ? 'Use this channel' : `Use these ${n} channels`),
  applied: (n) =>
    n === 1
      ? '1 channel is in the plan. Undo takes it back.'
      : `${n} channels are in the plan. Undo takes them back.`,
  lacks: (what) => `No column holds “${what}”: choose it below, or type it later.`,
  doubts: {
    first: 'Answer what is asked above first.',
    sums: (names) => `These rows look like totals of the others: ${names}.`,
    leaveOut: 'Leave them out',
    keepRows: 'They are channels',
    twice: (names) =>
      `Several rows have the same name (${names}). If they are days or parts of one channel, add them up in the spreadsheet first.`,
    keepChannels: 'Each is a channel',
    budget: (headings) => `${headings} may be what was planned, not what was spent.`,
    isSpent: 'It is the cost',
    guessed: 'No heading is recognised: the first numbers are taken as cost, the next as leads.',
    isRight: 'That is right',
    rivals: (meaning) => `Several columns may be: ${meaning}. Which one counts?`,
    marks: (text) => `How is ${text} to be read?`,
    fractions: (heading) => `${heading}: nothing is above 1. How are these rates written?`,
    currency: (named, own) =>
      `The figures are in ${named}; the plan is in ${own}. Nothing is converted.`,
    asTheyAre: 'Take the figures as they are',
  },
  refused: (what) => `The table does not fit the plan: ${what} Nothing has changed.`,
};

export const tableWords = wordsIn({ fr, en });
