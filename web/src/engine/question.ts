// What questions say, and the figures that answer them.
import type { Document } from '../../generated/contract';

/** A figure: a number, or the reason why there is none (`zero:leads`, `missing:closeRate`). */
export type Figure = number | { undefined: string };

/** What every question about a scenario says. */
export interface Question {
  document: Document;
  /** The first one unless named. */
  scenario?: string;
  /** The share of the return that is believed: all of it unless said. */
  believe?: number;
}
