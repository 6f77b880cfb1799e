// What the files become together: names as channels, their counts as figures, and the plan with them.
import type { Channel, Document, Scenario } from '../../../generated/contract';
import type { BroughtFigure, Brought as Figures } from '../../../generated/evidence';
import type { EngineError, Evaluation, Reply } from '../../engine/engine';
import type { Read } from '../../engine/reader';
import { isBlank } from '../../plan/channels';
import { areAlike, periodOfDays } from '../../plan/days';
import { inCurrency } from '../../plan/edits';
import { holdsExample } from '../../plan/origins';
import type { Store } from '../../plan/store';
import { channelNames, type View } from '../../view/view';
import {
  kLeftOut,
  kTogether,
  type Named,
  namesIn,
  requestOf,
  requestOfAll,
  type Target,
  targetsOf,
  totalOf,
} from './figures';
import { days, periodIn } from './source';
import { type Brought, isRead, isSinceRead, type Role, type Source, startOfPlan } from './sources';
import { countedSince, isPlan, scenarioFor, takenOver } from './taken-over';
import { importWords } from './words';

export interface Outcome {
  names: readonly Named[];
  targets: readonly Target[];
  /** The scenario that it goes into, before. */
  before: Scenario;
  /** Whether nothing of the visitor's is in it. */
  isFresh: boolean;
  /** Its channels that may be filled. */
  present: readonly Channel[];
  /** Whether something is counted of all channels together. */
  isTogether: boolean;
  twice: readonly string[];
  role: Role;
  replaces: boolean;
  /** What is in another currency than the plan. */
  foreign: string | undefined;
  /** Whether channels that stay are of another length of time than the files. */
  isOfOtherLength: boolean;
  /** What the files cover. */
  period: readonly [string, string] | undefined;
  /** Whether the files' days lie after the plan's start, so that they may be what has happened since. */
  maySince: boolean;
  /** Whether the plan’s is another. */
  isNewPeriod: boolean;
  /** Whether the files have no day in common. */
  periodsDiffer: boolean;
  figures: Figures | undefined;
  error: EngineError | undefined;
  next: { document: Document; at: number; reply: Reply<Evaluation> } | undefined;
}

/** Nothing of the visitor's would go. */
const isUntouched = ({ store }: View, { channels }: Scenario): boolean =>
  store.preset !== undefined || channels.every(isBlank);

/** The currencies of amounts that go somewhere. */
const currenciesOf = (names: readonly Named[]): string[] =>
  names.flatMap((one) => {
    const isMoney = totalOf(one, 'spend') !== undefined || totalOf(one, 'revenue') !== undefined;
    const { currency } = one.read;
    return isMoney && one.target !== kLeftOut && currency ? [currency] : [];
  });

/** Only files that all say their days can be what has happened since the plan began, and in part after that. */
function maySince(view: View, { sources }: Brought): boolean {
  const start = startOfPlan(view);
  const read = sources.flatMap(({ found }) => (isRead(found) ? [found] : []));
  const isAfter = (one: Read) => (periodIn(one)?.[1] ?? '') >= (start ?? '');
  return start !== undefined && read.length > 0 && read.every(isAfter);
}

/** A role that there is a scenario of, or may be one. */
function roleIn(view: View, state: Brought): Role {
  const isRead = state.sources.every((one) => isSinceRead(view, one));
  const role = state.role === 'since' && !(isRead && maySince(view, state)) ? 'plan' : state.role;
  return role === 'plan' && !view.store.document.scenarios.some(isPlan) ? 'lastCampaign' : role;
}

/** An example gives way, also where some of its figures were changed; so does what is of another length of time. */
function giveWay({ store }: View, before: Scenario, isFresh: boolean): boolean {
  const isNew = !store.document.scenarios.some(({ id }) => id === before.id);
  return isFresh || isNew || before.channels.some(holdsExample);
}

/** Platforms of which several files are of the same days. */
function twiceAmong(sources: readonly Source[]): string[] {
  const keys = sources.flatMap(({ found }) =>
    isRead(found) && found.platformName ? [`${found.platformName}\n${periodIn(found) ?? ''}`] : [],
  );
  const twice = keys.filter((key, at) => keys.indexOf(key) < at);
  return [...new Set(twice)].map((key) => key.split('\n')[0] ?? '');
}

/** The scenario that what is brought goes into, as it is. */
export const scenarioOf = (view: View, state: Brought): Scenario =>
  scenarioFor({
    document: view.store.document,
    at: view.store.at,
    role: roleIn(view, state),
  });

function outcomeOf(view: View, state: Brought): Outcome {
  const { store, text } = view;
  const role = roleIn(view, state);
  const isSince = role === 'since';
  const old = scenarioOf(view, state);
  const isFresh = !isSince && isUntouched(view, old);
  const called = channelNames(text, old.channels);
  const known = {
    channels: isFresh ? [] : old.channels,
    names: store.document.names,
    nameOf: (id: string) => called.get(id) ?? '',
    action: old.action,
    elsewhere: store.document.scenarios.flatMap(({ channels }) => channels),
    isPaidElsewhere: (source: Source) =>
      state.sources.some(
        ({ id, found }) => id !== source.id && isRead(found) && found.offers.spend,
      ),
    isSince,
  };
  const names = namesIn(state, known);
  const currencies = currenciesOf(names);
  // An example's currency is whatever comes.
  const document = isFresh ? inCurrency(store.document, currencies[0]) : store.document;
  const about = { document, at: store.at, role };
  const before = scenarioFor(about);
  const targets = targetsOf(names, known, document);
  const stated = names.flatMap(({ read, target }) => {
    const one = isSince ? sinceIn(read) : periodIn(read);
    return one && target !== kLeftOut ? [one] : [];
  });
  const span = spanOf(stated);
  const period = span && periodOfDays(...span);
  const isNewPeriod = !isSince && period !== undefined && !areAlike(period, before.period);
  const replaces = !isSince && (state.replaces ?? (giveWay(view, before, isFresh) || isNewPeriod));
  const stays = before.channels.some(({ id }) => !targets.some(({ channel }) => channel.id === id));
  const request = requestOf({ names, targets, role, scales: state.scales, action: before.action });
  const reply = state.ask?.('bring', request);
  const result = {
    names,
    targets,
    before,
    isFresh,
    present: known.channels,
    isTogether: names.some(({ target }) => target === kTogether),
    twice: twiceAmong(state.sources),
    role,
    replaces,
    foreign: currencies.find((one) => one !== before.currency),
    isOfOtherLength: !replaces && stays && isNewPeriod,
    isNewPeriod,
    period: span,
    maySince: maySince(view, state),
    periodsDiffer: areApart(stated),
  };
  if (!reply?.ok)
    return { ...result, figures: undefined, error: reply?.errors[0], next: undefined };
  const taking = {
    ...about,
    names,
    targets,
    figures: reply.value,
    noteOf: (channel: string, figure: BroughtFigure) =>
      noteOf(view, { names, targets }, channel, figure),
  };
  const ofAll = isSince ? state.ask?.('bring', requestOfAll(names, before.action)) : undefined;
  const all = ofAll?.ok ? ofAll.value.channels[0] : undefined;
  const next = isSince
    ? countedSince({ ...taking, all })
    : takenOver({ ...taking, replaces, period: isNewPeriod ? period : undefined });
  const evaluation = store.engine.evaluate(next.document, store.question.believe);
  return {
    ...result,
    figures: reply.value,
    error: evaluation.ok ? undefined : evaluation.errors[0],
    next: { ...next, reply: evaluation },
  };
}

/** The days that count since the plan began. */
const sinceIn = ({ since }: Read): readonly [string, string] | undefined =>
  since?.last === undefined ? undefined : [since.start, since.last];

/** Without a day that all of them have. */
function areApart(periods: readonly (readonly [string, string])[]): boolean {
  const from = periods
    .map(([first]) => first)
    .sort()
    .at(-1);
  const to = periods.map(([, last]) => last).sort()[0];
  return from !== undefined && to !== undefined && from > to;
}

function spanOf(
  periods: readonly (readonly [string, string])[],
): readonly [string, string] | undefined {
  const from = periods.map(([first]) => first).sort()[0];
  const to = periods
    .map(([, last]) => last)
    .sort()
    .at(-1);
  return from !== undefined && to !== undefined ? [from, to] : undefined;
}

interface Rests {
  names: readonly Named[];
  targets: readonly Target[];
}

/** What stands for a channel, in the order that figures refer to. */
export function partsFor({ names, targets }: Rests, channel: string): readonly Named[] {
  const key = targets.find((one) => one.channel.id === channel)?.key ?? kTogether;
  return names.filter(({ target }) => target === key);
}

/** The files that a figure rests on, their days, and whose count it is. */
export function noteOf(view: View, rests: Rests, channel: string, figure: BroughtFigure): string {
  const say = importWords(view);
  const parts = partsFor(rests, channel);
  const files = figure.parts.flatMap((at) => {
    const { source, read, until } = parts[at] ?? {};
    const period = read && (until ? sinceIn(read) : periodIn(read));
    return source ? [`${source.name}${period ? ` (${days(view, period)})` : ''}`] : [];
  });
  return [
    [...new Set(files)].join(', '),
    figure.claimed ? say.claimedBy : '',
    figure.scaledBy === undefined ? '' : say.scaledTo,
    figure.median ? say.median : '',
  ]
    .filter(Boolean)
    .join(say.apart);
}

interface Kept {
  state: Brought;
  about: readonly unknown[];
  outcome: Outcome;
}

const kept = new WeakMap<Store, Kept>();

/** Worked out once for what is shown. */
export function outcomeNow(view: View, state: Brought): Outcome {
  const { store, format } = view;
  const about = [store.document, store.at, store.preset, store.believed, format.locale];
  const before = kept.get(store);
  const isSame = before?.state === state && about.every((one, at) => one === before.about[at]);
  const outcome = isSame ? before.outcome : outcomeOf(view, state);
  kept.set(store, { state, about, outcome });
  return outcome;
}
