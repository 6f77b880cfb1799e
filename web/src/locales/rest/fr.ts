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
    prepare: 'Préparer le rapport',
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
    heading: 'Tableur',
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
    goal: 'L’objectif',
    channels: 'Les canaux, du plus au moins rentable',
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
  },

  method: {
    heading: 'Comment c’est calculé',
  },

  charts: {
    heading: 'Graphique',
  },
};
