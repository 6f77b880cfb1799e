// The state a page carries: a data block of the HTML, read at start and rewritten on saving.
import type { Saved } from '../model/saved';

const kBlock = 'roi-state';
const kPattern = new RegExp(`(<script type="application/json" id="${kBlock}">)[^<]*(</script>)`);

/** The state in the page's data block, if it holds one. */
export function readState(): Saved | undefined {
  const text = document.getElementById(kBlock)?.textContent?.trim();
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** A page's text with another state. No text of the state can end the block or the script. */
export function withState(page: string, state: Saved): string {
  if (!kPattern.test(page)) throw new Error('the page has no data block');
  const json = JSON.stringify(state).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028');
  return page.replace(kPattern, (_, open: string, close: string) => `${open}${json}${close}`);
}
