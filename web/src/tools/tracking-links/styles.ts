// The look of tracking links.
import { css } from 'lit';

export const linksLayout = css`
  .links-in td {
    text-align: start;
    vertical-align: top;
    white-space: normal;
    min-width: calc(9 * var(--unit));
  }
  .links-in code {
    display: block;
    max-width: calc(22 * var(--unit));
    min-width: calc(12 * var(--unit));
    font-size: var(--small);
    overflow-wrap: anywhere;
  }
  .links-in small {
    display: block;
    color: var(--soft);
    overflow-wrap: anywhere;
  }
  .links-in .qr {
    display: block;
    width: calc(8 * var(--unit));
    margin: var(--s2) 0;
  }
`;
