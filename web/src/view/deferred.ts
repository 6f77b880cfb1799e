// What the first answer can do without. What it must give stands here; what gives it is chosen by each
// edition, and fetched when the page is idle or something of it is opened.
import { type CSSResult, html, nothing, type TemplateResult } from 'lit';
import type { Channel, Document, Goal, Scenario, SharedCost } from '../../generated/contract';
import type { Kpi } from '../../generated/evidence';
import type { Metric, Unit } from '../../generated/metrics';
import type { Below, Soft } from '../charts/picture';
import type { Engine, EngineError, Reply } from '../engine/engine';
import type { Catalogue } from '../locales/catalogue';
import type { Format } from '../locales/format';
import type { NotOpened } from '../persistence/opened';
import type { Analyses } from '../plan/analyses';
import type { NotTaken } from '../plan/not-taken';
import type { PresetId } from '../plan/presets';
import type { Store } from '../plan/store';
import type { Briefing, KeyFigure } from './brief';
import type { Working } from './tool';
import type { NumberField, Panel, PeriodPlace, Told, View } from './view';

/** A brief, and the plan it begins with. */
export interface OpenedBrief {
  briefing: Briefing<View>;
  example: { document: Document; preset: PresetId | undefined };
}

type InALanguage = { format: Pick<View['format'], 'locale'> };
type Drawn = TemplateResult | typeof nothing;
type Measured = HTMLElement & { view: () => View | undefined };

/** Another plan in the one picture. */
export interface Beside {
  /** What the scale must reach. */
  ends: number[];
  /** On a scale to an end. */
  below: (end: number) => Below;
  summary: string;
}

/** How far the cost and the break-even may lie from where they are drawn. */
export interface SoftEnds {
  /** What the scale must reach. */
  ends: number[];
  draw: Soft;
}

/** What every calculator has later. */
export interface Everywhere {
  workings: readonly Working[];
  layouts: readonly CSSResult[];

  // The answer
  allFigures: (view: View) => TemplateResult;
  analysesOf: (store: Store) => Analyses;
  /** The plan that this one is compared with. */
  beside: (view: View) => Beside | undefined;
  belowPicture: (view: View, end: number) => Below | undefined;
  believing: (view: View) => TemplateResult | undefined;
  /** A text of a chart, a line or more. */
  chartLines: (view: View, text: string) => readonly string[];
  /** How much more it is than in the other scenario, and from what. */
  compared: (view: View) => Drawn;
  /** How far a key figure is from that of the other scenario, if there is one. */
  delta: (view: View, metric: Metric) => Drawn;
  explanation: (view: View) => Drawn;
  goalContent: (view: View) => TemplateResult;
  goalVerdict: (view: View) => string;
  /** Where what is of the period and what is of years stand together. */
  lifetimeNote: (view: View) => Drawn;
  /** Figures that the document defines of its own, and the fields of what they rest on. */
  ownResults: (view: View) => Drawn;
  ownFields: (view: View) => Drawn;
  /** One of them, as a key figure; undefined of any other. */
  ownNumber: (view: View, figure: KeyFigure) => TemplateResult | undefined;
  paybackBeside: (view: View) => Drawn;
  /** Has the charts of a calculator drawn as wide as they are. */
  measureCharts: (host: Measured) => void;
  /** What of the result is saved, where savings count. */
  savingsCounted: (view: View) => Drawn;
  seekForGoal: (view: View) => Drawn;
  /** Of the plan, or of a channel. */
  softEnds: (view: View, channel?: string) => SoftEnds | undefined;
  /** What fading ends mean, where there are any. */
  softEndsNote: (view: View) => string;
  told: (view: View, what: Told, slot: string) => Drawn;
  usualCost: (view: View) => Drawn;
  whatToType: (view: View) => string | undefined;
  /** What a language says of a scenario: in the past where it has happened. */
  wordsOf: (text: Catalogue, format: Format, scenario: Scenario) => Catalogue;

  // A brief
  /** What a brief says, once the core has taken it: a text, or what it holds. wished: the example to begin
   * with, before the one that the brief names. */
  takenBrief: (
    engine: Engine,
    brief: unknown,
    wished: string,
    usual: PresetId,
  ) => Reply<OpenedBrief>;

  // What is typed
  errorWords: (view: InALanguage, error: Pick<NotTaken, 'code' | 'detail'>) => string;
  channelDetails: (view: View, channel: Channel, base: string) => TemplateResult;
  /** What to do with a scenario that is still a copy of another. */
  copiedWords: (view: View) => string | undefined;
  costHead: (view: View) => TemplateResult;
  focusNext: (view: View) => void;
  goAlongColumn: (event: KeyboardEvent) => void;
  grid: (view: View) => TemplateResult;
  gridLink: (view: View) => TemplateResult;
  goalFields: (view: View, stated: Goal | undefined) => TemplateResult;
  moreOnCustomers: (view: View) => TemplateResult;
  periodNote: (view: View, place: PeriodPlace) => Drawn;
  resetLink: (view: View) => Drawn;
  savings: (view: View) => Drawn;
  sayReplaced: (view: View) => void;
  setupFields: (view: View, scenario: Scenario) => TemplateResult;
  sharedCosts: (view: View, shared: SharedCost[]) => TemplateResult;

  // Beside a field
  isAsked: (view: View, pointer: string) => boolean;
  marking: (view: View, path: string, pointer: string, unit: Unit) => Drawn;
  markingButton: (view: View, path: string, name: string) => TemplateResult;
  endWords: (view: View, pointer: string, unit: Unit) => string;
  movedWords: (view: View, pointer: string, unit: Unit) => string | undefined;
  published: (view: View, field: NumberField) => Drawn;
  rangeNote: (view: View, pointer: string, unit: Unit) => Drawn;
  question: (view: View, pointer: string, id: string) => TemplateResult | undefined;
  slider: (view: View, field: NumberField) => Drawn;
  spokenQuestion: (view: View) => string;
  unsure: (view: View, field: NumberField) => Drawn;

  // Keeping and sharing
  keepPlain: (view: View, place: Element) => void;
  openedWords: (view: View) => string;
  openFiles: (view: View, files: readonly File[]) => Promise<void>;
  panel: (view: View, name: Panel) => TemplateResult;
  refusedWords: (view: View, from: 'link' | 'file', why: NotOpened | EngineError) => string;
}

/** What only pages of our own have. */
export interface OfOwnPages {
  /** Cells that come from an export. */
  bringCells: (view: View, text: string) => void;
  /** Exports; or, if that is what it is, a table of channels. */
  bringFiles: (view: View, files: readonly File[]) => Promise<void>;
  /** The same of a text that was pasted. */
  bringTable: (view: View, text: string) => Promise<void>;
  cannotRememberWords: (view: View) => string;
  /** Whether a channel that is added by this link is filled in in the grid. */
  goesOnInGrid: (view: View, link: Element) => boolean;
  /** How a KPI is worked out, while it is open. */
  kpiExplanation: (view: View, kpi: Kpi) => Drawn;
  methodSection: (view: View) => TemplateResult;
  openTable: (view: View, text: string) => void;
  pasteTable: (view: View, event: ClipboardEvent) => void;
  /** Puts the report into the page; gives what takes it out again. */
  printed: (view: View, root: DocumentFragment | HTMLElement) => () => void;
  sharedLine: (view: View) => Drawn;
  sharedWords: (view: View) => string;
  /** `#method-roi` is how a figure is worked out, `#tool=import` a tool that brings
   * figures. */
  openPlace: (view: View, hash: string) => void;
  tablePaste: (view: View) => TemplateResult;
  /** The links that take a chart out. */
  take: (view: View, name: string) => TemplateResult;
  unreadWords: (view: View) => string;
}

export type Deferred = Everywhere & Partial<OfOwnPages>;

let source: (() => Promise<Deferred>) | undefined;
let loaded: Deferred | undefined;
let failed = false;

/** Said once, by whoever starts the calculators of a page. */
export function deferredFrom(load: () => Promise<Deferred>): void {
  source = load;
}

/** Once it is there. */
export const later = (): Deferred | undefined => loaded;

/** In the place of what is not there yet, or could not be fetched; opening something tries again. */
export function whileLoading({ text }: View): TemplateResult {
  const { loading, notLoaded } = text.analyses;
  return html`<p class="note">${failed ? notLoaded : loading}</p>`;
}

export async function loadDeferred(): Promise<void> {
  try {
    loaded ??= await source?.();
    failed = false;
  } catch {
    failed = true;
  }
}

/** The explanation of the open figure, if it belongs to this block of the page. */
export const explanationIn = (view: View, slot: string): Drawn =>
  view.ui.opened?.slot === slot ? (later()?.explanation(view) ?? whileLoading(view)) : nothing;

/** The links that take a chart out, where there are any. */
export const takeChart = (view: View, name: string): Drawn =>
  later()?.take?.(view, name) ?? nothing;
