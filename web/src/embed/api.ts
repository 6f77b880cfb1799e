// What a host page may use of <roi-calculator>. The declarations and the manifest that are
// published are written from this file.
import type { Brief } from '../../generated/brief';
import type { EngineError, Figure, ScenarioResult } from '../../generated/calls';
import type { Document } from '../../generated/contract';

export type { Brief, Document, EngineError, Figure, ScenarioResult };

/** The plan, and what the shown scenario of it comes to. */
export interface RoiAnswer {
  scenario: Document;
  results: ScenarioResult;
}

export interface RoiGoal {
  attained: boolean;
  metric: string;
  target: number;
  value: Figure;
}

/** One of the figures that are handed over. */
export interface RoiLeadFigure {
  /** `roi`, `profit`, `cost`, `leads`, `customers`, `fullCostCpl` or `breakEvenCpl`. */
  metric: string;
  /** Its name and what it comes to, in the visitor's language. */
  label: string;
  text: string;
  value: Figure;
}

/** What the visitor hands over by pressing what stands in a slot and is marked `data-roi-send`. */
export interface RoiLead {
  /** The language it is written in. */
  lang: string;
  /** The verdict as it is read, with what limits it. */
  verdict: string;
  figures: RoiLeadFigure[];
  /** Opens the plan on the calculator's own page; none where there is no such page. */
  link?: string;
  /** All of the above in lines, for a message. */
  text: string;
  scenario: Document;
}

/** How far a visitor comes: names of fields and sections, and nothing of what is typed. Each is told once. */
export interface RoiProgress {
  /** `question`: a field was reached; `section`: one was opened; `finished`: there is an answer after
   * own typing; `left`: the page was left after typing. */
  step: 'question' | 'section' | 'finished' | 'left';
  /** Of a question the field in the document, as `closeRate` or `channels/leads`; of a section its name, as
   * `influence`. */
  name?: string;
}

/** What left the calculator by the visitor's own act. */
export interface RoiExport {
  name: string;
  type: string;
}

/** What was wrong: an attribute, which is taken as it was meant if that is clear, else left out; or the
 * start. */
export type RoiProblem =
  | 'lang'
  | 'currency'
  | 'preset'
  | 'mode'
  | 'theme'
  | 'loading'
  | 'frame-src'
  | 'page-src'
  | 'data-layer'
  | 'scenario'
  | 'brief'
  | 'load';

export interface RoiFailure {
  code: RoiProblem;
  /** A sentence in the language of the element. */
  message: string;
  /** What the core says of a plan or a brief it refuses. */
  errors: EngineError[];
}

/** All of them bubble, and leave shadow roots. */
export interface RoiCalculatorEvents {
  /** The first answer is shown. */
  'roi-ready': CustomEvent<RoiAnswer>;
  /** The visitor has changed something. */
  'roi-change': CustomEvent<RoiAnswer>;
  /** The plan's goal has come to be attained or missed by what the visitor did. */
  'roi-goal': CustomEvent<RoiGoal>;
  /** The visitor has saved a file. */
  'roi-export': CustomEvent<RoiExport>;
  /** The visitor has pressed what is marked `data-roi-send`, or the brief's call to action. */
  'roi-cta': CustomEvent<RoiLead>;
  /** The visitor has come a step further; told only where `data-layer` is stated. */
  'roi-progress': CustomEvent<RoiProgress>;
  /** An attribute was not as it should be, or the calculator could not start. */
  'roi-error': CustomEvent<RoiFailure>;
}

export interface RoiCalculatorElement extends HTMLElement {
  /** Language and formats: `fr`, `en-GB`; those of the page unless stated. */
  lang: string;
  /** ISO 4217 code the examples are shown in; a label, nothing is converted. */
  currency: string;
  /** Example to begin with: `email`, `one-channel`, `b2b-leads`, `e-commerce`, `saas`, `local-service`, `agency-pitch`; unless stated, `one-channel` where it is compact, else `email`. */
  preset: string;
  /** `compact`: the answer and its first inputs, the rest on demand; `full` unless stated. */
  mode: string;
  /** Plan to begin with: JSON text, or the document itself as a property. */
  scenario: Document | string | undefined;
  /** What is asked and shown, in whose words and colours: JSON text, `#` and the id of a `<script type="application/json">` of the page, or the brief itself as a property. */
  brief: Brief | string | undefined;
  /** `eager` starts at once; `lazy`, when it comes near the window, unless stated. */
  loading: string;
  /** `light` or `dark`; what the visitor prefers unless stated. */
  theme: string;
  /** The address of embed.html, shown where the page lets no WebAssembly run; `none` for never. */
  frameSrc: string;
  /** The address of the calculator's own page, where plans can be opened and figures are defined; `none` for no way there. */
  pageSrc: string;
  /** Name of the window's list that coarse events are pushed into; none unless stated. */
  dataLayer: string;

  /** A copy of the plan as it stands; none before the first answer. A figure says in `origin` whose
   * it is: `example`, `page` (given by attribute or `setScenario`); none where the visitor typed it.
   * What the visitor states of it is in `provenance`, `note` and `n`. */
  getScenario(): Document | undefined;
  /** Shows a plan, its figures marked as the page's where they state no `origin`; rejects with a `RoiError` if the core refuses it, and then changes nothing. */
  setScenario(scenario: Document | string): Promise<void>;
  /** What the shown scenario comes to; none before the first answer. */
  getResults(): ScenarioResult | undefined;
  /** What a press would hand over, for a form that stands elsewhere in the page. Rejects before the first answer. */
  handOver(): Promise<RoiLead>;
  /** Shows what the attributes say again. */
  reset(): Promise<void>;
}

/** Why a plan was refused. */
export interface RoiError extends Error {
  code: RoiProblem;
  errors: EngineError[];
}

declare global {
  interface HTMLElementTagNameMap {
    'roi-calculator': RoiCalculatorElement;
  }
  interface HTMLElementEventMap extends RoiCalculatorEvents {}
}
