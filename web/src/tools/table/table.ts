// A pasted table: its text to rows, its columns to what they mean, its rows to channels. Numbers
// are read by the engine, through `read`.
import type { Channel, Cost, Value } from '../../../generated/contract';
import { metrics } from '../../../generated/metrics';
import type { EngineError, ReadNumber, Reply, TypedFigure } from '../../engine/engine';
import type { Language } from '../../locales/index';
import { rowsOf } from '../../plan/delimited';
import { asField } from '../../plan/store';
import {
  type Answers,
  type Currency,
  type Doubt,
  markOf,
  mayBeShares,
  namesTwice,
  otherCurrency,
  sumsAmong,
  ungrouped,
} from './doubts';
import { type FigureMeaning, kFigures, type Meaning } from './meaning';

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

/** Headings without accents and in the singular, by meaning; how a row of sums is called, a column of
 * what may be spent, and one of currencies. */
export type HeadingWords = Record<Meaning | 'total' | 'budget' | 'currency', string>;

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
  locale: Language;
  /** Must be answered before the table is taken over. */
  doubts: Doubt[];
}

export type Read = (text: string, writing: Language, meaning: FigureMeaning) => Reply<ReadNumber>;

export interface Reading {
  words: readonly HeadingWords[];
  chosen: Readonly<Record<number, Meaning>>;
  mended: Readonly<Record<string, string>>;
  /** To doubts, by their key. */
  answers: Answers;
  currency: Currency;
  read: Read;
  /** Whose way of writing numbers it follows; else its own, if it shows one; else the page's. */
  locale: Language | undefined;
  pageLocale: Language;
  mostRows: number;
}

export type NoTable = 'empty' | 'tooLong' | 'tooMany';

const kLongest = 200_000;
const kMostColumns = 60;
/** What stands above the headings of an export. */
const kHeadingWithin = 15;

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
  const rows = body.filter((row) => !isSum(row));
  if (rows.length === 0) return 'empty';
  if (rows.length > reading.mostRows) return 'tooMany';
  const headings = Array.from({ length: width }, (_, at) => pasted[head]?.[at] ?? '');
  const { meanings, doubts } = columnsOf(headings, rows, reading);
  const found = { headings, meanings, rows };
  const writing = writtenAs(found, reading);
  const place = { ...reading, ...writing };
  const sums = maybeSums(found, place);
  const kept = [...rows.keys()].filter((row) => !(sums.areLeft && sums.rows.has(row)));
  const shares = sharesIn(found, place);
  return {
    columns: headings.map((heading, at) => ({ heading, meaning: meanings[at] ?? 'skip' })),
    rows: kept.map((row) => rowOf(rows[row] ?? [], row, meanings, { ...place, shares })),
    sums: body.filter(isSum).map(nameOfRow),
    locale: writing.locale,
    doubts: [
      ...sums.doubts,
      ...sameNames(found, sums.rows),
      ...doubts,
      ...writing.doubts,
      ...shares.doubts,
      ...foreignMoney(found, reading),
    ],
  };
}

interface Found {
  headings: readonly string[];
  meanings: readonly Meaning[];
  rows: readonly (readonly string[])[];
}

const nameOfRow = (row: readonly string[]) =>
  row.find((cell) => /\p{L}/u.test(cell)) ?? row.find(Boolean) ?? '';

/** Rows that are called a total, among others, or that are one. */
function maybeSums({ meanings, rows }: Found, place: Place) {
  const isCalledSo = (row: readonly string[]) => begins(plain(nameOfRow(row)), place.words);
  const called = [...rows.keys()].filter((row) => isCalledSo(rows[row] ?? []));
  const others = [...rows.keys()].filter((row) => !called.includes(row));
  const numberAt = (text: string, meaning: FigureMeaning) => numberIn(text, meaning, place);
  const summed = sumsAmong(
    others.map((row) => rows[row] ?? []),
    meanings,
    numberAt,
  );
  const found = new Set([...called, ...summed.map((row) => others[row] ?? -1)]);
  const isSpent = (meaning: Meaning) => meaning === 'cost' || meaning === 'adSpend';
  const spent = meanings.findIndex(isSpent);
  const names = [...found].map((at) => {
    const row = rows[at] ?? [];
    const isNamed = called.includes(at) || row[meanings.indexOf('name')];
    return (isNamed ? undefined : row[spent]) || nameOfRow(row);
  });
  const key = `sums ${[...found]}`;
  const doubts: Doubt[] = found.size > 0 ? [{ key, about: 'sums', names }] : [];
  return { rows: found, areLeft: place.answers[key] === 'leave', doubts };
}

/** Days of one campaign, or its parts, would become channels each. */
function sameNames({ meanings, rows }: Found, sums: ReadonlySet<number>): Doubt[] {
  const column = meanings.indexOf('name');
  const channels = rows.filter((_, row) => !sums.has(row));
  const names = namesTwice(channels.map((row) => row[column] ?? ''));
  return names.length > 0 ? [{ key: `twice ${names}`, about: 'twice', names }] : [];
}

function foreignMoney(found: Found, { words, currency, read, pageLocale }: Reading): Doubt[] {
  const readIn = (text: string) => {
    const reply = read(text, pageLocale, 'cost');
    return reply.ok ? reply.value.currency : undefined;
  };
  const named = otherCurrency(
    found,
    { isCurrency: (heading) => means(plain(heading), 'currency', words), readIn },
    currency,
  );
  return named === undefined ? [] : [{ key: `currency ${named}`, about: 'currency', named }];
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

type Word = keyof HeadingWords;

const means = (
  heading: string,
  what: Word,
  words: readonly HeadingWords[],
  whole = isWhole(what),
) => words.some((language) => pattern(language[what], whole).test(heading));

const isWhole = (what: Word) => what === 'total' || what === 'currency';

const begins = (heading: string, words: readonly HeadingWords[]) =>
  words.some(({ total }) => new RegExp(`^(${total})(s|x)?( |$)`).test(heading));

/** A heading that says just that is surer than one that says more. */
function exactMeaning(text: string, words: readonly HeadingWords[]): Meaning | undefined {
  const heading = plain(text);
  return kPrecedence.find((meaning) => means(heading, meaning, words, true));
}

function meaningOf(text: string, words: readonly HeadingWords[]): Meaning | undefined {
  const heading = plain(text);
  const exact = exactMeaning(text, words);
  if (exact !== undefined || means(heading, 'budget', words)) return exact;
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

function columnsOf(
  headings: readonly string[],
  rows: readonly string[][],
  { words, chosen: byHand, answers }: Reading,
): { meanings: Meaning[]; doubts: Doubt[] } {
  const rivals = rivalsAmong(headings, words).filter(({ columns }) =>
    columns.every(({ at }) => !(at in byHand)),
  );
  const preferred = rivals.flatMap(({ key, meaning, columns }) => {
    const answer = answers[key];
    return answer === undefined
      ? []
      : columns.map(({ at }) => [at, String(at) === answer ? meaning : 'skip'] as const);
  });
  const chosen: Readonly<Record<number, Meaning>> = { ...Object.fromEntries(preferred), ...byHand };
  const taken = new Set<Meaning>(Object.values(chosen));
  const once = (meaning: Meaning | undefined) => {
    if (meaning === undefined || taken.has(meaning)) return undefined;
    if (meaning !== 'skip') taken.add(meaning);
    return meaning;
  };
  const exact = headings.map((heading, at) => chosen[at] ?? once(exactMeaning(heading, words)));
  const said = headings.map((heading, at) => exact[at] ?? once(meaningOf(heading, words)));
  const isNumbers = (at: number) =>
    rows.filter((row) => isNumeric(row[at])).length * 2 > rows.length;
  const isBudget = (at: number) =>
    isNumbers(at) && means(plain(headings[at] ?? ''), 'budget', words);
  const spent = headings.map((_, at) => {
    const isSpent = taken.has('cost') || taken.has('adSpend');
    return said[at] ?? (isBudget(at) && !isSpent ? once('cost') : undefined);
  });
  const firstText = headings.findIndex((_, at) => spent[at] === undefined && !isNumbers(at));
  const named = spent.map(
    (meaning, at) => meaning ?? (at === firstText ? once('name') : undefined),
  );
  const isUnknown = headings.every((heading) => (meaningOf(heading, words) ?? 'name') === 'name');
  const numbers = headings.flatMap((_, at) =>
    isUnknown && isNumbers(at) && !isBudget(at) ? [at] : [],
  );
  const usual: readonly (Meaning | undefined)[] = ['cost', 'leads'];
  const meanings = named.map(
    (meaning, at) => meaning ?? once(usual[numbers.indexOf(at)]) ?? 'skip',
  );
  const isPlanned = (at: number) =>
    (meanings[at] === 'cost' || meanings[at] === 'adSpend') && isBudget(at) && !(at in byHand);
  const budgets = headings.filter((_, at) => isPlanned(at));
  const doubts: Doubt[] = [...rivals];
  if (budgets.length > 0) doubts.push({ key: 'budget', about: 'budget', headings: budgets });
  if (numbers.some((at) => !(at in byHand)))
    doubts.push({ key: 'guessed', about: 'guessed', headings: [] });
  return { meanings, doubts };
}

/** Columns of which each claims to be the same figure. */
function rivalsAmong(headings: readonly string[], words: readonly HeadingWords[]) {
  const exact = headings.map((heading) => exactMeaning(heading, words));
  return kFigures.flatMap((meaning) => {
    const columns = headings.flatMap((heading, at) =>
      exact[at] === meaning ? [{ at, heading }] : [],
    );
    const key = `rivals ${meaning} ${columns.map(({ at }) => at)}`;
    return columns.length > 1 ? [{ key, about: 'rivals' as const, meaning, columns }] : [];
  });
}

// Rows

/** How cells are read: with which marks, and columns of rates as shares of 1. */
interface Place extends Omit<Reading, 'locale'>, Writing {
  shares?: Shares;
}

interface Writing {
  locale: Language;
  /** Parts thousands, against the habit of the locale. */
  groups: string | undefined;
  doubts: Doubt[];
}

/** A number with one or two decimals shows which sign stands before them. */
function decimalOf(cells: readonly string[]): '.' | ',' | undefined {
  const shows = (decimal: RegExp) => cells.some((cell) => decimal.test(cell));
  const comma = shows(/\d,\d{1,2}(?![\d.,])/);
  const point = shows(/\d\.\d{1,2}(?![\d.,])/);
  if (comma === point) return undefined;
  return comma ? ',' : '.';
}

/** A table of nothing but thousands does not show whether its marks part them. */
function writtenAs({ meanings, rows }: Found, reading: Reading): Writing {
  const { pageLocale, mended, answers } = reading;
  if (reading.locale) return { locale: reading.locale, groups: undefined, doubts: [] };
  const cells = rows.flatMap((texts, row) =>
    meanings.flatMap((meaning, at) =>
      isFigure(meaning) ? [mended[`${row}:${at}`] ?? texts[at] ?? ''] : [],
    ),
  );
  const decimal = decimalOf(cells.filter((cell) => isNumeric(cell)));
  const locale = decimal === undefined ? pageLocale : decimal === ',' ? 'fr' : 'en';
  const found = markOf(cells, decimal);
  const isUsual = found?.mark === ',' && locale === 'en' && countsAreGrouped(rows, meanings);
  if (!found || isUsual) return { locale, groups: undefined, doubts: [] };
  const { mark, isSure, text } = found;
  const groups = { locale, groups: mark };
  if (isSure) return { ...groups, doubts: [] };
  const key = `marks ${mark}`;
  const doubts: Doubt[] = [{ key, about: 'marks', text }];
  if (answers[key] === 'groups') return { ...groups, doubts };
  const decimals = answers[key] === 'decimals' ? (mark === ',' ? 'fr' : 'en') : locale;
  return { locale: decimals, groups: undefined, doubts };
}

/** A count has no decimals: what stands in it parts thousands. */
const countsAreGrouped = (rows: Found['rows'], meanings: readonly Meaning[]) =>
  rows.some((row) =>
    row.some((cell, at) => {
      const meaning = meanings[at] ?? 'skip';
      const isCount = isFigure(meaning) && metrics[meaning].unit === 'count';
      return isCount && /^\d{1,3}(,\d{3})+$/.test(cell);
    }),
  );

const parted = (text: string, groups: string | undefined) =>
  groups === undefined ? text : ungrouped(text, groups);

function numberIn(text: string, meaning: FigureMeaning, { read, locale, groups }: Place) {
  const reply = read(parted(text, groups), locale, meaning);
  return reply.ok && 'value' in reply.value ? reply.value.value : undefined;
}

interface Shares {
  columns: ReadonlySet<number>;
  /** Rates that are percents, though they are small. */
  percents: ReadonlySet<number>;
  doubts: Doubt[];
}

/** A number as it stands is read as a count is. */
const kCount = 'leads';

/** Columns of rates in which no figure is more than 1. */
function sharesIn({ headings, meanings, rows }: Found, place: Place): Shares {
  const { read, locale, groups, answers } = place;
  const count = (text: string) => {
    const reply = read(parted(text, groups), locale, kCount);
    return reply.ok && 'value' in reply.value ? reply.value.value : undefined;
  };
  const doubts = headings.flatMap((heading, at) => {
    const meaning = meanings[at] ?? 'skip';
    const cells = rows.map((row) => row[at] ?? '').filter((cell) => isNumeric(cell));
    if (!isFigure(meaning) || !mayBeShares(meaning, cells, count)) return [];
    const text = cells.find((cell) => (count(cell) ?? 0) > 0) ?? '';
    const value = count(text) ?? 0;
    return [{ key: `fractions ${at}`, about: 'fractions' as const, heading, value, at }];
  });
  const answered = (answer: string) =>
    new Set(doubts.filter(({ key }) => answers[key] === answer).map(({ at }) => at));
  return { columns: answered('shares'), percents: answered('percents'), doubts };
}

const kDash = /^[-–—]{1,3}$/;

const isFigure = (meaning: Meaning): meaning is FigureMeaning =>
  meaning !== 'name' && meaning !== 'skip';

function rowOf(
  texts: readonly string[],
  row: number,
  meanings: readonly Meaning[],
  { mended, read, locale, groups, shares }: Place,
): Row {
  const cells: Row['cells'] = {};
  for (const [column, meaning] of meanings.entries()) {
    const at = `${row}:${column}`;
    const text = mended[at] ?? texts[column] ?? '';
    const isEmpty = mended[at] === undefined && (text === '' || kDash.test(text));
    if (meaning === 'skip' || isEmpty) continue;
    if (!isFigure(meaning)) {
      cells[meaning] = { at, text };
      continue;
    }
    const plainText = parted(text, groups);
    const sign = shares?.percents.has(column) && !text.includes('%') ? '%' : '';
    const readAs = shares?.columns.has(column) ? kCount : meaning;
    cells[meaning] = figureCell(at, text, read(`${plainText}${sign}`, locale, readAs));
  }
  return { cells, texts };
}

function figureCell(at: string, text: string, reply: Reply<TypedFigure>): Cell {
  if (reply.ok) return { at, text, figure: reply.value };
  const [error] = reply.errors;
  return { at, text, ...(error ? { error } : {}) };
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
