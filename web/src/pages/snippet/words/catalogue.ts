// What the page that writes the snippet says.
import type { Trade } from '../ready';

export const kBuilders = [
  'WordPress',
  'Webflow',
  'Wix',
  'Squarespace',
  'Framer',
  'Shopify',
  'HubSpot',
] as const;

/** What of the answer may be left out. */
type BuiltSection =
  | 'picture'
  | 'channels'
  | 'usual'
  | 'goal'
  | 'sure'
  | 'influence'
  | 'knowing'
  | 'seek'
  | 'time'
  | 'since'
  | 'changed'
  | 'split'
  | 'all';

export interface SnippetWords {
  title: string;
  intro: string;
  /** The calculator’s own page. */
  calculator: string;
  options: string;
  kind: string;
  kinds: Record<'script' | 'frame', string>;
  kindNote: Record<'script' | 'frame', string>;
  language: string;
  currency: string;
  currencyNote: string;
  preset: string;
  mode: string;
  modes: Record<'compact' | 'full', string>;
  theme: string;
  themes: Record<'' | 'light' | 'dark', string>;
  accent: string;
  paper: string;
  own: string;
  font: string;
  fontNote: string;
  radius: string;
  layer: string;
  layerNote: string;
  preview: string;
  snippet: string;
  copy: string;
  copied: string;
  copyFailed: string;
  policy: string;
  policyNote: Record<'script' | 'frame', string>;
  missing: string;
  lead: string;
  leadNote: string;
  email: string;
  send: string;
  wouldSend: string;
  notes: string;
  builders: Record<(typeof kBuilders)[number], string>;
  privacy: string;
  privacyNote: string;
  open: string;
  /** Building a calculator of one's own. */
  brief: {
    heading: string;
    note: string;
    inPlace: string;
    hidden: string;
    showAgain: (name: string) => string;
    changed: string;
    isHidden: (name: string) => string;
    place: (at: number, of: number) => string;
    ofChannel: (name: string, channel: number) => string;
    /** Of a field that has no name here, by its key in the contract. */
    unnamed: (key: string) => string;
    acts: Record<'hide' | 'show' | 'lock' | 'require' | 'rename', string>;
    done: string;
    ready: string;
    choose: string;
    trades: Record<Trade, string>;
    flags: Record<'hidden' | 'locked' | 'required', string>;
    isMoved: string;
    label: string;
    help: string;
    low: string;
    high: string;
    up: string;
    down: string;
    sections: string;
    section: Record<BuiltSection, string>;
    call: string;
    callText: string;
    callAddress: string;
    text: string;
    file: string;
    notJson: string;
    inkOnPaper: string;
    accentOnPaper: string;
    contrast: (pair: string, ratio: string, isEnough: boolean) => string;
  };
}
