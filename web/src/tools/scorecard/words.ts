// What the scorecard says. Figures of the plan have their names from the page.
import type { Kpi, KpiInput } from '../../../generated/evidence';
import type { Metric } from '../../../generated/metrics';
import type { Say } from '../../locales/say';
import { wordsIn } from '../../locales/words';

export type KpiId = Kpi['id'];
/** Those that are no figures of the plan. */
export type OwnKpi = Exclude<KpiId, Metric>;
export type OwnInput = Exclude<KpiInput, Metric>;

interface Words {
  heading: string;
  purpose: string;
  how: Say<[goal: string]>;
  choose: Say<[count: string]>;
  linked: string;
  unlinked: string;
  areas: Record<Kpi['area'], string>;
  interactions: string;
  interactionsNote: string;
  counts: string;
  countsNote: string;
  ofPlan: string;
  inPlan: Say<[figure: string]>;
  nothing: string;
  refused: Say<[where: string, what: string]>;
  kpis: Record<OwnKpi, string>;
  /** Field labels, and parts of formulas. */
  inputs: Record<OwnInput, string>;
  notes: Partial<Record<OwnInput, string>>;
  withRecipe: Say<[name: string, recipe: string]>;
  totalOf: Say<[kpi: string]>;
  channel: string;
  value: string;
  more: Say<[kpi: string]>;
  byChannel: string;
  leads: Say<[chain: string]>;
  itself: string;
  effect: Say<[goal: string, change: string, channels: string | undefined, isRate: boolean]>;
  noEffect: Say<[lacking: string | undefined]>;
  /** What a KPI is divided by. */
  held: Say<[per: string]>;
  /** Of a count, everything below it. */
  allHeld: string;
  frequencyHeld: string;
  lowerIsBetter: string;
  notLinked: string;
  serves: Say<[goals: string]>;
  servesNone: string;
  onlyAsClicks: Record<'sessions' | 'employeeClicks', string>;
  /** Between names that hold commas. */
  apart: string;
  overlaps: string;
  without: Say<[channels: string]>;
  range: string;
  onlyByChannel: string;
  excess: Say<[part: string, whole: string]>;
  /** Why several channels have no total, where it is not that they count the same people. */
  noTotal: Partial<Record<OwnKpi, string>>;
  bought: string;
  contested: string;
  avoided: string;
  weighed: Say<[of: string, by: string]>;
  thousands: string;
}

const fr: Words = {
  heading: 'Indicateurs (KPI)',
  purpose: 'Vos comptages deviennent des indicateurs, avec leur formule et leur lien à l’objectif.',
  how: (goal) =>
    `Objectif\u00a0: ${goal}. Un indicateur lui est lié quand une suite de formules le relie à l’objectif\u202f; la page montre laquelle, et ce que 1\u00a0% de plus y change.`,
  choose: (count) => `Choisir les indicateurs (${count})`,
  linked: 'Liés à cet objectif',
  unlinked: 'Non liés à cet objectif',
  areas: {
    engagement: 'Engagement',
    reach: 'Visibilité',
    conversion: 'Conversion',
    care: 'Service client',
    advocacy: 'Collaborateurs ambassadeurs',
  },
  interactions: 'Ce qui compte comme interaction',
  interactionsNote:
    'Les plateformes n’y comptent pas les mêmes gestes. Deux taux ne se comparent que si la liste et le dénominateur sont les mêmes.',
  counts: 'Ce qui est compté',
  countsNote: 'Sur la période du plan. Seul ce que vos indicateurs demandent est à saisir.',
  ofPlan: 'd’après le plan',
  inPlan: (figure) => `Saisir dans le plan\u00a0: ${figure}`,
  nothing: 'Choisissez au moins un indicateur.',
  refused: (where, what) => `Un nombre ne convient pas${where ? ` (${where})` : ''}\u00a0: ${what}`,
  kpis: {
    engagementRateByReach: 'Taux d’engagement par portée',
    engagementRateByImpressions: 'Taux d’engagement par impressions',
    engagementRateByFollowers: 'Taux d’engagement par abonnés',
    engagementRateByFollowersPerPost: 'Taux d’engagement par abonnés, moyen par publication',
    engagementRateByViews: 'Taux d’engagement par vues',
    allClicksCtr: 'CTR (tous les clics)',
    likesPerPost: 'Mentions J’aime par publication',
    commentsPerPost: 'Commentaires par publication',
    sharesPerPost: 'Partages par publication',
    savesPerPost: 'Enregistrements par publication',
    repostsPerPost: 'Republications par publication',
    clicksPerPost: 'Clics par publication',
    applauseRate: 'Taux d’applaudissement (par abonnés)',
    conversationRate: 'Taux de conversation (par abonnés)',
    amplificationRate: 'Taux d’amplification (par abonnés)',
    viralityRate: 'Taux de viralité (par impressions)',
    hookRate: 'Taux d’accroche (hook rate\u00a0: 3\u202fs ÷ impressions)',
    holdRate: 'Taux de rétention vidéo (hold rate\u00a0: ThruPlays ÷ 3\u202fs)',
    engagedSessionRate: 'Taux de sessions avec engagement (GA4)',
    bounceRate: 'Taux de rebond (GA4)',
    reach: 'Portée',
    frequency: 'Répétition',
    followers: 'Abonnés du compte',
    followerGrowth: 'Taux de croissance des abonnés',
    impressionShare: 'Taux d’impressions',
    mentions: 'Mentions de la marque',
    shareOfVoice: 'Part de voix',
    sessions: 'Sessions issues des réseaux sociaux',
    earnedMediaValue: 'Valeur média acquise (EMV)',
    formFillRate: 'Taux de remplissage du formulaire',
    costPerReach: 'Coût pour 1\u202f000 personnes touchées',
    responseRate: 'Taux de réponse',
    meanResponseTime: 'Temps de réponse moyen, en heures',
    medianResponseTime: 'Temps de réponse médian, en heures',
    deflectedCost: 'Coût évité (appels au service client)',
    resolutionRate: 'Taux de résolution',
    satisfaction: 'Satisfaction (CSAT)',
    positiveMentionShare: 'Part de mentions positives',
    employeeParticipation: 'Participation des collaborateurs',
    employeeShares: 'Partages des collaborateurs',
    employeeReach: 'Portée des collaborateurs',
    employeeClicks: 'Clics apportés par les collaborateurs',
    employeeClickValue: 'Valeur des clics des collaborateurs au CPC du marché',
  },
  inputs: {
    reach: 'portée',
    followers: 'abonnés du compte',
    followersAtStart: 'abonnés du compte au début',
    posts: 'publications',
    likes: 'mentions J’aime',
    comments: 'commentaires',
    shares: 'partages',
    saves: 'enregistrements',
    reposts: 'republications',
    follows: 'nouveaux abonnements',
    allClicks: 'tous les clics',
    views: 'vues',
    plays: 'lectures de 3 secondes',
    thruPlays: 'ThruPlays (15\u202fs ou jusqu’à la fin)',
    mentions: 'mentions de la marque',
    marketMentions: 'mentions du marché',
    positiveMentions: 'mentions positives',
    eligibleImpressions: 'impressions éligibles',
    earnedImpressions: 'impressions non payées',
    notNegativeShare: 'part d’impressions qui ne sont pas négatives',
    sessions: 'sessions',
    engagedSessions: 'sessions avec engagement',
    formViews: 'affichages du formulaire',
    messages: 'messages à traiter',
    answered: 'messages avec réponse',
    cases: 'demandes ouvertes',
    resolved: 'demandes résolues',
    ratings: 'réponses à l’enquête',
    goodRatings: 'notes 4 ou 5',
    responseHours: 'temps de réponse moyen, en heures',
    medianResponseHours: 'temps de réponse médian, en heures',
    deflectedShare: 'part des réponses qui évitent un appel',
    callCost: 'coût d’un appel',
    employees: 'collaborateurs',
    activeEmployees: 'collaborateurs qui ont partagé',
    employeeShares: 'partages des collaborateurs',
    employeeClicks: 'clics apportés par les collaborateurs',
    employeeReach: 'portée des collaborateurs',
    marketCpc: 'CPC du marché',
    marketCpm: 'CPM du marché',
  },
  notes: {
    reach: 'personnes touchées pendant la période',
    followers: 'à la fin de la période',
    marketMentions: 'vous et vos concurrents',
    allClicks: 'avec ceux qui ne mènent pas au site',
    responseHours: 'jusqu’à la première réponse, nuits et week-ends compris',
    medianResponseHours: 'jusqu’à la première réponse, nuits et week-ends compris',
  },
  withRecipe: (name, recipe) => `${name} (${recipe})`,
  totalOf: (kpi) => `${kpi}, par canal`,
  channel: 'Canal',
  value: 'Valeur',
  more: (goal) => `Effet de +1\u00a0% sur l’objectif (${goal})`,
  byChannel: 'Par canal',
  leads: (chain) => `Lié\u00a0: ${chain}`,
  itself: 'C’est l’objectif lui-même.',
  effect: (goal, change, channels, isRate) =>
    `1\u00a0% de plus${isRate ? ' (en relatif\u00a0: 2\u00a0% → 2,02\u00a0%)' : ''}${channels ? ` dans ${channels}` : ''}\u00a0: ${goal} ${change}.`,
  noEffect: (lacking) =>
    `Ce que 1\u00a0% de plus y change n’est pas connu${lacking ? `\u00a0: il manque «\u00a0${lacking}\u00a0» au plan` : ''}.`,
  held: (per) => `Sans changer «\u00a0${per}\u00a0».`,
  allHeld: 'À coûts et taux inchangés.',
  frequencyHeld: 'À coûts et taux inchangés, à répétition inchangée.',
  lowerIsBetter: 'Plus c’est bas, mieux c’est.',
  notLinked: 'Aucune formule ne le relie à l’objectif.',
  serves: (goals) => `Mènerait à\u00a0: ${goals}.`,
  apart: '\u202f; ',
  servesNone: 'Aucune formule ne le relie à l’objectif, ni à aucun autre objectif possible.',
  onlyAsClicks: {
    sessions:
      'Ces sessions mènent à un objectif seulement si elles comptent parmi les clics du plan.',
    employeeClicks:
      'Ces clics mènent à un objectif seulement s’ils comptent parmi les clics du plan.',
  },
  overlaps:
    'Une personne vue dans deux canaux y compte deux fois\u00a0: ce total n’est pas un nombre de personnes.',
  without: (channels) => `Sans ${channels}, où un nombre manque ou dépasse ce dont il fait partie.`,
  range:
    'Entre parenthèses\u00a0: tous les nombres à leur pire borne, ou tous à la meilleure. Ce n’est pas une fourchette à 90\u00a0%.',
  onlyByChannel: 'pas de total\u00a0: les canaux peuvent compter les mêmes personnes',
  excess: (part, whole) => `«\u00a0${part}\u00a0» dépasse «\u00a0${whole}\u00a0»`,
  noTotal: {
    engagementRateByFollowersPerPost: 'pas de total\u00a0: chaque canal a ses propres abonnés',
    medianResponseTime: 'pas de total\u00a0: plusieurs médianes n’en font pas une',
  },
  bought: 'Ce que cela coûterait à acheter. Ce n’est pas un gain, et cela n’entre pas dans le ROI.',
  contested:
    'Mesure contestée\u00a0: elle dit ce que cette visibilité aurait coûté, non ce qu’elle rapporte. Elle n’entre pas dans le ROI.',
  avoided:
    'Une économie seulement si l’on paie vraiment moins d’appels\u202f; elle n’entre pas dans le ROI, à moins que vous ne la mettiez dans les économies du plan et ne disiez qu’elle compte.',
  weighed: (of, by) => `${of}, pondéré par «\u00a0${by}\u00a0»`,
  thousands: '1\u202f000',
};

const en: Words = {
  heading: 'Scorecard (KPIs)',
  purpose: 'Your counts become KPIs, each with its formula and what it does to the goal.',
  how: (goal) =>
    `Goal: ${goal}. A KPI is linked to it where a chain of formulas leads from the KPI to the goal; the page shows which, and what 1% more does to it.`,
  choose: (count) => `Choose KPIs (${count})`,
  linked: 'Linked to this goal',
  unlinked: 'Not linked to this goal',
  areas: {
    engagement: 'Engagement',
    reach: 'Reach',
    conversion: 'Conversion',
    care: 'Customer care',
    advocacy: 'Employee advocacy',
  },
  interactions: 'What counts as an interaction',
  interactionsNote:
    'Platforms count different acts. Two rates can be compared only if the list and the denominator are the same.',
  counts: 'What is counted',
  countsNote: 'Over the period of the plan. Only what your KPIs need is asked.',
  ofPlan: 'from the plan',
  inPlan: (figure) => `Type in the plan: ${figure}`,
  nothing: 'Choose at least one KPI.',
  refused: (where, what) => `A number does not fit${where ? ` (${where})` : ''}: ${what}`,
  kpis: {
    engagementRateByReach: 'Engagement rate by reach',
    engagementRateByImpressions: 'Engagement rate by impressions',
    engagementRateByFollowers: 'Engagement rate by followers',
    engagementRateByFollowersPerPost: 'Engagement rate by followers, mean per post',
    engagementRateByViews: 'Engagement rate by views',
    allClicksCtr: 'CTR (all clicks)',
    likesPerPost: 'Likes per post',
    commentsPerPost: 'Comments per post',
    sharesPerPost: 'Shares per post',
    savesPerPost: 'Saves per post',
    repostsPerPost: 'Reposts per post',
    clicksPerPost: 'Clicks per post',
    applauseRate: 'Applause rate (by followers)',
    conversationRate: 'Conversation rate (by followers)',
    amplificationRate: 'Amplification rate (by followers)',
    viralityRate: 'Virality rate (by impressions)',
    hookRate: 'Hook rate (3\u00a0s ÷ impressions)',
    holdRate: 'Hold rate (ThruPlays ÷ 3\u00a0s)',
    engagedSessionRate: 'Engaged-session rate (GA4)',
    bounceRate: 'Bounce rate (GA4)',
    reach: 'Reach',
    frequency: 'Frequency',
    followers: 'Followers',
    followerGrowth: 'Follower growth rate',
    impressionShare: 'Impression share',
    mentions: 'Brand mentions',
    shareOfVoice: 'Share of voice',
    sessions: 'Sessions from social',
    earnedMediaValue: 'Earned media value (EMV)',
    formFillRate: 'Form-fill rate',
    costPerReach: 'Cost per 1,000 people reached',
    responseRate: 'Response rate',
    meanResponseTime: 'Mean response time, in hours',
    medianResponseTime: 'Median response time, in hours',
    deflectedCost: 'Deflected cost (calls to customer care)',
    resolutionRate: 'Resolution rate',
    satisfaction: 'Satisfaction (CSAT)',
    positiveMentionShare: 'Positive mention share',
    employeeParticipation: 'Employee participation',
    employeeShares: 'Shares by employees',
    employeeReach: 'Reach by employees',
    employeeClicks: 'Clicks brought by employees',
    employeeClickValue: 'Value of employees’ clicks at the market’s CPC',
  },
  inputs: {
    reach: 'reach',
    followers: 'followers',
    followersAtStart: 'followers at the start',
    posts: 'posts',
    likes: 'likes',
    comments: 'comments',
    shares: 'shares',
    saves: 'saves',
    reposts: 'reposts',
    follows: 'new follows',
    allClicks: 'all clicks',
    views: 'views',
    plays: '3-second plays',
    thruPlays: 'ThruPlays (15\u00a0s or to the end)',
    mentions: 'brand mentions',
    marketMentions: 'mentions in the market',
    positiveMentions: 'positive mentions',
    eligibleImpressions: 'eligible impressions',
    earnedImpressions: 'unpaid impressions',
    notNegativeShare: 'share of impressions that are not negative',
    sessions: 'sessions',
    engagedSessions: 'engaged sessions',
    formViews: 'form views',
    messages: 'messages to answer',
    answered: 'messages answered',
    cases: 'cases opened',
    resolved: 'cases resolved',
    ratings: 'survey answers',
    goodRatings: 'ratings of 4 or 5',
    responseHours: 'mean response time, in hours',
    medianResponseHours: 'median response time, in hours',
    deflectedShare: 'share of answers that save a call',
    callCost: 'cost of a call',
    employees: 'employees',
    activeEmployees: 'employees who shared',
    employeeShares: 'shares by employees',
    employeeClicks: 'clicks brought by employees',
    employeeReach: 'reach by employees',
    marketCpc: 'market CPC',
    marketCpm: 'market CPM',
  },
  notes: {
    reach: 'people reached in the period',
    followers: 'at the end of the period',
    marketMentions: 'you and your competitors',
    allClicks: 'with those that do not lead to the site',
    responseHours: 'to the first answer, nights and weekends included',
    medianResponseHours: 'to the first answer, nights and weekends included',
  },
  withRecipe: (name, recipe) => `${name} (${recipe})`,
  totalOf: (kpi) => `${kpi}, by channel`,
  channel: 'Channel',
  value: 'Value',
  more: (goal) => `Effect of +1% on ${goal}`,
  byChannel: 'By channel',
  leads: (chain) => `Linked: ${chain}`,
  itself: 'This is the goal itself.',
  effect: (goal, change, channels, isRate) =>
    `1% more${isRate ? ' (relative: 2% → 2.02%)' : ''}${channels ? ` in ${channels}` : ''}: ${goal} ${change}.`,
  noEffect: (lacking) =>
    `What 1% more does is not known${lacking ? `: the plan lacks “${lacking}”` : ''}.`,
  held: (per) => `With the same “${per}”.`,
  allHeld: 'With the same costs and rates.',
  frequencyHeld: 'With the same costs, rates and frequency.',
  lowerIsBetter: 'Lower is better.',
  notLinked: 'No formula links it to the goal.',
  serves: (goals) => `It would lead to: ${goals}.`,
  apart: '; ',
  servesNone: 'No formula links it to the goal, nor to any other goal.',
  onlyAsClicks: {
    sessions: 'These sessions lead to a goal only if they count among the plan’s clicks.',
    employeeClicks: 'These clicks lead to a goal only if they count among the plan’s clicks.',
  },
  overlaps: 'Someone seen in two channels counts twice: this total is no number of people.',
  without: (channels) =>
    `Without ${channels}, where a count is missing or is more than what it is a part of.`,
  range:
    'In brackets: every count at its worst end, or every one at its best. It is not a 90% range.',
  onlyByChannel: 'no total: channels may count the same people',
  excess: (part, whole) => `“${part}” is more than “${whole}”`,
  noTotal: {
    engagementRateByFollowersPerPost: 'no total: each channel has followers of its own',
    medianResponseTime: 'no total: several medians do not make one',
  },
  bought: 'What this would cost to buy. It is no gain, and never enters ROI.',
  contested:
    'A contested measure: it says what this visibility would have cost, not what it brings. It never enters ROI.',
  avoided:
    'Saved only if fewer calls are really paid for; it does not enter ROI, unless you put it among the savings of the plan and say that it counts.',
  weighed: (of, by) => `${of}, weighed by “${by}”`,
  thousands: '1,000',
};

export const scorecardWords = wordsIn({ fr, en });
