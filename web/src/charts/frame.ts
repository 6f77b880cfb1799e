// What the charts have in common: a scale across the width, its figures below, and rows of bars.
import { ticks } from 'd3-array';
import { nothing, type SVGTemplateResult, svg } from 'lit';
import { label } from './picture';

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

/** The figures under a chart; none where a word would run into its edge. */
export function axis(places: Scale, y: number, write: (value: number) => string, count = 4) {
  return places.ticks(count).map((value) => {
    const place = places(value);
    const x = percent(place);
    if (place < 4 || place > 96) return nothing;
    return svg`<line class="grid" x1=${x} x2=${x} y1=${y - 16} y2=${y - 12}></line>
      <text class="scale" x=${x} y=${y} text-anchor="middle">${write(value)}</text>`;
  });
}

/** A bar between two values, whichever is lower. */
export function bar(places: Scale, a: number, b: number, y: number, height: number, kind: string) {
  const left = places(Math.min(a, b));
  const width = Math.max(0.3, places(Math.max(a, b)) - left);
  return svg`<rect class=${kind} x=${percent(left)} width=${percent(width)} y=${y} height=${height}></rect>`;
}

/** A line from top to bottom at a value, with its name above. */
export function marker(places: Scale, value: number, name: string, from: number, to: number) {
  const x = percent(places(value));
  return svg`<line class="tick" x1=${x} x2=${x} y1=${from} y2=${to}></line>
    ${label(places(value) / 100, from - 6, name)}`;
}

export interface Row {
  name: string;
  /** Stands at the other end of the name's line. */
  figure?: string;
  bars: (y: number) => SVGTemplateResult | SVGTemplateResult[];
}

const kRow = 44;
/** Of a bar; its name stands above it. */
export const kBarHeight = 14;

export interface Rows {
  summary: string;
  rows: Row[];
  /** Room above the rows, for the name of a marker. */
  top: number;
  behind?: (height: number) => unknown;
  axis?: (y: number) => unknown;
}

/** Rows of a name over a bar: as readable at 300 px as on a desk. */
export function rowsOfBars({ summary, rows, top, behind, axis: below }: Rows): SVGTemplateResult {
  const end = top + kRow * rows.length;
  const height = end + (below ? 24 : 0);
  return svg`<svg class="chart" height=${height} role="img" aria-label=${summary}>
    ${behind?.(end)}
    ${rows.map((row, index) => {
      const y = top + kRow * index;
      return svg`<text x="0" y=${y + 14}>${row.name}</text>
        ${row.figure === undefined ? nothing : svg`<text class="figure" x="100%" y=${y + 14} text-anchor="end">${row.figure}</text>`}
        ${row.bars(y + 21)}`;
    })}
    ${below?.(end + 20)}
  </svg>`;
}
