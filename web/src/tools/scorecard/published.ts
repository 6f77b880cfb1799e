// What is published beside a KPI: only where it counts the same over the same, on the platform of a channel. Which
// figure has which recipe is decided in scripts/benchmarks.mjs.
import { html, nothing, type TemplateResult } from 'lit';
import { sources } from '../../../generated/benchmarks';
import type { Kpi } from '../../../generated/evidence';
import { kpiBenchmarks } from '../../../generated/kpi-benchmarks';
import { knownSector, oneRow } from '../../inputs/published';
import { restWords } from '../../locales/later/index';
import { fitting, type Wanted } from '../../plan/benchmarks';
import type { View } from '../../view/view';
import { interactionsOf } from './asking';
import { publishedWords } from './published-words';

/** From so many years on, the age of a figure is said. */
const kOld = 2;

export function published(view: View, { id }: Kpi): TemplateResult | typeof nothing {
  const found = [...ofField(view, id as Wanted['field']), ...ofEngagement(view, id)];
  if (found.length === 0) return nothing;
  return html`<details class="inner published">
    <summary><b role="heading" aria-level="5">${publishedWords(view).title(view.format.figure(found.length, 'count'))}</b></summary>
    <ul>${found.map((one) => html`<li>${one}</li>`)}</ul>
  </details>`;
}

const platformsOf = ({ store }: View) => [
  ...new Set(store.scenario.channels.map(({ platform }) => platform ?? 'other')),
];

/** Of a KPI that is a field of the plan; nothing fits another. */
function ofField(view: View, field: Wanted['field']): TemplateResult[] {
  const { action } = view.store.scenario;
  const sector = knownSector(view) ?? 'all';
  return platformsOf(view)
    .filter((platform) => platform !== 'other')
    .flatMap((platform) => fitting({ field, action, platform, sector }))
    .map((row) => html`${oneRow(view, { name: '' }, row)}${age(view, sources[row.source].year)}`);
}

const areSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one) => others.includes(one));

/** Nothing unless exactly what the publisher counts is counted here. */
function ofEngagement(view: View, id: string): TemplateResult[] {
  const counted = interactionsOf(view);
  const platforms: readonly string[] = platformsOf(view);
  const { statistics, sectors } = restWords(view).benchmarks;
  const { text, format } = view;
  return kpiBenchmarks
    .filter((row) => row.kpi === id && platforms.includes(row.platform))
    .filter(({ interactions }) => areSame(interactions, counted))
    .map(
      ({ value, statistic, platform, publisher, year, source }) =>
        html`<span><b>${format.percent(value, 2)}</b> ${statistics[statistic]}, ${text.platforms[platform]}, ${sectors.all}</span>
          <small>${publisher}, ${year}${text.colon}${publishedWords(view).samples[source]}</small>${age(view, year)}`,
    );
}

function age(view: View, year: number): TemplateResult | typeof nothing {
  const years = new Date().getFullYear() - year;
  if (years < kOld) return nothing;
  return html`<small>${publishedWords(view).old(view.format.figure(years, 'count'))}</small>`;
}
