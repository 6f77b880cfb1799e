// How far an end may lie from where it is drawn: darkest where it lies every other time, then where it
// lies 8 times in 10, then 9.
import { nothing, type SVGTemplateResult, svg } from 'lit';
import { type Below, percent, type Shape } from './picture';

export type Band = Record<'p5' | 'p10' | 'p25' | 'p75' | 'p90' | 'p95', number>;

/** Each lies over those before, and so they darken. */
const kLevels = [
  ['p5', 'p95', ''],
  ['p10', 'p90', 'most'],
  ['p25', 'p75', 'half'],
] as const;

/** The end of a bar: lighter where it may be shorter, fading where it may be longer. */
export function softEnd(band: Band, { cost = 0, end }: Shape, y: number, height: number) {
  return kLevels.map(
    ([
      low,
      high,
      level,
    ]) => svg`${stretch(`maybe-shorter ${level}`, [band[low], cost], end, y, height)}
      ${stretch(`maybe-longer ${level}`, [cost, band[high]], end, y, height)}`,
  );
}

export function softTick(band: Band, { end }: Shape, y: number, height: number) {
  return kLevels.map(([low, high, level]) =>
    stretch(`maybe-tick ${level}`, [band[low], band[high]], end, y, height),
  );
}

function stretch(
  kind: string,
  [from, to]: [number, number],
  end: number,
  y: number,
  height: number,
): SVGTemplateResult | typeof nothing {
  const [left, right] = [Math.min(from, end), Math.min(to, end)];
  return right > left
    ? svg`<rect class=${kind.trim()} x=${percent(left, end)} width=${percent(right - left, end)} y=${y} height=${height}></rect>`
    : nothing;
}

const kHeight = 22;
const kRoomy = 250;

/** What the three shades mean, named from the darkest on; the last name says of what. */
export function fadeKey(shares: readonly string[], of: string, width = kRoomy): Below {
  const isRoomy = width >= kRoomy;
  const step = isRoomy ? 62 : 48;
  const name = (share: string, at: number) =>
    isRoomy && at === shares.length - 1 ? `${share} ${of}` : share;
  return {
    height: isRoomy ? kHeight : 2 * kHeight - 6,
    draw: (y) => svg`${shares.map(
      (share, at) => svg`
      ${kLevels.slice(at).map(() => svg`<rect class="shade" x=${step * at} width="10" y=${y + 5} height="11"></rect>`)}
      <text class="scale" x=${step * at + 14} y=${y + 15}>${name(share, at)}</text>`,
    )}
    ${isRoomy ? nothing : svg`<text class="scale" x="0" y=${y + 31}>${of}</text>`}`,
  };
}
