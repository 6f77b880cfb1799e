/** A page that moves without a rest never has nothing better to do. */
const kLongestWait = 2000;

/** As soon as the browser has nothing better to do. */
export function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act, { timeout: kLongestWait });
  else setTimeout(act, 0);
}
