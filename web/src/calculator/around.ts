// What stands around a calculator: a page of ours, or someone else's. It says what the calculator may do
// there, draws what is around it, and is told what happens.
import type { PropertyValues, ReactiveController, TemplateResult } from 'lit';
import type { Document } from '../../generated/contract';
import type { Engine } from '../engine/engine';
import type { ReaderSource } from '../engine/reader';
import type { PageText } from '../persistence/saved';
import type { PresetId } from '../plan/presets';
import type { Briefing } from '../view/brief';
import type { Line } from '../view/tool';
import type { View } from '../view/view';

/** A plan to begin with; which preset it is, if it is one as it stands. */
export interface Example {
  document: Document;
  preset: PresetId | undefined;
}

/** What there is to show once there is an answer. */
export interface Content {
  view: View;
  /** The whole calculator. */
  page: () => TemplateResult;
  /** What is spoken. */
  status: TemplateResult;
}

/** What a page lets its calculator do. */
export interface Home {
  /** Where a link to a plan leads. */
  readonly address?: string | undefined;
  /** Whether the device may remember plans of this page. */
  readonly remembers: boolean;
  /** Whether the page is there for its calculator alone. */
  readonly isOwn: boolean;
  /** What a plan can be saved in. */
  readonly pageText?: PageText | undefined;
  /** What reads exports. */
  readonly reader?: ReaderSource | undefined;
}

export interface Around extends Home, Partial<ReactiveController> {
  /** The questions that are answered. */
  readonly lines: readonly Line[];
  /** What somebody made of this calculator. */
  readonly briefing?: Briefing<View> | undefined;
  /** Why no plan can be kept or shared from here, if none can. */
  readonly cannotSave?: string | undefined;
  readonly engine: () => Promise<Engine>;
  /** What is shown while the visitor has nothing of their own. */
  example: (engine: Engine) => Example;
  /** Draws what is around; there is no content before the first answer. */
  draw: (content: Content | undefined) => TemplateResult | undefined;
  /** Draws what stands right under the verdict. */
  underVerdict?: () => unknown;
  /** Where the report without a look is. */
  plainPlace: () => Element | null;
  /** Opens what is left out, where a field may be; says whether there was something. */
  unfold?: () => boolean;

  willUpdate?: (changed: PropertyValues) => void;
  changed?: () => void;
  /** It could not start. */
  failed: (why: unknown) => void;
  /** A file was saved. */
  saved?: (name: string, type: string) => void;
}
