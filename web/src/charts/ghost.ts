// Another plan in the one picture: where its bar would end and its tick stand, thin and dashed.
import { nothing, type SVGTemplateResult, svg } from 'lit';
import { percent } from './picture';

export interface Ghost {
  cost: number | undefined;
  breakEven: number | undefined;
  name: string;
  /** Its two figures, a line each. */
  words: readonly string[];
}

/** A longer name would reach beyond a telephone. */
const kLongest = 40;

/** On the scale of the picture; below it, what the dashes are. */
export function ghost({ cost, breakEven, name, words }: Ghost, end: number): SVGTemplateResult {
  const shownName = name.length > kLongest ? `${name.slice(0, kLongest - 1)}…` : name;
  return svg`${dashes(cost, end, 44, 68)} ${dashes(breakEven, end, 38, 72)}
    <line class="ghost" x1="1" x2="1" y1="118" y2="160"></line>
    ${[shownName, ...words].map((line, at) => svg`<text class="scale" x="10" y=${128 + 15 * at}>${line}</text>`)}`;
}

function dashes(value: number | undefined, end: number, y1: number, y2: number) {
  if (value === undefined) return nothing;
  const x = percent(value, end);
  return svg`<line class="ghost" x1=${x} x2=${x} y1=${y1} y2=${y2}></line>`;
}
