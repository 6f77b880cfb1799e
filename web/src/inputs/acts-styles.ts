// The look of what is done with a channel or an example as a whole.
import { css } from 'lit';

export const actsLayout = css`
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s4);
    margin-top: var(--s2);
  }
  .onward {
    font-weight: 600;
  }
  @container (min-width: 40.01em) {
    .onward {
      display: none;
    }
  }
  /* The mark is not alone on a line. */
  .details summary b {
    text-wrap: balance;
  }
  [data-resets] {
    margin-inline-end: var(--s3);
  }
`;
