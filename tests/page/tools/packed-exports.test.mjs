// Exports inside workbooks and zip files: what LibreOffice, Info-ZIP and Python packed, and workbooks by hand
// after ECMA-376.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { constants, deflateRawSync } from 'node:zlib';
import { readerPath } from '../../../web/scripts/module.mjs';
import { read, readerOf } from '../../../web/src/engine/reader.ts';
import { isPacked, unpacked } from '../../../web/src/tools/import/packed.ts';
import { scan } from '../../../web/src/tools/import/xml.ts';

const { strToU8, zipSync } = createRequire(new URL('../../../web/package.json', import.meta.url))(
  'fflate',
);

const kMiB = 2 ** 20;
const exportFile = (name) => readFileSync(new URL(`../../exports/${name}`, import.meta.url));
const source = readerOf(() => readFile(readerPath));
const fileOf = (bytes) => new File([bytes], 'export.bin');
const zipped = (parts) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
const fixture = (name) => unpacked(fileOf(exportFile(`packed/${name}`)));

const textsOf = (found) => {
  assert.ok(Array.isArray(found), String(found));
  return Promise.all(found.map(async ({ name, content }) => [name, await content.text()]));
};

// Workbooks by LibreOffice

const kFormOnly = ['encoding', 'byteOrderMark', 'delimiter', 'decimal'];

/** A table's values, not how its file writes them. */
const valuesIn = (reply, except) =>
  Object.fromEntries(
    Object.entries(reply).filter(([key]) => ![...kFormOnly, ...except].includes(key)),
  );

for (const [workbook, table, except] of [
  ['accounting.xlsx', 'tables/accounting.tsv', []],
  ['google-en.xlsx', 'platforms/google-en.csv', []],
  ['google-fr-excel.xlsx', 'platforms/google-fr-excel.csv', []],
  ['meta-fr-ad-day.xlsx', 'platforms/meta-fr-ad-day.csv', []],
  // LibreOffice leaves the euro sign out
  ['agency-fr-excel.xlsx', 'platforms/agency-fr-excel.csv', ['currency', 'questions']],
]) {
  test(`${workbook} says what ${table} says`, async () => {
    const [sheet, ...others] = await fixture(workbook);
    assert.deepEqual(others, []);
    assert.equal(sheet.isPasted, true);
    const said = await read(source, sheet.content, sheet);
    const expected = await read(source, new Blob([exportFile(table)]));
    assert.ok(expected.rows > 0);
    assert.deepEqual(valuesIn(said, except), valuesIn(expected, except));
  });
}

// Workbooks by hand

const kMain = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const kOffice = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook, with the rows of its sheets; a format is a code, or the number of one. */
function workbookParts(sheets, { formats = [], strings = '', about = '', parts = {} } = {}) {
  const listed = sheets.map(
    ({ name = 'Sheet', state = 'visible' }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}" state="${state}" r:id="s${i}"/>`,
  );
  const relations = sheets.map(
    (_, i) =>
      `<Relationship Id="s${i}" Type="${kOffice}/worksheet" Target="worksheets/sheet${i}.xml"/>`,
  );
  const codes = formats.map((code, i) =>
    typeof code === 'string' ? `<numFmt numFmtId="${200 + i}" formatCode="${code}"/>` : '',
  );
  const looks = formats.map(
    (code, i) => `<xf numFmtId="${typeof code === 'string' ? 200 + i : code}"/>`,
  );
  return {
    'xl/workbook.xml': `<workbook xmlns="${kMain}" xmlns:r="${kOffice}"><workbookPr ${about}/><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}<Relationship Id="y" Type="${kOffice}/styles" Target="/xl/styles.xml"/><Relationship Id="t" Type="${kOffice}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${looks.join('')}</cellXfs><dxfs><dxf><numFmt numFmtId="200" formatCode="yyyy"/></dxf></dxfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
    ...Object.fromEntries(
      sheets.map(({ rows }, i) => [
        `xl/worksheets/sheet${i}.xml`,
        `<worksheet xmlns="${kMain}"><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
    ...parts,
  };
}

const workbook = (sheets, more) => zipped(workbookParts(sheets, more));

async function sheetText(rows, more) {
  const [[, text]] = await textsOf(await unpacked(fileOf(workbook([{ rows }], more))));
  return text;
}

/** Numbers, each in a format of its own, as they are told. */
async function numbersAs(pairs, about = '') {
  const cells = pairs.map(([value], i) => `<c s="${i + 1}"><v>${value}</v></c>`);
  const formats = pairs.map(([, format]) => format);
  return (await sheetText(`<row>${cells.join('')}</row>`, { formats, about })).split('\t');
}

test('numbers come without what a double adds, and identifiers as they are stored', async () => {
  const said = await numbersAs([
    ['0.10000000000000001', 0],
    ['1234.5599999999999', 4],
    ['1E-3', 0],
    ['-42', '#,##0'],
    ['120253000000000001', 0],
    ['9007199254740991', 0],
    ['1.5', 'General'],
    ['3', '0 &quot;days&quot;'],
    ['7', '0\\d'],
    ['8', '[Red]0_d'],
  ]);
  assert.deepEqual(said, [
    '0.1',
    '1234.56',
    '0.0010',
    '-42',
    '120253000000000001',
    '9007199254740991',
    '1.5',
    '3',
    '7',
    '8',
  ]);
});

test('three decimals are no group of digits', async () => {
  const row = (name, won) =>
    `<row><c t="inlineStr"><is><t>${name}</t></is></c><c><v>${won}</v></c><c><v>10</v></c></row>`;
  const head =
    '<row><c t="inlineStr"><is><t>Campaign</t></is></c><c t="inlineStr"><is><t>Conversions</t></is></c><c t="inlineStr"><is><t>Clicks</t></is></c></row>';
  const file = workbook([{ rows: head + row('A', 1.234) + row('B', 2.345) }]);
  const [sheet] = await unpacked(fileOf(file));
  const { totals, questions } = await read(source, sheet.content, sheet);
  assert.equal(totals.conversions, 3.579);
  assert.deepEqual(questions, []);
});

test('rates are percentages', async () => {
  const said = await numbersAs([
    ['0.0321', 10],
    ['0.07', 9],
    ['1.1000000000000001', '0.0%'],
    ['1E-05', '0.000%'],
    ['0.5', '0&quot;%&quot;'],
  ]);
  assert.deepEqual(said, ['3.21%', '7%', '110%', '0.0010%', '0.5']);
});

test('a currency that a format names stands beside the number', async () => {
  const said = await numbersAs([
    ['12.5', '#,##0.00\\ [$€-40C]'],
    ['12.5', '[$EUR]\\ #,##0.00;[Red]-[$EUR]\\ #,##0.00'],
    ['-3', '_-&quot;£&quot;* #,##0_-;-&quot;£&quot;* #,##0_-'],
    ['4', '#,##0\\ [$kr.-406]'],
    ['5', '0 &quot;leads&quot;'],
    ['6', 44],
  ]);
  assert.deepEqual(said, ['12.5 €', '12.5 EUR', '-3 £', '4 kr', '5', '6']);
});

// Serial numbers as Excel and Microsoft's documentation of both date systems give them: 1 January 2008 is
// 39448, 5 July 1998 is 35981 from 1900 and 34519 from 1904.
test('dates are days, with their time where they have one', async () => {
  const said = await numbersAs([
    ['39448', 14],
    ['35981', 'dd/mm/yyyy'],
    ['59', 14],
    ['60', 14],
    ['61', 14],
    ['39448.75', 22],
    ['39448.5', '[$-409]m/d/yy h:mm AM/PM;@'],
    ['39448', 'mmm-yy'],
    ['39448', 17],
    ['0.5', 'h:mm'],
    ['1.0625', '[h]:mm:ss'],
    ['39448', 57],
    ['39448', 'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;'],
    ['-1', 14],
  ]);
  assert.deepEqual(said, [
    '2008-01-01',
    '1998-07-05',
    '1900-02-28',
    '1900-02-29',
    '1900-03-01',
    '2008-01-01 18:00:00',
    '2008-01-01 12:00:00',
    '2008-01',
    '2008-01',
    '12:00:00',
    '25:30:00',
    '2008-01-01',
    '2008-01-01',
    '-1',
  ]);
});

test('dates may be counted from 1904', async () => {
  const pairs = [
    ['34519', 14],
    ['1', 14],
    ['60', 14],
  ];
  for (const about of ['date1904="1"', "date1904='true'"])
    assert.deepEqual(await numbersAs(pairs, about), ['1998-07-05', '1904-01-02', '1904-03-01']);
});

test('a day in every month of four years is the calendar’s', async () => {
  const days = Array.from({ length: 49 }, (_, month) => new Date(Date.UTC(2023, month, 28)));
  const serial = (day) => (day - Date.UTC(1899, 11, 30)) / 86_400_000;
  const said = await numbersAs(days.map((day) => [serial(day), 14]));
  assert.deepEqual(
    said,
    days.map((day) => day.toISOString().slice(0, 10)),
  );
});

test('texts come from runs, results and the cells themselves', async () => {
  const strings =
    '<si><t>Campaign</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">Spring </t></r><r><t>sale</t></r><rPh sb="0" eb="1"><t>haru</t></rPh></si><si><t/></si><si><t>A_x000D_B &amp;amp; _x005F_x0041_</t></si>';
  const rows = `<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c></row>
    <row><c t="str"><f>A1&amp;"x"</f><v>Caf&#xE9; &lt;1&gt;</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#DIV/0!</v></c><c><f>1+1</f><v>2</v></c></row>
    <row><c t='inlineStr'><is><r><t>Line
break</t></r></is></c><c t="inlineStr"><is><t><![CDATA[5" <screen>]]></t></is></c><c t="inlineStr"><is><t>a	b</t></is></c><c t="d"><v>2026-08-01T00:00:00</v></c><c t="d"><v>2026-08-01T09:30:00</v></c></row>`;
  assert.equal(
    await sheetText(rows, { strings }),
    [
      'Campaign\tSpring sale\t\t"A\rB &amp; _x0041_"',
      'Café <1>\tTRUE\tFALSE\t\t2',
      '"Line\nbreak"\t"5"" <screen>"\t"a\tb"\t2026-08-01\t2026-08-01 09:30:00',
    ].join('\n'),
  );
});

test('rows and cells keep the places they name, and come one after another without', async () => {
  const rows =
    '<row r="2"><c r="C2"><v>1</v></c><c><v>2</v></c><c r="AA2"><v>3</v></c><c s="0"/></row><row/><row><c><v>4</v></c></row><row r="9"><c r="B9" s="0"/></row>';
  assert.equal(await sheetText(rows), `\n\t\t1\t2${'\t'.repeat(23)}3\n\n4`);
});

test('names may have prefixes, and what stands between tags is left out', async () => {
  const parts = {
    'xl/worksheets/sheet0.xml': `<?xml version="1.0"?><!-- <c> --><x:worksheet xmlns:x="${kMain}"><x:sheetPr note="a > b"/><x:sheetData><x:row
      r='1' ><x:c r='B1' t = "str" ><x:v>told</x:v></x:c ></x:row></x:sheetData></x:worksheet>`,
  };
  assert.equal(await sheetText('', { parts }), '\ttold');
});

test('sheets come in the workbook’s order, hidden ones last, empty ones not at all', async () => {
  const cell = (text) => `<row><c t="str"><v>${text}</v></c></row>`;
  const file = workbook([
    { name: 'Notes', state: 'hidden', rows: cell('a') },
    { name: 'Q1 &amp; Q2', rows: cell('b') },
    { name: 'Empty', rows: '<row r="1"><c s="0"/></row>' },
    { name: 'Last', rows: cell('c') },
  ]);
  assert.deepEqual(await textsOf(await unpacked(fileOf(file))), [
    ['Q1 & Q2', 'b'],
    ['Last', 'c'],
    ['Notes', 'a'],
  ]);
  const empty = workbook([{ rows: '' }]);
  assert.equal(await unpacked(fileOf(empty)), 'nothing');
});

test('a workbook that is not well made is broken', async () => {
  const broken = [
    workbook([{ rows: '<row><c r="XFE1"><v>1</v></c></row>' }]),
    workbook([{ rows: '<row r="1048577"/>' }]),
    workbook([{ rows: '<row><c></row' }]),
    workbook([{ rows: '<row><c><v>1</v>' }]),
    workbook([{ rows: '<!-- ' }]),
    workbook([{ rows: '<![CDATA[' }]),
    workbook([{ rows: '<a b="' }]),
    workbook([{ rows: '' }], {
      parts: { 'xl/styles.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' },
    }),
    zipped({ 'xl/workbook.xml': '<workbook/>' }),
  ];
  for (const file of broken) assert.equal(await unpacked(fileOf(file)), 'broken');
});

// Zip files

test('tables of a zip file come as they are, also where their sizes stand behind them', async () => {
  const found = await fixture('streamed.zip');
  assert.deepEqual(
    found.map(({ name, isPasted }) => [name, isPasted]),
    [
      ['2026/dollars.csv', false],
      ['lakh.csv', false],
    ],
  );
  for (const { name, content } of found) {
    const table = exportFile(`tables/${name.split('/').pop()}`);
    assert.deepEqual(Buffer.from(await content.arrayBuffer()), table);
  }
});

test('what is no table in a zip file is left alone', async () => {
  const file = zipped({
    'a/one.CSV': 'one',
    '__MACOSX/a/._one.csv': 'resource',
    '../two.csv': 'outside',
    'picture.png': 'png',
    'more.zip': 'PK',
    'three.txt': 'three',
    'back\\four.tsv': 'four',
  });
  assert.deepEqual(await textsOf(await unpacked(fileOf(file))), [
    ['a/one.CSV', 'one'],
    ['three.txt', 'three'],
    ['back/four.tsv', 'four'],
  ]);
  assert.equal(await unpacked(fileOf(zipped({ 'picture.png': 'png' }))), 'nothing');
  assert.equal(await unpacked(fileOf(zipped({}))), 'nothing');
});

test('at most 50 tables are looked at', async () => {
  const parts = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${i}.csv`, `${i}`]));
  assert.equal((await unpacked(fileOf(zipped(parts)))).length, 50);
});

test('what needs a password says so', async () => {
  assert.equal(await fixture('password.zip'), 'protected');
  // a workbook with a password is an OLE file that holds a stream of this name
  const stream = Buffer.from('EncryptedPackage', 'utf16le');
  const ole = Buffer.concat([exportFile('packed/accounting.xls').subarray(0, 512), stream]);
  assert.equal(await unpacked(fileOf(ole)), 'protected');
  assert.equal(await fixture('accounting.xls'), 'oldWorkbook');
});

/** The bytes from the place where a mark stands last, changed in place. */
function changed(bytes, mark, change) {
  const copy = Buffer.from(bytes);
  change(copy.subarray(copy.lastIndexOf(Buffer.from(mark, 'latin1'))));
  return copy;
}

const kEntry = 'PK\x01\x02';
const kEnd = 'PK\x05\x06';

test('damage is found, wherever it is', async () => {
  const whole = Buffer.from(zipped({ 'one.csv': 'Campaign,Cost\n'.repeat(99) }));
  const stored = Buffer.from(
    zipSync({ 'one.csv': [strToU8('Campaign,Cost\nA,1\n'), { level: 0 }] }),
  );
  assert.deepEqual(await textsOf(await unpacked(fileOf(stored))), [
    ['one.csv', 'Campaign,Cost\nA,1\n'],
  ]);
  const damaged = [
    whole.subarray(0, -1),
    whole.subarray(0, whole.length / 2),
    whole.subarray(0, 4),
    changed(whole, kEntry, (entry) => entry.writeUInt32LE(7, 16)),
    changed(whole, kEntry, (entry) => entry.writeUInt32LE(7, 24)),
    changed(whole, kEntry, (entry) => entry.writeUInt32LE(1e6, 20)),
    changed(whole, kEntry, (entry) => entry.writeUInt32LE(1e6, 42)),
    changed(whole, kEnd, (end) => end.writeUInt32LE(1e6, 16)),
    changed(stored, 'A,1', (text) => text.write('A,2')),
  ];
  for (const bytes of damaged) assert.equal(await unpacked(fileOf(bytes)), 'broken');
});

test('ZIP64 is read where it says little, and refused where it is needed', async () => {
  const whole = Buffer.from(zipped({ 'one.csv': 'Campaign' }));
  const wide = Buffer.from(
    zipSync({ 'one.csv': [strToU8('Campaign'), { extra: { 1: new Uint8Array(16) } }] }),
  );
  const moved = changed(wide, kEntry, (entry) => {
    const extra = 46 + entry.readUInt16LE(28);
    assert.equal(entry.readUInt16LE(extra), 1);
    for (const [from, to] of [
      [24, extra + 4],
      [20, extra + 12],
    ]) {
      entry.writeBigUInt64LE(BigInt(entry.readUInt32LE(from)), to);
      entry.writeUInt32LE(0xffffffff, from);
    }
  });
  assert.deepEqual(await textsOf(await unpacked(fileOf(moved))), [['one.csv', 'Campaign']]);
  const many = changed(whole, kEnd, (end) => end.writeUInt16LE(0xffff, 10));
  assert.equal(await unpacked(fileOf(many)), 'tooLarge');
});

// Bombs

/** A zip file whose last entry, of one byte as it declares, inflates to so many MiB of noughts. */
function withBomb(parts, name, mebibytes) {
  const piece = deflateRawSync(Buffer.alloc(kMiB), { finishFlush: constants.Z_FULL_FLUSH });
  const packed = Buffer.concat([...Array(mebibytes).fill(piece), Buffer.from([3, 0])]);
  const entries = Object.entries(parts).map(([path, text]) => [path, strToU8(text)]);
  const small = Buffer.from(
    zipSync({ ...Object.fromEntries(entries), [name]: [strToU8('0'), { level: 0 }] }),
  );
  const directory = small.readUInt32LE(small.lastIndexOf(kEnd) + 16);
  const last = directory - 1;
  const bytes = Buffer.concat([small.subarray(0, last), packed, small.subarray(directory)]);
  const moved = changed(bytes, kEnd, (end) => end.writeUInt32LE(last + packed.length, 16));
  return changed(moved, kEntry, (entry) => {
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
  });
}

/** Runs with a count of the bytes that are inflated. */
async function inflating(run) {
  const Whole = globalThis.DecompressionStream;
  let bytes = 0;
  globalThis.DecompressionStream = class {
    constructor(format) {
      const { readable, writable } = new Whole(format);
      const transform = (piece, queue) => {
        bytes += piece.length;
        queue.enqueue(piece);
      };
      this.readable = readable.pipeThrough(new TransformStream({ transform }));
      this.writable = writable;
    }
  };
  try {
    return { result: await run(), bytes };
  } finally {
    globalThis.DecompressionStream = Whole;
  }
}

test('1 GB of noughts that declares a byte is stopped at 128 MB', async () => {
  const file = fileOf(withBomb({}, 'one.csv', 1024));
  const { result, bytes } = await inflating(() => unpacked(file));
  assert.equal(result, 'tooLarge');
  assert.ok(bytes > 128 * kMiB && bytes < 129 * kMiB, `${bytes} bytes`);
});

test('a part of a workbook is stopped at 32 MB, and many parts at 128 MB', async () => {
  const parts = workbookParts([{ rows: '' }]);
  const { result, bytes } = await inflating(() =>
    unpacked(fileOf(withBomb(parts, 'xl/worksheets/sheet0.xml', 1024))),
  );
  assert.equal(result, 'tooLarge');
  assert.ok(bytes > 32 * kMiB && bytes < 33 * kMiB, `${bytes} bytes`);
  const rows = ' '.repeat(30 * kMiB);
  const large = fileOf(workbook(Array(6).fill({ rows })));
  const all = await inflating(() => unpacked(large));
  assert.equal(all.result, 'tooLarge');
  assert.ok(all.bytes > 128 * kMiB && all.bytes < 129 * kMiB, `${all.bytes} bytes`);
});

test('a little that says much is stopped at 128 MB of text', async () => {
  const strings = `<si><t>${'x'.repeat(kMiB)}</t></si>`;
  const long = `<row>${'<c t="s"><v>0</v></c>'.repeat(200)}</row>`;
  assert.equal(await unpacked(fileOf(workbook([{ rows: long }], { strings }))), 'tooLarge');
  const wide = '<row><c r="XFD1"><v>1</v></c></row>'.repeat(9000);
  assert.equal(await unpacked(fileOf(workbook([{ rows: wide }]))), 'tooLarge');
});

// Each is of 2 MiB: what looks at the rest of it from every place would take hours.
test('what never ends takes no longer than what does', { timeout: 120_000 }, async () => {
  const many = (text) => text.repeat(2 * kMiB);
  const rows = ['<a ', '<!--', '<a "', '<![CDATA[', '<a b="'].map(many);
  for (const one of [...rows, `<${many('a')}`, `<a b="${many('x')}`, `<c ${many('r')}></c>`]) {
    await unpacked(fileOf(workbook([{ rows: one }])));
  }
  const formats = [many('['), many('&quot;'), many('_')];
  await sheetText('<row><c s="1"><v>1</v></c></row>', { formats });
});

test('the page has its turn while a long sheet is read', async () => {
  let turns = 0;
  let isDone = false;
  const count = () => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  await scan('<c><v>1</v></c>'.repeat(200_000), {});
  isDone = true;
  assert.ok(turns > 5, `${turns} turns`);
});

// By its first bytes

test('a packed file is known by its first bytes', async () => {
  for (const name of ['accounting.xls', 'accounting.xlsx', 'streamed.zip', 'password.zip'])
    assert.equal(await isPacked(new Blob([exportFile(`packed/${name}`)])), true);
  assert.equal(await isPacked(new Blob([zipped({})])), true);
  for (const text of ['', 'PK', 'PK,Name\n1,2', 'Campaign,Cost'])
    assert.equal(await isPacked(new Blob([text])), false);
});
