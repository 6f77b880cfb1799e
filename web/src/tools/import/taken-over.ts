// The plan with what files counted in it: measured figures in the place of those that say the same.
import {
  type AmountFigure,
  type Channel,
  type Cost,
  type Document,
  kNoteLimit,
  type ObservedCounts,
  type Scenario,
  type Value,
} from '../../../generated/contract';
import type {
  BroughtChannel,
  BroughtFigure,
  Brought as Figures,
} from '../../../generated/evidence';
import { withChannels } from '../../plan/channels';
import { copyAs, ofPeriod } from '../../plan/edits';
import { remembering } from '../../plan/names';
import { kLeftOut, type Named, type Target } from './figures';
import type { Role } from './sources';

/** Where a figure comes from, in words. */
export type NoteOf = (channel: string, figure: BroughtFigure) => string;

/** As a document holds it; what a claim was scaled to is no measurement. */
export function figureOf(brought: BroughtFigure, note: string): AmountFigure {
  const { value, low, likely, high, n, scaledBy } = brought;
  return {
    ...(value === undefined ? { low, likely, high } : { value }),
    provenance: scaledBy === undefined ? 'measured' : 'assumption',
    note: note.slice(0, kNoteLimit),
    ...(n !== undefined && n >= 1 ? { n } : {}),
  } as AmountFigure;
}

/** What says the same: where one of them is counted, none of before stays. */
const kDelivered = ['impressions', 'ctr', 'adSpendCpm', 'clicks', 'adSpendCpc'] as const;
const kLeads = ['conversionRate', 'leads'] as const;
const kSales = ['closeRate', 'customers'] as const;
const kFields = [...kDelivered, ...kLeads, ...kSales];

type FigureName = keyof BroughtChannel['figures'];

const without = <T extends object>(from: T, names: readonly string[]): T =>
  Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name))) as T;

/** Customers of other leads than those that are counted go with them. */
function staleBeside(figures: BroughtChannel['figures']): string[] {
  const isBrought = (names: readonly FigureName[]) => names.some((name) => figures[name]);
  return [
    ...(isBrought(kDelivered) ? kDelivered : []),
    ...(isBrought(kLeads) ? [...kLeads, 'customers'] : []),
    ...(isBrought(kSales) ? kSales : []),
    ...(Object.keys(figures).length > 0 ? ['series'] : []),
  ];
}

/** What is said of it besides its amount stays; it is of the files' period. */
function costsWith(costs: readonly Cost[] = [], amount: AmountFigure): Cost[] {
  const { label, paid } = costs.find(({ kind }) => kind === 'adSpend') ?? {};
  const line = { kind: 'adSpend' as const, ...(label && { label }), amount, ...(paid && { paid }) };
  return [line, ...costs.filter(({ kind }) => kind !== 'adSpend')];
}

export function withFigures(
  channel: Channel,
  { id, figures, adSpend, kpis, series }: BroughtChannel,
  { value, role = 'plan' }: Scenario,
  noteOf: NoteOf,
): Channel {
  const taken = (figure: BroughtFigure) => figureOf(figure, noteOf(id, figure));
  const given = kFields.flatMap((name) => {
    const figure = figures[name];
    return figure ? [[name, taken(figure)]] : [];
  });
  const costs = adSpend ? costsWith(channel.costs, taken(adSpend)) : channel.costs;
  const counts = kpis?.map(({ of, ...figure }) => [of, taken(figure)] as const);
  const basket = figures.revenuePerCustomer;
  const worth = basket && worthOf(channel.value ?? value, taken(basket), role !== 'plan');
  return {
    ...without(channel, staleBeside(figures)),
    ...Object.fromEntries(given),
    costs: costs && costs.length > 0 ? costs : [{ kind: 'adSpend' }],
    ...(worth ? { value: worth } : {}),
    ...(counts ? { kpis: { ...channel.kpis, ...Object.fromEntries(counts) } } : {}),
    ...(series ? { series } : {}),
  };
}

/** What a customer brought at once, in the terms that customers are valued in; nothing where they are
 * valued otherwise. Orders still to come are no part of what has happened. */
export function worthOf(
  value: Value | undefined,
  figure: AmountFigure,
  isPast: boolean,
): Value | undefined {
  const mode = value?.mode ?? 'revenue';
  const isCounted = isPast && mode === 'orders';
  if (mode === 'revenue' || isCounted)
    return { ...value, mode: 'revenue', revenuePerCustomer: figure };
  return mode === 'orders' ? { ...value, mode, averageOrderValue: figure } : undefined;
}

export interface TakingOver {
  document: Document;
  /** The scenario that is shown. */
  at: number;
  role: Role;
  names: readonly Named[];
  targets: readonly Target[];
  figures: Figures;
  /** Whether channels that no file speaks of go. */
  replaces: boolean;
  period: Scenario['period'] | undefined;
  noteOf: NoteOf;
}

export const isPlan = ({ role = 'plan' }: Scenario): boolean => role === 'plan';

/** Which scenario it goes into: the plan that is shown, or else the first; the one of a role; -1: one still to
 * come. */
export function placeOf({ document, at, role }: Pick<TakingOver, 'document' | 'at' | 'role'>) {
  const { scenarios } = document;
  const shown = scenarios[at];
  if (role !== 'plan' && role !== 'since') return scenarios.findIndex((one) => one.role === role);
  return shown && isPlan(shown) ? at : scenarios.findIndex(isPlan);
}

/** The scenario that it goes into, as it is before. */
export function scenarioFor(about: Pick<TakingOver, 'document' | 'at' | 'role'>): Scenario {
  const { document, at, role } = about;
  const place = placeOf(about);
  const present = document.scenarios[place < 0 ? at : place] as Scenario;
  return place < 0 && role !== 'plan' && role !== 'since'
    ? withoutCosts(copyAs(present, role, document))
    : present;
}

/** What was paid and reached is what is counted, not what the plan assumes. */
function withoutCosts({ sharedCosts: _, savings: __, goal: ___, ...scenario }: Scenario): Scenario {
  const channels = scenario.channels.map(
    ({ id, platform, name, value, margin, incrementalShare }): Channel => ({
      id,
      ...(platform && { platform }),
      ...(name && { name }),
      ...(value && { value }),
      ...(margin !== undefined && { margin }),
      ...(incrementalShare !== undefined && { incrementalShare }),
    }),
  );
  return { ...scenario, channels };
}

export function takenOver(about: TakingOver): { document: Document; at: number } {
  const { document, targets, figures, replaces, period, noteOf } = about;
  const before = scenarioFor(about);
  const scenario = period ? { ...ofPeriod(before, before.period), period } : before;
  const filled = new Map(
    targets.map(({ channel }) => {
      const present = scenario.channels.find(({ id }) => id === channel.id) ?? channel;
      const brought = figures.channels.find(({ id }) => id === channel.id);
      return [channel.id, brought ? withFigures(present, brought, scenario, noteOf) : present];
    }),
  );
  const kept = scenario.channels
    .filter(({ id }) => !replaces || filled.has(id))
    .map((one) => filled.get(one.id) ?? one);
  const added = targets
    .filter(({ channel }) => !scenario.channels.some(({ id }) => id === channel.id))
    .map(({ channel }) => filled.get(channel.id) ?? channel);
  const next = withChannels(scenario, [...kept, ...added]);
  const place = placeOf(about);
  return takenTo(place < 0 ? document.scenarios.length : place, next, about);
}

const kCounted = ['impressions', 'clicks', 'leads', 'customers'] as const;

/** What was counted since the plan began, with its day, beside the plan; of all channels together what none of them
 * was counted for. */
export function countedSince(
  about: Omit<TakingOver, 'replaces' | 'period'> & { all: BroughtChannel | undefined },
): { document: Document; at: number } {
  const { figures, all, noteOf } = about;
  const plan = scenarioFor(about);
  const byChannel = figures.channels.flatMap((one) => observationsOf(one, noteOf, one.id));
  const isCounted = (figure: string) => byChannel.some((one) => one.figure === figure);
  const ofAll = all ? observationsOf(all, noteOf).filter(({ figure }) => !isCounted(figure)) : [];
  const before = plan.observed?.counts ?? [];
  const counts = [...byChannel, ...ofAll].reduce(withObservation, before);
  const next = { ...plan, observed: { ...plan.observed, counts: [...counts] } };
  return takenTo(placeOf(about), next, about);
}

/** The scenario at its place, and what names stood for. */
const takenTo = (
  at: number,
  scenario: Scenario,
  { document, names, targets }: Pick<TakingOver, 'document' | 'names' | 'targets'>,
) => ({
  at,
  document: {
    ...document,
    names: remembering(document.names, takenAs(names, targets)),
    scenarios: document.scenarios.toSpliced(at, 1, scenario),
  },
});

interface Observation {
  channel: string | undefined;
  date: string;
  figure: 'adSpend' | (typeof kCounted)[number];
  value: AmountFigure;
}

function observationsOf(
  { id, adSpend, figures }: BroughtChannel,
  noteOf: NoteOf,
  channel?: string,
): Observation[] {
  const counted = { adSpend, ...figures };
  return (['adSpend', ...kCounted] as const).flatMap((figure) => {
    const one = counted[figure];
    return one?.until
      ? [{ channel, date: one.until, figure, value: figureOf(one, noteOf(id, one)) }]
      : [];
  });
}

/** The last day of a figure holds those before it; a row without any figure says nothing. */
function withObservation(
  counts: readonly ObservedCounts[],
  { channel, date, figure, value }: Observation,
): readonly ObservedCounts[] {
  const others = counts.map((row) =>
    row.channel === channel && row.date <= date ? without(row, [figure]) : row,
  );
  const isOfDay = (row: ObservedCounts) => row.channel === channel && row.date === date;
  const row = { ...(channel && { channel }), date, ...others.find(isOfDay), [figure]: value };
  const at = others.findIndex(isOfDay);
  return others
    .toSpliced(at < 0 ? others.length : at, 1, row)
    .filter((one) => one.channel !== channel || saysSomething(one));
}

const saysSomething = ({ channel: _, date: __, ...figures }: ObservedCounts) =>
  Object.keys(figures).length > 0;

/** What names stood for, to be remembered. */
function takenAs(names: readonly Named[], targets: readonly Target[]) {
  const idOf = new Map(targets.map(({ key, channel }) => [key, channel.id]));
  return names.map(
    ({ name, target }) => [name, target === kLeftOut ? '' : idOf.get(target)] as const,
  );
}
