// The look of tracking links.
import { css } from 'lit';

export const linksLayout = css`
  .links-in :is(th, td) {
    text-align: start;
    vertical-align: top;
    white-space: normal;
  }
  .links-in td {
    min-width: calc(8 * var(--unit));
  }
  .links-in code {
    display: block;
    min-width: calc(12 * var(--unit));
    font-size: var(--small);
    overflow-wrap: anywhere;
  }
  .links-in small {
    display: block;
    color: var(--soft);
    overflow-wrap: anywhere;
  }
  .links-in .link {
    margin-inline-end: var(--s2);
    min-height: 24px;
  }
  .links-in .qr {
    display: block;
    width: calc(8 * var(--unit));
    margin: var(--s2) 0;
  }
  /* On a phone each link is a block of its own: nothing of it lies beyond the edge. */
  @container (max-width: 40em) {
    .links-in thead {
      display: none;
    }
    .links-in :is(table, tbody, tr, th, td) {
      display: block;
    }
    .links-in tr {
      border-top: 1px solid var(--line);
      padding: var(--s2) 0;
    }
    .links-in tr > :is(th, td):nth-child(n) {
      border: 0;
      padding: var(--s1) 0;
    }
  }
`;
