// The look of a goal seek.
import { css } from 'lit';

export const seekLayout = css`
  .seek {
    border-top: 1px solid var(--line);
    margin-top: var(--s3);
    padding-top: var(--s3);
  }
  .content > .seek {
    margin-top: 0;
    border: 0;
    padding-top: 0;
  }
  .seek h4 {
    margin: 0 0 var(--s1);
    font: 600 var(--small) / 1.4 var(--sans);
    color: var(--soft);
  }
  .seek .ask {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s4);
  }
  .seek > p {
    margin-top: var(--s2);
  }
  .seek p .link,
  .ways .link {
    margin-inline-end: var(--s3);
  }
  .ways li {
    border-bottom: 1px solid var(--line);
    padding: var(--s1) 0;
  }
  .ways li:last-child {
    border: 0;
  }
`;
