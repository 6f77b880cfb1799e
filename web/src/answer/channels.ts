// The channels beside each other: what a lead costs, where it stops paying, and what comes of it.
import { ticks } from 'd3-array';
import { html, noChange, nothing, type TemplateResult } from 'lit';
import { label, miniature } from '../charts/picture';
import type { Results } from '../engine/engine';
import { figureButton } from '../kit/figure';
import type { Say } from '../locales/say';
import { columnWriters, type Written } from '../view/columns';
import { explanationIn, later } from '../view/deferred';
import {
  channelResults,
  isNumber,
  nameOf,
  reason,
  resultOf,
  type SortKey,
  shown,
  type View,
} from '../view/view';
import { commonEnd, shapeOf, summaryOf } from './picture';

type Column = Exclude<SortKey, 'name'>;

const kColumns: Column[] = ['fullCostCpl', 'breakEvenCpl', 'headroom', 'cost', 'roi', 'profit'];
/** What is best when it is least; a column is first sorted with its best on top. */
const kLeastFirst: ReadonlySet<SortKey> = new Set(['name', 'fullCostCpl']);
/** Of the plan. */
const kTotalSlot = 'channels';

export function comparison(view: View): TemplateResult {
  const { text } = view;
  return html`<div class="block">
    <h2>${text.results.channels}</h2>
    ${view.tablesWait ? noChange : channelTable(view)}
    <p class="note">${bestAndWorst(view)} ${legend(view)} ${text.results.channelsNote}</p>
  </div>`;
}

function channelTable(view: View): TemplateResult {
  const { text } = view;
  const write = columnWriters(view, kColumns);
  return html`<table class="comparison ${isLong(view, write) ? 'long' : ''}">
    <caption class="unseen">${text.results.channels}</caption>
    <thead>
      <tr>${sortHeader(view, 'name', text.inputs.channel)}${scaleHeader(view)}${kColumns.map((by) => sortHeader(view, by, headerOf(view, by)))}</tr>
    </thead>
    ${comparedChannels(view, cells(view, write))}
  </table>`;
}

function legend(view: View): string {
  const { store, text } = view;
  const { basis, ranked } = store.result;
  if (ranked.length === 0) return '';
  return `${text.picture.legend[basis]} ${later()?.softEndsNote(view) ?? ''}`.trim();
}

function headerOf({ text, store, action }: View, by: Column): string {
  const { basis } = store.result;
  const say = text.results;
  const headers: Record<Column, string> = {
    fullCostCpl: say.costPer(action),
    breakEvenCpl: say.breakEven[basis],
    headroom: say.headroom[basis],
    cost: say.cost,
    roi: say.roi,
    profit: say.profit[basis],
  };
  return headers[by];
}

/** Unless the visitor sorts them, by rank. */
const sortOf = ({ ui }: View) => ui.sort ?? { by: 'roi', descending: true };

function sortHeader(view: View, by: SortKey, name: string): TemplateResult {
  const sort = sortOf(view);
  const isSorted = sort.by === by;
  const descending = isSorted ? !sort.descending : !kLeastFirst.has(by);
  const order = sort.descending ? 'descending' : 'ascending';
  return html`<th scope="col" class=${by} aria-sort=${isSorted ? order : nothing}>
    <button type="button" class="link" title=${view.text.results.sortBy(name)}
      @click=${() => view.update({ sort: { by, descending } })}>${name}</button>
  </th>`;
}

/** The scale that all bars share. */
function scaleHeader(view: View): TemplateResult {
  const { text, store, format } = view;
  const end = commonEnd(view);
  const say = (value: number) => (value === 0 ? '0' : format.short(value, 'money'));
  return html`<th scope="col" class="mini">
    <span class="unseen">${text.results.costAndBreakEven[store.result.basis]}</span>
    <svg class="ends" aria-hidden="true">${[0, ticks(0, end, 2).at(-1) ?? 0].map((value) => label(value / end, '1.1em', say(value), 'scale'))}</svg>
  </th>`;
}

function ordered(view: View): string[] {
  const { ranked, unranked } = view.store.result;
  const byRank = [...ranked, ...unranked.map(({ id }) => id)];
  const { sort } = view.ui;
  if (!sort) return byRank;
  const { by } = sort;
  const sign = sort.descending ? -1 : 1;
  const key = (id: string) => {
    const figure = by === 'name' ? undefined : channelResults(view, id)?.[by];
    return figure !== undefined && isNumber(figure) ? figure : Number.NEGATIVE_INFINITY;
  };
  const compare = (a: string, b: string) =>
    by === 'name'
      ? nameOf(view, a).localeCompare(nameOf(view, b), view.format.locale)
      : key(a) - key(b);
  return byRank.toSorted((a, b) => sign * compare(a, b));
}

function comparedChannels(view: View, cell: Cell): TemplateResult {
  const { store, text } = view;
  const { channels, total } = store.result;
  const draw = smallPictures(view);
  const one = (id: string) => {
    const figures = channelResults(view, id);
    return figures ? row(view, { figures, id, slot: `channel-${id}` }, draw, cell) : nothing;
  };
  return html`<tbody>${ordered(view).map(one)}</tbody>
    <tfoot>${channels.length > 1 ? row(view, { figures: total, slot: kTotalSlot, name: text.results.total }, draw, cell) : nothing}</tfoot>`;
}

/** So many characters of a figure fit beside the others. */
const kMostCharacters = 11;

/** Whether its figures may break, for they are wider than their columns. */
const isLong = ({ store }: View, write: Write): boolean =>
  [undefined, ...store.result.channels].some((one) =>
    kColumns.some((column) => (write(column, one?.id) ?? '').length > kMostCharacters),
  );

type Cell = (column: Column, row: Pick<Row, 'id' | 'slot'>) => TemplateResult;

type Write = Written<Column>;

const cells =
  (view: View, write: Write): Cell =>
  (column, { id, slot }) =>
    html`<td class=${column}>${figureButton(view, column, { channel: id, slot, tone: true, say: () => write(column, id) ?? '' })}</td>`;

interface Row {
  figures: Results;
  /** None of the plan. */
  id?: string;
  slot: string;
  name?: string;
}

function row(view: View, of: Row, draw: Draw, cell: Cell): TemplateResult {
  const { figures, id, slot, name = nameOf(view, id ?? '') } = of;
  const { roi } = figures;
  const isOpen = view.ui.opened?.slot === slot;
  return html`<tr>
      <th scope="row">${name}${isNumber(roi) ? nothing : html`<span class="why">${reason(view, roi.undefined)}</span>`}</th>
      <td class="mini">${draw(figures, id)}</td>
      ${kColumns.map((column) => cell(column, of))}
    </tr>
    ${isOpen ? html`<tr class="opened"><td colspan=${kColumns.length + 2}>${explanationIn(view, slot)}</td></tr>` : nothing}`;
}

export const bestAndWorst = (view: View): string => `${bestWords(view)} ${losing(view)}`.trim();

/** Which channel does best, and which worst; nothing of those that do as well as another. */
export function bestWords(view: View): string {
  const { best, worst, ranked } = view.store.result;
  const { text } = view;
  if (best !== undefined) {
    const roi = (place: number) => shown(view, 'roi', resultOf(view, 'roi', ranked.at(place)));
    if (roi(0) === roi(1)) return '';
    return text.results.best(
      nameOf(view, best),
      worst === undefined || roi(-1) === roi(-2) ? undefined : nameOf(view, worst),
    );
  }
  const [only] = ranked;
  return only !== undefined && view.store.scenario.channels.length > 1
    ? text.results.onlyOne(nameOf(view, only))
    : '';
}

/** Channels that lose, and what the plan would have without one: shared costs stay. */
export function losing(view: View): string {
  const { text, store, format } = view;
  const { losing: ids, channels, basis } = store.result;
  const byShare = channels.flatMap(({ id, results: { profit } }) =>
    basis === 'margin' && isNumber(profit) && profit < 0 && !ids.includes(id) ? [id] : [],
  );
  const write = columnWriters(view, ['contribution']);
  const named = (id: string) =>
    text.results.losingBy(nameOf(view, id), write('contribution', id) ?? '');
  const said = (of: readonly string[], say: Say<[list: string, isOne: boolean]>) =>
    of.length === 0 ? '' : say(format.list(of.map(named)), of.length === 1);
  return [said(ids, text.results.losing), said(byShare, text.results.losingByShare)]
    .filter(Boolean)
    .join(' ');
}

type Draw = (figures: Results, id?: string) => TemplateResult;

/** Draws the cost and break-even of channels, and of the plan, on the scale they share. */
export function smallPictures(view: View): Draw {
  const end = commonEnd(view);
  const isEarned = view.store.result.basis === 'margin';
  return (figures, id) => {
    const shape = shapeOf(figures, end);
    const soft = later()?.softEnds(view, id)?.draw;
    return miniature(shape, { summary: summaryOf(view, shape), isEarned, soft });
  };
}
