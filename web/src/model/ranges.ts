// Figures that are ranges: what they hold, and what the engine makes of them.
import type { AmountFigure, Document } from '../../generated/contract';
import type { Unit } from '../../generated/metrics';
import type { Engine, Reply } from '../engine/engine';

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

export const singleOf = (typed: Typed): number | undefined =>
  typeof typed === 'object' ? typed.value : typed;

/** The figure a pointer's last part belongs to, if it may be a part of a range. */
export function partOf(pointer: string): { figure: string; part: RangePart } | undefined {
  const [, figure, part] = /^(.*)\/(low|likely|high)$/.exec(pointer) ?? [];
  return figure && part ? { figure, part: part as RangePart } : undefined;
}

/** What else a figure object says: where it comes from, and what it moves with. */
export function aboutFigure(typed: Typed): Partial<AmountFigure> {
  if (typeof typed !== 'object') return {};
  const { value: _v, low: _l, likely: _m, high: _h, ...about } = typed;
  return about;
}

/** Rates are spread by their odds, all else as a count. */
const spreadAs = (unit: Unit) => (unit === 'rate' ? 'rate' : 'count');

export class Ranges {
  private readonly engine: Engine;
  private readonly asked = new Map<string, Reply<Widened>>();
  private readonly middles = new Map<string, number>();

  constructor(engine: Engine) {
    this.engine = engine;
  }

  /** The range a figure is turned into when nothing better is known. */
  widened(value: number, unit: Unit): Reply<Widened> {
    const key = `${value} ${unit}`;
    const reply = this.asked.get(key) ?? this.engine.widen({ value, unit: spreadAs(unit) });
    this.asked.set(key, reply);
    return reply;
  }

  /** The value a range counts as: its likely one, or what the engine takes for it. */
  likely({ low, likely, high }: RangeFigure, unit: Unit): number | undefined {
    if (likely !== undefined) return likely;
    const key = `${low} ${high} ${unit}`;
    const middle = this.middles.get(key) ?? this.askMiddle(low, high, unit);
    if (middle !== undefined) this.middles.set(key, middle);
    return middle;
  }

  isDefault(range: RangeFigure, unit: Unit): boolean {
    if (range.likely === undefined) return false;
    const reply = this.widened(range.likely, unit);
    return reply.ok && reply.value.low === range.low && reply.value.high === range.high;
  }

  /** Read off a plan that holds nothing but the range. */
  private askMiddle(low: number, high: number, unit: Unit): number | undefined {
    const metric = spreadAs(unit) === 'rate' ? 'closeRate' : 'leads';
    const channels = [{ id: 'only', [metric]: { low, high } }];
    const plan = {
      id: 'plan',
      period: { kind: 'month' },
      currency: 'EUR',
      action: 'lead',
      channels,
    };
    const document = { schemaVersion: 1, scenarios: [plan] } as Document;
    const reply = this.engine.evaluate(document);
    const figure = reply.ok ? reply.value.scenarios[0]?.channels[0]?.results[metric] : undefined;
    return typeof figure === 'number' ? figure : undefined;
  }
}
