// Channels in another order, copied, or others in their place; what names them stays right.
import type { Channel, Scenario, Weight } from '../../generated/contract';

/** Where nothing has been said of it yet. */
export const isBlank = ({ name, leads, costs = [] }: Channel): boolean =>
  !name && !leads && costs.every(({ amount }) => !amount);

/** With these channels; of channels that are gone, weights go too, and what was counted of them. */
export function withChannels(scenario: Scenario, channels: Channel[]): Scenario {
  const ids = new Set(channels.map(({ id }) => id));
  const left = withWeights({ ...scenario, channels }, (weight) =>
    ids.has(weight.channel) ? [weight] : [],
  );
  const { observed, ...rest } = left;
  const counts = observed?.counts?.filter(
    ({ channel }) => channel === undefined || ids.has(channel),
  );
  if (!observed || counts?.length === observed.counts?.length) return left;
  return counts && counts.length > 0 ? { ...rest, observed: { ...observed, counts } } : rest;
}

/** With a copy after the original; it weighs as much. */
export function withCopy(scenario: Scenario, original: Channel, copy: Channel): Scenario {
  const at = scenario.channels.indexOf(original);
  const channels = scenario.channels.toSpliced(at + 1, 0, copy);
  return withWeights({ ...scenario, channels }, (weight) =>
    weight.channel === original.id ? [weight, { ...weight, channel: copy.id }] : [weight],
  );
}

export function moved(channels: readonly Channel[], from: number, to: number): Channel[] {
  const left = channels.toSpliced(from, 1);
  return left.toSpliced(to, 0, ...channels.slice(from, from + 1));
}

function withWeights(scenario: Scenario, change: (weight: Weight) => Weight[]): Scenario {
  const sharedCosts = scenario.sharedCosts?.map((line) => {
    const { weights } = line.allocation;
    if (!weights) return line;
    return { ...line, allocation: { ...line.allocation, weights: weights.flatMap(change) } };
  });
  return sharedCosts ? { ...scenario, sharedCosts } : scenario;
}
