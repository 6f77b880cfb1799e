// A tool answers one question about the plan. Its folder holds a line, which comes with the first
// answer, and a working, which comes later with what answers it; each edition lists the lines and the
// workings it has.
import type { CSSResult, nothing, TemplateResult } from 'lit';
import type { AskOfEvidence } from '../engine/reader';
import type { Section } from './brief';
import type { View } from './view';

/** A question. */
export interface Line {
  id: Section;
  /** Whether the plan gives it anything to answer: always, where it does not say. */
  concerns?: (view: View) => boolean;
  question: (view: View) => string;
}

/** Its answer in one line, and what it opens to. */
export interface Working {
  line: Line;
  /** Nothing while it is being worked out. */
  answer: (view: View) => string;
  draw: (view: View) => TemplateResult;
  layout?: CSSResult;
  report?: Part;
}

/** Its part of the printed report. */
export interface Part {
  /** Whether the plan says enough for it: wherever its line concerns the plan, if it does not say. */
  concerns?: (view: View) => boolean;
  draw: (view: View) => TemplateResult | typeof nothing;
}

/** Turns something measured into figures of the plan. */
export interface EvidenceTool {
  /** Of its address, `#tool=` and this. */
  id: string;
  name: (view: View) => string;
  /** What it takes, and what comes of it, in one sentence. */
  purpose: (view: View) => string;
  draw: Drawn;
  layout?: CSSResult;
  report?: EvidencePart;
}

/** Its part of the printed report, once there is what answers. */
export interface EvidencePart {
  /** Whether the scenario says something of it. */
  concerns: (view: View) => boolean;
  draw: (view: View, ask: AskOfEvidence) => TemplateResult;
}

/** At once, or as soon as there is what answers about evidence. */
type Drawn =
  | { atOnce: (view: View) => TemplateResult }
  | { answered: (view: View, ask: AskOfEvidence) => TemplateResult };
