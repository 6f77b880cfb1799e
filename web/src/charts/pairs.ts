// Now and then, one pair of bars a row, from a common zero.
import { type SVGTemplateResult, svg } from 'lit';
import { across, bar, rowsOfBars } from './frame';

export interface Pair {
  name: string;
  figure: string;
  now: number;
  best: number;
}

export function pairs(
  list: readonly Pair[],
  summary: string,
  width: number | undefined,
): SVGTemplateResult {
  const scale = across([0, ...list.flatMap(({ now, best }) => [now, best])], 0);
  return rowsOfBars({
    summary,
    width,
    top: 0,
    rows: list.map(({ name, figure, now, best }) => ({
      name,
      figure,
      bars: (y) =>
        svg`${bar(scale, 0, now, y, 6, 'before')} ${bar(scale, 0, best, y + 7, 8, 'bar')}`,
    })),
  });
}
