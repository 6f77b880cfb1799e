// What tracking links are made of, as the plan's document holds it, and what is asked of it.
import type { Channel } from '../../../generated/contract';
import type { LinkRules, LinksMade, LinksRead, LinkTags } from '../../../generated/evidence';
import type { Reply } from '../../engine/engine';
import { type AskOfEvidence, wellFormed } from '../../engine/reader';
import { remembering } from '../../plan/names';
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

/** Parameters whose values an agency may list, and where their lists are kept. */
export const kAllowed = [
  ['source', 'sources'],
  ['medium', 'mediums'],
  ['campaign', 'allowedCampaigns'],
  ['content', 'allowedContents'],
  ['term', 'allowedTerms'],
] as const satisfies readonly (readonly [Parameter, string])[];

type Settings = Channel['links'];

/** Where one is kept, within a scenario or a channel. */
export const placeOf = (base: string, kind: string): string => `${base}/links/kind=${kind}/text`;

const said = (settings: Settings = [], kind: string): string =>
  wellFormed(settings.find((one) => one.kind === kind)?.text ?? '').trim();

export const isLinked = ({ links }: Channel): boolean => said(links, 'off') === '';

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Small letters without accents, words parted by "_", unless the agency writes otherwise. */
export function rulesOf({ store }: View): LinkRules {
  const of = (kind: string) => said(store.scenario.links, kind);
  const separator = of('separator') || '_';
  return {
    lower: of('letters') !== 'typed',
    plain: of('accents') !== 'typed',
    ...(separator === '_' || separator === '-' ? { separator } : {}),
    allowed: Object.fromEntries(
      kAllowed.map(([parameter, kind]) => [parameter, linesOf(of(kind))]),
    ),
  };
}

export const linkedChannels = ({ store }: View): Channel[] =>
  store.scenario.channels.filter(isLinked);

const isPaid = ({ adSpendCpc, adSpendCpm, costs = [] }: Channel): boolean =>
  adSpendCpc !== undefined ||
  adSpendCpm !== undefined ||
  costs.some(({ kind }) => kind === 'adSpend');

/** A channel of no known platform is its own source, by its name. */
function channelAsked(channel: Channel) {
  const { id, platform = 'other', name = '', links } = channel;
  const source = said(links, 'source') || (platform === 'other' ? wellFormed(name) : '');
  return { id, platform, paid: isPaid(channel), tags: { source, medium: said(links, 'medium') } };
}

/** Nothing while there is no address. */
export function linksMade(view: View, ask: AskOfEvidence): Reply<LinksMade> | undefined {
  const of = (kind: string) => said(view.store.scenario.links, kind);
  const address = of('address');
  if (!address) return undefined;
  return ask('trackingLinks', {
    address,
    place: of('place') === 'fragment' ? 'fragment' : 'query',
    existing: of('existing') === 'replace' ? 'replace' : 'keep',
    rules: rulesOf(view),
    tags: Object.fromEntries(kOfAll.map((parameter) => [parameter, of(parameter)])),
    channels: linkedChannels(view).map(channelAsked),
    campaigns: linesOf(of('campaigns')).map((campaign) => ({ campaign })),
    contents: linesOf(of('contents')).map((content) => ({ content })),
  });
}

export const linksRead = (view: View, ask: AskOfEvidence, text: string): Reply<LinksRead> =>
  ask('readLinks', { text: wellFormed(text), rules: rulesOf(view) });

/** What names of exports stand for from now on: those that one channel alone has. Says whether there are any. */
export function rememberNames({ store, outside }: View, { names }: LinksMade): boolean {
  if (outside.isAlone) return false;
  const ours = names.flatMap(({ name, channels: [channel, ...others] }) =>
    channel === undefined || others.length > 0 ? [] : [[name, channel] as const],
  );
  const before = store.document.names ?? [];
  const isKnown = ([called, id]: (typeof ours)[number]) =>
    before.some(({ name, channel }) => name === called && channel === id);
  if (!ours.every(isKnown)) {
    store.edit('/names', remembering(before, ours));
    store.leave('/names');
  }
  return ours.length > 0;
}
