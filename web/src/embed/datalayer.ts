// For a host that asks for it: that something happened, and whether it pays. Never a number.
import type { ScenarioResult } from '../engine/engine';
import type { RoiCalculatorEvents, RoiProgress } from './api';

const kPushed: Partial<Record<keyof RoiCalculatorEvents, string>> = {
  'roi-ready': 'roi_ready',
  'roi-change': 'roi_change',
  'roi-goal': 'roi_goal',
  'roi-cta': 'roi_cta',
};

const signOf = (roi: unknown) =>
  typeof roi !== 'number' ? 'none' : roi > 0 ? 'positive' : roi < 0 ? 'negative' : 'zero';

/** What is shown, and which example it is as it stands; `own` for a plan that is none. */
export interface Shown {
  result: ScenarioResult;
  preset: string;
}

export function pushEvent(
  list: string,
  name: keyof RoiCalculatorEvents,
  { result, preset }: Shown,
): void {
  const event = kPushed[name];
  if (!event) return;
  push(list, {
    event,
    roi: signOf(result.total.roi),
    preset,
    ...(event === 'roi_goal' ? { attained: result.goal?.attained } : {}),
  });
}

export const pushProgress = (list: string, progress: RoiProgress): void =>
  push(list, { event: 'roi_progress', ...progress });

function push(list: string, entry: object): void {
  const owner = window as unknown as Record<string, unknown>;
  // A name that the window keeps for itself cannot be set, which is no reason to fail.
  if (owner[list] === undefined) Reflect.set(owner, list, []);
  const layer = owner[list];
  if (Array.isArray(layer)) layer.push(entry);
}
