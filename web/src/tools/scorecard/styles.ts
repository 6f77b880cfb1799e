// The look of the scorecard.
import { css } from 'lit';

export const scorecardLayout = css`
  .scorecard {
    margin-top: var(--s2);
    max-width: calc(64 * var(--unit));
  }
  .scorecard > * + * {
    margin-top: var(--s3);
  }
  .scorecard :is(p, label, legend, summary) {
    font-size: var(--note);
  }
  .scorecard :is(h3, h4) {
    font: 600 var(--note) / 1.4 var(--sans);
  }
  .scorecard details[open] > summary {
    margin-bottom: var(--s1);
  }
  .scorecard :is(table, fieldset) + * {
    margin-top: var(--s3);
  }
  .scorecard section > h3 {
    margin: var(--s2) 0;
  }
  .scorecard h4 {
    margin: 0;
  }
  .scorecard .link {
    font-size: var(--note);
  }
  .scorecard fieldset {
    margin: var(--s2) 0 0;
    padding: 0;
    border: 0;
  }
  .scorecard legend {
    padding: 0;
    color: var(--soft);
  }
  .picks {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s1) var(--s4);
  }
  .picks input {
    width: 18px;
    height: 18px;
    margin: 0 var(--s1) 0 0;
    accent-color: var(--act);
  }
  .picks label {
    display: flex;
    align-items: center;
    min-height: 24px;
  }
  .tallies {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, calc(19 * var(--unit))), 1fr));
    gap: 0 var(--s4);
  }
  .kpi {
    border-top: 1px solid var(--line);
    padding-top: var(--s2);
  }
  .kpi-head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--s3);
  }
  .kpi p {
    color: var(--soft);
  }
  .kpi-head .soft {
    font-weight: 400;
    font-size: var(--note);
  }
  .kpi .chain {
    color: inherit;
  }
`;
