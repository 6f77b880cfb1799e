// The look of what only a calculator in someone else's page has.
import { css } from 'lit';

export const embedLayout = css`
  .room {
    min-height: var(--roi-reserve, 100vh);
  }
  .room.compact {
    min-height: calc(56 * var(--unit) + var(--rows, 3) * 56px);
  }
  @container (min-width: 30em) {
    .room.compact {
      min-height: calc(50 * var(--unit) + var(--rows, 3) * 50px);
    }
  }
  .brief {
    max-width: calc(46 * var(--unit));
    margin: 0 auto;
    padding: var(--s5) var(--s4);
  }
  .brief > * + * {
    margin-top: var(--s5);
  }
  .brief > .link {
    margin-top: var(--s3);
  }
  .brief > .whose {
    padding-inline: 0;
  }
  .brief > .whose + * {
    margin-top: var(--s4);
  }
  .questions h2.unseen {
    margin: 0;
  }
  .questions > .field > .words {
    flex: 1 1 calc(8 * var(--unit));
    font-size: var(--text);
    line-height: 1.35;
  }
  .questions > .field > .box {
    min-width: calc(8 * var(--unit));
    max-width: 100%;
    margin-inline-start: auto;
  }
  .questions > .one-in {
    gap: var(--s1) var(--s2);
  }
  .questions > .one-in > label {
    flex: none;
  }
  .questions > .one-in > .box {
    min-width: calc(3.25 * var(--unit));
    margin-inline-start: 0;
  }
  .one-in > span:not(.box) {
    font-size: var(--text);
  }
  .one-in .wrongly {
    flex-basis: 100%;
  }
  .brief .inputs details {
    display: none;
  }
  ::slotted([slot]) {
    max-width: calc(46 * var(--unit));
    margin-inline: auto;
    padding-inline: var(--s4);
  }
  iframe {
    display: block;
    width: 100%;
    border: 0;
  }
  .waiting {
    position: absolute;
    height: 1px;
    opacity: 0;
  }
`;
