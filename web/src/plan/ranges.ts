// Figures that are ranges: what they hold, and what the engine makes of them.
import type { AmountFigure, Saving } from '../../generated/contract';
import type { Unit } from '../../generated/metrics';
import type { WidenRequest } from '../engine/analyses';
import type { Engine, Reply } from '../engine/engine';
import { kBesidePlan } from './apart';

export type RangePart = 'low' | 'likely' | 'high';
export type RangeFigure = AmountFigure & { low: number; high: number };
/** What the document may hold for a figure; rates look the same. */
export type Typed = number | AmountFigure | undefined;

export interface Widened {
  low: number;
  likely: number;
  high: number;
}

export const isRange = (typed: unknown): typed is RangeFigure =>
  typeof typed === 'object' && typed !== null && 'low' in typed && 'high' in typed;

/** Whether any figure of a plan, or of a part of it, is one; of savings, of those that count. */
export function holdsRange(part: object): boolean {
  const known = kHolds.get(part);
  if (known !== undefined) return known;
  const hasOne = ([key, value]: [string, unknown]) =>
    !kBesidePlan.has(key) &&
    value instanceof Object &&
    // Inputs of the document's own may be called low, or as what is apart.
    (key === 'own' ? Object.values(value).some(isRange) : holdsRange(counted(key, value)));
  const holds = 'low' in part || Object.entries(part).some(hasOne);
  kHolds.set(part, holds);
  return holds;
}
const counted = (key: string, part: object): object =>
  key === 'savings' ? (part as Saving[]).filter(({ counts }) => counts) : part;

/** No edit changes a part: it puts another in its place. */
const kHolds = new WeakMap<object, boolean>();

export const singleOf = (typed: Typed): number | undefined =>
  typeof typed === 'object' ? typed.value : typed;

/** A figure as it is typed, without where it comes from. */
export function plainFigure(typed: Typed): number | Pick<RangeFigure, RangePart> | undefined {
  if (!isRange(typed)) return singleOf(typed);
  const { low, likely, high } = typed;
  return { low, high, ...(likely === undefined ? {} : { likely }) };
}

/** The figure a pointer's last part belongs to, if it may be a part of a range; an input of the document's
 * own may be called as one. */
export function partOf(pointer: string): { figure: string; part: RangePart } | undefined {
  const [, figure, part] = /^(.*\/(?!own\/)[^/]+)\/(low|likely|high)$/.exec(pointer) ?? [];
  return figure && part ? { figure, part: part as RangePart } : undefined;
}

/** What else a figure object says: where it comes from, and what it moves with. */
export function aboutFigure(typed: Typed): Partial<AmountFigure> {
  if (typeof typed !== 'object') return {};
  const { value: _v, low: _l, likely: _m, high: _h, ...about } = typed;
  return about;
}

/** The same of a figure the visitor types into: what was said of the figure of another goes with it. */
export function ownAbout(typed: Typed): Partial<AmountFigure> {
  const about = aboutFigure(typed);
  if (about.origin === undefined && about.source === undefined) return about;
  return about.movesWith ? { movesWith: about.movesWith } : {};
}

/** The same of a figure that becomes a range around it: the visitor's, whosever the figure was. */
export function aboutRange(typed: Typed): Partial<AmountFigure> {
  const { origin: _, ...about } = aboutFigure(typed);
  return about;
}

/** What is known of a figure that becomes a range. */
export interface Known {
  off?: number | undefined;
  n?: number | undefined;
}

/** Rates are spread by their odds, all else as a count. */
const spreadAs = (unit: Unit) => (unit === 'rate' ? 'rate' : 'count');

export class Ranges {
  private readonly engine: Engine;
  private readonly asked = new Map<string, Reply<Widened>>();

  constructor(engine: Engine) {
    this.engine = engine;
  }

  /** The range a figure is turned into: what the cases a rate was seen on support, or what a guess
   * may be off by. */
  widened(value: number, unit: Unit, { off, n }: Known = {}): Reply<Widened> {
    const isRate = unit === 'rate';
    const known = isRate && n !== undefined ? { n } : off === undefined ? {} : { off };
    return this.ask({ value, unit: spreadAs(unit), ...known });
  }

  /** The value a range counts as: its likely one, or what the engine takes for it, once it can tell. */
  likely({ low, likely, high }: RangeFigure, unit: Unit): number | undefined {
    if (likely !== undefined) return likely;
    if (!this.engine.isWhole) return undefined;
    const reply = this.ask({ low, high, unit: spreadAs(unit) });
    return reply.ok ? reply.value.likely : undefined;
  }

  /** The range about another likely value, as wide on its scale as before. */
  moved({ low, likely, high }: RangeFigure, to: number, unit: Unit): Reply<Widened> {
    const ends = { low, high, ...(likely === undefined ? {} : { likely }) };
    return this.ask({ ...ends, to, unit: spreadAs(unit) });
  }

  private ask(request: WidenRequest): Reply<Widened> {
    const key = JSON.stringify(request);
    const reply = this.asked.get(key) ?? this.engine.ask('widen', request);
    this.asked.set(key, reply);
    return reply;
  }
}
