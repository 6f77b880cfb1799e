// The look of the verdict, the channels and all figures.
import { css } from 'lit';

export const answerLayout = css`
  .sentence {
    font: 400 clamp(calc(1.5 * var(--unit)), calc(1.1 * var(--unit)) + 1.4cqi, calc(2.125 * var(--unit))) / 1.24 var(--serif);
    letter-spacing: -0.015em;
    text-wrap: pretty;
  }
  .sentence em {
    font-style: normal;
  }
  .sentence [data-metric] {
    font-weight: 600;
  }
  .claim {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s2);
    align-items: baseline;
    font-size: var(--text);
    text-wrap: pretty;
  }
  .claim .link {
    font-size: var(--note);
  }
  /* Where text is large, what follows the picture takes more than the gap below it. While it grows, browsers
   * hold on to the figure that is typed instead (calculator/steady.ts). */
  .verdict {
    position: relative;
    overflow-anchor: none;
    margin-bottom: max(0px, 1.5 * (var(--unit) - 16px));
  }
  .verdict > * + * {
    margin-top: var(--s3);
  }
  /* Painted each by itself: while the picture glides, long tables are not painted again. */
  .verdict,
  .results > * {
    isolation: isolate;
  }
  .results h2 {
    font: 600 var(--small) / 1.4 var(--sans);
    color: var(--soft);
  }
  .results summary b {
    font: 400 var(--lead) / 1.3 var(--serif);
    color: var(--ink);
  }
  .results > * + * {
    margin-top: var(--s5);
  }
  .comparison tbody th {
    max-width: calc(12 * var(--unit));
  }
  .comparison.long :is(td, .fig) {
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .comparison thead th {
    hyphens: auto;
  }
  /* What is explained below a row widens no column. */
  .comparison .explanation {
    contain: inline-size;
  }
  /* More bars than the eye follows would only keep the next key waiting. */
  .comparison tbody:has(> :nth-child(13)) rect {
    transition: none;
  }
  /* Nor is a long table drawn while it is out of sight. */
  .block:has(> .comparison > tbody > :nth-child(13)) {
    content-visibility: auto;
    contain-intrinsic-size: auto 1000px;
    margin-inline: -4px;
    padding-inline: 4px;
  }
  .comparison .mini {
    width: 20%;
  }
  .comparison .ends {
    height: 1.4em;
    font-size: calc(0.75 * var(--unit));
  }
  .comparison .ends text {
    font-size: 1em;
  }
  .comparison tfoot > :first-child > * {
    font-weight: 600;
  }
  .comparison tfoot th {
    font-size: var(--text);
    color: var(--ink);
    text-align: start;
    vertical-align: middle;
  }
  @container (min-width: 40.01em) {
    .comparison :is(th, td):not(:first-child) {
      padding-inline: 6px;
    }
    .comparison :is(th, td):last-child {
      padding-inline-end: 0;
    }
    .comparison tfoot > :first-child > * {
      border-top: 1px solid var(--edge);
    }
  }
  @container (max-width: 46em), (min-width: 56em) and (max-width: 74em) {
    .comparison :is(.headroom, .cost) {
      display: none;
    }
  }
  .opened td {
    padding: 0;
    text-align: start;
    white-space: normal;
  }
  @container (min-width: 56em) {
    .verdict {
      grid-area: verdict;
    }
    .results {
      grid-area: results;
    }
  }
  @container (max-width: 40em) {
    .comparison,
    .comparison :is(thead, tbody, tfoot) {
      display: block;
    }
    .comparison thead .mini {
      grid-row: 3;
      grid-column: 1 / -1;
      width: auto;
    }
    .comparison .fullCostCpl {
      grid-row: 3;
      text-align: start;
    }
    .comparison .breakEvenCpl {
      grid-row: 3;
      grid-column: 2 / -1;
    }
    .comparison thead :is(.fullCostCpl, .breakEvenCpl) {
      grid-row: 2;
    }
    .comparison tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) repeat(2, minmax(min(5.5 * var(--unit), 26cqi), auto));
      gap: 0 var(--s3);
      align-items: baseline;
      border-bottom: 1px solid var(--line);
      padding: var(--s2) 0;
    }
    .comparison :is(thead, tbody, tfoot) tr > :is(th, td) {
      border: 0;
      padding: 2px 0;
    }
    .comparison tfoot tr {
      border-top: 1px solid var(--edge);
    }
    .comparison td.mini {
      grid-row: 2;
      grid-column: 1 / -1;
      width: auto;
      padding: 6px 0;
    }
    .comparison .opened,
    .comparison .opened td {
      display: block;
    }
  }
`;
