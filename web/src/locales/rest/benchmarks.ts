// What is said of published figures.
import type { Kind, Region, Sector, SourceId, Statistic } from '../../../generated/benchmarks';
import type { View } from '../../components/view';
import type { UnsureField, Wanted } from '../../model/benchmarks';
import { type Language, languageOf } from '../index';

type Say<A extends unknown[]> = (...args: A) => string;

interface BenchmarkWords {
  unsure: string;
  heading: Say<[field: string]>;
  sector: string;
  sectors: Record<Sector, string>;
  regions: Record<Region, string>;
  statistics: Record<Statistic, string>;
  kinds: Record<Kind, string>;
  /** Exactly what was measured. */
  measured: Record<Exclude<Wanted['field'], 'closeRate' | 'margin'>, string>;
  samples: Record<SourceId, string>;
  grade: Say<[grade: string]>;
  use: Say<[low: string, high: string]>;
  taken: Say<[field: string, low: string, high: string]>;
  between: Say<[low: string, high: string]>;
  rule: string;
  ruleOfQuartiles: string;
  gradeB: string;
  notConverted: Say<[from: string, to: string]>;
  noneOfSector: Say<[sector: string]>;
  none: Record<Extract<UnsureField, 'closeRate' | 'margin'>, string>;
  noneOfAction: Say<[many: string]>;
  noneOfChannel: Say<[channel: string]>;
  /** What is usual of a figure. */
  usual: Say<[figure: string]>;
  medians: string;
  yours: Say<[amount: string]>;
  ask: string;
  where: string;
  unconverted: string;
}

const en: BenchmarkWords = {
  unsure: 'Don’t know?',
  heading: (field) => `What is usual: ${field}`,
  sector: 'Sector',
  sectors: {
    all: 'all sectors',
    'arts & entertainment': 'arts and entertainment',
    'attorneys & legal services': 'lawyers and legal services',
    'business services': 'business services',
    'industrial & commercial': 'industry and trade',
    'apparel / fashion & jewelry': 'clothing, fashion and jewellery',
    b2b: 'business to business',
    'b2b saas': 'software for businesses (SaaS)',
    technology: 'technology',
  },
  regions: {
    US: 'US',
    Americas: 'Americas',
    EMEA: 'Europe, Middle East and Africa',
    APAC: 'Asia-Pacific',
    'not stated': 'region not stated',
  },
  statistics: { average: 'on average', median: 'median', quartiles: 'for the middle half' },
  kinds: {
    leads: 'campaigns for leads',
    traffic: 'campaigns for visits',
    image: 'single-image ads',
    video: 'video ads',
    messaging: 'sponsored messages',
    document: 'document ads',
    carousel: 'carousel ads',
  },
  measured: {
    ctr: 'clicks / impressions, as the platform counts clicks',
    adSpendCpc: 'ad spend / clicks, as the platform counts clicks',
    adSpendCpm: 'ad spend / impressions × 1000',
    conversionRate:
      'conversions / clicks; a conversion is a lead or what the advertiser counts as one',
    adSpendCpl: 'ad spend / leads (or what the advertiser counts as one)',
  },
  samples: {
    ws26: '13,474 search campaigns in Google and Microsoft Ads',
    ws26b: 'campaigns of the publisher’s customers',
    fb25: '726 campaigns for leads',
    fb25a: '1,180 campaigns for visits, all sectors',
    metadata: '138 B2B advertisers',
    zen: '936 single-image ads, 342 video ads',
    hockey: 'over 70 B2B software companies',
    yirla: 'sample not stated',
  },
  grade: (grade) => `grade ${grade}`,
  use: (low, high) => `Use ${low} to ${high}`,
  taken: (field, low, high) => `${field}: from ${low} to ${high}. Undo brings back what was there.`,
  between: (low, high) => `${low} to ${high}`,
  rule: 'One figure for many advertisers says little of your own: it is taken over as half to double.',
  ruleOfQuartiles: 'The middle half is widened to nine in ten.',
  gradeB: 'Grade B: a named publisher with a disclosed sample, or a careful quotation of one.',
  notConverted: (from, to) =>
    `In ${from}; your plan is in ${to}. Nothing is converted here, so these can be read but not taken over.`,
  noneOfSector: (sector) =>
    `Nothing published here is of this sector (${sector}); these are wider.`,
  none: {
    closeRate:
      'No published figure here counts customers per lead, as this field does. What is published are steps in between, such as qualified leads or opportunities won, which would promise too much. Count how many of your last leads bought, or type a range you believe in, such as 5..15.',
    margin:
      'No published gross margin here. It is what is left of 100 of revenue once the goods or the work sold are paid for: your accounts have it. Until then type a range, such as 30..50.',
  },
  noneOfAction: (many) =>
    `What is published here counts leads. Your plan counts ${many}, which is something else: nothing is offered.`,
  noneOfChannel: (channel) => `Nothing published here was measured as this field of ${channel} is.`,
  usual: (figure) => `${figure}: what is usual`,
  medians: 'medians by region and kind of ad',
  yours: (amount) => `Your plan: ${amount}.`,
  ask: 'What is usual in your sector?',
  where: 'Where this is from',
  unconverted: 'Nothing is converted.',
};

const fr: BenchmarkWords = {
  unsure: 'Je ne sais pas',
  heading: (field) => `Valeurs habituelles\u00a0: ${field}`,
  sector: 'Secteur',
  sectors: {
    all: 'tous secteurs',
    'arts & entertainment': 'arts et spectacles',
    'attorneys & legal services': 'avocats et services juridiques',
    'business services': 'services aux entreprises',
    'industrial & commercial': 'industrie et négoce',
    'apparel / fashion & jewelry': 'habillement, mode et bijoux',
    b2b: 'vente aux entreprises (B2B)',
    'b2b saas': 'logiciels pour entreprises (SaaS)',
    technology: 'technologies',
  },
  regions: {
    US: 'États-Unis',
    Americas: 'Amériques',
    EMEA: 'Europe, Moyen-Orient et Afrique',
    APAC: 'Asie-Pacifique',
    'not stated': 'région non précisée',
  },
  statistics: { average: 'en moyenne', median: 'médiane', quartiles: 'pour la moitié centrale' },
  kinds: {
    leads: 'campagnes de prospects',
    traffic: 'campagnes de trafic',
    image: 'annonces à une image',
    video: 'annonces vidéo',
    messaging: 'messages sponsorisés',
    document: 'annonces avec document',
    carousel: 'annonces carrousel',
  },
  measured: {
    ctr: 'clics / impressions, clics tels que la plateforme les compte',
    adSpendCpc: 'dépense publicitaire / clics, tels que la plateforme les compte',
    adSpendCpm: 'dépense publicitaire / impressions × 1000',
    conversionRate:
      'conversions / clics\u202f; une conversion est un prospect ou ce que l’annonceur compte comme tel',
    adSpendCpl: 'dépense publicitaire / prospects (ou ce que l’annonceur compte comme tels)',
  },
  samples: {
    ws26: '13\u202f474 campagnes de recherche Google et Microsoft Ads',
    ws26b: 'campagnes des clients de l’éditeur',
    fb25: '726 campagnes de prospects',
    fb25a: '1\u202f180 campagnes de trafic, tous secteurs',
    metadata: '138 annonceurs B2B',
    zen: '936 annonces à une image, 342 annonces vidéo',
    hockey: 'plus de 70 éditeurs de logiciels B2B',
    yirla: 'échantillon non précisé',
  },
  grade: (grade) => `niveau ${grade}`,
  use: (low, high) => `Prendre ${low} à ${high}`,
  taken: (field, low, high) =>
    `${field}\u00a0: de ${low} à ${high}. «\u00a0Annuler\u00a0» rétablit ce qui précédait.`,
  between: (low, high) => `${low} à ${high}`,
  rule: 'Un seul chiffre pour de nombreux annonceurs dit peu du vôtre\u00a0: il est repris de la moitié au double.',
  ruleOfQuartiles: 'La moitié centrale est élargie à neuf cas sur dix.',
  gradeB: 'Niveau B\u00a0: éditeur connu et échantillon publié, ou citation fidèle.',
  notConverted: (from, to) =>
    `En ${from}\u202f; votre plan est en ${to}. Rien n’est converti ici\u00a0: ces chiffres se lisent, mais ne se reprennent pas.`,
  noneOfSector: (sector) =>
    `Rien n’est publié ici pour ce secteur (${sector})\u202f; ces chiffres sont plus généraux.`,
  none: {
    closeRate:
      'Aucun chiffre publié ici ne compte les clients par prospect, comme ce champ. On publie des étapes intermédiaires, prospects qualifiés ou opportunités gagnées, qui promettraient trop. Comptez combien de vos derniers prospects ont acheté, ou saisissez une fourchette à laquelle vous croyez, par exemple 5..15.',
    margin:
      'Aucune marge brute publiée ici. C’est ce qui reste de 100 de chiffre d’affaires une fois payés les biens ou le travail vendus\u00a0: votre comptabilité la donne. D’ici là, saisissez une fourchette, par exemple 30..50.',
  },
  noneOfAction: (many) =>
    `Les chiffres publiés ici comptent des prospects. Votre plan compte autre chose (${many})\u00a0: rien n’est proposé.`,
  noneOfChannel: (channel) =>
    `Rien de ce qui est publié ici n’a été mesuré comme ce champ (${channel}).`,
  usual: (figure) => `${figure}\u00a0: ce qui est habituel`,
  medians: 'médianes par région et par type d’annonce',
  yours: (amount) => `Votre plan\u00a0: ${amount}.`,
  ask: 'Et dans votre secteur, d’habitude\u202f?',
  where: 'D’où cela vient',
  unconverted: 'Rien n’est converti.',
};

const kWords: Record<Language, BenchmarkWords> = { fr, en };

export const benchmarkWords = ({ format }: View): BenchmarkWords =>
  kWords[languageOf(format.locale)];
