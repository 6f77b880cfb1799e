// The page as a file: a plan in its data block, and a report for readers without script.
import type { Saved } from '../model/saved';

const kState = /(<script type="application\/json" id="roi-state">)[^<]*(<\/script>)/;
const kReport = /(<noscript id="roi-report">)[\s\S]*?(<\/noscript>)/;

/** A page's text with another plan and report; the report's markup is trusted to hold no script. */
export function pageWith(page: string, state: Saved, report: string): string {
  if (!kState.test(page) || !kReport.test(page)) throw new Error('the page has no data block');
  // No text of the plan can end the block or the script.
  const json = JSON.stringify(state).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028');
  const put = (text: string) => (_: string, open: string, close: string) =>
    `${open}${text}${close}`;
  return page.replace(kReport, put(report)).replace(kState, put(json));
}
