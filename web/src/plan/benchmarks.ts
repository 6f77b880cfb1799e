// Published figures for what a visitor does not know. Which of them fit a field by their recipe is
// decided in scripts/benchmarks.mjs; which of those fit this plan, here.
import {
  type Benchmark,
  type BenchmarkField,
  benchmarks,
  type Region,
  type Sector,
  type Source,
  sources,
} from '../../generated/benchmarks';
import type { Channel, Scenario } from '../../generated/contract';
import type { PresetId } from './presets';

/** The fields that many cannot fill in; no published figure has the recipe of the last two. */
export type UnsureField = Exclude<BenchmarkField, 'adSpendCpl'> | 'closeRate' | 'margin';

export interface Wanted {
  field: UnsureField | 'adSpendCpl';
  action: Scenario['action'];
  /** Without one, those of every platform fit. */
  platform?: Channel['platform'];
  sector: Sector;
}

/** Of no line of business in particular. */
const kGeneral: ReadonlySet<Sector> = new Set(['all', 'b2b']);

/** Examples that are of a line of business themselves. */
const kSectorOf: Partial<Record<PresetId, Sector>> = {
  'agency-pitch': 'all',
  'b2b-leads': 'b2b',
  saas: 'b2b saas',
};

export const sectorOf = (preset: PresetId | undefined): Sector | undefined =>
  preset && kSectorOf[preset];

/** What stands in a plan at such a place, if it may be looked up. */
export const unsureField = (pointer: string): UnsureField | undefined =>
  /^\/scenarios\/\d+(?:\/channels\/\d+)?\/(ctr|adSpendCp[cm]|conversionRate|closeRate|margin)$/.exec(
    pointer,
  )?.[1] as UnsureField | undefined;

/** Published rates and costs of conversion count leads, and no other action. */
const countsLeads = ({ field }: Wanted | Benchmark) =>
  field === 'conversionRate' || field === 'adSpendCpl';

export const isOfAnotherAction = (wanted: Wanted): boolean =>
  countsLeads(wanted) && wanted.action !== 'lead';

/** Ads that were to bring leads do not sell, and ads that were to bring visits bring no leads. */
function isOfAction({ kind }: Benchmark, { action }: Wanted): boolean {
  if (kind === 'leads') return action !== 'order';
  return kind !== 'traffic' || action === 'order';
}

/** Those of the sector, then those of none in particular. */
export function fitting(wanted: Wanted): Benchmark[] {
  const { field, platform = 'other', sector } = wanted;
  if (isOfAnotherAction(wanted)) return [];
  const found = benchmarks.filter(
    (one) =>
      one.field === field &&
      (platform === 'other' || one.platform === platform) &&
      isOfAction(one, wanted),
  );
  const own = found.filter((one) => one.sector === sector);
  const general = found.filter((one) => one.sector !== sector && kGeneral.has(one.sector));
  return [...own, ...general];
}

/** Where a figure of the plan comes from, if it is one of these. */
export function sourceOf(id: string | undefined): (Source & { region: Region }) | undefined {
  const found = benchmarks.find((one) => one.id === id);
  return found && { ...sources[found.source], region: found.region };
}
