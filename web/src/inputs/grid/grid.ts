// The channels as a grid, at a desk: what is known of each in cells, with the habits of a spreadsheet.
import { html, noChange, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Channel } from '../../../generated/contract';
import type { Metric, ResultMetric, Unit } from '../../../generated/metrics';
import type { Figure, Results } from '../../engine/engine';
import { cellBox, rangeEnds, rangeToggle, rowError, rowQuestion } from '../../kit/fields';
import { later } from '../../view/deferred';
import { ownState } from '../../view/own-state';
import {
  isNumber,
  type NumberField,
  nameOf,
  scenarioName,
  told,
  toneOf,
  unitOf,
  type View,
} from '../../view/view';
import { channelDetails } from '../details';
import { addChannelLink, kValueFields } from '../inputs';
import { goAlongColumn, isWithin } from '../ledger';
import { periodNote } from '../period';
import { published, unsure } from '../published';
import {
  between,
  blockText,
  emptied,
  filledWith,
  type Grid,
  type GridColumn,
  isBlock,
  type Place,
  pasted,
  take,
} from './block';
import { type Column, cellOf, type Row, shownColumns } from './cells';
import { gridWords } from './words';

interface State {
  /** The cell that was gone into last. */
  at?: Place;
  /** The other corner of the block, where there is one. */
  to?: Place | undefined;
  /** Columns that were asked for. */
  wanted: ReadonlySet<Metric>;
}

const state = ownState<State>({ wanted: new Set() });

/** Leads to the grid, and back to the list. */
export function gridLink(view: View): TemplateResult {
  const say = gridWords(view);
  const isOpen = view.ui.grid === true;
  const toggle = () => {
    view.update({ grid: !isOpen });
    view.focusLater(isOpen ? '[data-opens="grid"]' : '.ledger tbody input');
  };
  return html`<button type="button" class="link" data-opens="grid" @click=${toggle}>${isOpen ? say.close : say.open}</button>`;
}

// What there is

/** The plans that are shown: the edited one, and one beside it. */
function plansOf({ store }: View): number[] {
  const { scenarios } = store.document;
  const shown = scenarios.indexOf(store.scenario);
  const beside = scenarios.findIndex((_, index) => index !== shown);
  return beside < 0 ? [shown] : [shown, beside];
}

/** Channels of the edited plan, each with the same one of the other plan below it. */
function rowsOf(view: View): Row[] {
  const { scenarios } = view.store.document;
  const [own = 0, ...others] = plansOf(view);
  const row = (plan: number, channel: Channel): Row => ({
    plan,
    channel,
    base: `/scenarios/${plan}/channels/${scenarios[plan]?.channels.indexOf(channel)}`,
  });
  const same = (plan: number, id: string) =>
    (scenarios[plan]?.channels ?? []).filter((channel) => channel.id === id);
  return (scenarios[own]?.channels ?? []).flatMap((channel) => [
    row(own, channel),
    ...others.flatMap((plan) => same(plan, channel.id).map((one) => row(plan, one))),
  ]);
}

interface Drawn extends Grid {
  others: readonly Column[];
  isTwo: boolean;
}

function gridOf(view: View): Drawn {
  const { scenarios } = view.store.document;
  const plans = plansOf(view).flatMap((plan) => scenarios[plan] ?? []);
  const [shown, others] = shownColumns(plans, state.of(view).wanted);
  return { rows: rowsOf(view), columns: ['name', ...shown], others, isTwo: plans.length > 1 };
}

const figuresOf = ({ columns }: Grid) => columns.filter((column) => column !== 'name');

// Drawn

export function grid(view: View): TemplateResult {
  const drawn = gridOf(view);
  const say = gridWords(view);
  const goInto = (event: FocusEvent) => goTo(view, event);
  return html`<div class="on-grid">
    ${periodNote(view, 'costs')}
    <form class="scroll" @submit=${(event: Event) => event.preventDefault()}>
      <table class="ledger" @focusin=${goInto}
        @keydown=${(event: KeyboardEvent) => press(view, drawn, event)}
        @copy=${(event: ClipboardEvent) => copy(view, drawn, event)}
        @paste=${(event: ClipboardEvent) => paste(view, drawn, event)}>
        <caption class="unseen">${say.caption}</caption>
        <thead>${headings(view, drawn)} ${plansOf(view).map((plan) => everyChannel(view, drawn, plan))}</thead>
        <tbody>${drawn.rows.map((row, index) => (waits(view, index) ? noChange : channelRow(view, drawn, row, index)))}</tbody>
        <tfoot>${sums(view, drawn)}</tfoot>
      </table>
    </form>
    ${aboutCell(view, drawn)}
    <div class="grid-acts">${addChannelLink(view, 'folded')} ${moreColumns(view, drawn)} ${copyAll(view, drawn)} ${later()?.tablePaste?.(view) ?? nothing}</div>
    <p class="note">${say.hint}</p>
  </div>`;
}

/** While a number of a long plan is typed, only its own row keeps up. */
const waits = (view: View, index: number) => view.tablesWait && index !== state.of(view).at?.row;

/** Costs are followed by their sum. */
const endsCosts = ({ columns }: Grid, index: number): boolean => {
  const [column, next] = [columns[index], columns[index + 1]];
  const isCost = (one: GridColumn | undefined) => one !== undefined && one !== 'name' && !!one.kind;
  return isCost(column) && !isCost(next);
};

/** A row's cells: costs are followed by their sum, and all of them by what they come to. */
const across = (
  drawn: Grid,
  cell: (column: Column, index: number) => unknown,
  [sum, end]: readonly [unknown, unknown],
) =>
  html`${figuresOf(drawn).map((column, at) => html`${cell(column, at + 1)}${endsCosts(drawn, at + 1) ? sum : nothing}`)}${end}`;

const sumCell = (figure: string, tone = '') =>
  html`<td class="sum"><span class=${tone}>${figure}</span></td>`;

function headings(view: View, drawn: Drawn): TemplateResult {
  const { text, labels, format, store } = view;
  const hasShared = (store.scenario.sharedCosts ?? []).length > 0;
  const signs = { money: format.currencySign, rate: '%' } as Partial<Record<Unit, string>>;
  const heading = (name: string, metric: Metric) =>
    html`<th scope="col">${name} <small>${signs[unitOf(metric)]}</small></th>`;
  const ends = [
    heading(hasShared ? labels.ownCost : text.results.cost, 'ownCost'),
    html`<th scope="col">${text.results.roi}</th>`,
  ] as const;
  return html`<tr>
    <th scope="col">${text.inputs.channel}</th>
    ${across(drawn, ({ metric }) => heading(labels[metric], metric), ends)}
  </tr>`;
}

const kPlaces: Partial<Record<Unit, number>> = { rate: 4, money: 2, count: 0 };

/** As figures are typed beside it, to the cent, people whole; its unit stands above it. */
function bare({ format }: View, metric: Metric, figure: Figure | undefined): string {
  if (figure === undefined || !isNumber(figure)) return '';
  const unit = unitOf(metric);
  return format.field(Number(figure.toFixed(kPlaces[unit] ?? 2)), unit);
}

const kOfAll: ReadonlySet<Metric> = new Set(['closeRate', 'value', 'margin', 'incrementalShare']);

/** What counts for each channel that says nothing of its own, in each of the plans. */
function everyChannel(view: View, drawn: Drawn, plan: number): TemplateResult {
  const { store, labels } = view;
  const base = `/scenarios/${plan}`;
  const name = drawn.isTwo
    ? `${gridWords(view).everyChannel}, ${scenarioName(view, plan)}`
    : gridWords(view).everyChannel;
  const pointer = (metric: Metric) => {
    if (metric !== 'value') return `${base}/${metric}`;
    const mode = store.document.scenarios[plan]?.value?.mode ?? 'revenue';
    const [one, ...others] = kValueFields[mode];
    return one && others.length === 0 ? `${base}/value/${one}` : undefined;
  };
  const box = ({ metric }: Column) => {
    const at = kOfAll.has(metric) ? pointer(metric) : undefined;
    const label = `${labels[metric]}, ${name}`;
    const field = { label, unit: unitOf(metric), mayRange: true };
    return html`<td class="cell">${at === undefined ? nothing : cellBox(view, { ...field, pointer: at })}</td>`;
  };
  return html`<tr class="all">
    <th scope="row">${name}</th>
    ${across(drawn, box, [sumCell(''), sumCell('')])}
  </tr>`;
}

const isIn = ({ at, to }: State, row: number, column: number): boolean => {
  if (!at || !to) return false;
  const { rows, columns } = between(at, to);
  return rows.includes(row) && columns.includes(column);
};

const isAt = ({ at }: State, row: number, column: number) =>
  at?.row === row && at.column === column;

function nameIn(view: View, { isTwo }: Drawn, { channel, plan }: Row): string {
  const name = nameOf(view, channel.id);
  return isTwo ? `${name}, ${scenarioName(view, plan)}` : name;
}

function fieldAt(view: View, drawn: Drawn, place: Place): NumberField | undefined {
  const [row, column] = [drawn.rows[place.row], drawn.columns[place.column]];
  if (!row || !column || column === 'name') return undefined;
  const label = `${view.labels[column.metric]}, ${nameIn(view, drawn, row)}`;
  const isCurrent = isAt(state.of(view), place.row, place.column);
  return cellOf(view, row, column, { label, isCurrent });
}

const resultsOf = ({ store }: View, { plan, channel }: Row): Results | undefined =>
  store.results[plan]?.channels.find(({ id }) => id === channel.id)?.results;

function channelRow(view: View, drawn: Drawn, row: Row, index: number): TemplateResult {
  const { store, ui } = view;
  const own = state.of(view);
  const results = resultsOf(view, row);
  const isOwn = store.document.scenarios[row.plan] === store.scenario;
  const isOpen = isOwn && ui.unfolded.has(row.channel.id);
  const fields = drawn.columns.map((_, column) => fieldAt(view, drawn, { row: index, column }));
  const cell = (column: Column, at: number) => {
    const field = fields[at];
    return html`<td class="cell ${isIn(own, index, at) ? 'picked' : ''}" data-row=${index} data-column=${at}>
      ${field ? cellBox(view, field) : elsewhere(view, drawn, row, column)}</td>`;
  };
  const roi = results && toneOf(view, 'roi', results.roi, row.channel.id);
  const ends = [
    sumCell(bare(view, 'ownCost', results?.ownCost)),
    sumCell(results ? told(view, 'roi', results.roi) : '', roi),
  ] as const;
  const said = fields.flatMap((field) =>
    field ? [rowQuestion(view, field), rowError(view, field)] : [],
  );
  const wide = (content: unknown) =>
    html`<tr class="said"><td colspan=${drawn.columns.length + 2}>${content}</td></tr>`;
  return html`<tr class=${isOwn ? '' : 'beside'}>
      ${nameCell(view, drawn, row, index)} ${across(drawn, cell, ends)}
    </tr>
    ${said.some((one) => one !== nothing) ? wide(said) : nothing}
    ${isOpen ? wide(html`<div class="details">${channelDetails(view, row.channel, row.base)}</div>`) : nothing}`;
}

function nameCell(view: View, drawn: Drawn, row: Row, index: number): TemplateResult {
  const { store, text, ui } = view;
  const { channel, base, plan } = row;
  const name = nameOf(view, channel.id);
  const isOwn = store.document.scenarios[plan] === store.scenario;
  if (!isOwn)
    return html`<th scope="row"><span class="soft">${scenarioName(view, plan)}</span></th>`;
  const isOpen = ui.unfolded.has(channel.id);
  const type = (event: Event) =>
    store.edit(`${base}/name`, (event.target as HTMLInputElement).value || undefined);
  const toggle = () => {
    const unfolded = new Set(ui.unfolded);
    if (!unfolded.delete(channel.id)) unfolded.add(channel.id);
    view.update({ unfolded });
  };
  const picked = isIn(state.of(view), index, 0) ? 'picked' : '';
  return html`<th scope="row" class="cell ${picked}" data-row=${index} data-column="0"><div class="named">
    <button type="button" class="link opener" aria-expanded=${isOpen ? 'true' : 'false'} data-row=${channel.id}
      title=${text.inputs.details(name)} aria-label=${text.inputs.details(name)} @click=${toggle}></button>
    <input class="text" name="${base}/name" autocomplete="off" aria-label="${text.inputs.name}, ${nameIn(view, drawn, row)}"
      .value=${live(channel.name ?? '')} placeholder=${name} @input=${type} @change=${() => store.leave(`${base}/name`)} />
  </div></th>`;
}

/** A figure that has its home in the channel's details: the button opens them. */
function elsewhere(view: View, drawn: Drawn, row: Row, { metric }: Column): TemplateResult {
  const figure = resultsOf(view, row)?.[metric as ResultMetric];
  const shown = figure === undefined ? '' : told(view, metric, figure);
  const open = () => view.update({ unfolded: new Set([...view.ui.unfolded, row.channel.id]) });
  const name = `${view.labels[metric]}, ${nameIn(view, drawn, row)}${view.text.colon}${shown}`;
  return html`<button type="button" class="readonly" aria-label="${name}, ${gridWords(view).readonly}" @click=${open}>${bare(view, metric, figure)}</button>`;
}

/** Of the edited plan; rates and values have none. */
function sums(view: View, drawn: Drawn): TemplateResult {
  const { total } = view.store.result;
  const sum = ({ metric, kind }: Column) =>
    kind || unitOf(metric) === 'count' ? bare(view, metric, total[metric as ResultMetric]) : '';
  const ends = [
    sumCell(bare(view, 'ownCost', total.ownCost)),
    sumCell(told(view, 'roi', total.roi), toneOf(view, 'roi', total.roi)),
  ] as const;
  return html`<tr>
    <th scope="row">${view.text.results.total}</th>
    ${across(drawn, (column) => html`<td class="sum">${sum(column)}</td>`, ends)}
  </tr>`;
}

// Of one cell

/** What else is known of the cell that was gone into: how sure it is, what is published, the same for
 * others. */
function aboutCell(view: View, drawn: Drawn): TemplateResult {
  const { at } = state.of(view);
  const field = at && fieldAt(view, drawn, at);
  const column = at && drawn.columns[at.column];
  if (!field || !column || column === 'name') return html`<div class="about-cell"></div>`;
  const say = gridWords(view);
  const row = drawn.rows[at.row];
  const mine = drawn.rows.filter((one) => one.plan === row?.plan);
  const below = mine.slice(row ? mine.indexOf(row) + 1 : 0);
  const fill = (to: readonly Row[]) => row && fillWith(view, row, to, column);
  const button = (words: string, to: readonly Row[]) =>
    to.length > 0
      ? html`<button type="button" class="link" @click=${() => fill(to)}>${words}</button>`
      : nothing;
  return html`<div class="about-cell" role="group" aria-label=${field.label}>
    <p><b>${field.label}</b> ${rangeToggle(view, field)} ${button(say.fillDown, below)} ${mine.length > 1 ? button(say.sameForAll, mine) : nothing}</p>
    ${rangeEnds(view, field)} ${unsure(view, field)} ${published(view, field)}
  </div>`;
}

function fillWith(view: View, from: Row, to: readonly Row[], column: Column): void {
  const filled = filledWith(view, from, to, column);
  if (take(view, filled)) view.speak(gridWords(view).filled(filled.count));
}

// Below

function moreColumns(view: View, { others }: Drawn): TemplateResult | typeof nothing {
  if (others.length === 0) return nothing;
  const say = gridWords(view);
  const add = (event: Event) => {
    const select = event.target as HTMLSelectElement;
    const wanted = new Set([...state.of(view).wanted, select.value as Metric]);
    select.value = '';
    state.update(view, { wanted });
  };
  return html`<select class="inline" aria-label=${say.column} @change=${add}>
    <option value="">${say.column}</option>
    ${others.map(({ metric }) => html`<option value=${metric}>${view.labels[metric]}</option>`)}
  </select>`;
}

function copyAll(view: View, drawn: Drawn): TemplateResult {
  const say = gridWords(view);
  const copyIt = async () => {
    const heads = drawn.columns.map((column) =>
      column === 'name' ? view.text.inputs.channel : view.labels[column.metric],
    );
    const table = blockText(view, drawn.rows, drawn.columns);
    try {
      await navigator.clipboard.writeText(`${heads.join('\t')}\n${table}`);
      view.outside.say(say.copied);
    } catch {
      view.outside.say(say.notCopied, true);
    }
  };
  return html`<button type="button" class="link" @click=${copyIt}>${say.copy}</button>`;
}

// Keys, and blocks

const placeOf = (target: EventTarget | null): Place | undefined => {
  const cell = (target as HTMLElement | null)?.closest<HTMLElement>('[data-column]');
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : undefined;
};

function goTo(view: View, { target }: FocusEvent): void {
  const at = placeOf(target);
  const own = state.of(view);
  if (!at || (isAt(own, at.row, at.column) && !own.to)) return;
  state.update(view, { at, to: undefined });
  const field = fieldAt(view, gridOf(view), at);
  if (field?.part && view.store.get(field.part.pointer) === undefined)
    view.store.begin(field.part.pointer, field.part.part);
}

function press(view: View, drawn: Drawn, event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey } = event;
  const own = state.of(view);
  const at = placeOf(event.target);
  if (!at || altKey) return;
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'd') {
    event.preventDefault();
    fillDown(view, drawn, at);
    return;
  }
  if (ctrlKey || metaKey) return;
  if (own.to && (key === 'Delete' || key === 'Backspace')) {
    event.preventDefault();
    const { rows, columns } = blockOf(drawn, at, own.to);
    take(view, emptied(view, rows, columns));
    return;
  }
  if (own.to && key === 'Escape') {
    event.stopPropagation();
    state.update(view, { to: undefined });
    return;
  }
  if (event.shiftKey && extend(view, drawn, at, event)) return;
  goAlongColumn(event);
}

const kSteps: Partial<Record<string, [down: number, right: -1 | 0 | 1]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** Shift and an arrow: the block grows, but where a part of the text is picked instead. */
function extend(view: View, { rows, columns }: Drawn, at: Place, event: KeyboardEvent): boolean {
  const step = kSteps[event.key];
  if (!step) return false;
  const { to } = state.of(view);
  if (step[1] !== 0 && !to && isWithin(event.target, step[1])) return true;
  event.preventDefault();
  const from = to ?? at;
  const [row, column] = [from.row + step[0], from.column + step[1]];
  if (rows[row] && columns[column]) state.update(view, { to: { row, column } });
  return true;
}

function blockOf({ rows, columns }: Drawn, at: Place, to: Place) {
  const span = between(at, to);
  return {
    rows: span.rows.flatMap((index) => rows[index] ?? []),
    columns: span.columns.flatMap((index) => columns[index] ?? []),
  };
}

/** Of a block its first row; of one cell the one above it. */
function fillDown(view: View, drawn: Drawn, at: Place): void {
  const { to } = state.of(view);
  const isAlone = !to || to.row === at.row;
  const above = drawn.rows
    .slice(0, at.row)
    .findLast(({ plan }) => plan === drawn.rows[at.row]?.plan);
  const { rows, columns } = blockOf(drawn, at, to ?? at);
  const first = isAlone ? above : rows[0];
  if (!first) return;
  for (const column of columns) if (column !== 'name') fillWith(view, first, rows, column);
}

function copy(view: View, drawn: Drawn, event: ClipboardEvent): void {
  const { at, to } = state.of(view);
  if (!at || !to) return;
  const { rows, columns } = blockOf(drawn, at, to);
  event.clipboardData?.setData('text/plain', blockText(view, rows, columns));
  event.preventDefault();
}

/** A block whose first row is words is a table with headings: what it means is asked about. */
function paste(view: View, drawn: Drawn, event: ClipboardEvent): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const at = placeOf(event.target);
  if (!at || !isBlock(text)) return;
  event.preventDefault();
  event.stopPropagation();
  const say = gridWords(view);
  const filled = pasted(view, drawn, at, text);
  const isHeaded = filled.left.filter(({ row }) => row === at.row).length > 1;
  const openTable = later()?.openTable;
  if (isHeaded && openTable) {
    openTable(view, text);
    return;
  }
  if (!take(view, filled)) return;
  const left = filled.left.map((one) => one.text);
  const unread = left.length > 0 ? ` ${say.unread(view.format.list(left))}` : '';
  view.outside.say(`${say.pasted(filled.count)}${unread}`, left.length > 0);
}
