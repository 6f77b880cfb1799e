// What tracking links are made of, as the plan's document holds it, and what is asked of it.
import type { Channel } from '../../../generated/contract';
import type {
  LinkRules,
  LinksMade,
  LinksRead,
  LinkTags,
  TrackingLinksRequest,
} from '../../../generated/evidence';
import type { Reply } from '../../engine/engine';
import { type AskOfEvidence, wellFormed } from '../../engine/reader';
import type { View } from '../../view/view';

export type Parameter = keyof LinkTags;

/** As it stands in an address. */
export const utm = (parameter: string): string =>
  `utm_${parameter.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)}`;

/** Said of all links alike. */
export const kOfAll = [
  'term',
  'id',
  'sourcePlatform',
  'creativeFormat',
  'marketingTactic',
] as const satisfies readonly Parameter[];

export const linksIn = ({ store }: View) => store.scenario.links ?? {};

const linesOf = (text = ''): string[] =>
  wellFormed(text)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Small letters without accents, words parted by "_", unless the agency writes otherwise. */
export function rulesOf(view: View): LinkRules {
  const { letters, accents, separator = '_', sources, mediums } = linksIn(view);
  return {
    lower: letters !== 'typed',
    plain: accents !== 'typed',
    ...(separator === 'typed' ? {} : { separator }),
    allowed: { source: linesOf(sources), medium: linesOf(mediums) },
  };
}

export const linkedChannels = ({ store }: View): Channel[] =>
  store.scenario.channels.filter(({ link }) => !link?.off);

const isPaid = ({ adSpendCpc, adSpendCpm, costs = [] }: Channel): boolean =>
  adSpendCpc !== undefined ||
  adSpendCpm !== undefined ||
  costs.some(({ kind }) => kind === 'adSpend');

/** A channel of no known platform is its own source, by its name. */
function channelAsked({ link = {}, ...channel }: Channel) {
  const { id, platform = 'other', name } = channel;
  const source = link.source ?? (platform === 'other' ? name : undefined);
  const { medium } = link;
  const tags = {
    ...(source && { source: wellFormed(source) }),
    ...(medium && { medium: wellFormed(medium) }),
  };
  return { id, platform, paid: isPaid(channel as Channel), tags };
}

/** Nothing while there is no address. */
export function linksMade(view: View, ask: AskOfEvidence): Reply<LinksMade> | undefined {
  const typed = linksIn(view);
  const address = wellFormed(typed.address ?? '').trim();
  if (!address) return undefined;
  const said = kOfAll.map((parameter) => [parameter, wellFormed(typed[parameter] ?? '')] as const);
  const request: TrackingLinksRequest = {
    address,
    place: typed.place ?? 'query',
    existing: typed.existing ?? 'keep',
    rules: rulesOf(view),
    tags: Object.fromEntries(said),
    channels: linkedChannels(view).map(channelAsked),
    campaigns: linesOf(typed.campaigns).map((campaign) => ({ campaign })),
    contents: linesOf(typed.contents).map((content) => ({ content })),
  };
  return ask('trackingLinks', request);
}

export const linksRead = (view: View, ask: AskOfEvidence, text: string): Reply<LinksRead> =>
  ask('readLinks', { text: wellFormed(text), rules: rulesOf(view) });

/** What names of exports stand for from now on: those that one channel alone has. */
export function rememberNames({ store }: View, { names }: LinksMade): void {
  const ours = names.flatMap(({ name, channels: [channel, ...others] }) =>
    channel === undefined || others.length > 0 || name.length > kLongestName
      ? []
      : [{ name, channel }],
  );
  const before = store.document.names ?? [];
  const isKnown = (one: (typeof ours)[number]) =>
    before.some(({ name, channel }) => name === one.name && channel === one.channel);
  if (ours.every(isKnown)) return;
  const others = before.filter(({ name }) => !ours.some((one) => one.name === name));
  store.edit('/names', [...others, ...ours].slice(-kMostNames));
  store.leave('/names');
}

/** What the document has room for. */
const kMostNames = 1000;
const kLongestName = 120;
