// Briefs to begin with, one a trade: web/docs/briefs. Their figures are examples, and rates that are published name
// their publisher.
import agencyRetainer from '../../../docs/briefs/agency-retainer.json';
import appInstalls from '../../../docs/briefs/app-installs.json';
import b2bLeads from '../../../docs/briefs/b2b-leads.json';
import events from '../../../docs/briefs/events.json';
import localService from '../../../docs/briefs/local-service.json';
import media from '../../../docs/briefs/media.json';
import nonProfit from '../../../docs/briefs/non-profit.json';
import realEstate from '../../../docs/briefs/real-estate.json';
import recruitment from '../../../docs/briefs/recruitment.json';
import saas from '../../../docs/briefs/saas.json';
import shop from '../../../docs/briefs/shop.json';
import training from '../../../docs/briefs/training.json';
import type { Brief } from '../../../generated/brief';

/** What the core says of them is tested; a JSON module is no literal type. */
export const readyBriefs = {
  agencyRetainer,
  saas,
  shop,
  localService,
  events,
  b2bLeads,
  training,
  realEstate,
  recruitment,
  appInstalls,
  nonProfit,
  media,
} as unknown as Record<Trade, Brief>;

export type Trade =
  | 'agencyRetainer'
  | 'saas'
  | 'shop'
  | 'localService'
  | 'events'
  | 'b2bLeads'
  | 'training'
  | 'realEstate'
  | 'recruitment'
  | 'appInstalls'
  | 'nonProfit'
  | 'media';
