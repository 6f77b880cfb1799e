// What conversion paths say. No rule is said to tell what a channel brought about.
import type { PathMeaning, PathsRead, PathsRefused } from '../../../generated/paths';
import type { Counted, Say } from '../../locales/say';
import { wordsIn } from '../../locales/words';
import type { Rule } from './outcome';

interface Words {
  heading: string;
  purpose: string;
  how: string;
  choose: string;
  paste: string;
  pasteLabel: string;
  pasted: string;
  reading: Say<[share: string]>;
  notFetched: string;
  again: string;
  faults: Record<PathsRefused['fault'], string>;
  line: Say<[line: string]>;
  read: Say<
    [
      rows: Counted,
      paths: Counted | undefined,
      journeys: Counted,
      conversions: Counted,
      nulls: Counted,
    ]
  >;
  eachConverted: string;
  noNulls: string;
  leftOut: Record<PathsRead['leftOut'][number]['why'], Say<[rows: string]>>;
  asked: {
    decimal: Say<[cell: string]>;
    dates: Say<[cell: string]>;
    point: string;
    comma: string;
    dayFirst: string;
    monthFirst: string;
  };
  first: string;
  details: string;
  columns: string;
  column: string;
  takenAs: string;
  is: Say<[heading: string]>;
  meanings: Record<PathMeaning | '', string>;
  credits: string;
  creditsOf: string;
  name: string;
  channel: string;
  isChannel: Say<[name: string]>;
  none: string;
  rules: Record<Exclude<Rule, 'timeDecay'>, string> & {
    timeDecay: Record<PathsRead['timeDecay'], string>;
  };
  whatItIs: string;
  rulesAre: string;
  explained: (timeDecay: PathsRead['timeDecay']) => readonly string[];
  plan: string;
  isA: string;
  split: Say<[what: string]>;
  others: Say<[names: string]>;
  unknown: Say<[channels: string]>;
  noChannel: string;
  noLast: string;
  roi: string;
  now: string;
  ranking: string;
  same: Say<[rules: string]>;
  ranks: Say<[rule: string, moves: string]>;
  moves: Say<[channel: string, from: string, to: string]>;
  take: string;
  rule: string;
  change: Say<[before: string, after: string]>;
  source: Say<[rule: string, file: string]>;
  apply: string;
  applied: string;
  refused: Say<[why: string]>;
}

const inFrench = ([n, shown]: Counted, one: string, many = `${one}s`) =>
  `${shown} ${n < 2 ? one : many}`;

const inEnglish = ([n, shown]: Counted, one: string, many = `${one}s`) =>
  `${shown} ${n === 1 ? one : many}`;

const fr: Words = {
  heading: 'Chemins de conversion',
  purpose:
    'Des parcours et de leurs conversions, ce que chaque règle d’attribution crédite à chaque canal, et ce que devient le ROI.',
  how: 'Un fichier CSV ou texte\u00a0: un chemin par ligne («\u00a0Recherche > E-mail\u00a0», conversions, valeur, parcours sans conversion), ou un contact par ligne (personne, date, canal, conversion). Rien ne quitte la page.',
  choose: 'Choisir un fichier',
  paste: 'Coller des lignes',
  pasteLabel: 'Lignes copiées, avec leurs titres',
  pasted: 'Lignes collées',
  reading: (share) => `Lecture\u00a0: ${share}`,
  notFetched: 'Ce qui lit les fichiers n’a pas pu être chargé.',
  again: 'Réessayer',
  faults: {
    'table.bytes': 'Ce fichier dépasse 128\u00a0Mo\u00a0: filtrez-le à la source.',
    'table.cells': 'Une ligne a plus de 2\u202f000 cellules.',
    'table.record': 'Une ligne est trop longue pour un tableau.',
    'table.quote': 'Un guillemet s’ouvre et ne se ferme pas.',
    'paths.headings':
      'Aucun titre ne nomme un chemin, ni une personne et un canal\u00a0: dites ci-dessous ce que contient chaque colonne.',
    'paths.conversions':
      'Aucune colonne ne dit qui a converti\u00a0: indiquez-la ci-dessous, ou ajoutez-la au fichier.',
    'paths.empty': 'Aucune ligne n’a pu être utilisée.',
    'paths.channels': 'Plus de 100 canaux différents\u00a0: regroupez-les avant l’export.',
    'paths.paths':
      'Plus d’un million de chemins ou de personnes\u00a0: prenez une période plus courte.',
    'paths.touches': 'Plus de 4 millions de contacts\u00a0: prenez une période plus courte.',
  },
  line: (line) => ` (ligne ${line})`,
  read: (rows, paths, journeys, conversions, nulls) =>
    `${inFrench(rows, 'ligne')}, ${paths ? inFrench(paths, 'chemin', 'chemins différents') : `${journeys[1]} parcours`}\u00a0: ${inFrench(conversions, 'conversion')}, ${nulls[1]} parcours sans conversion.`,
  eachConverted:
    'Aucune colonne ne dit qui a converti\u00a0: chaque ligne compte pour une conversion.',
  noNulls:
    'Aucun parcours sans conversion dans le fichier\u00a0: Markov ne connaît que ceux qui ont abouti.',
  leftOut: {
    noPath: (rows) => `Lignes sans canal, laissées de côté\u00a0: ${rows}`,
    noPerson: (rows) => `Lignes sans personne, laissées de côté\u00a0: ${rows}`,
    noTime: (rows) => `Lignes sans date lisible, laissées de côté\u00a0: ${rows}`,
    number: (rows) =>
      `Lignes dont un nombre est illisible ou négatif, laissées de côté\u00a0: ${rows}`,
    total: (rows) => `Lignes de total, laissées de côté\u00a0: ${rows}`,
    untouched: (rows) =>
      `Conversions sans contact avant elles, créditées à personne\u00a0: ${rows}`,
  },
  asked: {
    decimal: (cell) => `Dans «\u00a0${cell}\u00a0», qu’est-ce qui sépare les décimales\u202f?`,
    dates: (cell) => `Dans «\u00a0${cell}\u00a0», qu’est-ce qui vient d’abord\u202f?`,
    point: 'Le point',
    comma: 'La virgule',
    dayFirst: 'Le jour',
    monthFirst: 'Le mois',
  },
  first: 'Répondez d’abord à la question ci-dessus.',
  details: 'Colonnes du fichier',
  columns: 'Colonnes',
  column: 'Colonne',
  takenAs: 'Lue comme',
  is: (heading) => `Ce que contient «\u00a0${heading}\u00a0»`,
  meanings: {
    '': 'Non utilisée',
    path: 'Chemin',
    person: 'Personne',
    time: 'Date ou heure',
    channel: 'Canal',
    conversions: 'Conversions',
    value: 'Valeur',
    nulls: 'Sans conversion',
  },
  credits: 'Ce que crédite chaque règle',
  creditsOf: 'Répartir',
  name: 'Nom dans le fichier',
  channel: 'Canal du plan',
  isChannel: (name) => `Canal du plan que désigne «\u00a0${name}\u00a0»`,
  none: 'Aucun',
  rules: {
    last: 'Dernier contact',
    first: 'Premier contact',
    linear: 'Linéaire',
    position: 'Position 40/20/40',
    timeDecay: { days: 'Récence (7 jours)', steps: 'Récence (par étape)' },
    markov: 'Markov',
    shapley: 'Shapley',
  },
  whatItIs:
    'Une règle répartit des conversions comptées entre les contacts qui les précèdent. Aucune ne dit ce qui se serait passé sans un canal\u00a0: il faut pour cela un test avec un groupe témoin.',
  rulesAre: 'Ce que fait chaque règle',
  explained: (timeDecay) => [
    'Dernier, premier contact\u00a0: tout à l’un ou à l’autre. Linéaire\u00a0: autant à chaque contact.',
    'Position\u00a0: 40\u00a0% au premier, 40\u00a0% au dernier, 20\u00a0% entre les autres\u202f; la moitié chacun s’ils sont deux.',
    timeDecay === 'days'
      ? 'Récence\u00a0: un contact compte moitié moins qu’un autre plus proche de 7 jours de la conversion.'
      : 'Récence\u00a0: un contact compte moitié moins que le suivant, car ces chemins n’ont pas de dates.',
    'Markov\u00a0: selon la part des conversions que perd une chaîne d’ordre 1, tirée de ces parcours, quand on en retire le canal. Résolu exactement, sans tirage au sort.',
    'Shapley\u00a0: autant à chaque canal différent du chemin.',
  ],
  plan: 'Ce que devient le plan',
  isA: 'Une conversion du fichier est',
  split: (what) =>
    `Le total du plan reste le même (${what})\u202f; seule change sa répartition entre les canaux que nomment les chemins.`,
  others: (names) => `Sans canal du plan, donc hors de cette répartition\u00a0: ${names}.`,
  unknown: (channels) => `Sans nombre connu dans le plan, donc inchangés\u00a0: ${channels}.`,
  noChannel:
    'Aucun nom du fichier ne désigne un canal du plan dont le nombre est connu\u00a0: choisissez-les dans le tableau.',
  noLast: 'Le dernier contact ne crédite aucun de ces canaux\u00a0: pas de classement à comparer.',
  roi: 'ROI par canal selon la règle',
  now: 'Plan actuel',
  ranking: 'Classement par ROI, à côté du dernier contact',
  same: (rules) => `${rules}\u00a0: le même.`,
  ranks: (rule, moves) => `${rule}\u00a0: ${moves}.`,
  moves: (channel, from, to) => `${channel}, rang ${from} → ${to}`,
  take: 'Mettre une règle dans le plan',
  rule: 'Règle',
  change: (before, after) => `${before} → ${after}`,
  source: (rule, file) => `Attribution, ${rule}\u00a0: ${file}`,
  apply: 'Mettre dans le plan',
  applied: 'C’est dans le plan\u202f; «\u00a0Annuler\u00a0» le retire.',
  refused: (why) => `Le plan ne peut pas le prendre\u00a0: ${why}`,
};

const en: Words = {
  heading: 'Conversion paths',
  purpose:
    'From journeys and their conversions: what each rule of attribution credits to each channel, and what the ROI becomes.',
  how: 'A CSV or text file: one path a row (“Search > Email”, conversions, value, journeys without conversion), or one touch a row (person, date, channel, conversion). Nothing leaves the page.',
  choose: 'Choose a file',
  paste: 'Paste rows',
  pasteLabel: 'Copied rows, with their headings',
  pasted: 'Pasted rows',
  reading: (share) => `Reading: ${share}`,
  notFetched: 'What reads files could not be loaded.',
  again: 'Try again',
  faults: {
    'table.bytes': 'This file is over 128 MB: filter it where it comes from.',
    'table.cells': 'A row has more than 2,000 cells.',
    'table.record': 'A row is too long for a table.',
    'table.quote': 'A quotation mark opens and does not close.',
    'paths.headings':
      'No heading names a path, or a person and a channel: say below what each column holds.',
    'paths.conversions': 'No column says who converted: choose it below, or add it to the file.',
    'paths.empty': 'No row could be used.',
    'paths.channels': 'More than 100 different channels: group them before the export.',
    'paths.paths': 'More than a million paths or people: take a shorter period.',
    'paths.touches': 'More than 4 million touches: take a shorter period.',
  },
  line: (line) => ` (line ${line})`,
  read: (rows, paths, journeys, conversions, nulls) =>
    `${inEnglish(rows, 'row')}, ${paths ? inEnglish(paths, 'path', 'different paths') : inEnglish(journeys, 'journey')}: ${inEnglish(conversions, 'conversion')}, ${inEnglish(nulls, 'journey')} without conversion.`,
  eachConverted: 'No column says who converted: every row counts as one conversion.',
  noNulls: 'The file has no journey without conversion: Markov knows only those that converted.',
  leftOut: {
    noPath: (rows) => `Rows without a channel, left out: ${rows}`,
    noPerson: (rows) => `Rows without a person, left out: ${rows}`,
    noTime: (rows) => `Rows without a readable date, left out: ${rows}`,
    number: (rows) => `Rows with an unreadable or negative number, left out: ${rows}`,
    total: (rows) => `Rows of totals, left out: ${rows}`,
    untouched: (rows) => `Conversions without a touch before them, credited to none: ${rows}`,
  },
  asked: {
    decimal: (cell) => `What separates the decimals in “${cell}”?`,
    dates: (cell) => `What comes first in “${cell}”?`,
    point: 'The point',
    comma: 'The comma',
    dayFirst: 'The day',
    monthFirst: 'The month',
  },
  first: 'Answer the question above first.',
  details: 'Columns of the file',
  columns: 'Columns',
  column: 'Column',
  takenAs: 'Read as',
  is: (heading) => `What “${heading}” holds`,
  meanings: {
    '': 'Not used',
    path: 'Path',
    person: 'Person',
    time: 'Date or time',
    channel: 'Channel',
    conversions: 'Conversions',
    value: 'Value',
    nulls: 'Without conversion',
  },
  credits: 'What each rule credits',
  creditsOf: 'Split',
  name: 'Name in the file',
  channel: 'Channel of the plan',
  isChannel: (name) => `Channel of the plan that “${name}” stands for`,
  none: 'None',
  rules: {
    last: 'Last touch',
    first: 'First touch',
    linear: 'Linear',
    position: 'Position 40/20/40',
    timeDecay: { days: 'Time decay (7 days)', steps: 'Time decay (by step)' },
    markov: 'Markov',
    shapley: 'Shapley',
  },
  whatItIs:
    'A rule splits conversions that were counted over the touches before them. None of them tells what would have happened without a channel: that takes a test with a control group.',
  rulesAre: 'What each rule does',
  explained: (timeDecay) => [
    'Last, first touch: all to the one or the other. Linear: as much to every touch.',
    'Position: 40% to the first, 40% to the last, 20% between the others; half each where there are two.',
    timeDecay === 'days'
      ? 'Time decay: a touch counts half as much as one that is 7 days nearer to the conversion.'
      : 'Time decay: a touch counts half as much as the next, for these paths have no dates.',
    'Markov: by the share of conversions that a chain of order 1, made of these journeys, loses without the channel. Solved exactly, nothing is drawn at random.',
    'Shapley: as much to every different channel of the path.',
  ],
  plan: 'What the plan becomes',
  isA: 'A conversion of the file is',
  split: (what) =>
    `The plan’s total stays (${what}); only its split changes, over the channels that the paths name.`,
  others: (names) => `No channel of the plan, so left out of this split: ${names}.`,
  unknown: (channels) => `No known number in the plan, so unchanged: ${channels}.`,
  noChannel:
    'No name of the file stands for a channel whose number the plan knows: choose them in the table.',
  noLast: 'The last touch credits none of these channels: there is no ranking to compare with.',
  roi: 'ROI by channel under each rule',
  now: 'Plan now',
  ranking: 'Ranking by ROI, beside the last touch',
  same: (rules) => `${rules}: the same.`,
  ranks: (rule, moves) => `${rule}: ${moves}.`,
  moves: (channel, from, to) => `${channel}, rank ${from} → ${to}`,
  take: 'Put a rule into the plan',
  rule: 'Rule',
  change: (before, after) => `${before} → ${after}`,
  source: (rule, file) => `Attribution, ${rule}: ${file}`,
  apply: 'Put into the plan',
  applied: 'It is in the plan; Undo takes it out.',
  refused: (why) => `The plan cannot take it: ${why}`,
};

export const pathsWords = wordsIn({ fr, en });
