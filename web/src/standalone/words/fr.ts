import type { PageWords } from './catalogue';

export const fr: PageWords = {
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
    workbookTooLarge: 'Ce plan est trop volumineux pour un classeur.',
  },

  shared: {
    looking: 'Vous regardez un plan que quelqu’un a partagé.',
    yours: 'Ce que vous y changez reste chez vous.',
    keep: 'Le garder',
    back: { own: 'Revenir à mon plan', example: 'Revenir à l’exemple' },
  },

  table: {
    heading: 'Coller un tableau',
    textLabel: 'Cellules d’un tableur, ou CSV',
    how: 'Un canal par ligne. Les titres de colonnes sont reconnus, en français ou en anglais.',
    close: 'Annuler le collage',
    none: {
      empty: () => 'Copiez les lignes dans votre tableur, puis collez-les ici.',
      tooLong: () =>
        'C’est trop de texte pour un tableau de canaux. Ne collez que les lignes utiles.',
      tooMany: (channels) =>
        `Un plan compte au plus ${channels} canaux, et un tableau 60 colonnes. Collez-en moins.`,
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
    headings: {
      name: 'canal|canaux|nom|source|plate ?forme|campagne|reseau|levier|support|intitule|nom (de la campagne|du canal|de la publicite)',
      cost: 'cout|depense|depense ht|montant|investissement|prix|cout ht|cout total|depense totale',
      budget: 'budget',
      currency: 'devise|code de devise',
      adSpend:
        'depense publicitaire|depense pub|publicite|pub|budget pub|budget media|achat media|achat d espace|montant depense|cout media',
      leads:
        'lead|prospect|contact|inscription|inscrit|abonne|abonnement|commande|reservation|telechargement|appel|conversion|resultat|achat|quantite',
      impressions: 'impression|vue|affichage',
      clicks: 'clic|visite|session',
      ctr: 'ctr|taux de clic',
      conversionRate: 'taux de conversion|taux conv|tx de conversion|tx conversion',
      closeRate:
        'taux de transformation|taux de closing|taux de signature|taux de vente|tx de transformation|tx transformation',
      customers: 'client|vente|acheteur|affaire|contrat',
      value: 'valeur|valeur client|panier|panier moyen',
      margin: 'marge|marge brute|taux de marge',
      adSpendCpm: 'cpm|cout pour mille|cout par mille|cout pour 1000',
      adSpendCpc: 'cpc|cout par clic|cout du clic',
      tools: 'outil|logiciel',
      people: 'equipe|personnel|salaire|main d oeuvre',
      production: 'production|creation|contenu|crea',
      fees: 'honoraire|agence|frais d agence|frais',
      otherCosts: 'autre cout|autres cout|autre depense|autres depense|autres frais',
      skip: 'cout par|cout lead|cpl|cpa|cac|roi|roas|chiffre d affaires|ca|valeur de conversion|total|devise|date|couverture|repetition',
      total: '(grand |sous )?total|totaux|somme|ensemble|total (general|compte|campagne)',
    },
  },

  sheet: {
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
    scenario: 'Scénario',
    date: 'Date',
    keyNumbers: 'Chiffres clés',
    observed: (n, figure) => `Observation ${n}\u00a0: ${figure}`,
    goal: 'L’objectif',
    channels: 'Les canaux, du meilleur au moins bon retour',
    scenarios: 'Tous les scénarios',
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
        'Les outils et la production se paient au départ, le reste au fil de la période. Les ventes suivent les contacts après le délai\u202f; leur retour vient en une fois, ou de mois en mois tant que les clients restent. Sans actualisation, la somme des mois est le bénéfice.',
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
    figures: 'Chaque chiffre',
    figuresNote:
      'S’il y a plusieurs formules, la saisie décide\u00a0: un nombre l’emporte sur le taux qui y mène. Ce qui n’a pas de formule est saisi.',
    several: (n) => `${n} formules, selon la saisie`,
    categories: {
      goal: 'Objectif',
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
    take: (format) => `Enregistrer le graphique en ${format}`,
    taken: 'Le graphique est enregistré.',
    notTaken: 'Impossible d’enregistrer le graphique.',
  },
};
