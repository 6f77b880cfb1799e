// What reporting time says.
import type { Say } from '../../locales/say';
import { wordsIn } from '../../locales/words';
import type { ReportingId } from './asking';

interface Words {
  title: string;
  purpose: string;
  example: string;
  ofExample: Say<[inputs: string]>;
  /** Field labels, and names in formulas. */
  names: Record<ReportingId, string>;
  now: string;
  withTool: string;
  saved: string;
  pays: string;
  neverNote: string;
  used: string;
  /** Names the line of savings in the plan. */
  asSaving: string;
  working: string;
  /** After the formula of payback. */
  orNever: string;
}

const fr: Words = {
  title: 'Temps de reporting',
  purpose:
    'Ce que coûtent les rapports aujourd’hui, ce qu’un outil ferait économiser, et s’il se rembourse.',
  example: 'Les chiffres en gris sont un exemple\u00a0: saisissez les vôtres.',
  ofExample: (inputs) => `Chiffres d’exemple, non saisis\u00a0: ${inputs}.`,
  names: {
    hoursPerReport: 'Heures pour un rapport',
    reportsPerClient: 'Rapports par client et par mois',
    clients: 'Clients',
    people: 'Personnes sur un rapport',
    hourlyCost: 'Coût horaire',
    hoursPerReportWithTool: 'Heures pour un rapport, avec l’outil',
    licence: 'Licence par mois',
    setUp: 'Mise en place (une fois)',
    hoursNow: 'Heures par mois',
    hoursWithTool: 'Heures par mois avec l’outil',
    hoursSaved: 'Heures économisées par mois',
    costNow: 'Coût par mois',
    costWithTool: 'Coût par mois avec l’outil',
    saved: 'Économie par mois',
    netSaved: 'Économie nette par mois',
    roi: 'ROI de l’automatisation',
    payback: 'Délai de récupération',
  },
  now: 'Aujourd’hui',
  withTool: 'Avec l’outil',
  saved: 'Économisé',
  pays: 'L’économie dépasse la licence',
  neverNote: 'l’économie ne dépasse pas la licence',
  asSaving: 'Temps de reporting, licence déduite',
  used: 'Une heure économisée ne vaut de l’argent que si elle sert à autre chose.',
  working: 'Détail du calcul',
  orNever: '\u202f; jamais sans économie nette',
};

const en: Words = {
  title: 'Reporting time',
  purpose: 'What reports cost now, what a tool would save, and whether it pays for itself.',
  example: 'Figures in grey are an example: type your own.',
  ofExample: (inputs) => `Figures of the example, not typed: ${inputs}.`,
  names: {
    hoursPerReport: 'Hours per report',
    reportsPerClient: 'Reports per client and month',
    clients: 'Clients',
    people: 'People on each report',
    hourlyCost: 'Hourly cost',
    hoursPerReportWithTool: 'Hours per report with the tool',
    licence: 'Licence a month',
    setUp: 'Set-up (once)',
    hoursNow: 'Hours a month',
    hoursWithTool: 'Hours a month with the tool',
    hoursSaved: 'Hours saved a month',
    costNow: 'Cost a month',
    costWithTool: 'Cost a month with the tool',
    saved: 'Saving a month',
    netSaved: 'Net saving a month',
    roi: 'ROI of automating',
    payback: 'Payback',
  },
  now: 'Now',
  withTool: 'With the tool',
  saved: 'Saved',
  pays: 'More is saved than the licence costs',
  neverNote: 'no more is saved than the licence costs',
  asSaving: 'Reporting time, less the licence',
  used: 'An hour saved is worth money only if it is used for something else.',
  working: 'How this is worked out',
  orNever: '; never without a net saving',
};

export const reportingWords = wordsIn({ fr, en });
