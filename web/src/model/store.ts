// What one calculator holds: the document, its answer, what is being typed, and the way back.
import type { Document, Scenario } from '../../generated/contract';
import type { Unit } from '../../generated/metrics';
import type {
  Engine,
  EngineError,
  ExplainRequest,
  Explanation,
  ScenarioResult,
  TypedFigure,
} from '../engine/engine';
import { getAt, setAt } from './pointer';
import { type PresetId, presets } from './presets';

/** Text that could not be taken into the document, kept as it was typed. */
export interface Draft {
  text: string;
  error: Pick<EngineError, 'code' | 'detail'>;
  /** Errors show after the field has been left. */
  left: boolean;
}

interface Step {
  document: Document;
  preset: PresetId | undefined;
}

const kMaxSteps = 200;

export class Store {
  readonly engine: Engine;
  private step: Step;
  private past: Step[] = [];
  private future: Step[] = [];
  /** Edits of one field in a row are one step. */
  private lastEdited: string | undefined;
  /** The field being typed into keeps its text as it is typed. */
  private typing: { pointer: string; text: string } | undefined;
  private readonly drafts = new Map<string, Draft>();
  private readonly changed: () => void;
  private answer: ScenarioResult;

  constructor(
    engine: Engine,
    document: Document,
    preset: PresetId | undefined,
    changed: () => void,
  ) {
    this.engine = engine;
    this.changed = changed;
    this.step = { document, preset };
    const reply = engine.evaluate(document);
    if (!reply.ok) throw new Error(JSON.stringify(reply.errors));
    this.answer = first(reply.value.scenarios);
  }

  get document(): Document {
    return this.step.document;
  }
  get scenario(): Scenario {
    return first(this.step.document.scenarios);
  }
  /** The preset, as long as nothing has been changed in it. */
  get preset(): PresetId | undefined {
    return this.step.preset;
  }
  get result(): ScenarioResult {
    return this.answer;
  }
  get canUndo(): boolean {
    return this.past.length > 0;
  }
  get canRedo(): boolean {
    return this.future.length > 0;
  }
  draft(pointer: string): Draft | undefined {
    return this.drafts.get(pointer);
  }
  /** Whether what was typed into a field, and left there, counts for nothing. */
  get hasErrors(): boolean {
    return [...this.drafts.values()].some(({ left }) => left);
  }

  /** The text a field shows if it is not the document's own. */
  textOf(pointer: string): string | undefined {
    const typing = this.typing?.pointer === pointer ? this.typing.text : undefined;
    return typing ?? this.drafts.get(pointer)?.text;
  }

  /** Takes what is typed into a number field, if it can be read; else keeps it as a draft. */
  typeNumber(pointer: string, text: string, locale: string, unit: Unit): void {
    this.typing = { pointer, text };
    if (text.trim() === '') {
      this.empty(pointer, text);
      return;
    }
    const reply = this.engine.readNumber(text, locale, unit);
    const error = reply.ok ? this.tryEdit(pointer, asField(reply.value)) : first(reply.errors);
    if (error) this.keepDraft(pointer, text, error);
  }

  /** An empty field says nothing; but an entry of a list, such as a year, does not go by itself. */
  private empty(pointer: string, text: string): void {
    if (/\/\d+$/.test(pointer)) this.keepDraft(pointer, text, { code: 'number.empty' });
    else this.edit(pointer, undefined);
  }

  /** The field has been left: a draft shows its error, the next edit is a step of its own. */
  leave(pointer: string): void {
    this.lastEdited = undefined;
    this.typing = undefined;
    const draft = this.drafts.get(pointer);
    if (draft) this.drafts.set(pointer, { ...draft, left: true });
    this.changed();
  }

  edit(pointer: string, value: unknown): void {
    const error = this.tryEdit(pointer, value);
    if (error) this.keepDraft(pointer, String(value ?? ''), error);
  }

  /** Replaces the whole document, as one step; refuses one the core refuses. */
  replace(document: Document, preset?: PresetId): EngineError | undefined {
    const error = this.take({ document, preset }, undefined);
    if (!error) this.forgetTyping();
    this.changed();
    return error;
  }

  usePreset(id: PresetId): void {
    this.replace(presets[id], id);
  }

  undo(): void {
    this.move(this.past, this.future);
  }
  redo(): void {
    this.move(this.future, this.past);
  }

  explain(request: Omit<ExplainRequest, 'document'>): Explanation | undefined {
    const reply = this.engine.explain({ document: this.document, ...request });
    return reply.ok ? reply.value : undefined;
  }

  get(pointer: string): unknown {
    return getAt(this.document, pointer);
  }

  private tryEdit(pointer: string, value: unknown): EngineError | undefined {
    const document = setAt(this.document, pointer, value);
    const error = this.take({ document, preset: undefined }, pointer);
    if (!error) this.forgetDraftsAt(pointer, value);
    this.changed();
    return error;
  }

  /** Drafts below what was replaced, or beside an entry that was taken out of its list. */
  private forgetDraftsAt(pointer: string, value: unknown): void {
    const isRemovedItem = value === undefined && /\/\d+$/.test(pointer);
    const from = isRemovedItem ? pointer.replace(/\d+$/, '') : `${pointer}/`;
    this.drafts.delete(pointer);
    for (const key of this.drafts.keys()) {
      if (key.startsWith(from)) this.drafts.delete(key);
    }
  }

  private take(step: Step, pointer: string | undefined): EngineError | undefined {
    const reply = this.engine.evaluate(step.document);
    if (!reply.ok) return first(reply.errors);
    if (pointer === undefined || pointer !== this.lastEdited) {
      this.past = [...this.past, this.step].slice(-kMaxSteps);
    }
    this.future = [];
    this.lastEdited = pointer;
    this.step = step;
    this.answer = first(reply.value.scenarios);
    return undefined;
  }

  private move(from: Step[], to: Step[]): void {
    const step = from.pop();
    if (!step) return;
    to.push(this.step);
    this.step = step;
    this.forgetTyping();
    const reply = this.engine.evaluate(step.document);
    if (reply.ok) this.answer = first(reply.value.scenarios);
    this.changed();
  }

  private forgetTyping(): void {
    this.lastEdited = undefined;
    this.typing = undefined;
    this.drafts.clear();
  }

  private keepDraft(pointer: string, text: string, { code, detail }: Draft['error']): void {
    const left = this.drafts.get(pointer)?.left ?? false;
    const error = detail === undefined ? { code } : { code, detail };
    this.drafts.set(pointer, { text, error, left });
    this.changed();
  }
}

function first<T>(list: T[]): T {
  const [item] = list;
  if (item === undefined) throw new Error('expected at least one');
  return item;
}

/** A bare number where there is nothing else to say. */
const asField = (figure: TypedFigure) => ('value' in figure ? figure.value : figure);
