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

  sayTime:
    'Indiquez ci-dessous combien de temps prend une vente, ou combien de temps les clients restent\u00a0: on saura alors dire quand l’argent revient.',
  luckIsIn:
    'Le nombre de clients qui viennent réellement est tiré lui aussi\u00a0: le hasard est compté.',

  believing: {
    group: 'Part du retour que l’on croit',
    only: 'Ne croire que',
    ofReturn: 'du retour',
    stop: 'Tout croire',
    range: 'Saisissez une part au-dessus de 0 et jusqu’à 100\u00a0%.',
  },

  guessing: {
    offBy: 'Mes estimations peuvent se tromper de',
    range: (n) =>
      n === 1
        ? 'Faire d’une estimation une fourchette'
        : `Faire de ${n} estimations des fourchettes`,
    wrong: 'Saisissez un pourcentage de 1 à 90\u00a0%.',
  },

  goal: {
    basket: 'Panier visé',
    basketNote: 'panier moyen qui va avec ce coût',
    basketReached: (basket, target) =>
      `Le panier moyen est de ${basket}\u00a0: le but de ${target} est atteint.`,
    basketMissed: (basket, target) => `Le panier moyen est de ${basket}, sous le but de ${target}.`,
    basketUnknown: (target) =>
      `Panier visé\u00a0: ${target}\u202f; le plan n’indique pas de panier moyen auquel le comparer.`,
    sayProgress: 'Indiquer où vous en êtes',
    forgetProgress: 'Ne plus indiquer où vous en êtes',
    progressDate: 'Le',
    reached: 'Atteint à cette date',
    pace: (date, reached, expected, elapsed) =>
      `${reached} au ${date}\u202f; à un rythme régulier, ce serait ${expected}, car ${elapsed} du temps a passé.`,
  },
};
