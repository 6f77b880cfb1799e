import { css } from 'lit';

export const sinceLayout = css`
  .counted fieldset {
    margin: var(--s2) 0 0;
    padding: 0;
    border: 0;
  }
  .counted legend {
    padding: 0;
    font-weight: 600;
  }
  .came > * + * {
    margin-top: var(--s3);
  }
  .supposing {
    margin-top: var(--s3);
  }
  .supposing p {
    margin: 0;
  }
  @media print {
    .counted,
    .supposing {
      display: none;
    }
  }
`;
