// What a number of a sheet is by its format, and how an export in CSV would write it. ECMA-376, part 1,
// 18.8.30.

export interface NumberFormat {
  kind: 'number' | 'percent' | 'date' | 'month' | 'elapsed';
  /** A code or a sign that the reader of exports knows; else empty. */
  currency: string;
}

export const kPlain: NumberFormat = { kind: 'number', currency: '' };

const kDates = /^(?:1[4-9]|2[0-27-9]|3[0-6]|4[57]|5[0-8])$/;

/** A code for formats that have a number instead; of dates, one that tells no more than that they are. */
function builtIn(id: number): string {
  if (id === 9 || id === 10) return '%';
  if (id === 17) return 'm';
  if (id === 46) return '[h]';
  return kDates.test(String(id)) ? 'd' : '';
}

/** Excel takes no longer one. */
const kLongestCode = 255;

/** Of several sections, the first is that of numbers above nought. */
export function numberFormat(id: number, code = builtIn(id)): NumberFormat {
  const [first = ''] = code.slice(0, kLongestCode).match(/(?:"[^"]*"|\\.|[^;])+/) ?? [];
  const bare = first.replace(/"[^"]*"|[\\_*].|\[[^\]]*\]/g, '').replace(/general/i, '');
  if (/\[(?:h+|m+|s+)\]/i.test(first)) return { kind: 'elapsed', currency: '' };
  if (/[ymdhs]/i.test(bare)) return { kind: /[dhs]/i.test(bare) ? 'date' : 'month', currency: '' };
  if (bare.includes('%')) return { kind: 'percent', currency: '' };
  return { kind: 'number', currency: currencyIn(first) };
}

/** roi/cell.h reads them beside a number. */
const kSigns = '$ € £ ¥ ₹ ₽ ₩ ₺ ₪ ₫ ₱ kr zł Kč Ft US$ CA$ A$ AU$ NZ$ HK$ R$'.split(' ');
const currencies = new Set([...kSigns, ...Intl.supportedValuesOf('currency')]);

/** What stands beside the digits, if it is a currency: "€", [$EUR], [$kr.-406]. */
function currencyIn(section: string): string {
  const beside = section
    .replace(/\[\$([^\]-]*)[^\]]*\]/g, '$1')
    .replace(/_.|\[[^\]]*\]|["\\]/g, '')
    .replace(/[#0?.,*()+\s-]/g, '');
  return currencies.has(beside) ? beside : '';
}

/** 31 December 9999 where days are counted from 1904. */
const kLastDay = 2_957_003;

/** A number as it is stored; where it is a date, counted from 1900 or 1904. */
export function writtenNumber(
  stored: string,
  { kind, currency }: NumberFormat,
  isFrom1904: boolean,
): string {
  const value = Number(stored);
  const isExact = stored.trim() !== '' && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  if (!isExact) return stored;
  if (kind === 'percent') return `${digits(hundredfold(value))}%`;
  if (kind === 'number') return currency ? `${digits(value)} ${currency}` : digits(value);
  return value >= 0 && value <= kLastDay ? moment(value, kind, isFrom1904) : digits(value);
}

/** Three decimals could be a group of digits: a fourth says that they are none. */
const digits = (value: number) => String(value).replace(/\.\d{3}(?=$|e)/, '$&0');

/** By moving the mark, since multiplying adds digits. */
function hundredfold(value: number): number {
  const [mantissa, power = 0] = String(value).split('e');
  return Number(`${mantissa}e${Number(power) + 2}`);
}

const kDay = 86_400;

/** A time alone has no day. */
function moment(value: number, kind: NumberFormat['kind'], isFrom1904: boolean): string {
  const seconds = Math.round(value * kDay);
  const day = Math.floor(seconds / kDay);
  if (kind === 'elapsed' || day === 0) return clock(seconds);
  const date = isoDay(day, isFrom1904);
  if (kind === 'month') return date.slice(0, 7);
  return seconds % kDay === 0 ? date : `${date} ${clock(seconds % kDay)}`;
}

const clock = (seconds: number) =>
  [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');

/** 1970-01-01 by each count, and the 29 February that 1900 did not have but its count has. */
const kEpochFrom1900 = 25_569;
const kEpochFrom1904 = 24_107;
const kFalseDay = 60;

function isoDay(day: number, isFrom1904: boolean): string {
  if (!isFrom1904 && day === kFalseDay) return '1900-02-29';
  const isBefore = !isFrom1904 && day < kFalseDay;
  const days = day - (isFrom1904 ? kEpochFrom1904 : kEpochFrom1900) + (isBefore ? 1 : 0);
  return new Date(days * kDay * 1000).toISOString().slice(0, 10);
}
