// Where tables go: exports into the panel that brings them, a table of channels to be pasted.
import { read } from '../engine/reader';
import { textOf } from '../persistence/opened';
import { isPacked } from '../tools/import/packed';
import { openImport } from '../tools/import/panel';
import { kLongestTable } from '../tools/import/source';
import { openTable } from '../tools/table/paste';
import type { View } from '../view/view';

/** One table whose rows are neither dated nor campaigns, of no platform's making. */
async function isOfChannels({ outside }: View, [file, ...others]: readonly File[]) {
  if (!file || others.length > 0 || file.size > kLongestTable || (await isPacked(file)))
    return false;
  const found = outside.reader && (await read(outside.reader, file).catch(() => undefined));
  if (!found) return true;
  if ('code' in found) return found.code === 'export.headings';
  return found.platform === 'generic' && !found.date && !found.byCampaign;
}

export async function bringFiles(view: View, files: readonly File[]): Promise<void> {
  const [first] = files;
  if (first && (await isOfChannels(view, files)))
    openTable(view, textOf(await first.arrayBuffer()));
  else await openImport(view, files);
}
