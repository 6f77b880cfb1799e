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

export const layout = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  /* Important, so that no rule of the page around reaches inside. */
  :host {
    display: block !important;
    container-type: inline-size !important;
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
  .skip:focus {
    position: static;
    width: auto;
    height: auto;
    clip-path: none;
    margin: var(--s2) var(--s4);
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

  header {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s1) var(--s4);
    align-items: baseline;
    padding: var(--s3) var(--s4);
    border-bottom: 1px solid var(--line);
  }
  header h1 {
    font: 600 calc(1.0625 * var(--unit))/1.3 var(--serif);
    margin-inline-end: auto;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s4);
    font-size: var(--note);
    align-items: baseline;
  }
  .actions .link {
    color: var(--soft);
  }
  .actions .opt {
    display: flex;
    gap: var(--s4);
  }
  .actions .glyph {
    font-size: calc(1.25 * var(--unit));
    line-height: 1;
    min-width: 24px;
    text-align: center;
    color: var(--ink);
  }
  footer.actions {
    display: none;
    padding: var(--s4);
    border-top: 1px solid var(--line);
  }
  .languages {
    display: flex;
    gap: var(--s2);
  }
  .languages [aria-pressed='true'] {
    color: var(--ink);
    font-weight: 600;
    cursor: default;
    text-decoration: none;
  }

  .whose,
  .offer {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
    align-items: baseline;
    font-size: var(--small);
    color: var(--soft);
  }
  .whose {
    padding: var(--s1) var(--s4);
    border-bottom: 1px solid var(--line);
  }
  .offer {
    position: sticky;
    bottom: 0;
    z-index: 1;
    margin-top: var(--s3);
    padding: var(--s2) 0;
    background: var(--paper);
    border-top: 1px solid var(--line);
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
  .slim b {
    font: 400 calc(1.125 * var(--unit))/1.3 var(--serif);
  }

  .sentence {
    font: 400 clamp(var(--unit), calc(0.45 * var(--unit)) + 2.2cqi, calc(2.125 * var(--unit))) / 1.24 var(--serif);
    letter-spacing: -0.015em;
    text-wrap: pretty;
  }
  .sentence em {
    font-style: normal;
  }
  .claim {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s2);
    align-items: baseline;
    font-size: var(--text);
    text-wrap: pretty;
  }
  .claim .link {
    font-size: var(--note);
  }
  .verdict > * + * {
    margin-top: var(--s3);
  }
  /* Painted each by itself: while the picture glides, long tables are not painted again. */
  .verdict,
  .inputs,
  .results > * {
    isolation: isolate;
  }

  svg {
    display: block;
    width: 100%;
    overflow: visible;
    font-family: var(--sans);
    font-variant-numeric: inherit;
  }
  .bar {
    fill: var(--bar);
  }
  .room {
    fill: var(--gain-soft);
  }
  .over {
    fill: var(--loss);
  }
  /* No margin counts: neither earned nor lost. */
  .room.neutral {
    fill: var(--line);
  }
  .over.neutral {
    fill: var(--edge);
  }
  .tick {
    stroke: var(--ink);
    stroke-width: 2;
  }
  .axis {
    stroke: var(--line);
  }
  .bar,
  .room,
  .over {
    transition: width 0.2s ease, x 0.2s ease;
  }
  svg text {
    fill: var(--ink);
    font-size: 14px;
  }
  svg text.scale {
    fill: var(--soft);
    font-size: 12px;
  }
  svg text.gain {
    fill: var(--gain);
  }
  svg text.loss {
    fill: var(--loss);
  }
  svg tspan {
    font-weight: 600;
  }
  @media (prefers-reduced-motion: reduce) {
    .bar,
    .room,
    .over {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .bar {
      fill: CanvasText;
    }
    .room {
      fill: Canvas;
      stroke: CanvasText;
    }
    .over {
      fill: Mark;
      stroke: CanvasText;
    }
    .tick {
      stroke: Highlight;
      stroke-width: 3;
    }
  }

  .inputs h2,
  .results h2 {
    font: 600 var(--small) / 1.4 var(--sans);
    color: var(--soft);
  }
  .inputs > * + * {
    margin-top: var(--s5);
  }
  .inputs h2 {
    margin-bottom: var(--s2);
  }
  .inputs .field + details,
  .inputs .note + details {
    margin-top: var(--s3);
  }
  .preset {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: baseline;
    gap: 0 var(--s2);
    font-size: var(--note);
    color: var(--soft);
    border-bottom: 1px solid var(--line);
    padding-bottom: var(--s3);
  }
  .preset p {
    grid-column: 1 / -1;
  }

  .preset p .link {
    display: inline;
    padding: 0;
  }
  .choosing {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s4);
    font-size: var(--note);
    color: var(--soft);
  }
  .choosing p {
    flex-basis: 100%;
  }
  .scenarios {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s5);
    align-items: baseline;
    padding: var(--s1) var(--s4);
    border-bottom: 1px solid var(--line);
    font-size: var(--note);
  }
  .scenarios .tabs,
  .scenarios .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s4);
  }
  .scenarios .tabs {
    margin-inline-end: auto;
  }
  .scenarios .tabs .link {
    padding-block: var(--s2);
    overflow-wrap: anywhere;
  }
  .scenarios [aria-current] {
    color: var(--ink);
    font-weight: 600;
    box-shadow: inset 0 -2px var(--act);
    cursor: default;
    text-decoration: none;
  }
  @media (forced-colors: active) {
    .scenarios [aria-current] {
      border-bottom: 2px solid Highlight;
    }
  }
  .scenarios .tools .link {
    color: var(--soft);
  }
  .scenarios .naming,
  .scenarios .choosing {
    flex-basis: 100%;
    padding-bottom: var(--s2);
  }
  .naming {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s5);
  }
  .naming .field {
    flex: 0 1 calc(22 * var(--unit));
  }

  .field {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s1) var(--s3);
    padding: var(--s1) 0;
  }
  /* A word is cut only where it alone is wider than the place. */
  .field > label,
  .row > :first-child {
    max-width: 100%;
  }
  .field > label {
    flex: 1 1 calc(6 * var(--unit));
  }
  .field > .wide,
  .field > .ends {
    flex-basis: 100%;
  }
  /* As wide as its number; the label goes above where both do not fit. */
  .entry {
    min-width: min(calc(9.5 * var(--unit)), 100%);
    max-width: 100%;
    margin-inline-start: auto;
  }
  .field.choice {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
  }
  .field label {
    font-size: var(--text);
    line-height: 1.35;
    overflow-wrap: break-word;
  }
  .field small {
    display: block;
    color: var(--soft);
    font-size: var(--small);
  }
  .box {
    display: flex;
    align-items: baseline;
    gap: 6px;
    min-height: 40px;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--field);
    padding: 7px 10px;
    font-size: calc(1.0625 * var(--unit));
  }
  .box:focus-within {
    outline: 2px solid var(--act);
    outline-offset: 1px;
  }
  .box:has(> .spread:focus) {
    outline: none;
  }
  /* An unseen copy of the text is as wide as the text, whatever the font. */
  .fit {
    flex: 1;
    min-width: 0;
    display: grid;
  }
  .fit::after {
    content: attr(data-text);
    visibility: hidden;
    overflow: hidden;
    height: 0;
    padding-inline-end: 2px;
    white-space: pre;
  }
  .fit > input,
  .fit::after {
    grid-area: 1 / 1;
  }
  .box input {
    min-width: 0;
    width: 100%;
    border: 0;
    padding: 0;
    background: none;
    text-align: end;
    outline: 0;
  }
  .box i {
    font-style: normal;
    color: var(--soft);
  }
  .box.range {
    border-style: dashed;
  }
  /* Turns a figure into a range. In a row it is seen in the box that is used, or is a range; where
     nothing can hover, in every field. */
  .spread {
    align-self: center;
    flex: none;
    width: 24px;
    height: 24px;
    margin: -4px 0 -4px -6px;
    padding: 0;
    border: 0;
    border-radius: calc(var(--radius) / 2);
    background: none;
    color: var(--act);
    font-size: calc(1.0625 * var(--unit));
    line-height: 1;
    opacity: 0;
    cursor: pointer;
  }
  .box:hover .spread,
  .box:focus-within .spread,
  .box.range .spread {
    opacity: 1;
  }
  .spread:hover {
    background: var(--line);
  }
  .spread:focus-visible {
    outline-offset: -2px;
  }
  .spread[aria-disabled='true'] {
    color: var(--soft);
    cursor: default;
  }
  .cell .box {
    position: relative;
    padding-inline-start: 18px;
  }
  .cell .spread {
    position: absolute;
    inset: calc(50% - 12px) auto auto -3px;
    margin: 0;
  }
  @media (hover: none) {
    .spread:not([aria-disabled='true']) {
      opacity: 1;
    }
    .cell .box:not(.range, :focus-within) .spread {
      opacity: 0;
      pointer-events: none;
    }
  }
  .ends {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s1) 6px;
    font-size: var(--small);
    color: var(--soft);
    padding-bottom: var(--s2);
  }
  .ends > span:first-child {
    flex: 1 1 calc(3.5 * var(--unit));
    line-height: 1.3;
  }
  .ends b {
    display: block;
    font-weight: 400;
    color: var(--ink);
  }
  .end {
    display: flex;
    align-items: center;
    gap: 6px;
    max-width: 100%;
  }
  .ends .box {
    min-width: calc(6 * var(--unit));
    padding-inline: 7px;
    color: var(--ink);
  }
  .ends label {
    font-size: inherit;
  }
  .ends small {
    flex-basis: 100%;
    font-size: inherit;
    text-align: end;
  }
  .box.wrong {
    border-color: var(--loss);
    box-shadow: inset 0 0 0 1px var(--loss);
  }
  .box.asked {
    border-color: var(--act);
  }
  .wrongly {
    grid-column: 1 / -1;
    color: var(--loss);
    font-size: var(--note);
  }
  input.text,
  textarea,
  select {
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--field);
    padding: 7px 10px;
    min-height: 40px;
    width: 100%;
  }
  /* WebKit counts the text that a select cuts off to the width of the page. */
  select {
    contain: paint;
  }
  textarea {
    min-height: calc(5 * var(--unit));
    resize: vertical;
  }
  .preset select,
  .inline {
    border: 0;
    background: none;
    padding: 0;
    width: auto;
    min-height: 28px;
    max-width: 100%;
    justify-self: start;
    color: var(--act);
    cursor: pointer;
  }
  .inline {
    min-height: 24px;
  }

  /* A number that is too long for its row goes below the name, and below the other number. */
  .row,
  .pair {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 0 var(--s2);
    max-width: 100%;
  }
  .row {
    align-items: flex-start;
  }
  .row > :first-child {
    flex: 1 1 calc(3.25 * var(--unit));
  }
  .pair > * {
    min-width: calc(6.25 * var(--unit));
    max-width: 100%;
  }
  .pair > :first-child {
    min-width: calc(7.25 * var(--unit));
  }
  .row.head {
    font-size: var(--small);
    color: var(--soft);
    hyphens: auto;
    padding-bottom: var(--s1);
  }
  .head .pair > span {
    width: 0;
    padding-inline-end: 10px;
    text-align: end;
  }
  .pair > .cell {
    padding: var(--s1) 0;
  }
  .opener {
    position: relative;
    padding-inline-start: 14px;
    color: var(--ink);
  }
  .channels-in .opener {
    margin-block: var(--s1);
    min-height: 40px;
    padding-block: 8px;
    font-size: var(--text);
  }
  .opener::before {
    content: '';
    position: absolute;
    inset: calc(var(--s1) + 0.75em - 5px) auto auto 0;
    width: 6px;
    height: 6px;
    border: solid var(--act);
    border-width: 0 2px 2px 0;
    transform: rotate(-45deg);
  }
  .channels-in .opener::before {
    top: calc(8px + 0.75em - 4px);
  }
  .opener[aria-expanded='true']::before {
    transform: rotate(45deg);
  }
  .readonly {
    display: block;
    width: 100%;
    min-height: 40px;
    padding: 8px 10px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: none;
    text-align: end;
    font-size: calc(1.0625 * var(--unit));
    color: var(--soft);
    cursor: pointer;
  }
  .details {
    border-inline-start: 2px solid var(--line);
    padding: var(--s1) 0 var(--s3) var(--s3);
    margin: 0 0 var(--s3) 2px;
  }
  .details h3 {
    font: 600 var(--small) / 1.4 var(--sans);
    color: var(--soft);
    margin: var(--s3) 0 var(--s1);
  }
  .line {
    border-bottom: 1px solid var(--line);
    padding: var(--s2) 0;
  }

  details {
    border-top: 1px solid var(--line);
  }
  details:last-of-type {
    border-bottom: 1px solid var(--line);
  }
  details + details {
    margin-top: 0 !important;
  }
  summary {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--s4);
    padding: var(--s3) 0;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary b {
    font: 400 var(--text) / 1.4 var(--sans);
    color: var(--act);
  }
  .results summary b {
    font: 400 var(--lead) / 1.3 var(--serif);
    color: var(--ink);
  }
  summary b::after {
    content: '';
    display: inline-block;
    width: 6px;
    height: 6px;
    margin-inline-start: 8px;
    border: solid var(--act);
    border-width: 0 2px 2px 0;
    transform: translateY(-3px) rotate(45deg);
  }
  details[open] > summary b::after {
    transform: rotate(-135deg);
  }
  summary span {
    max-width: 100%;
    color: var(--soft);
    font-size: var(--note);
  }
  .content {
    padding-bottom: var(--s4);
  }

  .numbers {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s4);
    align-items: flex-start;
  }
  .numbers > div {
    flex: 1 1 calc(6.5 * var(--unit));
    max-width: 100%;
  }
  .numbers + .note {
    margin-top: var(--s4);
  }
  .numbers dt {
    font-size: var(--note);
    color: var(--soft);
  }
  .numbers .big {
    flex-basis: 100%;
  }
  .numbers .wider {
    flex: 1.6 1 calc(10 * var(--unit));
  }
  .fig {
    max-width: 100%;
    background: none;
    border: 0;
    border-bottom: 1px dotted transparent;
    padding: 0;
    min-height: 24px;
    font: inherit;
    cursor: pointer;
    text-align: inherit;
    white-space: nowrap;
  }
  .fig:hover,
  .fig[aria-expanded='true'] {
    border-bottom-color: currentcolor;
  }
  .numbers .fig {
    font: 400 var(--figure) / 1.25 var(--serif);
    white-space: normal;
  }
  .numbers .big:not(.long) .fig {
    font-size: clamp(calc(2.75 * var(--unit)), calc(2 * var(--unit)) + 3cqi, calc(3.125 * var(--unit)));
    line-height: 1.05;
    letter-spacing: -0.02em;
  }
  .numbers .long:not(.big) .fig {
    font-size: var(--lead);
  }
  .numbers small {
    display: block;
    font-size: var(--small);
    color: var(--soft);
    white-space: normal;
  }

  .results > * + * {
    margin-top: var(--s5);
  }
  .block > * + * {
    margin-top: var(--s3);
  }
  table {
    border-collapse: collapse;
    width: 100%;
    font-size: var(--text);
  }
  caption {
    text-align: start;
  }
  th {
    font-weight: 400;
    font-size: var(--small);
    color: var(--soft);
    text-align: end;
    padding: var(--s2);
    border-bottom: 1px solid var(--line);
    vertical-align: bottom;
  }
  th .link {
    font-size: inherit;
    color: inherit;
    text-align: inherit;
  }
  th[aria-sort='ascending'] button::after {
    content: ' ↑';
  }
  th[aria-sort='descending'] button::after {
    content: ' ↓';
  }
  td {
    padding: 9px var(--s2);
    text-align: end;
    border-bottom: 1px solid var(--line);
    white-space: nowrap;
  }
  tbody th {
    font-size: var(--text);
    font-weight: 600;
    color: var(--ink);
    text-align: start;
    vertical-align: middle;
  }
  .comparison tbody th {
    max-width: calc(12 * var(--unit));
  }
  .comparison .fig {
    white-space: normal;
    overflow-wrap: anywhere;
  }
  /* More bars than the eye follows would only keep the next key waiting. */
  .comparison tbody:has(> :nth-child(13)) rect {
    transition: none;
  }
  .comparison th:nth-child(2) {
    text-align: start;
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 0;
    text-align: start;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }
  td.mini {
    width: 28%;
  }
  .opened td {
    padding: 0;
    text-align: start;
    white-space: normal;
  }
  .why {
    display: block;
    font-size: var(--small);
    color: var(--soft);
    white-space: normal;
  }
  .scroll {
    overflow-x: auto;
    overflow-wrap: normal;
  }
  .scroll tbody th {
    max-width: calc(12 * var(--unit));
    overflow-wrap: break-word;
  }
  .matrix th:first-child {
    position: sticky;
    left: 0;
    background: var(--paper);
    font-weight: 400;
    text-align: start;
    min-width: calc(8.5 * var(--unit));
    max-width: calc(16 * var(--unit));
    font-size: var(--note);
  }
  .matrix .group th {
    padding-top: var(--s4);
    font-weight: 600;
    font-size: var(--small);
    color: var(--soft);
  }

  .numbers .value {
    font: 400 var(--figure) / 1.25 var(--serif);
  }
  .block h3 {
    font: 600 var(--small) / 1.4 var(--sans);
    color: var(--soft);
  }
  .block > * + h3 {
    margin-top: var(--s5);
  }
  .block > p {
    max-width: calc(42 * var(--unit));
  }
  .maybe-shorter {
    fill: var(--paper);
    fill-opacity: 0.4;
  }
  .maybe-longer {
    fill: var(--bar);
    fill-opacity: 0.35;
  }
  .maybe-tick {
    fill: var(--ink);
    fill-opacity: 0.1;
  }
  /* Names stay legible where a line runs behind them. */
  .chart text {
    paint-order: stroke;
    stroke: var(--paper);
    stroke-width: 4px;
    stroke-linejoin: round;
  }
  @media (forced-colors: active) {
    .maybe-shorter,
    .maybe-longer,
    .maybe-tick {
      fill: none;
      stroke: GrayText;
    }
  }

  .explanation {
    border-inline-start: 3px solid var(--act);
    padding: var(--s2) 0 var(--s2) var(--s4);
    margin: var(--s3) 0;
    font-size: var(--text);
  }
  .matrix .explanation {
    position: sticky;
    left: 0;
    width: min(calc(100cqi - 2 * var(--s4)), 42em);
  }
  .explanation h3 {
    font: 600 var(--text) / 1.4 var(--sans);
  }
  .explanation .top {
    display: flex;
    justify-content: space-between;
    gap: var(--s4);
    align-items: baseline;
  }
  .formula {
    font-family: var(--serif);
    font-size: calc(1.0625 * var(--unit));
    margin-top: var(--s1);
    overflow-wrap: anywhere;
  }
  .explanation li {
    padding: var(--s1) 0;
  }
  .explanation li li {
    padding-inline-start: var(--s3);
  }
  .explanation ul ul {
    border-inline-start: 1px solid var(--line);
    margin-inline-start: 3px;
  }
  .operand {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
    align-items: baseline;
  }
  .operand > span:first-child {
    padding-inline-start: 14px;
  }

  @container (min-width: 56em) {
    header,
    .notice,
    .whose,
    .scenarios,
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
    .verdict {
      grid-area: verdict;
    }
    .inputs {
      grid-area: inputs;
    }
    .results {
      grid-area: results;
    }
    .numbers .big {
      flex: 1.7 1 calc(13 * var(--unit));
    }
    /* All stand on the line of the largest. */
    .numbers .big ~ div dd::before {
      content: '\\200b';
      font: 400 calc(3.125 * var(--unit)) / 1.05 var(--serif);
    }
    .numbers .big ~ div :is(dt, .fig) {
      white-space: nowrap;
    }
  }
  @container (max-width: 40em) {
    .comparison,
    .comparison thead,
    .comparison tbody {
      display: block;
    }
    .comparison thead th:nth-child(2) {
      display: none;
    }
    .comparison tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) repeat(2, minmax(calc(5.5 * var(--unit)), auto));
      gap: 0 var(--s3);
      align-items: baseline;
      border-bottom: 1px solid var(--line);
      padding: var(--s2) 0;
    }
    .comparison tr > * {
      border: 0;
      padding: 2px 0;
    }
    .comparison td.mini {
      grid-row: 2;
      grid-column: 1 / -1;
      width: auto;
      padding: 6px 0;
    }
    .comparison .wide-only {
      display: none;
    }
    .comparison .opened,
    .comparison .opened td {
      display: block;
    }
    .actions .opt {
      display: none;
    }
    footer.actions {
      display: flex;
    }
  }
  @container (max-width: 26.25em) {
    .field.choice {
      grid-template-columns: minmax(0, 1fr);
    }
    .ends > span:first-child {
      flex-basis: 100%;
    }
    .ends b {
      display: inline;
      margin-inline-end: var(--s2);
    }
    .end,
    .ends .box {
      flex: 1 1 auto;
    }
  }
  @container (max-width: 340px) {
    svg text {
      font-size: 12px;
    }
  }
`;
