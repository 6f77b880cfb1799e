// The look of the page that writes the snippet.
import { css } from 'lit';

export const snippetLayout = css`
  :root {
    color-scheme: light dark;
    font: 400 1rem/1.5 system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif;
    --line: light-dark(#e2dfd6, #34322d);
    --soft: light-dark(#5f5d56, #aaa79c);
    background: light-dark(#fcfbf8, #161614);
    color: light-dark(#1c1b19, #efece4);
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  body {
    margin: 0 auto;
    max-width: 76rem;
    padding: 1.5rem 1rem 4rem;
  }
  h1 {
    font: 600 1.5rem/1.3 ui-serif, Georgia, serif;
    margin: 0;
  }
  h2,
  h3 {
    font-size: 1rem;
    margin: 2rem 0 0.5rem;
  }
  p {
    margin: 0.25rem 0;
    max-width: 46rem;
  }
  a,
  button.link {
    color: light-dark(#1d4ed8, #8fb4ff);
  }
  .soft,
  label small {
    color: var(--soft);
    font-size: 0.8125rem;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: baseline;
  }
  header h1 {
    margin-inline-end: auto;
  }
  .columns {
    display: grid;
    gap: 1rem 3rem;
  }
  .columns > * {
    min-width: 0;
  }
  @media (min-width: 60rem) {
    .columns {
      grid-template-columns: 18rem minmax(0, 1fr);
    }
  }
  label {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.125rem;
    margin: 0.5rem 0;
  }
  label.check {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    margin: 0;
    min-height: 24px;
  }
  input,
  select,
  button,
  textarea {
    font: inherit;
    color: inherit;
    background: light-dark(#fff, #1f1e1b);
    border: 1px solid light-dark(#8d8a80, #7b7870);
    border-radius: 6px;
    padding: 0.375rem 0.5rem;
    min-height: 2.25rem;
    max-width: 100%;
  }
  input[type='color'] {
    padding: 2px;
    width: 4rem;
  }
  input[type='checkbox'] {
    min-height: 0;
  }
  button {
    cursor: pointer;
  }
  textarea,
  pre {
    width: 100%;
    font: 0.8125rem/1.5 ui-monospace, monospace;
    border: 1px solid var(--line);
    border-radius: 6px;
    padding: 0.75rem;
    margin: 0.5rem 0;
    overflow: auto;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .builder summary {
    overflow-wrap: anywhere;
  }
  .builder details > * {
    margin-inline-start: 0.75rem;
  }
  .contrast {
    padding: 0;
    list-style: none;
    font-size: 0.8125rem;
  }
  .preview {
    position: relative;
    border: 1px solid var(--line);
  }
  .framed,
  .hovered {
    --accent: light-dark(#1d4ed8, #8fb4ff);
    position: absolute;
    z-index: 5;
    pointer-events: none;
  }
  .framed::before,
  .hovered::before {
    content: '';
    position: absolute;
    inset: -6px;
    border: 2px solid var(--accent);
    border-radius: 8px;
  }
  .hovered::before {
    border: 1px dashed var(--accent);
  }
  .bar [role='toolbar'],
  .wording {
    position: absolute;
    inset-inline-start: -6px;
    width: max-content;
    max-width: calc(var(--room) - 12px);
    transform: translateX(min(0px, var(--beside) - 100%));
    padding: 2px 4px;
    font-size: 0.8125rem;
    color: light-dark(#1c1b19, #efece4);
    background: light-dark(#fff, #26241f);
    border: 2px solid var(--accent);
    border-radius: 8px;
    box-shadow: 0 4px 16px rgb(0 0 0 / 0.2);
    pointer-events: auto;
  }
  .bar [role='toolbar'] {
    inset-block-end: calc(100% + 4px);
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px;
  }
  .bar b,
  .bar [role='status'] {
    padding-inline: 4px;
    overflow-wrap: anywhere;
  }
  @media (max-width: 40rem) {
    .bar b {
      flex-basis: 100%;
    }
  }
  .bar [role='status']:empty {
    display: none;
  }
  .bar [role='toolbar'] button {
    min-height: 28px;
    min-width: 28px;
    padding: 0 6px;
    background: none;
    border-color: transparent;
  }
  .bar [role='toolbar'] button:focus-visible {
    outline-offset: -2px;
  }
  .bar [role='toolbar'] button:hover {
    border-color: currentcolor;
  }
  .bar [aria-pressed='true'],
  .bar [aria-expanded='true'] {
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .bar [aria-disabled] {
    opacity: 0.4;
    cursor: default;
  }
  .wording {
    inset-block-start: calc(100% + 4px);
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
    gap: 0 0.75rem;
    width: 30rem;
    padding: 4px 12px 12px;
  }
  .wording button {
    justify-self: start;
    align-self: end;
    margin-block: 0.5rem;
  }
  .framed.gone::before {
    display: none;
  }
  .hidden,
  .hidden ul {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25rem 1rem;
    margin: 0 0 0.5rem;
    padding: 0;
    list-style: none;
    font-size: 0.8125rem;
  }
  .hidden h3 {
    font-size: inherit;
    margin: 0;
  }
  .hidden button {
    min-height: 28px;
    padding: 0 0.5rem;
  }
  dt {
    font-weight: 600;
    margin-top: 0.75rem;
  }
  dd {
    margin: 0;
    max-width: 46rem;
  }
  :focus-visible {
    outline: 2px solid light-dark(#1d4ed8, #8fb4ff);
    outline-offset: 2px;
  }
`;
