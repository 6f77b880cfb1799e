// What is done in the grid with keys and with the clipboard.
import { kChannelLimit } from '../../../generated/contract';
import { later } from '../../view/deferred';
import type { View } from '../../view/view';
import { goAlongColumn, isWithin } from '../ledger';
import {
  blockText,
  cellsIn,
  emptied,
  type Filled,
  filledWith,
  type Grid,
  isBlock,
  isHeaded,
  type Place,
  pasted,
  take,
} from './block';
import type { Row } from './cells';
import { blockOf, channelName, ofPlan, state, workedOut } from './state';
import { gridWords } from './words';

function placeOf(target: EventTarget | null): Place | undefined {
  const cell = (target as HTMLElement | null)?.closest<HTMLElement>('[data-column]');
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : undefined;
}

export function goTo(view: View, { columns }: Grid, { target }: FocusEvent): void {
  const at = placeOf(target);
  const { at: before, to, wanted } = state.of(view);
  const isSame = at?.row === before?.row && at?.column === before?.column;
  if (!at || (isSame && !to)) return;
  const shown = columns.flatMap((column) => (column === 'name' ? [] : column.metric));
  state.update(view, { at, to: undefined, wanted: new Set([...wanted, ...shown]) });
}

/** What is typed goes into one cell. */
export function letGo(view: View): void {
  if (state.of(view).to) state.update(view, { to: undefined });
}

// Keys

export function press(view: View, grid: Grid, event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  const { to } = state.of(view);
  const at = placeOf(event.target);
  const isCommand = ctrlKey || metaKey;
  if (!at) return;
  if (altKey && key === 'ArrowDown') goBelow(event);
  else if (isCommand && key.toLowerCase() === 'd') done(event, () => fillDown(view, grid, at));
  else if (isCommand || altKey) return;
  else if (to && (key === 'Delete' || key === 'Backspace')) done(event, () => empty(view, grid));
  else if (to && key === 'Escape') done(event, () => letGo(view));
  else if (!shiftKey || !extend(view, grid, at, event)) goAlongColumn(event);
}

function done(event: KeyboardEvent, act: () => void): void {
  event.preventDefault();
  event.stopPropagation();
  act();
}

/** To what else is known of the cell, from where Escape leads back. */
function goBelow(event: KeyboardEvent): void {
  const place = (event.currentTarget as HTMLElement).closest('.on-grid');
  const first = place?.querySelector<HTMLElement>('.about-cell button');
  if (first) done(event, () => first.focus());
}

export function goBack(view: View, event: KeyboardEvent): void {
  const { at } = state.of(view);
  if (event.key !== 'Escape' || !at) return;
  done(event, () => view.focusLater(`[data-row="${at.row}"][data-column="${at.column}"] input`));
}

const kSteps: Partial<Record<string, [down: number, right: -1 | 0 | 1]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** Shift and an arrow: the block grows, but where a part of the text is picked instead. */
function extend(view: View, grid: Grid, at: Place, event: KeyboardEvent): boolean {
  const step = kSteps[event.key];
  if (!step) return false;
  const { to } = state.of(view);
  if (step[1] !== 0 && !to && isWithin(event.target, step[1])) return true;
  event.preventDefault();
  const from = to ?? at;
  const [row, column] = [from.row + step[0], from.column + step[1]];
  if (!grid.rows[row] || !grid.columns[column]) return true;
  state.update(view, { to: { row, column } });
  const { rows, columns } = blockOf(view, grid);
  view.speak(gridWords(view).picked(rows.length, columns.length));
  return true;
}

// Filling

export function fillWith(view: View, from: Row, block: Grid): void {
  const filled = filledWith(view, from, block);
  if (take(view, filled)) view.speak(gridWords(view).filled(filled.count));
}

/** Of a block its first row; of one cell the one above it. */
function fillDown(view: View, grid: Grid, at: Place): void {
  const block = blockOf(view, grid);
  const mine = ofPlan(grid, at);
  const [top, ...others] = block.rows;
  const first = top && others.length === 0 ? mine[mine.indexOf(top) - 1] : top;
  if (first) fillWith(view, first, block);
}

function empty(view: View, grid: Grid): void {
  const filled = emptied(view, blockOf(view, grid));
  if (take(view, filled)) view.speak(gridWords(view).emptied(filled.count));
}

// The clipboard

export const textOfGrid = (
  view: View,
  grid: Grid,
  name = (row: Row) => channelName(view, row),
): string =>
  blockText(view, grid, (row, column) =>
    column === 'name' ? name(row) : workedOut(view, row, column),
  );

/** Of a block; a part of a text is the browser's. */
export function copy(view: View, grid: Grid, event: ClipboardEvent): void {
  if (!state.of(view).to) return;
  event.clipboardData?.setData('text/plain', textOfGrid(view, blockOf(view, grid)));
  event.preventDefault();
}

export function cut(view: View, grid: Grid, event: ClipboardEvent): void {
  copy(view, grid, event);
  if (event.defaultPrevented) empty(view, grid);
}

/** A block whose first row is words is a table with headings: what it means is asked about. One figure fills
 * the block that is picked. */
export function paste(view: View, drawn: Grid, event: ClipboardEvent): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const at = placeOf(event.target);
  const isFill = state.of(view).to !== undefined && !isBlock(text);
  if (!at || (!isFill && !isBlock(text))) return;
  event.preventDefault();
  event.stopPropagation();
  const own = drawn.rows[at.row];
  if (!own) return;
  if (isFill) {
    tell(view, filledBlock(view, blockOf(view, drawn), text));
    return;
  }
  const grid = { rows: ofPlan(drawn, at), columns: drawn.columns };
  const place = { row: grid.rows.indexOf(own), column: at.column };
  const lines = cellsIn(text);
  const isTable = lines.length > kChannelLimit || isHeaded(grid, place, lines);
  const bringTable = later()?.bringTable;
  if (isTable && bringTable) bringTable(view, text);
  else tell(view, pasted(view, grid, place, lines));
}

function filledBlock(view: View, block: Grid, text: string): Filled {
  const [line = ''] = text.split(/[\r\n]/);
  const lines = block.rows.map(() => block.columns.map(() => line));
  return pasted(view, block, { row: 0, column: 0 }, lines);
}

const kMostNamed = 5;
const kLongestNamed = 24;

function tell(view: View, filled: Filled): void {
  if (!take(view, filled)) return;
  const say = gridWords(view);
  const { left, count } = filled;
  const few = left.slice(0, kMostNamed).map((one) => one.slice(0, kLongestNamed));
  const more = left.length > few.length ? ['…'] : [];
  const unread = left.length > 0 ? ` ${say.unread(view.format.list([...few, ...more]))}` : '';
  view.outside.say(`${say.pasted(count)}${unread}`, left.length > 0);
}
