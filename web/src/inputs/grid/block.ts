// Blocks of cells: out to a spreadsheet, in from one, and filled with one figure.
import { type Channel, type Document, kChannelLimit } from '../../../generated/contract';
import { blankChannel } from '../../plan/edits';
import { withoutCost, workIn } from '../../plan/hours';
import { getAt, setAt } from '../../plan/pointer';
import { singleOf, type Typed } from '../../plan/ranges';
import { asField } from '../../plan/store';
import { act } from '../../view/act';
import { type NumberField, nameOf, type View } from '../../view/view';
import { type Column, cellOf, type Row } from './cells';

/** The names are the first column. */
export type GridColumn = Column | 'name';

export interface Place {
  row: number;
  column: number;
}

/** The cells between two corners, either way round. */
export function between(from: Place, to: Place): { rows: number[]; columns: number[] } {
  const span = (a: number, b: number) =>
    Array.from({ length: Math.abs(a - b) + 1 }, (_, index) => Math.min(a, b) + index);
  return { rows: span(from.row, to.row), columns: span(from.column, to.column) };
}

export interface Grid {
  rows: readonly Row[];
  columns: readonly GridColumn[];
}

const cell = (view: View, row: Row, column: Column): NumberField | undefined =>
  cellOf(view, row, column, { label: '', isCurrent: true });

// Out

/** As it would be typed again. */
function textOf(view: View, row: Row, column: GridColumn): string {
  if (column === 'name') return nameOf(view, row.channel.id);
  const field = cell(view, row, column);
  if (field?.written !== undefined) return field.written;
  const value = field && singleOf(view.store.get(field.pointer) as Typed);
  return value === undefined ? '' : view.format.field(value, field?.unit ?? 'count');
}

export const blockText = (view: View, rows: readonly Row[], columns: readonly GridColumn[]) =>
  rows.map((row) => columns.map((column) => textOf(view, row, column)).join('\t')).join('\n');

// In

/** A plan with more of its cells filled in, and the cells that could not be. */
interface Filled {
  document: Document;
  count: number;
  left: { row: number; column: number; text: string }[];
}

/** What a cell is given: a figure, hours at a cost, or nothing. */
type Content = { figure: unknown } | { hours: unknown; hourlyCost: unknown };

export function rowIn(document: Document, { plan, base }: Row): Row {
  return { plan, base, channel: getAt(document, base) as Channel };
}

/** A document with a cell's content; an only line stays, without its figure. */
function put(view: View, document: Document, row: Row, column: Column, content: Content): Document {
  const field = cell(view, rowIn(document, row), column);
  if (!field) return document;
  const { pointer, part } = field;
  const isNothing = 'figure' in content && content.figure === undefined;
  if (!column.kind && !part)
    return setAt(document, pointer, (content as { figure: unknown }).figure);
  const at = part?.pointer ?? pointer.replace(/\/amount$/, '');
  if (isNothing) return part ? setAt(document, at, undefined) : setAt(document, pointer, undefined);
  const before = (getAt(document, at) ?? part?.part) as object;
  if (!column.kind)
    return setAt(setAt(document, at, before), pointer, (content as { figure: unknown }).figure);
  const cost = 'figure' in content ? { amount: content.figure } : content;
  return setAt(document, at, { ...withoutCost(before), ...cost });
}

/** Undefined where it cannot be read. */
function contentIn(view: View, text: string, { unit, pointer }: NumberField): Content | undefined {
  const { engine } = view.store;
  const { marks } = view.format;
  if (text.trim() === '') return { figure: undefined };
  const work = /\/amount$/.test(pointer) ? workIn(text) : undefined;
  if (!work) {
    const reply = engine.readNumber(text, unit, marks);
    return reply.ok ? { figure: asField(reply.value) } : undefined;
  }
  const hours = engine.readNumber(work.hours, 'count', marks);
  const rate = engine.readNumber(work.hourlyCost, 'money', marks);
  if (!hours.ok || !rate.ok) return undefined;
  return { hours: asField(hours.value), hourlyCost: asField(rate.value) };
}

export const cellsIn = (text: string): string[][] =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'));

/** With the rows that a block needs beyond the last. */
function lengthened(view: View, grid: Grid, needed: number): { document: Document; rows: Row[] } {
  let { document } = view.store;
  const rows = [...grid.rows];
  const plan = rows.at(-1)?.plan ?? 0;
  const isOnePlan = rows.every((row) => row.plan === plan);
  const list = `/scenarios/${plan}/channels`;
  while (isOnePlan && rows.length < Math.min(needed, kChannelLimit)) {
    const channels = getAt(document, list) as Channel[];
    const channel = blankChannel(channels);
    document = setAt(document, list, [...channels, channel]);
    rows.push({ channel, base: `${list}/${channels.length}`, plan });
  }
  return { document, rows };
}

/** Whether a text is more than one cell. */
export const isBlock = (text: string): boolean => /[\t\r\n]/.test(text.trim());

export function pasted(view: View, grid: Grid, at: Place, text: string): Filled {
  const isTaken = (document: Document) => view.store.engine.evaluate(document).ok;
  const all = filledFrom(view, grid, { at, text }, () => true);
  // where one of them is refused, each is asked about
  return isTaken(all.document) ? all : filledFrom(view, grid, { at, text }, isTaken);
}

function filledFrom(
  view: View,
  grid: Grid,
  { at, text }: { at: Place; text: string },
  isTaken: (document: Document) => boolean,
): Filled {
  const lines = cellsIn(text);
  const { document, rows } = lengthened(view, grid, at.row + lines.length);
  const filled: Filled = { document, count: 0, left: [] };
  for (const [down, line] of lines.entries())
    for (const [right, one] of line.entries()) {
      const place = { row: at.row + down, column: at.column + right };
      const [row, column] = [rows[place.row], grid.columns[place.column]];
      const next = row && column && typed(view, filled.document, row, column, one);
      if (next && isTaken(next)) Object.assign(filled, { document: next, count: filled.count + 1 });
      else if (one.trim() !== '') filled.left.push({ ...place, text: one.trim() });
    }
  return filled;
}

/** A document with a text typed into a cell; undefined where it cannot be read. */
function typed(view: View, document: Document, row: Row, column: GridColumn, text: string) {
  if (column === 'name') return setAt(document, `${row.base}/name`, text.trim() || undefined);
  const field = cell(view, rowIn(document, row), column);
  const content = field && contentIn(view, text, field);
  return content && put(view, document, row, column, content);
}

/** With the figure of one cell in others of its column. */
export function filledWith(view: View, from: Row, to: readonly Row[], column: Column): Filled {
  const content = contentOf(view, from, column);
  let { document } = view.store;
  let count = 0;
  for (const row of content ? to : []) {
    if (row.base === from.base || !cell(view, rowIn(document, row), column)) continue;
    document = put(view, document, row, column, content as Content);
    count += 1;
  }
  return { document, count, left: [] };
}

function contentOf(view: View, row: Row, column: Column): Content | undefined {
  const field = cell(view, row, column);
  if (!field) return undefined;
  const line = /^(.*)\/amount$/.exec(field.pointer)?.[1];
  const { hours, hourlyCost } = (line ? (view.store.get(line) ?? {}) : {}) as Record<
    string,
    unknown
  >;
  return hours === undefined ? { figure: view.store.get(field.pointer) } : { hours, hourlyCost };
}

export function emptied(view: View, rows: readonly Row[], columns: readonly GridColumn[]): Filled {
  let { document } = view.store;
  let count = 0;
  for (const row of rows)
    for (const column of columns) {
      if (column === 'name') continue;
      document = put(view, document, row, column, { figure: undefined });
      count += 1;
    }
  return { document, count, left: [] };
}

/** One step, which one undo takes back. */
export const take = (view: View, { document }: Filled): boolean =>
  document === view.store.document || act(view, '/scenarios', document.scenarios);
