// How far what is proposed is from what anybody has seen, in words that come later.
import { restWords } from '../locales/later/index';
import type { View } from './view';

/** How far an ad spend is beyond the ones that were spent or observed. */
export function beyondKnown(view: View, times: number): string {
  return restWords(view).goal.beyond(view.format.figure(times, 'ratio'), times > 1);
}
