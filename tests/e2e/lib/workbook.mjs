// Workbooks read, changed, and worked out anew by LibreOffice.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const { strFromU8, strToU8, unzipSync, zipSync } = createRequire(
  new URL('../../../web/package.json', import.meta.url),
)('fflate');

const kNamed = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const kCell = /<c r="([A-Z]+)(\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs;

const plain = (xml) =>
  xml.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (_, hex, code, name) =>
    name ? kNamed[name] : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(code)),
  );

export class Workbook {
  constructor(bytes) {
    this.parts = Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]),
    );
    this.names = [...this.parts['xl/workbook.xml'].matchAll(/<sheet name="([^"]*)"/g)].map(
      ([, name]) => plain(name),
    );
    this.summary = this.#sheet(1);
    this.inputs = this.#sheet(2);
    this.channels = this.#sheet(3);
    this.results = this.#sheet(4);
    this.cash = this.names.length > 4 ? this.#sheet(5) : [];
  }

  /** The cells of the sheet of that name. */
  named(name) {
    assert.ok(this.names.includes(name), `a sheet “${name}” among ${this.names}`);
    return this.#sheet(this.names.indexOf(name) + 1);
  }

  /** Cells by row and column: what each holds, and its formula. */
  #sheet(number) {
    const rows = [];
    const texts = this.#sharedTexts();
    const xml = this.parts[`xl/worksheets/sheet${number}.xml`];
    for (const [, letters, line, about, body = ''] of xml.matchAll(kCell)) {
      const column = [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;
      const row = Number(line) - 1;
      rows[row] ??= [];
      rows[row][column] = cellOf(about, body, texts);
    }
    return rows;
  }

  #sharedTexts() {
    const list = this.parts['xl/sharedStrings.xml'] ?? '';
    return [...list.matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) => textsIn(item));
  }

  /** The row of a typed figure, by its label and its channel. */
  inputRow(label, channel = '') {
    const rows = [...this.inputs.keys()].filter((row) => {
      const [name, of] = this.inputs[row] ?? [];
      return name?.value === label && (of?.value ?? '') === channel;
    });
    assert.equal(rows.length, 1, `rows of “${label}”, ${channel}`);
    return rows[0];
  }

  /** Where a figure stands that is typed, by its label and its channel. */
  input(label, channel) {
    return { sheet: 2, address: `C${this.inputRow(label, channel) + 1}` };
  }

  /** Where a figure stands beside its label on the sheet of that name. */
  beside(name, label) {
    const row = this.named(name).findIndex((cells) => cells?.[0]?.value === label);
    return { sheet: this.names.indexOf(name) + 1, address: `B${row + 1}` };
  }

  /** A copy's bytes, without any result that is known already, and with other figures typed: each with its place. */
  unknown(...typed) {
    const parts = { ...this.parts };
    for (const name of Object.keys(parts).filter((one) => one.startsWith('xl/worksheets/'))) {
      parts[name] = parts[name].replace(/( t="str")?>(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '>$2');
    }
    for (const [{ sheet, address }, value] of typed) {
      const cell = new RegExp(`<c r="${address}"( s="\\d+")[^>]*>.*?</c>`);
      const part = `xl/worksheets/sheet${sheet}.xml`;
      assert.match(parts[part], cell);
      parts[part] = parts[part].replace(cell, `<c r="${address}"$1><v>${value}</v></c>`);
    }
    return zipSync(
      Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)])),
    );
  }
}

/** What a text stands for: `_x005F_` is an escape, of an underscore. */
const meant = (text) =>
  text.replace(/_x([\da-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

const textsIn = (xml) =>
  [...xml.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => meant(plain(text))).join('');

function cellOf(about, body, texts) {
  const [, type] = about.match(/\bt="(\w+)"/) ?? [];
  const [, formula] = body.match(/<f[^>]*>(.*?)<\/f>/s) ?? [];
  const [, known] = body.match(/<v>(.*?)<\/v>/s) ?? [];
  const cell = formula === undefined ? {} : { formula: plain(formula) };
  if (type === 'inlineStr') return { ...cell, value: textsIn(body) };
  if (known === undefined) return cell;
  if (type === 's') return { ...cell, value: texts[Number(known)] };
  return { ...cell, value: type === 'str' || type === 'e' ? plain(known) : Number(known) };
}

/** What LibreOffice makes of workbooks, by their names. */
export async function recalculated(books) {
  const folder = await mkdtemp(path.join(tmpdir(), 'roi-office-'));
  const out = path.join(folder, 'out');
  await mkdir(out);
  const files = [...books.keys()].map((name) => path.join(folder, `${name}.xlsx`));
  for (const [name, bytes] of books) await writeFile(path.join(folder, `${name}.xlsx`), bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
  const args = [profile, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir'];
  await promisify(execFile)('soffice', [...args, out, ...files]);
  const results = new Map();
  for (const name of books.keys()) {
    results.set(name, new Workbook(await readFile(path.join(out, `${name}.xlsx`))));
  }
  await rm(folder, { recursive: true, force: true });
  return results;
}
