// What is said of a figure that is a range.
import { html, nothing, type TemplateResult } from 'lit';
import type { Unit } from '../../generated/metrics';
import { errorWords, restWords } from '../locales/later/index';
import { isRange, partOf, type RangeFigure } from '../plan/ranges';
import type { View } from '../view/view';

/** What an end must lie below or above. */
export function endWords(view: View, pointer: string, unit: Unit): string {
  const { store, format } = view;
  const place = partOf(pointer);
  const range = place && store.get(place.figure);
  if (!place || !isRange(range) || place.part === 'likely')
    return errorWords(view, { code: 'range.order' });
  const { low, likely, high } = range;
  const say = (value: number) => format.figure(value, unit);
  const { below, above } = restWords(view).ranges;
  return place.part === 'low' ? below(say(likely ?? high)) : above(say(likely ?? low));
}

/** Where a range has gone to that went along with its likely value. */
export function movedWords(view: View, pointer: string, unit: Unit): string | undefined {
  const { store, format } = view;
  const range = store.get(pointer);
  if (!isRange(range) || !store.hasMoved(pointer)) return undefined;
  const say = (value: number) => format.figure(value, unit);
  return restWords(view).ranges.moved(say(range.low), say(range.high));
}

/** What stands below its ends. */
export function rangeNote(
  view: View,
  pointer: string,
  unit: Unit,
): TemplateResult | typeof nothing {
  const range = view.store.get(pointer);
  if (!isRange(range)) return nothing;
  const initial = isDefault(view, range, unit) ? restWords(view).ranges.defaultWidth : undefined;
  const words = movedWords(view, pointer, unit) ?? initial;
  return words ? html`<small>${words}</small>` : nothing;
}

function isDefault({ store }: View, range: RangeFigure, unit: Unit): boolean {
  if (range.likely === undefined || !store.engine.isWhole) return false;
  const reply = store.ranges.widened(range.likely, unit, { n: range.n });
  return reply.ok && reply.value.low === range.low && reply.value.high === range.high;
}
