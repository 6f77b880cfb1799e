// Sheets of an .xlsx workbook as texts, as a spreadsheet's clipboard holds them. ECMA-376, part 1, chapter 18.
import { kPlain, type NumberFormat, numberFormat, writtenNumber } from './number-format';
import { type Attributes, attributesOf, scan } from './xml';
import { Allowance, type Entry, Refused, type Zip } from './zip';

export interface SheetText {
  name: string;
  text: string;
}

const kMiB = 2 ** 20;
const kMostOfPart = 32 * kMiB;
const kMostText = 128 * kMiB;
const kMostSheets = 50;
const kMostRows = 1_048_576;
const kMostColumns = 16_384;

const kBook = 'xl/workbook.xml';

export const isWorkbook = ({ entries }: Zip) => entries.some((entry) => isCalled(entry, kBook));

/** Names of parts have no case. */
const isCalled = ({ name }: Entry, path: string) => name.toLowerCase() === path.toLowerCase();

/** Those that hold something, in the workbook's order, hidden ones last. */
export async function sheetsOf(zip: Zip): Promise<SheetText[]> {
  const part = async (path: string) => {
    const entry = zip.entries.find((one) => isCalled(one, path));
    if (!entry) throw new Refused('broken');
    return (await zip.inflated(entry, kMostOfPart)).text();
  };
  const relations = await relationsIn(await part('xl/_rels/workbook.xml.rels'));
  const only = async (kind: string) => {
    const one = [...relations.values()].find((relation) => relation.kind === kind);
    return one ? part(one.path) : '';
  };
  const { sheets, isFrom1904 } = await bookIn(await part(kBook));
  const cells = {
    strings: await stringsIn(await only('sharedStrings')),
    formats: await formatsIn(await only('styles')),
    isFrom1904,
    allowance: new Allowance(kMostText),
  };
  const found: SheetText[] = [];
  for (const { name, id } of sheets.slice(0, kMostSheets)) {
    const relation = relations.get(id);
    if (relation?.kind !== 'worksheet') continue;
    const text = await textOf(await part(relation.path), cells);
    if (text) found.push({ name, text });
  }
  return found;
}

// What is said once for all sheets

interface Relation {
  /** The last word of its type, which begins otherwise in "strict" files. */
  kind: string;
  path: string;
}

async function relationsIn(xml: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  await scan(xml, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const { Id = '', Type = '', Target = '' } = attributesOf(attributes);
      const path = Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`;
      relations.set(Id, { kind: Type.slice(Type.lastIndexOf('/') + 1), path });
    },
  });
  return relations;
}

interface ListedSheet {
  name: string;
  id: string;
}

async function bookIn(xml: string): Promise<{ sheets: ListedSheet[]; isFrom1904: boolean }> {
  const shown: ListedSheet[] = [];
  const hidden: ListedSheet[] = [];
  let isFrom1904 = false;
  await scan(xml, {
    open(element, attributes) {
      const { name = '', id = '', state = 'visible', date1904 } = attributesOf(attributes);
      if (element === 'sheet') (state === 'visible' ? shown : hidden).push({ name, id });
      if (element === 'workbookPr') isFrom1904 = isTrue(date1904);
    },
  });
  return { sheets: [...shown, ...hidden], isFrom1904 };
}

const isTrue = (text: string | undefined) => text === '1' || text === 'true';

/** How numbers look, by the number that cells call it by. */
async function formatsIn(xml: string): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let list = '';
  await scan(xml, {
    open(name, attributes) {
      if (/^(numFmts|cellXfs|cellStyleXfs|dxfs)$/.test(name)) list = name;
      const { numFmtId, formatCode } = attributesOf(attributes);
      const id = Number(numFmtId);
      if (name === 'numFmt' && list === 'numFmts' && formatCode) codes.set(id, formatCode);
      if (name === 'xf' && list === 'cellXfs') formats.push(numberFormat(id, codes.get(id)));
    },
  });
  return formats;
}

/** Takes the runs of a text together, without what only says how to pronounce it. */
class Runs {
  private text = '';
  private isText = false;
  private isAside = false;

  open(name: string): void {
    if (name === 'rPh') this.isAside = true;
    this.isText = (name === 't' || name === 'v') && !this.isAside;
  }

  add(text: string): void {
    if (this.isText) this.text += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.isAside = false;
    this.isText = false;
  }

  take(): string {
    const { text } = this;
    this.text = '';
    return text;
  }
}

async function stringsIn(xml: string): Promise<string[]> {
  const strings: string[] = [];
  const runs = new Runs();
  await scan(xml, {
    open: (name) => runs.open(name),
    text: (text) => runs.add(text),
    close(name) {
      runs.close(name);
      if (name === 'si') strings.push(plain(runs.take()));
    },
  });
  return strings;
}

/** `_x000D_` is a character that XML cannot hold, or one that looks like such an escape (22.9.2.19). */
const plain = (text: string) =>
  text.replace(/_x([\da-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

// Cells

interface Cells {
  strings: readonly string[];
  formats: readonly NumberFormat[];
  isFrom1904: boolean;
  allowance: Allowance;
}

/** A line a row, tabs between cells; rows and columns keep their places, up to the last that hold something. */
async function textOf(xml: string, cells: Cells): Promise<string> {
  const rows: string[] = [];
  let row = -1;
  let column = -1;
  let line: string[] = [];
  let cell: Attributes = {};
  const runs = new Runs();
  const put = (text: string) => {
    if (!text) return;
    cells.allowance.take(text.length);
    line[column] = quoted(text);
  };
  await scan(xml, {
    open(name, attributes) {
      runs.open(name);
      if (name === 'row') {
        row = placed(Number(attributesOf(attributes).r ?? row + 2) - 1, kMostRows);
        column = -1;
        line = [];
      } else if (name === 'c') {
        cell = attributesOf(attributes);
        column = placed(cell.r ? columnOf(cell.r) : column + 1, kMostColumns);
      }
    },
    text: (text) => runs.add(text),
    close(name) {
      runs.close(name);
      if (name === 'c') put(cellText(runs.take(), cell, cells));
      if (name !== 'row' || line.length === 0) return;
      cells.allowance.take(line.length);
      rows[row] = line.join('\t');
    },
  });
  return rows.join('\n');
}

function placed(place: number, most: number): number {
  if (!(place >= 0 && place < most)) throw new Refused('broken');
  return place;
}

/** "C5" is in column 2. */
function columnOf(address: string): number {
  let column = 0;
  for (const letter of address.replace(/\d+$/, '').toUpperCase())
    column = 26 * column + letter.charCodeAt(0) - 64;
  return column - 1;
}

function cellText(
  stored: string,
  { t: type, s: style }: Attributes,
  { strings, formats, isFrom1904 }: Cells,
): string {
  switch (type) {
    case 's':
      return strings[Number(stored)] ?? '';
    case 'str':
    case 'inlineStr':
      return plain(stored);
    case 'b':
      return isTrue(stored) ? 'TRUE' : 'FALSE';
    case 'e':
      return '';
    case 'd':
      return stored.replace(/T(?:00:00(?::00(?:\.0+)?)?Z?$)?/, (time) => (time === 'T' ? ' ' : ''));
    default:
      return writtenNumber(stored, formats[Number(style ?? 0)] ?? kPlain, isFrom1904);
  }
}

/** As a clipboard writes what would end a cell. */
const quoted = (text: string) =>
  /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
