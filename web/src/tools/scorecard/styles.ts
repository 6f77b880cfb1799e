// The look of the scorecard.
import { css } from 'lit';

export const scorecardLayout = css`
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
