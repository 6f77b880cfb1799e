import { css } from 'lit';

export const sinceLayout = css`
  .counted fieldset {
    min-width: 0;
    margin: var(--s2) 0 0;
    padding: 0;
    border: 0;
  }
  .counted legend {
    padding: 0;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .came > * + * {
    margin-top: var(--s3);
  }
  .content > .supposing {
    margin-top: var(--s3);
  }
  .supposing .ask {
    align-items: center;
    margin-top: var(--s1);
  }
  .supposing .choose {
    align-items: center;
    flex-wrap: nowrap;
  }
  .supposing .text {
    width: auto;
    min-height: 32px;
    padding: 4px 8px;
  }
  @media print {
    .counted,
    .supposing {
      display: none;
    }
  }
`;
