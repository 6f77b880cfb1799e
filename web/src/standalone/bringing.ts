// Where tables go: exports into the panel that brings them, a table of channels to be pasted.
import { read } from '../engine/reader';
import { textOf } from '../persistence/opened';
import { isPacked } from '../tools/import/packed';
import { bringCells, openImport } from '../tools/import/panel';
import { kLongestTable } from '../tools/import/source';
import { openTable } from '../tools/table/paste';
import type { View } from '../view/view';

/** A table whose rows are neither dated nor campaigns, of no platform's making. */
async function isOfChannels({ outside }: View, table: Blob, isPasted: boolean) {
  if (table.size > kLongestTable || (await isPacked(table))) return false;
  const { reader } = outside;
  const found = reader && (await read(reader, table, { isPasted }).catch(() => undefined));
  if (!found) return true;
  if ('code' in found) return found.code === 'export.headings';
  return found.platform === 'generic' && !found.date && !found.byCampaign;
}

export async function bringFiles(view: View, files: readonly File[]): Promise<void> {
  const [first, ...others] = files;
  if (first && others.length === 0 && (await isOfChannels(view, first, false)))
    await openTable(view, textOf(await first.arrayBuffer()));
  else await openImport(view, files);
}

export async function bringTable(view: View, text: string): Promise<void> {
  if (await isOfChannels(view, new Blob([text]), true)) await openTable(view, text);
  else bringCells(view, text);
}
