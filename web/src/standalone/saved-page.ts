// The page as a file: a plan in its head, and a report for readers without script.
import type { Saved } from '../persistence/saved';

/** No script element, whose text nobody may change where Trusted Types are enforced. */
const kState = /(<meta name="roi-state" content=")[^"]*(">)/;
const kReport = /(<noscript id="roi-report">)[\s\S]*?(<\/noscript>)/;

const textOf = (state: Saved): string =>
  JSON.stringify(state).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028');

const attributeOf = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** A page's text with another plan and report; the report's markup is trusted to hold no script. */
export function pageWith(page: string, state: Saved, report: string): string {
  if (!kState.test(page) || !kReport.test(page))
    throw new Error('the page has no place for a plan');
  const put = (text: string) => (_: string, open: string, close: string) =>
    `${open}${text}${close}`;
  return page.replace(kReport, put(report)).replace(kState, put(attributeOf(textOf(state))));
}

/** The same in the page that is open, for the browser may save it by itself. What stands there for
 * readers without script is older than what the calculator holds. */
export function keepInPage(state: Saved): void {
  document.querySelector('meta[name="roi-state"]')?.setAttribute('content', textOf(state));
  document.getElementById('roi-report')?.replaceChildren();
}
