// What a brief hides or locks: what would change it is not offered, or says why.
import type { Document } from '../../generated/contract';
import { later } from './deferred';
import type { View } from './view';

export const isClosed = ({ brief }: View, pointer: string): boolean =>
  brief?.isClosed(pointer) ?? false;

/** Why a changed plan would not be taken, in a sentence; nothing where it would. */
export function whyLocked(view: View, plan: Document): string | undefined {
  const { store } = view;
  const why = store.refusal?.(plan, store.document);
  return why && later()?.errorWords(view, why);
}
