// What tracking links say.
import type { ChannelCondition, LinkIssue, TrackingLink } from '../../../generated/evidence';
import { wordsIn } from '../../locales/words';

interface Words {
  title: string;
  purpose: string;
  /** Where there is no plan. */
  purposeAlone: string;
  address: string;
  campaigns: string;
  contents: string;
  onePerLine: string;
  channels: string;
  begin: string;
  links: string;
  link: string;
  channel: string;
  filed: string;
  notes: string;
  noGroup: string;
  copy: string;
  copyOf: (what: string) => string;
  copyAll: (count: string) => string;
  copied: string;
  saved: string;
  remembered: string;
  notCopied: string;
  csv: string;
  qrOf: (what: string) => string;
  qrSaved: string;
  qrTooLong: string;
  more: (n: number, count: string) => string;
  tooMany: (most: string) => string;
  shared: (name: string) => string;
  existing: (list: string) => string;
  sources: string;
  others: string;
  place: string;
  places: { query: string; fragment: string };
  placeNote: string;
  existingIs: string;
  keepOrNot: { keep: string; replace: string };
  rules: string;
  letters: string;
  lettersAre: { lower: string; typed: string };
  accents: string;
  accentsAre: { plain: string; typed: string };
  separator: string;
  asTyped: string;
  allowed: (name: string) => string;
  rulesNote: string;
  check: string;
  checkNote: string;
  paste: string;
  grade: string;
  grades: Record<TrackingLink['grade'], string>;
  mended: string;
  copyMended: string;
  leftOut: (n: number, count: string) => string;
  typed: (name: string, from: string, to: string) => string;
  asOf: string;
  because: (rule: ChannelCondition) => string;
  and: string;
  noRule: string;
  issue: Record<LinkIssue['kind'], (name: string, detail: string) => string>;
}

const kLists = {
  fr: { search: 'recherche', shopping: 'commerce', social: 'réseaux sociaux', video: 'vidéo' },
  en: { search: 'search', shopping: 'shopping', social: 'social', video: 'video' },
};

const fr: Words = {
  title: 'Liens de suivi',
  purposeAlone: 'Des liens UTM pour chaque canal, et le groupe de canaux où GA4 classe chacun.',
  purpose:
    'Des liens UTM pour chaque canal, le groupe de canaux où GA4 classe chacun, et des exports qui retrouvent leur canal.',
  address: 'Adresse de la page',
  campaigns: 'Campagnes',
  contents: 'Contenus',
  onePerLine: 'un nom par ligne',
  channels: 'Canaux',
  begin: 'Saisissez l’adresse de la page\u00a0: les liens s’affichent ici.',
  links: 'Liens',
  link: 'Lien',
  channel: 'Canal',
  filed: 'Groupe de canaux GA4',
  notes: 'Remarques',
  noGroup: 'selon la provenance',
  copy: 'Copier',
  copyOf: (what) => `Copier le lien\u00a0: ${what}`,
  copyAll: (count) => `Tout copier (${count})`,
  copied: 'Copié.',
  saved: 'Plan de marquage enregistré.',
  remembered: 'Les noms des liens sont retenus\u00a0: un export de GA4 retrouvera ses canaux.',
  notCopied: 'Le presse-papiers est fermé à cette page\u00a0: sélectionnez le lien.',
  csv: 'Plan de marquage (CSV)',
  qrOf: (what) => `QR code\u00a0: ${what}`,
  qrSaved: 'Image enregistrée.',
  qrTooLong: 'Ce lien est trop long pour un QR code.',
  more: (n, count) =>
    `${count} ${n < 2 ? 'autre lien est' : 'autres liens sont'} dans la copie et le CSV.`,
  tooMany: (most) =>
    `C’est plus de ${most} liens à la fois\u00a0: retirez des canaux, des campagnes ou des contenus.`,
  shared: (name) =>
    `«\u00a0${name}\u00a0» est commun à plusieurs canaux\u00a0: un export ne les distinguera pas par ce nom.`,
  existing: (list) => `L’adresse contient déjà ${list}.`,
  sources: 'Source et support par canal',
  others: 'Contenus et autres paramètres',
  place: 'Place des paramètres',
  places: { query: 'avant le #', fragment: 'après le #' },
  placeNote: 'Après le #, seule une balise réglée pour cela les lit.',
  existingIs: 'Paramètres déjà dans l’adresse',
  keepOrNot: { keep: 'les garder', replace: 'les remplacer' },
  rules: 'Règles de nommage',
  letters: 'Lettres',
  lettersAre: { lower: 'minuscules', typed: 'telles que saisies' },
  accents: 'Accents',
  accentsAre: { plain: 'sans accents', typed: 'tels que saisis' },
  separator: 'Entre les mots',
  asTyped: 'tel que saisi',
  allowed: (name) => `Valeurs admises pour ${name}`,
  rulesNote: 'utm_id et utm_source_platform restent tels que saisis.',
  check: 'Vérifier des liens',
  checkNote: 'Un lien par ligne, ou une colonne d’un tableur.',
  paste: 'Liens à vérifier',
  grade: 'Avis',
  grades: { good: 'correct', fair: 'à améliorer', poor: 'à corriger' },
  mended: 'Lien corrigé',
  copyMended: 'Copier les liens corrigés',
  leftOut: (n, count) =>
    n < 2
      ? `${count} ligne de plus n’a pas été lue.`
      : `${count} lignes de plus n’ont pas été lues.`,
  typed: (name, from, to) => `${name}\u00a0: «\u00a0${from}\u00a0» devient ${to}.`,
  asOf: 'D’après le tableau «\u00a0Groupe de canaux par défaut\u00a0» de Google, consulté le 29 novembre 2026.',
  because: ({ part, test, words }) => {
    const name = `utm_${part}`;
    if (test === 'site')
      return `${name} est un site de la liste «\u00a0${kLists.fr[words as 'search']}\u00a0» de Google`;
    if (test === 'matches') return `${name} suit le motif ${words}`;
    const list = words.replaceAll('|', ', ');
    if (test === 'is') return `${name} vaut ${list.replace(/, (?=[^,]*$)/, ' ou ')}`;
    return `${name} ${test === 'contains' ? 'contient' : 'finit par'} ${list.replace(', ', ' ou ')}`;
  },
  and: ' et ',
  noRule: 'aucune règle de GA4 ne s’applique',
  issue: {
    scheme: () => 'Ce n’est pas une adresse web complète\u00a0: il manque https://.',
    untagged: () => 'Aucun paramètre de suivi.',
    missing: (name) => `${name} manque.`,
    unassigned: (_, medium) =>
      `GA4 le classe dans Unassigned (non attribué)${medium ? `\u202f; avec utm_medium=${medium}, il serait classé` : ''}.`,
    escape: (name) => `${name} contient des caractères mal codés.`,
    name: (name) => `${name} doit s’écrire en minuscules.`,
    twice: (name) => `${name} figure plusieurs fois.`,
    fragment: () => 'Les paramètres sont après le #, où la balise standard ne les cherche pas.',
    notAllowed: (name) => `${name} n’est pas une valeur admise.`,
    personal: (name) =>
      `${name} ressemble à une adresse e-mail\u00a0: Google interdit d’en transmettre.`,
    campaign: (name) => `${name} manque\u00a0: la campagne ne se distinguera pas.`,
    naming: (name, right) => `${name} s’écrirait ${right} selon vos règles.`,
    spelling: (name, other) => `${name} s’écrit aussi ${other}\u00a0: GA4 en fait deux lignes.`,
    clickId: (_, id) => `${id} vient d’un clic copié\u00a0: retirez-le.`,
    blank: () => 'L’adresse contient une espace\u00a0: un e-mail la couperait là.',
    length: () => 'L’adresse dépasse les 1\u202f000 caractères que GA4 garde.',
    kept: (name, asked) => `${name} était déjà dans l’adresse et reste, au lieu de ${asked}.`,
    replaced: (name, before) => `${name} remplace «\u00a0${before}\u00a0».`,
  },
};

const en: Words = {
  title: 'Tracking links',
  purposeAlone: 'UTM links for each channel, and the channel group that GA4 files each under.',
  purpose:
    'UTM links for each channel, the channel group GA4 files each under, and exports that find their channel by themselves.',
  address: 'Address of the page',
  campaigns: 'Campaigns',
  contents: 'Contents',
  onePerLine: 'one name a line',
  channels: 'Channels',
  begin: 'Type the address of the page: the links show here.',
  links: 'Links',
  link: 'Link',
  channel: 'Channel',
  filed: 'GA4 channel group',
  notes: 'Notes',
  noGroup: 'depends on the referrer',
  copy: 'Copy',
  copyOf: (what) => `Copy the link: ${what}`,
  copyAll: (count) => `Copy all (${count})`,
  copied: 'Copied.',
  saved: 'The tracking plan is saved.',
  remembered: 'The names in the links are kept: an export of GA4 will find its channels.',
  notCopied: 'The clipboard is closed to this page: select the link.',
  csv: 'Tracking plan (CSV)',
  qrOf: (what) => `QR code: ${what}`,
  qrSaved: 'The picture is saved.',
  qrTooLong: 'This link is too long for a QR code.',
  more: (n, count) => `${count} more ${n === 1 ? 'link is' : 'links are'} in the copy and the CSV.`,
  tooMany: (most) =>
    `These are more than ${most} links at once: take out channels, campaigns or contents.`,
  shared: (name) =>
    `Several channels have “${name}”: an export will not tell them apart by that name.`,
  existing: (list) => `The address already has ${list}.`,
  sources: 'Source and medium by channel',
  others: 'Contents and other parameters',
  place: 'Where the parameters stand',
  places: { query: 'before the #', fragment: 'behind the #' },
  placeNote: 'Behind the #, only a tag that is set up for it reads them.',
  existingIs: 'Parameters already in the address',
  keepOrNot: { keep: 'keep them', replace: 'replace them' },
  rules: 'Naming rules',
  letters: 'Letters',
  lettersAre: { lower: 'small letters', typed: 'as typed' },
  accents: 'Accents',
  accentsAre: { plain: 'without accents', typed: 'as typed' },
  separator: 'Between words',
  asTyped: 'as typed',
  allowed: (name) => `Values allowed for ${name}`,
  rulesNote: 'utm_id and utm_source_platform stay as typed.',
  check: 'Check links',
  checkNote: 'One link a line, or a column of a spreadsheet.',
  paste: 'Links to check',
  grade: 'Verdict',
  grades: { good: 'right', fair: 'could be better', poor: 'to be mended' },
  mended: 'Mended link',
  copyMended: 'Copy the mended links',
  leftOut: (n, count) => `${count} more ${n === 1 ? 'line was' : 'lines were'} not read.`,
  typed: (name, from, to) => `${name}: “${from}” becomes ${to}.`,
  asOf: 'By Google’s table “Default channel group”, looked up on 29 November 2026.',
  because: ({ part, test, words }) => {
    const name = `utm_${part}`;
    if (test === 'site')
      return `${name} is in Google’s list of ${kLists.en[words as 'search']} sites`;
    if (test === 'matches') return `${name} matches ${words}`;
    const list = words.replaceAll('|', ', ');
    if (test === 'is') return `${name} is ${list.replace(/, (?=[^,]*$)/, ' or ')}`;
    return `${name} ${test === 'contains' ? 'contains' : 'ends with'} ${list.replace(', ', ' or ')}`;
  },
  and: ' and ',
  noRule: 'no rule of GA4 holds',
  issue: {
    scheme: () => 'Not a whole web address: https:// is missing.',
    untagged: () => 'No tracking parameter.',
    missing: (name) => `${name} is missing.`,
    unassigned: (_, medium) =>
      `GA4 files it under Unassigned${medium ? `; with utm_medium=${medium} it would be filed` : ''}.`,
    escape: (name) => `${name} has characters that are wrongly encoded.`,
    name: (name) => `${name} must be written in small letters.`,
    twice: (name) => `${name} stands there more than once.`,
    fragment: () => 'The parameters are behind the #, where the standard tag does not look.',
    notAllowed: (name) => `${name} is not an allowed value.`,
    personal: (name) => `${name} looks like an e-mail address: Google forbids sending those.`,
    campaign: (name) => `${name} is missing: the campaign cannot be told apart.`,
    naming: (name, right) => `By your rules, ${name} would be ${right}.`,
    spelling: (name, other) => `${name} is also written ${other}: GA4 makes two rows of it.`,
    clickId: (_, id) => `${id} comes from a click that was copied: take it out.`,
    blank: () => 'There is a space in the address: an e-mail would cut it there.',
    length: () => 'The address is longer than the 1,000 characters that GA4 keeps.',
    kept: (name, asked) => `${name} was in the address already and stays, instead of ${asked}.`,
    replaced: (name, before) => `${name} replaces “${before}”.`,
  },
};

export const linkWords = wordsIn({ fr, en });

/** As GA4 calls them, in every language. */
export const kGroups: Record<NonNullable<TrackingLink['group']>, string> = {
  direct: 'Direct',
  crossNetwork: 'Cross-network',
  paidShopping: 'Paid Shopping',
  paidSearch: 'Paid Search',
  paidSocial: 'Paid Social',
  paidVideo: 'Paid Video',
  display: 'Display',
  paidOther: 'Paid Other',
  organicShopping: 'Organic Shopping',
  organicSocial: 'Organic Social',
  organicVideo: 'Organic Video',
  organicSearch: 'Organic Search',
  referral: 'Referral',
  email: 'Email',
  affiliates: 'Affiliates',
  audio: 'Audio',
  sms: 'SMS',
  mobilePush: 'Mobile Push Notifications',
  aiAssistant: 'AI Assistant',
  unassigned: 'Unassigned',
};
