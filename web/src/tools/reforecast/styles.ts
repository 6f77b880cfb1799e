import { css } from 'lit';

export const sinceLayout = css`
  .counted .place {
    margin-top: var(--s2);
  }
  .counted .placed {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: var(--s3);
    overflow-wrap: anywhere;
  }
  .counted .placed .link {
    font-size: var(--note);
  }
  .counted .also {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s2) var(--s4);
    margin-top: var(--s3);
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
  .budgets .what {
    display: none;
  }
  @container (max-width: 40em) {
    .budgets thead {
      display: none;
    }
    .budgets :is(table, tbody, tr, th) {
      display: block;
    }
    .budgets tbody th {
      font-weight: 600;
      border: 0;
      padding-bottom: 0;
    }
    .budgets tr {
      border-bottom: 1px solid var(--line);
      padding-bottom: var(--s1);
    }
    .budgets tr:last-child {
      border: 0;
    }
    .budgets table.plain td {
      display: flex;
      justify-content: space-between;
      gap: var(--s3);
      border: 0;
      padding: 2px 0;
    }
    .budgets .what {
      display: inline;
      color: var(--soft);
    }
  }
  @media print {
    .counted,
    .supposing {
      display: none;
    }
  }
`;
