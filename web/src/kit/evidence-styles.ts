// The look of what turns something measured into figures.
import { css } from 'lit';

export const evidenceLook = css`
  .evidence {
    margin-top: var(--s2);
    max-width: calc(64 * var(--unit));
  }
  .evidence > * > * + *,
  .evidence :is(table, fieldset) + * {
    margin-top: var(--s3);
  }
  .evidence :is(p, label, legend, summary, .link) {
    font-size: var(--note);
  }
  .evidence :is(h3, h4) {
    font: 600 var(--note) / 1.4 var(--sans);
  }
  .evidence h4 {
    margin: 0;
  }
  .evidence section > h3 {
    margin: var(--s2) 0;
  }
  .evidence details[open] > summary {
    margin-bottom: var(--s1);
  }
  .evidence fieldset {
    margin: var(--s2) 0 0;
    padding: 0;
    border: 0;
  }
  .evidence legend {
    padding: 0;
    color: var(--soft);
  }
  .evidence .tallies {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, calc(19 * var(--unit))), 1fr));
    gap: 0 var(--s4);
  }
  .evidence .tallies > .choose {
    padding: var(--s1) 0;
  }
`;
