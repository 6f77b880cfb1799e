// Writes a workbook: the few parts of Office Open XML that sheets of texts, numbers and live
// formulas need. ECMA-376, part 1, chapter 18.
import { strToU8, zipSync } from 'fflate';

export interface Cell {
  /** A text stands as it is, whatever it begins with; of a formula, it is the last known result. */
  value?: number | string;
  formula?: string;
  /** A number format's code. */
  format?: string;
  look?: Look;
  /** Words behind a number keep away from it. */
  isAside?: boolean;
}

/** A title; a head of numbers; what is there to be typed over; a sum of what stands above. */
export type Look = 'bold' | 'head' | 'input' | 'total';

export interface Sheet {
  name: string;
  /** In characters. */
  widths: readonly number[];
  rows: readonly (readonly Cell[])[];
  /** Whether the first row and the first column stay in sight, and on every page. */
  hasHeads: boolean;
}

/** A cell that formulas may call by a name. */
export interface Name {
  name: string;
  /** What it stands for, with its sheet: 'Inputs'!$C$2 */
  cell: string;
}

export const kWorkbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const kMain = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const kPackage = 'http://schemas.openxmlformats.org/package/2006';
const kOffice = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const kText = '@';
/** Numbers below are the formats every reader knows. */
const kFirstOwnFormat = 164;

/** Without what XML forbids; `_x0041_` would be read as an escape. */
const xmlText = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A, B, … Z, AA, … */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

export const address = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

/** The same, wherever a formula that holds it is copied to. */
export const fixedAddress = (row: number, column: number): string =>
  `$${columnName(column)}$${row + 1}`;

/** A cell, or several, of another sheet. */
export const inSheet = (sheet: string, cells: string): string =>
  `'${sheet.replaceAll("'", "''")}'!${cells}`;

const kLongestSheetName = 31;

/** A name that no other sheet has, made of words, without what Excel refuses there. */
export function sheetNameFor(words: string, taken: Set<string>): string {
  const plain = words.replace(/[[\]:*?/\\\s\p{C}]+/gu, ' ');
  const cut = (length: number) => plain.slice(0, length).replace(/['\s\ud800-\udbff]+$/, '');
  let name = cut(kLongestSheetName);
  for (let n = 2; taken.has(name.toLowerCase()); n += 1)
    name = `${cut(kLongestSheetName - ` ${n}`.length)} ${n}`;
  taken.add(name.toLowerCase());
  return name;
}

const kLongestName = 200;

/** A name that no other cell has, made of words: what looks like an address, or is not of letters, may
 * be no name. */
export function nameFor(words: string, taken: Set<string>): string {
  const plain = words.replace(/[^\p{L}\p{N}]+/gu, '_').slice(0, kLongestName);
  const start = /^(?:\P{L}|[a-z]{1,3}\d*$|r\d*c\d*$)/iu.test(plain) ? `_${plain}` : plain;
  let name = start;
  for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${start}_${n}`;
  taken.add(name.toLowerCase());
  return name;
}

/** Font, fill and border, by their places in the lists of `Looks.part`. Inputs are blue on yellow, as in
 * models of finance. */
const kLooks: Record<Look, string> = {
  bold: '1 0 0',
  head: '1 0 0',
  input: '2 2 0',
  total: '1 0 1',
};
/** Where a cell's words stand: as they fall; as numbers do; the same, in several lines; a little aside. */
const kAlignments = [
  '',
  '<alignment horizontal="right"/>',
  '<alignment horizontal="right" wrapText="1"/>',
  '<alignment horizontal="left" indent="1"/>',
];

/** A result or an input may be a dash, which stands where its number would. */
function alignmentOf({ formula, format, look, isAside }: Cell): number {
  if (isAside) return 3;
  if (look === 'head') return 2;
  return formula !== undefined || format !== undefined ? 1 : 0;
}

/** Each look is listed once, and named by its place in the list. */
class Looks {
  private readonly formats: string[] = [];
  private readonly looks = ['0 0 0 0 0'];

  of(cell: Cell): number {
    const { format, look, value, formula } = cell;
    const isText = typeof value === 'string' && formula === undefined;
    const number = this.idOf(format ?? (isText ? kText : ''));
    const place = alignmentOf(cell);
    return placeIn(this.looks, `${number} ${look ? kLooks[look] : '0 0 0'} ${place}`);
  }

  private idOf(format: string): number {
    return format === '' ? 0 : kFirstOwnFormat + placeIn(this.formats, format);
  }

  get part(): string {
    const formats = this.formats.map(
      (code, i) => `<numFmt numFmtId="${kFirstOwnFormat + i}" formatCode="${xmlText(code)}"/>`,
    );
    const looks = this.looks.map((look) => {
      const [format, font, fill, border, place] = look.split(' ');
      return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${kAlignments[Number(place)]}</xf>`;
    });
    const font = (color = '') => `<sz val="11"/>${color}<name val="Calibri"/>`;
    const fonts = [font(), `<b/>${font()}`, font('<color rgb="FF1D4ED8"/>')].map(
      (one) => `<font>${one}</font>`,
    );
    const border = (top: string) => `<border><left/><right/>${top}<bottom/><diagonal/></border>`;
    return `<styleSheet xmlns="${kMain}"><numFmts count="${formats.length}">${formats.join('')}</numFmts><fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF8DC"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2">${border('<top/>')}${border('<top style="thin"><color auto="1"/></top>')}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${looks.length}">${looks.join('')}</cellXfs></styleSheet>`;
  }
}

function placeIn(list: string[], item: string): number {
  const place = list.indexOf(item);
  return place < 0 ? list.push(item) - 1 : place;
}

function cellPart(cell: Cell, where: string, looks: Looks): string {
  const { value, formula } = cell;
  if (value === undefined && formula === undefined) return '';
  const start = `<c r="${where}" s="${looks.of(cell)}"`;
  if (formula === undefined) {
    if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
    return `${start} t="inlineStr"><is><t xml:space="preserve">${xmlText(value ?? '')}</t></is></c>`;
  }
  const type = typeof value === 'string' ? ' t="str"' : '';
  const known = value === undefined ? '' : `<v>${xmlText(String(value))}</v>`;
  return `${start}${type}><f>${xmlText(formula)}</f>${known}</c>`;
}

const kLineHeight = 15;

/** Not every reader gives heads the lines that they take. */
function heightOf(cells: readonly Cell[], widths: readonly number[]): string {
  const lines = cells.map(({ value, look }, column) =>
    look === 'head' ? Math.ceil(String(value).length / ((widths[column] ?? 1) - 3)) : 1,
  );
  const most = Math.max(1, ...lines);
  return most > 1 ? ` ht="${kLineHeight * most}" customHeight="1"` : '';
}

/** Printed across, as wide as the paper, its pages counted. */
const kPrinted =
  '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';

function sheetPart({ widths, rows, hasHeads }: Sheet, title: string, looks: Looks): string {
  const columns = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  const lines = rows.map((cells, row) => {
    const parts = cells.map((cell, column) => cellPart(cell, address(row, column), looks));
    return `<row r="${row + 1}"${heightOf(cells, widths)}>${parts.join('')}</row>`;
  });
  const pane = hasHeads
    ? '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>'
    : '';
  const foot = `<headerFooter><oddFooter>${xmlText(`&L${title.replaceAll('&', '&&')}&C&A&R&P / &N`)}</oddFooter></headerFooter>`;
  return `<worksheet xmlns="${kMain}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData>${kPrinted}${foot}</worksheet>`;
}

/** Names of cells, and what is printed on every page. */
function namesPart(sheets: readonly Sheet[], names: readonly Name[]): string {
  // Rows alone: a page is as wide as its sheet, and with columns too LibreOffice opens six times as slowly.
  const titles = sheets.flatMap(({ name, hasHeads }, i) =>
    hasHeads
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${xmlText(inSheet(name, '$1:$1'))}</definedName>`,
        ]
      : [],
  );
  const cells = names.map(
    ({ name, cell }) => `<definedName name="${xmlText(name)}">${xmlText(cell)}</definedName>`,
  );
  return `<definedNames>${[...titles, ...cells].join('')}</definedNames>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const list = targets.map(
    ([type, target], i) => `<Relationship Id="r${i + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${kPackage}/relationships">${list.join('')}</Relationships>`;
}

/** The workbook's file. What it says is worked out anew when it is opened. */
export function workbook(
  sheets: readonly Sheet[],
  names: readonly Name[],
  { title, language }: { title: string; language: string },
) {
  const looks = new Looks();
  const paths = sheets.map((_, i) => `worksheets/sheet${i + 1}.xml`);
  const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides = [
    ['xl/workbook.xml', kWorkbookType.replace(/sheet$/, 'sheet.main+xml')],
    ['xl/styles.xml', `${kinds}.styles+xml`],
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ...paths.map((path) => [`xl/${path}`, `${kinds}.worksheet+xml`]),
  ].map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`);
  const listed = sheets.map(
    ({ name }, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="r${i + 1}"/>`,
  );
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${kPackage}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': relations([
      [`${kOffice}/officeDocument`, 'xl/workbook.xml'],
      [`${kPackage}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${kPackage}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:language>${xmlText(language)}</dc:language></cp:coreProperties>`,
    'xl/workbook.xml': `<workbook xmlns="${kMain}" xmlns:r="${kOffice}"><sheets>${listed.join('')}</sheets>${namesPart(sheets, names)}<calcPr fullCalcOnLoad="1"/></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...paths.map((path) => [`${kOffice}/worksheet`, path] as const),
      [`${kOffice}/styles`, 'styles.xml'],
    ]),
  };
  for (const [i, sheet] of sheets.entries())
    parts[`xl/${paths[i]}`] = sheetPart(sheet, title, looks);
  parts['xl/styles.xml'] = looks.part;
  const files = Object.entries(parts).map(([path, xml]) => [
    path,
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xml}`),
  ]);
  // a fixed date: the same plan gives the same file
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) });
}
