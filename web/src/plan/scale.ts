// The scale of a slider: the same for every rate and however it stands, with more room for the small
// ones that most are.

/** In thousandths, so that they are exact: up to an end, in steps. */
const kStretches = [
  [20, 1],
  [100, 5],
  [300, 10],
  [1000, 50],
] as const;

/** The rates that a slider stops at. */
export const stops: readonly number[] = kStretches.reduce<number[]>(
  (list, [end, step]) => {
    for (let one = (list.at(-1) ?? 0) * 1000 + step; one <= end; one += step) {
      list.push(Math.round(one) / 1000);
    }
    return list;
  },
  [0],
);

export const lastStop = stops.length - 1;

/** Where a rate lies among the stops, which need not be one of them. */
export function placeOf(rate: number): number {
  const after = stops.findIndex((stop) => stop >= rate);
  if (after <= 0) return after < 0 ? lastStop : 0;
  const [from, to] = [stops[after - 1] ?? 0, stops[after] ?? 1];
  return after - 1 + (rate - from) / (to - from);
}

/** The next stop above a rate, or below it. */
export function stopBeside(rate: number, isAbove: boolean): number {
  const place = placeOf(rate);
  const at = isAbove ? Math.floor(place) + 1 : Math.ceil(place) - 1;
  return stops[Math.min(lastStop, Math.max(0, at))] ?? rate;
}
