// What of a pasted table may mean something else than it was read as; asked before it is taken over.
import { metrics } from '../../../generated/metrics';
import type { FigureMeaning, Meaning } from './meaning';

export type Doubt = { key: string } & (
  | { about: 'sums' | 'twice'; names: readonly string[] }
  | { about: 'budget' | 'guessed'; headings: readonly string[] }
  | { about: 'rivals'; meaning: FigureMeaning; columns: readonly { at: number; heading: string }[] }
  | { about: 'marks'; text: string }
  | { about: 'fractions'; heading: string; value: number }
  | { about: 'currency'; named: string }
);

export type Answers = Readonly<Record<string, string>>;

/** The plan's currency. */
export interface Currency {
  code: string;
  sign: string;
}

type Rows = readonly (readonly string[])[];
type NumberAt = (text: string, meaning: FigureMeaning) => number | undefined;

/** Columns whose total is a sum. */
const kAdditive: ReadonlySet<Meaning> = new Set<Meaning>([
  'cost',
  'adSpend',
  'leads',
  'impressions',
  'clicks',
  'customers',
  'tools',
  'people',
  'production',
  'fees',
  'otherCosts',
]);
/** Sums of rounded figures differ a little. */
const kNear = 1e-3;

/** Rows that are, in every column that adds up, what all the others come to. */
export function sumsAmong(rows: Rows, meanings: readonly Meaning[], numberAt: NumberAt): number[] {
  if (rows.length < 3) return [];
  const columns = [...meanings.entries()].filter(([, meaning]) => kAdditive.has(meaning));
  const sums = columns.map(([at, meaning]) => {
    const figures = rows.map((row) => numberAt(row[at] ?? '', meaning as FigureMeaning));
    return { figures, sum: figures.reduce<number>((sum, one = 0) => sum + one, 0) };
  });
  return [...rows.keys()].filter((row) => {
    const told = sums.filter(({ figures, sum }) => figures[row] !== undefined && sum > 0);
    const isSum = ({ figures, sum }: (typeof sums)[number]) =>
      Math.abs(2 * (figures[row] ?? 0) - sum) <= kNear * sum;
    return told.length > 0 && told.every(isSum);
  });
}

/** Names that several rows bear. */
export function namesTwice(names: readonly string[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const name of names) {
    if (name && seen.has(name)) twice.add(name);
    seen.add(name);
  }
  return [...twice];
}

const kGroupOrDecimals = /(^|[^\d.,])(\d{1,3})([.,])(\d{3})(?![\d.,])/;
const kTwoGroups = /\d([.,])\d{3}\1\d{3}/;

export interface MarkReading {
  mark: string;
  /** Which of its two readings is certain. */
  isSure: boolean;
  text: string;
}

/** A mark before three digits that may part thousands or begin decimals. */
export function markOf(
  cells: readonly string[],
  decimal: string | undefined,
): MarkReading | undefined {
  const found = cells.map((cell) => kGroupOrDecimals.exec(cell)).find(Boolean);
  const twice = cells.map((cell) => kTwoGroups.exec(cell)?.[1]).find(Boolean);
  const mark = twice ?? found?.[3];
  if (!mark || mark === decimal) return undefined;
  return {
    mark,
    isSure: twice !== undefined || decimal !== undefined,
    text: found?.[0].trim() ?? '',
  };
}

/** Without the mark that parts thousands. */
export const ungrouped = (text: string, mark: string) =>
  text.replace(new RegExp(`(?<=\\d)[${mark}](?=\\d{3}(?!\\d))`, 'g'), '');

const kRates: ReadonlySet<Meaning> = new Set<Meaning>(['conversionRate', 'closeRate', 'margin']);

/** Whether a column of rates, without a sign, may be shares of 1: nothing in it is more. */
export function mayBeShares(
  meaning: Meaning,
  cells: readonly string[],
  numberAt: (text: string) => number | undefined,
): boolean {
  if (!kRates.has(meaning) || cells.some((cell) => cell.includes('%'))) return false;
  const figures = cells.map(numberAt).filter((figure) => figure !== undefined);
  return figures.some((one) => one > 0 && one < 1) && figures.every((one) => one <= 1);
}

const currencies = new Set(Intl.supportedValuesOf('currency'));

function currencyIn(text: string, mayBeCode: RegExp): string | undefined {
  const code = mayBeCode.exec(text)?.[1];
  if (code && currencies.has(code)) return code;
  return /\p{Sc}/u.exec(text)?.[0];
}

interface CurrencyWords {
  isCurrency: (heading: string) => boolean;
  /** What the reader of numbers finds beside a figure. */
  readIn: (cell: string) => string | undefined;
}

/** A currency that stands in a heading of money, beside a figure or in a column of its own, and is
 * not the plan's. */
export function otherCurrency(
  {
    headings,
    meanings,
    rows,
  }: { headings: readonly string[]; meanings: readonly Meaning[]; rows: Rows },
  { isCurrency, readIn }: CurrencyWords,
  own: Currency,
): string | undefined {
  const isMoney = (meaning: Meaning | undefined) =>
    meaning !== undefined &&
    meaning !== 'name' &&
    meaning !== 'skip' &&
    metrics[meaning].unit === 'money';
  const found = headings.flatMap((heading, at) => {
    const cells = rows.map((row) => row[at] ?? '');
    if (isCurrency(heading)) return cells.map((cell) => currencyIn(cell, /^([A-Z]{3})$/));
    if (!isMoney(meanings[at])) return [];
    const inCells = cells.map(
      (cell) => currencyIn(cell, /(?:^|[\d\s])([A-Z]{3})(?:$|[\d\s])/) ?? readIn(cell),
    );
    return [currencyIn(heading, /[([]([A-Z]{3})[)\]]/), ...inCells];
  });
  return found.find((one) => one !== undefined && one !== own.code && one !== own.sign);
}
