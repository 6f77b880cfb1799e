// How often each outcome comes. Losses are hatched, so that they are told without colour.
import { nothing, type SVGTemplateResult, svg } from 'lit';
import { across, axis, framed, marker, percent, type Scale } from './frame';
import { label } from './picture';

export interface Bins {
  from: number;
  to: number;
  counts: readonly number[];
  /** Of outcomes beyond the bins. */
  below: number;
  above: number;
}

export interface Spread {
  bins: Bins;
  p5: number;
  p50: number;
  p95: number;
}

export interface Labels {
  summary: string;
  breakEven: string;
  nineInTen: string;
  axis: (value: number) => string;
  width: number | undefined;
}

export interface Bin {
  from: number;
  to: number;
  count: number;
}

export function binsOf({ from, to, counts }: Bins): Bin[] {
  const width = (to - from) / counts.length;
  return counts.map((count, index) => ({
    from: from + index * width,
    to: index === counts.length - 1 ? to : from + (index + 1) * width,
    count,
  }));
}

/** Averaged twice with its neighbours, which weigh half as much. */
const kWeights = [1, 4, 6, 4, 1].map((weight) => weight / 16);

/**
 * How often outcomes come about each bin. A range with a likely value is simulated in two halves, and
 * where they meet the bare counts jump, which is nobody's belief. methodology.md, "Simulation".
 */
export function smoothed({ counts, below, above }: Bins): number[] {
  const [first = 0, last = 0] = [counts[0], counts.at(-1)];
  // What lies beyond is spread over more than one bin's width.
  const all = [0, Math.min(below, first), ...counts, Math.min(above, last), 0];
  return counts.map((_, at) =>
    kWeights.reduce((sum, weight, i) => sum + weight * (all[at + i] ?? 0), 0),
  );
}

const kTop = 28;
const kFoot = 148;
const kHatch = 'roi-loss';

function column(places: Scale, bin: Bin, often: number) {
  if (often === 0) return nothing;
  const height = Math.max(1, (kFoot - kTop) * often);
  const part = (from: number, to: number, isLoss: boolean) =>
    to <= from
      ? nothing
      : svg`<rect class=${isLoss ? 'lossbin' : 'gainbin'} fill=${isLoss ? `url(#${kHatch})` : nothing}
          x=${percent(places(from))} width=${percent(places(to) - places(from))}
          y=${kFoot - height} height=${height}></rect>`;
  return [part(bin.from, Math.min(bin.to, 0), true), part(Math.max(bin.from, 0), bin.to, false)];
}

function spreadLine(places: Scale, { p5, p50, p95 }: Spread, words: string) {
  const [left, right] = [places(p5), places(p95)];
  return svg`<line class="ninety" x1=${percent(left)} x2=${percent(right)} y1="188" y2="188"></line>
    <circle class="middle" cx=${percent(places(p50))} cy="188" r="4"></circle>
    ${label((left + right) / 200, 206, words, 'scale')}`;
}

export function histogram(spread: Spread, labels: Labels): SVGTemplateResult {
  const { bins, p5, p95 } = spread;
  const places = across([bins.from, bins.to, p5, p95], 0);
  const often = smoothed(bins);
  const most = Math.max(...often);
  const isZeroInside = places(0) >= 0 && places(0) <= 100;
  const content = svg`<pattern id=${kHatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="hatched" width="5" height="5"></rect><line class="hatch" y2="5"></line>
    </pattern>
    ${binsOf(bins).map((bin, at) => column(places, bin, (often[at] ?? 0) / most))}
    <line class="axis" x1="0" x2="100%" y1=${kFoot} y2=${kFoot}></line>
    ${isZeroInside ? marker(places, 0, [labels.breakEven], [20, kFoot + 6], labels.width) : nothing}
    ${axis(places, kFoot + 20, labels.axis, labels.width)}
    ${spreadLine(places, spread, labels.nineInTen)}`;
  return framed(labels.summary, 212, labels.width, content);
}
