// A chance as a hundred dots that can be counted.
import { nothing, type SVGTemplateResult, svg } from 'lit';

const kInARow = 25;
const kPitch = 12;

/** Of a hundred cases; all or none only where no case is otherwise. */
export function casesOf(probability: number): number {
  if (probability <= 0 || probability >= 1) return probability <= 0 ? 0 : 100;
  return Math.min(99, Math.max(1, Math.round(100 * probability)));
}

export function dots(probability: number, summary: string): SVGTemplateResult {
  const filled = casesOf(probability);
  const [width, height] = [kInARow * kPitch, (100 / kInARow) * kPitch];
  const place = (at: number) => kPitch / 2 + at * kPitch;
  return svg`<svg class="dots" viewBox=${`0 0 ${width} ${height}`} role="img" aria-label=${summary}>
    ${Array.from(
      { length: 100 },
      (_, at) => svg`<circle class=${at < filled ? 'filled' : nothing}
      cx=${place(at % kInARow)} cy=${place(Math.floor(at / kInARow))} r="4"></circle>`,
    )}
  </svg>`;
}
