// One file: what it was recognised as, what of it was read and what was not, and what only the visitor
// can say.
import { html, nothing, type TemplateResult } from 'lit';
import type { Answer, NotRead, Read } from '../../engine/reader';
import { option, table } from '../../kit/tables';
import type { Action } from '../../locales/catalogue';
import { textOf } from '../../persistence/opened';
import { button, fileButton } from '../../sharing/keeping';
import { later } from '../../view/deferred';
import type { View } from '../../view/view';
import { capital, lower } from '../../view/words';
import { type Count, groupingOf, groupingsOf, kCounts, meaningOf, openQuestions } from './figures';
import { mappingIn, mappingOf, written } from './mapping';
import {
  answer,
  choose,
  isRead,
  leaveOut,
  readAgain,
  readAs,
  type Source,
  wasRefused,
} from './sources';
import { importWords } from './words';

type Drawn = TemplateResult | typeof nothing;

/** In bytes. */
export const kLongestTable = 200_000;

const kMappingName = 'roi-export-mapping.json';

/** `action`: of the scenario that it would go into. */
export function sourceBlock(view: View, source: Source, action: Action): TemplateResult {
  const say = importWords(view);
  const remove = () => {
    leaveOut(view, source);
    view.focusLater('.bringing button');
  };
  return html`<section class="source" aria-label=${source.name} data-source=${source.id}>
    <div class="top">
      <h3>${source.name}</h3>
      <button type="button" class="link" aria-label=${say.remove(source.name)} @click=${remove}>${view.text.scenarios.remove}</button>
    </div>
    ${stateOf(view, source, action)}
  </section>`;
}

function stateOf(view: View, source: Source, action: Action): Drawn {
  const { found, bytes, content } = source;
  const say = importWords(view);
  const isAgain = isRead(found);
  const share = content.size > 0 ? (bytes ?? 0) / content.size : 1;
  const reading = html`<p class="note">${say.reading(view.format.percent(share, 0))}</p>`;
  if (bytes !== undefined && !isAgain) return reading;
  if (found === 'notFetched') return notFetched(view, source);
  if (wasRefused(found)) return refused(view, source, found);
  return isAgain
    ? html`${bytes === undefined ? nothing : reading} ${told(view, source, found, action)}`
    : nothing;
}

function notFetched(view: View, source: Source): TemplateResult {
  const say = importWords(view);
  const again = () => readAgain(view, source);
  return html`<p class="wrongly">${say.why404}
    <button type="button" class="link" @click=${again}>${say.again}</button></p>`;
}

function refused(view: View, source: Source, { code, detail = '' }: NotRead): TemplateResult {
  const say = importWords(view);
  if (code !== 'export.headings')
    return html`<p class="wrongly">${say.faults[code]?.(detail) ?? code}</p>`;
  const read = (event: Event) => {
    const line = (event.target as HTMLInputElement).value.trim();
    if (/^[1-9]\d?$/.test(line)) answer(view, source, ['headings', line]);
  };
  return html`<p class="wrongly">${say.headings}</p>
    <label class="choose">${say.headingLine}
      <input class="text" inputmode="numeric" name="heading-line-${source.id}" @change=${read} /></label>
    <p>${mappingOpener(view, source)}</p>`;
}

// What was read

/** From one day to another, in words. */
export const days = (
  { format }: Pick<View, 'format'>,
  [from, to]: readonly [string, string],
): string => format.date(from, to);

export const periodIn = ({ period }: Read): readonly [string, string] | undefined => {
  const [from, to] = period ?? [];
  return from !== undefined && to !== undefined ? [from, to] : undefined;
};

function told(view: View, source: Source, read: Read, action: Action): TemplateResult {
  const say = importWords(view);
  const period = periodIn(read);
  const title = [
    read.platformName ?? say.table,
    read.currency ?? '',
    period ? days(view, period) : '',
  ];
  const isUnknown = Object.keys(read.offers).length === 0;
  return html`<p><b>${title.filter(Boolean).join(', ')}.</b>
      ${say.rows(read.rows, count(view, read.rows))} ${ownTotal(view, read)}</p>
    ${remarks(view, read).map((one) => html`<p class="note">${one}</p>`)}
    ${openQuestions(source, action).map((one) => question(view, source, one))}
    ${choices(view, source, read, action)}
    ${insteadLink(view, source, read)}
    <details class="inner" ?open=${isUnknown}>
      <summary><b>${say.details}</b></summary>
      <div class="content">${columns(view, source, read)} ${mappings(view, source, read)} ${skipped(view, read)}</div>
    </details>`;
}

/** A table of channels may hold what no export does: margins, kinds of costs, ranges. */
function insteadLink(view: View, source: Source, { platform }: Read): Drawn {
  const open = later()?.openTable;
  if (platform !== 'generic' || !open || source.content.size > kLongestTable) return nothing;
  const say = importWords(view);
  const act = async () => {
    const text = textOf(await source.content.arrayBuffer());
    leaveOut(view, source);
    view.update({ panel: undefined });
    open(view, text);
  };
  return html`<p><button type="button" class="link" @click=${act}>${say.instead}</button></p>`;
}

const count = ({ format }: View, n: number) => format.figure(n, 'count');

const headingOf = (read: Read, meaning: string) =>
  read.columns.find((one) => one.meaning === meaning && one.use === 'used')?.heading ?? meaning;

function ownTotal(view: View, { ownTotal: total, ...read }: Read): string {
  if (!total) return '';
  const say = importWords(view);
  const line = String(total.line);
  if (total.agrees) return say.agrees(line);
  const differences = total.differences.map(({ meaning, stated, summed }) =>
    say.difference(headingOf(read, meaning), figure(view, stated), figure(view, summed)),
  );
  return say.differs(line, view.format.list(differences));
}

const figure = ({ format }: View, value: number) => format.field(value, 'count');

function remarks(view: View, read: Read): string[] {
  const say = importWords(view);
  const { undated = 0, statedRows, rows, unreadable = 0, notes = [] } = read;
  const ofColumns = read.columns.flatMap((one) => {
    const {
      heading,
      differing = 0,
      compared = 0,
      unreadable: words = 0,
      bounds = 0,
      rounded = 0,
      use,
    } = one;
    if (use !== 'used') return [];
    return [
      differing > 0
        ? say.recomputed(heading, differing, count(view, differing), count(view, compared))
        : '',
      words > 0 ? say.cells(heading, words, count(view, words)) : '',
      bounds > 0 ? say.bounds(heading, bounds, count(view, bounds)) : '',
      rounded > 0 ? say.rounded(heading, rounded, count(view, rounded)) : '',
    ];
  });
  const isShort = statedRows !== undefined && statedRows !== rows;
  return [
    undated > 0 ? say.undated(undated, count(view, undated)) : '',
    isShort ? say.stated(statedRows, count(view, statedRows)) : '',
    unreadable > 0 ? say.characters : '',
    ...ofColumns,
    ...notes.map(say.note),
  ].filter(Boolean);
}

// What only the visitor can say

export function asking(
  view: View,
  sentence: string,
  about: string,
  answers: readonly [string, () => void][],
) {
  const press = (act: () => void) => () => {
    act();
    view.focusLater('.bringing .asking button, .bringing [data-applies]');
  };
  return html`<div class="asking open" role="group" aria-label=${sentence} data-asked=${about}>
    <p>${sentence}</p>
    ${answers.map(([words, act]) => html`<button type="button" class="link" @click=${press(act)}>${words}</button>`)}
  </div>`;
}

type Question = Read['questions'][number];

function question(view: View, source: Source, { about, details = [] }: Question): Drawn {
  const { asked } = importWords(view);
  const to =
    (...one: Answer) =>
    () =>
      answer(view, source, one);
  const [detail] = details;
  if (about === 'currency') return currency(view, source, detail);
  if (about === 'decimal') {
    const text = detail ?? '1,234';
    const read = (mark: string) =>
      figure(
        view,
        Number(
          text
            .replace(/[^\d.,]/g, '')
            .replace(mark, 'd')
            .replace(/[.,]/g, '')
            .replace('d', '.'),
        ),
      );
    return asking(view, asked.decimal(text), about, [
      [read('.'), to('decimal', '.')],
      [read(','), to('decimal', ',')],
    ]);
  }
  if (about === 'dateOrder')
    return asking(view, asked.dates(detail), about, [
      [asked.dayFirst, to('dates', 'DMY')],
      [asked.monthFirst, to('dates', 'MDY')],
    ]);
  if (about === 'result')
    return asking(
      view,
      asked.result,
      about,
      details.map((kind) => [kind, to('result', kind)]),
    );
  if (about === 'total')
    return asking(view, asked.total(figure(view, Number(detail)), details[1]), about, [
      [asked.isTotal, to('total', 'yes')],
      [asked.isRow, to('total', 'no')],
    ]);
  return nothing;
}

/** The plan's own is one press away. */
function currency(view: View, source: Source, sign: string | undefined): TemplateResult {
  const { asked } = importWords(view);
  const own = view.store.scenario.currency;
  const sentence = asked.currency(sign);
  const use = (code: string) => code && answer(view, source, ['currency', code]);
  const chosen = (event: Event) => use((event.target as HTMLSelectElement).value);
  const codes = Intl.supportedValuesOf('currency').filter((code) => code !== own);
  return html`<div class="asking open" role="group" aria-label=${sentence} data-asked="currency">
    <p>${sentence}</p>
    <button type="button" class="link" @click=${() => use(own)}>${asked.asPlan(own)}</button>
    <label class="choose">${asked.other} <select @change=${chosen}>
      <option value=""></option>${codes.map((code) => html`<option>${code}</option>`)}
    </select></label>
  </div>`;
}

/** What its rows are, and which of several counts is meant. */
function choices(view: View, source: Source, read: Read, action: Action): TemplateResult {
  const say = importWords(view);
  const groupings = groupingsOf(read);
  const several = kCounts.filter((one) => {
    const [first, ...others] = read.offers[one] ?? [];
    return others.length > 0 || (first && meaningOf(source, read, one, action) !== first);
  });
  return html`<div class="choices">
    ${
      groupings.length > 1
        ? option({
            label: say.grouping,
            chosen: groupingOf(source, read),
            options: groupings.map((one) => [one, say.groupings[one]] as const),
            choose: (grouping) => choose(view, source, { grouping }),
          })
        : nothing
    }
    ${several.map((one) => counting(view, source, read, one, action))}
  </div>`;
}

function counting(view: View, source: Source, read: Read, one: Count, action: Action) {
  const say = importWords(view);
  const { totals = {} as Record<string, number> } = read;
  const offered = (read.offers[one] ?? []).map((meaning) => {
    const total = totals[meaning];
    const words = total === undefined ? '' : ` (${figure(view, total)})`;
    return [meaning, `${headingOf(read, meaning)}${words}`] as const;
  });
  return option({
    label: say.standsFor(lower(countName(view, one))),
    chosen: meaningOf(source, read, one, action),
    options: [...offered, ['', say.none] as const],
    choose: (meaning) => choose(view, source, { counts: { ...source.counts, [one]: meaning } }),
  });
}

export const countName = ({ labels }: View, one: Count): string =>
  capital(labels[one === 'spend' ? 'adSpend' : one]);

// What was used and what was not

const kMeanings = [
  'channel',
  'campaign',
  'date',
  'currency',
  'spend',
  'impressions',
  'clicks',
  'leads',
  'customers',
  'revenue',
  'text',
] as const;

function columns(view: View, source: Source, read: Read): TemplateResult {
  const say = importWords(view);
  const rows = read.columns.map(({ heading, meaning, use }, at) => {
    const title = heading || say.numbered(at + 1);
    return [title, meaningChoice(view, source, title, at, meaning), say.use[use]] as const;
  });
  return table({ caption: say.columns, columns: [say.column, say.takenAs, ''], rows });
}

function meaningChoice(
  view: View,
  source: Source,
  title: string,
  at: number,
  meaning: string | undefined,
): TemplateResult {
  const say = importWords(view);
  const isListed = kMeanings.some((one) => one === meaning);
  const change = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    if (value) answer(view, source, ['column', `${at + 1}=${value}`]);
  };
  return html`<select aria-label=${say.is(title)} name="column-${source.id}-${at}" @change=${change}>
    ${isListed ? nothing : html`<option value="" selected>${meaning === undefined ? '' : say.asRead}</option>`}
    ${kMeanings.map((one) => html`<option value=${one} ?selected=${one === meaning}>${say.meanings[one]}</option>`)}
  </select>`;
}

/** What was chosen by hand is kept for the next file of the kind. */
function mappings(view: View, source: Source, read: Read): TemplateResult {
  const say = importWords(view);
  const mapping = mappingOf(source.answers, read);
  const save = () => {
    if (mapping) view.outside.download(written(mapping), kMappingName, 'application/json');
  };
  return html`<p>${mapping ? button(say.saveMapping, save) : nothing} ${mappingOpener(view, source)}</p>`;
}

function mappingOpener(view: View, source: Source): TemplateResult {
  const say = importWords(view);
  const chosen = async ([file]: readonly File[]) => {
    const mapping = file && (await mappingIn(file));
    if (mapping) readAs(view, source, mapping);
    else view.outside.say(say.noMapping, true);
  };
  return fileButton(say.openMapping, chosen, { name: `mapping-${source.id}`, accept: '.json' });
}

function skipped(view: View, { skipped: lines, skippedMore = 0 }: Read): Drawn {
  if (lines.length === 0) return nothing;
  const say = importWords(view);
  const rows = lines.map(({ line, lastLine, why, label = '' }) => {
    const place = lastLine ? say.lines(String(line), String(lastLine)) : say.line(String(line));
    return [place, say.why[why], label] as const;
  });
  return html`${table({ caption: say.skipped(lines.length), columns: ['', say.skipped(lines.length), ''], rows })}
    ${skippedMore > 0 ? html`<p class="note">${say.moreSkipped(skippedMore, count(view, skippedMore))}</p>` : nothing}`;
}
