// What the hosted page and the single file have in common: the page around its calculator.

import { html } from 'lit';
import type { Around, Home } from '../calculator/around';
import type { Host } from '../calculator/host';
import { RoiCalculator } from '../calculator/roi-calculator';
import { type Engine, loadEngine } from '../engine/engine';
import type { ModuleSource } from '../engine/module';
import type { ReaderSource } from '../engine/reader';
import { languageOf, loadLanguage, wishedLocale } from '../locales/index';
import { isLink, kBriefStart } from '../persistence/link-address';
import { memoryKey, recall } from '../persistence/memory';
import type { PageText, Saved } from '../persistence/saved';
import { isPreset, presets } from '../plan/presets';
import { lines } from '../standalone/lines';
import { deferredFrom, later, loadDeferred, type OpenedBrief } from '../view/deferred';
import { readState } from './saved';

/** Whether the document is a page of its own rather than a host that loads our script. */
const isOwnPage = document.documentElement.hasAttribute('data-roi-page');

const pageStyle = `
  :root { --roi-unit: 1rem }
  body { margin: 0; background: #fcfbf8 }
  @page { margin: 15mm }
  @media screen and (prefers-color-scheme: dark) { body { background: #161614 } }`;

function dressPage(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(pageStyle);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

async function sayLanguage(locale: string): Promise<void> {
  if (!isOwnPage) return;
  document.documentElement.lang = locale;
  document.title = (await loadLanguage(languageOf(locale))).title;
}

/** What of an address is a brief, to be tried. */
const briefIn = (hash: string): string | undefined =>
  hash
    .slice(1)
    .split('&')
    .find((one) => one.startsWith('brief='));

const kBriefAtStart = briefIn(location.hash);

/** A plan in the address is opened beside what the visitor has, and stays there until it is changed,
 * so that reload, back and forward lead to it; `#method-roi` leads to how a figure is worked out; `#tool=import`
 * to a tool that brings figures. */
async function openLink(calculator: RoiCalculator): Promise<void> {
  const { hash } = location;
  const brief = briefIn(hash);
  if (brief !== undefined && brief !== kBriefAtStart) location.reload();
  if (/^#(method|tool)/.test(hash)) await calculator.openPlace(hash);
  if (!hash) calculator.leaveShared();
  if (!isLink(hash)) return;
  const { documentOf } = await import('../persistence/link');
  await calculator.open(await documentOf(hash), 'link');
}

/** What is shown is no longer what the address holds. */
function forgetLink(): void {
  const { hash, pathname, search } = location;
  if (!isLink(hash)) return;
  const brief = briefIn(hash);
  history.replaceState(history.state, '', `${pathname}${search}${brief ? `#${brief}` : ''}`);
}

const kGuest: Home = { remembers: false, isOwn: false };

/** A page saved as a file is its own memory; one from the web can be linked to, and may remember. */
function homeOf(isSaved: boolean): Home {
  if (!isOwnPage) return kGuest;
  const isOnTheWeb = location.protocol.startsWith('http');
  const address = `${location.origin}${location.pathname}`;
  return { ...(isOnTheWeb ? { address } : {}), remembers: isOnTheWeb && !isSaved, isOwn: true };
}

/** A brief that the page was saved with, or that its address holds to be tried. */
function briefOf(state: Saved | undefined): (() => Promise<unknown>) | undefined {
  const { hash } = location;
  if (state?.brief) return async () => state.brief;
  if (!kBriefStart.test(hash)) return undefined;
  return async () => (await import('../persistence/link')).briefOf(hash);
}

/** A calculator in a page of ours starts at once. */
function aroundOf(
  host: Host,
  home: Home,
  engine: Promise<Engine>,
  stated: (() => Promise<unknown>) | undefined,
): Around {
  let hasFailed = false;
  let opened: OpenedBrief | undefined;
  return {
    ...home,
    lines,
    engine: async () => {
      const used = await engine;
      // A remembered plan may tell of ranges and months; the visit before has left what that takes.
      if (home.remembers && recall()) await used.complete().catch(() => undefined);
      if (!stated) return used;
      await loadDeferred();
      const reply = later()?.takenBrief(used, await stated(), host.preset, 'email');
      if (reply?.ok) opened = reply.value;
      else console.warn(reply);
      opened?.briefing.dress(host);
      return used;
    },
    get briefing() {
      return opened?.briefing;
    },
    hostConnected: () => host.start(),
    example: () => {
      const preset = isPreset(host.preset) ? host.preset : 'email';
      return opened?.example ?? { document: presets[preset], preset };
    },
    draw: (content) => {
      if (hasFailed) return html`<slot></slot>`;
      return (
        content &&
        html`<div class="live" hidden>${content.page()}</div><div class="unstyled"><slot></slot></div>`
      );
    },
    // Every browser saves what stands in the page itself.
    plainPlace: () => (home.isOwn ? host : null),
    failed: (why) => {
      console.error(why);
      hasFailed = true;
    },
  };
}

/** The page of one calculator: links to plans, and leaving it. */
function makeHome(calculator: RoiCalculator): void {
  openLink(calculator);
  addEventListener('hashchange', () => openLink(calculator));
  calculator.addEventListener('roi-own', forgetLink);
  addEventListener('pagehide', () => calculator.flush());
  addEventListener('storage', ({ key, newValue }) => {
    // No key: everything was cleared.
    if (key === null || key === memoryKey()) calculator.rememberedElsewhere(newValue !== null);
  });
  addEventListener('beforeunload', (event) => {
    if (!calculator.isSafe) event.preventDefault();
  });
}

/** What a page of ours brings for its calculator. */
interface Means {
  module: ModuleSource;
  /** What reads exports; asked for when there is one to read. */
  reader: ReaderSource;
  page: PageText;
  /** For what can wait until everything of an own page is there. */
  whenWhole?: () => void;
}

export function startPage({ module, reader, page, whenWhole }: Means): void {
  if (customElements.get('roi-calculator')) return; // loaded before
  if (isOwnPage) dressPage();

  const state = readState();
  sayLanguage(wishedLocale(state?.language));

  const engine = loadEngine(module);
  const completed = async () => (await engine).complete();
  deferredFrom(async () => {
    const [{ deferred }] = await Promise.all([import('../standalone/later'), completed()]);
    return deferred;
  });
  const stated = briefOf(state);
  const home = { ...homeOf((state ?? stated) !== undefined), pageText: page, reader };
  RoiCalculator.around = (host) => aroundOf(host, home, engine, stated);
  const calculators = document.querySelectorAll<RoiCalculator>('roi-calculator');
  for (const calculator of calculators) {
    if (state) calculator.initial = state;
    calculator.addEventListener('roi-language', () => sayLanguage(calculator.lang));
  }
  customElements.define('roi-calculator', RoiCalculator);
  const [own] = calculators;
  if (!isOwnPage || !own) return;
  if (whenWhole) own.addEventListener('roi-whole', whenWhole, { once: true });
  makeHome(own);
}
