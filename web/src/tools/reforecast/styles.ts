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
  .supposing {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s1) var(--s2);
    margin-top: var(--s3);
  }
  .supposing input[type='number'] {
    width: calc(6 * var(--unit));
    font: inherit;
  }
  .supposing p {
    flex: 1 0 100%;
    margin: 0;
  }
  @media print {
    .counted,
    .supposing {
      display: none;
    }
  }
`;
