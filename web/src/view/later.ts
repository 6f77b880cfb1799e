// What the first answer can do without is a chunk of its own, asked for when the page is idle or
// something of it is opened.
import { html, nothing, type TemplateResult } from 'lit';
import type { View } from './view';

type Page = typeof import('../standalone/later');
type Everywhere =
  | keyof typeof import('../deferred/deferred')
  | 'explanation'
  | 'keepPlain'
  | 'panel'
  | 'layouts';

/** What is there everywhere, and what there may be. */
export type Rest = Pick<Page, Everywhere> & Partial<Page>;

let source: (() => Promise<Rest>) | undefined;
let loaded: Rest | undefined;
let failed = false;

/** Said once, by whoever starts the calculators of a page. */
export function restFrom(load: () => Promise<Rest>): void {
  source = load;
}

/** The rest of the page, once it is there. */
export const later = (): Rest | undefined => loaded;

/** In the place of what is not there yet, or could not be fetched; opening something tries again. */
export function whileLoading({ text }: View): TemplateResult {
  const { loading, notLoaded } = text.analyses;
  return html`<p class="note">${failed ? notLoaded : loading}</p>`;
}

export async function loadRest(): Promise<void> {
  try {
    loaded ??= await source?.();
    failed = false;
  } catch {
    failed = true;
  }
}

/** The links that take a chart out, where there are any. */
export const takeChart = (view: View, name: string): TemplateResult | typeof nothing =>
  later()?.take?.(view, name) ?? nothing;
