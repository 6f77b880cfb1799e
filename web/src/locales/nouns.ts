// What leads are called, in every language. With what chooses the language, not with one of them: so each is one file
// that needs no other that is not there.
import type { Action } from './catalogue';

interface Noun {
  one: string;
  many: string;
  /** With its article, where it is a brief's. */
  an?: string;
}

type Nouns = Record<Action, Noun>;

export const nouns: Record<'fr' | 'en', Nouns> = {
  fr: {
    lead: { one: 'prospect', many: 'prospects' },
    subscriber: { one: 'abonné', many: 'abonnés' },
    booking: { one: 'réservation', many: 'réservations' },
    order: { one: 'commande', many: 'commandes' },
    download: { one: 'téléchargement', many: 'téléchargements' },
    signUp: { one: 'inscription', many: 'inscriptions' },
    call: { one: 'appel', many: 'appels' },
  },
  en: {
    lead: { one: 'lead', many: 'leads' },
    subscriber: { one: 'subscriber', many: 'subscribers' },
    booking: { one: 'booking', many: 'bookings' },
    order: { one: 'order', many: 'orders' },
    download: { one: 'download', many: 'downloads' },
    signUp: { one: 'sign-up', many: 'sign-ups' },
    call: { one: 'call', many: 'calls' },
  },
};

/** de or d’ before a noun. */
export const of = (noun: string) => (/^[aeiouhéèê]/i.test(noun) ? `d’${noun}` : `de ${noun}`);
