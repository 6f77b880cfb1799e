// The look of fields, figures, tables and what unfolds.
import { css } from 'lit';

export const kitLayout = css`
  .field {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s1) var(--s3);
    padding: var(--s1) 0;
  }
  /* A word is cut only where it alone is wider than the place. */
  .field > label {
    max-width: 100%;
  }
  .field > label {
    flex: 1 1 calc(6 * var(--unit));
  }
  .field > .wide,
  .field > .ends {
    flex-basis: 100%;
  }
  /* As wide as its number; the label goes above where both do not fit. */
  .entry {
    min-width: min(calc(9.5 * var(--unit)), 100%);
    max-width: 100%;
    margin-inline-start: auto;
  }
  .field.choice {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
  }
  .field label {
    font-size: var(--text);
    line-height: 1.35;
    overflow-wrap: break-word;
  }
  .field small {
    display: block;
    color: var(--soft);
    font-size: var(--small);
  }
  .box {
    display: flex;
    align-items: baseline;
    gap: 6px;
    min-height: 40px;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--field);
    padding: 7px 10px;
    font-size: calc(1.0625 * var(--unit));
  }
  .box:focus-within {
    outline: 2px solid var(--act);
    outline-offset: 1px;
  }
  .box:has(> .spread:focus) {
    outline: none;
  }
  /* An unseen copy of the text is as wide as the text, whatever the font. */
  .fit {
    flex: 1;
    min-width: 0;
    display: grid;
  }
  .fit::after {
    content: attr(data-text);
    visibility: hidden;
    overflow: hidden;
    height: 0;
    padding-inline-end: 2px;
    white-space: pre;
  }
  .fit > input,
  .fit::after {
    grid-area: 1 / 1;
  }
  .box input {
    min-width: 0;
    width: 100%;
    border: 0;
    padding: 0;
    background: none;
    text-align: end;
    outline: 0;
  }
  .box i {
    font-style: normal;
    color: var(--soft);
  }
  .box.range {
    border-style: dashed;
  }
  /* Turns a figure into a range. In a row it is seen in the box that is used, or is a range; where
     nothing can hover, in every field. */
  .spread {
    align-self: center;
    flex: none;
    width: 24px;
    height: 24px;
    margin: -4px 0 -4px -6px;
    padding: 0;
    border: 0;
    border-radius: calc(var(--radius) / 2);
    background: none;
    color: var(--act);
    font-size: calc(1.0625 * var(--unit));
    line-height: 1;
    opacity: 0;
    cursor: pointer;
  }
  .box:hover .spread,
  .box:focus-within .spread,
  .box.range .spread {
    opacity: 1;
  }
  .spread:hover {
    background: var(--line);
  }
  .spread:focus-visible {
    outline-offset: -2px;
  }
  .spread[aria-disabled='true'] {
    color: var(--soft);
    cursor: default;
  }
  .cell .box {
    position: relative;
    padding-inline-start: 18px;
  }
  .cell .spread {
    position: absolute;
    inset: calc(50% - 12px) auto auto -3px;
    margin: 0;
  }
  @media (hover: none) {
    .spread:not([aria-disabled='true']) {
      opacity: 1;
    }
    .cell .box:not(.range, :focus-within) .spread {
      opacity: 0;
      pointer-events: none;
    }
  }
  .ends {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s1) 6px;
    font-size: var(--small);
    color: var(--soft);
    padding-bottom: var(--s2);
  }
  .ends > span:first-child {
    flex: 1 1 calc(3.5 * var(--unit));
    line-height: 1.3;
  }
  .ends b {
    display: block;
    font-weight: 400;
    color: var(--ink);
  }
  .end {
    display: flex;
    align-items: center;
    gap: 6px;
    max-width: 100%;
  }
  .ends .box {
    min-width: calc(6 * var(--unit));
    padding-inline: 7px;
    color: var(--ink);
  }
  .ends label {
    font-size: inherit;
  }
  .ends small {
    flex-basis: 100%;
    font-size: inherit;
    text-align: end;
  }
  .box.wrong {
    border-color: var(--loss);
    box-shadow: inset 0 0 0 1px var(--loss);
  }
  .box.asked {
    border-color: var(--act);
  }
  .wrongly {
    grid-column: 1 / -1;
    color: var(--loss);
    font-size: var(--note);
  }
  input.text,
  textarea,
  select {
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--field);
    padding: 7px 10px;
    min-height: 40px;
    width: 100%;
  }
  /* WebKit counts the text that a select cuts off to the width of the page. */
  select {
    contain: paint;
  }
  textarea {
    min-height: calc(5 * var(--unit));
    resize: vertical;
  }
  .opener {
    position: relative;
    padding-inline-start: 14px;
    color: var(--ink);
  }
  .opener::before {
    content: '';
    position: absolute;
    inset: calc(var(--s1) + 0.75em - 5px) auto auto 0;
    width: 6px;
    height: 6px;
    border: solid var(--act);
    border-width: 0 2px 2px 0;
    transform: rotate(-45deg);
  }
  .opener[aria-expanded='true']::before {
    transform: rotate(45deg);
  }
  details {
    border-top: 1px solid var(--line);
  }
  details:last-of-type {
    border-bottom: 1px solid var(--line);
  }
  details + details {
    margin-top: 0 !important;
  }
  summary {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--s4);
    padding: var(--s3) 0;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary b {
    font: 400 var(--text) / 1.4 var(--sans);
    color: var(--act);
  }
  summary b::after {
    content: '';
    display: inline-block;
    width: 6px;
    height: 6px;
    margin-inline-start: 8px;
    border: solid var(--act);
    border-width: 0 2px 2px 0;
    transform: translateY(-3px) rotate(45deg);
  }
  details[open] > summary b::after {
    transform: rotate(-135deg);
  }
  summary span {
    max-width: 100%;
    color: var(--soft);
    font-size: var(--note);
  }
  /* What is open says its answer itself. */
  details[open] > summary span {
    display: none;
  }
  .content {
    padding-bottom: var(--s4);
  }
  .numbers {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s4);
    align-items: flex-start;
  }
  .numbers > div {
    flex: 1 1 calc(6.5 * var(--unit));
    max-width: 100%;
  }
  .numbers + .note {
    margin-top: var(--s4);
  }
  .numbers dt {
    font-size: var(--note);
    color: var(--soft);
  }
  .numbers .big {
    flex-basis: 100%;
  }
  .numbers .wider {
    flex: 1.6 1 calc(10 * var(--unit));
  }
  .fig {
    max-width: 100%;
    background: none;
    border: 0;
    border-bottom: 1px dotted var(--edge);
    padding: 0;
    min-height: 24px;
    font: inherit;
    cursor: pointer;
    text-align: inherit;
    white-space: nowrap;
  }
  .fig:hover,
  .fig[aria-expanded='true'] {
    border-bottom-color: currentcolor;
  }
  .numbers .fig {
    font: 400 var(--figure) / 1.25 var(--serif);
    white-space: normal;
  }
  .numbers .big:not(.long) .fig {
    font-size: clamp(calc(2.75 * var(--unit)), calc(2 * var(--unit)) + 3cqi, calc(3.125 * var(--unit)));
    line-height: 1.05;
    letter-spacing: -0.02em;
  }
  .numbers .long:not(.big) .fig {
    font-size: var(--lead);
  }
  .numbers small {
    display: block;
    font-size: var(--small);
    color: var(--soft);
    white-space: normal;
  }
  .block > * + * {
    margin-top: var(--s3);
  }
  table {
    border-collapse: collapse;
    width: 100%;
    font-size: var(--text);
  }
  caption {
    text-align: start;
  }
  th {
    font-weight: 400;
    font-size: var(--small);
    color: var(--soft);
    text-align: end;
    padding: var(--s2);
    border-bottom: 1px solid var(--line);
    vertical-align: bottom;
  }
  th[aria-sort='ascending'] button::after {
    content: ' ↑';
  }
  th[aria-sort='descending'] button::after {
    content: ' ↓';
  }
  td {
    padding: 9px var(--s2);
    text-align: end;
    border-bottom: 1px solid var(--line);
    white-space: nowrap;
  }
  tbody th {
    font-size: var(--text);
    font-weight: 600;
    color: var(--ink);
    text-align: start;
    vertical-align: middle;
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 0;
    text-align: start;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }
  .why {
    display: block;
    font-size: var(--small);
    color: var(--soft);
    white-space: normal;
  }
  /* A shadow at an edge beyond which there is more: what covers it moves with the table. */
  .scroll {
    --shade: color-mix(in srgb, var(--edge) 30%, transparent);
    overflow-x: auto;
    overflow-wrap: normal;
    background:
      linear-gradient(to right, var(--paper) 50%, transparent) left / calc(2 * var(--s5)) 100% local,
      linear-gradient(to left, var(--paper) 50%, transparent) right / calc(2 * var(--s5)) 100% local,
      linear-gradient(to right, var(--shade), transparent) left / var(--s5) 100%,
      linear-gradient(to left, var(--shade), transparent) right / var(--s5) 100%;
    background-repeat: no-repeat;
  }
  .scroll tbody th {
    max-width: calc(12 * var(--unit));
    overflow-wrap: break-word;
  }
  .numbers .value {
    font: 400 var(--figure) / 1.25 var(--serif);
  }
  .block h3 {
    font: 600 var(--small) / 1.4 var(--sans);
    color: var(--soft);
  }
  .block > * + h3 {
    margin-top: var(--s5);
  }
  .block > p {
    max-width: calc(42 * var(--unit));
  }
  @container (min-width: 56em) {
    .numbers .big {
      flex: 1.7 1 calc(13 * var(--unit));
    }
    /* All stand on the line of the largest. */
    .numbers .big ~ div dd::before {
      content: '\\200b';
      font: 400 calc(3.125 * var(--unit)) / 1.05 var(--serif);
    }
    .numbers .big ~ div :is(dt, .fig) {
      white-space: nowrap;
    }
  }
  @container (max-width: 26.25em) {
    .field.choice {
      grid-template-columns: minmax(0, 1fr);
    }
    .ends > span:first-child {
      flex-basis: 100%;
    }
    .ends b {
      display: inline;
      margin-inline-end: var(--s2);
    }
    .end,
    .ends .box {
      flex: 1 1 auto;
    }
  }
`;
