// Exports that come inside another file: sheets of an .xlsx workbook, tables in a .zip.
import { isWorkbook, sheetsOf } from './workbook';
import { type Fault, Refused, Zip } from './zip';

/** What a packed file holds that may be an export. */
export type Unpacked = {
  name: string;
  content: Blob;
  /** Of a sheet, which is text with tabs between its cells. */
  isPasted: boolean;
}[];

/** Why nothing of it can be read. */
export type NotUnpacked = Fault | 'oldWorkbook';

const kMostTexts = 50;
const kZipStart = /^504b(?:0304|0506|0708)/;
const kOleStart = 'd0cf11e0a1b11ae1';

/** By its first bytes, for names are wrong. */
export async function isPacked(file: Blob): Promise<boolean> {
  const start = await startOf(file);
  return kZipStart.test(start) || start === kOleStart;
}

/** Sheets of a workbook in their order, hidden ones last; of another zip file its tables and texts. */
export async function unpacked(file: File): Promise<Unpacked | NotUnpacked> {
  try {
    if ((await startOf(file)) === kOleStart) return await notRead(file);
    const zip = await Zip.of(file);
    const found = isWorkbook(zip) ? await sheetsIn(zip) : await textsIn(zip);
    return found.length > 0 ? found : 'nothing';
  } catch (error) {
    return error instanceof Refused ? error.why : 'broken';
  }
}

async function startOf(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const kMostSearched = 2 ** 25;

/** Excel before 2007 wrote such files; today they hold workbooks with a password ([MS-OFFCRYPTO], 1.3.2). */
async function notRead(file: Blob): Promise<NotUnpacked> {
  const bytes = await file.slice(0, kMostSearched).arrayBuffer();
  const isProtected = new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage');
  return isProtected ? 'protected' : 'oldWorkbook';
}

async function sheetsIn(zip: Zip): Promise<Unpacked> {
  const sheets = await sheetsOf(zip);
  return sheets.map(({ name, text }) => ({ name, content: new Blob([text]), isPasted: true }));
}

const isText = (name: string) => /\.(?:csv|tsv|txt)$/i.test(name);
/** What macOS adds is called ._table.csv and stands in __MACOSX; `..` leads out of the file. */
const isAside = (name: string) => /(?:^|\/)(?:\.|__MACOSX\/)/.test(name);

async function textsIn(zip: Zip): Promise<Unpacked> {
  const texts = zip.entries.filter(({ name }) => isText(name) && !isAside(name));
  const found: Unpacked = [];
  for (const entry of texts.slice(0, kMostTexts)) {
    const content = await zip.inflated(entry);
    found.push({ name: entry.name, content, isPasted: false });
  }
  return found;
}
