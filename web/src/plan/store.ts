// What one calculator holds: the document, its answers, what is being typed, and the way back.
import {
  type AmountFigure,
  type Cost,
  type Document,
  kSchemaVersion,
  type Scenario,
} from '../../generated/contract';
import { type Metric, metrics, type Unit } from '../../generated/metrics';
import type {
  Engine,
  EngineError,
  Evaluation,
  ExplainRequest,
  Explanation,
  Migrated,
  MigrationNote,
  NumberMarks,
  Question,
  ReadNumber,
  Reply,
  ScenarioResult,
  TypedFigure,
} from '../engine/engine';
import { copyAs, inCurrency, type OtherRole, ofAnotherPlan, withoutScenario } from './edits';
import { withoutCost, workIn } from './hours';
import type { NotTaken } from './not-taken';
import { getAt, placed, setAt } from './pointer';
import { type PresetId, presets } from './presets';
import { apart, type Doubt, doubtsOf, type Entered, type Named, readingsOf } from './questions';
import {
  aboutFigure,
  aboutRange,
  isRange,
  ownAbout,
  partOf,
  type RangeFigure,
  Ranges,
  singleOf,
  type Typed,
  type Widened,
} from './ranges';
import { Said } from './said';

/** Text that could not be taken into the document, kept as it was typed. */
export interface Draft {
  /** Nothing where a button, not typing, asked for what was refused. */
  text: string | undefined;
  /** What was read, where only the rest of the range stands against it. */
  value?: number;
  /** Of the field, where it was typed into one for a figure. */
  unit?: Unit;
  /** What it was typed over. */
  document: Document;
  error: Pick<NotTaken, 'code' | 'detail'>;
  /** Errors show after the field has been left. */
  left: boolean;
}

/** An example, as a plan started from it: in the currency that was asked for. */
interface Origin {
  preset: PresetId;
  document: Document;
}

/** What is asked about a figure that counts; for as long as it is that figure. */
export interface Asked {
  pointer: string;
  doubts: readonly Doubt[];
  unit: Unit;
  figure: unknown;
  before: unknown;
  /** The plan with the figure in it. */
  document: Document;
}

/** A part of the plan that cannot be without a figure which is still to be typed. */
export interface Begun {
  pointer: string;
  part: object;
  /** Even without a figure. */
  stays?: boolean;
}

type FigureOrigin = AmountFigure['origin'];

interface Step {
  document: Document;
  origin: Origin | undefined;
  /** The scenario that was shown when the step had been made; undo and redo lead back there. */
  madeAt: number;
  /** The scenario that is shown, or was when the next step was made. */
  at: number;
}

const kMaxSteps = 200;

export class Store {
  readonly engine: Engine;
  readonly ranges: Ranges;
  /** Tells that an answer has become more exact. */
  readonly refined: () => void;
  /** Examples are shown in it, where a host wants one. */
  currency: string | undefined;
  /** Why a changed plan is not taken though the core takes it: a brief allows less. pointer: of the field that
   * was typed into, where one was. */
  refusal:
    | ((plan: Document, before: Document, pointer?: string) => NotTaken | undefined)
    | undefined;
  private step: Step;
  private past: Step[] = [];
  private future: Step[] = [];
  /** Edits of one field in a row are one step. */
  private lastEdited: string | undefined;
  /** The field being typed into keeps its text as it is typed. */
  private typing: { pointer: string; text: string; unit?: Unit; named?: Named } | undefined;
  private entered: Entered | undefined;
  private readonly placeOf = (pointer: string): string => placed(this.document, pointer);
  private readonly asked = new Said<Asked>(this.placeOf);
  private readonly drafts = new Said<Draft>(this.placeOf);
  /** What is typed before the engine can read it, by field. */
  private readonly unread = new Map<string, { text: string; read: () => void }>();
  private isIncomplete = false;
  private readonly begun = new Map<string, object>();
  /** The range that went along with its likely value, for as long as it is that range. */
  private moved: { pointer: string; range: unknown } | undefined;
  private readonly changed: () => void;
  private answers: ScenarioResult[];
  /** The plan as it was opened. */
  private opened: Migrated;
  /** The share of the return that is believed: how the plan is looked at, no part of it. */
  private share = 1;

  constructor(
    engine: Engine,
    document: Document,
    preset: PresetId | undefined,
    changed: () => void,
    refined: () => void,
  ) {
    this.engine = engine;
    this.ranges = new Ranges(engine);
    this.refined = refined;
    this.changed = changed;
    this.opened = orThrow(asPlan(engine, document, preset && 'example'));
    const plan = this.opened.document;
    this.step = { document: plan, origin: originOf(plan, preset), madeAt: 0, at: 0 };
    this.answers = orThrow(this.evaluate(plan)).scenarios;
  }

  get document(): Document {
    return this.step.document;
  }
  /** What every question about the edited scenario says. */
  get question(): Question & { scenario: string } {
    const believe = this.share < 1 ? { believe: this.share } : {};
    return { document: this.document, scenario: this.scenario.id, ...believe };
  }
  get believed(): number {
    return this.share;
  }
  /** Index of the scenario that is shown and edited. */
  get at(): number {
    return this.step.at;
  }
  /** Its place in the document. */
  get base(): string {
    return `/scenarios/${this.at}`;
  }
  get scenario(): Scenario {
    return entry(this.document.scenarios, this.at);
  }
  /** The example this plan started as, however much it has been changed since. */
  get origin(): PresetId | undefined {
    return this.step.origin?.preset;
  }
  /** The preset, as long as nothing has been changed in it. */
  get preset(): PresetId | undefined {
    const { origin, document } = this.step;
    return origin?.document === document ? origin.preset : undefined;
  }
  /** What migrating the plan did; as long as nothing has been changed in it. */
  get migrated(): readonly MigrationNote[] {
    return this.opened.document === this.document ? this.opened.notes : [];
  }
  get result(): ScenarioResult {
    return entry(this.answers, this.at);
  }
  /** Of every scenario, as they stand in the document. */
  get results(): readonly ScenarioResult[] {
    return this.answers;
  }
  get canUndo(): boolean {
    return this.past.length > 0 || this.freshDraft() !== undefined;
  }
  get canRedo(): boolean {
    return this.future.length > 0;
  }
  /** Whether a number is being typed: what can wait does. */
  get isTyping(): boolean {
    return this.typing !== undefined;
  }
  draft(pointer: string): Draft | undefined {
    return this.drafts.get(pointer);
  }
  /** What is asked about the figure of a field. */
  questions(pointer: string): Asked | undefined {
    const asked = this.asked.get(pointer);
    return asked && asked.figure === this.get(pointer) ? asked : undefined;
  }
  /** What was asked last, if it still stands. */
  get lastAsked(): Asked | undefined {
    return [...this.asked.keys()].map((pointer) => this.questions(pointer)).findLast(Boolean);
  }
  /** What was typed into fields of this scenario, left there, and counts for nothing: whether some of
   * it is wrong, or all waits for the answer to a question. */
  get notCounted(): 'wrong' | 'waits' | undefined {
    const here = `${this.base}/`;
    const left = [...this.drafts].filter(
      ([pointer, draft]) => draft.left && draft.text !== undefined && pointer.startsWith(here),
    );
    if (left.length === 0) return undefined;
    return left.every(([, draft]) => this.readings(draft).length > 0) ? 'waits' : 'wrong';
  }
  /** What a text that could not be taken may mean. */
  readings({ text, error, unit }: Draft): TypedFigure[] {
    return unit ? readingsOf({ text, error, unit }, this.engine) : [];
  }

  /** Whether a range went along when its likely value was typed outside it. */
  hasMoved(pointer: string): boolean {
    return this.moved?.pointer === pointer && this.moved.range === this.get(pointer);
  }

  /** The text a field shows if it is not the document's own. */
  textOf(pointer: string): string | undefined {
    const { typing } = this;
    const isTyped = typing && this.placeOf(typing.pointer) === this.placeOf(pointer);
    return (
      (isTyped ? typing.text : undefined) ??
      this.drafts.get(pointer)?.text ??
      this.unread.get(pointer)?.text
    );
  }

  /** A field that shows such a text is about to be typed into. */
  enter(pointer: string, text: string): void {
    if (this.entered?.pointer === pointer) return;
    const { origin } = this.step;
    const figure = this.get(pointer);
    const isExample = origin !== undefined && getAt(origin.document, pointer) === figure;
    this.entered = { pointer, text, figure, roi: this.roi, isExample };
  }

  private get roi(): number | undefined {
    const { roi } = this.result.total;
    return typeof roi === 'number' ? roi : undefined;
  }

  /** Takes what is typed into a number field, if it can be read; else keeps it as a draft. A part of the
   * plan that it stands in comes with its first digit, and goes with its last. */
  typeNumber(pointer: string, text: string, marks: NumberMarks, unit: Unit, part?: Begun): void {
    this.typing = { pointer, text, unit };
    this.unread.delete(pointer);
    if (!this.engine.isWhole) {
      const read = () => this.typeNumber(pointer, text, marks, unit, part);
      this.unread.set(pointer, { text, read });
      this.whenReading(() => this.readTyped());
      return;
    }
    if (part && this.get(part.pointer) === undefined) this.begun.set(part.pointer, part.part);
    if (text.trim() === '') {
      if (part) this.leaveOut(pointer, part);
      else this.empty(pointer, text);
      return;
    }
    const line = lineOf(pointer);
    const work = line === undefined ? undefined : workIn(text);
    if (line !== undefined && work) {
      this.typeWork({ pointer, line, text }, work, marks);
      return;
    }
    const metric = text === this.entered?.text ? undefined : metricAt(pointer);
    const reply = this.engine.readNumber(text, unit, marks, metric);
    if (!reply.ok) {
      this.takeBack(pointer);
      this.keepDraft(pointer, text, first(reply.errors), { unit });
      return;
    }
    const { figure, named } = apart(reply.value);
    this.typing = { pointer, text, unit, named };
    const error = this.takeFigure(pointer, figure, unit);
    if (!error) return;
    this.takeBack(pointer);
    this.keepDraft(pointer, text, error, { unit, value: singleOf(figureOf(figure)) });
  }

  /** An amount that is typed as hours at a cost makes its line one of hours. */
  private typeWork(
    { pointer, line, text }: { pointer: string; line: string; text: string },
    { hours, hourlyCost }: { hours: string; hourlyCost: string },
    marks: NumberMarks,
  ): void {
    const read = [
      this.engine.readNumber(hours, 'count', marks, 'hours'),
      this.engine.readNumber(hourlyCost, 'money', marks, 'hourlyCost'),
    ] as const;
    const error = this.takeWork({ pointer, line, text }, read);
    if (!error) return;
    this.takeBack(pointer);
    this.keepDraft(pointer, text, error);
  }

  private takeWork(
    { pointer, line, text }: { pointer: string; line: string; text: string },
    [time, rate]: readonly [Reply<ReadNumber>, Reply<ReadNumber>],
  ): NotTaken | undefined {
    if (!time.ok) return first(time.errors);
    if (!rate.ok) return first(rate.errors);
    this.typing = { pointer, text, unit: 'money', named: apart(rate.value).named };
    return this.editLine(line, { hours: asField(time.value), hourlyCost: asField(rate.value) });
  }

  private editLine(line: string, cost: Partial<Cost>): NotTaken | undefined {
    const part = (this.get(line) ?? this.begun.get(line) ?? {}) as Partial<Cost>;
    const settled = this.below(this.drafts, line, part);
    const next = { ...withoutCost(part), ...cost };
    return this.tryEdit(line, next, settled, `${line}/amount`);
  }

  /** Whether what was typed into a field cannot be read, for what reads it could not be fetched. */
  cannotRead(pointer: string): boolean {
    return this.unread.has(pointer) && this.isIncomplete;
  }

  /** Reads what was typed too early. */
  private readTyped(): void {
    const { typing, entered } = this;
    // What is being typed is the last of them.
    for (const [pointer, { read }] of this.unread) {
      const isLeft = pointer !== typing?.pointer;
      if (!isLeft) this.entered = entered;
      read();
      if (isLeft) this.leave(pointer);
    }
  }

  /** At once, or as soon as the engine can read and widen figures. */
  private async whenReading(act: () => void): Promise<void> {
    if (this.engine.isWhole) {
      act();
      return;
    }
    try {
      await this.engine.complete();
      act();
    } catch {
      this.isIncomplete = true;
      this.changed();
      await this.engine.whole;
      this.readTyped();
    }
  }

  /** Asks about the figure that is being typed, now that there is a pause. */
  pause(): void {
    if (this.ask()) this.changed();
  }

  /** The field that is typed into is about to be left. */
  settle(): void {
    const { typing } = this;
    const draft = typing && this.drafts.get(typing.pointer);
    if (draft) this.drafts.set(typing.pointer, { ...draft, left: true });
    if (this.ask() || draft) this.changed();
  }

  private ask(): boolean {
    const { entered, typing, document } = this;
    if (!entered || !typing?.unit || typing.pointer !== entered.pointer) return false;
    const { pointer, text, unit, named = {} } = typing;
    if (this.drafts.has(pointer)) return false;
    const figure = this.get(pointer);
    const doubts = doubtsOf(entered, { text, figure, roi: this.roi, named });
    const known = this.questions(pointer);
    if (doubts.length === 0 || known?.document === document) return false;
    this.asked.delete(pointer);
    this.asked.set(pointer, { pointer, doubts, unit, figure, before: entered.figure, document });
    return true;
  }

  /** The figure is right: its next doubt, or none. */
  confirm(pointer: string): void {
    const asked = this.asked.get(pointer);
    if (asked) this.asked.set(pointer, { ...asked, doubts: asked.doubts.slice(1) });
    this.changed();
  }

  /** Back to what stood before the figure that is asked about. */
  decline(pointer: string): void {
    const asked = this.asked.get(pointer);
    if (!asked) return;
    if (asked.document === this.document) this.stepBack();
    else this.setOrRefuse(pointer, asked.before);
  }

  /** A part of what is typed is no figure of the visitor's: the one before it counts again. */
  private takeBack(pointer: string): void {
    if (this.lastEdited !== this.editedBy(pointer)) return;
    const before = this.past.pop();
    if (!before) return;
    this.step = before;
    this.lastEdited = undefined;
    this.answerAgain();
  }

  /** An empty field says nothing; but a year of a list, or an end of a range, does not go by itself. */
  private empty(pointer: string, text: string): void {
    const { part = 'likely' } = partOf(pointer) ?? {};
    if (part === 'likely' && !/\/\d+$/.test(pointer)) {
      this.edit(pointer, undefined);
      return;
    }
    this.takeBack(pointer);
    this.keepDraft(pointer, text, { code: 'number.empty' });
  }

  private leaveOut(pointer: string, { pointer: at, part, stays }: Begun): void {
    const own = pointer.slice(at.length + 1);
    const { [own]: _, ...left } = withoutCost({ ...(this.get(at) as Record<string, unknown>) });
    const isKept = stays || Object.keys(left).length > Object.keys(part).length;
    this.drafts.delete(pointer);
    if (!isKept && this.get(at) === undefined) {
      this.changed();
      return;
    }
    const error = this.tryEdit(at, isKept ? left : undefined, undefined, pointer);
    if (error) this.keepDraft(pointer, '', error);
  }

  /** What typing into a field edits: of a part of a range, the range. */
  private editedBy(pointer: string): string {
    const place = partOf(pointer);
    return place && isRange(this.get(place.figure)) ? place.figure : pointer;
  }

  private takeFigure(
    pointer: string,
    figure: TypedFigure,
    unit: Unit | undefined,
  ): NotTaken | undefined {
    const place = partOf(pointer);
    // what is typed moves the range that was there, not the one that its first digits made of it
    if (place?.part === 'likely' && this.hasMoved(place.figure)) this.takeBack(pointer);
    const range = place && this.get(place.figure);
    const line = lineOf(pointer);
    if (line !== undefined && getAt(this.get(line), '/hours') !== undefined)
      return this.editLine(line, { amount: figureOf(figure) });
    if (!place || !isRange(range)) return this.tryEdit(pointer, figureOf(figure));
    const about = ownAbout(range);
    if ('low' in figure) return this.tryEdit(place.figure, { ...about, ...figure });
    const { low, likely, high } = range;
    const before = { ...about, low, ...(likely === undefined ? {} : { likely }), high };
    const error = this.takePart(pointer, before, figure.value);
    if (place.part !== 'likely' || error?.code !== 'range.order' || !unit) return error;
    const moved = this.ranges.moved(range, figure.value, unit);
    return moved.ok ? this.moveRange(pointer, { ...about, ...moved.value }) : first(moved.errors);
  }

  /** A part of a range, with what waits for it or else alone. */
  private takePart(pointer: string, range: object, value: number): NotTaken | undefined {
    const { figure, part } = partOf(pointer) ?? { figure: pointer, part: 'likely' };
    const waiting = this.waitingParts(figure);
    const together = { ...range, ...waiting.values, [part]: value };
    return (
      this.tryEdit(figure, together, [pointer, ...waiting.pointers]) &&
      this.tryEdit(figure, { ...range, [part]: value }, [pointer])
    );
  }

  /** A likely value outside its range takes the range along. */
  private moveRange(pointer: string, range: RangeFigure & Widened): NotTaken | undefined {
    const figure = this.editedBy(pointer);
    const error = this.takePart(pointer, range, range.likely);
    if (!error) this.moved = { pointer: figure, range: this.get(figure) };
    return error;
  }

  /** Parts of a range that were refused because of the other parts: they move together. */
  private waitingParts(figure: string) {
    const place = this.placeOf(figure);
    const waiting = [...this.drafts].filter(
      ([pointer, { value }]) =>
        partOf(this.placeOf(pointer))?.figure === place && value !== undefined,
    );
    const values = waiting.map(([pointer, { value }]) => [partOf(pointer)?.part, value]);
    return { pointers: waiting.map(([pointer]) => pointer), values: Object.fromEntries(values) };
  }

  /** Turns a single figure into a range of the engine's default width. */
  widen(pointer: string, unit: Unit): void {
    this.whenReading(() => this.widenNow(pointer, unit));
  }

  private widenNow(pointer: string, unit: Unit): void {
    const typed = this.get(pointer) as Typed;
    const value = singleOf(typed);
    if (value === undefined) return;
    const reply = this.ranges.widened(value, unit, { n: aboutFigure(typed).n });
    if (reply.ok) this.setOrRefuse(pointer, { ...aboutRange(typed), ...reply.value });
    else this.refuse(pointer, first(reply.errors));
  }

  /** Turns a range back into its likely figure. */
  narrow(pointer: string, unit: Unit): void {
    this.whenReading(() => this.narrowNow(pointer, unit));
  }

  private narrowNow(pointer: string, unit: Unit): void {
    const typed = this.get(pointer) as Typed;
    const value = isRange(typed) ? this.ranges.likely(typed, unit) : undefined;
    const about = aboutFigure(typed);
    if (value === undefined) return;
    this.setOrRefuse(pointer, Object.keys(about).length > 0 ? { ...about, value } : value);
  }

  /** An edit by a button, always a step of its own; or why it is not taken. */
  set(pointer: string, value: unknown): NotTaken | undefined {
    this.lastEdited = undefined;
    this.typing = undefined;
    const error = this.tryEdit(pointer, value);
    this.lastEdited = undefined;
    return error;
  }

  private setOrRefuse(pointer: string, value: unknown): void {
    const error = this.set(pointer, value);
    if (error) this.refuse(pointer, error);
  }

  /** Takes a reading of what was refused. */
  read(pointer: string, figure: TypedFigure): void {
    this.typing = undefined;
    this.lastEdited = undefined;
    const error = this.takeFigure(pointer, figure, this.drafts.get(pointer)?.unit);
    this.lastEdited = undefined;
    if (error) this.refuse(pointer, error);
  }

  private refuse(pointer: string, { code, detail }: Draft['error']): void {
    const error = detail === undefined ? { code } : { code, detail };
    const { document } = this;
    this.drafts.set(pointer, { text: undefined, document, error, left: true });
    this.changed();
  }

  /** The field has been left: a draft shows its error, the next edit is a step of its own. */
  leave(pointer: string): void {
    this.ask();
    this.lastEdited = undefined;
    this.typing = undefined;
    this.entered = undefined;
    const draft = this.drafts.get(pointer);
    if (draft) this.drafts.set(pointer, { ...draft, left: true });
    this.changed();
  }

  edit(pointer: string, value: unknown): void {
    const error = this.tryEdit(pointer, value);
    if (error) this.keepDraft(pointer, String(value ?? ''), error);
  }

  /** Another plan in the place of this one, as one step, whatever a brief locks; refuses one the core
   * refuses. Figures that state no other origin are those of `givenBy`, else the visitor's. Forecasts
   * outlive the plan they are of. */
  replace(
    document: Document,
    preset?: PresetId,
    givenBy: FigureOrigin = preset && 'example',
  ): EngineError | undefined {
    const forecasts = this.document.forecasts?.map(ofAnotherPlan);
    const kept = preset && forecasts ? { ...document, forecasts } : document;
    const reply = asPlan(this.engine, kept, givenBy);
    if (!reply.ok) return first(reply.errors);
    const plan = reply.value.document;
    const step = { document: plan, origin: originOf(plan, preset), madeAt: 0, at: 0 };
    const error = this.ended(this.put(step));
    if (!error) this.opened = reply.value;
    return error;
  }

  /** Why a plan would not be taken in the place of this one. */
  whyNot(document: Document, givenBy: FigureOrigin): EngineError | undefined {
    const plan = asPlan(this.engine, document, givenBy);
    const reply = plan.ok ? this.evaluate(plan.value.document) : plan;
    return reply.ok ? undefined : first(reply.errors);
  }

  usePreset(id: PresetId): void {
    this.replace(inCurrency(presets[id], this.currency), id);
  }

  /** Shows and edits another scenario; no step, for it changes nothing. */
  show(index: number): void {
    if (index === this.at || !this.document.scenarios[index]) return;
    this.step = { ...this.step, at: index };
    this.lastEdited = undefined;
    this.typing = undefined;
    this.changed();
  }

  /** Adds a copy of the scenario in another role, and shows it. */
  compareWith(role: OtherRole): void {
    const { scenarios } = this.document;
    const copy = copyAs(this.scenario, role, this.document);
    const document = { ...this.document, scenarios: [...scenarios, copy] };
    this.restructure(document, scenarios.length);
  }

  /** Takes a changed document as one step, and shows one of its scenarios; or why it is not taken. */
  takeOver(document: Document, at: number): NotTaken | undefined {
    return this.ended(this.take(document, at));
  }

  /** Removes the scenario that is shown, unless it is the only one. */
  removeScenario(): void {
    const { scenarios } = this.document;
    if (scenarios.length < 2) return;
    const document = { ...this.document, scenarios: withoutScenario(scenarios, this.at) };
    this.restructure(document, Math.max(0, this.at - 1));
  }

  /** Looks at the plan as if only so much of its return were real; above 0, at most 1. */
  believe(share: number): void {
    this.share = share;
    this.answerAgain();
    this.changed();
  }

  undo(): void {
    const draft = this.freshDraft();
    if (draft === undefined) {
      this.stepBack();
      return;
    }
    this.drafts.delete(draft);
    this.endTyping();
    this.changed();
  }
  redo(): void {
    const step = this.future.pop();
    if (step) this.past.push(this.step);
    this.drafts.clear();
    this.restore(step && { ...step, at: step.madeAt });
  }

  /** Back to the plan that this one took the place of, whatever is being typed into this one. */
  leavePlan(): void {
    this.forgetTyping();
    this.stepBack();
  }

  private stepBack(): void {
    const step = this.past.pop();
    if (step) this.future.push(this.step);
    this.restore(step);
  }

  /** The field of a text that was refused since the last step: one thing to undo, as a step is. */
  private freshDraft(): string | undefined {
    const { document } = this;
    const isFresh = (draft: Draft) => draft.text !== undefined && draft.document === document;
    return [...this.drafts].findLast(([, draft]) => isFresh(draft))?.[0];
  }

  explain(request: Omit<ExplainRequest, keyof Question>): Explanation | undefined {
    const reply = this.engine.ask('explain', { ...this.question, ...request });
    return reply.ok ? reply.value : undefined;
  }

  get(pointer: string): unknown {
    return getAt(this.document, pointer);
  }

  /** Begins a part of the plan, which comes into it with the first figure that is typed into it. */
  begin(pointer: string, part: object | undefined): void {
    if (part) this.begun.set(pointer, part);
    else this.begun.delete(pointer);
    this.drafts.delete(pointer);
    this.changed();
  }

  /** What was refused in fields that are no longer asked is no matter any more. */
  forget(...pointers: string[]): void {
    for (const pointer of pointers)
      for (const key of this.below(this.drafts, pointer, {})) this.drafts.delete(key);
    this.changed();
  }

  /** What such a part says so far. */
  begunAt(pointer: string): unknown {
    return this.begun.get(pointer);
  }

  private tryEdit(
    pointer: string,
    value: unknown,
    settled = this.below(this.drafts, pointer, value),
    typedAt = pointer,
  ): NotTaken | undefined {
    const answered = this.below(this.asked, pointer, value);
    const document = setAt(this.withBegun(pointer), pointer, value);
    const error = this.take(document, this.at, typedAt);
    if (!error) for (const key of settled) this.drafts.delete(key);
    if (!error) for (const key of answered) this.asked.delete(key);
    this.changed();
    return error;
  }

  private withBegun(pointer: string): Document {
    let { document } = this;
    for (const [at, part] of this.begun)
      if (pointer.startsWith(`${at}/`) && getAt(document, at) === undefined)
        document = setAt(document, at, part);
    return document;
  }

  private restructure(document: Document, at: number): void {
    const error = this.takeOver(document, at);
    if (error) this.refuse('/scenarios', error);
  }

  /** A change that is no edit of one field: what was being typed was meant for the plan before. */
  private ended<Error>(error: Error | undefined): Error | undefined {
    if (!error) this.forgetTyping();
    this.changed();
    return error;
  }

  /** What is said at and below what was replaced, or beside an entry that was taken out of its list. */
  private below(said: Map<string, unknown>, pointer: string, value: unknown): string[] {
    const place = this.placeOf(pointer);
    const isRemovedItem = value === undefined && /\/\d+$/.test(place);
    const from = isRemovedItem ? place.replace(/\d+$/, '') : `${place}/`;
    const isBelow = (key: string) =>
      key.startsWith(from) || this.placeOf(key).startsWith(`${place}/`);
    return [pointer, ...[...said.keys()].filter(isBelow)];
  }

  /** A changed plan, if the brief lets it be. All that changes a plan passes here. */
  private take(document: Document, at: number, pointer?: string): NotTaken | undefined {
    const { origin } = this.step;
    return (
      this.refusal?.(document, this.document, pointer) ??
      this.put({ document, origin, madeAt: at, at }, pointer)
    );
  }

  private put(step: Step, pointer?: string): EngineError | undefined {
    const reply = this.evaluate(step.document);
    if (!reply.ok) return first(reply.errors);
    if (pointer === undefined || pointer !== this.lastEdited) {
      this.past = [...this.past, this.step].slice(-kMaxSteps);
    }
    this.future = [];
    this.lastEdited = pointer;
    this.step = step;
    this.answers = reply.value.scenarios;
    this.forgetRefusals();
    return undefined;
  }

  private restore(step: Step | undefined): void {
    if (!step) return;
    this.step = step;
    this.endTyping();
    this.forgetRefusals();
    this.answerAgain();
    this.changed();
  }

  private evaluate(document: Document): Reply<Evaluation> {
    return this.engine.evaluate(document, this.question.believe);
  }

  private answerAgain(): void {
    const reply = this.evaluate(this.document);
    if (reply.ok) this.answers = reply.value.scenarios;
  }

  private forgetTyping(): void {
    this.endTyping();
    this.drafts.clear();
    this.asked.clear();
    this.begun.clear();
  }

  private endTyping(): void {
    this.unread.clear();
    this.lastEdited = undefined;
    this.typing = undefined;
    this.entered = undefined;
  }

  /** What a button asked for in vain says so until something else has been changed. */
  private forgetRefusals(): void {
    for (const [pointer, { text }] of this.drafts) {
      if (text === undefined) this.drafts.delete(pointer);
    }
  }

  private keepDraft(
    pointer: string,
    text: string,
    { code, detail }: Draft['error'],
    { unit, value }: { unit?: Unit; value?: number | undefined } = {},
  ): void {
    const left = this.drafts.get(pointer)?.left ?? false;
    const error = detail === undefined ? { code } : { code, detail };
    const about = { ...(unit && { unit }), ...(value === undefined ? {} : { value }) };
    // The last in the list is the one typed last.
    this.drafts.delete(pointer);
    this.drafts.set(pointer, { text, document: this.document, error, left, ...about });
    this.changed();
  }
}

function entry<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`there is no entry ${index}`);
  return item;
}

function orThrow<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(JSON.stringify(reply.errors));
  return reply.value;
}

/** A document of an earlier version is migrated, and figures are marked as those of who gave them;
 * else it stays the same object. */
function asPlan(engine: Engine, document: Document, givenBy: FigureOrigin): Reply<Migrated> {
  if (document.schemaVersion === kSchemaVersion && !givenBy)
    return { ok: true, value: { document, notes: [] } };
  return engine.migrate(document, givenBy);
}

const originOf = (document: Document, preset: PresetId | undefined): Origin | undefined =>
  preset && { preset, document };

/** Of which cost line, named by its kind, a field is all that is typed. */
const lineOf = (pointer: string): string | undefined =>
  /^(.*\/kind=\w+)\/amount$/.exec(pointer)?.[1];

const first = <T>(list: readonly T[]): T => entry(list, 0);

/** What a figure is called by its place in the document. */
export function metricAt(pointer: string): Metric | undefined {
  const name = (partOf(pointer)?.figure ?? pointer).split('/').at(-1) ?? '';
  return Object.hasOwn(metrics, name) ? (name as Metric) : undefined;
}

/** A bare number where there is nothing else to say. */
export const asField = (typed: ReadNumber) => figureOf(apart(typed).figure);

const figureOf = (figure: TypedFigure) => ('value' in figure ? figure.value : figure);
