// The look of the head, the stage and what is announced.
import { css } from 'lit';

export const calculatorLayout = css`
  .skip:focus {
    position: static;
    width: auto;
    height: auto;
    clip-path: none;
    margin: var(--s2) var(--s4);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s1) clamp(var(--s2), 3cqi, var(--s4));
    align-items: baseline;
    padding: var(--s3) var(--s4);
    border-bottom: 1px solid var(--line);
  }
  header h1 {
    font: 600 calc(1.0625 * var(--unit))/1.3 var(--serif);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0 clamp(var(--s2), 3cqi, var(--s4));
    font-size: var(--note);
    align-items: baseline;
  }
  .actions .link {
    color: var(--soft);
  }
  .steps {
    display: flex;
    gap: var(--s1);
    align-items: baseline;
  }
  .steps .glyph {
    font-size: calc(1.25 * var(--unit));
    line-height: 1;
    min-width: 24px;
    text-align: center;
    color: var(--ink);
  }
  .languages {
    display: flex;
    gap: var(--s2);
    margin-inline-end: auto;
    font-size: var(--note);
  }
  .languages .link {
    color: var(--soft);
  }
  .languages [aria-pressed='true'] {
    color: var(--ink);
    font-weight: 600;
    cursor: default;
    text-decoration: none;
  }
  .notice {
    padding: var(--s2) var(--s4);
    border-block: 1px solid var(--line);
    color: var(--gain);
    font-size: var(--note);
    text-align: end;
    position: sticky;
    inset-block: 0;
    z-index: 3;
    background: var(--paper);
  }
  .notice.loss {
    color: var(--loss);
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s5);
    padding: var(--s4);
    width: 100%;
    max-width: calc(82 * var(--unit));
    margin: 0 auto;
  }
  .stage {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .stage > * {
    grid-area: 1 / 1;
  }
  .slim {
    position: sticky;
    top: 0;
    z-index: 2;
    align-self: start;
  }
  .slim > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s4);
    align-items: baseline;
    white-space: nowrap;
    background: var(--paper);
    border-bottom: 1px solid var(--line);
    padding: var(--s2) var(--s4);
    font-size: var(--note);
    visibility: hidden;
  }
  .slim.shown > div {
    visibility: visible;
  }
  /* What has the focus stands clear of the slim bar above and the offer below, which may take two lines each. */
  :is(button, input, select, textarea, summary, a, output, [tabindex]) {
    scroll-margin-block: calc(5 * var(--unit));
  }
  .slim b {
    font: 400 calc(1.125 * var(--unit))/1.3 var(--serif);
  }
  @container (min-width: 56em) {
    header,
    .notice,
    .slim > div {
      padding-inline: clamp(var(--unit), 4cqi, calc(3 * var(--unit)));
    }
    main {
      grid-template-columns: minmax(calc(22 * var(--unit)), calc(26 * var(--unit))) minmax(0, 1fr);
      grid-template-rows: auto 1fr;
      grid-template-areas: 'inputs verdict' 'inputs results';
      gap: var(--s6) clamp(calc(2 * var(--unit)), 5cqi, calc(4.5 * var(--unit)));
      padding: var(--s6) clamp(var(--unit), 4cqi, calc(3 * var(--unit)));
    }
  }
  @container (max-width: 40em) {
  }
`;
