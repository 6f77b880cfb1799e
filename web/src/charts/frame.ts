// What the charts have in common: a scale across the width, its figures below, and rows of bars.
import { ticks } from 'd3-array';
import { nothing, type SVGTemplateResult, svg } from 'lit';
import { block, kLine } from './picture';
import { linesOf, nameLines, widthOf } from './text';

type Ends = readonly [number, number];

/** From values to places, in proportion. */
export interface Scale {
  (value: number): number;
  /** Round values about so many in number. */
  ticks: (count: number) => number[];
}

export function scale([low, high]: Ends, [from, to]: Ends): Scale {
  const place = (value: number) => from + ((to - from) * (value - low)) / (high - low || 1);
  return Object.assign(place, { ticks: (count: number) => ticks(low, high, count) });
}

/** From values to percent of the width, with a little air on both sides. */
export function across(values: readonly number[], air = 0.02): Scale {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const margin = (high - low || Math.abs(high) || 1) * air;
  return scale([low - margin, high + margin], [0, 100]);
}

export const percent = (value: number) => `${Math.min(100, Math.max(0, value))}%`;

/** Of a chart that has not been measured: that of a telephone. */
export const kWidth = 328;

/** The frame of a chart: where its width is known, it grows with its text. */
export function framed(
  summary: string,
  height: number,
  width: number | undefined,
  content: unknown,
) {
  return svg`<svg class="chart" height=${width ? nothing : height} viewBox=${width ? `0 0 ${width} ${height}` : nothing}
    role="img" aria-label=${summary}>${content}</svg>`;
}

const kGap = 12;

/** Round values whose words stand beside each other, wholly inside and before a place at the end. */
export function roundValues(
  places: Scale,
  write: (value: number) => string,
  width = kWidth,
  end = width,
): { value: number; words: string }[] {
  for (let count = 5; count > 0; count -= 1) {
    const inside = places
      .ticks(count)
      .map((value) => spanned(value, write(value), (places(value) * width) / 100))
      .filter(({ from, to }) => from >= -1 && to <= end);
    const isClear = inside.every(
      ({ from }, at) => from >= (inside[at - 1]?.to ?? -kGap) + kGap - 1,
    );
    if (isClear && inside.length > 0) return inside;
  }
  return [];
}

function spanned(value: number, words: string, middle: number) {
  const half = widthOf(words, 'scale') / 2;
  return { value, words, from: middle - half, to: middle + half };
}

/** The figures under a chart; none where a word would run into its edge. */
export function axis(places: Scale, y: number, write: (value: number) => string, width?: number) {
  return roundValues(places, write, width).map(({ value, words }) => {
    const x = percent(places(value));
    return svg`<line class="grid" x1=${x} x2=${x} y1=${y - 16} y2=${y - 12}></line>
      <text class="scale" x=${x} y=${y} text-anchor="middle">${words}</text>`;
  });
}

/** A bar between two values, whichever is lower. */
export function bar(places: Scale, a: number, b: number, y: number, height: number, kind: string) {
  const left = places(Math.min(a, b));
  const width = Math.max(0.3, places(Math.max(a, b)) - left);
  return svg`<rect class=${kind} x=${percent(left)} width=${percent(width)} y=${y} height=${height}></rect>`;
}

/** A line at a value. */
export function mark(places: Scale, value: number, from: number, to: number) {
  const x = percent(places(value));
  return svg`<line class="tick" x1=${x} x2=${x} y1=${from} y2=${to}></line>`;
}

/** The same with its name above, in lines. */
export const marker = (
  places: Scale,
  value: number,
  lines: readonly string[],
  [from, to]: Ends,
  width?: number,
) => svg`${mark(places, value, from, to)}
  ${block(places(value) / 100, from - 6 - kLine * (lines.length - 1), lines, width)}`;

export interface Row {
  name: string;
  /** Stands at the other end of the name's line, or under it where there is no room. */
  figure?: string;
  bars: (y: number) => SVGTemplateResult | SVGTemplateResult[];
}

/** Of a bar; its name stands above it. */
export const kBarHeight = 14;
/** From the top of a bar to the next name. */
const kRow = 23;

export interface Rows {
  summary: string;
  rows: Row[];
  width: number | undefined;
  /** Room above the rows, for the name of a marker. */
  top: number;
  behind?: (height: number) => unknown;
  axis?: (y: number) => unknown;
}

/** Rows of a name over a bar: as readable at 300 px as on a desk. */
export function rowsOfBars({ summary, rows, width, top, behind, axis: below }: Rows) {
  let end = top;
  const drawn = rows.map((row) => {
    const { lines, under, beside } = headOf(row, width);
    const y = end + 14;
    const bars = end + kLine * (lines.length + under.length) + 4;
    end = bars + kRow;
    return svg`${lines.map((line, at) => svg`<text x="0" y=${y + kLine * at}>${line}</text>`)}
      ${under.map((line, at) => svg`<text class="figure" x="0" y=${y + kLine * (lines.length + at)}>${line}</text>`)}
      ${beside ? svg`<text class="figure" x="100%" y=${y} text-anchor="end">${beside}</text>` : nothing}
      ${row.bars(bars)}`;
  });
  const height = end + (below ? 24 : 0);
  return framed(summary, height, width, [behind?.(end), drawn, below?.(end + 20)]);
}

/** A name in lines, with its figure beside it or in lines under it. */
function headOf({ name, figure = '' }: Row, width = kWidth) {
  const isBeside = widthOf(name) + widthOf(figure, 'figure') + kGap <= width;
  return {
    lines: nameLines(name, width),
    under: isBeside ? [] : linesOf(figure, width, 'figure').filter(Boolean),
    beside: isBeside ? figure : '',
  };
}
