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
  .handing {
    max-width: calc(46 * var(--unit));
    margin: var(--s2) auto;
    padding-inline: var(--s4);
    color: var(--soft);
    font-size: var(--small);
  }
  .hands {
    display: contents;
  }
  .hands .handing,
  .hands slot::slotted([slot]) {
    padding-inline: 0;
  }
  .hands slot::slotted([slot]) {
    margin-top: var(--s3);
  }
  .handing details {
    border: 0;
  }
  .handing summary {
    padding: var(--s1) 0;
  }
  .handing summary b {
    font-size: inherit;
  }
  .handing pre {
    font: inherit;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    max-height: 50vh;
    overflow: auto;
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
