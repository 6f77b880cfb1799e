import type { SnippetWords } from './catalogue';

export const fr: SnippetWords = {
  title: 'Intégrer le calculateur de ROI',
  intro: 'Choisissez, regardez, copiez. Ni compte ni serveur de notre part.',
  calculator: 'Le calculateur',
  options: 'Vos choix',
  kind: 'Forme',
  kinds: { script: 'script', frame: 'cadre (iframe)' },
  kindNote: {
    script:
      'Fait partie de votre page : vos polices, votre formulaire, des événements. La page doit pouvoir exécuter des scripts.',
    frame:
      'Pour les éditeurs de sites qui refusent les scripts et les pages qui bloquent WebAssembly.',
  },
  language: 'Langue',
  currency: 'Devise',
  currencyNote: 'Un code comme EUR. Une étiquette : rien n’est converti.',
  preset: 'Exemple de départ',
  mode: 'Format',
  modes: { compact: 'compact', full: 'complet' },
  theme: 'Clair ou sombre',
  themes: { '': 'selon le visiteur', light: 'clair', dark: 'sombre' },
  accent: 'Couleur des liens',
  paper: 'Fond',
  own: 'd’origine',
  font: 'Police',
  fontNote: 'Une police que charge votre page, par exemple Inter, sans-serif.',
  radius: 'Arrondi des angles, en pixels',
  layer: 'Liste pour l’audience',
  layerNote:
    'Vide : rien n’est transmis. Un nom comme dataLayer : « prêt », « modifié » et « objectif » y sont ajoutés, avec le signe du ROI et le nom de l’exemple, jamais un chiffre. Script seulement.',
  preview: 'Aperçu',
  snippet: 'À coller',
  copy: 'Copier',
  copied: 'Copié.',
  copyFailed: 'Copiez le texte sélectionné.',
  policy: 'Si votre page a une politique de sécurité (CSP)',
  policyNote: {
    script:
      "Ajoutez ces lignes. La seconde ne compte que si votre page impose Trusted Types ; ajoutez 'allow-duplicates' si elle utilise elle-même Lit. Sans 'wasm-unsafe-eval', le script affiche de lui-même le cadre ; autorisez-le alors avec frame-src. L’élément style demande votre nonce ; sinon, déplacez ses règles dans votre feuille de style.",
    frame:
      'Ajoutez ces lignes. Le script ne fait que régler la hauteur du cadre ; sans lui, fixez-la vous-même.',
  },
  missing: 'Le script d’intégration n’est pas à côté de cette page.',
  lead: 'Un formulaire qui reçoit le résultat',
  leadNote:
    'Placez votre formulaire dans l’élément. Le calculateur en remplit les champs à l’envoi et indique à côté ce qui est transmis. C’est vous qui l’envoyez : rien ne passe par nous. Des formulaires prêts pour HubSpot, Mailchimp, Brevo, l’e-mail et les cadres se trouvent dans la notice d’intégration.',
  email: 'E-mail',
  send: 'Recevoir le plan',
  wouldSend: 'Votre formulaire enverrait :',
  notes: 'Où le coller',
  builders: {
    WordPress:
      'Un bloc « HTML personnalisé ». Les scripts ne sont conservés que pour les utilisateurs autorisés à publier du HTML non filtré (administrateurs ; selon l’offre sur WordPress.com). Sinon, prenez le cadre.',
    Webflow:
      'Un élément « Code Embed », réservé aux offres payantes et limité en nombre de caractères. Il fonctionne sur le site publié, pas dans l’éditeur.',
    Wix: '« Intégrer un site » avec l’adresse du cadre. Wix le place dans son propre cadre, dont vous fixez la hauteur dans l’éditeur ; elle ne suit pas le contenu. Choisissez compact et environ 1000 pixels.',
    Squarespace:
      'Un bloc « Code » en HTML. Les scripts dépendent de l’offre et ne s’exécutent pas pendant l’édition ; le cadre convient à la plupart des offres.',
    HubSpot:
      'Un module personnalisé pour le script, ou « Intégrer » dans un texte enrichi pour le cadre. Un formulaire HubSpot peut occuper l’emplacement cta d’un module personnalisé.',
  },
  privacy: 'Ce que les visiteurs doivent savoir',
  privacyNote:
    'Le calculateur calcule dans le navigateur du visiteur. Il n’envoie rien, ne dépose aucun cookie et n’enregistre rien. Votre page apprend par des événements ce qui est saisi ; à vous de dire ce que vous en faites.',
  open: 'Ouvrir le calculateur',
  brief: {
    heading: 'Un calculateur à vous',
    note: 'Ce que vous saisissez dans l’aperçu est ce par quoi il commence. Chacun de ses champs peut être masqué, verrouillé, exigé, renommé et déplacé\u00a0; le tout devient un brief, qui accompagne les lignes à coller.',
    notShown: 'Pas affichés',
    flags: { hidden: 'masqué', locked: 'verrouillé', required: 'obligatoire' },
    label: 'Nom',
    help: 'Aide',
    low: 'Au moins (un taux en fraction)',
    high: 'Au plus',
    up: 'Monter',
    down: 'Descendre',
    sections: 'Parties de la réponse',
    section: {
      picture: 'le dessin',
      channels: 'les canaux côte à côte',
      usual: 'ce que coûte d’ordinaire un prospect',
      goal: 'l’objectif',
      sure: 'si c’est sûr',
      influence: 'ce qui compte le plus',
      knowing: 'que vérifier d’abord',
      seek: 'ce qu’il faut pour une cible',
      time: 'quand c’est rentabilisé',
      changed: 'ce qui a changé',
      split: 'une autre répartition du budget',
      all: 'tous les chiffres',
    },
    call: 'Appel à l’action',
    callText: 'Texte',
    callAddress: 'Adresse\u00a0: https://…, ou une adresse e\u2011mail',
    text: 'Le brief',
    file: 'Ouvrir un brief',
    notJson: 'Ce n’est pas du JSON.',
    inkOnPaper: 'Texte sur le fond',
    accentOnPaper: 'Liens sur le fond',
    contrast: (pair, ratio, isEnough) =>
      `${pair}\u00a0: contraste de ${ratio.replace('.', ',')} pour 1${isEnough ? '' : ', moins que les 4,5 qu’il faut à un texte'}.`,
  },
};
