// The period heads what is spent in it; what customers bring may be counted over years.
import { html, nothing } from 'lit';
import { restWords } from '../locales/later/index';
import type { View } from '../view/view';
import { lifetimesOf } from '../view/words';

/** Nothing where no value counts a lifetime. */
export function lifetimeWords(view: View): string {
  const { scenario, result } = view.store;
  const isCounted = lifetimesOf(scenario).some(Boolean);
  return isCounted ? restWords(view).lifetimes.note[result.basis] : '';
}

export function lifetimeNote(view: View) {
  const words = lifetimeWords(view);
  return words ? html`<p class="note">${words}</p>` : nothing;
}
