// "Don't know?": published figures beside the fields that many cannot fill in, taken over as a range
// with its source; and what a lead usually costs, beside what it costs in this plan.
import { css, html, nothing, type TemplateResult } from 'lit';
import { type Benchmark, benchmarks, type Sector, sources } from '../../generated/benchmarks';
import type { AmountFigure } from '../../generated/contract';
import { slider } from '../kit/slider';
import { type Table, table } from '../kit/tables';
import { restWords } from '../locales/later/index';
import {
  fitting,
  isOfAnotherAction,
  sectorOf,
  sourceOf,
  unsureField,
  type Wanted,
} from '../plan/benchmarks';
import { act } from '../view/act';
import {
  channelResults,
  hasHappened,
  isNumber,
  type NumberField,
  nameOf,
  nameOfScenario,
  shown,
  type View,
} from '../view/view';
import { inputName } from '../view/words';

export const benchmarkLayout = css`
  .unsure {
    flex-basis: 100%;
    min-width: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
    align-items: baseline;
    margin-top: calc(-1 * var(--s1));
    font-size: var(--small);
    color: var(--soft);
  }
  .published {
    flex-basis: 100%;
    min-width: 0;
    border-inline-start: 2px solid var(--line);
    padding-inline-start: var(--s3);
    margin-bottom: var(--s3);
    font-size: var(--note);
  }
  .published .top {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: 0 var(--s4);
  }
  .published li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
    align-items: baseline;
    padding: var(--s2) 0;
    border-bottom: 1px solid var(--line);
  }
  .published li > span {
    flex: 1 1 calc(11 * var(--unit));
  }
  .published li small {
    flex-basis: 100%;
    font-size: var(--small);
    color: var(--soft);
  }
  .published a {
    color: var(--act);
  }
  .published > .note {
    padding-top: var(--s2);
  }
  .usual {
    max-width: calc(46 * var(--unit));
  }
  .usual table {
    color: var(--ink);
  }
  .usual th small {
    display: block;
    font-size: var(--small);
    color: var(--soft);
    white-space: normal;
  }
  @media print {
    .unsure .link,
    .published {
      display: none;
    }
  }
`;

const wordsOf = (view: View) => restWords(view).benchmarks;

// Where it is asked

interface Asked {
  /** Which list is open. */
  key: string;
  name: string;
  wanted: Wanted;
  /** Whose figures they would be. */
  channel: string;
  /** Where one can be taken over. */
  pointer?: string;
}

/** Chosen in this visit, else what the example is of. */
export const knownSector = ({ ui, store }: View): Sector | undefined =>
  ui.sector ?? sectorOf(store.origin);

function askedAt(view: View, pointer: string): Asked | undefined {
  const field = unsureField(pointer);
  if (!field) return undefined;
  const { store } = view;
  const at = /\/channels\/(\d+)\//.exec(pointer)?.[1];
  const channel = at === undefined ? undefined : store.scenario.channels[Number(at)];
  const { action } = store.scenario;
  const sector = knownSector(view) ?? 'all';
  const platform = channel?.platform;
  return {
    key: pointer,
    name: inputName(view, pointer, field),
    wanted: { field, action, sector, ...(platform ? { platform } : {}) },
    channel: channel ? nameOf(view, channel.id) : '',
    pointer,
  };
}

const openerOf = (key: string) => `[data-unsure="${key}"]`;

function opener(view: View, { key, name }: Asked, words: string): TemplateResult {
  const isOpen = view.ui.unsure === key;
  const toggle = () => view.update({ unsure: isOpen ? undefined : key });
  return html`<button type="button" class="link" data-unsure=${key} aria-label="${words} ${name}"
    aria-expanded=${isOpen ? 'true' : 'false'} @click=${toggle} @keydown=${foldsOnEscape(view, key)}>${words}</button>`;
}

function foldsOnEscape(view: View, key: string) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || view.ui.unsure !== key) return;
    event.stopPropagation();
    close(view, key);
  };
}

function close(view: View, key: string): void {
  view.update({ unsure: undefined });
  view.focusLater(openerOf(key));
}

/** The way to published figures, and the source of what was taken from them. */
export function unsure(view: View, { pointer }: NumberField): TemplateResult | typeof nothing {
  const asked = askedAt(view, pointer);
  if (!asked) return nothing;
  const figure = view.store.get(pointer) as AmountFigure | number | undefined;
  const source = typeof figure === 'object' ? benchmarkWords(view, figure.source) : undefined;
  return html`<div class="unsure">
    ${opener(view, asked, wordsOf(view).unsure)}
    ${source ? html`<span>${source}</span>` : nothing}
  </div>`;
}

/** A slider with what is usual marked, where that is published. */
export function sliderWithUsual(view: View, field: NumberField): TemplateResult | typeof nothing {
  const asked = askedAt(view, field.pointer);
  const range = asked && fitting(asked.wanted)[0]?.range;
  return slider(view, field, range && [range.low, range.high]);
}

/** "benchmark: WordStream / LocaliQ, 2026, US", of a figure that is one. */
export function benchmarkWords(view: View, id: string | undefined): string | undefined {
  const own = view.brief?.sourceOf(id ?? '');
  if (own) return restWords(view).explain.benchmark(own.publisher, own.year, '');
  const source = sourceOf(id);
  if (!source) return undefined;
  const { publisher, year, region } = source;
  const where = region === 'not stated' ? '' : wordsOf(view).regions[region];
  return restWords(view).explain.benchmark(publisher, year, where);
}

export function published(view: View, { pointer }: NumberField): TemplateResult | typeof nothing {
  if (view.ui.unsure !== pointer) return nothing;
  const asked = askedAt(view, pointer);
  return asked ? list(view, asked) : nothing;
}

// What is published

function list(view: View, asked: Asked): TemplateResult {
  const say = wordsOf(view);
  const { key, name, wanted } = asked;
  const rows = fitting(wanted);
  return html`<section class="published" aria-label=${say.heading(name)} @keydown=${foldsOnEscape(view, key)}>
    <div class="top">
      ${rows.length > 0 ? sectorChoice(view, wanted) : html`<p>${whyNone(view, asked)}</p>`}
      <button type="button" class="link" @click=${() => close(view, key)}>${restWords(view).explain.close}</button>
    </div>
    ${rows.length > 0 ? rowsOf(view, asked, rows) : nothing}
  </section>`;
}

function sectorChoice(view: View, { sector }: Wanted): TemplateResult {
  const { sector: label, sectors } = wordsOf(view);
  const names = Object.entries(sectors) as [Sector, string][];
  const choose = (event: Event) =>
    view.update({ sector: (event.target as HTMLSelectElement).value as Sector });
  return html`<label class="choose">${label}
    <select name="sector" @change=${choose}>
      ${names.map(([id, words]) => html`<option value=${id} ?selected=${id === sector}>${words}</option>`)}
    </select>
  </label>`;
}

function whyNone(view: View, { wanted, channel }: Asked): string {
  const say = wordsOf(view);
  const { field, action } = wanted;
  if (field === 'closeRate' || field === 'margin') return say.none[field];
  return isOfAnotherAction(wanted)
    ? say.noneOfAction(view.text.nouns[action].many)
    : say.noneOfChannel(channel);
}

function rowsOf(view: View, asked: Asked, rows: Benchmark[]): TemplateResult {
  const say = wordsOf(view);
  const { sector } = asked.wanted;
  const { currency } = view.store.scenario;
  const foreign = rows.find((row) => isForeign(view, row))?.currency;
  const isWider = sector !== 'all' && !rows.some((row) => row.sector === sector);
  const rules = asked.pointer && !foreign ? rulesOf(view, rows) : [];
  return html`${isWider ? html`<p class="note">${say.noneOfSector(say.sectors[sector])}</p>` : nothing}
    ${foreign ? html`<p class="note">${say.notConverted(foreign, currency)}</p>` : nothing}
    <ul>${rows.map((row) => html`<li data-benchmark=${row.id}>${oneRow(view, asked, row)}</li>`)}</ul>
    <p class="note">${[...rules, say.gradeB].join(' ')}</p>`;
}

function rulesOf(view: View, rows: Benchmark[]): string[] {
  const { rule, ruleOfQuartiles } = wordsOf(view);
  const hasQuartiles = rows.some(({ quartiles }) => quartiles);
  return hasQuartiles ? [rule, ruleOfQuartiles] : [rule];
}

const isForeign = ({ store }: View, { currency }: Benchmark): boolean =>
  currency !== undefined && currency !== store.scenario.currency;

/** Money of another currency goes by its code. */
function amount(view: View, row: Benchmark, value: number): string {
  const { format } = view;
  if (isForeign(view, row)) return `${format.bare(value, 'money')}\u00a0${row.currency}`;
  return format.figure(value, row.currency ? 'money' : 'rate');
}

function publishedAmount(view: View, row: Benchmark): string {
  const { between } = wordsOf(view);
  const { quartiles, range } = row;
  if (quartiles) return between(amount(view, row, quartiles[0]), amount(view, row, quartiles[1]));
  return amount(view, row, range.likely ?? range.low);
}

export function oneRow(
  view: View,
  { pointer, name }: Pick<Asked, 'pointer' | 'name'>,
  row: Benchmark,
): TemplateResult {
  const say = wordsOf(view);
  const { text } = view;
  const { publisher, year, grade, page } = sources[row.source];
  const about = [text.platforms[row.platform], say.sectors[row.sector]];
  const measured = [
    say.measured[row.field],
    ...(row.kind ? [say.kinds[row.kind]] : []),
    say.samples[row.source],
    say.regions[row.region],
    say.grade(grade),
  ];
  const mayUse = pointer !== undefined && !isForeign(view, row);
  return html`<span><b>${publishedAmount(view, row)}</b> ${say.statistics[row.statistic]}, ${about.join(', ')}</span>
    ${mayUse ? useButton(view, row, pointer, name) : nothing}
    <small><a target="_blank" rel="noopener noreferrer" href=${page}>${publisher}, ${year}</a>${text.colon}${measured.join(' · ')}</small>`;
}

function useButton(view: View, row: Benchmark, pointer: string, name: string): TemplateResult {
  const say = wordsOf(view);
  const { low, high } = row.range;
  const ends = [amount(view, row, low), amount(view, row, high)] as const;
  const use = () => {
    if (!act(view, pointer, takenOver(view, row, pointer))) return;
    view.outside.say(say.taken(name, ...ends));
    close(view, pointer);
  };
  return html`<button type="button" class="link" @click=${use}>${say.use(...ends)}</button>`;
}

/** What the figure moves with stays; all else that was said of it was said of another figure. */
function takenOver({ store }: View, { range, id }: Benchmark, pointer: string): AmountFigure {
  const before = store.get(pointer) as AmountFigure | number | undefined;
  const movesWith = typeof before === 'object' ? before.movesWith : undefined;
  const figure: AmountFigure = { ...range, provenance: 'benchmark', source: id };
  return movesWith ? { ...figure, movesWith } : figure;
}

// What a lead usually costs

/** Where leads are counted, and ads are paid for them on a platform of which there are figures. */
export function usualCost(view: View): TemplateResult | typeof nothing {
  const { store, ui, labels } = view;
  const { action } = store.scenario;
  const sector = knownSector(view);
  const bought = platformsOf(view);
  if (action !== 'lead' || bought.length === 0) return nothing;
  const say = wordsOf(view);
  const wanted: Wanted = { field: 'adSpendCpl', action, sector: sector ?? 'all' };
  const asked: Asked = { key: 'usual', name: labels.adSpendCpl, wanted, channel: '' };
  const isOpen = ui.unsure === asked.key;
  const isForeignSomewhere = bought.some((one) =>
    isUnconverted(view, { ...wanted, platform: one }),
  );
  return html`<div class="usual note">
    ${
      sector
        ? html`<p>${say.usual(labels.adSpendCpl)}</p>
    ${usualTable(view, wanted, bought)}
    ${isForeignSomewhere && !isOpen ? html`<p>${say.unconverted}</p>` : nothing}`
        : nothing
    }
    ${opener(view, asked, sector ? say.where : say.ask)}
    ${isOpen ? list(view, asked) : nothing}
  </div>`;
}

const hasAdCost = (view: View, id: string): boolean => {
  const cost = channelResults(view, id)?.adSpendCpl;
  return cost !== undefined && isNumber(cost);
};

type Platform = Benchmark['platform'];

/** Platforms of which there are figures, and on which this plan pays for leads. */
function platformsOf(view: View): Platform[] {
  const { channels } = view.store.scenario;
  const known = new Set(benchmarks.map(({ platform }) => platform));
  return [...known].filter((platform) =>
    channels.some((channel) => channel.platform === platform && hasAdCost(view, channel.id)),
  );
}

function usualTable(view: View, wanted: Wanted, bought: Platform[]): TemplateResult {
  const say = wordsOf(view);
  const { scenario } = view.store;
  const own = hasHappened(scenario) ? nameOfScenario(view, scenario) : say.yours;
  return table({
    caption: say.usual(view.labels.adSpendCpl),
    columns: ['', say.usually, own],
    rows: bought.flatMap((platform) => usualOn(view, { ...wanted, platform })),
  });
}

/** Of the first source there is: one figure, or the lowest and the highest of several. */
function usualOn(view: View, wanted: Wanted & { platform: Platform }): Table['rows'] {
  const { platform } = wanted;
  const [first, ...others] = fitting(wanted);
  if (!first) return [];
  const say = wordsOf(view);
  const { text } = view;
  const same = [first, ...others.filter((one) => areOneSurvey(one, first))];
  const { publisher, year } = sources[first.source];
  const about = [say.sectors[first.sector], ...regionsOf(view, same)].join(', ');
  const what = same.length > 1 ? say.medians : say.statistics[first.statistic];
  return [
    [
      html`${text.platforms[platform]}<small>${what}, ${about} (${publisher}, ${year})</small>`,
      html`<b>${spread(view, same)}</b>`,
      ownCost(view, platform),
    ],
  ];
}

function isUnconverted(view: View, wanted: Wanted): boolean {
  const [first] = fitting(wanted);
  return first !== undefined && isForeign(view, first);
}

const areOneSurvey = (one: Benchmark, other: Benchmark): boolean =>
  one.sector === other.sector && one.source === other.source;

const regionsOf = (view: View, rows: Benchmark[]): string[] => [
  ...new Set(rows.map(({ region }) => wordsOf(view).regions[region])),
];

function spread(view: View, rows: Benchmark[]): string {
  const figures = rows.map(({ range }) => range.likely ?? range.low);
  const [low, high] = [Math.min(...figures), Math.max(...figures)];
  const [row] = rows;
  if (!row) return '';
  const ends = [amount(view, row, low), amount(view, row, high)] as const;
  return low < high ? wordsOf(view).between(...ends) : ends[0];
}

/** Of the one channel there is on the platform; an average over several would be none's. */
function ownCost(view: View, platform: Platform): string {
  const [only, ...more] = view.store.scenario.channels.filter((one) => one.platform === platform);
  const cost = only && channelResults(view, only.id)?.adSpendCpl;
  if (!only || more.length > 0 || cost === undefined || !isNumber(cost)) return '';
  return shown(view, 'adSpendCpl', cost);
}
