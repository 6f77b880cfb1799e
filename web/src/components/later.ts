// The contents of the analyses come after the first answer: a chunk of their own, asked for when
// the page is idle or a section is opened.

type Later = typeof import('./analyses');

let loaded: Later | undefined;
let failed = false;

/** The analyses, once they are there. */
export const later = (): Later | undefined => loaded;

/** Whether they could not be fetched; opening a section tries again. */
export const isMissing = (): boolean => failed;

export async function loadAnalyses(): Promise<void> {
  try {
    loaded ??= await import('./analyses');
    failed = false;
  } catch {
    failed = true;
  }
}
