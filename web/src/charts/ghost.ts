// Another plan in the one picture: where its bar would end and its tick stand, thin and dashed.
import { nothing, svg } from 'lit';
import { type Below, kLine, percent } from './picture';

export interface Ghost {
  cost: number | undefined;
  breakEven: number | undefined;
  /** Its name and its two figures, in lines. */
  lines: readonly string[];
}

/** Where its words begin. */
export const kGhostStart = 10;

/** On the scale of the picture; below it, what the dashes are. */
export const ghost = ({ cost, breakEven, lines }: Ghost, end: number): Below => ({
  height: kLine * lines.length + 8,
  draw: (y) => svg`${dashes(cost, end, 44, 68)} ${dashes(breakEven, end, 38, 72)}
    <line class="ghost" x1="1" x2="1" y1=${y + 6} y2=${y + 6 + kLine * lines.length}></line>
    ${lines.map((line, at) => svg`<text class="scale" x=${kGhostStart} y=${y + 18 + kLine * at}>${line}</text>`)}`,
});

function dashes(value: number | undefined, end: number, y1: number, y2: number) {
  if (value === undefined) return nothing;
  const x = percent(value, end);
  return svg`<line class="ghost" x1=${x} x2=${x} y1=${y1} y2=${y2}></line>`;
}
