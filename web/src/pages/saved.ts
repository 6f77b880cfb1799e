// The state a page carries: a part of its head, read at start and rewritten on saving.
import type { Saved } from '../persistence/saved';

/** The state in the page's head, if it holds one. */
export function readState(): Saved | undefined {
  const text = document.querySelector<HTMLMetaElement>('meta[name="roi-state"]')?.content;
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
