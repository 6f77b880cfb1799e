// What becomes of customers that were typed, once the leads that they came of are others.
import type { Channel } from '../../generated/contract';
import { isRange } from '../plan/ranges';
import { isNumber, resultOf, type View } from './view';

/** The close rate that typed customers make, for when the leads that they came of are others: as uncertain as they are. */
export function closeRateMade(view: View, channel: Channel): Channel['closeRate'] | undefined {
  const { customers, closeRate, id } = channel;
  const [made, likely] = [resultOf(view, 'closeRate', id), resultOf(view, 'customers', id)];
  const isTyped = customers !== undefined && closeRate === undefined;
  if (!isTyped || view.store.scenario.action === 'order' || !isNumber(made)) return undefined;
  if (!isRange(customers) || !isNumber(likely) || likely <= 0) return made;
  const [low, high] = [customers.low, customers.high].map((count) => (made * count) / likely);
  // the range of a rate begins above 0 and ends below 1
  if (low === undefined || high === undefined || low <= 0 || high >= 1) return made;
  return { low, likely: made, high };
}
