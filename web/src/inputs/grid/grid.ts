// The channels as a grid, at a desk: what is known of each in cells, with the habits of a spreadsheet.
import { html, noChange, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Metric, ResultMetric, Unit } from '../../../generated/metrics';
import { cellBox, rangeEnds, rangeToggle, rowError, rowQuestion, stay } from '../../kit/fields';
import { later } from '../../view/deferred';
import {
  hasShared,
  type NumberField,
  scenarioName,
  told,
  toneOf,
  unitOf,
  type View,
} from '../../view/view';
import { channelDetails } from '../details';
import { addChannelLink, kValueFields } from '../inputs';
import { costHead, periodNote } from '../period';
import { published, unsure } from '../published';
import { copy, cut, fillWith, goBack, goTo, letGo, paste, press, textOfGrid } from './acts';
import type { Grid, GridColumn } from './block';
import { type Column, cellOf, type Row } from './cells';
import {
  bare,
  channelName,
  type Drawn,
  fieldAt,
  figuresOf,
  gridOf,
  isOfEdited,
  isPicked,
  isUnlike,
  nameIn,
  ofPlan,
  plansOf,
  resultsOf,
  state,
  workedOut,
} from './state';
import { gridWords } from './words';

/** Leads to the grid, and back to the list. */
export function gridLink(view: View): TemplateResult {
  const say = gridWords(view);
  const isOpen = view.ui.grid === true;
  const toggle = () => {
    if (isOpen) view.store.forget(...onlyInGrid(view));
    view.update({ grid: !isOpen });
    view.focusLater(isOpen ? '[data-opens="grid"]' : '.ledger tbody input');
  };
  return html`<button type="button" class="link" data-opens="grid" @click=${toggle}>${isOpen ? say.close : say.open}</button>`;
}

/** Cells of lines and values that are not there: the list has no fields for them. */
function onlyInGrid(view: View): string[] {
  const { rows, columns } = gridOf(view);
  const cells = rows.flatMap((row) =>
    figuresOf({ rows, columns }).flatMap((column) => cellOf(view, row, column) ?? []),
  );
  const isMissing = ({ part }: NumberField) => part && view.store.get(part.pointer) === undefined;
  return cells.filter(isMissing).map(({ pointer }) => pointer);
}

/** Whether a plan that gets another channel goes on in the grid: where there is a way to it, unless the list
 * was gone back to. */
export function goesOnInGrid({ ui }: View, link: Element): boolean {
  const way = link.closest('.inputs')?.querySelector('[data-opens="grid"]');
  return ui.grid === undefined && way?.checkVisibility() === true;
}

export function grid(view: View): TemplateResult {
  const drawn = gridOf(view);
  const say = gridWords(view);
  return html`<div class="on-grid">
    <p class="note">${costHead(view)}</p> ${periodNote(view, 'costs')}
    <form class="scroll" @submit=${stay}>
      <table class="ledger"
        @focusin=${(event: FocusEvent) => goTo(view, drawn, event)}
        @input=${() => letGo(view)}
        @keydown=${(event: KeyboardEvent) => press(view, drawn, event)}
        @copy=${(event: ClipboardEvent) => copy(view, drawn, event)}
        @cut=${(event: ClipboardEvent) => cut(view, drawn, event)}
        @paste=${(event: ClipboardEvent) => paste(view, drawn, event)}>
        <caption class="unseen">${say.caption}</caption>
        <thead>${headings(view, drawn)} ${plansOf(view).map((plan) => everyChannel(view, drawn, plan))}</thead>
        <tbody>${drawn.rows.map((row, index) => (waits(view, index) ? noChange : channelRow(view, drawn, row, index)))}</tbody>
        <tfoot>${sums(view, drawn)}</tfoot>
      </table>
    </form>
    ${aboutCell(view, drawn)}
    <div class="grid-acts">${addChannelLink(view, 'in grid')} ${moreColumns(view, drawn)} ${copyAll(view, drawn)} ${later()?.tablePaste?.(view) ?? nothing}</div>
    <p class="note">${say.hint}</p>
  </div>`;
}

/** While a number of a long plan is typed, only its own row keeps up. */
const waits = (view: View, index: number) => view.tablesWait && index !== state.of(view).at?.row;

/** Costs are followed by their sum. */
function endsCosts({ columns }: Grid, index: number): boolean {
  const isCost = (one: GridColumn | undefined) => one !== undefined && one !== 'name' && !!one.kind;
  return isCost(columns[index]) && !isCost(columns[index + 1]);
}

/** A row's cells: costs are followed by their sum, and all of them by what they come to. */
const across = (
  drawn: Grid,
  cell: (column: Column, index: number) => unknown,
  [sum, end]: readonly [unknown, unknown],
) =>
  html`${figuresOf(drawn).map((column, at) => html`${cell(column, at + 1)}${endsCosts(drawn, at + 1) ? sum : nothing}`)}${end}`;

const sumCell = (figure: string, tone = '') => html`<td><span class=${tone}>${figure}</span></td>`;

function headings(view: View, drawn: Drawn): TemplateResult {
  const { text, labels, format, store } = view;
  const signs = { money: format.currencySign, rate: '%' } as Partial<Record<Unit, string>>;
  const heading = (name: string, metric: Metric) =>
    html`<th scope="col">${name} <small>${signs[unitOf(metric)]}</small></th>`;
  const ends = [
    heading(hasShared(store.scenario) ? labels.ownCost : text.results.cost, 'ownCost'),
    html`<th scope="col">${text.results.roi}</th>`,
  ] as const;
  return html`<tr>
    <th scope="col">${text.inputs.channel}</th>
    ${across(drawn, ({ metric }) => heading(labels[metric], metric), ends)}
  </tr>`;
}

const kOfAll: ReadonlySet<Metric> = new Set(['closeRate', 'value', 'margin', 'incrementalShare']);

/** What counts for each channel that says nothing of its own, in each of the plans. */
function everyChannel(view: View, drawn: Drawn, plan: number): TemplateResult {
  const { store, labels } = view;
  const base = `/scenarios/${plan}`;
  const { everyChannel: all } = gridWords(view);
  const name = drawn.isTwo ? `${all}, ${scenarioName(view, plan)}` : all;
  const pointer = (metric: Metric) => {
    if (metric !== 'value') return `${base}/${metric}`;
    const mode = store.document.scenarios[plan]?.value?.mode ?? 'revenue';
    const [one, ...others] = kValueFields[mode];
    return one && others.length === 0 ? `${base}/value/${one}` : undefined;
  };
  const box = ({ metric }: Column, column: number) => {
    const at = kOfAll.has(metric) ? pointer(metric) : undefined;
    const field = { label: `${labels[metric]}, ${name}`, unit: unitOf(metric), mayRange: true };
    return html`<td class="cell" data-row="-1" data-column=${column}>${at === undefined ? nothing : cellBox(view, { ...field, pointer: at })}</td>`;
  };
  return html`<tr class="all">
    <th scope="row">${name}</th>
    ${across(drawn, box, [sumCell(''), sumCell('')])}
  </tr>`;
}

function channelRow(view: View, drawn: Drawn, row: Row, index: number): TemplateResult {
  const results = resultsOf(view, row);
  const isOwn = isOfEdited(view, row);
  const isOpen = isOwn && view.ui.unfolded.has(row.channel.id);
  const fields = drawn.columns.map((_, column) => fieldAt(view, drawn, { row: index, column }));
  const cell = (column: Column, at: number) => {
    const field = fields[at];
    const picked = isPicked(view, drawn, index, at) ? 'picked' : '';
    const unlike = isUnlike(view, drawn, { row: index, column: at }) ? 'unlike' : '';
    return html`<td class="cell ${picked} ${unlike}" data-row=${index} data-column=${at}>
      ${field ? cellBox(view, field) : elsewhere(view, drawn, row, column)}</td>`;
  };
  const tone = results && toneOf(view, 'roi', results.roi, row.channel.id);
  const ends = [
    sumCell(bare(view, 'ownCost', results?.ownCost)),
    sumCell(results ? told(view, 'roi', results.roi) : '', tone),
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
  return isOfEdited(view, row)
    ? ownName(view, drawn, row, index)
    : html`<th scope="row">${otherName(view, drawn, row)}</th>`;
}

/** Below the same channel, the plan is enough. */
function otherName(view: View, drawn: Drawn, row: Row): string {
  const isAlone = view.store.scenario.channels.every(({ id }) => id !== row.channel.id);
  return isAlone ? nameIn(view, drawn, row) : scenarioName(view, row.plan);
}

function ownName(view: View, drawn: Drawn, row: Row, index: number): TemplateResult {
  const { store, text, ui } = view;
  const { channel, base } = row;
  const name = channelName(view, row);
  const isOpen = ui.unfolded.has(channel.id);
  const type = (event: Event) =>
    store.edit(`${base}/name`, (event.target as HTMLInputElement).value || undefined);
  const toggle = () => {
    const unfolded = new Set(ui.unfolded);
    if (!unfolded.delete(channel.id)) unfolded.add(channel.id);
    view.update({ unfolded });
  };
  const picked = isPicked(view, drawn, index, 0) ? 'picked' : '';
  return html`<th scope="row" class="cell ${picked}" data-row=${index} data-column="0"><div class="named">
    <button type="button" class="link opener" aria-expanded=${isOpen ? 'true' : 'false'} data-row=${channel.id}
      title=${text.inputs.details(name)} aria-label=${text.inputs.details(name)} @click=${toggle}></button>
    <input class="text" name="${base}/name" autocomplete="off" title=${name} aria-label="${text.inputs.name}, ${nameIn(view, drawn, row)}"
      .value=${live(channel.name ?? '')} placeholder=${name} @input=${type} @change=${() => store.leave(`${base}/name`)} />
  </div></th>`;
}

/** A figure that has its home in the channel's details: of the edited plan, the button opens them. */
function elsewhere(view: View, drawn: Drawn, row: Row, column: Column): TemplateResult {
  const isOwn = isOfEdited(view, row);
  const { metric } = column;
  const count = isOwn ? drawn.counts(metric as ResultMetric, row.channel.id) : undefined;
  const shown = count ?? workedOut(view, row, column);
  if (!isOwn) return html`<span class="readonly">${shown}</span>`;
  const open = () => view.update({ unfolded: new Set([...view.ui.unfolded, row.channel.id]) });
  const name = `${view.labels[metric]}, ${nameIn(view, drawn, row)}${view.text.colon}${shown}`;
  return html`<button type="button" class="readonly" aria-label="${name}, ${gridWords(view).readonly}" @click=${open}>${shown}</button>`;
}

/** Of the edited plan; rates and values have none. */
function sums(view: View, drawn: Drawn): TemplateResult {
  const { total } = view.store.result;
  const sum = ({ metric, kind }: Column) =>
    kind
      ? bare(view, metric, total[metric as ResultMetric])
      : (drawn.counts(metric as ResultMetric) ?? '');
  const ends = [
    sumCell(bare(view, 'ownCost', total.ownCost)),
    sumCell(told(view, 'roi', total.roi), toneOf(view, 'roi', total.roi)),
  ] as const;
  return html`<tr>
    <th scope="row">${view.text.results.total}</th>
    ${across(drawn, (column) => html`<td>${sum(column)}</td>`, ends)}
  </tr>`;
}

/** What else is known of the cell that was gone into: how sure it is, what is published, the same for
 * others. */
function aboutCell(view: View, drawn: Drawn): TemplateResult {
  const { at } = state.of(view);
  const field = at && fieldAt(view, drawn, at);
  const row = at && drawn.rows[at.row];
  const column = at && drawn.columns[at.column];
  if (!field || !row || !column || column === 'name') return html`<div class="about-cell"></div>`;
  const say = gridWords(view);
  const mine = ofPlan(drawn, at);
  const button = (words: string, to: readonly Row[]) =>
    to.length > 0
      ? html`<button type="button" class="link" @click=${() => fillWith(view, row, { rows: to, columns: [column] })}>${words}</button>`
      : nothing;
  return html`<div class="about-cell" role="group" aria-label=${field.label}
    @keydown=${(event: KeyboardEvent) => goBack(view, event)}>
    <p><b>${field.label}</b> ${rangeToggle(view, field)} ${button(say.fillDown, mine.slice(mine.indexOf(row) + 1))}
      ${mine.length > 1 ? button(say.sameForAll, mine) : nothing}</p>
    ${rangeEnds(view, field)} ${unsure(view, field)} ${published(view, field)}
  </div>`;
}

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
    try {
      const lines = `${heads.join('\t')}\n${textOfGrid(view, drawn, (row) => nameIn(view, drawn, row))}`;
      await navigator.clipboard.writeText(lines);
      view.outside.say(say.copied);
    } catch {
      view.outside.say(say.notCopied, true);
    }
  };
  return html`<button type="button" class="link" @click=${copyIt}>${say.copy}</button>`;
}
