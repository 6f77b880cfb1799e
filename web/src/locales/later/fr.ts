import type { Metric } from '../../../generated/metrics';
import { percents } from '../format';
import { nouns, of } from '../nouns';
import type { RestWords } from './catalogue';

const levers: Partial<Record<Metric, string>> = {
  impressions: 'les impressions',
  clicks: 'les clics',
  customers: 'le nombre de clients',
  ctr: 'le taux de clics',
  conversionRate: 'le taux de conversion',
  closeRate: 'le taux de transformation',
  incrementalShare: 'la part incrémentale',
  value: 'la valeur d’un client',
  margin: 'la marge brute',
  adSpend: 'la dépense publicitaire',
  tools: 'les outils et logiciels',
  people: 'le coût de l’équipe',
  production: 'la création et la production',
  fees: 'les honoraires d’agence',
  otherCosts: 'les autres coûts',
  savings: 'les économies',
};

/** à before « le bénéfice », « le coût »… */
const to = (subject: string) => subject.replace(/^le /, 'au ');

export const fr: RestWords = {
  span: {
    low: 'Bas (P5)',
    high: 'Haut (P95)',
    fromTo: (from, to) => `${from} → ${to}`,
    below: (value) => `moins de ${value}`,
    above: (value) => `plus de ${value}`,
  },

  without: (count) =>
    count === 1
      ? 'Un chiffre sans valeur ici, et pourquoi'
      : `${count} chiffres sans valeur ici, et pourquoi`,

  errors: {
    'json.syntax': () => 'Ce n’est pas un fichier de scénario.',
    'json.size': () => 'Ce fichier est trop grand (1\u00a0Mo au plus).',
    'json.depth': () => 'Ce fichier est imbriqué trop profondément.',
    'json.number': () => 'Ce nombre est trop grand.',
    'json.duplicateKey': (d) => `Le fichier nomme ${d} deux fois.`,
    'version.newer': () =>
      'Ce fichier vient d’une version plus récente\u202f; ouvrez-le avec elle.',
    'field.unknown': (d) => `Le fichier contient un champ inconnu\u00a0: ${d}.`,
    'field.required': (d) => `Il manque ${d}.`,
    'field.type': () => 'Ce n’est pas le genre de chiffre attendu ici.',
    'field.choice': () => 'Ce n’est pas un des choix.',
    'field.minimum': (d) => `Saisissez au moins ${d}.`,
    'field.maximum': (d) => `Saisissez au plus ${d}.`,
    'field.length': () => 'Ce texte est trop long.',
    'field.count': () => 'Il y en a trop ou trop peu.',
    'field.format': () => 'Format non reconnu.',
    'errors.more': () => 'Il y a d’autres erreurs.',
    'id.duplicate': (d) => `Le nom ${d} figure deux fois.`,
    'id.unknown': (d) => `${d} n’existe pas.`,
    'figure.form': () => 'Saisissez une valeur, ou une fourchette.',
    'range.order': () => 'Saisissez d’abord le chiffre le plus bas.',
    'range.edge': () =>
      'Une fourchette ne peut ni commencer à 0 ni finir à 100\u00a0%. Commencez par exemple à 0,1.',
    'range.twoCounts': () =>
      'Un autre nombre de ce canal est déjà une fourchette\u202f; indiquez plutôt le taux.',
    'retention.churn': () =>
      'Pour un abonnement, l’attrition mensuelle dit déjà combien restent\u00a0: laissez ce champ vide.',
    'provenance.source': () => 'Une référence doit nommer sa source.',
    'period.months': () => 'Indiquez le nombre de mois.',
    'goal.dates': () => 'L’objectif doit finir après son début.',
    'response.observed': () =>
      'Le point qui dépense le plus doit amener plus de prospects, au plus en proportion.',
    'response.bounds': () => 'Le minimum ne peut pas dépasser le maximum.',
    'observed.date': () => 'Le plan n’avait pas commencé ce jour-là.',
    'observed.twice': () =>
      'Ce chiffre figure deux fois pour ce jour\u00a0: supprimez l’un des deux.',
    'own.id': (d) =>
      `${d} ne peut pas nommer un chiffre du document\u00a0: une minuscule, puis des lettres et des chiffres, et pas un nom du calculateur.`,
    'own.syntax': (d) =>
      `Cette formule ne se lit plus au caractère ${d.replace(': ', '\u00a0: ')}.`,
    'own.name': (d) =>
      `Cette formule nomme ce qui n’existe pas, au caractère ${d.replace(': ', '\u00a0: ')}.`,
    'own.unit': (d) =>
      `Cette formule mélange des unités différentes, au caractère ${d.replace(': ', '\u00a0: ')}.`,
    'own.cycle': (d) => `Cette formule revient à elle-même\u00a0: ${d}.`,
    'response.ceiling': () => 'Le plafond doit dépasser les prospects que le canal apporte.',
    'split.total': () => 'C’est moins que le minimum que les canaux doivent dépenser ensemble.',
    'split.aims': () => 'Une répartition a un seul total ou un seul objectif.',
    'request.metric': () => 'Chiffre inconnu.',
    'request.unit': () => 'Unité inconnue.',
    'request.scenario': () => 'Scénario inconnu.',
    'request.channel': () => 'Canal inconnu.',
    'request.input': () => 'Ce chiffre ne peut pas varier.',
    'request.unrelated': () => 'Ce chiffre ne change rien au résultat.',
    'request.number': (d) => `Saisissez un nombre de ${d.replace('..', ' à ')}.`,
    'request.size': () =>
      'C’est trop pour une seule réponse\u00a0: demandez moins de canaux ou de mois.',
    'brief.place': (d) => `Aucun plan n’a de champ en ${d}.`,
    'brief.required': (d) =>
      `${d} est obligatoire et ne peut pas être rempli\u00a0: affichez\u2011le, ou ne l’exigez pas.`,
    'brief.span': (d) => `C’est hors des bornes, ${d}.`,
    'brief.locked': (d) =>
      `${d ? `«\u00a0${d}\u00a0»` : 'Un champ'} est verrouillé ici, et cela le changerait.`,
    'brief.number': () => 'Des bornes sont données là où il n’y a pas de nombre.',
    'brief.words': () => 'Rien n’est dit, en aucune langue.',
    'brief.address': (d) =>
      `«\u00a0${d}\u00a0» n’est pas une adresse\u00a0: https://… pour un lien, nom@domaine pour un mailto.`,
    'number.empty': () => 'Saisissez un nombre.',
    'number.malformed': () =>
      'Saisissez un nombre (1\u00a0234,5), une fourchette (40 à 60) ou un écart (50 ± 10).',
    'number.ambiguous': (d) =>
      `Est-ce ${d.replace('.', ',').replace('|', ' ou ').replace('.', ',')}\u202f? Écrivez-le sans séparateur de milliers.`,
    'number.digits': () => 'Ce nombre a trop de chiffres.',
    'number.unit': () => 'Le signe % n’a pas sa place ici.',
    'number.per': () =>
      'Saisissez le chiffre seul\u00a0: le champ dit à quoi il se rapporte, et la période a son propre champ.',
    'number.spread': () => 'Saisissez les deux bornes de la fourchette\u00a0: 15 à 25.',
    'number.credit': (d) =>
      `Les parenthèses marquent un avoir, de l’argent rendu\u00a0: saisissez ${d.replace('.', ',').replace('-', '−')}, ou ôtez les parenthèses.`,
    'number.rate': (d) =>
      `Est-ce ${percents(d).join('\u00a0% ou ').replaceAll('.', ',')}\u00a0%\u202f? Ajoutez le signe %.`,
  },

  own: {
    inputs: 'Autres chiffres',
    figures: 'Autres résultats',
    units: {
      hours: 'heures',
      moneyPerHour: 'par heure',
      moneyPerMonth: 'par mois',
      hoursPerMonth: 'heures par mois',
      countPerMonth: 'par mois',
    },
    months: 'mois',
    divides: (name) => `${name}\u00a0: division par zéro`,
    tooLarge: (name) => `${name}\u00a0: nombre trop grand`,
  },

  keeping: {
    figures: 'Vos chiffres restent les vôtres.',
    sent: 'Le calculateur travaille dans votre navigateur. Il n’envoie rien et ne mesure rien\u00a0: un lien, un fichier ou une impression ne part que si vous le décidez, avec vos chiffres dedans.',
    heading: 'Garder et partager',
    close: 'Fermer',
    link: 'Un lien',
    linkNote: 'Tout le plan tient dans le lien lui-même\u00a0: rien n’est envoyé ni stocké.',
    copyLink: 'Copier le lien',
    linkCopied: 'Le lien est copié.',
    linkShown: 'Copiez le lien affiché dans le champ.',
    linkTooLong: 'Ce plan est trop long pour un lien\u00a0: enregistrez le scénario.',
    files: 'Des fichiers',
    filesNote:
      'Un scénario ouvert ici, ou déposé sur la page, remplace le plan\u202f; «\u00a0Annuler\u00a0» le rétablit.',
    saveScenario: 'Enregistrer le scénario',
    scenarioSaved: 'Le scénario est enregistré.',
    openScenario: 'Ouvrir un scénario…',
    opened: 'Le scénario est ouvert. «\u00a0Annuler\u00a0» rétablit ce qui précédait.',
    refused: {
      link: (why) => `Impossible d’ouvrir le lien\u00a0: ${why} Votre plan n’a pas changé.`,
      file: (why) => `Impossible d’ouvrir le fichier\u00a0: ${why} Votre plan n’a pas changé.`,
    },
    why: {
      notReadable: 'il ne contient aucun scénario de ce calculateur.',
      tooLarge: 'il est trop volumineux.',
      newer: 'il vient d’une version plus récente du calculateur.',
      cut: 'il manque la fin, coupée en chemin. Copiez-le en entier, ou redemandez-le.',
      empty: 'il est vide.',
      workbook:
        'c’est un classeur. Enregistrez sa feuille au format CSV dans le tableur, puis ouvrez ce fichier.',
      pdf: 'c’est un PDF, qui ne contient pas de chiffres à lire. Demandez le fichier du scénario ou un lien.',
      picture:
        'c’est une image, qui ne contient pas de chiffres à lire. Demandez le fichier du scénario ou un lien.',
      webPage:
        'c’est une page web. Ouvrez-la dans un navigateur\u00a0: enregistrée depuis ce calculateur, elle contient son plan.',
      table: 'c’est un tableau. Seule la page du calculateur lit les tableaux.',
    },
    invalid: (where, what) => `${what} (dans ${where})`,
    csv: 'Tableau CSV',
    scenario: 'Scénario',
    csvSaved: 'Le tableau des canaux est enregistré.',
  },

  inputs: {
    allocations: {
      equally: 'à parts égales',
      adSpend: 'selon la publicité',
      leads: (action) => `selon les ${nouns.fr[action].many}`,
      weights: 'selon des poids',
    },
    refundsNote: 'du chiffre d’affaires\u202f; le ROAS reste avant remboursements',
    commissionsNote: 'du chiffre d’affaires, ôtées de la marge',
    businessRevenueNote:
      'sur la période du plan, quelle qu’en soit l’origine\u202f; pour le MER seul',
    incrementalNote: 'part des clients venus grâce à la campagne\u202f; 100\u00a0% par défaut',
    basisAutomatic: 'la marge, si connue',
    basisMargin: 'la marge',
    basisRevenue: 'le chiffre d’affaires',
    otherPlatform: 'Autre',
    removeChannel: (name) => `Supprimer ${name}`,
    aboutChannel: 'Nom, type et notes',
    whatCosts: 'Combien coûte-t-il\u202f?',
    howMany: (action) => `Combien ${of(nouns.fr[action].many)} apporte-t-il\u202f?`,
    moreOnLine: 'Quand il est payé, et plus',
    funnelNote: 'Indiquez ce que vous connaissez. Un nombre l’emporte sur le taux qui y mène.',
    ownFigures: 'Pour ce canal seulement',
    ownNote: 'Vide\u00a0: comme pour le plan.',
    addLine: 'Ajouter un coût',
    removeLine: 'Supprimer ce coût',
    lineKind: 'Nature du coût',
    lineLabel: 'Libellé',
    byHours: 'Heures × coût horaire',
    byAmount: 'Montant',
    bySalary: 'Heures × salaire ÷ heures par an',
    calculation: 'Exprimé en',
    hourlyNote: 'charges comprises',
    linePeriod: 'Pour',
    planPeriod: (period = 'la durée') => `${period.toLowerCase()} du plan`,
    includesAdSpend: 'Comprend la publicité',
    includesNote: 'la publicité du canal ne s’ajoute alors pas à son coût',
    weightOf: (name) => `Poids ${of(name)}`,
    currencyNote: 'simple libellé\u00a0: aucune conversion',
    goalBegin: 'Partir de ce que donne le plan',
    goalRemove: 'Retirer l’objectif',
    goalMetric: 'Atteindre',
    goalStart: 'Du',
    goalDeadline: 'Au',
    goalPrice: 'Prix unitaire',
    goalPriceNote: 'si vous payez au résultat',
  },

  savings: {
    add: 'Ajouter une économie',
    remove: 'Supprimer cette économie',
    counts: 'Compte dans le résultat et le ROI',
    countsNote:
      'seulement pour de l’argent qui n’est vraiment plus dépensé\u00a0: une licence résiliée, des heures qui ne sont plus payées. Pas pour ce que des clics ou des médias auraient coûté.',
    ofWhich: 'Dont économies',
    note: 'Elles comptent dans le résultat, le ROI et le délai de récupération, mais pas dans le retour.',
    put: 'Mettre dans le plan comme économie',
    isPut:
      'Elle figure dans les économies du plan, et ne compte pas encore. «\u00a0Annuler\u00a0» l’en retire.',
    doesNotCount: 'ne compte pas',
    doesCount: 'compte',
  },

  influence: {
    most: (swing) => `Avant tout, ${swing}`,
    swing: (what, low, high, subject, atLow, atHigh) =>
      `${what} de ${low} à ${high}\u00a0: ${subject} passe de ${atLow} à ${atHigh}`,
    dearerAds: 'une publicité plus chère pour les mêmes clics',
    lever: (kind, action) => levers[kind] ?? `le nombre ${of(nouns.fr[action].many)}`,
    subject: {
      profit: (_, basis) => (basis === 'margin' ? 'le bénéfice' : 'le gain'),
      roi: () => 'le retour sur investissement',
      fullCostCpl: (action) => `le coût par ${nouns.fr[action].one}`,
      breakEvenCpl: (action) => `le seuil par ${nouns.fr[action].one}`,
    },
    ofOwn: (title) => `«\u00a0${title}\u00a0»`,
    onePercentOf: (what, subject, by) =>
      `${what}\u00a0: un pour cent de plus fait varier ${subject} de ${by}`,
    onePercent: 'un pour cent de plus',
    onePoint: 'un point de plus',
    adds: (what, step, amount, subject) => `${what}\u00a0: ${step} ajoute ${amount} ${to(subject)}`,
    takes: (what, step, amount, subject) =>
      `${what}\u00a0: ${step} retire ${amount} ${to(subject)}`,
  },

  channel: {
    moveUp: (name) => `Monter ${name}`,
    moveDown: (name) => `Descendre ${name}`,
    next: (name) => `Ensuite\u00a0: ${name}`,
    duplicate: (name) => `Dupliquer ${name}`,
    copyOf: (name) => `${name} (copie)`,
    slider: (label) => `${label}, curseur`,
    usual: (low, high) => `D’ordinaire de ${low} à ${high}`,
  },

  fading: {
    of: 'des cas',
    note: 'Les extrémités s’estompent\u00a0: le coût et le seuil s’y situent 9 fois sur 10, 8 fois sur 10 là où elles sont plus foncées, et une fois sur deux là où elles le sont le plus.',
  },

  ranges: {
    defaultWidth: 'Largeur par défaut, à ajuster.',
    below: (bound) => `Saisissez moins de ${bound}.`,
    above: (bound) => `Saisissez plus de ${bound}.`,
    moved: (low, high) => `La fourchette a suivi\u00a0: de ${low} à ${high}.`,
  },

  copied: {
    copy: (name, other) =>
      `«\u00a0${name}\u00a0» est pour l’instant une copie de «\u00a0${other}\u00a0».`,
    what: {
      alternative: () => 'Changez ici ce que vous feriez autrement.',
      past: (action) =>
        `Saisissez ici ce qu’il en a réellement été\u00a0: coûts, ${nouns.fr[action].many}, ${action.startsWith('order') ? '' : 'taux de transformation, '}valeur d’un client.`,
    },
    back: (other) => `«\u00a0${other}\u00a0» reste tel quel\u202f; son nom y ramène.`,
  },

  asking: {
    readings: (typed) => `${typed} se lit de deux façons. Laquelle est la bonne\u202f?`,
    range: (low, high) => `${low} à ${high}`,
    credit: (amount) =>
      `Cela se lit comme un avoir, ${amount}. Les coûts se saisissent en montants positifs.`,
    take: (amount) => `Prendre ${amount}`,
    size: (figure) => `${figure}, est-ce bien cela\u202f?`,
    roi: (roi) => `Le retour sur investissement passe à ${roi}. Est-ce bien cela\u202f?`,
    yes: 'Oui',
    vat: 'TVA comprise\u202f? Le plan compte hors taxes.',
    withoutVat: 'C’est hors taxes',
    currency: (named, own) =>
      `Le texte dit ${named}\u202f; le plan est en ${own}. Rien n’est converti.`,
    keep: 'Garder ce chiffre',
  },

  blank: {
    reset: 'Réinitialiser',
    undoBringsBack: '«\u00a0Annuler\u00a0» rétablit votre plan.',
    toType: {
      firstThen: (first, others) => `Saisissez ${first}, puis ${others}.`,
      last: (what) => `Il ne manque plus que ${what}.`,
      cost: (per) => `ce que vous dépensez ${per}`,
      leads: (many) => `les ${many} que vous obtenez`,
      closeRate: 'le taux de transformation',
      value: 'la valeur d’un client',
    },
  },

  marking: {
    open: 'Source',
    of: (figure) => `Source\u00a0: ${figure}`,
    kind: 'Comment le savez-vous\u202f?',
    unstated: 'non précisé',
    provenance: {
      measured: 'mesuré',
      benchmark: 'référence publiée',
      assumption: 'hypothèse',
    },
    note: 'D’où vient-il\u202f?',
    cases: 'Observé sur',
    casesNote: 'cas comptés',
  },

  period: {
    changed: (per) => `Coûts et volumes sont pris tels quels, ${per}\u00a0: aucun n’a été changé.`,
    keep: (per) => `Garder les coûts comme montants ${per}`,
  },

  explain: {
    close: 'Fermer',
    from: 'fait de',
    origin: {
      example: 'de l’exemple',
      page: 'donné par cette page',
      link: 'du plan partagé',
      visitor: 'saisi par vous',
    },
    stated: 'indiqué dans le plan',
    missing: 'non saisi',
    provenance: { measured: 'mesuré', benchmark: 'référence', assumption: 'hypothèse' },
    benchmark: (publisher, year, region) =>
      [`référence\u00a0: ${publisher}`, year, ...(region ? [region] : [])].join(', '),
    default: 'par défaut',
    ofTotal: (metric) => `${metric} (total)`,
    sumOfChannels: 'somme des canaux',
    sumOver: (metric) => `somme ${of(`«\u00a0${metric}\u00a0»`)}`,
    seenOn: (_, cases) => `observé sur ${cases} cas`,
    rangeOf: (low, high) => `valeur probable d’une fourchette de ${low} à ${high}`,
    goTo: 'Modifier',
    part: {
      scaling: (metric) => `${metric} (canaux avec publicité)`,
      others: (metric) => `${metric} (autres canaux)`,
      counted: (metric) => `${metric} (canaux comptés)`,
      countedScaling: (metric) => `${metric} (canaux comptés, avec publicité)`,
      countedOthers: (metric) => `${metric} (autres canaux comptés)`,
    },
    ifPositive: (test, yes, no) => `${yes}\u202f; si ${test} est nul, ${no}`,
    most: (what, on) =>
      `Ce qui pèse le plus${on ? ` sur «\u00a0${on}\u00a0»` : ''}\u00a0: ${what}.`,
    adds: (step, amount) => `${step} ajoute ${amount}.`,
    takes: (step, amount) => `${step} retire ${amount}.`,
    it: (on) => (on ? `«\u00a0${on}\u00a0»` : 'ce chiffre'),
    churned: {
      after: (months) => `Avec l’attrition\u00a0: ${months}.`,
      never: 'Avec l’attrition, jamais\u00a0: les clients partent avant d’avoir payé leur coût.',
    },
    dropping: {
      takes: (name, amount, shared) =>
        `Sans ${name}, il resterait ${amount} de moins\u00a0: sa part des coûts communs, ${shared}, demeurerait.`,
      adds: (name, amount, shared) =>
        `Sans ${name}, il resterait ${amount} de plus\u00a0: sa part des coûts communs, ${shared}, demeurerait.`,
    },
    dropped: {
      takes: (name, amount, shared) =>
        `Sans ${name}, il serait resté ${amount} de moins\u00a0: sa part des coûts communs, ${shared}, serait demeurée.`,
      adds: (name, amount, shared) =>
        `Sans ${name}, il serait resté ${amount} de plus\u00a0: sa part des coûts communs, ${shared}, serait demeurée.`,
    },
    told: {
      payback:
        'Le temps au bout duquel les encaissements moins les dépenses, cumulés, restent au-dessus de zéro\u202f; entre deux fins de mois, en ligne droite.',
      netPresentValue:
        'Les encaissements moins les dépenses de chaque mois, multipliés par le facteur d’actualisation mensuel autant de fois que de mois écoulés, puis additionnés.',
    },
    month: (n, amount) => `${n === 0 ? 'Avant le départ' : `Fin du mois ${n}`}\u00a0: ${amount}`,
    crossing: (months) => `Au-dessus de zéro pour de bon\u00a0: au bout de ${months}`,
    inAll: (within, later, all) =>
      `Avec ce qui est encore à venir, qui vaut ${later} au départ\u00a0: ${within} + ${later} = ${all}`,
  },

  cash: {
    paid: 'Paiement',
    whenPaid: { first: 'avant le départ', monthly: 'chaque mois', end: 'à la fin' },
  },

  believing: {
    group: 'Part du retour que l’on croit',
    only: 'Ne croire que',
    ofReturn: 'du retour',
    stop: 'Tout croire',
    chosen: 'choisi ici, ne fait pas partie du plan',
    range: 'Saisissez une part au-dessus de 0 et jusqu’à 100\u00a0%.',
  },

  luckAside: ', hors hasard puisque c’est passé',

  lifetimes: {
    note: {
      margin:
        'Les coûts sont ceux de la période\u202f; le retour et le bénéfice, ceux de toute la vie des clients.',
      revenue:
        'Les coûts sont ceux de la période\u202f; le chiffre d’affaires et le gain, ceux de toute la vie des clients.',
    },
    figure: (name) => `${name} sur la vie des clients`,
  },

  goal: {
    basket: 'Panier visé',
    basketNote: 'panier moyen qui va avec ce coût',
    basketReached: (basket, target) =>
      `Le panier moyen est de ${basket}\u00a0: l’objectif de ${target} est atteint.`,
    basketMissed: (basket, target) =>
      `Le panier moyen est de ${basket}, sous l’objectif de ${target}.`,
    basketUnknown: (target) =>
      `Panier visé\u00a0: ${target}\u202f; aucun panier moyen n’est indiqué pour le comparer.`,
    found: 'trouvé par essais',
    takes:
      'Si les canaux réagissent comme vous l’indiquez, les autres coûts inchangés, il faudrait',
    took: 'Si les canaux réagissent comme vous l’indiquez, les autres coûts inchangés, il aurait fallu',
    best: (isMost, reached, adSpend) =>
      `Si les canaux réagissent comme vous l’indiquez, la publicité seule n’y suffit pas\u00a0: ${isMost ? 'au plus' : 'au moins'} ${reached}, avec ${adSpend} de publicité.`,
    beyond: (times, isMore) =>
      `${isMore ? 'Au-delà' : 'En deçà'} de ce qui a été observé\u00a0: ${times} fois la plus ${isMore ? 'forte' : 'faible'} dépense connue.`,
    sayProgress: 'Indiquer où vous en êtes',
    paceNeeds: 'Avec une date de début et de fin, cela se compare à un rythme régulier.',
    forgetProgress: 'Ne plus indiquer où vous en êtes',
    progressDate: 'Le',
    reached: 'Atteint à cette date',
    pace: (date, reached, expected, elapsed) =>
      `${reached} au ${date}\u202f; à un rythme régulier, ce serait ${expected}, car ${elapsed} du temps a passé.`,
    held: (names) => `Inchangés, faute d’élasticité\u00a0: ${names}.`,
  },

  benchmarks: {
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
    use: (low, high) => `Prendre de ${low} à ${high}`,
    taken: (field, low, high) =>
      `${field}\u00a0: de ${low} à ${high}. «\u00a0Annuler\u00a0» rétablit ce qui précédait.`,
    between: (low, high) => `${low} à ${high}`,
    rule: 'Un seul chiffre pour de nombreux annonceurs dit peu du vôtre\u00a0: il est repris de la moitié au double.',
    ruleOfQuartiles: 'La moitié centrale est élargie à neuf cas sur dix.',
    gradeB: 'Niveau B\u00a0: éditeur connu et échantillon publié, ou citation fidèle.',
    notConverted: (from, to) =>
      `En ${from}\u202f; vos chiffres sont en ${to}. Rien n’est converti ici\u00a0: ces chiffres se lisent, mais ne se reprennent pas.`,
    noneOfSector: (sector) =>
      `Rien n’est publié ici pour ce secteur (${sector})\u202f; ces chiffres sont plus généraux.`,
    none: {
      closeRate:
        'Aucun chiffre publié ici ne compte les clients par prospect, comme ce champ. On publie des étapes intermédiaires, prospects qualifiés ou opportunités gagnées, qui promettraient trop. Comptez combien de vos derniers prospects ont acheté, ou saisissez une fourchette à laquelle vous croyez, par exemple 5..15.',
      margin:
        'Aucune marge brute publiée ici. C’est ce qui reste de 100 de chiffre d’affaires une fois payés les biens ou le travail vendus\u00a0: votre comptabilité la donne. D’ici là, saisissez une fourchette, par exemple 30..50.',
    },
    noneOfAction: (many) =>
      `Les chiffres publiés ici comptent des prospects. Vous comptez autre chose (${many})\u00a0: rien n’est proposé.`,
    noneOfChannel: (channel) =>
      `Rien de ce qui est publié ici n’a été mesuré comme ce champ (${channel}).`,
    usual: (figure) => `${figure}\u00a0: ce qui est habituel`,
    medians: 'médianes par région et par type d’annonce',
    usually: 'D’ordinaire',
    yours: 'Votre plan',
    ask: 'Et dans votre secteur, d’habitude\u202f?',
    where: 'D’où cela vient',
    unconverted: 'Rien n’est converti.',
  },
};
