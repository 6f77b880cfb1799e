// The state a page carries: a data block of the HTML, read at start and rewritten on saving.
import type { Saved } from '../model/saved';

/** The state in the page's data block, if it holds one. */
export function readState(): Saved | undefined {
  const text = document.getElementById('roi-state')?.textContent?.trim();
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
