// The keys of a spreadsheet, in the table that channels are typed into.

const kCell = '.cell :is(input[inputmode], button.readonly)';

/** Enter and the arrows lead along a column, Shift and Enter back. */
export function goAlongColumn(event: KeyboardEvent): void {
  const by = stepOf(event);
  const from = (event.target as HTMLElement).closest<HTMLElement>(kCell);
  if (by === 0 || !from) return;
  const column = columnOf(from);
  const next = column[column.indexOf(from) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
  if (next instanceof HTMLInputElement) next.select();
}

function stepOf({ key, shiftKey, altKey, ctrlKey, metaKey, target }: KeyboardEvent): number {
  if (altKey || ctrlKey || metaKey) return 0;
  if (key === 'Enter') return target instanceof HTMLInputElement ? (shiftKey ? -1 : 1) : 0;
  if (shiftKey) return 0;
  return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
}

/** What stands in the same place of each row. */
function columnOf(from: HTMLElement): HTMLElement[] {
  const cellsOf = (row: Element) => [...row.querySelectorAll<HTMLElement>(kCell)];
  const own = from.closest('.row');
  const place = own ? cellsOf(own).indexOf(from) : 0;
  const rows = [...(own?.parentElement?.querySelectorAll(':scope > .row') ?? [])];
  return rows.flatMap((row) => cellsOf(row)[place] ?? []);
}
