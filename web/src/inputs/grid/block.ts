// Blocks of cells: out to a spreadsheet, in from one, and filled with one figure.
import { type Channel, type Document, kChannelLimit } from '../../../generated/contract';
import type { Metric, Unit } from '../../../generated/metrics';
import { blankChannel } from '../../plan/edits';
import { withoutCost, workIn } from '../../plan/hours';
import { getAt, setAt } from '../../plan/pointer';
import { apart } from '../../plan/questions';
import type { Typed } from '../../plan/ranges';
import { asField, metricAt } from '../../plan/store';
import { act } from '../../view/act';
import type { NumberField, View } from '../../view/view';
import { type Column, cellOf, figureText, type Row } from './cells';

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

// Out

/** As it would be typed again, without the spaces that group digits, which spreadsheets do not read. */
const plain = (text: string) => text.replace(/(?<=\d)[\u00a0\u202f](?=\d)/gu, '');

/** `said` writes names, and what cannot be typed into a cell. */
function textOf(view: View, row: Row, column: GridColumn, said: Said): string {
  const field = column === 'name' ? undefined : cellOf(view, row, column);
  if (!field) return plain(said(row, column));
  const typed = view.store.get(field.pointer) as Typed;
  return plain(field.written ?? figureText(view, typed, field.unit) ?? '');
}

type Said = (row: Row, column: GridColumn) => string;

export const blockText = (view: View, { rows, columns }: Grid, said: Said): string =>
  rows.map((row) => columns.map((column) => textOf(view, row, column, said)).join('\t')).join('\n');

// In

/** A plan with more of its cells filled in, and the texts that could not be. */
export interface Filled {
  document: Document;
  count: number;
  left: string[];
}

/** What a cell is given: a figure, hours at a cost, or nothing. */
type Content = { figure: unknown } | { hours: unknown; hourlyCost: unknown };

const rowIn = (document: Document, { plan, base }: Row): Row => ({
  plan,
  base,
  channel: getAt(document, base) as Channel,
});

/** A document with a cell's content. */
function put(view: View, document: Document, row: Row, column: Column, content: Content): Document {
  const field = cellOf(view, rowIn(document, row), column);
  if (!field) return document;
  const { pointer, part } = field;
  const figure = 'figure' in content ? content.figure : undefined;
  if (!part) return setAt(document, pointer, figure);
  const before = getAt(document, part.pointer) as object | undefined;
  const isNothing = 'figure' in content && figure === undefined;
  if (isNothing) {
    const left = part.stays ? part.part : undefined;
    return before ? setAt(document, part.pointer, left) : document;
  }
  const own = pointer.slice(part.pointer.length + 1);
  const cost = 'figure' in content ? { [own]: figure } : content;
  return setAt(document, part.pointer, { ...withoutCost(before ?? part.part), ...cost });
}

/** Undefined where it cannot be read, or where typing it would be asked about. */
function contentIn(view: View, text: string, { unit, pointer }: NumberField): Content | undefined {
  const { engine } = view.store;
  const { marks } = view.format;
  const read = (one: string, as: Unit, metric: Metric | undefined) => {
    const reply = engine.readNumber(one, as, marks, metric);
    const isPlain = reply.ok && Object.keys(apart(reply.value).named).length === 0;
    return isPlain ? asField(reply.value) : undefined;
  };
  if (text.trim() === '') return { figure: undefined };
  const work = /\/amount$/.test(pointer) ? workIn(text) : undefined;
  if (!work) {
    const figure = read(text, unit, metricAt(pointer));
    return figure === undefined ? undefined : { figure };
  }
  const hours = read(work.hours, 'count', 'hours');
  const hourlyCost = read(work.hourlyCost, 'money', 'hourlyCost');
  return hours === undefined || hourlyCost === undefined ? undefined : { hours, hourlyCost };
}

/** Whether a text is more than one cell. */
export const isBlock = (text: string): boolean => /[\t\r\n]/.test(text.replace(/[\r\n]+$/, ''));

/** As a spreadsheet writes a cell: in quotes where it holds one, a tab or the end of a line. */
const kCell = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/g;

const isBlank = (row: readonly string[]) => row.every((cell) => cell.trim() === '');

/** Rows of cells, with the empty ones between them. */
export function cellsIn(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.replace(/\r\n?/g, '\n').matchAll(kCell)) {
    const cell = quoted?.replaceAll('""', '"').replace(/\s+/g, ' ').trim();
    rows.at(-1)?.push(cell ?? plain);
    if (end === '') break;
    if (end === '\n') rows.push([]);
  }
  while (rows.length > 0 && isBlank(rows.at(-1) ?? [])) rows.pop();
  return rows;
}

/** Words in the first row, over a column of figures, are headings. */
export function isHeaded({ columns }: Grid, at: Place, [first = [], ...others]: string[][]) {
  const isWord = (cell: string) => /\p{L}/u.test(cell) && !/\d/.test(cell);
  return (
    others.length > 0 &&
    first.some((cell, right) => {
      const column = columns[at.column + right];
      return column !== undefined && column !== 'name' && isWord(cell);
    })
  );
}

/** With the rows that a block needs beyond the last. */
function lengthened(view: View, grid: Grid, plan: number, needed: number) {
  let { document } = view.store;
  const rows = [...grid.rows];
  const list = `/scenarios/${plan}/channels`;
  while (rows.length < Math.min(needed, kChannelLimit)) {
    const channels = getAt(document, list) as Channel[];
    const channel = blankChannel(document);
    document = setAt(document, list, [...channels, channel]);
    rows.push({ channel, base: `${list}/${channels.length}`, plan });
  }
  return { document, rows };
}

interface Target {
  row: Row;
  column: GridColumn;
  text: string;
}

/** Into the rows of one plan; what has no place, cannot be read or is refused is left. */
export function pasted(view: View, grid: Grid, at: Place, lines: string[][]): Filled {
  const plan = grid.rows[at.row]?.plan ?? 0;
  const { document, rows } = lengthened(view, grid, plan, at.row + lines.length);
  const left: string[] = [];
  const targets: Target[] = [];
  for (const [down, line] of lines.entries())
    for (const [right, text] of line.entries()) {
      const [row, column] = [rows[at.row + down], grid.columns[at.column + right]];
      if (row && column) targets.push({ row, column, text });
      else if (text.trim() !== '') left.push(text.trim());
    }
  return taken(view, { document, count: 0, left }, targets);
}

/** All at once; where they are refused together, in halves. */
function taken(view: View, filled: Filled, targets: readonly Target[]): Filled {
  const next = { ...filled, left: [...filled.left] };
  for (const { row, column, text } of targets) {
    const document = typed(view, next.document, row, column, text);
    if (document) Object.assign(next, { document, count: next.count + 1 });
    else next.left.push(text.trim());
  }
  if (next.document === filled.document || view.store.engine.evaluate(next.document).ok)
    return next;
  const [one, ...others] = targets;
  if (one && others.length === 0) return { ...filled, left: [...filled.left, one.text.trim()] };
  const middle = Math.ceil(targets.length / 2);
  return taken(view, taken(view, filled, targets.slice(0, middle)), targets.slice(middle));
}

/** A document with a text typed into a cell; undefined where it cannot be read. */
function typed(view: View, document: Document, row: Row, column: GridColumn, text: string) {
  const name = text.trim();
  if (column === 'name') return name ? setAt(document, `${row.base}/name`, name) : document;
  const field = cellOf(view, rowIn(document, row), column);
  const content = field && contentIn(view, text, field);
  return content && put(view, document, row, column, content);
}

/** With the figures of one row in the others of a block. */
export function filledWith(view: View, from: Row, { rows, columns }: Grid): Filled {
  let { document } = view.store;
  let count = 0;
  for (const column of columns) {
    if (column === 'name') continue;
    const content = contentOf(view, from, column);
    for (const row of content ? rows : []) {
      if (row.base === from.base || !cellOf(view, rowIn(document, row), column)) continue;
      document = put(view, document, row, column, content as Content);
      count += 1;
    }
  }
  return { document, count, left: [] };
}

function contentOf(view: View, row: Row, column: Column): Content | undefined {
  const field = cellOf(view, row, column);
  if (!field) return undefined;
  const line = field.part && view.store.get(field.part.pointer);
  const { hours, hourlyCost } = (line ?? {}) as Record<string, unknown>;
  return hours === undefined ? { figure: view.store.get(field.pointer) } : { hours, hourlyCost };
}

export function emptied(view: View, { rows, columns }: Grid): Filled {
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
