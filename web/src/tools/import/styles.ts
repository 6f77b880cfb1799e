// The look of bringing exports.
import { css } from 'lit';

export const importLayout = css`
  .ways-in {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s4);
  }
  .source {
    border-top: 1px solid var(--line);
    padding-top: var(--s3);
  }
  .source > * + * {
    margin-top: var(--s2);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s4);
  }
  .bringing select {
    width: auto;
    max-width: min(100%, calc(16 * var(--unit)));
    min-height: 32px;
    padding: 4px 6px;
    font-size: var(--small);
  }
  .bringing .choose input.text {
    width: calc(5 * var(--unit));
    min-height: 32px;
    padding: 4px 8px;
  }
  .bringing .plain :is(th, td) {
    vertical-align: baseline;
    padding-inline: var(--s1);
  }
  .bringing .plain tbody th {
    min-width: calc(7 * var(--unit));
    max-width: calc(16 * var(--unit));
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .which :is(th, td):nth-child(2),
  .bringing details td {
    text-align: start;
  }
  .bringing details td:last-child {
    min-width: calc(10 * var(--unit));
    white-space: normal;
  }
  .which small {
    display: block;
    color: var(--soft);
  }
  .bringing textarea {
    display: block;
    margin-top: var(--s1);
    font-size: var(--note);
    white-space: pre;
    tab-size: 12;
  }
`;
