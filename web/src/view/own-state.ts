// What a tool remembers of a visit, for each calculator of a page.
import type { Store } from '../plan/store';
import type { View } from './view';

export interface OwnState<State> {
  of: (view: Pick<View, 'store'>) => State;
  /** Changes it, and draws anew. */
  update: (view: View, change: Partial<State>) => void;
}

export function ownState<State extends object>(initial: State): OwnState<State> {
  const kept = new WeakMap<Store, State>();
  const of = ({ store }: Pick<View, 'store'>) => kept.get(store) ?? initial;
  return {
    of,
    update: (view, change) => {
      kept.set(view.store, { ...of(view), ...change });
      view.update({});
    },
  };
}
