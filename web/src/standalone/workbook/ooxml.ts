// Writes a workbook: the few parts of Office Open XML that sheets of texts, numbers and live
// formulas need. ECMA-376, part 1, chapter 18.
import { strToU8, zipSync } from 'fflate';

export interface Cell {
  /** A text stands as it is, whatever it begins with; of a formula, it is the last known result. */
  value?: number | string;
  formula?: string;
  /** A number format's code. */
  format?: string;
  bold?: boolean;
}

export interface Sheet {
  name: string;
  /** In characters. */
  widths: readonly number[];
  /** The first row and the first column stay in sight. */
  rows: readonly (readonly Cell[])[];
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

/** Each look is listed once, and named by its place in the list. */
class Looks {
  private readonly formats: string[] = [];
  private readonly looks = ['0 0'];

  of({ format, bold, value, formula }: Cell): number {
    const isText = typeof value === 'string' && formula === undefined;
    const look = `${this.idOf(format ?? (isText ? kText : ''))} ${bold ? 1 : 0}`;
    return placeIn(this.looks, look);
  }

  private idOf(format: string): number {
    return format === '' ? 0 : kFirstOwnFormat + placeIn(this.formats, format);
  }

  get part(): string {
    const formats = this.formats.map(
      (code, i) => `<numFmt numFmtId="${kFirstOwnFormat + i}" formatCode="${xmlText(code)}"/>`,
    );
    const looks = this.looks.map((look) => {
      const [format, font] = look.split(' ');
      return `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`;
    });
    const font = '<sz val="11"/><name val="Calibri"/>';
    return `<styleSheet xmlns="${kMain}"><numFmts count="${formats.length}">${formats.join('')}</numFmts><fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${looks.length}">${looks.join('')}</cellXfs></styleSheet>`;
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

function sheetPart({ widths, rows }: Sheet, looks: Looks): string {
  const columns = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  const lines = rows.map((cells, row) => {
    const parts = cells.map((cell, column) => cellPart(cell, address(row, column), looks));
    return `<row r="${row + 1}">${parts.join('')}</row>`;
  });
  return `<worksheet xmlns="${kMain}"><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const list = targets.map(
    ([type, target], i) => `<Relationship Id="r${i + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${kPackage}/relationships">${list.join('')}</Relationships>`;
}

/** The workbook's file. What it says is worked out anew when it is opened. */
export function workbook(sheets: readonly Sheet[], title: string, language: string) {
  const looks = new Looks();
  const paths = sheets.map((_, i) => `worksheets/sheet${i + 1}.xml`);
  const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides = [
    ['xl/workbook.xml', kWorkbookType.replace(/sheet$/, 'sheet.main+xml')],
    ['xl/styles.xml', `${kinds}.styles+xml`],
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ...paths.map((path) => [`xl/${path}`, `${kinds}.worksheet+xml`]),
  ].map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`);
  const names = sheets.map(
    ({ name }, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="r${i + 1}"/>`,
  );
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${kPackage}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': relations([
      [`${kOffice}/officeDocument`, 'xl/workbook.xml'],
      [`${kPackage}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${kPackage}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:language>${xmlText(language)}</dc:language></cp:coreProperties>`,
    'xl/workbook.xml': `<workbook xmlns="${kMain}" xmlns:r="${kOffice}"><sheets>${names.join('')}</sheets><calcPr fullCalcOnLoad="1"/></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...paths.map((path) => [`${kOffice}/worksheet`, path] as const),
      [`${kOffice}/styles`, 'styles.xml'],
    ]),
  };
  for (const [i, sheet] of sheets.entries()) parts[`xl/${paths[i]}`] = sheetPart(sheet, looks);
  parts['xl/styles.xml'] = looks.part;
  const files = Object.entries(parts).map(([path, xml]) => [
    path,
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xml}`),
  ]);
  // a fixed date: the same plan gives the same file
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) });
}
