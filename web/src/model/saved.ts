import type { Document } from '../../generated/contract';

/** What a calculator is opened with, and what it saves. */
export interface Saved {
  document: Document;
  language?: string;
}
