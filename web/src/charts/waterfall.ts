// From one figure to another by way of what changed: each part starts where the one before ended.
import { type SVGTemplateResult, svg } from 'lit';
import { across, bar, kBarHeight, percent, rowsOfBars } from './frame';

export interface Step {
  name: string;
  amount: number;
  shown: string;
}

export interface Ends {
  from: Step;
  to: Step;
}

export function waterfall(
  { from, to }: Ends,
  parts: readonly Step[],
  summary: string,
  width: number | undefined,
): SVGTemplateResult {
  const stops = [from.amount];
  for (const { amount } of parts) stops.push((stops.at(-1) ?? 0) + amount);
  const scale = across([0, to.amount, ...stops], 0);
  const whole = ({ name, amount, shown }: Step) => ({
    name,
    figure: shown,
    bars: (y: number) => bar(scale, 0, amount, y, kBarHeight, 'bar'),
  });
  const part = ({ name, amount, shown }: Step, index: number) => {
    const start = stops[index] ?? 0;
    const kind = amount < 0 ? 'over' : 'more';
    return {
      name,
      figure: shown,
      bars: (y: number) => bar(scale, start, start + amount, y, kBarHeight, kind),
    };
  };
  const zero = percent(scale(0));
  return rowsOfBars({
    summary,
    width,
    top: 0,
    behind: (end) => svg`<line class="axis" x1=${zero} x2=${zero} y1="0" y2=${end}></line>`,
    rows: [whole(from), ...parts.map(part), whole(to)],
  });
}
