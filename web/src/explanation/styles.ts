// The look of an explanation.
import { css } from 'lit';

export const explanationLayout = css`
  .explanation {
    border-inline-start: 3px solid var(--act);
    padding: var(--s2) 0 var(--s2) var(--s4);
    margin: var(--s3) 0;
    font-size: var(--text);
    overflow-wrap: anywhere;
  }
  .explanation h3 {
    font: 600 var(--text) / 1.4 var(--sans);
  }
  .explanation .top {
    display: flex;
    justify-content: space-between;
    gap: var(--s4);
    align-items: baseline;
  }
  .explanation .top .link {
    flex: none;
  }
  .formula {
    font-family: var(--serif);
    font-size: calc(1.0625 * var(--unit));
    margin-top: var(--s1);
    overflow-wrap: anywhere;
  }
  .explanation li {
    padding: var(--s1) 0;
  }
  .explanation li li {
    padding-inline-start: var(--s3);
  }
  .explanation ul ul {
    border-inline-start: 1px solid var(--line);
    margin-inline-start: 3px;
  }
  .operand {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
    align-items: baseline;
  }
  .operand > span:first-child {
    padding-inline-start: 14px;
  }
  .most {
    margin: var(--s2) 0;
  }
  .ways-on {
    display: inline-flex;
    gap: var(--s3);
  }
  .marking {
    max-width: calc(28 * var(--unit));
    padding: var(--s1) 0 var(--s2) 14px;
  }
  @container (max-width: 40em) {
    .operand {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, auto);
    }
    .operand > .note,
    .ways-on {
      grid-column: 1 / -1;
      padding-inline-start: 14px;
    }
  }
`;
