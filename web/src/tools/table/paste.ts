// Pasting a table of channels: what it was understood as stands beside it, to be put right.

import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  type Channel,
  type Document,
  kChannelLimit,
  type Scenario,
} from '../../../generated/contract';
import type {
  PlanCell,
  PlanDecimal,
  PlanDoubt,
  PlanMeaning,
  PlanRow,
  PlanTableRead,
  PlanTableRefused,
} from '../../../generated/evidence';
import type { EngineError } from '../../engine/engine';
import { type AskOfEvidence, wellFormed } from '../../engine/reader';
import { written } from '../../kit/asking';
import { keepUndo } from '../../kit/fields';
import { option } from '../../kit/tables';
import type { Language } from '../../locales/index';
import { errorWords, restWords } from '../../locales/later/index';
import { isBlank, withChannels } from '../../plan/channels';
import { channelIds, freeId } from '../../plan/edits';
import type { NotTaken } from '../../plan/not-taken';
import { later } from '../../view/deferred';
import { answering, fetchIt } from '../../view/evidence';
import { ownState } from '../../view/own-state';
import { nameOf, unitOf, type View } from '../../view/view';
import {
  cellOf,
  channelOf,
  type FigureMeaning,
  figureIn,
  hasMeaning,
  isRefused,
  kMeanings,
  nameIn,
  placeOf,
  refusedCell,
} from './table';
import { type NoTable, tableWords } from './words';

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
const kLongest = 200_000;

// Opening it

/** The table that is being pasted. */
interface TableUi {
  text: string;
  /** Why what was pasted last was not taken. */
  refused?: NoTable | undefined;
  /** Meanings chosen by the visitor, by column. */
  chosen: Record<number, PlanMeaning>;
  /** Cells typed anew, by row and column: "2:1". */
  mended: Record<string, string>;
  /** To what the table leaves in doubt, by the key of the doubt. */
  answers: Record<string, string>;
  replaces: boolean;
  /** Whose way of writing numbers it follows, where that was chosen. */
  locale?: Language;
}

interface Pasting {
  ui?: TableUi | undefined;
}

const pasting = ownState<Pasting>({});

/** The link beside "Add a channel", and the panel it opens. */
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

/** Shows what a text is understood as, once that is read; nothing is taken over yet. */
export async function openTable(view: View, text: string): Promise<void> {
  const { store } = view;
  const isUntouched = store.preset !== undefined || store.scenario.channels.every(isBlank);
  take(view, { text: '', chosen: {}, mended: {}, answers: {}, replaces: isUntouched }, text);
  view.focusLater('[name="table"]');
  await fetchIt(view);
}

/** What is too much to be shown as text. */
function tooMuch(text: string): NoTable | undefined {
  if (text.length > kLongest) return 'tooLong';
  return text.split(/[\r\n]+/).length > 2 * kChannelLimit ? 'tooMany' : undefined;
}

/** Takes a text, unless it is so long that showing it would hold the page up. */
function take(view: View, ui: TableUi, text: string): void {
  const refused = tooMuch(text);
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
  table: PlanTableRead;
  scenario: Scenario;
  channels: Channel[];
  /** Why the core would not take it, apart from single cells. */
  error: EngineError | undefined;
}

let last: { ui: TableUi; document: Document; base: string; preview: Preview | NoTable } | undefined;

/** Worked out once for what is shown. */
function previewOf(view: View, ui: TableUi, ask: AskOfEvidence): Preview | NoTable {
  const { document, base } = view.store;
  const isSame = last?.ui === ui && last.document === document && last.base === base;
  if (!last || !isSame) last = { ui, document, base, preview: preview(view, ui, ask) };
  return last.preview;
}

function preview(view: View, ui: TableUi, ask: AskOfEvidence): Preview | NoTable {
  const table = readTable(view, ui, ask);
  if (typeof table === 'string') return table;
  const first = become(view, table, ui.replaces);
  const refused = first.errors.filter((error) => markRefused(table, first, view, error));
  const then = refused.length > 0 ? become(view, table, ui.replaces) : first;
  const { scenario, channels, errors } = then;
  return { table, scenario, channels, error: errors[0] };
}

const kDecimals: Record<Language, PlanDecimal> = { en: 'point', fr: 'comma' };

function readTable(
  { format }: View,
  { text, chosen, mended, answers, locale }: TableUi,
  ask: AskOfEvidence,
): PlanTableRead | NoTable {
  const reply = ask('planTable', {
    text: wellFormed(text),
    marks: format.marks,
    currency: format.currency,
    ...(locale && { decimal: kDecimals[locale] }),
    columns: Object.entries(chosen).map(([column, meaning]) => ({
      column: Number(column),
      meaning,
    })),
    cells: Object.entries(mended).map(([place, typed]) => {
      const [row = 0, column = 0] = place.split(':').map(Number);
      return { row, column, text: wellFormed(typed) };
    }),
    answers: Object.entries(answers).map(([key, answer]) => ({ key, answer })),
  });
  if (!reply.ok) return 'tooLong';
  return 'fault' in reply.value ? kFaults[reply.value.fault] : reply.value;
}

const kFaults: Record<PlanTableRefused['fault'], NoTable> = {
  empty: 'empty',
  rows: 'tooMany',
  columns: 'tooMany',
  size: 'tooLong',
  quote: 'quote',
};

/** The channels, in the plan; and what the core says to it. */
function become(view: View, table: PlanTableRead, replaces: boolean) {
  const { store } = view;
  const { scenario, document } = store;
  const present = replaces ? [] : scenario.channels;
  const mode = scenario.value?.mode ?? 'revenue';
  const newId = idsFor(view, table, replaces);
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
  table: PlanTableRead,
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
function idsFor(view: View, table: PlanTableRead, replaces: boolean): (row: PlanRow) => string {
  const { document, scenario } = view.store;
  const taken = channelIds(document);
  const known = new Map(scenario.channels.map((one) => [nameOf(view, one.id), one.id] as const));
  return (row) => {
    const name = nameIn(table, row) ?? '';
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
    if (tooMuch(text) === undefined) return;
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

/** What the text is, as far as that is known. */
function outcome(view: View, ui: TableUi): TemplateResult {
  const { ask, hasFailed } = answering(view);
  if (ui.refused) return none(view, ui.refused);
  if (ui.text.trim() === '') return none(view, 'empty');
  if (ask) return understood(view, ui, previewOf(view, ui, ask));
  return hasFailed
    ? notFetched(view)
    : html`<p class="note" data-waits>${tableWords(view).reading}</p>`;
}

function none(view: View, why: NoTable): TemplateResult {
  const words = tableWords(view).none[why](view.format.figure(kChannelLimit, 'count'));
  return html`<p class=${why === 'empty' ? 'note' : 'wrongly'} aria-live="polite">${words}</p>`;
}

function notFetched(view: View): TemplateResult {
  const say = tableWords(view);
  return html`<p class="wrongly" aria-live="polite">${say.notFetched}
    <button type="button" class="link" @click=${() => fetchIt(view)}>${say.again}</button></p>`;
}

function understood(view: View, ui: TableUi, found: Preview | NoTable): TemplateResult {
  if (typeof found === 'string') return none(view, found);
  const say = tableWords(view);
  const { table, error } = found;
  const isOpen = table.doubts.some(({ key }) => ui.answers[key] === undefined);
  const update = (change: Partial<TableUi>) => pasting.update(view, { ui: { ...ui, ...change } });
  return html`<p aria-live="polite">${summary(view, table)} ${unread(view, table)}</p>
    ${option<Language>({
      label: say.numbersAs,
      chosen: table.decimal === kDecimals.fr ? 'fr' : 'en',
      options: Object.entries(say.numbers) as [Language, string][],
      choose: (locale) => update({ locale }),
    })}
    ${shownTable(view, ui, found)}
    ${table.doubts.map((doubt) => doubtful(view, ui, table, doubt))}
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
function doubtful(view: View, ui: TableUi, table: PlanTableRead, doubt: PlanDoubt): TemplateResult {
  const { sentence, answers } = askedOf(view, table, doubt);
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

function askedOf(
  view: View,
  { columns: all }: PlanTableRead,
  { about, names, columns, meaning = 'skip', readings = [] }: PlanDoubt,
): { sentence: string; answers: Answer[] } {
  const { format } = view;
  const say = tableWords(view).doubts;
  const one = (sentence: string, words: string) => ({
    sentence,
    answers: [{ value: 'keep', words }],
  });
  const list = format.list(names);
  const [name = ''] = names;
  const bare = (value: number) => format.field(value, 'count');
  const [first = 0, second = 0] = readings;
  switch (about) {
    case 'sums': {
      const answers = [
        { value: 'leave', words: say.leaveOut },
        { value: 'keep', words: say.keepRows },
      ];
      return { sentence: say.sums(list), answers };
    }
    case 'twice':
      return one(say.twice(list), say.keepChannels);
    case 'budget':
      return one(say.budget(list), say.isSpent);
    case 'guessed':
      return one(say.guessed, say.isRight);
    case 'currency':
      return one(say.currency(name, format.currencySign), say.asTheyAre);
    case 'rivals': {
      const answers = columns.map((at) => ({ value: String(at), words: all[at]?.heading ?? '' }));
      return { sentence: say.rivals(meaningName(view, meaning)), answers };
    }
    case 'marks': {
      const answers = [
        { value: 'groups', words: bare(first) },
        { value: 'decimals', words: bare(second) },
      ];
      return { sentence: say.marks(name), answers };
    }
    case 'fractions': {
      const as = (rate: number) => `${bare(first)} = ${written(view, rate, 'rate')}`;
      const answers = [
        { value: 'shares', words: as(first) },
        { value: 'percents', words: as(second) },
      ];
      return { sentence: say.fractions(name), answers };
    }
  }
}

const refusal = (view: View, error: NotTaken) => tableWords(view).refused(errorWords(view, error));

function summary(view: View, table: PlanTableRead): string {
  const say = tableWords(view);
  const { rows, sums } = table;
  const has = (meaning: PlanMeaning) => hasMeaning(table, meaning);
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
function unread(view: View, { rows }: PlanTableRead): TemplateResult | typeof nothing {
  const count = rows.flatMap(({ cells }) => cells).filter(isRefused).length;
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

function meaningName(view: View, meaning: PlanMeaning): string {
  const say = tableWords(view);
  if (meaning === 'name' || meaning === 'skip') return say[meaning];
  return meaning === 'cost' ? view.text.inputs.cost : view.labels[meaning];
}

function shownTable(view: View, ui: TableUi, { table }: Preview): TemplateResult {
  const say = tableWords(view);
  const isWrong = ({ cells }: PlanRow) => cells.some(isRefused);
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

function heading(view: View, ui: TableUi, { columns }: PlanTableRead, at: number): TemplateResult {
  const say = tableWords(view);
  const { heading: text, meaning } = columns[at] ?? { heading: '', meaning: 'skip' };
  const title = text || say.column(at + 1);
  const choose = (event: Event) => {
    const next = (event.target as HTMLSelectElement).value as PlanMeaning;
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
  table: PlanTableRead,
  row: PlanRow,
  at: number,
): TemplateResult {
  const meaning = table.columns[at]?.meaning ?? 'skip';
  if (meaning === 'skip') return html`<td class="left">${row.texts[at]}</td>`;
  const cell = cellOf(table, row, meaning);
  if (cell && (cell.error || placeOf(row, at) in ui.mended)) {
    return html`<td>${mending(view, ui, table, row, cell)}</td>`;
  }
  if (meaning === 'name')
    return html`<th scope="row">${nameIn(table, row) ?? view.text.platforms.other}</th>`;
  return html`<td>${cell ? figureText(view, cell, meaning) : view.text.results.undefinedMark}</td>`;
}

function figureText(view: View, cell: PlanCell, meaning: FigureMeaning) {
  const figure = figureIn(cell);
  if (!figure) return '';
  const say = (value: number) => view.format.figure(value, unitOf(meaning));
  return 'value' in figure
    ? say(figure.value)
    : restWords(view).span.fromTo(say(figure.low), say(figure.high));
}

/** A cell that cannot be read is typed anew where it stands. */
function mending(
  view: View,
  ui: TableUi,
  table: PlanTableRead,
  row: PlanRow,
  { column, error }: PlanCell,
): TemplateResult {
  const say = tableWords(view);
  const at = placeOf(row, column);
  const meaning = table.columns[column]?.meaning ?? 'skip';
  const name = nameIn(table, row) ?? view.text.platforms.other;
  const type = (event: Event) => {
    const typed = (event.target as HTMLInputElement).value;
    pasting.update(view, { ui: { ...ui, mended: { ...ui.mended, [at]: typed } } });
  };
  return html`<input class="text" name="cell-${at}" aria-label=${say.mend(meaningName(view, meaning), name)}
      .value=${live(row.texts[column] ?? '')} aria-invalid=${error ? 'true' : nothing} aria-describedby=${error ? `cell-${at}` : nothing} @input=${type} />
    ${error ? html`<p class="wrongly" id="cell-${at}">${cellError(view, error, meaning)} ${say.orLeave}</p>` : nothing}`;
}

/** Limits are said in the figure's unit. */
function cellError(
  view: View,
  { code, detail }: NonNullable<PlanCell['error']>,
  meaning: PlanMeaning,
): string {
  const error = { code, ...(detail !== undefined && { detail }) } as EngineError;
  const isLimit = code === 'field.minimum' || code === 'field.maximum';
  if (!isLimit || meaning === 'name' || meaning === 'skip') return errorWords(view, error);
  const limit = view.format.figure(Number(detail), unitOf(meaning));
  return errorWords(view, { ...error, detail: limit });
}
