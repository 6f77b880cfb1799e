// The one picture: a bar of what a lead costs, and a tick where it stops paying. Everywhere on the
// scale of the plan, so that the eye compares without reading.
import { ticks } from 'd3-array';
import { nothing, type SVGTemplateResult, svg } from 'lit';

export interface Shape {
  cost: number | undefined;
  breakEven: number | undefined;
  /** The end of the scale that all pictures share. */
  end: number;
}

/** Drawn over the bars of a shape, between two heights: how far their ends may lie from there. */
export type Soft = ((shape: Shape, y: number, height: number) => SVGTemplateResult) | undefined;

export interface Labels {
  summary: string;
  /** Each a line or more. */
  pay: readonly string[];
  tick: readonly string[];
  room: readonly string[];
  /** Whether what lies between is earned or lost, and coloured so. */
  isEarned: boolean;
  axis: (value: number) => string;
  /** Of the chart, once it has been measured. */
  width: number | undefined;
  soft: Soft;
  below: Below | undefined;
  /** Its bars do not glide. */
  isAtOnce: boolean;
}

/** What stands under the picture, from a height on. */
export interface Below {
  height: number;
  draw: (y: number) => SVGTemplateResult;
}

export const percent = (value: number, end: number) => `${Math.min(100, (100 * value) / end)}%`;

/** The common end of the scale; one very dear channel is cut rather than hiding the others. */
export function scaleEnd(plan: number[], channels: number[]): number {
  const known = Math.max(0, ...plan);
  const most = Math.max(known, ...channels);
  return 1.08 * (known > 0 ? Math.min(most, 3 * known) : most) || 1;
}

/** The bar, and the room between its end and the tick; none where one of them is unknown. */
function shapes({ cost, breakEven, end }: Shape, y: number, height: number, isEarned: boolean) {
  if (cost === undefined) return nothing;
  const tick = breakEven ?? cost;
  const inner = Math.min(cost, tick, end);
  const outer = Math.min(Math.max(cost, tick), end);
  return svg`
    <rect class="bar" x="0" y=${y} height=${height} width=${percent(inner, end)}></rect>
    <rect class="${cost > tick ? 'over' : 'room'} ${isEarned ? '' : 'neutral'}" x=${percent(inner, end)} y=${y} height=${height}
      width=${percent(outer - inner, end)}></rect>`;
}

function tickLine(shape: Shape, y1: number, y2: number) {
  if (shape.breakEven === undefined) return nothing;
  const x = percent(shape.breakEven, shape.end);
  return svg`<line class="tick" x1=${x} x2=${x} y1=${y1} y2=${y2}></line>`;
}

/** A channel's bar and tick. */
export function miniature(
  shape: Shape,
  { summary, isEarned, soft }: Pick<Labels, 'summary' | 'isEarned' | 'soft'>,
): SVGTemplateResult {
  return svg`<svg height="20" role="img" aria-label=${summary}>
    ${shapes(shape, 6, 8, isEarned)} ${soft?.(shape, 6, 8)}${tickLine(shape, 0, 20)}
  </svg>`;
}

/** Of a text, by its height: rather too much. */
const lengthOf = (text: string) => 0.6 * text.length;

/**
 * A text at a share of the width, which stands as far along itself: it begins at the left end, ends at
 * the right one, and so stays inside however narrow the chart is.
 */
export function label(
  share: number,
  y: number | string,
  text: string,
  className = '',
  length = lengthOf(text),
): SVGTemplateResult {
  const at = Math.min(1, Math.max(0, share));
  const isLeft = at < 0.5;
  const along = length * (isLeft ? -at : 1 - at);
  return svg`<text class=${className} x=${`${100 * at}%`} dx=${`${along}em`} y=${y} text-anchor=${isLeft ? 'start' : 'end'}>${text}</text>`;
}

/** The height of a text, and from one line to the next. */
const kText = 14;
export const kLine = 17;

/** The same in lines, which begin or end together. */
export function block(
  share: number,
  y: number,
  lines: readonly string[],
  width = Number.POSITIVE_INFINITY,
  className?: string,
): SVGTemplateResult[] {
  const length = Math.min(width / kText, Math.max(...lines.map(lengthOf)));
  return lines.map((text, at) => label(share, y + kLine * at, text, className, length));
}

export function picture(shape: Shape, labels: Labels): SVGTemplateResult {
  const { cost, breakEven, end } = shape;
  const { isEarned, width, pay, tick, room, below } = labels;
  const tone = isEarned ? ((cost ?? 0) > (breakEven ?? 0) ? 'loss' : 'gain') : '';
  const more = (lines: readonly string[]) => kLine * Math.max(0, lines.length - 1);
  const down = more(tick) + more(pay);
  const foot = 112 + more(room);
  const height = down + foot + (below?.height ?? 0);
  return svg`<svg class="picture ${labels.isAtOnce ? 'at-once' : ''}" height=${width ? nothing : height} viewBox=${width ? `0 0 ${width} ${height}` : nothing}
    role="img" aria-label=${labels.summary}>
    ${block(0, 32 + more(tick), pay)} ${block((breakEven ?? 0) / end, 14, tick, width)}
    <g transform="translate(0 ${down})">
      <line class="axis" x1="0" x2="100%" y1="68" y2="68"></line>
      ${shapes(shape, 44, 24, isEarned)} ${labels.soft?.(shape, 44, 24)}
      ${tickLine(shape, 40, 73)} ${below?.draw(foot)}
      ${block(((cost ?? 0) + (breakEven ?? 0)) / 2 / end, 106, room, width, tone)}
      ${axisLabels(shape, labels)}
    </g>
  </svg>`;
}

/** The figures under the axis keep clear of each other and of the ends, and stand below the tick. */
function axisLabels({ end }: Shape, { axis, width = 328 }: Labels) {
  const reach = 4 * axis(end).length + 8;
  const isNear = (a: number, b: number) => Math.abs(a - b) / end < reach / width;
  return ticks(0, end, Math.min(5, width / reach / 2)).map((value) =>
    isNear(value, 0) || isNear(value, end)
      ? nothing
      : svg`<text class="scale" x=${percent(value, end)} y="87" text-anchor="middle">${axis(value)}</text>`,
  );
}
