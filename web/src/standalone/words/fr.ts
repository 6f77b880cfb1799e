import { of } from '../../locales/nouns';
import type { PageWords } from './catalogue';

export const fr: PageWords = {
  evidence: {
    heading: 'Apporter vos chiffres',
    others: '‹ Tous les outils',
    loading: 'Chargement…',
    notFetched: 'Ce calcul n’a pas pu être chargé. Vérifiez la connexion.',
    again: 'Réessayer',
  },
  keeping: {
    stored:
      'Il n’en enregistre aucun sans que vous le demandiez\u202f; pour fonctionner hors connexion, le navigateur garde les fichiers de la page, qui n’en contiennent aucun.',
    page: 'Une page',
    pageNote: 'Un seul fichier, avec le calculateur et votre plan. Il s’ouvre sans connexion.',
    savePage: 'Enregistrer la page',
    pageSaved: 'Enregistrée dans un fichier qui s’ouvre sans réseau.',
    pageNotSaved:
      'La page n’a pas pu être enregistrée\u202f; son fichier n’a pas été trouvé à côté d’elle.',
    report: 'Un rapport',
    reportNote: 'Sur papier ou en PDF\u00a0: verdict, canaux, graphiques, hypothèses et méthode.',
    prepare: 'Préparer le rapport',
    device: 'Cet appareil',
    deviceNote:
      'Uniquement dans ce navigateur, tant que la case est cochée. Rien ne quitte l’appareil.',
    remember: 'Retenir mon plan ici',
    remembered: 'Votre plan est retenu sur cet appareil.',
    forgotten: 'Votre plan n’est plus retenu sur cet appareil.',
    cannotRemember: 'Ce navigateur ne permet pas à la page de retenir quoi que ce soit.',
    visiting: 'Un autre plan est retenu sur cet appareil\u202f; celui-ci ne l’est pas.',
    unread:
      'Cette version ne sait pas lire le plan conservé ici. Il reste tel quel\u202f; un exemple est affiché.',
    backToOwn: 'Revenir à mon plan',
    rememberThis: 'Retenir plutôt celui-ci',
    tableNote: 'Un tableau (CSV, TSV) est d’abord affiché, pour vérification.',
    workbook: 'Classeur Excel',
    workbookSaved:
      'Le classeur est enregistré. Ses formules sont actives\u00a0: modifiez-y une donnée.',
    workbookWithout:
      'Classeur enregistré sans les indicateurs ni le temps de reporting\u00a0: leur calcul n’a pas pu être chargé.',
    workbookTooLarge: 'Ce plan est trop volumineux pour un classeur.',
  },

  shared: {
    looking: 'Vous regardez un plan que quelqu’un a partagé.',
    yours: 'Ce que vous y changez reste chez vous.',
    keep: 'Le garder',
    back: { own: 'Revenir à mon plan', example: 'Revenir à l’exemple' },
  },

  sheet: {
    summary: 'Synthèse',
    inputs: 'Données',
    channels: 'Canaux',
    results: 'Résultats',
    cash: 'Trésorerie par mois',
    value: 'Valeur (probable)',
    low: 'Valeur basse',
    high: 'Valeur haute',
    unit: 'Unité',
    units: { count: 'nombre', rate: '%', ratio: 'rapport', months: 'mois' },
    source: 'Source',
    steps: 'Étapes des longues sommes',
    toType: (sheet) =>
      `Les cellules de cette couleur sont des données\u00a0: modifiez-les dans la feuille «\u00a0${sheet}\u00a0».`,
    follows:
      'Tout le reste en découle par des formules. Les données et les chiffres de cette feuille portent un nom.',
    pace: (channel) => `au rythme ${of(channel)}`,
    ofMonths: 'Total de ces mois',
  },

  report: {
    heading: 'Rapport',
    title: 'Titre',
    client: 'Client',
    author: 'Préparé par',
    note: 'Ils figurent en tête du rapport et sont conservés avec le plan.',
    holds: 'Sous le verdict',
    print: 'Imprimer ou enregistrer en PDF',
    untitled: 'Rapport de ROI',
    wrapUp: 'Bilan de campagne',
    scenario: 'Scénario',
    date: 'Date',
    keyNumbers: 'Chiffres clés',
    observed: (n, figure) => `Observation ${n}\u00a0: ${figure}`,
    goal: 'L’objectif',
    channels: 'Les canaux, du meilleur au moins bon retour',
    assumptions: 'Les chiffres de départ',
    figure: 'Chiffre',
    value: 'Valeur',
    from: 'Provenance',
    plan: 'Tout le plan',
    range: (low, high) => `${low} à ${high}, 9 fois sur 10`,
    likely: (value) => `probable\u00a0: ${value}`,
    per: { month: 'par mois', quarter: 'par trimestre', year: 'par an' },
    over: (months) => `sur ${months}`,
    notes: 'Notes',
    method: 'Comment c’est calculé',
    changes: 'Ce que nous changerions',
    learnt: 'Ce que nous en retenons',
    deciding: 'Les hypothèses qui décident',
    split: (answer) => `Répartir autrement la publicité\u00a0: bénéfice ${answer}.`,
    goalTakes: (budget, cost, isStated) =>
      `${isStated ? 'Si les canaux réagissent comme indiqué' : 'Aux mêmes taux'}, l’objectif demanderait un budget de ${budget}, contre ${cost}.`,
    effect: (metric) => `Effet sur «\u00a0${metric}\u00a0»`,
    perPercent: (change) => `${change} pour 1\u00a0% de plus`,
    moreChannels: (n, count) =>
      n < 2
        ? 'L’autre canal est compté dans le total.'
        : `Les ${count} autres canaux sont comptés dans le total.`,
    otherChannels: 'Les autres canaux',
    notThere: 'Ce calcul n’était pas encore chargé à l’impression\u00a0: imprimez de nouveau.',
    brand: {
      choose: 'Choisir votre logo',
      logo: 'Votre logo',
      colour: 'Votre couleur',
      none: 'Sans logo ni couleur',
      note: 'En tête du rapport, pour cette visite\u00a0: ils ne quittent pas la page et ne sont pas conservés avec le plan.',
      chosen: 'Le logo est en tête du rapport.',
      refused: 'Il faut une image PNG, JPEG ou SVG d’au plus 1\u00a0Mo.',
    },
    amounts: (discounted) =>
      `Montants hors TVA, avant impôts et frais de structure${discounted ? '\u202f; ce que les clients rapportent au fil des ans est actualisé' : ', non actualisés'}.`,
    onePage: 'Une seule page A4',
    preview: 'Aperçu de la première page',
    figuresFrom: (where, count, isOne) =>
      `${where}\u00a0: ${count} ${isOne ? 'chiffre' : 'chiffres'}`,
    private:
      'Calculé dans le navigateur par le calculateur de ROI\u00a0: aucun chiffre n’a quitté la page.',
    needsScript:
      'En l’état où la page a été enregistrée. Pour la modifier, ouvrez-la dans un navigateur avec JavaScript.',
    asSaved: 'En l’état où la page a été enregistrée.',
    editable: (address) =>
      `Pour la modifier, ouvrez ${address} et choisissez-y «\u00a0Enregistrer la page\u00a0».`,
  },

  method: {
    heading: 'Comment c’est calculé',
    answer: (figures) => `les principes, ${figures} définitions et les sources`,
    definition: 'Définition',
    back: 'Revenir au chiffre',
    lead: 'Un seul modèle calcule tous les chiffres. Les lettres entre crochets renvoient aux sources, plus bas.',
    principles: [
      [
        'Ce qui compte comme retour',
        'La marge que rapportent les clients, si elle est connue\u202f; sinon leur chiffre d’affaires\u00a0: la page le précise. Le ROAS porte toujours sur le chiffre d’affaires. [M] [S]',
      ],
      [
        'Ce que les chiffres ne disent pas',
        'Ils valent ce que vaut la saisie. Un prospect attribué au dernier clic le reste\u00a0: rien ici ne prouve qu’un canal a causé une vente. Seule la part incrémentale, celle des clients qui ne seraient pas venus sans la campagne, en tient compte\u202f; elle est de 100\u00a0% par défaut, et seul un test la révèle.',
      ],
      [
        'Coûts',
        'Rien n’est compté deux fois\u00a0: si des honoraires comprennent la publicité, ils sont le coût. Un montant d’une autre période est ramené à celle du plan.',
      ],
      [
        'Pas de chiffre',
        'Une saisie manquante, ou une division par zéro, laisse un tiret et sa raison, de même pour tout ce qui en dépend. Un canal sans retour connu garde son coût dans le total, et il est nommé.',
      ],
      [
        'Totaux',
        'Un total additionne des sommes (coûts, prospects, retour) et en tire le reste. Il ne fait jamais la moyenne de rapports.',
      ],
      [
        'Fourchettes',
        '9 issues sur 10 tombent dans la fourchette\u00a0: une loi normale sur l’échelle des logarithmes ou, pour un taux, des logits, moitié de chaque côté de la valeur probable. [W] [J]',
      ],
      [
        'À quel point c’est sûr',
        'Chaque tirage prend une valeur dans chaque fourchette et, pour chaque canal, un nombre entier de clients autour de leur moyenne (Poisson\u202f; binomiale parmi des prospects comptés\u202f; aucun hasard si les clients ont été comptés ou si la campagne est passée) [C] [V] [Q] [F] [N]\u202f; bas, milieu et haut sont des quantiles [H]. L’erreur indiquée est celle de la simulation, non de vos fourchettes. Sous 30 clients, le hasard seul fait varier leur nombre d’environ 1 ÷ √clients.',
      ],
      [
        'Ce qui compte le plus',
        'L’effet d’un pour cent ou d’un point est une pente aux chiffres actuels, le reste inchangé [A]\u00a0: bon pour de petits pas. La part d’une fourchette dans la variance est ce qui disparaîtrait si elle était certaine [T].',
      ],
      [
        'L’objectif, et ce qu’il faudrait',
        'Un seul chiffre bouge jusqu’à la cible. Un objectif fait varier la publicité, et le volume en proportion ou comme vous dites que les canaux réagissent, aux taux actuels\u00a0: plus on s’en éloigne, moins ils tiennent. Une réponse au-dessous de la moitié ou au-dessus du double de ce qui a été observé le dit.',
      ],
      [
        'Dans le temps',
        'Les outils et la production se paient au départ, le reste au fil de la période. Les ventes suivent les prospects après le délai\u202f; leur retour vient en une fois, ou de mois en mois tant que les clients restent. Sans actualisation, la somme des mois est le bénéfice.',
      ],
      [
        'Comparaisons',
        'Chaque sorte de chiffre passe à sa nouvelle valeur, en moyenne sur tous les ordres possibles [L]. La somme des parts est l’écart.',
      ],
      [
        'Répartition du budget',
        'Elle repose sur votre hypothèse\u00a0: comment les résultats suivent la publicité. L’argent va là où la dernière somme rapporte le plus, dans vos limites [B].',
      ],
    ],
    leftOut: 'Ce qui n’est pas compté',
    leftOutOf: [
      [
        'La TVA.',
        'Les montants comptent tels qu’ils sont saisis\u202f; saisissez-les tous hors taxes, ou le retour et le coût ne se comparent plus.',
      ],
      [
        'Ce qui serait venu de toute façon,',
        'tant que la part incrémentale n’est pas saisie\u00a0: elle vaut 100\u00a0%.',
      ],
      [
        'L’actualisation,',
        'sauf taux saisi (dans le temps, ou dans la valeur d’un client)\u00a0: un euro de demain vaut un euro d’aujourd’hui.',
      ],
      [
        'Les coûts qui ne sont pas saisis\u00a0:',
        'temps passé, outils, création, frais de structure.',
      ],
      [
        'Le coût des ventes,',
        'tant qu’aucune marge n’est connue\u00a0: le retour est alors un chiffre d’affaires.',
      ],
      ['Les remboursements et les commissions,', 'sauf s’ils sont saisis.'],
      [
        'La saturation\u00a0:',
        'les taux restent ceux d’aujourd’hui à tout budget, sauf si un canal dit comment il réagit.',
      ],
      [
        'L’effet d’un canal sur un autre, et la notoriété\u00a0:',
        'un canal ne compte que pour les ventes qui lui sont attribuées.',
      ],
      ['L’impôt sur le bénéfice,', 'l’inflation, les changes et le coût du financement.'],
    ],
    figures: 'Chaque chiffre',
    figuresNote:
      'S’il y a plusieurs formules, la saisie décide\u00a0: un nombre l’emporte sur le taux qui y mène. Chacune vaut dans le cas indiqué\u202f; sans indication, dans tous les autres. Ce qui n’a pas de formule est saisi. Une saisie manquante laisse un tiret.',
    when: {
      total: 'pour tout le plan',
      left: 'pour tout le plan, si des canaux n’y comptent pas',
      uncounted: 'si le nombre n’est pas saisi',
      cpm: 'si le nombre n’est pas saisi mais le CPM l’est',
      cpc: 'si le CPC est saisi, sans nombre ni taux de clics d’impressions connues',
      byRate: 'si le nombre n’est pas saisi mais le taux l’est',
      order: 'si l’on compte des commandes',
      customers: 'si les clients sont saisis, ou pour tout le plan',
      unstated: 'si rien n’est saisi',
      single: 'valeur en un montant',
      orders: 'valeur par commandes',
      subscription: 'valeur par abonnement',
      yearly: 'valeur par revenus annuels, ici trois ans',
      valueMargin: 'valeur saisie en marge',
      revenueBasis: 'tant qu’aucune marge ne compte',
      margin: 'si une marge compte',
      whole: 'si rien n’est retiré',
      refunds: 'si des remboursements sont saisis',
      commissions: 'si des commissions sont saisies',
      deductions: 'si des remboursements ou des commissions sont retirés',
      believed: 'si l’on ne croit qu’une part du retour',
      hours: 'ligne en heures',
      salary: 'ligne en heures, d’après un salaire annuel',
      share: 'part imputée ici',
      period: 'montant d’une autre période',
      byAdSpend: 'réparti selon la publicité',
      byLeads: 'réparti selon les prospects',
      byWeights: 'réparti selon des poids',
      equally: 'réparti à parts égales',
      fee: 'si des honoraires comprennent la publicité',
      adsAlone: 'si la publicité est le seul coût',
      noAds: 'sans publicité',
      response: 'si des canaux disent comment ils réagissent',
      ceiling: 'si les prospects suivent la publicité jusqu’à un plafond',
      shape: 'si sa courbe a une forme',
      savings: 'pour tout le plan, si des économies comptent',
    },
    whenGoal: (metrics) => `objectif\u00a0: ${metrics}`,
    named: (figure) => `«\u00a0${figure}\u00a0»`,
    noNumber: (either) => `Pas de chiffre si ${either} vaut zéro.`,
    about: {
      allRevenue: ['Pas de chiffre si la valeur d’un client est saisie en marge.'],
      revenue: ['Pas de chiffre si la valeur d’un client est saisie en marge.'],
      mer: ['Seulement pour tout le plan.'],
      savings: [
        'Pour tout le plan seulement\u00a0: l’argent qui n’est plus dépensé, des lignes qui comptent.',
      ],
      costToCover: ['Ce que le retour doit payer, si des économies comptent.'],
      monthlyMargin: [
        'Pas de chiffre tant qu’aucune marge ne compte, ni si la valeur d’un client ne dit pas ce que rapporte un mois.',
      ],
      ltvToCac: ['Pas de chiffre tant qu’aucune marge ne compte.'],
      cacPayback: [
        'Avec une attrition a, m mois de marge en demandent ln(1 − m × a) ÷ ln(1\u00a0−\u00a0a)\u202f; jamais si m × a atteint 1.',
      ],
      goalScale: [
        'Si des canaux disent comment ils réagissent, c’est le plus petit multiplicateur qui atteint la cible, cherché par essais.',
      ],
      afterPurchase: [
        'Ce qui vient le k-ième mois après l’achat. Commandes\u00a0: la part de ce mois comprise dans les années de fidélité. Revenus annuels\u00a0: revenu de l’année × fidélité ^ années écoulées ÷ 12.',
      ],
      cashOfStream: [
        '= somme, sur les mois d’achat passés, de la part achetée × ce qui vient depuis',
        'Le retour des canaux dont l’argent vient au même rythme, pour ce mois.',
      ],
      cashIn: ['= somme de ces retours pour le mois', 'Rien avant la fin du premier mois.'],
      cashOut: [
        'Mois 0\u00a0: ce qui se paie au départ (outils et création, sauf indication contraire). Puis le reste, à parts égales sur les mois du plan\u202f; ce qui se paie à la fin, au dernier.',
      ],
      cashFlow: ['= encaissé − dépensé'],
      cashToDate: ['= somme des soldes, du mois 0 à ce mois'],
      presentValue: [
        '= solde du mois t × (1\u00a0+\u00a0d) ^ (−t\u00a0÷\u00a012)',
        'd\u00a0: taux d’actualisation annuel. Pas de chiffre sans lui.',
      ],
      presentToDate: ['= somme des valeurs au départ, du mois 0 à ce mois'],
      cashInAll: ['= tout ce qui rentrera − tous les coûts', 'Mois au-delà de l’horizon compris.'],
      stillToCome: ['= en tout − solde cumulé à la fin de l’horizon'],
      discountedAway: [
        '= en tout − bénéfice',
        'Ce que la valeur actualisée d’un client retranche\u202f; rien si cette valeur ne s’actualise pas.',
      ],
      netPresentValueWithin: [
        '= somme, du mois 0 à l’horizon, de solde du mois t × (1\u00a0+\u00a0d) ^ (−t\u00a0÷\u00a012)',
        'La VAN, limitée à l’horizon. Sans taux d, la somme des soldes.',
      ],
      netPresentValue: [
        '= somme, sur tous les mois, de solde du mois t × (1\u00a0+\u00a0d) ^ (−t\u00a0÷\u00a012)',
        'La VAN\u00a0: ce que vaut au départ tout ce qui rentre, moins tout ce qui sort. Pas de chiffre sans taux d’actualisation d.',
      ],
      payback: [
        '= t − 1 + solde(t\u00a0−\u00a01) ÷ (solde(t\u00a0−\u00a01) − solde(t))',
        'Le moment à partir duquel le solde cumulé ne repasse plus sous zéro\u202f; t\u00a0: le premier mois qui finit au-dessus pour de bon. Jamais, si cela n’arrive pas\u202f; au-delà de 50 ans, sans date.',
      ],
      discountedPayback: [
        'La même formule, avec les valeurs au départ cumulées au lieu du solde cumulé. Pas de chiffre sans taux d’actualisation.',
      ],
      irr: [
        '0 = somme, sur tous les mois, de solde du mois t × (1\u00a0+\u00a0i) ^ (−t\u00a0÷\u00a012)',
        'Le TRI\u00a0: le taux annuel i pour lequel la VAN est nulle. Pas de chiffre si aucun taux n’y répond, ou plusieurs.',
      ],
      annualisedRoi: [
        '= (1\u00a0+\u00a0ROI) ^ (12\u00a0÷\u00a0T) − 1',
        'T\u00a0: le mois du dernier mouvement. Pas de chiffre si les clients restent sans fin, ou si plus que la mise est perdu.',
      ],
    },
    several: (n) => `${n} formules, selon la saisie`,
    categories: {
      goal: 'Objectif',
      saving: 'Économies',
      cash: 'Trésorerie dans le temps',
      input: 'Chiffres saisis',
      line: 'Lignes de coûts',
    },
    units: {
      count: 'nombre',
      money: 'montant',
      rate: 'pourcentage',
      ratio: 'rapport',
      months: 'mois',
    },
    unitOfGoal: 'dans l’unité de l’objectif',
    unitOfGoalParts: 'nombre ou montant, selon l’objectif',
    better: {
      higher: 'à maximiser',
      lower: 'à minimiser',
      neither: '',
    },
    sources: 'Sources',
  },

  charts: {
    picture: 'Image',
    take: (format) => `Enregistrer le graphique en ${format}`,
    taken: 'Le graphique est enregistré.',
    notTaken: 'Impossible d’enregistrer le graphique.',
  },
};
