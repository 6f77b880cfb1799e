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

/** Where an end lies 9 times in 10, and every other time, of what has ranges. */
type Band = Record<'p5' | 'p25' | 'p75' | 'p95', number> | undefined;
export interface Bands {
  cost: Band;
  breakEven: Band;
}

export interface Labels {
  summary: string;
  pay: string;
  tick: string;
  room: string;
  /** Whether what lies between is earned or lost, and coloured so. */
  isEarned: boolean;
  axis: (value: number) => string;
  /** Another plan, drawn over it and named below. */
  beside?: SVGTemplateResult | undefined;
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

/** The soft end of a bar: lighter where it may be shorter, fading where it may be longer. */
function softEnd(band: Band, { cost = 0, end }: Shape, y: number, height: number) {
  if (!band) return nothing;
  const { p5, p25, p75, p95 } = band;
  return [
    stretch('maybe-shorter', p5, cost, end, y, height),
    stretch('maybe-shorter half', p25, cost, end, y, height),
    stretch('maybe-longer', cost, p95, end, y, height),
    stretch('maybe-longer half', cost, p75, end, y, height),
  ];
}

function softTick(band: Band, { end }: Shape, y: number, height: number) {
  if (!band) return nothing;
  const { p5, p25, p75, p95 } = band;
  return [
    stretch('maybe-tick', p5, p95, end, y, height),
    stretch('maybe-tick half', p25, p75, end, y, height),
  ];
}

function stretch(kind: string, from: number, to: number, end: number, y: number, height: number) {
  const [left, right] = [Math.min(from, end), Math.min(to, end)];
  return right > left
    ? svg`<rect class=${kind} x=${percent(left, end)} width=${percent(right - left, end)} y=${y} height=${height}></rect>`
    : nothing;
}

/** A channel's bar and tick. */
export function miniature(
  shape: Shape,
  bands: Bands,
  { summary, isEarned }: Pick<Labels, 'summary' | 'isEarned'>,
): SVGTemplateResult {
  return svg`<svg height="20" role="img" aria-label=${summary}>
    ${softTick(bands.breakEven, shape, 3, 14)}${shapes(shape, 6, 8, isEarned)}
    ${softEnd(bands.cost, shape, 6, 8)}${tickLine(shape, 0, 20)}
  </svg>`;
}

/** About the width of a character. */
const kCharacter = 7;

/**
 * A text at a share of the width, which stands as far along itself: it begins at the left end, ends at
 * the right one, and so stays inside however narrow the chart is.
 */
export function label(share: number, y: number, text: string, className = ''): SVGTemplateResult {
  const at = Math.min(1, Math.max(0, share));
  const isLeft = at < 0.5;
  const along = kCharacter * text.length * (isLeft ? -at : 1 - at);
  return svg`<text class=${className} x=${`${100 * at}%`} dx=${along} y=${y} text-anchor=${isLeft ? 'start' : 'end'}>${text}</text>`;
}

export function picture(shape: Shape, bands: Bands, labels: Labels): SVGTemplateResult {
  const { cost, breakEven, end } = shape;
  const both = cost !== undefined && breakEven !== undefined;
  const isLoss = both && cost > breakEven;
  const tone = labels.isEarned ? (isLoss ? 'loss' : 'gain') : '';
  return svg`<svg class="picture" height=${labels.beside ? 164 : 112} role="img" aria-label=${labels.summary}>
    <line class="axis" x1="0" x2="100%" y1="68" y2="68"></line>
    ${softTick(bands.breakEven, shape, 41, 30)}
    ${shapes(shape, 44, 24, labels.isEarned)}
    ${softEnd(bands.cost, shape, 44, 24)}
    ${tickLine(shape, 40, 78)} ${labels.beside ?? nothing}
    ${cost === undefined ? nothing : label(0, 36, labels.pay)}
    ${breakEven === undefined ? nothing : label(breakEven / end, 14, labels.tick)}
    ${both ? label((cost + breakEven) / 2 / end, 106, labels.room, tone) : nothing}
    ${ticks(0, end, 5).map((value) => axisLabel(value, shape, labels))}
  </svg>`;
}

/** The figures under the axis keep clear of the tick. */
function axisLabel(value: number, { breakEven, end }: Shape, labels: Labels) {
  const near = breakEven !== undefined && Math.abs(value - breakEven) / end < 0.06;
  if (value === 0 || near || value / end > 0.96) return nothing;
  return svg`<text class="scale" x=${percent(value, end)} y="84" text-anchor="middle">${labels.axis(value)}</text>`;
}
