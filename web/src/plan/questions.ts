// What is asked about a typed figure: two readings before it is taken; else it is kept, and what looks
// unlike the visitor's meaning is said beside it.
import type { Unit } from '../../generated/metrics';
import type { Engine, ReadNumber, TypedFigure } from '../engine/engine';
import type { NotTaken } from './not-taken';
import { singleOf, type Typed } from './ranges';

/** What a text says besides its figure. */
export type Named = Pick<ReadNumber, 'vat' | 'currency'>;

/** About a figure that counts. */
export type Doubt =
  | { about: 'currency'; named: string }
  | { about: 'vat' }
  | { about: 'size'; value: number }
  | { about: 'roi'; roi: number };

/** A field as it stood before it was typed into. */
export interface Entered {
  pointer: string;
  /** The text it showed. */
  text: string;
  figure: unknown;
  /** The plan's; nothing where it has none. */
  roi: number | undefined;
  isExample: boolean;
}

/** What typing came to. */
export interface Typing {
  text: string;
  figure: unknown;
  roi: number | undefined;
  named: Named;
}

/** So many times more or less than before is rarely meant. */
const kFarOff = 50;
/** 5 000 % */
const kHighRoi = 50;

/** A range's parts and the rest of what was read. */
export function apart(typed: ReadNumber): { figure: TypedFigure; named: Named } {
  const { vat, currency, ...figure } = typed;
  return { figure, named: { ...(vat ? { vat } : {}), ...(currency ? { currency } : {}) } };
}

const digitsOf = (text: string) => text.replace(/\D/g, '');

/** Whether new digits were put among the old ones, as by a caret that stood between them. */
export function stillStands(old: string, now: string): boolean {
  const [before, after] = [digitsOf(old), digitsOf(now)];
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return before.length > 0 && after.length > before.length && start + end >= before.length;
}

/** An example's figure is no measure of the visitor's own, unless it was meant to be replaced. */
function isFarOff({ figure, text, isExample }: Entered, now: Typing): boolean {
  const [before, after] = [singleOf(figure as Typed), singleOf(now.figure as Typed)];
  if (!before || !after) return false;
  const times = Math.abs(after / before);
  if (times < kFarOff && times > 1 / kFarOff) return false;
  return !isExample || stillStands(text, now.text);
}

/** What to ask of a figure that was typed, one after the other. */
export function doubtsOf(entered: Entered, now: Typing): Doubt[] {
  const { figure, roi, named } = now;
  const doubts: Doubt[] = [];
  if (named.currency !== undefined) doubts.push({ about: 'currency', named: named.currency });
  if (named.vat) doubts.push({ about: 'vat' });
  const value = singleOf(figure as Typed);
  if (value !== undefined && isFarOff(entered, now)) doubts.push({ about: 'size', value });
  else if (roi !== undefined && roi > kHighRoi && !((entered.roi ?? 0) > kHighRoi))
    doubts.push({ about: 'roi', roi });
  return doubts;
}

/** Two numbers, whose question would be about one of them. */
const kSeveral = /\.\.|±|\d\s*([-–—−]|à|to)\s*\d/iu;

/** The figures a refused text may mean, in the document's scale: two readings, or a credit's amount. */
export function readingsOf({ text, error, unit }: Refused, engine: Engine): TypedFigure[] {
  const written = (error.detail ?? '').split('|');
  if (error.code === 'number.spread') return written.flatMap((one) => rangeIn(engine, one));
  const numbers = written.map(Number);
  if (!text || kSeveral.test(text) || !numbers.every(Number.isFinite)) return [];
  const scale = unit === 'rate' ? 100 : 1;
  const readings: Record<string, (number: number) => number> = {
    'number.rate': (one) => one,
    'number.ambiguous': (one) => one / scale,
    'number.credit': (one) => Math.abs(one) / scale,
  };
  const read = readings[error.code];
  return read ? numbers.map((one) => ({ value: read(one) })) : [];
}

/** The range of a rate, as the core writes it: without a locale's marks. */
function rangeIn(engine: Engine, written: string): TypedFigure[] {
  const reply = engine.readNumber(written, 'rate', {});
  return reply.ok ? [reply.value] : [];
}

interface Refused {
  text: string | undefined;
  error: Pick<NotTaken, 'code' | 'detail'>;
  unit: Unit | undefined;
}
