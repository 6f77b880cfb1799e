import type { RestWords } from './catalogue';

export const fr: RestWords = {
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
    notReadable: 'il ne contient aucun scénario de ce calculateur.',
    tooLarge: 'il est trop volumineux.',
    newer: 'il vient d’une version plus récente du calculateur.',
    invalid: (where, what) => `${what} (dans ${where})`,
    csv: 'Tableau CSV',
    csvSaved: 'Le tableau des canaux est enregistré.',
  },

  channel: {
    moveUp: (name) => `Monter ${name}`,
    moveDown: (name) => `Descendre ${name}`,
    duplicate: (name) => `Dupliquer ${name}`,
    copyOf: (name) => `${name} (copie)`,
    slider: (label) => `${label}, curseur`,
  },

  blank: {
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

  explain: {
    most: (what, on) =>
      `Ce qui pèse le plus${on ? ` sur «\u00a0${on}\u00a0»` : ''}\u00a0: ${what}.`,
    adds: (step, amount) => `${step} ajoute ${amount}.`,
    takes: (step, amount) => `${step} retire ${amount}.`,
    it: (on) => (on ? `«\u00a0${on}\u00a0»` : 'ce chiffre'),
    told: {
      payback:
        'Le temps au bout duquel les encaissements moins les dépenses, cumulés, restent au-dessus de zéro\u202f; entre deux fins de mois, en ligne droite.',
      netPresentValue:
        'Les encaissements moins les dépenses de chaque mois, multipliés par le facteur d’actualisation mensuel autant de fois que de mois écoulés, puis additionnés.',
    },
    month: (n, amount) => `${n === 0 ? 'Avant le départ' : `Fin du mois ${n}`}\u00a0: ${amount}`,
    crossing: (months) => `Au-dessus de zéro pour de bon\u00a0: au bout de ${months}`,
  },

  atOnce:
    'Tout ce qu’un client rapporte est compté dès son achat, et l’achat suit aussitôt. Précisez ci-dessous si cela prend plus de temps.',
};
