import type { Document } from '../../generated/contract';
import agencyPitch from './presets/agency-pitch.json';
import b2bLeads from './presets/b2b-leads.json';
import eCommerce from './presets/e-commerce.json';
import email from './presets/email.json';
import localService from './presets/local-service.json';
import oneChannel from './presets/one-channel.json';
import saas from './presets/saas.json';

export const presetIds = [
  'email',
  'one-channel',
  'b2b-leads',
  'e-commerce',
  'saas',
  'local-service',
  'agency-pitch',
  'blank',
] as const;
export type PresetId = (typeof presetIds)[number];

/** To start from nothing: the fields are there, no figure is. */
const blank = {
  schemaVersion: 2,
  scenarios: [
    {
      id: 'plan',
      role: 'plan',
      period: { kind: 'month' },
      currency: 'EUR',
      action: 'lead',
      value: { mode: 'revenue' },
      channels: [{ id: 'channel1', costs: [{ kind: 'adSpend' }] }],
    },
  ],
};

export const presets = {
  email,
  'one-channel': oneChannel,
  'b2b-leads': b2bLeads,
  'e-commerce': eCommerce,
  saas,
  'local-service': localService,
  'agency-pitch': agencyPitch,
  blank,
} as unknown as Record<PresetId, Document>;

export const isPreset = (id: string | undefined): id is PresetId =>
  presetIds.some((known) => known === id);
