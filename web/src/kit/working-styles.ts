// The look of choices, tables and sums within what unfolds.
import { css } from 'lit';

export const workingLayout = css`
  .old {
    visibility: hidden;
  }
  .choose {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--s1) var(--s2);
    font-size: var(--note);
    color: var(--soft);
  }
  .choose,
  .choose select {
    min-width: 0;
    max-width: 100%;
  }
  .choose select {
    width: auto;
    min-height: 32px;
    padding: 4px 8px;
    color: var(--ink);
  }
  .choose .box {
    min-width: calc(9 * var(--unit));
    max-width: 100%;
    min-height: 32px;
    padding: 4px 8px;
    color: var(--ink);
  }
  .check {
    display: block;
    font-size: var(--note);
  }
  .plain th:first-child {
    text-align: start;
  }
  .plain tbody th {
    font-weight: 400;
    min-width: calc(8 * var(--unit));
  }
  .plain tbody tr:last-child > * {
    border-bottom: 0;
  }
  .inner,
  .inner:last-of-type {
    border: 0;
  }
  .inner > summary {
    padding: var(--s1) 0;
  }
  .results .inner > summary b {
    font: 400 var(--note) / 1.4 var(--sans);
    color: var(--act);
  }
  .sums {
    margin: var(--s3) 0;
  }
  .sums > div {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 var(--s4);
    padding: var(--s2) 0;
    border-top: 1px solid var(--line);
  }
  .sums dd {
    display: flex;
    flex-direction: column;
    align-items: flex-end;
    max-width: 100%;
    margin: 0 0 0 auto;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .sums small {
    color: var(--soft);
  }
  @container (max-width: 40em) {
    .plain,
    .plain tbody th {
      font-size: var(--note);
    }
    .plain th:not(:first-child, :last-child),
    .plain td:not(:first-child, :last-child) {
      padding-inline: var(--s1);
    }
    .plain tbody th {
      min-width: calc(6.5 * var(--unit));
    }
  }
  @container (max-width: 26.25em) {
    table.plain {
      font-size: var(--note);
    }
    table.plain :is(td, th) {
      padding-inline: var(--s1);
      white-space: normal;
    }
    table.plain :is(td, th):first-child {
      padding-inline-start: 0;
    }
    table.plain :is(td, th):last-child {
      padding-inline-end: 0;
    }
  }
`;
