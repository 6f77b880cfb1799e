// What is published beside a KPI: only where it counts the same over the same, on the platform of a channel. Which
// figure has which recipe is decided in scripts/benchmarks.mjs.
import { html, nothing, type TemplateResult } from 'lit';
import { type Benchmark, sources } from '../../../generated/benchmarks';
import type { Kpi } from '../../../generated/evidence';
import { type KpiBenchmark, kpiBenchmarks } from '../../../generated/kpi-benchmarks';
import { knownSector, publishedAmount } from '../../inputs/published';
import { restWords } from '../../locales/later/index';
import { fitting, type Wanted } from '../../plan/benchmarks';
import type { View } from '../../view/view';
import { interactionsOf } from './asking';
import { publishedWords } from './published-words';

/** Fields of the plan that are KPIs as well, and of which there are published figures. */
const kFields: readonly string[] = [
  'ctr',
  'adSpendCpc',
  'adSpendCpm',
  'conversionRate',
  'adSpendCpl',
] satisfies Wanted['field'][];

const isField = (id: string): id is 'ctr' => kFields.includes(id);

/** From so many years on, the age of a figure is said. */
const kOld = 2;

export function published(view: View, { id }: Kpi): TemplateResult | typeof nothing {
  const found = isField(id) ? ofField(view, id) : ofEngagement(view, id);
  if (found.length === 0) return nothing;
  const say = publishedWords(view);
  return html`<details class="inner usual">
    <summary><b role="heading" aria-level="5">${say.title(view.format.figure(found.length, 'count'), found.length)}</b></summary>
    <div class="content"><ul>${found.map((one) => html`<li>${one}</li>`)}</ul>
      <p class="note">${say.note}</p></div>
  </details>`;
}

const platformsOf = ({ store }: View) => [
  ...new Set(store.scenario.channels.map(({ platform }) => platform ?? 'other')),
];

function ofField(view: View, field: Wanted['field']): string[] {
  const { action } = view.store.scenario;
  const sector = knownSector(view) ?? 'all';
  return platformsOf(view)
    .filter((platform) => platform !== 'other')
    .flatMap((platform) => fitting({ field, action, platform, sector }))
    .map((row) => fieldWords(view, row));
}

function fieldWords(view: View, row: Benchmark): string {
  const say = restWords(view).benchmarks;
  const { publisher, year } = sources[row.source];
  const { platform, statistic, sector, kind, source, region } = row;
  const figure = `${publishedAmount(view, row)} ${say.statistics[statistic]}`;
  const about = [say.sectors[sector], kind ? say.kinds[kind] : ''].filter(Boolean);
  const from = [say.samples[source], say.regions[region]];
  return `${view.text.platforms[platform]}${view.text.colon}${figure}, ${about.join(', ')}. ${origin(view, publisher, year)}${view.text.colon}${from.join(', ')}.`;
}

const areSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one) => others.includes(one));

/** Nothing unless exactly what the publisher counts is counted here. */
function ofEngagement(view: View, id: string): string[] {
  const counted = interactionsOf(view);
  const platforms: readonly string[] = platformsOf(view);
  const fits = ({ kpi, platform, interactions }: KpiBenchmark) =>
    kpi === id && platforms.includes(platform) && areSame(interactions, counted);
  return kpiBenchmarks.filter(fits).map((row) => {
    const { platform, value, statistic, source, publisher, year } = row;
    const say = publishedWords(view);
    const { statistics, sectors } = restWords(view).benchmarks;
    const figure = `${view.format.percent(value, 2)} ${statistics[statistic]}, ${sectors.all}`;
    return `${view.text.platforms[platform]}${view.text.colon}${figure}. ${origin(view, publisher, year)}${view.text.colon}${say.samples[source]}.`;
  });
}

function origin(view: View, publisher: string, year: number): string {
  const age = new Date().getFullYear() - year;
  const old = age < kOld ? '' : `, ${publishedWords(view).old(view.format.figure(age, 'count'))}`;
  return `${publisher}, ${year}${old}`;
}
