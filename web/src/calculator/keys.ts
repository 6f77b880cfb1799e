// Undo and redo by their keys; and what a field asks stands behind it before the focus moves on.
import type { Host } from './host';

/** What a host put inside has keys and files of its own. */
export const isOwn = (host: Host, { target }: Event): boolean => target === host;

export function listenToKeys(host: Host, drawNow: () => void): void {
  host.addEventListener('keydown', (event) => {
    const { store } = host;
    if (!store || !isOwn(host, event)) return;
    if (event.key === 'Tab') {
      store.settle();
      drawNow();
    }
    const step = stepOf(event);
    if (!step) return;
    event.preventDefault();
    store[step]();
    catchFocus(host);
  });
}

function stepOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) {
  if (!(ctrlKey || metaKey) || altKey) return undefined;
  const letter = key.toLowerCase();
  if (letter === 'y' || (letter === 'z' && shiftKey)) return 'redo';
  return letter === 'z' ? 'undo' : undefined;
}

/** What had the focus may be gone with a step; the next key is still meant for us. */
async function catchFocus({ updateComplete, renderRoot }: Host): Promise<void> {
  await updateComplete;
  const root = renderRoot as ShadowRoot;
  if (!root.activeElement)
    root.querySelector<HTMLElement>('#answer')?.focus({ preventScroll: true });
}
