// What has come in less what has gone out, month by month; the line is crossed when it is paid back.
import { nice } from 'd3-array';
import { nothing, type SVGTemplateResult, svg } from 'lit';
import { framed, kWidth, percent, roundValues, type Scale, scale } from './frame';
import { widthOf } from './text';

export interface Curve {
  months: readonly number[];
  band?: { low: readonly number[]; high: readonly number[] };
  /** When the line is crossed for good; it may be after the months that are drawn. */
  crossing?: number;
}

export interface Labels {
  summary: string;
  crossing: string;
  /** Names the axis. */
  months: string;
  month: (month: number) => string;
  money: (value: number) => string;
  width: number | undefined;
}

const kTop = 24;
const kHeight = 200;
const kUnits = 1000;
const kApart = 8;

export function curve({ months, band, crossing }: Curve, labels: Labels): SVGTemplateResult {
  const values = [0, ...months, ...(band?.low ?? []), ...(band?.high ?? [])];
  const last = Math.max(1, months.length - 1);
  const x = scale([0, last], [0, kUnits]);
  const y = scale(nice(Math.min(...values), Math.max(...values), 4), [kHeight, 0]);
  const points = (list: readonly number[]) =>
    list.map((value, month) => `${fine(x(month))},${fine(y(value))}`);
  const levels = y.ticks(4).map((value) => ({ value, words: labels.money(value) }));
  return framed(
    labels.summary,
    kTop + kHeight + 28,
    labels.width,
    svg`
    ${levels.map(({ value }) => level(value, kTop + y(value)))}
    <svg class="plot" y=${kTop} height=${kHeight} viewBox="0 0 ${kUnits} ${kHeight}" preserveAspectRatio="none">
      ${band ? svg`<path class="fan" d=${`${path([...points(band.high), ...points(band.low).reverse()])}Z`}></path>` : nothing}
      <path class="curve" d=${path(points(months))}></path>
    </svg>
    ${levels.map(({ value, words }) => svg`<text class="scale" x="0" y=${kTop + y(value) - 4}>${words}</text>`)}
    ${monthsBelow(last, labels)}
    ${crossing === undefined ? nothing : (crossing > last ? beyond : crossed)(crossing / last, kTop + y(0), labels, Math.max(...levels.map(({ words }) => widthOf(words, 'scale'))))}`,
  );
}

const fine = (place: number) => Number(place.toFixed(2));

const path = (points: readonly string[]) => `M${points.join('L')}`;

const level = (value: number, y: number) => svg`
  <line class=${value === 0 ? 'zero' : 'grid'} x1="0" x2="100%" y1=${y} y2=${y}></line>`;

/** Months, and what they are at the end of their line. */
function monthsBelow(last: number, { month, months, width = kWidth }: Labels) {
  const y = kTop + kHeight + 20;
  const places: Scale = scale([0, last], [0, 100]);
  const end = width - widthOf(months, 'scale') - 12;
  return svg`<text class="scale" x="0" y=${y}>${month(0)}</text>
    ${roundValues(places, month, width, end).map(({ value, words }) => svg`<text class="scale" x=${percent(places(value))} y=${y} text-anchor="middle">${words}</text>`)}
    <text class="scale" x="100%" y=${y} text-anchor="end">${months}</text>`;
}

/**
 * Its words stand where the line is not: before it, above zero; where there is no room, after it, below;
 * nowhere, if the words of the levels leave none.
 */
function crossed(
  share: number,
  zero: number,
  { crossing, width = kWidth }: Labels,
  levels: number,
) {
  const x = percent(100 * share);
  return svg`<line class="tick" x1=${x} x2=${x} y1=${zero - 22} y2=${zero + 10}></line>
    ${crossingWords(share * width, zero, crossing, [levels + kApart, width])}`;
}

/** An arrow at the edge, where the line is still below. */
function beyond(_: number, zero: number, { crossing, width = kWidth }: Labels, levels: number) {
  const words = `${crossing} →`;
  return levels + kApart + widthOf(words) > width
    ? nothing
    : svg`<text x="100%" y=${zero - 10} text-anchor="end">${words}</text>`;
}

function crossingWords(
  at: number,
  zero: number,
  words: string,
  [from, to]: readonly [number, number],
) {
  const long = widthOf(words);
  if (from + long > to) return nothing;
  const isBefore = at - kApart - long >= from;
  return isBefore
    ? svg`<text x=${percent((100 * (at - kApart)) / to)} y=${zero - 10} text-anchor="end">${words}</text>`
    : svg`<text x=${percent((100 * Math.max(from, Math.min(at + kApart, to - long))) / to)} y=${zero + 26}>${words}</text>`;
}
