// What each range moves a result by: a bar from one end to the other, about where it stands.
import { nothing, type SVGTemplateResult, svg } from 'lit';
import { across, axis, bar, kBarHeight, marker, rowsOfBars } from './frame';

export interface Swing {
  name: string;
  /** The result at the low and at the high end of the range. */
  atLow: number;
  atHigh: number;
}

export interface Labels {
  summary: string;
  now: string;
  axis: (value: number) => string;
}

export function tornado(swings: readonly Swing[], now: number, labels: Labels): SVGTemplateResult {
  const scale = across([now, ...swings.flatMap(({ atLow, atHigh }) => [atLow, atHigh])]);
  return rowsOfBars({
    summary: labels.summary,
    top: 26,
    behind: (end) => marker(scale, now, labels.now, 20, end),
    rows: swings.map(({ name, atLow, atHigh }) => ({
      name,
      bars: (y) => svg`${bar(scale, now, atLow, y, kBarHeight, 'lowend')}
        ${atHigh === now ? nothing : bar(scale, now, atHigh, y, kBarHeight, 'highend')}`,
    })),
    axis: (y) => axis(scale, y, labels.axis),
  });
}
