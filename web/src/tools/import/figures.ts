// Which channel each name of the files is, and what it counted: the request whose reply are figures of
// the plan (roi/evidence.h).
import {
  type Channel,
  type Document,
  kLabelLimit,
  type Scenario,
} from '../../../generated/contract';
import type { BringRequest, Part } from '../../../generated/evidence';
import type { Read, ReadSeries, ReadSums } from '../../../generated/export';
import { channelIds, freeId } from '../../plan/edits';
import { plain } from '../../plan/names';
import type { Brought, Grouping, Role, Source } from './sources';
import { isRead } from './sources';

export const kCounts = ['spend', 'impressions', 'clicks', 'leads', 'customers', 'revenue'] as const;
/** What an ad is to win, and what that is worth. */
const kWon = ['leads', 'customers'] as const;
const kOutcomes = [...kWon, 'revenue'] as const;
export type Count = (typeof kCounts)[number];

/** What stands for a name: a channel of the plan by its id, a new one, all channels together, or none. */
export const kTogether = '*';
export const kLeftOut = '';
const kNew = 'new:';

/** A channel that is still to come, by its name or its platform. */
export const newChannelKey = (name: string): string => `${kNew}${name}`;

/** What one name of a file sums to. */
export interface Named {
  source: Source;
  read: Read;
  /** By which it is remembered. */
  name: string;
  platform: string | undefined;
  sums: ReadSums;
  series: ReadSeries | undefined;
  /** The last day of what was counted since the plan began. */
  until: string | undefined;
  /** Which count of it stands for what. */
  meanings: Readonly<Record<Count, string>>;
  target: string;
}

type Platform = NonNullable<Channel['platform']>;

/** What a file's rows may be taken as; the first is what it is taken as unless chosen. */
export function groupingsOf(read: Read): Grouping[] {
  const named: Grouping[] = [];
  if (read.byChannel) named.push('channel');
  if (read.byCampaign) named.push('campaign');
  const isOneChannel = read.channel !== undefined || read.platform !== 'generic' || read.date;
  return isOneChannel && !read.byChannel ? ['all', ...named] : [...named, 'all'];
}

export const groupingOf = (source: Source, read: Read): Grouping =>
  source.grouping ?? groupingsOf(read)[0] ?? 'all';

const withoutEnding = (name: string) => name.replace(/\.\w{1,5}$/, '');

type Parts = Omit<Named, 'target'>;

function partsOf(source: Source, { action, isSince }: Known): Parts[] {
  const { found } = source;
  if (!isRead(found)) return [];
  const { totals, series, byChannel, byCampaign } = found;
  const counted = isSince ? { ...found.since } : { totals, series, byChannel, byCampaign };
  if (!counted.totals) return [];
  const grouping = groupingOf(source, found);
  const chosen = kCounts.map((count) => [count, meaningOf(source, found, count, action)]);
  const meanings = Object.fromEntries(chosen) as Named['meanings'];
  const about = { source, read: found, meanings, until: isSince ? found.since?.last : undefined };
  if (grouping === 'all') {
    const { channel: platform, platformName } = found;
    const name = platformName ?? withoutEnding(source.name);
    return [{ ...about, name, platform, sums: counted.totals, series: counted.series }];
  }
  const groups = (grouping === 'channel' ? counted.byChannel : counted.byCampaign) ?? [];
  return groups.map(({ name, channel, sums, series }) => {
    if (grouping === 'channel') return { ...about, name, platform: channel, sums, series };
    // Campaigns of several platforms may be called alike.
    const whole = found.platformName ? `${found.platformName}, ${name}` : name;
    return { ...about, name: whole, platform: found.channel, sums, series };
  });
}

/** What a plan knows of names: channels that may be filled, and how names were taken before. */
interface Known {
  channels: readonly Channel[];
  names: Document['names'];
  nameOf: (id: string) => string;
  action: Action;
  /** Those of all scenarios: a channel is the same wherever it is. */
  elsewhere: readonly Channel[];
  isPaidElsewhere: (source: Source) => boolean;
  /** Whether only what was counted since the plan began counts, and only of its channels. */
  isSince: boolean;
}

/** Every name of every file, with what it stands for. */
export function namesIn({ sources, channels }: Brought, known: Known): Named[] {
  return sources
    .flatMap((source) => partsOf(source, known))
    .map((part) => {
      const chosen = Object.hasOwn(channels, part.name) ? channels[part.name] : undefined;
      const target = isThere(chosen, known) ? chosen : remembered(part.name, known);
      const found = target ?? foundFor(part, known);
      return { ...part, target: known.isSince && isNew(found) ? kLeftOut : found };
    });
}

const isNew = (target: string): boolean => target.startsWith(kNew);

/** A channel may have gone since. */
const isThere = (target: string | undefined, { channels }: Known): target is string =>
  target === kLeftOut ||
  target === kTogether ||
  (target !== undefined && isNew(target)) ||
  channels.some(({ id }) => id === target);

function remembered(name: string, known: Known): string | undefined {
  const before = known.names?.find((one) => one.name === name)?.channel;
  return isThere(before, known) ? before : undefined;
}

/** A channel of that name, or of that platform; what counts visits of no channel is left out. */
function foundFor(part: Parts, { channels, nameOf, isPaidElsewhere }: Known): string {
  const { name, platform, read, source, sums } = part;
  const isWhole = groupingOf(source, read) === 'all';
  const same = channels.find(({ id }) => plain(nameOf(id)) === plain(name));
  if (same) return same.id;
  const isCampaign = groupingOf(source, read) === 'campaign';
  const ofPlatform = isCampaign ? undefined : channels.find((one) => one.platform === platform);
  if (platform && ofPlatform) return ofPlatform.id;
  if (platform && !isCampaign) return newChannelKey(platform);
  const isOfChannels = read.claimed || sums.spend !== undefined || isCampaign;
  if (isWhole && !isOfChannels) return kTogether;
  const mayBePaid = read.platform === 'generic' && !isPaidElsewhere(source);
  return isOfChannels || mayBePaid ? newChannelKey(name) : kLeftOut;
}

/** A channel that counts of files go into. */
export interface Target {
  key: string;
  /** Of the plan, or new and empty. */
  channel: Channel;
  isNew: boolean;
}

/** The channels that names stand for, each once; new ones with ids that no scenario has. */
export function targetsOf(
  names: readonly Named[],
  { channels, elsewhere }: Known,
  document: Document,
): Target[] {
  const taken = channelIds(document);
  const keys = new Set(names.map(({ target }) => target));
  return [...keys].flatMap((key): Target[] => {
    if (key === kLeftOut || key === kTogether) return [];
    const channel = channels.find(({ id }) => id === key);
    if (channel) return [{ key, channel, isNew: false }];
    const same = elsewhere.find(
      (one) => isCalled(one, key) && !channels.some(({ id }) => id === one.id),
    );
    const id = same?.id ?? freeId(taken, 'channel');
    taken.push(id);
    return [{ key, channel: newChannel(id, key, names), isNew: true }];
  });
}

/** By the name that it has, or by its platform where it has none. */
const isCalled = ({ name, platform }: Channel, key: string) =>
  key === newChannelKey(name ?? platform ?? '');

function newChannel(id: string, key: string, names: readonly Named[]): Channel {
  const of = names.filter(({ target }) => target === key);
  const platform = of[0]?.platform as Platform | undefined;
  const isPlatform = platform !== undefined && key === newChannelKey(platform);
  const name = key.slice(kNew.length, kNew.length + kLabelLimit);
  return { id, ...(platform ? { platform } : {}), ...(isPlatform ? {} : { name }), costs: [] };
}

type Action = Scenario['action'];

/** Which count of a file stands for a figure, of those that may. Where an ad platform counts leads and sales, they
 * are those of different campaigns: no lead has become a sale by that. */
export function meaningOf({ counts }: Source, read: Read, count: Count, action: Action): string {
  const { claimed, offers } = read;
  const isSale = count === 'customers' || count === 'revenue';
  const isApart = isSale && claimed && offers.leads !== undefined && action !== 'order';
  return counts[count] ?? (isApart ? '' : (offers[count]?.[0] ?? ''));
}

/** Whether anything of a file goes anywhere. */
export const isUsed = (source: Source, names: readonly Named[]): boolean =>
  names.some((one) => one.source.id === source.id && one.target !== kLeftOut);

/** What a file leaves open, and nothing but an answer can close. Rates are worked out from counts; and kinds of
 * results matter only where nothing else is counted as won. */
export function openQuestions(source: Source, action: Action): Read['questions'] {
  const { found } = source;
  if (!isRead(found)) return [];
  const isWon = kWon.some((count) => meaningOf(source, found, count, action) !== '');
  return found.questions.filter(({ about }) => about !== 'rate' && !(about === 'result' && isWon));
}

/** What is counted of a name, as it stands in the request. */
export function totalOf({ meanings, sums }: Named, count: Count): number | undefined {
  const meaning = meanings[count];
  return meaning === '' ? undefined : sums[meaning];
}

/** What is counted of a name for the scorecard. */
export const kpisOf = ({ read, sums }: Named): { of: string; total: number }[] =>
  Object.entries(read.kpis ?? {}).flatMap(([of, meaning]) => {
    const total = sums[meaning];
    return total === undefined || total < 0 ? [] : [{ of, total }];
  });

function partOf(named: Named): Part {
  const { read, series, meanings } = named;
  const kpis = kpisOf(named);
  const { analytics, claimed, periods } = read;
  const { until } = named;
  const counted = kCounts.flatMap((count) => {
    const total = totalOf(named, count);
    if (total === undefined) return [];
    const over = series?.[meanings[count]];
    return [[count, { total, ...(periods && over ? { series: over } : {}) }] as const];
  });
  return {
    ...(claimed ? { claimed } : {}),
    ...(analytics ? { analytics } : {}),
    ...(periods ?? {}),
    ...(until ? { until } : {}),
    ...Object.fromEntries(counted),
    ...(kpis.length > 0 ? { kpis } : {}),
  };
}

interface Asked {
  names: readonly Named[];
  targets: readonly Target[];
  role: Role;
  scales: boolean;
  action: Action;
}

export function requestOf({ names, targets, role, scales, action }: Asked): BringRequest {
  const partsFor = (key: string) => names.filter(({ target }) => target === key);
  const counted = partsFor(kTogether).map((one) => totalsOf(partOf(one)));
  return {
    as: role === 'plan' ? 'plan' : 'past',
    ...(scales ? { scale: true } : {}),
    ...(action === 'order' ? { orders: true } : {}),
    channels: targets.map(({ key, channel }) => ({
      id: channel.id,
      parts: partsFor(key).map(partOf),
    })),
    ...(counted.length > 0 ? { counted } : {}),
  };
}

/** What was counted of all channels together, as if of one. */
export const requestOfAll = (names: readonly Named[], action: Action): BringRequest => ({
  as: 'past',
  ...(action === 'order' ? { orders: true } : {}),
  channels: [{ id: 'all', parts: names.filter(({ target }) => target === kTogether).map(partOf) }],
});

const totalsOf = (part: Part): Part => ({
  ...(part.analytics ? { analytics: true } : {}),
  ...Object.fromEntries(
    kOutcomes.flatMap((count) => {
      const { total } = part[count] ?? {};
      return total === undefined ? [] : [[count, { total }]];
    }),
  ),
});
