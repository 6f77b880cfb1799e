import { of } from '../../locales/nouns';
import type { EmbedWords } from './catalogue';

export const fr: EmbedWords = {
  questions: {
    spend: (per) => `Combien dépensez-vous ${per}\u202f?`,
    leads: (many, per) => `Combien ${of(many)} cela amène\u2011t\u2011il${per && ` ${per}`}\u202f?`,
    oneIn: '1 sur',
    becomes: 'devient client',
    oneInName: '1 sur combien devient client',
    worth: 'Combien rapporte un client\u202f?',
    margin: 'Votre marge',
  },
  handing: {
    consent:
      'En appuyant, vous transmettez à ce site votre plan, son verdict et ses chiffres. Le calculateur n’envoie rien avant.',
    what: 'Ce qui est transmis',
    data: 'Sous forme de données, avec tout le plan',
  },
  openAll: 'Ouvrir le calculateur complet',
  cannotSave: 'La page qui contient ce calculateur ne permet pas d’enregistrer.',
  frame: 'Calculateur de ROI',
  page: {
    heading: 'La page du calculateur',
    open: 'Y ouvrir ce plan',
    note: 'Dans un nouvel onglet. Il y devient aussi un rapport, un classeur ou une page à conserver.',
  },
  asSaved: 'En l’état où la page a été enregistrée.',
  stored: 'Il n’enregistre rien. La page qui l’entoure peut lire ce que vous saisissez ici.',
  definition: 'Définition (nouvel onglet)',
  problem: {
    mended: (name, value, meant) =>
      `L’attribut ${name} dit « ${value} » ; il est lu comme ${meant}.`,
    unknown: (name, value, known) =>
      `L’attribut ${name} dit « ${value} », qui est ignoré. Les valeurs sont ${known}.`,
    preset: (id, known) =>
      `Il n’y a pas d’exemple « ${id} » ; l’exemple habituel est affiché. Les exemples sont ${known}.`,
    currency: (code) =>
      `« ${code} » n’est pas un code de devise comme EUR ; l’exemple garde la sienne.`,
    scenario: (why) => `Le plan ne peut pas être affiché : ${why}`,
    brief: (why) => `Le brief est ignoré : ${why}`,
    load: 'Le calculateur n’a pas pu démarrer dans cette page.',
  },
  notJson: 'ce n’est pas du JSON.',
  unreadable: {
    notReadable: 'le lien est abîmé.',
    cut: 'la fin du lien manque.',
    tooLarge: 'il est trop volumineux.',
    newer: 'le lien vient d’une version plus récente de ce calculateur.',
  },
  at: (place, what) => `${place} : ${what}`,
};
