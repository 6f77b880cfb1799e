// The look of holdout tests.
import { css } from 'lit';

export const holdoutLayout = css`
  .regions label {
    display: flex;
    align-items: center;
    gap: var(--s1);
    min-height: 24px;
  }
`;
