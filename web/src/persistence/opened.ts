// What a file that is opened or dropped holds: a plan, a table, or something that belongs elsewhere.
import type { Document } from '../../generated/contract';
import { documentFrom, type Unreadable } from './link';

const kLargestFile = 2_000_000;

/** What a file is, if it is no plan: each belongs elsewhere. */
export type Foreign = 'empty' | 'workbook' | 'pdf' | 'picture' | 'webPage' | 'table';

/** Why nothing of a link or a file was opened. */
export type NotOpened = Unreadable | Foreign;

/** A document not yet checked by the core; a table, or what may hold one, and what it is to who takes none;
 * or what it is instead. */
export type Content = { document: Document } | { table: File; else: NotOpened } | NotOpened;

const kTable = /\.(?:csv|tsv|tab)$/i;
const kWorkbook = /\.(?:xls[xmb]?|ods|numbers)$/i;
/** So much of a text says what it is; and so many bytes hold as much. */
const kTelling = 4000;
const kBeginning = 65_536;

/** A folder that is dropped, or a file that has gone since, cannot be read at all. */
export const contentOf = (file: File): Promise<Content> =>
  readFrom(file).catch((): Content => 'notReadable');

async function readFrom(file: File): Promise<Content> {
  const beginning = await file.slice(0, 4).text();
  const found = kindOf(file, beginning);
  if (found) return found;
  if (isPacked(beginning))
    return { table: file, else: kWorkbook.test(file.name) ? 'workbook' : 'notReadable' };
  const isLong = file.size > kLargestFile;
  const text = textOf(await (isLong ? file.slice(0, kBeginning) : file).arrayBuffer());
  const content = contentIn(text, file);
  return isLong && !isTable(content) ? 'tooLarge' : content;
}

const isTable = (content: Content) => typeof content !== 'string' && 'table' in content;

/** As workbooks are, of before 2007 too. */
const isPacked = (beginning: string) =>
  beginning.startsWith('PK') || beginning.startsWith('\uFFFD\uFFFD\x11');

function kindOf({ type }: File, beginning: string): Foreign | undefined {
  if (beginning === '%PDF') return 'pdf';
  return type.startsWith('image/') ? 'picture' : undefined;
}

function contentIn(text: string, file: File): Content {
  const start = text.trimStart().slice(0, kTelling);
  if (!start) return 'empty';
  if (/^<(?:!doctype|html|\?xml|!--)/i.test(start)) return 'webPage';
  if (/[^\P{Cc}\s]|\uFFFD/u.test(start)) return 'notReadable';
  if (/^[{[]/.test(start)) return documentIn(text);
  return kTable.test(file.name) || isSeparated(start)
    ? { table: file, else: 'table' }
    : 'notReadable';
}

/** Whether two lines have the same separator. */
function isSeparated(text: string): boolean {
  const [first = '', second = ''] = text.split('\n', 2);
  return ['\t', ';', ','].some((one) => first.includes(one) && second.includes(one));
}

function documentIn(text: string): Content {
  try {
    const found = documentFrom(text);
    return typeof found === 'string' ? found : { document: found };
  } catch {
    return 'notReadable';
  }
}

/** As its first bytes say; else UTF-8, or what Western spreadsheets write. */
export function textOf(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  const isWide = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0);
  const isWideReversed = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0);
  if (isWide) return new TextDecoder('utf-16le').decode(bytes);
  if (isWideReversed) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
