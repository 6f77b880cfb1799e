// What the one picture gains once ranges are simulated and plans compared: fading ends with their key,
// and the other plan.
import { svg } from 'lit';
import { type Band, fadeKey, softEnd, softTick } from '../charts/fade';
import type { Below } from '../charts/picture';
import { linesOf } from '../charts/text';
import { restWords } from '../locales/later/index';
import { analysesOf } from '../plan/analyses';
import { beside } from '../tools/changes/beside';
import type { SoftEnds } from '../view/deferred';
import type { View } from '../view/view';
import { isKnown } from '../view/words';

/** Where the cost and the break-even of the plan, or of a channel, lie 9 times in 10. */
export function softEnds({ store }: View, channel?: string): SoftEnds | undefined {
  const analyses = analysesOf(store);
  const scope = channel
    ? analyses.channelEnds().find(({ id }) => id === channel)
    : analyses.simulated()?.total;
  const band = (metric: 'fullCostCpl' | 'breakEvenCpl'): Band | undefined => {
    const found = scope?.results[metric];
    return isKnown(found) && found.p5 < found.p95 ? found : undefined;
  };
  const [cost, breakEven] = [band('fullCostCpl'), band('breakEvenCpl')];
  const bands = [cost, breakEven].filter((one) => one !== undefined);
  if (bands.length === 0) return undefined;
  return {
    ends: bands.flatMap(({ p5, p95 }) => [p5, p95]),
    draw: (shape, y, height) => svg`${cost ? softEnd(cost, shape, y, height) : []}
      ${breakEven ? softTick(breakEven, shape, y, height) : []}`,
  };
}

export const softEndsNote = (view: View): string =>
  analysesOf(view.store).simulated() ? restWords(view).fading.note : '';

export const chartLines = ({ ui }: View, text: string): string[] => linesOf(text, ui.chartWidth);

/** The key of what fades, and under it the other plan. */
export function belowPicture(view: View, end: number): Below | undefined {
  const { format, ui } = view;
  const shares = [0.5, 0.8, 0.9].map((share) => format.percent(share, 0));
  const parts = [
    softEnds(view) && fadeKey(shares, restWords(view).fading.of, ui.chartWidth),
    beside(view)?.below(end),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.reduce(stacked);
}

const stacked = (upper: Below, lower: Below): Below => ({
  height: upper.height + lower.height,
  draw: (y) => svg`${upper.draw(y)} ${lower.draw(y + upper.height)}`,
});
