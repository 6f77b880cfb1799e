import type { Document } from '../../generated/contract';

/** What a calculator is opened with, and what it saves. */
export interface Saved {
  document: Document;
  language?: string;
}

/** Gives the text of a page that can hold a saved state. */
export type PageText = () => Promise<string>;
