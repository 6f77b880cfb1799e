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
    <summary><b role="heading" aria-level="5">${say.title(view.format.figure(found.length, 'count'))}</b></summary>
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
  const { field, platform, statistic, sector, kind, source, region } = row;
  const of = kind ? [say.sectors[sector], say.kinds[kind]] : [say.sectors[sector]];
  return sentence(view, {
    ...sources[source],
    platform,
    figure: `${publishedAmount(view, row)} ${[say.statistics[statistic], ...of].join(', ')}`,
    from: [say.measured[field], say.samples[source], say.regions[region]].join(' · '),
  });
}

const areSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one) => others.includes(one));

/** Nothing unless exactly what the publisher counts is counted here. */
function ofEngagement(view: View, id: string): string[] {
  const counted = interactionsOf(view);
  const platforms: readonly string[] = platformsOf(view);
  const { statistics, sectors } = restWords(view).benchmarks;
  return kpiBenchmarks
    .filter((row) => row.kpi === id && platforms.includes(row.platform))
    .filter(({ interactions }) => areSame(interactions, counted))
    .map((row) =>
      sentence(view, {
        ...row,
        figure: `${view.format.percent(row.value, 2)} ${statistics[row.statistic]}, ${sectors.all}`,
        from: publishedWords(view).samples[row.source],
      }),
    );
}

interface Published {
  platform: Benchmark['platform'] | KpiBenchmark['platform'];
  figure: string;
  publisher: string;
  year: number;
  from: string;
}

function sentence(view: View, one: Published): string {
  const { platform, figure, publisher, year, from } = one;
  const age = new Date().getFullYear() - year;
  const old = age < kOld ? '' : `, ${publishedWords(view).old(view.format.figure(age, 'count'))}`;
  const { platforms, colon } = view.text;
  return `${platforms[platform]}${colon}${figure}. ${publisher}, ${year}${old}${colon}${from}.`;
}
