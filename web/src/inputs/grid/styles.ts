// The look of the grid: thin rules, no boxes; the answer stays beside it where there is room.
import { css } from 'lit';

export const gridLayout = css`
  .inputs h2:has([data-opens='grid']) {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: var(--s3);
  }
  .inputs h2 [data-opens='grid'] {
    flex: none;
    padding: 0;
    font-weight: 400;
  }
  @container (max-width: 55.99em) {
    .inputs h2 [data-opens='grid'] {
      display: none;
    }
    main.wide h2 [data-opens='grid'] {
      display: inline;
    }
  }
  .ledger {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-variant-numeric: tabular-nums;
  }
  .ledger :is(th, td) {
    padding: 0 6px;
    height: 40px;
    vertical-align: middle;
    text-align: end;
    font-weight: 400;
    border-bottom: 1px solid var(--line);
    white-space: nowrap;
  }
  /* Two plans of a channel stand together. */
  .ledger tr:has(+ .beside) :is(th, td) {
    border-bottom: 0;
  }
  .ledger .beside :is(th, td) {
    border-bottom-color: var(--edge);
  }
  .ledger thead th {
    vertical-align: bottom;
    padding-block: var(--s1);
    font-size: var(--small);
    line-height: 1.25;
    color: var(--soft);
    white-space: normal;
    hyphens: auto;
  }
  .ledger .cell > .box {
    min-width: calc(3.5 * var(--unit));
  }
  .ledger :is(th, td):first-child {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    padding-inline-start: 0;
    text-align: start;
    background: var(--paper);
  }
  .ledger tr.all th {
    vertical-align: middle;
  }
  .ledger tr.all > :first-child,
  .ledger tr.beside > :first-child {
    font-size: var(--note);
    color: var(--soft);
    padding-inline-start: 24px;
  }
  .ledger td.cell {
    padding: 0;
  }
  .ledger td.cell:has(> .box) {
    background: var(--field);
  }
  .ledger .cell > .box {
    min-height: 39px;
    padding: 9px 6px 7px;
    border: 0;
    border-radius: 0;
    background: none;
    font-size: var(--text);
  }
  .ledger .cell > .box:focus-within {
    outline-offset: -2px;
  }
  .ledger .cell > .box.wrong {
    box-shadow: inset 0 -2px var(--loss);
  }
  .ledger .cell > .box.range::before {
    content: '±';
    color: var(--act);
  }
  .ledger .readonly {
    min-height: 39px;
    padding: 8px 6px;
    border: 0;
    font-size: var(--text);
  }
  .ledger :is(td, tfoot th) {
    font-size: var(--text);
  }
  .ledger td + td {
    border-inline-start: 1px solid var(--line);
  }
  .ledger tfoot :is(th, td) {
    font-weight: 600;
    border-bottom: 0;
  }
  .ledger tbody tr:last-child :is(th, td) {
    border-bottom-color: var(--edge);
  }
  .ledger .cell.picked,
  .ledger .cell.picked:has(> .box) {
    background: color-mix(in srgb, var(--act) 14%, var(--paper));
  }
  .ledger .unlike {
    font-weight: 600;
  }
  .ledger input {
    text-overflow: ellipsis;
  }
  .ledger input::placeholder {
    color: var(--soft);
    opacity: 1;
  }
  .ledger .named input::placeholder {
    color: var(--ink);
  }
  /* The heads, and the names, stay in sight, and never lie over the cell that is typed into. */
  .on-grid .scroll {
    display: grid;
    background: none;
    max-height: 80vh;
    overflow: auto;
    scroll-padding: calc(6 * var(--unit)) 0 calc(3 * var(--unit)) calc(9 * var(--unit));
  }
  .ledger thead tr:first-child th {
    position: sticky;
    top: 0;
    z-index: 1;
    background: var(--paper);
  }
  .ledger thead tr:first-child :is(th:first-child, th:last-child) {
    z-index: 3;
  }
  /* A shadow at the edge beyond which there is more. It lies under the last column: once that is there, none
   * is seen. */
  .on-grid .scroll > .ledger,
  .on-grid .scroll::after {
    grid-area: 1 / 1;
  }
  .on-grid .scroll::after {
    content: '';
    position: sticky;
    inset-inline-end: 0;
    z-index: 1;
    justify-self: end;
    width: var(--s5);
    background: linear-gradient(to left, color-mix(in srgb, var(--edge) 45%, transparent), transparent);
    pointer-events: none;
  }
  .ledger td:last-child:not(:first-child) {
    position: relative;
    z-index: 2;
    background: var(--paper);
  }
  .on-grid > .note select {
    display: inline;
  }
  .ledger .said td {
    height: auto;
    text-align: start;
    white-space: normal;
  }
  .ledger .said .details {
    max-width: calc(36 * var(--unit));
  }
  .named {
    display: flex;
    align-items: center;
  }
  .named .opener {
    flex: none;
    width: 24px;
    min-height: 32px;
    padding: 0;
  }
  .named input.text {
    width: calc(6.5 * var(--unit));
    min-height: 39px;
    padding: 8px 4px;
    border: 0;
    background: none;
  }
  .named input.text:focus {
    background: var(--field);
    outline-offset: -2px;
  }
  .about-cell {
    min-height: calc(3.5 * var(--unit));
    padding: var(--s2) 0;
    font-size: var(--note);
    max-width: calc(46 * var(--unit));
  }
  .about-cell > p {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s4);
    align-items: center;
  }
  .about-cell .spread {
    opacity: 1;
    margin: 0;
  }
  .grid-acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s4);
    align-items: baseline;
  }
  .grid-acts > * {
    margin: 0;
  }
  .grid-acts > :not(button, select) {
    flex-basis: 100%;
  }
  @container (min-width: 56em) {
    main.wide {
      max-width: calc(110 * var(--unit));
      grid-template-columns: minmax(0, 1fr);
      grid-template-areas: 'verdict' 'inputs' 'results';
      grid-template-rows: none;
    }
  }
  @container (min-width: 74em) {
    main.wide {
      grid-template-columns: minmax(0, 1fr) calc(19 * var(--unit));
      grid-template-areas: 'inputs verdict' 'results results';
    }
    /* Many columns need the whole width. */
    main.wide:has(.ledger thead th:nth-child(12)) {
      grid-template-columns: minmax(0, 1fr);
      grid-template-areas: 'verdict' 'inputs' 'results';
    }
    main.wide:not(:has(.ledger thead th:nth-child(12))) .sentence {
      font-size: calc(1.625 * var(--unit));
    }
    main.wide:not(:has(.ledger thead th:nth-child(12))) > .verdict {
      position: sticky;
      top: var(--s4);
      align-self: start;
    }
    main.wide > .inputs {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--s5) calc(3 * var(--unit));
    }
    main.wide > .inputs > * {
      margin: 0;
    }
    main.wide > .inputs > :is(.preset, .offer, :has(.on-grid)) {
      grid-column: 1 / -1;
    }
  }
`;
