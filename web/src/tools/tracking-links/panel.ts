// Tracking links: an address, the plan's channels and campaigns become links, each with the channel group that
// GA4 files it under.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Channel } from '../../../generated/contract';
import type { LinksMade, MadeLink } from '../../../generated/evidence';
import type { EngineError } from '../../engine/engine';
import type { AskOfEvidence } from '../../engine/reader';
import { choiceField, stay, textField } from '../../kit/fields';
import { table } from '../../kit/tables';
import { whileOpen } from '../../kit/while-open';
import { errorWords } from '../../locales/later/index';
import { csvOf } from '../../sharing/csv';
import { button } from '../../sharing/keeping';
import { ownState } from '../../view/own-state';
import type { EvidenceTool } from '../../view/tool';
import { nameOf, type View } from '../../view/view';
import {
  isLinked,
  kAllowed,
  kOfAll,
  linkedChannels,
  linksMade,
  type Parameter,
  placeOf,
  rememberNames,
  utm,
} from './asking';
import { checkSection } from './checking';
import { qrCode } from './qr';
import { filedUnder, issueWords } from './saying';
import { linksLayout } from './styles';
import { kGroups, linkWords } from './words';

export const trackingLinksTool: EvidenceTool = {
  id: 'tracking-links',
  name: (view) => linkWords(view).title,
  purpose: (view) => linkWords(view)[view.outside.isAlone ? 'purposeAlone' : 'purpose'],
  draw: { answered: panel },
  layout: linksLayout,
};

/** So many are drawn; the others are copied and saved. */
const kShown = 50;

/** The link whose code is open. */
const coded = ownState<{ url?: string | undefined }>({});

function panel(view: View, ask: AskOfEvidence): TemplateResult {
  const say = linkWords(view);
  const reply = linksMade(view, ask);
  return html`<div class="links-in">
    <form @submit=${stay} aria-label=${say.title}>
      ${typed(view, 'address', say.address)}
      ${lines(view, 'campaigns', say.campaigns)}
      <fieldset>
        <legend>${say.channels}</legend>
        <div class="picks">${view.store.scenario.channels.map((channel, at) => pick(view, channel, at))}</div>
      </fieldset>
    </form>
    ${reply === undefined ? html`<p class="note">${say.begin}</p>` : nothing}
    ${reply?.ok ? made(view, reply.value) : nothing}
    ${reply && !reply.ok ? reply.errors.slice(0, 1).map((error) => refusal(view, error)) : nothing}
    ${whileOpen(view, 'link-sources', { title: say.sources, level: 3 }, () => sources(view))}
    ${whileOpen(view, 'link-others', { title: say.others, level: 3 }, () => others(view))}
    ${whileOpen(view, 'link-rules', { title: say.rules, level: 3 }, () => rules(view))}
    ${whileOpen(view, 'link-check', { title: say.check, level: 3 }, () => checkSection(view, ask))}
  </div>`;
}

function refusal(view: View, error: EngineError): TemplateResult {
  const most = view.format.figure(Number(error.detail), 'count');
  const isTooMany = error.code === 'request.size';
  return html`<p class="wrongly">${isTooMany ? linkWords(view).tooMany(most) : errorWords(view, error)}</p>`;
}

// Fields

const typed = (view: View, field: string, label: string): TemplateResult =>
  textField(view, { pointer: placeOf(view.store.base, field), label });

const lines = (view: View, field: string, label: string): TemplateResult =>
  textField(view, {
    pointer: placeOf(view.store.base, field),
    label,
    type: 'area',
    note: linkWords(view).onePerLine,
  });

function pick(view: View, channel: Channel, at: number): TemplateResult {
  const { store } = view;
  const pointer = placeOf(`${store.base}/channels/${at}`, 'off');
  const isOn = isLinked(channel);
  const toggle = () => {
    store.edit(pointer, isOn ? 'yes' : undefined);
    store.leave(pointer);
  };
  return html`<label><input type="checkbox" name=${pointer} .checked=${live(isOn)} @change=${toggle} /> ${nameOf(view, channel.id)}</label>`;
}

const sources = (view: View): TemplateResult =>
  html`<form @submit=${stay}>${view.store.scenario.channels.map((channel, at) =>
    isLinked(channel)
      ? (['source', 'medium'] as const).map((part) =>
          textField(view, {
            pointer: placeOf(`${view.store.base}/channels/${at}`, part),
            label: `${nameOf(view, channel.id)}, ${utm(part)}`,
          }),
        )
      : nothing,
  )}</form>`;

function others(view: View): TemplateResult {
  const say = linkWords(view);
  return html`<form @submit=${stay}>
    ${lines(view, 'contents', say.contents)} ${kOfAll.map((parameter) => typed(view, parameter, utm(parameter)))}
    ${choice(view, 'existing', say.existingIs, say.keepOrNot)} ${choice(view, 'place', say.place, say.places)}
    <p class="note">${say.placeNote}</p>
  </form>`;
}

function rules(view: View): TemplateResult {
  const say = linkWords(view);
  return html`<form @submit=${stay}>
    ${choice(view, 'letters', say.letters, say.lettersAre)} ${choice(view, 'accents', say.accents, say.accentsAre)}
    ${choice(view, 'separator', say.separator, { _: '_', '-': '-', typed: say.asTyped })}
    ${kAllowed.map(([parameter, kind]) => lines(view, kind, say.allowed(utm(parameter))))}
    <p class="note">${say.rulesNote}</p>
  </form>`;
}

/** The first is what counts unless another is chosen. */
function choice(
  view: View,
  field: string,
  label: string,
  options: Readonly<Record<string, string>>,
): TemplateResult {
  const all = Object.entries(options);
  return choiceField(view, {
    pointer: placeOf(view.store.base, field),
    label,
    options: all,
    initial: all[0]?.[0] ?? '',
  });
}

// Links

function made(view: View, found: LinksMade): TemplateResult {
  const say = linkWords(view);
  const { links, existing, names } = found;
  const count = (number: number) => view.format.figure(number, 'count');
  const before = Object.entries(existing).map(([name, value]) => `${utm(name)}=${value}`);
  const copyAll = () => copy(view, found, links.map(({ link }) => link.url).join('\n'));
  const shared = names.filter(({ name, channels }) => channels.length > 1 && name.includes(' / '));
  return html`${before.length > 0 ? html`<p class="note">${say.existing(view.format.list(before))}</p>` : nothing}
    ${table({
      caption: say.links,
      columns: [say.channel, say.link, say.filed, say.notes],
      rows: links.slice(0, kShown).map((one) => row(view, found, one)),
    })}
    ${links.length > kShown ? html`<p class="note">${say.more(links.length - kShown, count(links.length - kShown))}</p>` : nothing}
    <p>${links.length > 1 ? button(say.copyAll(count(links.length)), copyAll) : nothing} ${button(say.csv, () => saveCsv(view, found))}</p>
    ${shared.map(({ name }) => html`<p class="note">${say.shared(name)}</p>`)}
    <p class="note">${say.asOf}</p>`;
}

function row(view: View, found: LinksMade, one: MadeLink) {
  const say = linkWords(view);
  const { link } = one;
  const what = calledIn(view, one);
  const isOpen = coded.of(view).url === link.url;
  const toggle = () => coded.update(view, { url: isOpen ? undefined : link.url });
  return [
    what,
    html`<code>${link.url}</code>
      <button type="button" class="link" aria-label=${say.copyOf(what)} @click=${() => copy(view, found, link.url)}>${say.copy}</button>
      <button type="button" class="link" aria-label=${say.qrOf(what)} aria-expanded=${isOpen ? 'true' : 'false'} @click=${toggle}>QR</button>
      ${isOpen ? qrCode(view, link.url, what) : nothing}`,
    filedUnder(view, link),
    html`${notes(view, one).map((note) => html`<p>${note}</p>`)}`,
  ] as const;
}

/** By what sets it apart from the others. */
function calledIn(view: View, { channel, link, campaign, content }: MadeLink): string {
  const id = channel === undefined ? undefined : linkedChannels(view)[channel]?.id;
  return [
    id === undefined ? '' : nameOf(view, id),
    campaign === undefined ? '' : link.tags.campaign,
    content === undefined ? '' : link.tags.content,
  ]
    .filter(Boolean)
    .join(', ');
}

const notes = (view: View, { typed: before, link }: MadeLink): string[] => [
  ...issueWords(view, link),
  ...(Object.entries(before) as [Parameter, string][]).map(([name, from]) =>
    linkWords(view).typed(utm(name), from, link.tags[name] ?? ''),
  ),
];

async function copy(view: View, found: LinksMade, text: string): Promise<void> {
  const say = linkWords(view);
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    view.outside.say(say.notCopied, true);
    return;
  }
  const areKept = rememberNames(view, found);
  view.outside.say(areKept ? `${say.copied} ${say.remembered}` : say.copied);
}

function saveCsv(view: View, found: LinksMade): void {
  const say = linkWords(view);
  const kAll: readonly Parameter[] = ['source', 'medium', 'campaign', 'content', ...kOfAll];
  const heads = [say.channel, ...kAll.map(utm), say.link, say.filed, say.notes];
  const rows = found.links.map((one) => {
    const { link } = one;
    const channel = one.channel === undefined ? undefined : linkedChannels(view)[one.channel];
    return [
      channel ? nameOf(view, channel.id) : '',
      ...kAll.map((name) => link.tags[name] ?? ''),
      link.url,
      link.group ? kGroups[link.group] : '',
      notes(view, one).join(' '),
    ];
  });
  view.outside.download(csvOf(view, [heads, ...rows]), 'tracking-links.csv', 'text/csv');
  const areKept = rememberNames(view, found);
  view.outside.say(areKept ? `${say.saved} ${say.remembered}` : say.saved);
}
