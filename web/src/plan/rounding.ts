// Rounding for the eye.

/** How the parts of a change are shown so that they add up to the shown change: each rounded to the
 * step, the largest remainders upwards. */
export function roundedParts(parts: readonly number[], change: number, step: number): number[] {
  const floors = parts.map((part) => Math.floor(part / step));
  const left = Math.round(change / step) - floors.reduce((sum, part) => sum + part, 0);
  const remainder = (index: number) => (parts[index] ?? 0) / step - (floors[index] ?? 0);
  const order = parts.map((_, index) => index).toSorted((a, b) => remainder(b) - remainder(a));
  const raised = new Set(order.slice(0, Math.max(0, left)));
  const lowered = new Set(left < 0 ? order.slice(left) : []);
  return floors.map(
    (floor, index) => (floor + Number(raised.has(index)) - Number(lowered.has(index))) * step,
  );
}
