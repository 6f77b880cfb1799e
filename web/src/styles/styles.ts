// The look, in one place. Every token is a custom property, so that a host's brand fits in a few
// lines; sizes follow the element's own width, for it may stand in any column.
import { css } from 'lit';

const dark = css`
    --paper: var(--roi-paper, #161614);
    --ink: var(--roi-ink, #efece4);
    --soft: var(--roi-soft, #aaa79c);
    --line: var(--roi-line, #34322d);
    --edge: var(--roi-edge, #7b7870);
    --field: var(--roi-field, #1f1e1b);
    --act: var(--roi-accent, #8fb4ff);
    --gain: var(--roi-gain, #63c7a0);
    --gain-soft: var(--roi-gain-soft, #1f4637);
    --loss: var(--roi-loss, #f08a70);
    --bar: var(--roi-bar, #c9c5ba);
    color-scheme: dark;
  
`;

export const light = css`
    --paper: var(--roi-paper, #fcfbf8);
    --ink: var(--roi-ink, #1c1b19);
    --soft: var(--roi-soft, #5f5d56);
    --line: var(--roi-line, #e2dfd6);
    --edge: var(--roi-edge, #8d8a80);
    --field: var(--roi-field, #fff);
    --act: var(--roi-accent, #1d4ed8);
    --gain: var(--roi-gain, #0f6b4f);
    --gain-soft: var(--roi-gain-soft, #cfe6da);
    --loss: var(--roi-loss, #b3361f);
    --bar: var(--roi-bar, #3f3d38);
    --serif: var(--roi-serif, ui-serif, 'Iowan Old Style', 'Palatino Linotype', Palatino, Georgia, serif);
    --sans: var(--roi-sans, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif);
    --radius: var(--roi-radius, 6px);
    --s1: 4px;
    --s2: 8px;
    --s3: 12px;
    --s4: 16px;
    --s5: 24px;
    --s6: 40px;
    /* A page of its own follows the reader's text size; elsewhere the host's must not matter. */
    --unit: var(--roi-unit, 16px);
    --small: calc(0.8125 * var(--unit));
    --note: calc(0.875 * var(--unit));
    --text: calc(0.9375 * var(--unit));
    --lead: calc(1.1875 * var(--unit));
    --figure: calc(1.5 * var(--unit));
`;

export const tokens = css`
  :host {
    ${light}
    color-scheme: light;
  }
  :host([theme='dark']) {
    ${dark}
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([theme='light'])) {
      ${dark}
    }
  }
`;

export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  /* Important, so that no rule of the page around reaches inside. */
  :host {
    display: block !important;
    container-type: inline-size !important;
    /* As wide as this where the place asks how wide it would be: in a dialog, afloat. */
    contain-intrinsic-inline-size: min(calc(46 * var(--unit)), 88vw) !important;
    writing-mode: horizontal-tb !important;
    background: var(--paper) !important;
    color: var(--ink) !important;
    font: 400 var(--unit)/1.5 var(--sans) !important;
    font-variant-numeric: tabular-nums lining-nums !important;
    letter-spacing: normal !important;
    text-align: start !important;
    text-transform: none !important;
    overflow-wrap: break-word !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  /* A page that the browser saves may lose its style: then the report is seen, not the controls. */
  .live {
    display: block;
  }
  .unstyled {
    display: none;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    font-variant-numeric: inherit;
  }
  :focus-visible {
    outline: 2px solid var(--act);
    outline-offset: 2px;
  }
  h1,
  h2,
  h3,
  p,
  dl,
  dd,
  ul {
    margin: 0;
    padding: 0;
  }
  ul {
    list-style: none;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .link {
    max-width: 100%;
    background: none;
    border: 0;
    padding: var(--s1) 0;
    min-height: 24px;
    color: var(--act);
    cursor: pointer;
    text-align: start;
  }
  .link:hover {
    text-decoration: underline;
  }
  .link[aria-disabled='true'] {
    cursor: default;
    text-decoration: none;
    opacity: 0.55;
  }
  .soft {
    color: var(--soft);
  }
  .gain {
    color: var(--gain);
  }
  .loss {
    color: var(--loss);
  }
  svg text.gain {
    fill: var(--gain);
  }
  svg text.loss {
    fill: var(--loss);
  }
  .note {
    font-size: var(--note);
    color: var(--soft);
  }
  .link.note {
    color: var(--act);
  }
  .note.loss {
    color: var(--loss);
  }
  th .link {
    font-size: inherit;
    color: inherit;
    text-align: inherit;
  }
`;
