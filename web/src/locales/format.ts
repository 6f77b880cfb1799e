// Numbers as the visitor's locale writes them. Nothing is calculated here; rounding is for the eye
// (core/docs/decisions/0018-figures-add-up-as-read.md).
import type { Unit } from '../../generated/metrics';
import type { NumberMarks } from '../engine/engine';
import { addUp, areParts, inSteps, roundedParts } from '../plan/rounding';

/** How people write currencies where Intl does not: only beside a plan in that very currency. */
const kEveryday: Partial<Record<string, readonly string[]>> = {
  CHF: ['SFr.', 'SFr', 'Fr.', 'Fr', 'frs'],
  INR: ['Rs.', 'Rs'],
};

const kWordJoiner = '\u2060';

export class Format {
  readonly locale: string;
  readonly currency: string;
  /** € */
  readonly currencySign: string;
  /** euro */
  readonly currencyName: string;
  /** euros */
  readonly currencyPlural: string;
  /** Whether the sign stands before the amount: $5. */
  readonly currencyLeads: boolean;
  /** Decimals of its smallest coin: 2 of the euro, none of the yen. */
  readonly currencyDigits: number;
  private numberMarks: NumberMarks | undefined;
  private readonly cache = new Map<string, Intl.NumberFormat>();

  constructor(locale: string, currency: string) {
    this.locale = locale;
    this.currency = currency;
    this.currencySign = this.currencyPart('narrowSymbol');
    this.currencyPlural = this.currencyParts('name', 2)[0] ?? currency;
    this.currencyName = this.currencyPart('name').replace(/ (des|de la) .*| \(.*\)/u, '');
    const money = this.formatter({ style: 'currency', currency });
    this.currencyLeads = money.formatToParts(1)[0]?.type === 'currency';
    this.currencyDigits = money.resolvedOptions().maximumFractionDigits ?? 2;
  }

  /** How this locale writes numbers, for reading them. */
  get marks(): NumberMarks {
    this.numberMarks ??= this.readMarks();
    return this.numberMarks;
  }

  /** A figure of a unit, as it is read: 1 234,50 €, 12,5 %, 5,42 €. */
  figure(value: number, unit: Unit): string {
    return this.number(value, this.options(value, unit));
  }

  /** The same with a plus sign where it is positive. */
  signed(value: number, unit: Unit): string {
    return this.number(value, { ...this.options(value, unit), ...kSigned });
  }

  /** The text of a field: every digit, no unit. A rate is written in percent. */
  field(value: number, unit: Unit): string {
    const style = unit === 'rate' ? 'percent' : 'decimal';
    return withoutPercent(this.formatter({ style, maximumSignificantDigits: 17 }).format(value));
  }

  /** The rounded number alone; a rate in percent. */
  bare(value: number, unit: Unit): string {
    const { currency: _, currencyDisplay: __, ...options } = this.options(value, unit);
    if (unit === 'rate') return withoutPercent(this.figure(value, unit));
    return this.number(value, { ...options, style: 'decimal' });
  }

  /** In a headline or a sentence: no cents from a hundred on, no hundredths of a percent. */
  told(value: number, unit: Unit, how: Telling = {}): string {
    const { rough = false, signed = false, spoken = false } = how;
    const size = Math.abs(value);
    // Below these, the digits round more than this would; to round twice is to round wrong.
    const once = !rough || (unit === 'rate' && size < 1) || (unit === 'money' && size < 100);
    const digits = rough ? roughDigits : toldDigits;
    return this.number(once ? value : Number(value.toPrecision(3)), {
      ...this.options(value, unit),
      ...digits(size, unit, this.currencyDigits),
      ...(signed ? kSigned : {}),
      ...(spoken ? { useGrouping: false } : {}),
    });
  }

  /** The figures of a column, each with the same decimals. Where the first is the sum of the others, it is seen
   * to be. */
  column(figures: readonly number[], unit: Unit, how: Reading & Telling = {}): string[] {
    const { digits, read, isSum } = this.read(figures, unit, how);
    const step = stepOf(unit, digits);
    return read.map((value) => {
      const isNothing = !isSum && value !== 0 && inSteps(value, step) === 0;
      return isNothing ? this.figure(value, unit) : this.fixed(value, unit, digits, how);
    });
  }

  /** Figures as they are read beside each other, a sum before its parts: where its parts never make it up, the
   * largest remainders are rounded upwards. */
  read(
    figures: readonly number[],
    unit: Unit,
    { least = this.columnDigits(figures, unit), most }: Reading = {},
  ): { digits: number; read: readonly number[]; isSum: boolean } {
    const [sum = 0, ...parts] = figures;
    if (parts.length < 2 || !areParts(parts, sum))
      return { digits: least, read: figures, isSum: false };
    const digits = this.digitsOf([figures], unit, least, most);
    const step = stepOf(unit, digits);
    const read = addUp(parts, sum, step) ? figures : [sum, ...roundedParts(parts, sum, step)];
    return { digits, read, isSum: true };
  }

  /** The decimals with which sums, each before its parts, are seen to be sums: so many, whole units, or as many
   * as there are. */
  digitsOf(
    sums: readonly (readonly number[])[],
    unit: Unit,
    least: number,
    most = unit === 'money' ? this.currencyDigits : least,
  ): number {
    const fits = (digits: number) =>
      sums.every(([sum = 0, ...parts]) => addUp(parts, sum, stepOf(unit, digits)));
    return [least, Math.max(0, least)].find(fits) ?? Math.max(least, most);
  }

  /** The same of money in a sentence, each row two figures and what lies between them: two digits of what is less
   * than a coin, three of what is only roughly known. */
  moneyDigits(rows: readonly (readonly number[])[], rough = false): number {
    const ends = sizesOf(rows.flatMap((row) => row.slice(0, 2)));
    const sums = rows.filter(({ length }) => length > 2);
    const usual = this.columnDigits(ends, 'money');
    const least = Math.min(...ends);
    if (rough && usual === 0) {
      const few = Math.max(2 - magnitude(Math.max(...ends)), -magnitude(least));
      return this.digitsOf(sums, 'money', Math.min(0, few), 0);
    }
    const isTiny = least < 10 ** -this.currencyDigits;
    return this.digitsOf(sums, 'money', isTiny ? 1 - magnitude(least) : usual);
  }

  /** A figure with so many decimals more than it is read with by itself, where it has them; and what is then read. */
  finer(value: number, unit: Unit, more: number): { text: string; read: number } {
    const { maximumFractionDigits } = this.options(value, unit);
    const usual = maximumFractionDigits ?? 1 - magnitude(Math.abs(value) / stepOf(unit, 0));
    const least = unit === 'money' && more > 0 ? this.currencyDigits : 0;
    const digits = Math.max(least, usual + more);
    const step = stepOf(unit, digits);
    const read = inSteps(value, step) * step;
    const decimals = { minimumFractionDigits: least, maximumFractionDigits: digits };
    const text = this.number(read, { ...this.styleOf(unit), ...decimals });
    return { text: more > 0 ? text : this.figure(value, unit), read };
  }

  /** As many as there are to be read: none of whole figures. */
  exactDigits(figures: readonly number[], unit: Unit): number {
    const isWhole = figures.every((one) => inSteps(one, stepOf(unit, 6)) % 1e6 === 0);
    return isWhole ? 0 : unit === 'money' ? this.currencyDigits : 2;
  }

  /** Cents where they are two of three digits, none beside thousands; tenths of a percent where it has no more. */
  columnDigits(figures: readonly number[], unit: Unit): number {
    const sizes = sizesOf(figures);
    const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
    if (unit === 'money') return least < 10 || most < 100 ? this.currencyDigits : 0;
    if (unit === 'rate') return least < 0.1 && most < 10 ? 1 : 0;
    return least < 10 ? 1 : 0;
  }

  /** With so many decimals; less than none are zeros before them. */
  fixed(value: number, unit: Unit, digits: number, { signed, spoken }: Telling = {}): string {
    const step = stepOf(unit, digits);
    return this.number(inSteps(value, step) * step, {
      ...this.styleOf(unit),
      ...decimals(Math.max(0, digits)),
      ...(signed ? kSigned : {}),
      ...(spoken ? { useGrouping: false } : {}),
    });
  }

  /** Two digits are enough where the figure itself is rough. */
  about(value: number, unit: Unit): string {
    return this.number(value, {
      style: unit === 'rate' ? 'percent' : 'decimal',
      maximumSignificantDigits: 2,
    });
  }

  /** A figure that is only roughly known: three digits, or whole percents. */
  rough(value: number, unit: Unit, signed = false): string {
    return this.told(value, unit, { rough: true, signed });
  }

  /** For the axis of a chart. */
  short(value: number, unit: Unit): string {
    if (unit === 'rate')
      return this.number(value, { style: 'percent', maximumSignificantDigits: 3 });
    const style = this.styleOf(unit);
    return this.number(value, { ...style, notation: 'compact', maximumSignificantDigits: 3 });
  }

  /** A percentage with so many decimals. */
  percent(value: number, digits: number, signed = false): string {
    return this.fixed(value, 'rate', digits, { signed });
  }

  /** Money without decimals. */
  wholeMoney(value: number, signed = false): string {
    return this.fixed(value, 'money', 0, { signed });
  }

  /** 5 months */
  months(value: number): string {
    return this.number(value, { style: 'unit', unit: 'month', unitDisplay: 'long' });
  }

  /** A day, or from one to another. */
  date(from: string, to = from): string {
    return this.days(new Date(from), new Date(to), 'UTC');
  }

  /** Where the visitor is. */
  today(): string {
    const now = new Date();
    return this.days(now, now);
  }

  list(items: string[]): string {
    return new Intl.ListFormat(this.locale).format(items);
  }

  either(items: string[]): string {
    return new Intl.ListFormat(this.locale, { type: 'disjunction' }).format(items);
  }

  /** Intl has no ordinal for the first of a month, which French wants. */
  private days(from: Date, to: Date, timeZone?: string): string {
    const style = new Intl.DateTimeFormat(this.locale, { dateStyle: 'long', timeZone });
    const text = style.formatRange(from, to);
    return this.locale.startsWith('fr') ? text.replace(/\b1(?=\s?[\p{L}–])/gu, '1er') : text;
  }

  private currencyPart(currencyDisplay: CurrencyDisplay): string {
    return this.currencyParts(currencyDisplay, 1)[0] ?? this.currency;
  }

  /** Where a currency has a mark of its own for its decimals, its name may be the second part. */
  private currencyParts(currencyDisplay: CurrencyDisplay, of: number): string[] {
    const options = { style: 'currency', currency: this.currency, currencyDisplay } as const;
    return this.parts('currency', of, { ...options, maximumFractionDigits: 0 });
  }

  private parts(
    type: Intl.NumberFormatPart['type'],
    of: number,
    options: Intl.NumberFormatOptions = {},
  ): string[] {
    const parts = this.formatter(options).formatToParts(of);
    return parts.filter((part) => part.type === type).map(({ value }) => value);
  }

  private readMarks(): NumberMarks {
    const kinds = ['code', 'symbol', 'narrowSymbol', 'name'] as const;
    const names = [1, 2, 1e6].flatMap((n) => kinds.flatMap((kind) => this.currencyParts(kind, n)));
    const short = names.flatMap((name) => name.split(' ').filter(isShortName));
    const everyday = kEveryday[this.currency] ?? [];
    const [decimal = '.'] = this.parts('decimal', 0.5);
    const [group = ''] = this.parts('group', 1e7);
    const [percent = '%'] = this.parts('percentSign', 1, { style: 'percent' });
    const [minus = '-'] = this.parts('minusSign', -1);
    const digits = Array.from({ length: 10 }, (_, digit) => this.parts('integer', digit)).join('');
    return {
      decimal,
      group,
      percent,
      minus,
      digits,
      currency: [...new Set([this.currencyName, ...names, ...short, ...everyday])],
    };
  }

  private styleOf(unit: Unit): Intl.NumberFormatOptions {
    if (unit === 'money')
      return { style: 'currency', currency: this.currency, currencyDisplay: 'narrowSymbol' };
    return unit === 'rate' ? { style: 'percent' } : {};
  }

  private options(value: number, unit: Unit): Intl.NumberFormatOptions {
    const size = Math.abs(value);
    const style = this.styleOf(unit);
    if (unit === 'money') {
      const isTiny = size > 0 && size < 10 ** -this.currencyDigits;
      const fraction = decimals(size >= 1000 ? 0 : this.currencyDigits);
      return { ...style, ...(isTiny ? { maximumSignificantDigits: 2 } : fraction) };
    }
    if (unit === 'rate') {
      if (size > 0 && size < 0.0001) return { ...style, maximumSignificantDigits: 2 };
      return { ...style, maximumFractionDigits: size >= 10 ? 0 : 2 };
    }
    return { maximumFractionDigits: size >= 1000 ? 0 : 2 };
  }

  /** With a true minus sign, as typography wants it; no line ends between a sign and a currency. */
  private number(value: number, options: Intl.NumberFormatOptions): string {
    const text = this.formatter(options).format(value).replace('-', '−');
    return text.replace(/^[−+](?=\D)/, `$&${kWordJoiner}`);
  }

  private formatter(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    const key = JSON.stringify(options);
    let formatter = this.cache.get(key);
    if (!formatter) {
      formatter = new Intl.NumberFormat(this.locale, options);
      this.cache.set(key, formatter);
    }
    return formatter;
  }
}

/** How a figure is told: as one of a range, with its sign, or to a screen reader. */
interface Telling {
  rough?: boolean;
  signed?: boolean;
  spoken?: boolean;
}

/** With how many decimals figures are read at the least, and at the most. */
interface Reading {
  least?: number;
  most?: number | undefined;
}

type CurrencyDisplay = 'code' | 'symbol' | 'narrowSymbol' | 'name';

/** "pounds" of "British pounds": what people write for their own. */
const isShortName = (word: string) => /^(dollar|pound|livre|franc|dirham|yen)s?$/i.test(word);

/** Fractions with a bar between them, as the numbers before a % sign. */
export const percents = (fractions: string): string[] =>
  fractions.split('|').map((one) => String(Number((100 * Number(one)).toPrecision(12))));

const sizesOf = (figures: readonly number[]) => figures.map(Math.abs).filter((size) => size > 0);

const magnitude = (size: number) => Math.floor(Math.log10(size));

const kSigned = { signDisplay: 'exceptZero' } as const;

const decimals = (digits: number) => ({
  minimumFractionDigits: digits,
  maximumFractionDigits: digits,
});

/** Of a figure with so many decimals, in a rate of its percents. */
export const stepOf = (unit: Unit, digits: number): number =>
  10 ** -(unit === 'rate' ? digits + 2 : digits);

const withoutPercent = (text: string) => text.replace(/\s*%\s*/u, '');

function toldDigits(size: number, unit: Unit): Intl.NumberFormatOptions {
  if (unit === 'money' && size >= 100) return decimals(0);
  if (unit === 'rate' && size >= 0.1) return { maximumFractionDigits: size >= 1 ? 0 : 1 };
  // Nobody is a tenth of a person.
  if (unit === 'count' && size >= 10) return { maximumFractionDigits: 0 };
  return {};
}

function roughDigits(size: number, unit: Unit, ofMoney: number): Intl.NumberFormatOptions {
  if (unit === 'money') return decimals(size >= 100 || size === 0 ? 0 : ofMoney);
  if (unit === 'rate' && size >= 0.001) return { maximumFractionDigits: size >= 0.1 ? 0 : 1 };
  return { maximumSignificantDigits: 3 };
}
