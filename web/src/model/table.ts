// A pasted table: its text to rows, its columns to what they mean, its rows to channels. Numbers
// are read by the engine, through `read`.
import { dsvFormat } from 'd3-dsv';
import type { Channel, Cost, Value } from '../../generated/contract';
import { metrics } from '../../generated/metrics';
import type { EngineError, ReadNumber, Reply, TypedFigure } from '../engine/engine';
import type { Language } from '../locales/index';
import { singleOf } from './ranges';
import { asField, figureOf } from './store';

const kFigures = [
  'cost',
  'leads',
  'impressions',
  'ctr',
  'clicks',
  'conversionRate',
  'closeRate',
  'customers',
  'value',
  'margin',
  'adSpendCpm',
  'adSpendCpc',
  'adSpend',
  'tools',
  'people',
  'production',
  'fees',
  'otherCosts',
] as const;
export type FigureMeaning = (typeof kFigures)[number];
export type Meaning = 'name' | FigureMeaning | 'skip';
export const kMeanings: readonly Meaning[] = ['name', ...kFigures, 'skip'];

/** Headings are tried in this order: "cost per click" before "clicks" before "cost". */
const kPrecedence: readonly Meaning[] = [
  'adSpendCpc',
  'adSpendCpm',
  'skip',
  'ctr',
  'conversionRate',
  'closeRate',
  'tools',
  'people',
  'production',
  'fees',
  'otherCosts',
  'adSpend',
  'cost',
  'value',
  'margin',
  'impressions',
  'clicks',
  'name',
  'customers',
  'leads',
];

/** Headings without accents and in the singular, by meaning; and how a row of sums is called. */
export type HeadingWords = Record<Meaning | 'total', string>;

export interface Cell {
  /** Its place in what was pasted: "row:column". */
  at: string;
  text: string;
  figure?: TypedFigure;
  error?: Pick<EngineError, 'code' | 'detail'>;
}

export interface Row {
  cells: Partial<Record<Meaning, Cell>>;
  /** As pasted. */
  texts: readonly string[];
}

export interface Table {
  columns: { heading: string; meaning: Meaning }[];
  rows: Row[];
  /** Names of rows that hold sums. */
  sums: string[];
  /** Whose way of writing numbers it follows; nothing where that is asked back. */
  locale: Language | undefined;
}

export type Read = (text: string, writing: Language, meaning: FigureMeaning) => Reply<ReadNumber>;

export interface Reading {
  words: readonly HeadingWords[];
  chosen: Readonly<Record<number, Meaning>>;
  mended: Readonly<Record<string, string>>;
  read: Read;
  /** Whose way of writing numbers it follows; else its own, if it shows one; else the page's. */
  locale: Language | undefined;
  pageLocale: Language;
  mostRows: number;
}

export type NoTable = 'empty' | 'tooLong' | 'tooMany';

const kLongest = 200_000;
const kMostColumns = 60;
const kHeadingWithin = 5;

/** What is too much to be read, or even to be shown as text. */
export function tooMuch(text: string, mostRows: number): NoTable | undefined {
  if (text.length > kLongest) return 'tooLong';
  return text.split(/[\r\n]+/).length > 2 * mostRows ? 'tooMany' : undefined;
}

export function tableOf(text: string, reading: Reading): Table | NoTable {
  const pasted = rowsOf(text);
  const width = Math.max(0, ...pasted.map((row) => row.length));
  if (width > kMostColumns) return 'tooMany';
  const head = headingAt(pasted, reading.words);
  const body = pasted.slice(head + 1);
  const isSum = (row: readonly string[]) =>
    row.some((cell) => means(plain(cell), 'total', reading.words));
  const kept = body.filter((row) => !isSum(row));
  if (kept.length === 0) return 'empty';
  if (kept.length > reading.mostRows) return 'tooMany';
  const headings = Array.from({ length: width }, (_, at) => pasted[head]?.[at] ?? '');
  const meanings = meaningsOf(headings, kept, reading);
  const shown = reading.locale ?? writingOf(kept, meanings);
  const locale = shown ?? reading.pageLocale;
  const other = shown ? undefined : kOther[locale];
  const rows = kept.map((texts, at) => rowOf(texts, at, meanings, { ...reading, locale, other }));
  return {
    columns: headings.map((heading, at) => ({ heading, meaning: meanings[at] ?? 'skip' })),
    rows,
    sums: body.filter(isSum).map((row) => row.find(Boolean) ?? ''),
    locale: other && rows.some(hasTwoReadings) ? undefined : locale,
  };
}

const kOther = { en: 'fr', fr: 'en' } as const;

const hasTwoReadings = ({ cells }: Row) =>
  Object.values(cells).some(({ error }) => error?.code === 'number.ambiguous');

/** The core takes no half of a character, which a cut-off cell may end with. */
const wellFormed = (text: string) => text.replace(/\p{Cs}/gu, '\uFFFD');

function rowsOf(text: string): string[][] {
  const lines = text.split(/\r?\n|\r/).filter((line) => line.trim());
  const head = lines.slice(0, kHeadingWithin).join('');
  const delimiter = ['\t', ';', ','].find((one) => head.includes(one)) ?? '\t';
  return dsvFormat(delimiter).parseRows(wellFormed(text.replaceAll('\uFEFF', '')), (row) => {
    const cells = row.map((cell) => cell.replace(/\s+/g, ' ').trim());
    while (cells.length > 0 && !cells.at(-1)) cells.pop();
    return cells.length > 0 ? cells : undefined;
  });
}

// Headings

const plain = (text: string) =>
  text
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
    .toLowerCase();

const patterns = new Map<string, RegExp>();

/** Words stand apart, in the singular or the plural. */
function pattern(words: string, whole: boolean): RegExp {
  const key = `${whole}${words}`;
  const edge = whole ? ['^', '$'] : ['(^| )', '( |$)'];
  const found = patterns.get(key) ?? new RegExp(`${edge[0]}(${words})(s|x)?${edge[1]}`);
  patterns.set(key, found);
  return found;
}

const means = (heading: string, what: Meaning | 'total', words: readonly HeadingWords[]) =>
  words.some((language) => pattern(language[what], what === 'total').test(heading));

function meaningOf(text: string, words: readonly HeadingWords[]): Meaning | undefined {
  const heading = plain(text);
  return kPrecedence.find((meaning) => means(heading, meaning, words));
}

const isNumeric = (cell = '') => /\d/.test(cell) && !/\p{L}/u.test(cell);

/** The row of headings; -1 where there is none. */
function headingAt(rows: readonly string[][], words: readonly HeadingWords[]): number {
  const worded = (row: readonly string[]) => !row.some(isNumeric);
  const known = (row: readonly string[]) => row.filter((cell) => meaningOf(cell, words)).length;
  const found = rows.slice(0, kHeadingWithin).findIndex((row) => worded(row) && known(row) > 1);
  const [first, second] = rows;
  if (found >= 0 || !first || !worded(first)) return found;
  const isAbove = first.length > 1 && first.every(Boolean) && second?.some(isNumeric);
  return isAbove || known(first) > 0 ? 0 : -1;
}

function meaningsOf(
  headings: readonly string[],
  rows: readonly string[][],
  { words, chosen }: Reading,
): Meaning[] {
  const taken = new Set<Meaning>(Object.values(chosen));
  const once = (meaning: Meaning | undefined) => {
    if (meaning === undefined || taken.has(meaning)) return undefined;
    if (meaning !== 'skip') taken.add(meaning);
    return meaning;
  };
  const said = headings.map((heading, at) => chosen[at] ?? once(meaningOf(heading, words)));
  const isNumbers = (at: number) =>
    rows.filter((row) => isNumeric(row[at])).length * 2 > rows.length;
  const firstText = headings.findIndex((_, at) => said[at] === undefined && !isNumbers(at));
  const named = said.map((meaning, at) => meaning ?? (at === firstText ? once('name') : undefined));
  const isUnknown = headings.every((heading) => (meaningOf(heading, words) ?? 'name') === 'name');
  const numbers = headings.flatMap((_, at) => (isUnknown && isNumbers(at) ? [at] : []));
  const usual: readonly (Meaning | undefined)[] = ['cost', 'leads'];
  return named.map((meaning, at) => meaning ?? once(usual[numbers.indexOf(at)]) ?? 'skip');
}

// Rows

/** A number with one or two decimals shows which sign stands before them; a count with groups, which
 * does not. */
function writingOf(rows: readonly string[][], meanings: readonly Meaning[]): Language | undefined {
  const shows = (pattern: RegExp, cells: readonly string[]) =>
    cells.some((cell) => isNumeric(cell) && pattern.test(cell));
  const all = rows.flat();
  const counts = rows.flatMap((row) => row.filter((_, at) => isCount(meanings[at] ?? 'skip')));
  const comma = shows(/\d,\d{1,2}(?!\d)/, all) || shows(/^\d{1,3}(\.\d{3})+$/, counts);
  const point = shows(/\d\.\d{1,2}(?!\d)/, all) || shows(/^\d{1,3}(,\d{3})+$/, counts);
  if (comma === point) return undefined;
  return comma ? 'fr' : 'en';
}

const kDash = /^[-–—]{1,3}$/;

const isFigure = (meaning: Meaning): meaning is FigureMeaning =>
  meaning !== 'name' && meaning !== 'skip';

const isCount = (meaning: Meaning) => isFigure(meaning) && metrics[meaning].unit === 'count';

interface Writing {
  locale: Language;
  /** Where nothing shows which: the other one. */
  other: Language | undefined;
}

function rowOf(
  texts: readonly string[],
  row: number,
  meanings: readonly Meaning[],
  { mended, read, locale, other }: Reading & Writing,
): Row {
  const cells: Row['cells'] = {};
  for (const [column, meaning] of meanings.entries()) {
    const at = `${row}:${column}`;
    const text = mended[at] ?? texts[column] ?? '';
    const isEmpty = mended[at] === undefined && (text === '' || kDash.test(text));
    if (meaning === 'skip' || isEmpty) continue;
    cells[meaning] = isFigure(meaning)
      ? figureCell(at, text, read(text, locale, meaning), other && read(text, other, meaning))
      : { at, text };
  }
  return { cells, texts };
}

function figureCell(
  at: string,
  text: string,
  reply: Reply<ReadNumber>,
  second: Reply<ReadNumber> | undefined,
): Cell {
  if (!reply.ok) {
    const [error] = reply.errors;
    return { at, text, ...(error ? { error } : {}) };
  }
  const figure = figureOf(reply.value);
  const detail = second?.ok ? twoReadings(figure, figureOf(second.value)) : undefined;
  if (detail) return { at, text, error: { code: 'number.ambiguous', detail } };
  return { at, text, figure };
}

function twoReadings(one: TypedFigure, other: TypedFigure): string | undefined {
  const [a, b] = [singleOf(asField(one)), singleOf(asField(other))];
  return a === undefined || b === undefined || a === b ? undefined : `${a}|${b}`;
}

// Channels

const kLines: readonly (readonly [FigureMeaning, Cost['kind']])[] = [
  ['adSpend', 'adSpend'],
  ['cost', 'other'],
  ['tools', 'tools'],
  ['people', 'people'],
  ['production', 'production'],
  ['fees', 'fees'],
  ['otherCosts', 'other'],
];

const kFunnel: readonly FigureMeaning[] = [
  'impressions',
  'ctr',
  'adSpendCpm',
  'clicks',
  'adSpendCpc',
  'conversionRate',
  'leads',
  'closeRate',
  'customers',
  'margin',
];

/** The cost of a channel that has but one is its ad spend, as in the row of a channel. */
function linesOf({ columns }: Table): typeof kLines {
  const isThere = (meaning: Meaning) => columns.some((column) => column.meaning === meaning);
  const lines = kLines.filter(([meaning]) => isThere(meaning));
  if (isThere('adSpend')) return lines;
  return [['cost', 'adSpend'], ...lines.filter(([meaning]) => meaning !== 'cost')];
}

/** What a row becomes; what cannot be read stays unsaid. */
export function channelOf(table: Table, row: Row, mode: Value['mode'], id: string): Channel {
  const figure = (meaning: Meaning) => {
    const cell = row.cells[meaning];
    return cell?.figure && !cell.error ? asField(cell.figure) : undefined;
  };
  const said = (fields: readonly (readonly [string, unknown])[]) =>
    Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  const name = row.cells.name;
  const value = figure('value');
  const isMargin = mode === 'margin';
  return {
    id,
    ...said([
      ['name', name?.error ? undefined : name?.text],
      ...kFunnel.map((meaning) => [meaning, figure(meaning)] as const),
    ]),
    ...(value === undefined
      ? {}
      : {
          value: {
            mode: isMargin ? 'margin' : 'revenue',
            [isMargin ? 'marginPerCustomer' : 'revenuePerCustomer']: value,
          },
        }),
    costs: linesOf(table)
      .filter(([meaning], at) => at === 0 || figure(meaning) !== undefined)
      .map(([meaning, kind]): Cost => ({ kind, ...said([['amount', figure(meaning)]]) })),
  };
}

/** The cell behind a field of a channel the core refuses. */
export function refusedCell(
  table: Table,
  row: Row,
  channel: Channel,
  path: string,
): Cell | undefined {
  const [field, line] = path.split('/');
  const lines = linesOf(table).filter(([meaning]) => row.cells[meaning]);
  const kind = channel.costs?.[Number(line)]?.kind;
  const meaning = field === 'costs' ? lines.find(([, one]) => one === kind)?.[0] : field;
  return row.cells[meaning as Meaning];
}

export const isRefused = ({ error }: Cell): boolean => error !== undefined;
