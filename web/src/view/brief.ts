// A calculator of somebody's own, as a brief wants it: what parts of the page ask of one. What answers comes
// later (brief/brief.ts); where there is no brief, nothing is asked.
import type { TemplateResult } from 'lit';
import type { Brief as Stated } from '../../generated/brief';
import type { Document } from '../../generated/contract';
import type { Metric, Unit } from '../../generated/metrics';
import type { Action, Catalogue } from '../locales/catalogue';
import type { NotTaken } from '../plan/not-taken';

export type StatedBrief = Stated;
export type Section = NonNullable<Stated['sections']>[number];

/** What all fields say of themselves. */
export interface StatedField {
  pointer: string;
  label: string;
  note?: string;
}

/** One of the figures that stand out. */
export interface KeyFigure {
  metric: Metric;
  /** Its id, of a figure of the document's own. */
  own?: string;
  label: string;
  note: string;
  /** ROI is the largest; what has a longer note is wider. */
  size?: 'big' | 'wider';
  /** Its decimals, where a brief states them. */
  digits?: number;
}

/** Of one drawing. */
export interface Brief {
  readonly stated: Stated;

  // What is asked
  /** A field in the brief's words: none where it is hidden, what it says where it is locked. */
  field: <F extends StatedField>(field: F, draw: (field: F) => TemplateResult) => TemplateResult;
  /** The same of a box in a row; undefined where it is a box like any other. */
  row: (field: StatedField & { unit: Unit }) => TemplateResult | undefined;
  /** Whether nothing can be typed there, or anywhere in it. */
  isClosed: (pointer: string) => boolean;
  isHidden: (pointer: string) => boolean;
  labelOf: (pointer: string) => string | undefined;
  /** Fields, as they were drawn, in the order of the brief. */
  ordered: (fields: readonly unknown[]) => readonly unknown[];
  /** Who publishes a figure that was taken over. */
  sourceOf: (id: string) => { publisher: string; year: number } | undefined;
  /** Between what a field's figure must lie. */
  spanWords: (pointer: string, unit: Unit) => string;

  // What is shown
  /** What there is to fill in before there is an answer. */
  missing: () => TemplateResult | undefined;
  /** The same to who listens. */
  spokenMissing: () => string;
  keyFigures: (usual: readonly KeyFigure[]) => readonly KeyFigure[];
  shows: (section: Section) => boolean;
  /** Sections below the answer, by their names, in the order of the brief. */
  sections: (all: readonly (readonly [Section, unknown])[]) => readonly unknown[];
  /** What is said, and may be done, under the verdict. */
  underVerdict: () => TemplateResult;
  atEnd: () => TemplateResult;
}

/** A brief that the core has taken, and the plan it begins with. */
export interface Briefing<View> {
  readonly stated: Stated;
  of: (view: View) => Brief;
  /** By what the catalogues know its own words for an action. */
  actionOf: (action: Action) => Action;
  wordsOf: (text: Catalogue) => Catalogue;
  /** Why a changed plan is not taken: it says something else where a field is locked, or the field that was
   * typed into is outside its span. */
  refusal: (plan: Document, before: Document, pointer?: string) => NotTaken | undefined;
  /** Whether it says what to begin with. */
  readonly begins: boolean;
  /** Its colours and fonts. */
  dress: (element: HTMLElement) => void;
  undress: (element: HTMLElement) => void;
}
