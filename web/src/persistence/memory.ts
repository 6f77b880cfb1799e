// What this device remembers, only once the visitor has asked for it. One place to a page's
// address, so that pages do not mix.
import type { Saved } from './saved';

export const memoryKey = () => `roi-calculator:${location.pathname}`;

/** What was remembered, not yet checked by the core; storage may be closed to the page. */
export function recall(): Saved | undefined {
  try {
    const text = localStorage.getItem(memoryKey());
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Says whether the browser let it. */
export function remember(state: Saved): boolean {
  try {
    localStorage.setItem(memoryKey(), JSON.stringify(state));
    return true;
  } catch {
    return false;
  }
}

export function forget(): void {
  try {
    localStorage.removeItem(memoryKey());
  } catch {
    // What cannot be reached holds nothing of ours.
  }
}
