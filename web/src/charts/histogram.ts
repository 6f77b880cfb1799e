// How often each outcome comes: an outline, and columns of outcomes that come again and again. Losses are
// hatched, so that they are told without colour.
import { nothing, type SVGTemplateResult, svg } from 'lit';
import type { Histogram } from '../engine/analyses';
import { across, axis, framed, kWidth, marker, percent, type Scale, scale } from './frame';
import { label } from './picture';

export interface Spread {
  bins: Histogram;
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

export function binsOf({ from, to, counts }: Histogram): Bin[] {
  const width = (to - from) / counts.length;
  return counts.map((count, index) => ({
    from: from + index * width,
    to: index === counts.length - 1 ? to : from + (index + 1) * width,
    count,
  }));
}

/** How many trials a bin about a value would hold. */
type Point = readonly [value: number, often: number];

/** With a point at nought, where it lies on both sides of it. */
function outline({ from, to, density }: Histogram): Point[] {
  const step = (to - from) / (density.length - 1);
  return density.flatMap((often, at): Point[] => {
    const value = from + at * step;
    const before = density[at - 1];
    if (before === undefined || value <= 0 || value >= step) return [[value, often]];
    return [
      [0, often + ((before - often) * value) / step],
      [value, often],
    ];
  });
}

/** As wide as a bin, and as high as one of as many trials; narrower and higher where they would touch. */
function columns({ from, to, counts, atoms }: Histogram): Point[][] {
  const bin = (to - from || Math.abs(to) || 1) / counts.length;
  const gaps = atoms.slice(1).map(({ value }, at) => value - (atoms[at]?.value ?? 0));
  const wide = Math.min(bin, ...gaps.map((gap) => 0.7 * gap));
  return atoms.map(({ value, count }) =>
    [-wide, wide].map((side) => [value + side / 2, (count * bin) / wide]),
  );
}

const kTop = 28;
const kFoot = 148;
const kHatch = 'roi-loss';

const fine = (place: number) => Number(place.toFixed(2));

function spreadLine(places: Scale, { p5, p50, p95 }: Spread, words: string) {
  const [left, right] = [places(p5), places(p95)];
  return svg`<line class="ninety" x1=${percent(left)} x2=${percent(right)} y1="188" y2="188"></line>
    <circle class="middle" cx=${percent(places(p50))} cy="188" r="4"></circle>
    ${label((left + right) / 200, 206, words, 'scale')}`;
}

export function histogram(spread: Spread, labels: Labels): SVGTemplateResult {
  const { bins, p5, p95 } = spread;
  const { width = kWidth } = labels;
  const [points, tops] = [outline(bins), columns(bins)];
  const all = [...points, ...tops.flat()];
  // one outcome alone is seen against nought
  const start = bins.from < bins.to ? p5 : 0;
  const places = across([...all.map(([value]) => value), start, p95], 0);
  const x = (value: number) => fine((places(value) * width) / 100);
  const y = scale([0, Math.max(...all.map(([, often]) => often))], [kFoot, kTop]);
  const area = (top: readonly Point[], isLoss: boolean) => {
    if (top.every(([, often]) => often === 0)) return nothing;
    const corners = top.map(([value, often]) => `${x(value)},${fine(y(often))}`);
    return svg`<path class=${isLoss ? 'losses' : 'gains'} fill=${isLoss ? `url(#${kHatch})` : nothing}
      d=${`M${corners.join('L')}V${kFoot}H${x(top[0]?.[0] ?? 0)}Z`}></path>`;
  };
  const isZeroInside = places(0) >= 0 && places(0) <= 100;
  const content = svg`<pattern id=${kHatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="hatched" width="5" height="5"></rect><line class="hatch" y2="5"></line>
    </pattern>
    ${area(
      points.filter(([value]) => value <= 0),
      true,
    )}
    ${area(
      points.filter(([value]) => value >= 0),
      false,
    )}
    ${tops.map((top, at) => area(top, (bins.atoms[at]?.value ?? 0) < 0))}
    <line class="axis" x1="0" x2="100%" y1=${kFoot} y2=${kFoot}></line>
    ${isZeroInside ? marker(places, 0, [labels.breakEven], [20, kFoot + 6], width) : nothing}
    ${axis(places, kFoot + 20, labels.axis, width)}
    ${spreadLine(places, spread, labels.nineInTen)}`;
  return framed(labels.summary, 212, width, content);
}
