// Pasting a table of channels: what it was understood as stands beside it, to be put right.

import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  type Channel,
  type Document,
  kChannelLimit,
  type Scenario,
} from '../../../generated/contract';
import type { EngineError, NumberMarks, ReadNumber, Reply } from '../../engine/engine';
import { written } from '../../kit/asking';
import { keepUndo } from '../../kit/fields';
import { option } from '../../kit/tables';
import type { Format } from '../../locales/format';
import type { Language } from '../../locales/index';
import { errorWords, restWords } from '../../locales/later/index';
import { isBlank, withChannels } from '../../plan/channels';
import { freeId } from '../../plan/edits';
import { later } from '../../view/deferred';
import { ownState } from '../../view/own-state';
import { nameOf, unitOf, type View } from '../../view/view';
import type { Doubt } from './doubts';
import { type FigureMeaning, kMeanings, type Meaning } from './meaning';
import {
  type Cell,
  channelOf,
  isRefused,
  type NoTable,
  type Row,
  refusedCell,
  type Table,
  tableOf,
  tooMuch,
} from './table';
import { kHeadings, tableWords } from './words';

export const tableLayout = css`
  [data-opens='table'] {
    margin-inline-start: var(--s4);
  }
  .pasting {
    margin-top: var(--s3);
    border-inline-start: 2px solid var(--line);
    padding-inline-start: var(--s3);
  }
  .pasting p .link {
    padding: 0;
  }
  .pasting > .link {
    margin-inline-end: var(--s4);
  }
  .pasting > * + * {
    margin-top: var(--s2);
  }
  .pasting .asking.open {
    background: var(--field);
    padding-block: var(--s1);
  }
  .pasting .asking [aria-pressed='true'] {
    color: var(--ink);
    font-weight: 600;
  }
  .pasting textarea {
    display: block;
    margin-top: var(--s1);
    font-size: var(--note);
    white-space: pre;
    tab-size: 12;
  }
  .pasting label,
  .pasting p {
    font-size: var(--note);
  }
  .pasting small {
    display: block;
    font-size: var(--small);
    color: var(--soft);
  }
  .pasting select {
    width: auto;
    max-width: calc(7.5 * var(--unit));
    min-height: 32px;
    padding: 4px 6px;
    font-size: var(--small);
  }
  .pasting .choose select {
    max-width: 100%;
  }
  .pasting .plain :is(th, td) {
    white-space: nowrap;
    vertical-align: top;
    padding-inline: var(--s1);
  }
  .pasting .plain tbody th {
    max-width: calc(12 * var(--unit));
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .pasting .left {
    color: var(--soft);
  }
  .pasting td input.text {
    width: calc(7 * var(--unit));
    min-height: 32px;
    padding: 4px 8px;
    text-align: end;
  }
  .pasting .wrongly {
    white-space: normal;
    min-width: calc(9 * var(--unit));
    font-size: var(--small);
    text-align: start;
  }
`;

const kRowsShown = 30;
const kReadings = 20_000;

// Opening it

/** The link beside "Add a channel", and the panel it opens. */
/** The table that is being pasted. */
interface TableUi {
  text: string;
  /** Why what was pasted last was not taken. */
  refused?: NoTable | undefined;
  /** Meanings chosen by the visitor, by column. */
  chosen: Record<number, Meaning>;
  /** Cells typed anew, by row and column: "2:1". */
  mended: Record<string, string>;
  /** To what the table leaves in doubt, by the key of the doubt. */
  answers: Record<string, string>;
  replaces: boolean;
  /** Whose way of writing numbers it follows, where that was chosen. */
  locale?: Language;
}

const pasting = ownState<{ ui?: TableUi | undefined }>({});

export function tablePaste(view: View): TemplateResult {
  const { ui } = pasting.of(view);
  const toggle = () => (ui ? close(view) : openTable(view, ''));
  return html`<button type="button" class="link" data-opens="table" aria-expanded=${ui ? 'true' : 'false'}
      @click=${toggle}>${tableWords(view).heading}</button>
    ${ui ? panel(view, ui) : nothing}`;
}

/** Several cells pasted into one field are a table; one cell is not. */
export function pasteTable(view: View, event: ClipboardEvent): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const isField = event.target instanceof HTMLInputElement && event.target.type === 'text';
  if (!isField || !/[\t\r\n]/.test(text.trim())) return;
  event.preventDefault();
  later()?.bringTable?.(view, text);
}

/** Shows what a text is understood as; nothing is taken over yet. */
export function openTable(view: View, text: string): void {
  const { store } = view;
  const isUntouched = store.preset !== undefined || store.scenario.channels.every(isBlank);
  take(view, { text: '', chosen: {}, mended: {}, answers: {}, replaces: isUntouched }, text);
  view.focusLater('[name="table"]');
}

/** Takes a text, unless it is so long that showing it would hold the page up. */
function take(view: View, ui: TableUi, text: string): void {
  const refused = tooMuch(text, kChannelLimit);
  const isSame = headLine(text) === headLine(ui.text);
  const about = { ...ui, refused, chosen: isSame ? ui.chosen : {}, mended: {}, answers: {} };
  pasting.update(view, { ui: { ...about, text: refused ? '' : text } });
}

function close(view: View): void {
  pasting.update(view, { ui: undefined });
  view.focusLater('[data-opens="table"]');
}

// What it becomes

interface Preview {
  table: Table;
  scenario: Scenario;
  channels: Channel[];
  /** Why the core would not take it, apart from single cells. */
  error: EngineError | undefined;
}

let last: { ui: TableUi; document: Document; base: string; preview: Preview | NoTable } | undefined;

/** Worked out once for what is shown. */
function previewOf(view: View, ui: TableUi): Preview | NoTable {
  const { document, base } = view.store;
  const isSame = last?.ui === ui && last.document === document && last.base === base;
  if (!last || !isSame) last = { ui, document, base, preview: preview(view, ui) };
  return last.preview;
}

function preview(
  view: View,
  { text, chosen, mended, answers, locale, replaces }: TableUi,
): Preview | NoTable {
  const { format } = view;
  const table = tableOf(text, {
    words: kHeadings,
    chosen,
    mended,
    answers,
    currency: { code: format.currency, sign: format.currencySign },
    read: (cell, writing, meaning) => readOnce(view, cell, writing, meaning),
    locale,
    pageLocale: format.marks.decimal === kDecimals.fr ? 'fr' : 'en',
    mostRows: kChannelLimit,
  });
  if (typeof table === 'string') return table;
  const first = become(view, table, replaces);
  const refused = first.errors.filter((error) => markRefused(table, first, view, error));
  const then = refused.length > 0 ? become(view, table, replaces) : first;
  const { scenario, channels, errors } = then;
  return { table, scenario, channels, error: errors[0] };
}

/** By the language whose regions mostly write so; the page's own region keeps its other marks. */
const kDecimals: Record<Language, string> = { en: '.', fr: ',' };
const kGroups: Record<Language, string> = { en: ',', fr: '\u202f' };

function marksOf({ marks }: Format, writing: Language): NumberMarks {
  if (marks.decimal === kDecimals[writing]) return marks;
  return { ...marks, decimal: kDecimals[writing], group: kGroups[writing] };
}

const readings = new Map<string, Reply<ReadNumber>>();

/** A table is read again whenever something in it changes; most of its cells stay. */
function readOnce(
  { store, format }: View,
  text: string,
  writing: Language,
  meaning: FigureMeaning,
): Reply<ReadNumber> {
  const key = `${format.locale} ${format.currency} ${writing} ${meaning} ${text}`;
  const marks = marksOf(format, writing);
  const reply = readings.get(key) ?? store.engine.readNumber(text, unitOf(meaning), marks, meaning);
  if (readings.size > kReadings) readings.clear();
  readings.set(key, reply);
  return reply;
}

/** The channels, in the plan; and what the core says to it. */
function become(view: View, table: Table, replaces: boolean) {
  const { store } = view;
  const { scenario, document } = store;
  const present = replaces ? [] : scenario.channels;
  const mode = scenario.value?.mode ?? 'revenue';
  const newId = idsFor(view, replaces);
  const channels = table.rows.map((row) =>
    withPlatform(view, channelOf(table, row, mode, newId(row))),
  );
  const next = withChannels(scenario, [...present, ...channels]);
  const reply = store.engine.evaluate({
    ...document,
    scenarios: document.scenarios.with(store.at, next),
  });
  return { scenario: next, channels, errors: reply.ok ? [] : reply.errors };
}

/** Marks the cell an error is about; says whether there is one. */
function markRefused(
  table: Table,
  { scenario, channels }: { scenario: Scenario; channels: Channel[] },
  { store }: View,
  { path, code, detail }: EngineError,
): boolean {
  const list = `${store.base}/channels/`;
  const [index, ...field] = path.startsWith(list) ? path.slice(list.length).split('/') : [];
  const at = Number(index) - (scenario.channels.length - channels.length);
  const row = table.rows[at];
  const channel = channels[at];
  const cell = row && channel && refusedCell(table, row, channel, field.join('/'));
  if (cell) cell.error = detail === undefined ? { code } : { code, detail };
  return cell !== undefined;
}

/** A channel that takes the place of one of the same name keeps its id: weights and other scenarios
 * know it by that. */
function idsFor(view: View, replaces: boolean): (row: Row) => string {
  const { document, scenario } = view.store;
  const taken = document.scenarios.flatMap(({ channels }) => channels.map(({ id }) => id));
  const known = new Map(scenario.channels.map((one) => [nameOf(view, one.id), one.id] as const));
  return ({ cells }) => {
    const name = cells.name?.text ?? '';
    const same = replaces ? known.get(name) : undefined;
    known.delete(name);
    if (same !== undefined) return same;
    const id = freeId(taken, 'channel');
    taken.push(id);
    return id;
  };
}

function withPlatform({ text }: View, channel: Channel): Channel {
  const platforms = Object.entries(text.platforms) as [NonNullable<Channel['platform']>, string][];
  const lower = channel.name?.toLowerCase();
  const found = platforms.find(([id, name]) => id !== 'other' && name.toLowerCase() === lower);
  return found ? { ...channel, platform: found[0] } : channel;
}

// The panel

function panel(view: View, ui: TableUi): TemplateResult {
  const say = tableWords(view);
  const type = (event: Event) => take(view, ui, (event.target as HTMLTextAreaElement).value);
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (tooMuch(text, kChannelLimit) === undefined) return;
    event.preventDefault();
    take(view, ui, text);
  };
  const press = (event: KeyboardEvent) => {
    keepUndo(event);
    if (event.key === 'Escape') close(view);
  };
  return html`<section class="pasting" aria-label=${say.heading} @keydown=${press}>
    <label>${say.textLabel}<small>${say.how}</small>
      <textarea name="table" rows="5" spellcheck="false" .value=${live(ui.text)} @input=${type}
        @paste=${paste}></textarea>
    </label>
    ${outcome(view, ui)}
    <button type="button" class="link" @click=${() => close(view)}>${say.close}</button>
    ${ui.text && view.outside.reader ? html`<button type="button" class="link" @click=${() => asExport(view, ui)}>${say.asExport}</button>` : nothing}
  </section>`;
}

/** Rows of days or campaigns are read by what adds them up. */
function asExport(view: View, { text }: TableUi): void {
  pasting.update(view, { ui: undefined });
  later()?.bringCells?.(view, text);
}

/** Columns keep their meanings while the headings stay. */
const headLine = (text: string) => text.trimStart().split(/[\r\n]/, 1)[0];

function outcome(view: View, ui: TableUi): TemplateResult {
  const say = tableWords(view);
  const found = ui.refused ?? previewOf(view, ui);
  if (typeof found === 'string') {
    const tone = found === 'empty' ? 'note' : 'wrongly';
    return html`<p class=${tone} aria-live="polite">${say.none[found](view.format.figure(kChannelLimit, 'count'))}</p>`;
  }
  const { table, error } = found;
  const isOpen = table.doubts.some(({ key }) => ui.answers[key] === undefined);
  const update = (change: Partial<TableUi>) => pasting.update(view, { ui: { ...ui, ...change } });
  return html`<p aria-live="polite">${summary(view, table)} ${unread(view, table)}</p>
    ${option<Language>({
      label: say.numbersAs,
      chosen: table.locale,
      options: Object.entries(say.numbers) as [Language, string][],
      choose: (locale) => update({ locale }),
    })}
    ${shownTable(view, ui, found)}
    ${table.doubts.map((doubt) => doubtful(view, ui, doubt))}
    ${option({
      label: say.placing,
      chosen: ui.replaces ? 'replace' : 'add',
      options: [
        ['replace', say.replace],
        ['add', say.add],
      ],
      choose: (placing) => update({ replaces: placing === 'replace' }),
    })}
    <p class="note">${ui.replaces ? say.replaceNote : say.addNote}</p>
    ${error ? html`<p class="wrongly">${refusal(view, error)}</p>` : nothing}
    ${isOpen ? html`<p class="note" id="doubts-first">${say.doubts.first}</p>` : nothing}
    <button type="button" class="link" data-applies aria-disabled=${isOpen ? 'true' : nothing}
      aria-describedby=${isOpen ? 'doubts-first' : nothing}
      @click=${() => (isOpen ? view.focusLater('.pasting .open button') : apply(view, found))}><b>${say.apply(table.rows.length)}</b></button>`;
}

interface Answer {
  value: string;
  words: string;
}

/** A question about the whole table; it stays, so that its answer can be another. */
function doubtful(view: View, ui: TableUi, doubt: Doubt): TemplateResult {
  const { sentence, answers } = askedOf(view, doubt);
  const given = ui.answers[doubt.key];
  const answer = (value: string) =>
    pasting.update(view, { ui: { ...ui, answers: { ...ui.answers, [doubt.key]: value } } });
  return html`<div class="asking ${given === undefined ? 'open' : ''}" role="group" aria-label=${sentence} data-doubt=${doubt.about}>
    <p>${sentence}</p>
    ${answers.map(
      ({ value, words }) => html`<button type="button" class="link"
        aria-pressed=${given === value ? 'true' : 'false'} @click=${() => answer(value)}>${words}</button>`,
    )}
  </div>`;
}

function askedOf(view: View, doubt: Doubt): { sentence: string; answers: Answer[] } {
  const { format } = view;
  const say = tableWords(view).doubts;
  const one = (sentence: string, words: string) => ({
    sentence,
    answers: [{ value: 'keep', words }],
  });
  switch (doubt.about) {
    case 'sums': {
      const answers = [
        { value: 'leave', words: say.leaveOut },
        { value: 'keep', words: say.keepRows },
      ];
      return { sentence: say.sums(format.list([...doubt.names])), answers };
    }
    case 'twice':
      return one(say.twice(format.list([...doubt.names])), say.keepChannels);
    case 'budget':
      return one(say.budget(format.list([...doubt.headings])), say.isSpent);
    case 'guessed':
      return one(say.guessed, say.isRight);
    case 'currency':
      return one(say.currency(doubt.named, format.currencySign), say.asTheyAre);
    case 'rivals': {
      const answers = doubt.columns.map(({ at, heading: words }) => ({ value: String(at), words }));
      return { sentence: say.rivals(meaningName(view, doubt.meaning)), answers };
    }
    case 'marks': {
      const [whole = '', part = ''] = doubt.text.replace(/[^\d.,]/g, '').split(/[.,]/);
      const bare = (value: number) => format.field(value, 'count');
      const answers = [
        { value: 'groups', words: bare(Number(`${whole}${part}`)) },
        { value: 'decimals', words: bare(Number(`${whole}.${part}`)) },
      ];
      return { sentence: say.marks(doubt.text), answers };
    }
    case 'fractions': {
      const { value, heading } = doubt;
      const shown = format.field(value, 'count');
      const as = (rate: number) => `${shown} = ${written(view, rate, 'rate')}`;
      const answers = [
        { value: 'shares', words: as(value) },
        { value: 'percents', words: as(value / 100) },
      ];
      return { sentence: say.fractions(heading), answers };
    }
  }
}

const refusal = (view: View, error: EngineError) =>
  tableWords(view).refused(errorWords(view, error));

function summary(view: View, { rows, sums, columns }: Table): string {
  const say = tableWords(view);
  const has = (meaning: Meaning) => columns.some((column) => column.meaning === meaning);
  return [
    say.found(rows.length),
    sums.length > 0 ? say.sums(view.format.list([...new Set(sums)])) : '',
    has('adSpend') && has('cost') ? say.onTop : '',
    has('adSpend') || has('cost') ? '' : say.lacks(view.text.inputs.cost),
    has('leads') || has('conversionRate') ? '' : say.lacks(view.labels.leads),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Leads to the first of them, which a wide table may hide. */
function unread(view: View, { rows }: Table): TemplateResult | typeof nothing {
  const count = rows.flatMap(({ cells }) => Object.values(cells)).filter(isRefused).length;
  if (count === 0) return nothing;
  const go = () => view.focusLater('.pasting [aria-invalid]');
  return html`<button type="button" class="link loss" @click=${go}>${tableWords(view).unread(count)}</button>`;
}

function apply(view: View, { scenario, channels }: Preview): void {
  const { store, outside } = view;
  const error = store.set(store.base, scenario);
  if (error) {
    outside.say(refusal(view, error));
    return;
  }
  pasting.update(view, { ui: undefined });
  view.focusLater(`.opener[data-row="${channels[0]?.id}"]`);
  outside.say(tableWords(view).applied(channels.length));
}

// The preview

function meaningName(view: View, meaning: Meaning): string {
  const say = tableWords(view);
  if (meaning === 'name' || meaning === 'skip') return say[meaning];
  return meaning === 'cost' ? view.text.inputs.cost : view.labels[meaning];
}

function shownTable(view: View, ui: TableUi, { table }: Preview): TemplateResult {
  const say = tableWords(view);
  const isWrong = ({ cells }: Row) => Object.values(cells).some(isRefused);
  const rows = [
    ...table.rows.slice(0, kRowsShown),
    ...table.rows.slice(kRowsShown).filter(isWrong).slice(0, kRowsShown),
  ];
  const hidden = table.rows.length - rows.length;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${say.preview}>
    <table class="plain">
      <caption class="unseen">${say.preview}</caption>
      <thead><tr>${table.columns.map((_, at) => heading(view, ui, table, at))}</tr></thead>
      <tbody>${rows.map((row) => html`<tr>${table.columns.map((_, at) => shownCell(view, ui, table, row, at))}</tr>`)}</tbody>
    </table>
  </div>
  ${hidden > 0 ? html`<p class="note">${say.moreRows(hidden)}</p>` : nothing}`;
}

function heading(view: View, ui: TableUi, { columns }: Table, at: number): TemplateResult {
  const say = tableWords(view);
  const { heading: text, meaning } = columns[at] ?? { heading: '', meaning: 'skip' };
  const title = text || say.column(at + 1);
  const choose = (event: Event) => {
    const next = (event.target as HTMLSelectElement).value as Meaning;
    const other = next === 'skip' ? -1 : columns.findIndex((one) => one.meaning === next);
    const swapped = other < 0 ? {} : { [other]: meaning };
    pasting.update(view, { ui: { ...ui, chosen: { ...ui.chosen, ...swapped, [at]: next } } });
  };
  return html`<th scope="col">${title}<br />
    <select name="meaning-${at}" aria-label=${say.meaning(title)} .value=${live(meaning)} @change=${choose}>
      ${kMeanings.map((one) => html`<option value=${one} ?selected=${one === meaning}>${meaningName(view, one)}</option>`)}
    </select></th>`;
}

function shownCell(
  view: View,
  ui: TableUi,
  { columns }: Table,
  row: Row,
  at: number,
): TemplateResult {
  const meaning = columns[at]?.meaning ?? 'skip';
  if (meaning === 'skip') return html`<td class="left">${row.texts[at]}</td>`;
  const cell = row.cells[meaning];
  if (cell && (cell.error || cell.at in ui.mended)) {
    return html`<td>${mending(view, ui, cell, meaning, row)}</td>`;
  }
  if (meaning === 'name')
    return html`<th scope="row">${cell?.text ?? view.text.platforms.other}</th>`;
  return html`<td>${cell ? figureText(view, cell, meaning) : view.text.results.undefinedMark}</td>`;
}

function figureText(view: View, { figure }: Cell, meaning: Exclude<Meaning, 'name' | 'skip'>) {
  if (!figure) return '';
  const say = (value: number) => view.format.figure(value, unitOf(meaning));
  return 'value' in figure
    ? say(figure.value)
    : restWords(view).span.fromTo(say(figure.low), say(figure.high));
}

/** A cell that cannot be read is typed anew where it stands. */
function mending(view: View, ui: TableUi, cell: Cell, meaning: Meaning, row: Row): TemplateResult {
  const say = tableWords(view);
  const { at, text, error } = cell;
  const name = row.cells.name?.text ?? view.text.platforms.other;
  const type = (event: Event) => {
    const typed = (event.target as HTMLInputElement).value;
    pasting.update(view, { ui: { ...ui, mended: { ...ui.mended, [at]: typed } } });
  };
  return html`<input class="text" name="cell-${at}" aria-label=${say.mend(meaningName(view, meaning), name)}
      .value=${live(text)} aria-invalid=${error ? 'true' : nothing} aria-describedby=${error ? `cell-${at}` : nothing} @input=${type} />
    ${error ? html`<p class="wrongly" id="cell-${at}">${cellError(view, error, meaning)} ${say.orLeave}</p>` : nothing}`;
}

/** Limits are said in the figure's unit. */
function cellError(
  view: View,
  error: Pick<EngineError, 'code' | 'detail'>,
  meaning: Meaning,
): string {
  const isLimit = error.code === 'field.minimum' || error.code === 'field.maximum';
  if (!isLimit || meaning === 'name' || meaning === 'skip') return errorWords(view, error);
  const limit = view.format.figure(Number(error.detail), unitOf(meaning));
  return errorWords(view, { code: error.code, detail: limit });
}
