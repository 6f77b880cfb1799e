// Tables of the analyses: the numbers of each chart, and what no chart shows.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { View } from '../view/view';

export type Cell = string | TemplateResult;

export interface Table {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly [name: Cell, ...cells: Cell[]])[];
}

/** Wide tables scroll by themselves, so that the page never does. */
export function table({ caption, columns, rows }: Table): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}>
    <table class="plain">
      <caption class="unseen">${caption}</caption>
      <thead>
        <tr>${columns.map((column) => (column ? html`<th scope="col">${column}</th>` : html`<td></td>`))}</tr>
      </thead>
      <tbody>
        ${rows.map(([name, ...cells]) => html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
      </tbody>
    </table>
  </div>`;
}

/** The numbers of a chart that are too many to stand open. */
export const folded = (
  view: View,
  content: Table,
  title = view.text.analyses.figures,
): TemplateResult => html`<details class="inner">
  <summary><b>${title}</b></summary>
  <div class="content">${table(content)}</div>
</details>`;

export interface Fact {
  label: string;
  value: Cell;
  note?: string | undefined;
}

export const facts = (list: readonly Fact[]): TemplateResult =>
  html`<dl class="numbers">${list.map(fact)}</dl>`;

/** What adds up or belongs together, one below the other. */
export const sums = (list: readonly Fact[]): TemplateResult =>
  html`<dl class="sums">${list.map(fact)}</dl>`;

export const fact = ({ label, value, note }: Fact): TemplateResult => html`<div>
  <dt>${label}</dt>
  <dd>${typeof value === 'string' ? html`<span class="value">${value}</span>` : value}${note ? html`<small>${note}</small>` : nothing}</dd>
</div>`;

export interface Option<T extends string> {
  label: string;
  chosen: T;
  options: readonly (readonly [T, string])[];
  choose: (value: T) => void;
  name?: string;
}

/** What an analysis is about; not a part of the document. */
export function option<T extends string>({ label, chosen, options, choose, name }: Option<T>) {
  const change = (event: Event) => choose((event.target as HTMLSelectElement).value as T);
  return html`<label class="choose">${label}
    <select name=${name ?? nothing} @change=${change}>
      ${options.map(([value, words]) => html`<option value=${value} .selected=${live(value === chosen)}>${words}</option>`)}
    </select>
  </label>`;
}
