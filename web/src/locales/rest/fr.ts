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
  },

  sheet: {
    workbook: 'Classeur Excel',
    csv: 'Tableau CSV',
    workbookSaved:
      'Le classeur est enregistré. Ses formules sont actives\u00a0: modifiez-y une donnée.',
    csvSaved: 'Le tableau des canaux est enregistré.',
    tooLarge: 'Ce plan est trop volumineux pour un classeur.',
    inputs: 'Données',
    channels: 'Canaux',
    results: 'Résultats',
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
  },

  method: {
    heading: 'Comment c’est calculé',
  },

  charts: {
    heading: 'Graphique',
  },
};
