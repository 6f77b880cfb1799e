import type { RestWords } from './catalogue';

export const fr: RestWords = {
  keeping: {
    heading: 'Garder et partager',
    close: 'Fermer',
    link: 'Un lien',
    linkNote: 'Tout le plan tient dans le lien lui-même\u00a0: rien n’est envoyé ni stocké.',
    copyLink: 'Copier le lien',
    linkCopied: 'Le lien est copié.',
    linkShown: 'Copiez le lien affiché dans le champ.',
    linkTooLong: 'Ce plan est trop long pour un lien\u00a0: enregistrez la page ou le scénario.',
    page: 'Une page',
    pageNote: 'Un seul fichier, avec le calculateur et votre plan. Il s’ouvre sans connexion.',
    files: 'Des fichiers',
    filesNote:
      'Un scénario ouvert ici, ou déposé sur la page, remplace le plan\u202f; «\u00a0Annuler\u00a0» le rétablit.',
    saveScenario: 'Enregistrer le scénario',
    scenarioSaved: 'Le scénario est enregistré.',
    openScenario: 'Ouvrir un scénario…',
    opened: 'Le scénario est ouvert. «\u00a0Annuler\u00a0» rétablit ce qui précédait.',
    report: 'Un rapport',
    reportNote: 'Sur papier ou en PDF\u00a0: verdict, canaux, graphiques, hypothèses et méthode.',
    print: 'Imprimer',
    device: 'Cet appareil',
    deviceNote:
      'Uniquement dans ce navigateur, tant que la case est cochée. Rien ne quitte l’appareil.',
    remember: 'Retenir mon plan ici',
    remembered: 'Votre plan est retenu sur cet appareil.',
    forgotten: 'Votre plan n’est plus retenu sur cet appareil.',
    cannotRemember: 'Ce navigateur ne permet pas à la page de retenir quoi que ce soit.',
    visiting: 'Ce plan vient d’un lien. Le vôtre est conservé sur cet appareil.',
    backToOwn: 'Revenir à mon plan',
    rememberThis: 'Retenir plutôt celui-ci',
    refused: {
      link: (why) => `Impossible d’ouvrir le lien\u00a0: ${why} Votre plan n’a pas changé.`,
      file: (why) => `Impossible d’ouvrir le fichier\u00a0: ${why} Votre plan n’a pas changé.`,
    },
    notReadable: 'il ne contient aucun scénario de ce calculateur.',
    tooLarge: 'il est trop volumineux.',
    newer: 'il vient d’une version plus récente du calculateur.',
    invalid: (where, what) => `${what} (dans ${where})`,
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
        ? `${n} canal est entré dans le plan. «\u00a0Annuler\u00a0» l’en retire.`
        : `${n} canaux sont entrés dans le plan. «\u00a0Annuler\u00a0» les en retire.`,
    refused: (what) => `Le tableau n’entre pas dans le plan\u00a0: ${what} Rien n’a changé.`,
    headings: {
      name: 'canal|canaux|nom|source|plate ?forme|campagne|reseau|levier|support|intitule',
      cost: 'cout|depense|depense ht|budget|montant|investissement|prix|cout ht',
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

    moveUp: (name) => `Monter ${name}`,
    moveDown: (name) => `Descendre ${name}`,
    duplicate: (name) => `Dupliquer ${name}`,
    copyOf: (name) => `${name} (copie)`,
    slider: (label) => `${label}, curseur`,

    reset: 'Réinitialiser',
    undoBringsBack: '«\u00a0Annuler\u00a0» rétablit votre plan.',
    toType: {
      sentence: (list) => `Pour obtenir la réponse, saisissez ${list}.`,
      cost: 'ce que vous dépensez',
      leads: (many) => `les ${many} que vous obtenez`,
      closeRate: 'le taux de transformation',
      value: 'la valeur d’un client',
    },
  },

  sheet: {
    heading: 'Tableur',
  },

  report: {
    heading: 'Rapport',
  },

  method: {
    heading: 'Comment c’est calculé',
  },

  charts: {
    heading: 'Graphique',
  },
};
