import { later } from './deferred';
import type { View } from './view';

/** Does what a button asks, as a step of its own; says so, and why, where it is refused. */
export function act(view: View, pointer: string, value: unknown): boolean {
  const error = view.store.set(pointer, value);
  if (error) view.outside.say(later()?.errorWords(view, error) ?? error.code);
  return error === undefined;
}
