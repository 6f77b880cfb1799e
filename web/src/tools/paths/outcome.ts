// What each rule makes of the plan: the core splits what the plan counts as the rule credits the channels, and
// answers the plan with it.
import type { Channel, Document, Scenario } from '../../../generated/contract';
import { kNoteLimit } from '../../../generated/contract';
import { kRules, type PathsRead } from '../../../generated/paths';
import type { EngineError, Results } from '../../engine/engine';
import type { AskOfEvidence } from '../../engine/reader';
import { withChannels } from '../../plan/channels';
import { plain, remembering } from '../../plan/names';
import type { Store } from '../../plan/store';
import { closeRateMade } from '../../view/close-rate';
import { channelNames, isNumber, type View } from '../../view/view';

export type Rule = (typeof kRules)[number];
export type Count = 'leads' | 'customers';

/** A name of the paths, and the channel of the plan that it stands for; '': none. */
export interface Named {
  name: string;
  channel: string;
}

/** The plan under a rule. */
export interface Under {
  rule: Rule;
  document: Document;
  of: ReadonlyMap<string, Results>;
  /** Channels by ROI, the best first. */
  ranked: readonly string[];
}

export interface Outcome {
  names: readonly Named[];
  /** Channels of the plan that are split over. */
  channels: readonly Channel[];
  /** Channels that names stand for, and of which the plan does not know the count. */
  unknown: readonly Channel[];
  under: readonly Under[];
  error: EngineError | undefined;
}

interface Asked {
  read: PathsRead;
  chosen: Readonly<Record<string, string>>;
  count: Count;
  noteOf: (rule: Rule) => string;
}

/** By choice, as it was taken before, by name, or by platform. */
function channelOf(
  view: View,
  { name, channel: platform }: PathsRead['channels'][number],
  chosen: Asked['chosen'],
): string {
  const { scenario, document } = view.store;
  const { channels } = scenario;
  const isThere = (id: string | undefined): id is string =>
    id === '' || channels.some((one) => one.id === id);
  const own = Object.hasOwn(chosen, name) ? chosen[name] : undefined;
  if (isThere(own)) return own;
  const before = document.names?.find((one) => one.name === name)?.channel;
  if (isThere(before)) return before;
  const called = channelNames(view.text, channels);
  const same = channels.find(({ id }) => plain(called.get(id) ?? '') === plain(name));
  const ofPlatform = channels.find((one) => platform !== undefined && one.platform === platform);
  return (same ?? ofPlatform)?.id ?? '';
}

function outcomeOf(view: View, ask: AskOfEvidence, asked: Asked): Outcome {
  const { read, chosen, count } = asked;
  const { scenario, result } = view.store;
  const names = read.channels.map((one) => ({
    name: one.name,
    channel: channelOf(view, one, chosen),
  }));
  const meant = scenario.channels.filter(({ id }) => names.some(({ channel }) => channel === id));
  const countOf = ({ id }: Channel) => result.channels.find((one) => one.id === id)?.results[count];
  const channels = meant.filter((one) => isNumber(countOf(one) ?? { undefined: '' }));
  const unknown = meant.filter((one) => !channels.includes(one));
  const outcome = { names, channels, unknown, under: [], error: undefined };
  if (channels.length === 0) return outcome;
  const reply = ask('redistribute', {
    channels: channels.map((one) => ({
      id: one.id,
      count: Number(countOf(one)),
      names: read.channels
        .filter((_, at) => names[at]?.channel === one.id)
        .map(({ conversions }) => conversions),
    })),
  });
  if (!reply.ok) return { ...outcome, error: reply.errors[0] };
  const under: Under[] = [];
  for (const rule of kRules) {
    const counts = new Map(reply.value.channels.map(({ id, counts: by }) => [id, by[rule]]));
    if ([...counts.values()].includes(undefined)) continue;
    const next = planWith(view, count, counts, asked.noteOf(rule));
    const document = { ...view.store.document, scenarios: [next] };
    const answered = view.store.engine.evaluate(document, view.store.question.believe);
    if (!answered.ok) return { ...outcome, error: answered.errors[0] };
    const of = answered.value.scenarios[0];
    under.push({
      rule,
      document: documentWith(view, next, names),
      of: new Map(of?.channels.map(({ id, results }) => [id, results])),
      ranked: of?.ranked ?? [],
    });
  }
  return { ...outcome, under };
}

const kept = new WeakMap<Store, { about: readonly unknown[]; outcome: Outcome }>();

/** Worked out once for what is shown. */
export function outcomeNow(view: View, ask: AskOfEvidence, asked: Asked): Outcome {
  const { store, format } = view;
  const { read, chosen, count } = asked;
  const about = [store.document, store.at, store.believed, read, chosen, count, format.locale];
  const before = kept.get(store);
  if (before && about.every((one, at) => one === before.about[at])) return before.outcome;
  const outcome = outcomeOf(view, ask, asked);
  kept.set(store, { about, outcome });
  return outcome;
}

/** What says the same, or would be of other counts. */
const kStale = {
  leads: ['conversionRate', 'leads', 'customers', 'series'],
  customers: ['closeRate', 'customers', 'series'],
} as const;

/** Customers that were typed give way to the close rate that they made. */
function planWith(
  view: View,
  count: Count,
  counts: ReadonlyMap<string, number | undefined>,
  note: string,
): Scenario {
  const { scenario } = view.store;
  const filled = scenario.channels.map((channel): Channel => {
    const value = counts.get(channel.id);
    if (value === undefined) return channel;
    const closeRate = count === 'leads' ? closeRateMade(view, channel) : undefined;
    const stale: readonly string[] = kStale[count];
    const kept = Object.entries(channel).filter(([name]) => !stale.includes(name));
    const figure = { value, provenance: 'measured', note: note.slice(0, kNoteLimit) } as const;
    return {
      ...(Object.fromEntries(kept) as unknown as Channel),
      ...(closeRate === undefined ? {} : { closeRate }),
      [count]: figure,
    };
  });
  return withChannels(scenario, filled);
}

const documentWith = (
  { store: { document, at } }: View,
  scenario: Scenario,
  names: readonly Named[],
): Document => ({
  ...document,
  names: remembering(
    document.names,
    names.map(({ name, channel }) => [name, channel] as const),
  ),
  scenarios: document.scenarios.toSpliced(at, 1, scenario),
});
