// What answers about evidence, for whatever of the page asks it: fetched when it is first needed.
import { type AskOfEvidence, asking } from '../engine/reader';
import type { Store } from '../plan/store';
import { ownState } from './own-state';
import type { View } from './view';

interface State {
  ask?: AskOfEvidence;
  hasFailed?: boolean;
}

const fetched = ownState<State>({});
const begun = new WeakSet<Store>();

/** What answers, once it is there. */
export function answering(view: View): State {
  const state = fetched.of(view);
  if (!begun.has(view.store)) fetchIt(view);
  return state;
}

/** Opens what brings figures into the plan: all of it, or one tool. */
export function openEvidence(view: View, brings?: string): void {
  view.update({ panel: 'evidence', brings });
  view.focusLater('.keeping h2');
}

/** What could not be fetched may be there now. */
export async function fetchIt(view: View): Promise<AskOfEvidence | undefined> {
  begun.add(view.store);
  const { reader } = view.outside;
  try {
    const ask = fetched.of(view).ask ?? (reader && (await asking(reader)));
    if (ask) fetched.update(view, { ask, hasFailed: false });
    return ask;
  } catch {
    fetched.update(view, { hasFailed: true });
    return undefined;
  }
}
