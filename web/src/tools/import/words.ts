// What bringing exports says.
import type { Say } from '../../locales/say';
import { wordsIn } from '../../locales/words';
import type { Grouping, Role } from './sources';

interface Words {
  heading: string;
  purpose: string;
  how: string;
  choose: string;
  paste: string;
  pasteLabel: string;
  pasted: Say<[number: number]>;
  reading: Say<[share: string]>;
  remove: Say<[file: string]>;
  again: string;
  instead: string;
  table: string;
  rows: Say<[n: number, count: string]>;
  agrees: Say<[line: string]>;
  differs: Say<[line: string, list: string]>;
  difference: Say<[heading: string, stated: string, summed: string]>;
  undated: Say<[n: number, count: string]>;
  stated: Say<[n: number, stated: string]>;
  recomputed: Say<[heading: string, n: number, differing: string, compared: string]>;
  cells: Say<[heading: string, n: number, count: string]>;
  bounds: Say<[heading: string, n: number, count: string]>;
  rounded: Say<[heading: string, n: number, count: string]>;
  note: Say<[note: string]>;
  characters: string;
  details: string;
  columns: string;
  column: string;
  takenAs: string;
  is: Say<[column: string]>;
  numbered: Say<[n: number]>;
  use: Record<'used' | 'unknown' | 'ignored' | 'second' | 'words', string>;
  meanings: Record<
    | 'channel'
    | 'campaign'
    | 'date'
    | 'currency'
    | 'spend'
    | 'impressions'
    | 'clicks'
    | 'leads'
    | 'customers'
    | 'revenue'
    | 'text',
    string
  >;
  asRead: string;
  saveMapping: string;
  openMapping: string;
  noMapping: string;
  skipped: Say<[n: number]>;
  line: Say<[line: string]>;
  lines: Say<[from: string, to: string]>;
  moreSkipped: Say<[n: number, count: string]>;
  why: Record<
    | 'preamble'
    | 'comment'
    | 'blank'
    | 'headings'
    | 'table'
    | 'label'
    | 'noName'
    | 'sum'
    | 'wide'
    | 'note',
    string
  >;
  asked: {
    currency: Say<[sign: string | undefined]>;
    asPlan: Say<[code: string]>;
    other: string;
    decimal: Say<[cell: string]>;
    dates: Say<[cell: string | undefined]>;
    dayFirst: string;
    monthFirst: string;
    result: string;
    total: Say<[line: string, name: string | undefined]>;
    isTotal: string;
    isRow: string;
    first: string;
  };
  readFirst: string;
  otherLength: string;
  headings: string;
  headingLine: string;
  grouping: string;
  groupings: Record<Grouping, string>;
  standsFor: Say<[what: string]>;
  none: string;
  names: string;
  name: string;
  channel: string;
  isChannel: Say<[name: string]>;
  newChannel: Say<[name: string]>;
  together: string;
  leftOut: string;
  togetherNote: string;
  twice: Say<[platform: string]>;
  tooMany: Say<[most: string]>;
  belowNothing: Say<[name: string, what: string]>;
  unpaid: Say<[channels: string]>;
  restsOnExample: string;
  apart: string;
  namesNote: string;
  moreNames: Say<[n: number, count: string]>;
  otherCurrency: Say<[theirs: string, own: string]>;
  periodsDiffer: string;
  joinPeriods: string;
  leaveOutFile: Say<[file: string, days: string]>;
  claims: string;
  over: Say<[what: string, claimed: string, counted: string, more: string, share: string]>;
  under: Say<[what: string, claimed: string, counted: string]>;
  equal: Say<[what: string, counted: string]>;
  causes: string;
  scale: string;
  scaled: string;
  becomes: string;
  into: string;
  /** Once the plan has begun. */
  takeAs: string;
  figuresOfPlan: string;
  sinceNote: Say<[days: string]>;
  before: Say<[n: number, count: string, start: string]>;
  notOfPlan: Say<[names: string]>;
  undivided: Say<[file: string, start: string]>;
  countedSince: string;
  countedUntil: Say<[day: string]>;
  until: string;
  nowCounted: string;
  roles: Record<Role, string>;
  placing: string;
  replace: string;
  keep: string;
  replaceNote: string;
  periodBecomes: Say<[days: string]>;
  periodStays: Say<[days: string]>;
  otherCosts: string;
  noPeriod: string;
  notValued: string;
  preview: string;
  change: Say<[before: string, after: string]>;
  figures: string;
  figure: string;
  value: string;
  /** Of rows, each of which is one. */
  posts: string;
  forKpis: string;
  from: string;
  range: Say<[low: string, high: string]>;
  periods: Say<[n: number]>;
  onePeriod: string;
  claimedBy: string;
  scaledTo: string;
  median: string;
  apply: Record<Role, string>;
  applied: string;
  nothing: string;
  refused: Say<[what: string]>;
  why404: string;
  faults: Record<string, Say<[detail: string]>>;
}

const fr: Words = {
  heading: 'Importer des exports',
  purpose:
    'Les exports de vos plateformes, de votre mesure ou de votre CRM deviennent les canaux du plan.',
  how: 'Exports de régies publicitaires, d’un outil de mesure, d’une boutique ou d’un CRM, tels quels\u00a0: CSV, texte, .xlsx ou .zip, un ou plusieurs. Ils sont lus dans cette page, rien n’est envoyé. Vous pouvez aussi les déposer n’importe où sur la page.',
  choose: 'Choisir des fichiers',
  paste: 'Coller des cellules',
  pasteLabel: 'Cellules d’un tableur, avec leurs titres',
  pasted: (n) => `Cellules collées ${n}`,
  reading: (share) => `Lecture\u00a0: ${share}`,
  remove: (file) => `Supprimer ${file}`,
  again: 'Réessayer',
  instead: 'Le lire plutôt comme un tableau de canaux',
  table: 'Tableau',
  rows: (n, count) => (n < 2 ? `${count} ligne lue.` : `${count} lignes lues.`),
  agrees: (line) =>
    `Le total du fichier (ligne ${line}) n’est pas compté en plus\u00a0: il est égal à la somme.`,
  differs: (line, list) =>
    `Le total du fichier (ligne ${line}) n’est pas égal à la somme des lignes\u00a0: ${list}. C’est la somme qui est prise.`,
  difference: (heading, stated, summed) => `${heading}, ${stated} au lieu de ${summed}`,
  undated: (n, count) =>
    n < 2
      ? `${count} ligne n’a pas de date lisible.`
      : `${count} lignes n’ont pas de date lisible.`,
  stated: (n, stated) => `Le fichier annonce ${stated} ${n < 2 ? 'ligne' : 'lignes'}.`,
  recomputed: (heading, n, differing, compared) =>
    `«\u00a0${heading}\u00a0»\u00a0: ${differing} ${n < 2 ? 'ligne' : 'lignes'} sur ${compared} ${n < 2 ? 'dit autre chose que ses' : 'disent autre chose que leurs'} nombres. Ce sont les nombres qui comptent.`,
  cells: (heading, n, count) =>
    `«\u00a0${heading}\u00a0»\u00a0: ${count} ${n < 2 ? 'cellule n’est pas un nombre' : 'cellules ne sont pas des nombres'}\u202f; inconnu n’est pas zéro.`,
  bounds: (heading, n, count) =>
    `«\u00a0${heading}\u00a0»\u00a0: ${count} ${n < 2 ? 'cellule ne donne qu’une limite' : 'cellules ne donnent qu’une limite'} («\u00a0<\u202f10\u00a0»)\u202f; elle n’est pas comptée.`,
  rounded: (heading, n, count) =>
    `«\u00a0${heading}\u00a0»\u00a0: ${count} ${n < 2 ? 'cellule est arrondie dans le fichier' : 'cellules sont arrondies dans le fichier'} («\u00a012,5\u202fk\u00a0»)\u202f; la somme l’est donc aussi.`,
  note: (note) => `Le fichier précise\u00a0: «\u00a0${note}\u00a0».`,
  characters: 'Certains caractères sont illisibles\u00a0: vérifiez les noms.',
  details: 'Ce qui a été lu',
  columns: 'Colonnes',
  column: 'Colonne',
  takenAs: 'Lue comme',
  is: (column) => `Ce qu’est «\u00a0${column}\u00a0»`,
  numbered: (n) => `Colonne ${n}`,
  use: {
    used: 'utilisée',
    unknown: 'inconnue',
    ignored: 'sans usage ici',
    second: 'dite mieux par une autre',
    words: 'des mots au lieu de nombres',
  },
  meanings: {
    channel: 'canal',
    campaign: 'campagne',
    date: 'date',
    currency: 'devise',
    spend: 'dépense publicitaire',
    impressions: 'impressions',
    clicks: 'clics',
    leads: 'prospects',
    customers: 'clients',
    revenue: 'chiffre d’affaires',
    text: 'rien',
  },
  asRead: 'autre',
  saveMapping: 'Enregistrer ce choix',
  openMapping: 'Lire comme un choix enregistré',
  noMapping: 'Ce fichier n’est pas un choix de colonnes enregistré ici. Rien n’a changé.',
  skipped: (n) => (n < 2 ? `${n} passage laissé de côté` : `${n} passages laissés de côté`),
  line: (line) => `Ligne ${line}`,
  lines: (from, to) => `Lignes ${from} à ${to}`,
  moreSkipped: (n, count) => (n < 2 ? `et ${count} autre` : `et ${count} autres`),
  why: {
    preamble: 'au-dessus des titres',
    comment: 'commentaire',
    blank: 'vide',
    headings: 'les titres, une fois de plus',
    table: 'd’un autre tableau',
    label: 'un total ou une moyenne, d’après son nom',
    noName: 'un total\u00a0: sans nom, égal à toutes les autres ensemble',
    sum: 'un total\u00a0: somme d’autres lignes',
    wide: 'plus de cellules que de titres',
    note: 'une remarque',
  },
  asked: {
    currency: (sign) =>
      sign
        ? `«\u00a0${sign}\u00a0» est le signe de plusieurs devises. Laquelle\u202f?`
        : 'Le fichier ne dit pas sa devise. En quelle devise sont ses montants\u202f?',
    asPlan: (code) => `${code}, comme le plan`,
    other: 'Une autre',
    decimal: (cell) => `Comment lire ${cell}\u202f?`,
    dates: (cell) =>
      cell ? `Comment lire la date ${cell}\u202f?` : 'Dans quel ordre sont les dates\u202f?',
    dayFirst: 'jour, puis mois',
    monthFirst: 'mois, puis jour',
    result: 'Le fichier compte des résultats de plusieurs sortes. Laquelle compter\u202f?',
    total: (line, name) =>
      `La ligne ${line}${name ? ` («\u00a0${name}\u00a0»)` : ''} vaut la somme de toutes les autres. Est-ce un total\u202f?`,
    isTotal: 'oui, la laisser de côté',
    isRow: 'non, la compter',
    first: 'Répondez d’abord à ce qui est demandé plus haut.',
  },
  readFirst: 'Un fichier est encore en cours de lecture.',
  otherLength:
    'Les fichiers ne couvrent pas une durée égale à celle du plan\u00a0: les canaux qui restent ne pourraient pas être comparés. Laissez partir les autres canaux, ou donnez au plan la durée des fichiers.',
  headings:
    'Aucun titre n’est reconnu. Dites à quelle ligne ils sont, puis ce que sont les colonnes.',
  headingLine: 'Ligne des titres',
  grouping: 'Ce sont',
  groupings: {
    all: 'les lignes d’un seul canal',
    campaign: 'des campagnes, un canal chacune',
    channel: 'des canaux',
  },
  standsFor: (what) => `Ce qui compte comme ${what}`,
  none: 'rien',
  names: 'Quel canal est-ce\u202f?',
  name: 'Dans les fichiers',
  channel: 'Canal',
  isChannel: (name) => `Canal de «\u00a0${name}\u00a0»`,
  newChannel: (name) => `nouveau\u00a0: ${name}`,
  together: 'tous les canaux ensemble',
  leftOut: 'laissé de côté',
  togetherNote:
    'Ce qui est compté pour tous les canaux ensemble sert à comparer, et à ramener ce que les plateformes s’attribuent. Aucun canal ne le reçoit.',
  twice: (platform) =>
    `Deux fichiers de ${platform} couvrent les mêmes jours\u00a0: leurs nombres sont additionnés. Si c’est deux fois le même, retirez-en un.`,
  tooMany: (most) =>
    `Cela fait plus de ${most} canaux. Prenez les lignes comme celles d’un seul canal, ou réunissez des noms.`,
  belowNothing: (name, what) =>
    `«\u00a0${name}\u00a0», ${what}\u00a0: la somme est inférieure à zéro. Laissez ce nom de côté, ou choisissez «\u00a0rien\u00a0» pour ce nombre.`,
  unpaid: (channels) =>
    `Coût absent des fichiers\u00a0: ${channels}. Tant qu’il est inconnu, le total et le ROI le sont aussi. Saisissez-le ensuite (0 s’il n’y en a pas), ou laissez ces noms de côté.`,
  restsOnExample:
    'Il y reste des chiffres de l’exemple\u00a0: ce que les fichiers ne disent pas (taux de transformation, valeur d’un client, autres coûts).',
  apart: '\u202f; ',
  namesNote:
    'Plusieurs noms peuvent être un même canal\u00a0: leurs nombres sont alors additionnés. Ce choix est gardé dans le plan pour la prochaine fois.',
  moreNames: (n, count) => (n < 2 ? `et ${count} autre nom` : `et ${count} autres noms`),
  otherCurrency: (theirs, own) =>
    `Les montants sont en ${theirs}, le plan est en ${own}. Rien n’est converti\u00a0: exportez en ${own}, ou changez la devise du plan.`,
  periodsDiffer:
    'Les fichiers ne couvrent pas les mêmes jours. Les réunir en une seule période, du premier jour au dernier, n’a de sens que s’ils se suivent.',
  joinPeriods: 'Les réunir en une période',
  leaveOutFile: (file, span) => `Laisser de côté ${file} (${span})`,
  claims: 'Ce que les plateformes s’attribuent',
  over: (what, claimed, counted, more, share) =>
    `${what}\u00a0: les plateformes s’en attribuent ${claimed}, vous en avez compté ${counted}. C’est ${more} de trop, soit ${share} de plus.`,
  under: (what, claimed, counted) =>
    `${what}\u00a0: les plateformes s’en attribuent ${claimed}, vous en avez compté ${counted}. Une partie n’est attribuée à aucune.`,
  equal: (what, counted) =>
    `${what}\u00a0: les plateformes s’en attribuent ${counted}, autant que vous en avez compté.`,
  causes:
    'Causes possibles\u00a0: plusieurs plateformes s’attribuent la même vente, des ventes après un simple affichage, des fenêtres d’attribution plus longues, des comptages modélisés, des annulations, des jours qui diffèrent.',
  scale: 'Ramener ce qu’elles s’attribuent à ce que vous avez compté',
  scaled: 'Ramené à ce que vous avez compté\u202f; noté comme une hypothèse.',
  becomes: 'Ce que cela devient',
  into: 'Dans',
  takeAs: 'Les prendre comme',
  figuresOfPlan: 'chiffres du plan',
  sinceNote: (days) =>
    `Ce qui a été dépensé et compté se pose à côté du plan, dont les chiffres restent\u00a0: ${days}. Le chiffre d’affaires n’est pas repris.`,
  before: (n, count, start) =>
    n < 2
      ? `${count} ligne d’avant le début du plan (${start}), ou sans jour, n’est pas comptée.`
      : `${count} lignes d’avant le début du plan (${start}), ou sans jour, ne sont pas comptées.`,
  notOfPlan: (names) =>
    `N’est aucun canal du plan, donc laissé de côté\u00a0: ${names}. Dites plus haut quel canal c’est.`,
  undivided: (file, start) =>
    `${file} commence avant le plan et ne dit pas les jours\u00a0: exportez à partir du ${start}, ou par jour.`,
  countedSince: 'Ce qui a été compté depuis',
  countedUntil: (day) => `Ce qui a été compté jusqu’au ${day}`,
  until: 'Jusqu’au',
  nowCounted: 'C’est compté, à côté du plan. «\u00a0Annuler\u00a0» rend ce qu’il y avait.',
  roles: {
    plan: 'le plan',
    since: 'ce qui s’est passé depuis',
    lastCampaign: 'la dernière campagne',
    samePeriodLastYear: 'la même période l’an dernier',
  },
  placing: 'Les autres canaux',
  replace: 's’en vont',
  keep: 'restent',
  replaceNote: 'Ce qui était saisi pour eux s’en va aussi\u202f; «\u00a0Annuler\u00a0» le ramène.',
  periodBecomes: (days) => `La période devient\u00a0: ${days}.`,
  periodStays: (days) => `Les fichiers couvrent\u00a0: ${days}, la durée du plan.`,
  otherCosts: 'Les autres coûts gardent leur montant pour la période d’avant.',
  noPeriod: 'Les fichiers ne disent pas de quels jours ils sont\u00a0: la période du plan reste.',
  notValued:
    'Le chiffre d’affaires n’est pas repris\u00a0: dans ce plan, un client est évalué autrement.',
  preview: 'Avant et après',
  change: (before, after) => `${before} → ${after}`,
  figures: 'Ce qui entre dans le plan',
  figure: 'Chiffre',
  value: 'Valeur',
  posts: 'Publications',
  forKpis: 'pour vos KPI',
  from: 'D’après',
  range: (low, high) => `de ${low} à ${high}`,
  periods: (n) => `${n} périodes`,
  onePeriod: 'une seule période\u00a0: le hasard du comptage seul',
  claimedBy: 'selon la plateforme',
  scaledTo: 'ramené à ce qui a été compté',
  median: 'aucun cas ou tous\u00a0: la médiane de ce qui est plausible',
  apply: {
    plan: 'Mettre dans le plan',
    since: 'Compter comme ce qui s’est passé depuis',
    lastCampaign: 'En faire la dernière campagne',
    samePeriodLastYear: 'En faire la même période l’an dernier',
  },
  applied: 'Les chiffres mesurés sont en place. «\u00a0Annuler\u00a0» rend ce qu’il y avait.',
  nothing: 'Rien dans ces fichiers n’est encore un chiffre du plan.',
  refused: (what) => `Cela n’entre pas dans le plan\u00a0: ${what} Rien n’a changé.`,
  why404: 'Ce qui lit les exports n’a pas pu être chargé. Vérifiez votre connexion.',
  faults: {
    'packed.tooLarge': () =>
      'Ce qu’il contient est trop long\u00a0: exportez une période plus courte.',
    'packed.protected': () =>
      'Il est protégé par un mot de passe. Enregistrez-le sans, ou au format CSV.',
    'packed.oldWorkbook': () =>
      'C’est un classeur d’un ancien format (.xls). Dans le tableur, enregistrez-le au format CSV ou .xlsx.',
    'packed.broken': () => 'Il est incomplet ou abîmé. Téléchargez-le de nouveau, ou en CSV.',
    'packed.nothing': () =>
      'Il ne contient aucun tableau. Dans le tableur, enregistrez la feuille au format CSV.',
    'table.bytes': () => 'Le fichier est trop long\u00a0: exportez une période plus courte.',
    'table.cells': () => 'Le fichier a trop de colonnes pour un export.',
    'table.record': (line) =>
      `La ligne ${line} est trop longue pour un export. Est-ce bien un fichier texte\u202f?`,
    'table.quote': (line) =>
      `Un guillemet ouvert à la ligne ${line} n’est jamais fermé. Exportez de nouveau le fichier.`,
    'export.groups': () =>
      'Le fichier a trop de campagnes et de jours différents. Exportez-le par semaine ou par mois.',
    'export.currencies': (list) =>
      `Le fichier mêle plusieurs devises (${list}). Rien n’est converti\u00a0: exportez-les à part.`,
  },
};

const en: Words = {
  heading: 'Import exports',
  purpose: 'Exports of your platforms, analytics or CRM become the channels of the plan.',
  how: 'Exports of ad platforms, analytics, a shop or a CRM, as they come: CSV, text, .xlsx or .zip, one or several. They are read in this page; nothing is sent. You can also drop them anywhere on the page.',
  choose: 'Choose files',
  paste: 'Paste cells',
  pasteLabel: 'Cells from a spreadsheet, with their headings',
  pasted: (n) => `Pasted cells ${n}`,
  reading: (share) => `Reading: ${share}`,
  remove: (file) => `Remove ${file}`,
  again: 'Try again',
  instead: 'Read it as a table of channels instead',
  table: 'Table',
  rows: (n, count) => (n === 1 ? `${count} row read.` : `${count} rows read.`),
  agrees: (line) =>
    `The file’s own total (line ${line}) is not counted besides: it agrees with the sum.`,
  differs: (line, list) =>
    `The file’s own total (line ${line}) does not agree with the sum of its rows: ${list}. The sum is used.`,
  difference: (heading, stated, summed) => `${heading}, ${stated} instead of ${summed}`,
  undated: (n, count) =>
    n === 1
      ? `${count} row has no date that can be read.`
      : `${count} rows have no date that can be read.`,
  stated: (n, stated) => `The file says it has ${stated} ${n === 1 ? 'row' : 'rows'}.`,
  recomputed: (heading, n, differing, compared) =>
    `“${heading}”: ${differing} of ${compared} rows ${n === 1 ? 'states something else than its counts give' : 'state something else than their counts give'}. The counts are used.`,
  cells: (heading, n, count) =>
    `“${heading}”: ${count} ${n === 1 ? 'cell is no number' : 'cells are no numbers'}; unknown is not zero.`,
  bounds: (heading, n, count) =>
    `“${heading}”: ${count} ${n === 1 ? 'cell only gives a limit' : 'cells only give a limit'} (“< 10”), which is not counted.`,
  rounded: (heading, n, count) =>
    `“${heading}”: ${count} ${n === 1 ? 'cell is rounded in the file' : 'cells are rounded in the file'} (“12.5K”), and so is the sum.`,
  note: (note) => `The file states: “${note}”.`,
  characters: 'Some characters cannot be read: look at the names.',
  details: 'What was read',
  columns: 'Columns',
  column: 'Column',
  takenAs: 'Read as',
  is: (column) => `What “${column}” is`,
  numbered: (n) => `Column ${n}`,
  use: {
    used: 'used',
    unknown: 'unknown',
    ignored: 'of no use here',
    second: 'said better by another',
    words: 'words instead of numbers',
  },
  meanings: {
    channel: 'channel',
    campaign: 'campaign',
    date: 'date',
    currency: 'currency',
    spend: 'ad spend',
    impressions: 'impressions',
    clicks: 'clicks',
    leads: 'leads',
    customers: 'customers',
    revenue: 'revenue',
    text: 'nothing',
  },
  asRead: 'other',
  saveMapping: 'Save this choice',
  openMapping: 'Read as a saved choice',
  noMapping: 'This file is no choice of columns saved here. Nothing has changed.',
  skipped: (n) => (n === 1 ? `${n} passage left out` : `${n} passages left out`),
  line: (line) => `Line ${line}`,
  lines: (from, to) => `Lines ${from} to ${to}`,
  moreSkipped: (_, count) => `and ${count} more`,
  why: {
    preamble: 'above the headings',
    comment: 'a comment',
    blank: 'blank',
    headings: 'the headings once more',
    table: 'of another table',
    label: 'a total or a mean, by its name',
    noName: 'a total: no name, and what all others come to',
    sum: 'a total: the sum of other rows',
    wide: 'more cells than headings',
    note: 'a remark',
  },
  asked: {
    currency: (sign) =>
      sign
        ? `“${sign}” is the sign of several currencies. Which one?`
        : 'The file does not say its currency. What are its amounts in?',
    asPlan: (code) => `${code}, as the plan`,
    other: 'Another',
    decimal: (cell) => `How is ${cell} to be read?`,
    dates: (cell) =>
      cell ? `How is the date ${cell} to be read?` : 'In which order are the dates?',
    dayFirst: 'day, then month',
    monthFirst: 'month, then day',
    result: 'The file counts results of several kinds. Which one counts?',
    total: (line, name) =>
      `Line ${line}${name ? ` (“${name}”)` : ''} is the sum of all others. Is it a total?`,
    isTotal: 'yes, leave it out',
    isRow: 'no, count it',
    first: 'Answer what is asked above first.',
  },
  readFirst: 'A file is still being read.',
  otherLength:
    'The files are not of the same length of time as the plan: channels that stay could not be compared with them. Let the other channels go, or give the plan the length of the files.',
  headings: 'No heading is known. Say which line they are in, then what the columns are.',
  headingLine: 'Line of the headings',
  grouping: 'These are',
  groupings: {
    all: 'the rows of one channel',
    campaign: 'campaigns, each a channel',
    channel: 'channels',
  },
  standsFor: (what) => `What counts as ${what}`,
  none: 'nothing',
  names: 'Which channel is it?',
  name: 'In the files',
  channel: 'Channel',
  isChannel: (name) => `Channel of “${name}”`,
  newChannel: (name) => `new: ${name}`,
  together: 'all channels together',
  leftOut: 'left out',
  togetherNote:
    'What is counted of all channels together is compared, and claims can be taken down to it. No channel is given it.',
  twice: (platform) =>
    `Two files of ${platform} are of the same days: their counts are added up. If they are the same file twice, remove one.`,
  tooMany: (most) =>
    `These are more than ${most} channels. Take the rows as those of one channel, or put names together.`,
  belowNothing: (name, what) =>
    `“${name}”, ${what}: the sum is below zero. Leave this name out, or choose “nothing” for that count.`,
  unpaid: (channels) =>
    `The files give no cost for: ${channels}. While it is unknown, so are the total and the ROI. Type it afterwards (0 if there is none), or leave these names out.`,
  restsOnExample:
    'Figures of the example are left in it: of what the files do not say (close rate, value of a customer, other costs).',
  apart: '; ',
  namesNote:
    'Several names may be one channel: their counts are added up. The plan remembers this for the next time.',
  moreNames: (n, count) => (n === 1 ? `and ${count} more name` : `and ${count} more names`),
  otherCurrency: (theirs, own) =>
    `The amounts are in ${theirs}, the plan is in ${own}. Nothing is converted: export in ${own}, or change the currency of the plan.`,
  periodsDiffer:
    'The files are not of the same days. Joining them as one period, from the first day to the last, makes sense only if they follow each other.',
  joinPeriods: 'Join them as one period',
  leaveOutFile: (file, span) => `Leave out ${file} (${span})`,
  claims: 'What platforms claim',
  over: (what, claimed, counted, more, share) =>
    `${what}: platforms claim ${claimed}, you counted ${counted}. That is ${more} too many, ${share} more.`,
  under: (what, claimed, counted) =>
    `${what}: platforms claim ${claimed}, you counted ${counted}. Some are claimed by none.`,
  equal: (what, counted) => `${what}: platforms claim ${counted}, as many as you counted.`,
  causes:
    'Possible causes: several platforms claim the same sale, sales after a mere view, longer attribution windows, modelled counts, cancellations, days that differ.',
  scale: 'Take what they claim down to what you counted',
  scaled: 'Taken down to what you counted; marked as an assumption.',
  becomes: 'What it becomes',
  into: 'Into',
  takeAs: 'Take them as',
  figuresOfPlan: 'figures of the plan',
  sinceNote: (days) =>
    `What was spent and counted comes beside the plan, whose figures stay: ${days}. Revenue is not taken over.`,
  before: (n, count, start) =>
    n === 1
      ? `${count} row from before the plan’s start (${start}), or without a day, is not counted.`
      : `${count} rows from before the plan’s start (${start}), or without a day, are not counted.`,
  notOfPlan: (names) =>
    `Left out, being no channel of the plan: ${names}. Say above which channel it is.`,
  undivided: (file, start) =>
    `${file} begins before the plan and does not tell its days: export it from ${start} on, or by day.`,
  countedSince: 'What has been counted since',
  countedUntil: (day) => `What has been counted until ${day}`,
  until: 'Until',
  nowCounted: 'It is counted, beside the plan. Undo brings back what was there.',
  roles: {
    plan: 'the plan',
    since: 'what has happened since',
    lastCampaign: 'the last campaign',
    samePeriodLastYear: 'the same period last year',
  },
  placing: 'The other channels',
  replace: 'go',
  keep: 'stay',
  replaceNote: 'What was typed for them goes too; Undo brings it back.',
  periodBecomes: (days) => `The period becomes: ${days}.`,
  periodStays: (days) => `The files cover: ${days}, the length of the plan.`,
  otherCosts: 'Other costs keep their amount for the period before.',
  noPeriod: 'The files do not say of which days they are: the plan’s period stays.',
  notValued: 'Revenue is not taken over: this plan values a customer in another way.',
  preview: 'Before and after',
  change: (before, after) => `${before} → ${after}`,
  figures: 'What comes into the plan',
  figure: 'Figure',
  value: 'Value',
  posts: 'Posts',
  forKpis: 'for your KPIs',
  from: 'From',
  range: (low, high) => `${low} to ${high}`,
  periods: (n) => `${n} periods`,
  onePeriod: 'one period: the luck of counting alone',
  claimedBy: 'by the platform’s own count',
  scaledTo: 'taken down to what was counted',
  median: 'no case or all of them: the median of what is plausible',
  apply: {
    plan: 'Put into the plan',
    since: 'Count as what has happened since',
    lastCampaign: 'Make it the last campaign',
    samePeriodLastYear: 'Make it the same period last year',
  },
  applied: 'The measured figures are in place. Undo brings back what was there.',
  nothing: 'Nothing in these files is a figure of the plan yet.',
  refused: (what) => `This does not fit the plan: ${what} Nothing has changed.`,
  why404: 'What reads exports could not be fetched. Check your connection.',
  faults: {
    'packed.tooLarge': () => 'What is in it is too long: export a shorter period.',
    'packed.protected': () => 'It is protected by a password. Save it without one, or as CSV.',
    'packed.oldWorkbook': () =>
      'It is a workbook of an old form (.xls). In the spreadsheet, save it as CSV or .xlsx.',
    'packed.broken': () => 'It is incomplete or damaged. Download it again, or as CSV.',
    'packed.nothing': () => 'It holds no table. In the spreadsheet, save the sheet as CSV.',
    'table.bytes': () => 'The file is too long: export a shorter period.',
    'table.cells': () => 'The file has too many columns for an export.',
    'table.record': (line) => `Line ${line} is too long for an export. Is it a text file?`,
    'table.quote': (line) =>
      `A quote that opens in line ${line} is never closed. Export the file again.`,
    'export.groups': () =>
      'The file has too many different campaigns and days. Export it by week or by month.',
    'export.currencies': (list) =>
      `The file mixes several currencies (${list}). Nothing is converted: export them apart.`,
  },
};

export const importWords = wordsIn({ fr, en });
