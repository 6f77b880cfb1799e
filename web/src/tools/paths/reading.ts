// The file of paths that is looked at, and what was answered to what it could not say. Nothing of it is in the
// plan yet.
import type { Paths } from '../../../generated/paths';
import { type Answer, readPaths } from '../../engine/reader';
import type { Store } from '../../plan/store';
import { ownState } from '../../view/own-state';
import type { View } from '../../view/view';
import type { Rule } from './outcome';

export interface Source {
  name: string;
  content: Blob;
  isPasted: boolean;
  answers: readonly Answer[];
  /** How much of it has been read, while it is read. */
  bytes?: number | undefined;
  found?: Paths | 'notFetched' | undefined;
}

interface State {
  source?: Source | undefined;
  pastes: boolean;
  /** What names stand for, where it was chosen: a channel of the plan by its id, or ''. */
  channels: Readonly<Record<string, string>>;
  rule: Rule;
  /** What a conversion of the paths is in the plan. */
  count: 'leads' | 'customers';
  of: 'conversions' | 'value';
}

export const looked = ownState<State>({
  pastes: false,
  channels: {},
  rule: 'linear',
  count: 'leads',
  of: 'conversions',
});

/** What is being read, for each calculator of a page. */
const readings = new WeakMap<Store, AbortController>();

export function take(view: View, content: Blob, name: string): Promise<void> {
  const isPasted = !(content instanceof File);
  return readWith(view, { name, content, isPasted, answers: [] });
}

/** A column has one meaning, and a question one answer. */
const keyOf = ([question, said]: Answer) =>
  question === 'column' ? `column ${said.split('=')[0]}` : question;

export function answer(view: View, source: Source, one: Answer): Promise<void> {
  const others = source.answers.filter((other) => keyOf(other) !== keyOf(one));
  return readWith(view, { ...source, answers: [...others, one] });
}

export async function readWith(view: View, source: Source): Promise<void> {
  const { reader } = view.outside;
  readings.get(view.store)?.abort();
  const mine = new AbortController();
  readings.set(view.store, mine);
  const { content, answers, isPasted } = source;
  const show = (change: Partial<Source>) =>
    mine.signal.aborted || looked.update(view, { source: { ...source, ...change } });
  show({ bytes: 0 });
  const progress = (bytes: number) => show({ bytes });
  const found = await (reader
    ? readPaths(reader, content, { answers, isPasted, progress, signal: mine.signal })
    : Promise.reject()
  ).catch(() => 'notFetched' as const);
  if (found) show({ found, bytes: undefined });
}
