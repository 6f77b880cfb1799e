// What was counted, by its names.
import { nameOf, type View } from '../../view/view';
import { lower } from '../../view/words';
import { kCasesOf, type OfCases } from './asking';
import { sinceWords } from './words';

export const placeName = (view: View, channel: string | undefined): string =>
  channel === undefined ? sinceWords(view).thePlan : nameOf(view, channel);

/** Of which channel it is, behind a comma. */
export const placeSaid = (view: View, channel: string | undefined): string =>
  channel === undefined ? lower(sinceWords(view).thePlan) : nameOf(view, channel);

/** What a rate or a price was seen among, in many. */
export const casesName = (view: View, figure: OfCases): string =>
  figure === 'averageOrderValue' ? sinceWords(view).orders : lower(view.labels[kCasesOf[figure]]);
