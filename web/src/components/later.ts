// What the first answer can do without is a chunk of its own, asked for when the page is idle or
// something of it is opened.

export type Rest = typeof import('./rest');

let loaded: Rest | undefined;
let failed = false;

/** The rest of the page, once it is there. */
export const later = (): Rest | undefined => loaded;

/** Whether it could not be fetched; opening something of it tries again. */
export const isMissing = (): boolean => failed;

export async function loadRest(): Promise<void> {
  try {
    loaded ??= await import('./rest');
    failed = false;
  } catch {
    failed = true;
  }
}
