// What fields have later in a calculator, a tool that stands alone has at once: why something was refused, and what is
// asked about what was typed. It has no published figures, and no marks of where a figure is from.
import { html, nothing } from 'lit';
import { isAsked, question } from '../kit/asking';
import { endWords, movedWords, rangeNote } from '../kit/range-words';
import { errorWords } from '../locales/later/index';
import { type Deferred, deferredFrom, loadDeferred } from '../view/deferred';

const none = (): typeof nothing => nothing;

const ofFields = {
  endWords,
  errorWords,
  isAsked,
  marking: none,
  markingButton: () => html``,
  movedWords,
  published: none,
  question,
  rangeNote,
  slider: none,
  unsure: none,
} satisfies Partial<Deferred>;

/** Only fields ask for any of it here. */
export async function fieldsAtOnce(): Promise<void> {
  deferredFrom(async () => ofFields as unknown as Deferred);
  await loadDeferred();
}
