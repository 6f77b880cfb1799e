// What each range moves a result by: a bar from one end to the other, about where it stands.
import { nothing, type SVGTemplateResult, svg } from 'lit';
import { across, axis, bar, kBarHeight, mark, marker, rowsOfBars } from './frame';
import { kLine } from './picture';
import { linesOf } from './text';

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
  width: number | undefined;
}

export function tornado(swings: readonly Swing[], now: number, labels: Labels): SVGTemplateResult {
  const scale = across([now, ...swings.flatMap(({ atLow, atHigh }) => [atLow, atHigh])]);
  const { summary, width } = labels;
  const name = linesOf(labels.now, width);
  const top = 3 + kLine * name.length;
  return rowsOfBars({
    summary,
    width,
    top: top + 10,
    behind: () => marker(scale, now, name, [top, top + 8], width),
    rows: swings.map(({ name, atLow, atHigh }) => ({
      name,
      bars: (y) => svg`${bar(scale, now, atLow, y, kBarHeight, 'lowend')}
        ${atHigh === now ? nothing : bar(scale, now, atHigh, y, kBarHeight, 'highend')}
        ${mark(scale, now, y - 4, y + kBarHeight + 4)}`,
    })),
    axis: (y) => axis(scale, y, labels.axis, width),
  });
}
