import type { Brief } from '../../generated/brief';
import type { Document } from '../../generated/contract';

/** What a calculator is opened with, and what it saves. */
export interface Saved {
  document: Document;
  language?: string;
  /** What somebody made of the calculator. */
  brief?: Brief;
}

/** Gives the text of a page that can hold a saved state. */
export type PageText = () => Promise<string>;
