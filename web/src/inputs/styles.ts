// The look of what is typed.
import { css } from 'lit';

export const inputsLayout = css`
  .whose,
  .offer {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
    align-items: baseline;
    font-size: var(--small);
    color: var(--soft);
  }
  .whose {
    padding: var(--s1) var(--s4);
    border-bottom: 1px solid var(--line);
  }
  .offer {
    position: sticky;
    bottom: 0;
    z-index: 1;
    margin-top: var(--s3);
    padding: var(--s2) 0;
    background: var(--paper);
    border-top: 1px solid var(--line);
  }
  /* Painted each by itself: while the picture glides, long tables are not painted again. */
  .inputs {
    isolation: isolate;
  }
  .inputs h2 {
    font: 600 var(--small) / 1.4 var(--sans);
    color: var(--soft);
  }
  .inputs > * + * {
    margin-top: var(--s5);
  }
  .inputs h2 {
    margin-bottom: var(--s2);
  }
  .inputs .field + details,
  .inputs .note + details {
    margin-top: var(--s3);
  }
  .preset {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: baseline;
    gap: 0 var(--s2);
    font-size: var(--note);
    color: var(--soft);
    border-bottom: 1px solid var(--line);
    padding-bottom: var(--s3);
  }
  .preset p {
    grid-column: 1 / -1;
  }
  .preset p .link {
    display: inline;
    padding: 0;
  }
  .choosing {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s4);
    font-size: var(--note);
    color: var(--soft);
  }
  .choosing p {
    flex-basis: 100%;
  }
  .scenarios {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s5);
    align-items: baseline;
    padding: var(--s1) var(--s4);
    border-bottom: 1px solid var(--line);
    font-size: var(--note);
  }
  .scenarios .tabs,
  .scenarios .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s4);
  }
  .scenarios .tabs {
    margin-inline-end: auto;
  }
  .scenarios .tabs .link {
    padding-block: var(--s2);
    overflow-wrap: anywhere;
  }
  .scenarios [aria-current] {
    color: var(--ink);
    font-weight: 600;
    box-shadow: inset 0 -2px var(--act);
    cursor: default;
    text-decoration: none;
  }
  @media (forced-colors: active) {
    .scenarios [aria-current] {
      border-bottom: 2px solid Highlight;
    }
  }
  .scenarios .tools .link {
    color: var(--soft);
  }
  .scenarios > p,
  .scenarios .naming,
  .scenarios .choosing {
    flex-basis: 100%;
    padding-bottom: var(--s2);
  }
  .scenarios > p {
    padding-top: var(--s1);
    text-wrap: pretty;
  }
  .naming {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s5);
  }
  .naming .field {
    flex: 0 1 calc(22 * var(--unit));
  }
  /* A word is cut only where it alone is wider than the place. */
  .row > :first-child {
    max-width: 100%;
  }
  .preset select,
  .inline {
    border: 0;
    background: none;
    padding: 0;
    width: auto;
    min-height: 28px;
    max-width: 100%;
    justify-self: start;
    color: var(--act);
    cursor: pointer;
  }
  .inline {
    min-height: 24px;
  }
  /* A number that is too long for its row goes below the name, and below the other number. */
  .row,
  .pair {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 0 var(--s2);
    max-width: 100%;
  }
  .row {
    align-items: flex-start;
  }
  .row > :first-child {
    flex: 1 1 calc(3.25 * var(--unit));
  }
  .pair > * {
    min-width: calc(6.25 * var(--unit));
    max-width: 100%;
  }
  .pair > :first-child {
    min-width: calc(7.25 * var(--unit));
  }
  .channels-in:has(> :nth-child(16)) {
    content-visibility: auto;
    contain-intrinsic-size: auto 1000px;
    margin-inline: -4px;
    padding-inline: 4px;
  }
  .row.head {
    font-size: var(--small);
    color: var(--soft);
    hyphens: auto;
    padding-bottom: var(--s1);
  }
  .head .pair > span {
    width: 0;
    padding-inline-end: 10px;
    text-align: end;
  }
  .pair > .cell {
    padding: var(--s1) 0;
  }
  .row.margin {
    font-weight: 600;
    font-size: var(--text);
  }
  .margin > :first-child {
    padding: var(--s1) 0;
  }
  .margin small {
    display: block;
    font: 400 var(--small) / 1.3 var(--sans);
    color: var(--soft);
  }
  .pair > .sum {
    width: 0;
    padding-inline-end: 10px;
    text-align: end;
  }
  .channels-in .opener {
    margin-block: var(--s1);
    min-height: 40px;
    padding-block: 8px;
    font-size: var(--text);
  }
  .channels-in .opener::before {
    top: calc(8px + 0.75em - 4px);
  }
  .readonly {
    display: block;
    width: 100%;
    min-height: 40px;
    padding: 8px 10px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: none;
    text-align: end;
    font-size: calc(1.0625 * var(--unit));
    color: var(--soft);
    cursor: pointer;
  }
  .details {
    border-inline-start: 2px solid var(--line);
    padding: var(--s1) 0 var(--s3) var(--s3);
    margin: 0 0 var(--s3) 2px;
  }
  .details summary {
    padding: var(--s2) 0;
  }
  .line {
    padding-bottom: var(--s3);
  }
  @container (min-width: 56em) {
    .whose,
    .scenarios {
      padding-inline: clamp(var(--unit), 4cqi, calc(3 * var(--unit)));
    }
    .inputs {
      grid-area: inputs;
    }
  }
`;
