// Rounding for the eye.

/** In whole steps; half a step goes away from zero, as Intl has it. */
export const inSteps = (value: number, step: number): number =>
  Math.sign(value) * Math.round(Number((Math.abs(value) / step).toPrecision(15))) || 0;

/** What lies between two figures, as they are read. */
export const between = (from: number, to: number, step: number): number =>
  (inSteps(to, step) - inSteps(from, step)) * step;

const total = (parts: readonly number[]) => parts.reduce((sum, part) => sum + part, 0);

/** Of the computer's own rounding. */
const kNoise = 1e-9;

/** Whether they are parts of it at all. */
export const areParts = (parts: readonly number[], sum: number): boolean =>
  Math.abs(total(parts) - sum) <= kNoise * Math.max(...parts.map(Math.abs));

/** Whether parts and sum are so once each is rounded by itself. */
export const addUp = (parts: readonly number[], sum: number, step: number): boolean =>
  total(parts.map((part) => inSteps(part, step))) === inSteps(sum, step);

/** How the parts of a change are shown so that they add up to the shown change: each rounded to the
 * step, the largest remainders upwards. */
export function roundedParts(parts: readonly number[], change: number, step: number): number[] {
  const floors = parts.map((part) => Math.floor(Number((part / step).toPrecision(15))));
  const left = inSteps(change, step) - total(floors);
  const remainder = (index: number) => (parts[index] ?? 0) / step - (floors[index] ?? 0);
  const order = parts.map((_, index) => index).toSorted((a, b) => remainder(b) - remainder(a));
  const raised = new Set(order.slice(0, Math.max(0, left)));
  const lowered = new Set(left < 0 ? order.slice(left) : []);
  return floors.map(
    (floor, index) => (floor + Number(raised.has(index)) - Number(lowered.has(index))) * step,
  );
}
