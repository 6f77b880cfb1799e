// What is brought: files as they come and pasted cells, each read by the core, and what was answered to
// what they could not say. Nothing of it is in the plan yet.
import {
  type Answer,
  type AskOfEvidence,
  asking,
  type NotRead,
  type Read,
  type ReaderSource,
  type Reading,
  read,
} from '../../engine/reader';
import { startOf } from '../../plan/days';
import { ownState } from '../../view/own-state';
import type { View } from '../../view/view';
import { columnsFrom, type Mapping } from './mapping';
import { isPacked, type Unpacked, unpacked } from './packed';

/** What its rows are of: one channel, a channel each, or what the file itself calls channels. */
export type Grouping = 'all' | 'campaign' | 'channel';

export interface Source {
  id: number;
  name: string;
  content: Blob;
  isPasted: boolean;
  answers: readonly Answer[];
  /** How much of it has been read, while it is. */
  bytes?: number | undefined;
  found?: Read | NotRead | 'notFetched';
  /** Chosen by the visitor. */
  grouping?: Grouping;
  /** Which of several counts stands for a figure of the plan; none: ''. */
  counts: Readonly<Record<string, string>>;
}

export type Role = 'plan' | 'since' | 'lastCampaign' | 'samePeriodLastYear';

export interface Brought {
  sources: readonly Source[];
  /** Which channel a name of a file is, by the name: an id of the plan, a new one, '' for none. */
  channels: Readonly<Record<string, string>>;
  role: Role;
  /** Whether the channels take the place of all there are; as long as the plan is an example. */
  replaces?: boolean;
  /** Whether what platforms claim is taken down to what was counted. */
  scales: boolean;
  /** The files, by their ids, that are joined though they have no day in common. */
  joined?: string;
  /** Whether cells are being pasted. */
  pastes?: boolean;
  /** What makes figures of counts, once it is there. */
  ask?: AskOfEvidence;
}

const nothingYet: Brought = { sources: [], channels: {}, role: 'plan', scales: false };

export const brought = ownState<Brought>(nothingYet);

export const isRead = (found: Source['found']): found is Read =>
  typeof found === 'object' && 'columns' in found;

export const wasRefused = (found: Source['found']): found is NotRead =>
  typeof found === 'object' && 'code' in found;

const readings = new WeakMap<Blob, AbortController>();
let last = 0;

/** Takes files, one after the other; each is shown as it is read. */
export async function take(
  view: View,
  files: readonly Blob[],
  nameOf: (file: Blob) => string,
): Promise<void> {
  const added = files.map((content): Source => {
    last += 1;
    const isPasted = !(content instanceof File);
    return {
      id: last,
      name: nameOf(content),
      content,
      isPasted,
      answers: [],
      counts: {},
      bytes: 0,
    };
  });
  brought.update(view, { sources: [...brought.of(view).sources, ...added] });
  for (const source of added) {
    if (!brought.of(view).sources.some(({ id }) => id === source.id)) continue;
    const table = await unfolded(view, source);
    if (table) await readOne(view, table);
  }
}

/** Of a workbook or a zip file, the first table in it that is an export; else the first of all. */
async function unfolded(view: View, source: Source): Promise<Source | undefined> {
  const { content, name } = source;
  if (!(content instanceof File) || !(await isPacked(content))) return source;
  const tables = await unpacked(content);
  if (typeof tables === 'string') {
    const found = { code: `packed.${tables}` };
    choose(view, source, { found, bytes: undefined });
    return undefined;
  }
  const table = (await firstExport(view, tables)) ?? tables[0];
  const inside = { ...table, name: `${name}, ${table?.name}` };
  choose(view, source, inside);
  return { ...source, ...inside };
}

async function firstExport({ outside }: View, tables: Unpacked) {
  for (const table of tables)
    if (isRead(await readBy(outside.reader, table.content, table))) return table;
  return undefined;
}

export function leaveOut(view: View, source: Source): void {
  readings.get(source.content)?.abort();
  const { sources } = brought.of(view);
  brought.update(view, { sources: sources.filter(({ id }) => id !== source.id) });
}

/** Chooses something about a source that needs no second reading. */
export function choose(view: View, source: Source, change: Partial<Source>): void {
  const { sources } = brought.of(view);
  const next = sources.map((one) => (one.id === source.id ? { ...one, ...change } : one));
  brought.update(view, { sources: next });
}

/** Reads a source once more, with one more answer; an answer to the same question goes. */
export function answer(view: View, source: Source, one: Answer): Promise<void> {
  const same = keyOf(one);
  const answers = [...source.answers.filter((other) => keyOf(other) !== same), one];
  return readWith(view, source, answers);
}

/** Reads a source as another was read, column by column of the same heading. */
export async function readAs(view: View, source: Source, mapping: Mapping): Promise<void> {
  const { answers } = mapping;
  await readWith(view, source, answers);
  const { found } = brought.of(view).sources.find(({ id }) => id === source.id) ?? {};
  if (isRead(found)) await readWith(view, source, [...answers, ...columnsFrom(mapping, found)]);
}

/** What could not be fetched may be there now. */
export const readAgain = (view: View, source: Source): Promise<void> =>
  readWith(view, source, source.answers);

function readWith(view: View, source: Source, answers: readonly Answer[]): Promise<void> {
  choose(view, source, { answers, bytes: 0 });
  return readOne(view, { ...source, answers });
}

/** The day on which the plan began that is shown, or else the first. */
export function startOfPlan({ store }: Pick<View, 'store'>): string | undefined {
  const all = [store.scenario, ...store.document.scenarios];
  const plan = all.find(({ role = 'plan' }) => role === 'plan');
  return plan && startOf(plan);
}

/** Whether what it counted since the plan began has been read. */
export const isSinceRead = (view: Pick<View, 'store'>, { found }: Source): boolean =>
  !isRead(found) || found.since?.start === startOfPlan(view);

/** What it goes into; the day on which the plan began may be another than when files were read. */
export function takeAs(view: View, role: Role): void {
  brought.update(view, { role });
  if (role !== 'since') return;
  for (const source of brought.of(view).sources)
    if (!isSinceRead(view, source)) readAgain(view, source);
}

/** A column has one meaning. */
const keyOf = ([question, said]: Answer) =>
  question === 'column' ? `column ${said.split('=')[0]}` : question;

async function readOne(view: View, source: Source): Promise<void> {
  const { content, answers, isPasted } = source;
  const { reader } = view.outside;
  const start = startOfPlan(view);
  readings.get(content)?.abort();
  const reading = new AbortController();
  readings.set(content, reading);
  const isCurrent = () => readings.get(content) === reading && !reading.signal.aborted;
  const progress = (bytes: number) => isCurrent() && choose(view, source, { bytes });
  const found = await readBy(reader, content, {
    answers: start ? [...answers, ['since', start]] : answers,
    isPasted,
    progress,
    signal: reading.signal,
  });
  if (!found || !isCurrent()) return;
  if (reader && !brought.of(view).ask) brought.update(view, { ask: await asking(reader) });
  choose(view, source, { found, bytes: undefined });
}

async function readBy(reader: ReaderSource | undefined, content: Blob, reading: Reading) {
  if (!reader) return 'notFetched';
  return read(reader, content, reading).catch(() => 'notFetched' as const);
}
