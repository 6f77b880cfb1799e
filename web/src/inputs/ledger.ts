// The keys of a spreadsheet, in the table that channels are typed into.

const kCell = '.cell :is(input, button.readonly)';
const kRow = ':is(.row, tr)';

/** Enter and the arrows lead from cell to cell, Shift and Enter back. */
export function goAlongColumn(event: KeyboardEvent): void {
  const step = stepOf(event);
  const from = (event.target as HTMLElement).closest<HTMLElement>(kCell);
  if (!step || !from) return;
  const line = step.along === 'column' ? columnOf(from) : rowOf(from);
  const next = line[line.indexOf(from) + step.by];
  if (!next) return;
  event.preventDefault();
  next.focus();
  if (next instanceof HTMLInputElement) next.select();
}

interface Step {
  along: 'column' | 'row';
  by: 1 | -1;
}

const kArrows: Partial<Record<string, Step>> = {
  ArrowDown: { along: 'column', by: 1 },
  ArrowUp: { along: 'column', by: -1 },
  ArrowRight: { along: 'row', by: 1 },
  ArrowLeft: { along: 'row', by: -1 },
};

function stepOf(event: KeyboardEvent): Step | undefined {
  const { key, shiftKey, altKey, ctrlKey, metaKey, target } = event;
  if (altKey || ctrlKey || metaKey) return undefined;
  if (key === 'Enter') {
    const isField = target instanceof HTMLInputElement;
    return isField ? { along: 'column', by: shiftKey ? -1 : 1 } : undefined;
  }
  const step = shiftKey ? undefined : kArrows[key];
  return step?.along === 'row' && isWithin(target, step.by) ? undefined : step;
}

/** Whether an arrow still has text to move in. */
export function isWithin(target: EventTarget | null, by: 1 | -1): boolean {
  if (!(target instanceof HTMLInputElement)) return false;
  const { selectionStart: start, selectionEnd: end, value } = target;
  if (start === 0 && end === value.length) return false;
  return start !== end || start !== (by < 0 ? 0 : value.length);
}

const cellsOf = (row: Element | null) => [...(row?.querySelectorAll<HTMLElement>(kCell) ?? [])];

const rowOf = (from: HTMLElement) => cellsOf(from.closest(kRow));

/** The same column, by its number or by its place in each row. */
function columnOf(from: HTMLElement): HTMLElement[] {
  const cell = from.closest<HTMLElement>('[data-column]');
  if (cell) {
    const all = cell.closest('table')?.querySelectorAll<HTMLElement>(kCell) ?? [];
    const isSame = (one: HTMLElement) =>
      one.closest<HTMLElement>('[data-column]')?.dataset.column === cell.dataset.column;
    return [...all].filter(isSame);
  }
  const own = from.closest(kRow);
  const place = cellsOf(own).indexOf(from);
  const rows = [...(own?.parentElement?.querySelectorAll(`:scope > ${kRow}`) ?? [])];
  return rows.flatMap((row) => cellsOf(row)[place] ?? []);
}
