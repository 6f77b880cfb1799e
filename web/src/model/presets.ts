import type { Document } from '../../generated/contract';
import agencyPitch from '../presets/agency-pitch.json';
import b2bLeads from '../presets/b2b-leads.json';
import eCommerce from '../presets/e-commerce.json';
import email from '../presets/email.json';
import localService from '../presets/local-service.json';
import saas from '../presets/saas.json';

export const presetIds = [
  'email',
  'b2b-leads',
  'e-commerce',
  'saas',
  'local-service',
  'agency-pitch',
] as const;
export type PresetId = (typeof presetIds)[number];

export const presets = {
  email,
  'b2b-leads': b2bLeads,
  'e-commerce': eCommerce,
  saas,
  'local-service': localService,
  'agency-pitch': agencyPitch,
} as unknown as Record<PresetId, Document>;

export const isPreset = (id: string | undefined): id is PresetId =>
  presetIds.some((known) => known === id);
