// What has come in less what has gone out, month by month; the line is crossed when it is paid back.
import { nice } from 'd3-array';
import { nothing, type SVGTemplateResult, svg } from 'lit';
import { percent, scale } from './frame';
import { label } from './picture';

export interface Curve {
  months: readonly number[];
  band?: { low: readonly number[]; high: readonly number[] };
  /** When the line is crossed for good. */
  crossing?: number;
}

export interface Labels {
  summary: string;
  crossing: string;
  /** Names the axis. */
  months: string;
  month: (month: number) => string;
  money: (value: number) => string;
}

const kTop = 24;
const kHeight = 200;
const kUnits = 1000;

export function curve({ months, band, crossing }: Curve, labels: Labels): SVGTemplateResult {
  const values = [0, ...months, ...(band?.low ?? []), ...(band?.high ?? [])];
  const last = Math.max(1, months.length - 1);
  const x = scale([0, last], [0, kUnits]);
  const y = scale(nice(Math.min(...values), Math.max(...values), 4), [kHeight, 0]);
  const points = (list: readonly number[]) =>
    list.map((value, month) => `${fine(x(month))},${fine(y(value))}`);
  const place = (month: number) => percent((100 * month) / last);
  return svg`<svg class="chart" height=${kTop + kHeight + 28} role="img" aria-label=${labels.summary}>
    <svg class="plot" y=${kTop} height=${kHeight} viewBox="0 0 ${kUnits} ${kHeight}" preserveAspectRatio="none">
      ${band ? svg`<path class="fan" d=${`${path([...points(band.high), ...points(band.low).reverse()])}Z`}></path>` : nothing}
      <path class="curve" d=${path(points(months))}></path>
    </svg>
    ${y.ticks(4).map((value) => level(value, kTop + y(value), labels))}
    ${x.ticks(Math.min(6, last)).map((month) => below(month, last, labels, place))}
    <text class="scale" x="100%" y=${kTop + kHeight + 20} text-anchor="end">${labels.months}</text>
    ${crossing === undefined ? nothing : crossed(crossing, last, kTop + y(0), labels, place)}
  </svg>`;
}

const fine = (place: number) => Number(place.toFixed(2));

const path = (points: readonly string[]) => `M${points.join('L')}`;

const level = (value: number, y: number, { money }: Labels) => svg`
  <line class=${value === 0 ? 'zero' : 'grid'} x1="0" x2="100%" y1=${y} y2=${y}></line>
  <text class="scale" x="0" y=${y - 4}>${money(value)}</text>`;

function below(month: number, last: number, labels: Labels, place: (month: number) => string) {
  const share = (100 * month) / last;
  if (share > 82) return nothing;
  return svg`<text class="scale" x=${place(month)} y=${kTop + kHeight + 20}
    text-anchor=${month === 0 ? 'start' : 'middle'}>${labels.month(month)}</text>`;
}

function crossed(
  month: number,
  last: number,
  zero: number,
  labels: Labels,
  place: (month: number) => string,
) {
  const x = place(month);
  return svg`<line class="tick" x1=${x} x2=${x} y1=${zero - 22} y2=${zero + 10}></line>
    ${label(month / last, zero - 28, labels.crossing)}`;
}
