// The look of what only a tool that stands alone has.
import { css } from 'lit';

export const aloneLayout = css`
  .alone {
    max-width: calc(64 * var(--unit));
    margin-inline: auto;
    padding: var(--s4);
  }
  .alone h2 {
    font: 600 calc(1.0625 * var(--unit)) / 1.3 var(--serif);
  }
  .alone > p {
    margin-top: var(--s3);
    font-size: var(--note);
  }
  ::slotted([slot]) {
    max-width: calc(64 * var(--unit));
    margin-inline: auto;
    padding-inline: var(--s4);
  }
`;
