// A brief, once the core has taken it: what it makes of each drawing of its calculator.
import { html, type TemplateResult } from 'lit';
import type { Brief as Stated } from '../../generated/brief';
import type { FollowedBrief, Refusal } from '../../generated/calls';
import type { Document } from '../../generated/contract';
import type { ResultMetric, ResultName, Unit } from '../../generated/metrics';
import type { Engine, EngineError, Question, Reply } from '../engine/engine';
import type { Action, Catalogue } from '../locales/catalogue';
import { languages } from '../locales/index';
import { nouns } from '../locales/nouns';
import { parsed } from '../persistence/json';
import type { NotTaken } from '../plan/not-taken';
import { isPreset, type PresetId, presets } from '../plan/presets';
import { partOf } from '../plan/ranges';
import type { Brief, Briefing, KeyFigure, Section, StatedField } from '../view/brief';
import type { OpenedBrief } from '../view/deferred';
import { ownFigures, ownName, ownTitle } from '../view/own';
import type { View } from '../view/view';
import { benchmarksOf, ownBenchmarks } from './benchmarks';
import {
  callToAction,
  lockedCell,
  lockedField,
  messages,
  missingNote,
  missingWords,
  onlyInLanguage,
  placeName,
} from './draw';
import { Rules } from './rules';
import { briefWords } from './words';

/** What the core says a brief makes of a plan. */
class Following {
  private readonly engine: Engine;
  private readonly brief: Stated;
  private last: { question: Question; said: FollowedBrief } | undefined;

  constructor(engine: Engine, { start: _, ...brief }: Stated) {
    this.engine = engine;
    this.brief = brief;
  }

  ask(question: Question): FollowedBrief {
    if (this.last && isSame(this.last.question, question)) return this.last.said;
    const reply = this.engine.ask('followBrief', { brief: this.brief, ...question });
    const said = reply.ok ? reply.value : { missing: [], outside: [], messages: [] };
    this.last = { question, said };
    return said;
  }
}

const isSame = (one: Question, other: Question): boolean =>
  one.document === other.document &&
  one.scenario === other.scenario &&
  one.believe === other.believe;

/** Of one drawing. */
class Drawn implements Brief {
  readonly stated: Stated;
  private readonly rules: Rules;
  private readonly view: View;
  private readonly said: FollowedBrief;
  private readonly orders = new Map<unknown, number>();

  constructor(stated: Stated, rules: Rules, view: View, said: FollowedBrief) {
    this.stated = stated;
    this.rules = rules;
    this.view = view;
    this.said = said;
  }

  // What is asked

  field<F extends StatedField>(field: F, draw: (field: F) => TemplateResult) {
    const { hidden, locked, order = 0 } = this.ruleAt(field.pointer);
    if (hidden) return html``;
    const worded = this.worded(field);
    const drawn = locked ? lockedField(this.view, worded) : this.offered(worded, draw(worded));
    this.orders.set(drawn, order);
    return drawn;
  }

  /** With what the brief's author publishes beside it. */
  private offered(field: StatedField & { unit?: Unit }, drawn: TemplateResult): TemplateResult {
    const { benchmarks } = this.ruleAt(field.pointer);
    const { unit } = field;
    if (!benchmarks || !unit) return drawn;
    return html`${drawn} ${ownBenchmarks(this.view, { ...field, unit }, benchmarks)}`;
  }

  sourceOf(id: string) {
    return benchmarksOf(this.stated).find((one) => one.id === id);
  }

  private worded<F extends StatedField>(field: F): F {
    const { help, required } = this.ruleAt(field.pointer);
    const notes = [
      onlyInLanguage(this.view, help) ?? field.note,
      required ? briefWords(this.view).required : undefined,
    ].filter(Boolean);
    const label = this.labelOf(field.pointer) ?? field.label;
    return { ...field, label, ...(notes.length > 0 ? { note: notes.join(', ') } : {}) };
  }

  row(field: StatedField & { unit: Unit }) {
    const { hidden, locked } = this.ruleAt(field.pointer);
    if (hidden) return html``;
    return locked ? lockedCell(this.view, field) : undefined;
  }

  isClosed(pointer: string): boolean {
    const { hidden, locked } = this.ruleAt(pointer);
    return hidden || locked;
  }

  isHidden(pointer: string): boolean {
    return this.ruleAt(pointer).hidden;
  }

  labelOf(pointer: string): string | undefined {
    return onlyInLanguage(this.view, this.ruleAt(pointer).label);
  }

  /** Lines of a ledger may be named by their kind: costs/kind=people. */
  private ruleAt(pointer: string) {
    const { store } = this.view;
    const plain = pointer.replace(/^(.*)\/kind=(\w+)/, (_, list: string, kind: string) => {
      const lines = (store.get(list) ?? []) as { kind: string }[];
      return `${list}/${lines.findIndex((line) => line.kind === kind)}`;
    });
    return this.rules.at(plain);
  }

  ordered(fields: readonly unknown[]): readonly unknown[] {
    const orderOf = (field: unknown) => this.orders.get(field) ?? 0;
    return fields.toSorted((one, other) => orderOf(one) - orderOf(other));
  }

  spanWords(pointer: string, unit: Unit): string {
    const { low, high } = this.ruleAt(partOf(pointer)?.figure ?? pointer);
    const { format } = this.view;
    const written = (end: number | undefined) =>
      end === undefined ? undefined : format.figure(end, unit);
    return briefWords(this.view).span(written(low), written(high));
  }

  // What is shown

  missing(): TemplateResult | undefined {
    const { missing } = this.said;
    return missing.length > 0 ? missingNote(this.view, missing) : undefined;
  }

  spokenMissing(): string {
    const { missing } = this.said;
    return missing.length > 0 ? missingWords(this.view, missing) : '';
  }

  keyFigures(usual: readonly KeyFigure[]): readonly KeyFigure[] {
    const { figures } = this.stated;
    if (!figures) return usual;
    return figures.flatMap(({ metric, digits }, at) => {
      const named = this.keyFigure(metric, usual);
      if (!named) return [];
      const { size, ...known } = named;
      const room = at === 0 ? 'big' : size === 'big' ? 'wider' : size;
      return {
        ...known,
        ...(room ? { size: room } : {}),
        ...(digits === undefined ? {} : { digits }),
      };
    });
  }

  /** A figure of its own only where the plan that is open defines it: it may be another than the brief's. */
  private keyFigure(name: ResultName, usual: readonly KeyFigure[]): KeyFigure | undefined {
    const metric = name as ResultMetric;
    const { labels } = this.view;
    if (Object.hasOwn(labels, name))
      return (
        usual.find((one) => one.metric === name) ?? { metric, label: labels[metric], note: '' }
      );
    const defined = ownFigures(this.view).find(({ id }) => ownName(id) === name);
    return (
      defined && {
        metric: 'ownFigure',
        own: defined.id,
        label: ownTitle(this.view, defined),
        note: '',
      }
    );
  }

  shows(section: Section): boolean {
    return this.stated.sections?.includes(section) ?? true;
  }

  sections(all: readonly (readonly [Section, unknown])[]): readonly unknown[] {
    const { sections } = this.stated;
    const drawn = new Map(all);
    const order = sections ?? drawn.keys();
    return [...order].flatMap((section) => drawn.get(section) ?? []);
  }

  underVerdict(): TemplateResult {
    const said = messages(this.view, this.stated, this.said.messages);
    return html`${said} ${this.atEnd()}`;
  }

  atEnd(): TemplateResult {
    return html`${callToAction(this.view, this.stated)}`;
  }
}

/** Words of a brief's own are kept beside those of every calculator, where no list of them looks: by what
 * they are, the end of their key. */
const kNamed = new Map<string, string>();

function nameAction({ action }: Stated): string | undefined {
  if (!action) return undefined;
  const words = JSON.stringify(action);
  const end = kNamed.get(words) ?? `:${kNamed.size}`;
  if (!kNamed.has(words)) addNouns(action, end);
  kNamed.set(words, end);
  return end;
}

function addNouns(action: NonNullable<Stated['action']>, end: string): void {
  for (const language of languages) {
    const own = action[language];
    for (const [usual, noun] of Object.entries(nouns[language])) {
      const value = own ? { ...own, an: kWithArticle[language](own) } : noun;
      Object.defineProperty(nouns[language], `${usual}${end}`, { value });
    }
  }
}

interface OwnNoun {
  one: string;
  gender?: 'feminine' | 'masculine';
}

const kWithArticle = {
  fr: ({ one, gender }: OwnNoun) => `${gender === 'feminine' ? 'une' : 'un'} ${one}`,
  en: ({ one }: OwnNoun) => `${/^[aeiou]/i.test(one) ? 'an' : 'a'} ${one}`,
};

class Taken implements Briefing<View> {
  readonly stated: Stated;
  private readonly rules: Rules;
  private readonly following: Following;
  private readonly action: string | undefined;
  /** What the page calls a place, as it was drawn last. */
  private nameOf: (pointer: string) => string = () => '';

  constructor(engine: Engine, stated: Stated) {
    this.stated = stated;
    this.rules = new Rules(stated);
    this.following = new Following(engine, stated);
    this.action = nameAction(stated);
  }

  of(view: View): Brief {
    this.nameOf = (pointer) => placeName(view, pointer);
    const said = this.following.ask(view.store.question);
    return new Drawn(this.stated, this.rules, view, said);
  }

  actionOf(action: Action): Action {
    return this.action === undefined ? action : (`${action}${this.action}` as Action);
  }

  wordsOf(text: Catalogue): Catalogue {
    const { name } = this.stated.brand ?? {};
    return name ? { ...text, title: `${name}\u00a0· ${text.title}` } : text;
  }

  get begins(): boolean {
    const { start, fields = [] } = this.stated;
    return start !== undefined || fields.some(({ value }) => value !== undefined);
  }

  readonly refusal = (
    document: Document,
    before: Document,
    pointer?: string,
  ): NotTaken | undefined => {
    const path = this.rules.lockedChange(before, document);
    if (path !== undefined) return { code: 'brief.locked', path, detail: this.nameOf(path) };
    return pointer === undefined ? undefined : this.outOfSpan(document, pointer);
  };

  private outOfSpan(document: Document, pointer: string): EngineError | undefined {
    const { scenarios } = document;
    const edited = scenarios[Number(pointer.split('/')[2])] ?? scenarios[0];
    const { outside } = this.following.ask({ document, scenario: edited?.id ?? '' });
    const wrong = outside.find(
      (one) => isWithin(one.pointer, pointer) || isWithin(pointer, one.pointer),
    );
    if (!wrong) return undefined;
    const { low = '', high = '' } = wrong;
    return { code: 'brief.span', path: wrong.pointer, message: '', detail: `${low}..${high}` };
  }

  dress({ style }: HTMLElement): void {
    for (const [key, value] of this.look)
      style.setProperty(`--roi-${key}`, key === 'radius' ? `${value}px` : String(value));
  }

  undress({ style }: HTMLElement): void {
    for (const [key] of this.look) style.removeProperty(`--roi-${key}`);
  }

  private get look() {
    const { name: _, ...look } = this.stated.brand ?? {};
    return Object.entries(look);
  }
}

const isWithin = (place: string, whole: string): boolean =>
  place === whole || place.startsWith(`${whole}/`);

/** Its place in the brief. */
const inBrief = (error: EngineError): EngineError => ({
  ...error,
  path: error.path.replace(/^\/brief(?=\/|$)/, ''),
});

const kNotJson: Refusal = { ok: false, errors: [{ code: 'json.syntax', path: '', message: '' }] };

/** Takes a brief that the core takes: with it, the plan to begin with. */
export function takenBrief(
  engine: Engine,
  stated: unknown,
  wished: string,
  usual: PresetId,
): Reply<OpenedBrief> {
  const brief = typeof stated === 'string' ? readBrief(stated) : (stated as Stated | undefined);
  if (brief === undefined) return kNotJson;
  const preset = [wished, brief?.preset].find(isPreset) ?? usual;
  return opened(engine, brief, preset);
}

function readBrief(text: string): Stated | undefined {
  try {
    return parsed(text) as Stated;
  } catch {
    return undefined;
  }
}

function opened(engine: Engine, brief: Stated, preset: PresetId): Reply<OpenedBrief> {
  const reply = engine.ask('openBrief', { brief, document: presets[preset] });
  if (!reply.ok) return { ok: false, errors: reply.errors.map(inBrief) };
  const briefing = new Taken(engine, brief);
  const { document } = reply.value;
  if (!briefing.begins)
    return { ok: true, value: { briefing, example: { document: presets[preset], preset } } };
  const marked = engine.migrate(document, 'page');
  const given = marked.ok ? marked.value.document : document;
  return { ok: true, value: { briefing, example: { document: given, preset: undefined } } };
}
