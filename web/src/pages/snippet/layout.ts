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
    border: 1px solid var(--line);
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
