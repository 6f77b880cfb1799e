// The look of what channels respond with.
import { css } from 'lit';

export const splitLayout = css`
  .responses {
    display: grid;
    grid-template-columns: minmax(0, 1fr) repeat(3, minmax(calc(5 * var(--unit)), auto));
    gap: var(--s1) var(--s2);
    align-items: center;
  }
  .responses .head {
    font-size: var(--small);
    color: var(--soft);
  }
  .holding {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s1) var(--s3);
    min-width: 0;
    border: 0;
    padding: 0;
    margin: var(--s2) 0;
  }
  .holding label {
    min-width: 0;
    min-height: 24px;
    overflow-wrap: anywhere;
  }
  .responses .wide {
    grid-column: 1 / -1;
  }
  .responses b {
    font-weight: 400;
    font-size: var(--text);
  }
  @container (max-width: 40em) {
    .responses {
      display: flex;
      flex-wrap: wrap;
    }
    .responses > * {
      flex: 1 1 calc(5 * var(--unit));
      max-width: 100%;
    }
    .responses .head:first-child {
      display: none;
    }
    .responses > .cell {
      flex-basis: auto;
      min-width: calc(5 * var(--unit));
    }
    .responses > :is(b, .wide) {
      flex-basis: 100%;
    }
  }
`;
