// The look of what only a calculator with a brief has.
import { css } from 'lit';

export const briefLayout = css`
  .locked output {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .cell output.readonly {
    display: block;
    cursor: default;
  }
  .own-benchmarks {
    font-size: var(--small);
    color: var(--soft);
  }
  .own-benchmarks li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
    align-items: baseline;
  }
  .own-benchmarks a {
    color: var(--act);
  }
  .said-if > p + p {
    margin-top: var(--s2);
  }
  .call-to-action {
    margin-top: var(--s4);
  }
  .call-to-action > :is(a, button) {
    display: inline-block;
    min-height: 44px;
    padding: 10px var(--s5);
    border: 0;
    border-radius: var(--radius);
    background: var(--act);
    color: var(--paper);
    font: 600 var(--text) / 24px var(--sans);
    text-decoration: none;
    cursor: pointer;
  }
  @media (forced-colors: active) {
    .call-to-action > :is(a, button) {
      border: 1px solid;
    }
  }
  @media print {
    .call-to-action {
      display: none;
    }
  }
`;
