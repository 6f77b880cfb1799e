// Which published figures stand for which field of a plan. A figure fits where its recipe is the
// field's own: what is counted, and what it is divided by. Whatever does not fit says why.

/** The field a measure is typed into (or compared with), and the only recipe that is the field's. */
const kFields = {
  ctr: { field: 'ctr', recipe: 'clicks / impressions' },
  cpc: { field: 'adSpendCpc', recipe: 'ad spend / clicks' },
  cpm: { field: 'adSpendCpm', recipe: 'ad spend / impressions x 1000' },
  cvr: {
    field: 'conversionRate',
    recipe: 'conversions / clicks (lead or action set by the advertiser)',
  },
  cpl: { field: 'adSpendCpl', recipe: 'ad spend / leads (or conversions)' },
};

/** Measures that are no field's, by their name in the file. */
const kOtherRecipes = {
  click_rate:
    'counts readers per e-mail delivered; the click-through rate is clicks per impression',
  open_rate: 'opens are no step of the plan',
  unsub: 'unsubscribing is no step of the plan',
  order_rate: 'orders per recipient of an e-mail; the plan counts per click and per lead',
  rpr: 'revenue per recipient of an e-mail; the plan has revenue per customer',
  lp_cvr: 'counts people who saw a landing page; the conversion rate is per click',
  visitor_to_lead: 'counts people on a whole site; the conversion rate is per click',
  form_fill: 'counts opened forms; the conversion rate is per click',
  lead_to_mql: 'ends at a qualified lead; the close rate ends at a customer',
  mql_to_sql: 'begins and ends between lead and customer; the close rate spans all of it',
  sql_to_opp: 'begins and ends between lead and customer; the close rate spans all of it',
  opp_to_won: 'begins at an opportunity; the close rate begins at a lead',
  cpl_full:
    'all marketing cost, and only leads that asked to talk; a cost per lead is ad spend alone',
  cac: 'follows from cost and customers; no field holds it',
  engagement_followers: 'engagement is no step of the plan',
  engagement_impressions: 'engagement is no step of the plan',
};

/** What a figure that is no field's stands beside in the scorecard, and the recipe that both have: what counts as an
 * interaction is the publisher's, platform by platform (Socialinsider, "The Socialinsider guide to engagement and
 * engagement rates"). */
const kKpis = {
  b270: { interactions: ['likes', 'comments'] },
  b271: { interactions: ['likes', 'comments', 'shares'] },
};
const kKpiOfEngagement = 'engagementRateByFollowersPerPost';
const kPerPost = '(likes+comments+shares...) / followers, per post';

/** Why a figure stands beside no KPI though one has a name like it; Rival IQ's by source. */
const kNoKpi = {
  b144: 'from what is good to what is best, and not what is usual',
  b269: 'the publisher’s own pages differ on whether saves count',
  b272: 'counts quotes, which the scorecard has no count of',
  b273: 'a mean of the posts’ rates; the scorecard divides sums over all posts',
  riv23: 'does not say which interactions were counted on each platform',
  riv24: 'does not say which interactions were counted on each platform',
  riv25: 'does not say which interactions were counted on each platform',
};

/** Figures of a fitting recipe that would still mislead. */
const kMisleading = {
  b042: 'superseded by b001, the next edition of the same survey',
  b043: 'superseded by b002, the next edition of the same survey',
  b044: 'superseded by b003, the next edition of the same survey',
  b045: 'superseded by b004, the next edition of the same survey',
  b112: 'superseded by b081, the next edition of the same survey',
  b113: 'superseded by b083, the next edition of the same survey',
  b160: 'a forecast, not a measurement, and given as “just under”',
  b164: 'the lowest month of three years, which is not what is usual',
};

/** What else was the same for all that was measured, by the file's remark. */
const kKinds = {
  'leads objective': 'leads',
  'traffic objective': 'traffic',
  'single image; value = mean': 'image',
  "single image, leads objective; high = LinkedIn's 'high end'": 'image',
  video: 'video',
  'sponsored messaging': 'messaging',
  'document ads': 'document',
  carousel: 'carousel',
};
const kPlatforms = { google_search: 'search', facebook: 'facebook', linkedin: 'linkedin' };

/** The field a figure is offered for, or why for none. A measure nobody decided about is a mistake. */
export function placeOf({ id, metric, definition }) {
  if (kMisleading[id]) return { excluded: kMisleading[id] };
  if (kOtherRecipes[metric]) return { excluded: kOtherRecipes[metric] };
  const found = kFields[metric];
  if (found?.recipe !== definition) throw new Error(`${id}: no field has “${definition}”`);
  return { field: found.field };
}

/** The KPI a figure stands beside, or why beside none. One of a plan's field stands beside the KPI of that name. */
export function kpiPlaceOf(figure) {
  const { id, metric, definition, source } = figure;
  const { field, excluded } = placeOf(figure);
  if (field) return { kpi: field };
  if (kKpis[id]) {
    if (definition !== kPerPost) throw new Error(`${id}: no KPI has “${definition}”`);
    return { kpi: kKpiOfEngagement, ...kKpis[id] };
  }
  if (/^engagement_/.test(metric) && !(kNoKpi[id] ?? kNoKpi[source]))
    throw new Error(`${id}: nobody decided about it`);
  return { excluded: kNoKpi[id] ?? kNoKpi[source] ?? excluded };
}

/** What stands beside KPIs that are no figures of the plan. */
export function besideKpis({ figures, sources }) {
  return figures.flatMap((figure) => {
    const { kpi, interactions } = kpiPlaceOf(figure);
    if (!interactions) return [];
    const { id, platform, value, region, statistic, source } = figure;
    const { publisher, year } = sources[source];
    const share = inUnit(figure.unit)(value);
    return [
      { id, kpi, platform, interactions, value: share, statistic, region, source, publisher, year },
    ];
  });
}

/** Normal quantiles at 95 % and 75 %: from the middle half to nine in ten. */
const kWiden = 1.6448536269514722 / 0.6744897501960817;

const rounded = (value) => Number(value.toPrecision(3));

/** Quartiles are widened on a logarithmic scale; one figure is taken as half to double. */
function rangeOf({ low, high, value, median }) {
  const likely = value ?? median;
  if (likely !== undefined) return { low: likely / 2, likely, high: likely * 2 };
  const middle = Math.sqrt(low * high);
  const width = (high / middle) ** kWiden;
  return { low: rounded(middle / width), high: rounded(middle * width) };
}

const inUnit = (unit) => (value) =>
  Number((unit === 'percent' ? value / 100 : value).toPrecision(12));

function rowOf(figure, field) {
  const { id, platform, industry, region, unit, statistic, note, source } = figure;
  const own = inUnit(unit);
  const range = Object.entries(rangeOf(figure)).map(([part, value]) => [part, own(value)]);
  const isQuartiles = note === 'Q1 and Q3';
  const kind = kKinds[note];
  return {
    id,
    field,
    platform: kPlatforms[platform],
    sector: industry,
    region,
    statistic: isQuartiles ? 'quartiles' : statistic,
    ...(isQuartiles ? { quartiles: [own(figure.low), own(figure.high)] } : {}),
    ...(kind ? { kind } : {}),
    ...(unit === 'percent' ? {} : { currency: unit }),
    range: Object.fromEntries(range),
    source,
  };
}

/** What is offered, and the sources of it. */
export function offered({ figures, sources }) {
  const rows = figures.flatMap((figure) => {
    const { field } = placeOf(figure);
    return field ? [rowOf(figure, field)] : [];
  });
  const used = [...new Set(rows.map(({ source }) => source))].map((id) => {
    const { publisher, year, grade, address } = sources[id];
    const [page] = address.split(' ; ');
    return [id, { publisher, year, grade, page }];
  });
  return { rows, sources: Object.fromEntries(used) };
}

const union = (values) => [...new Set(values)].map((value) => JSON.stringify(value)).join(' | ');

export function kpiBenchmarksSource(file) {
  const rows = besideKpis(file);
  const all = (key) => union(rows.flatMap((row) => row[key]));
  return `
import type { KpiInput } from './evidence';

export interface KpiBenchmark {
  id: string;
  kpi: ${all('kpi')};
  platform: ${all('platform')};
  /** All that counts as one, and nothing else. */
  interactions: readonly KpiInput[];
  value: number;
  statistic: ${all('statistic')};
  region: ${all('region')};
  source: ${all('source')};
  publisher: string;
  year: number;
}
export const kpiBenchmarks: readonly KpiBenchmark[] = ${JSON.stringify(rows)};
`;
}

export function benchmarksSource(file) {
  const { rows, sources } = offered(file);
  const all = (key) => union(rows.flatMap((row) => row[key] ?? []));
  return `
export type BenchmarkField = ${all('field')};
export type Sector = ${all('sector')};
export type Region = ${all('region')};
export type Statistic = ${all('statistic')};
export type Kind = ${all('kind')};
export type SourceId = ${all('source')};
export interface Source { publisher: string; year: number; grade: string; page: string }
export interface Benchmark {
  id: string;
  field: BenchmarkField;
  platform: ${all('platform')};
  sector: Sector;
  region: Region;
  statistic: Statistic;
  /** Where half of what was measured lies between. */
  quartiles?: [number, number];
  kind?: Kind;
  currency?: string;
  /** What it is taken over as. */
  range: { low: number; likely?: number; high: number };
  source: SourceId;
}
export const sources: Record<SourceId, Source> = ${JSON.stringify(sources)};
export const benchmarks: readonly Benchmark[] = ${JSON.stringify(rows)};
`;
}
