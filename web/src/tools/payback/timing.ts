// What a plan says of time.
import type { View } from '../../view/view';

/** Whether the plan says when its money comes: how long a sale takes, or how long customers stay. */
export function statesTime({ store }: View): boolean {
  const { time, value, channels } = store.scenario;
  if (time?.lagMonths !== undefined || time?.monthlyRetention !== undefined) return true;
  return channels.every(
    (channel) =>
      channel.time?.lagMonths !== undefined || (channel.value ?? value)?.mode === 'subscription',
  );
}
