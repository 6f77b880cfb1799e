// Files out and in.
import type { Document } from '../../generated/contract';
import { documentFrom, type Unreadable } from './link';

const kLargestFile = 2_000_000;

export function download(content: BlobPart, name: string, type: string): void {
  const link = document.createElement('a');
  const url = URL.createObjectURL(new Blob([content], { type }));
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The document of a scenario file, not yet checked by the core; or why there is none. */
export async function documentIn(file: File): Promise<Document | Unreadable> {
  if (file.size > kLargestFile) return 'tooLarge';
  try {
    return documentFrom(await file.text());
  } catch {
    return 'notReadable';
  }
}
