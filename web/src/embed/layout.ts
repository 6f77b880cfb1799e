// The look of what only a calculator in someone else's page has.
import { css } from 'lit';

export const embedLayout = css`
  .reserve {
    min-height: var(--roi-reserve, 100vh);
  }
  .reserve.compact {
    min-height: calc(56 * var(--unit) + var(--rows, 3) * 56px);
  }
  @container (min-width: 30em) {
    .reserve.compact {
      min-height: calc(50 * var(--unit) + var(--rows, 3) * 50px);
    }
  }
  .brief {
    max-width: calc(46 * var(--unit));
    margin: 0 auto;
    padding: var(--s5) var(--s4);
  }
  .brief > * + * {
    margin-top: var(--s5);
  }
  .brief > .link {
    margin-top: var(--s3);
  }
  .brief > .whose {
    padding-inline: 0;
  }
  .brief > .whose + * {
    margin-top: var(--s4);
  }
  .brief .inputs details {
    display: none;
  }
  ::slotted([slot]) {
    max-width: calc(46 * var(--unit));
    margin-inline: auto;
    padding-inline: var(--s4);
  }
  iframe {
    display: block;
    width: 100%;
    border: 0;
  }
  .waiting {
    position: absolute;
    height: 1px;
    opacity: 0;
  }
`;
