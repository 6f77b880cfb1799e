// <roi-calculator> in a page of someone else: what the host says and hears, and starting when needed.
import { html, type PropertyValues, type TemplateResult } from 'lit';
import type { Document } from '../../generated/contract';
import { numbers, verdict } from '../answer/results';
import { type Example, RoiCalculator } from '../calculator/roi-calculator';
import { type Engine, loadEngine, type ScenarioResult, type WasmSource } from '../engine/engine';
import { channels, customers } from '../inputs/inputs';
import { areEnough, questions } from '../inputs/questions';
import { clearOffer, whoseLine } from '../inputs/start';
import type { Unreadable } from '../persistence/link';
import { inCurrency } from '../plan/edits';
import { isPreset, type PresetId, presetIds, presets } from '../plan/presets';
import type { Store } from '../plan/store';
import { budgetSplit } from '../tools/budget-split/line';
import { certainty } from '../tools/certainty/line';
import { changes } from '../tools/changes/line';
import { influence } from '../tools/influence/line';
import { payback } from '../tools/payback/line';
import { deferredFrom } from '../view/deferred';
import type { View } from '../view/view';
import type { RoiAnswer, RoiCalculatorElement, RoiCalculatorEvents } from './api';
import { type Attribute, kAttributes, meantBy, valuesOf } from './attributes';
import { pushEvent, type Shown } from './datalayer';
import { FrameFallback } from './fallback';
import { embedLayout } from './layout';
import { addParts, dropLandmarks } from './parts';
import { parsedPlan, planOf, Refused } from './plan';
import type { FrameMessage } from './protocol';
import type { EmbedWords } from './words/catalogue';
import { embedWords } from './words/index';

/** How far from the window it starts. */
const kNear = '400px';
const kLongestQuote = 80;

type Detail<Name extends keyof RoiCalculatorEvents> = RoiCalculatorEvents[Name]['detail'];

export class EmbeddedCalculator extends RoiCalculator implements RoiCalculatorElement {
  static override styles = [...RoiCalculator.styles, embedLayout];
  static override properties = {
    ...RoiCalculator.properties,
    currency: {},
    scenario: {},
    loading: {},
    frameSrc: { attribute: 'frame-src' },
    pageSrc: { attribute: 'page-src' },
    dataLayer: { attribute: 'data-layer' },
  };

  /** Where the wasm comes from; asked when the first calculator starts. */
  static wasm: WasmSource;
  /** The address of embed.html, if the script knows one. */
  static frame: string | undefined;
  /** The address of the calculator's own page, if the script knows one. */
  static page: string | undefined;

  declare currency: string;
  declare scenario: Document | string | undefined;
  declare loading: string;
  declare frameSrc: string;
  declare pageSrc: string;
  declare dataLayer: string;

  private begun: Promise<void> | undefined;
  private sight: IntersectionObserver | undefined;
  /** The host acts, not the visitor. */
  private isQuiet = false;
  /** The currency that was asked for, if there is such a one. */
  private usable: string | undefined;
  /** The attributes as they are followed so far. */
  private followed: ReturnType<EmbeddedCalculator['asked']> | undefined;
  private told: ScenarioResult | undefined;
  private frame: FrameFallback | undefined;
  private isFrameReady = false;
  private isOpenedUp = false;
  /** The attributes as they have been looked at, and what of them is still to be told. */
  private readonly lookedAt = new Map<Attribute, string>();
  private wrong: Refused[] = [];

  getScenario(): Document | undefined {
    return structuredClone(this.answer?.scenario);
  }

  getResults(): ScenarioResult | undefined {
    return structuredClone(this.answer?.results);
  }

  /** What is shown, here or in the frame. */
  get answer(): RoiAnswer | undefined {
    return this.store ? answerOf(this.store) : this.frame?.answer;
  }

  /** The same, and which example it is. */
  get shownPlan(): Shown | undefined {
    const { store, frame } = this;
    return store ? { result: store.result, preset: store.preset ?? 'own' } : frame?.shown;
  }

  async setScenario(scenario: Document | string): Promise<void> {
    await this.begin();
    const { store, shown, frame } = this;
    if (frame) {
      await frame.show(parsedPlan(scenario, this.words));
      return;
    }
    if (!store || !shown) throw new Refused('load', this.words.problem.load);
    const plan = planOf(scenario, store.engine, shown.text, this.words);
    this.show(store, { document: plan, preset: undefined });
    await this.updateComplete;
  }

  /** Says why a link holds no plan. */
  refuse(why: Unreadable): void {
    const { problem, unreadable } = this.words;
    this.report(new Refused('scenario', problem.scenario(unreadable[why])));
  }

  async reset(): Promise<void> {
    await this.begin();
    const { store, frame } = this;
    if (frame) {
      await frame.show(this.givenPlan());
      return;
    }
    if (!store) throw new Refused('load', this.words.problem.load);
    this.show(store, this.example(store.engine));
    await this.updateComplete;
  }

  // Starting

  override connectedCallback(): void {
    this.mend();
    super.connectedCallback();
  }

  protected override async start(): Promise<void> {
    this.frame?.connect();
    if (this.begun) this.requestUpdate();
    else if (this.loading === 'eager') await this.begin();
    else this.watchSight();
  }

  private watchSight(): void {
    this.sight = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.begin();
      },
      { rootMargin: kNear },
    );
    this.sight.observe(this);
  }

  private begin(): Promise<void> {
    this.sight?.disconnect();
    this.begun ??= this.startUp();
    return this.begun;
  }

  private async startUp(): Promise<void> {
    RoiCalculator.lines = [certainty, influence, payback, changes, budgetSplit];
    RoiCalculator.engine ??= loadEngine(EmbeddedCalculator.wasm);
    deferredFrom(async () => (await import('./later')).deferred);
    await this.loadTheRest();
    this.tellWrong();
    const asked = this.asked();
    await super.start();
    const { store } = this;
    if (!store) return;
    store.currency = this.usable;
    this.followed = asked;
    this.told = store.result;
    await this.updateComplete;
    this.tell('roi-ready', answerOf(store));
  }

  protected override fail(error: unknown): void {
    this.failed = true;
    const address = this.frameAddress();
    if (address && error instanceof WebAssembly.CompileError) this.startFrame(address);
    else this.report(new Refused('load', this.words.problem.load));
  }

  private frameAddress(): string | undefined {
    return addressOf(this.frameSrc, EmbeddedCalculator.frame);
  }

  /** A sandbox opens no other page. */
  protected override get address(): string | undefined {
    return isSandboxed() ? undefined : addressOf(this.pageSrc, EmbeddedCalculator.page);
  }

  private startFrame(address: string): void {
    const frame = new FrameFallback(this, address, (message) => this.hear(message));
    this.frame = frame;
    frame.plan = this.givenPlan();
    if (this.isConnected) frame.connect();
    frame.point();
  }

  /** The plan of the attribute, for the frame to check. */
  private givenPlan(): Document | undefined {
    const { scenario } = this;
    if (!scenario) return undefined;
    try {
      return parsedPlan(scenario, this.words);
    } catch (error) {
      this.report(error as Refused);
      return undefined;
    }
  }

  /** What the frame says is told as if it had happened here. */
  private hear(message: FrameMessage | 'silence'): void {
    if (message === 'silence') {
      const why = new Refused('load', this.words.problem.load);
      this.frame?.end(why);
      this.frame = undefined;
      this.report(why);
    } else if (message.type === 'error') {
      this.tell('roi-error', message.failure);
    } else if (message.type === 'goal' && message.goal) {
      this.tell('roi-goal', message.goal);
    } else if (message.type === 'export') {
      this.tell('roi-export', message.file);
    } else if (message.type === 'change' && message.answer) {
      this.tell('roi-change', message.answer);
    } else if (message.type === 'ready' && message.answer && !this.isFrameReady) {
      this.isFrameReady = true;
      this.tell('roi-ready', message.answer);
    }
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.frame?.disconnect();
    this.sight?.disconnect();
    this.store?.analyses.drop();
  }

  // What the host says

  /** Takes attributes as they were meant. A plan's currency and the examples are looked at when shown. */
  private mend(): void {
    for (const name of Object.keys(kAttributes) as Attribute[]) {
      const value = this[name];
      if (!value || value === this.lookedAt.get(name)) continue;
      const meant = meantBy(name, value);
      this.lookedAt.set(name, meant ?? value);
      if (meant !== undefined) this[name] = meant;
      const isToldLater = meant === undefined && (name === 'preset' || name === 'currency');
      if (meant !== value && !isToldLater) this.wrong.push(this.wrongly(name, value, meant));
    }
  }

  private wrongly(name: Attribute, value: string, meant: string | undefined): Refused {
    const { mended, unknown } = this.words.problem;
    const attribute = kAttributes[name];
    const shown = value.slice(0, kLongestQuote);
    const message =
      meant === undefined
        ? unknown(attribute, shown, valuesOf(name).join(', '))
        : mended(attribute, shown, meant);
    return new Refused(attribute, message);
  }

  private tellWrong(): void {
    for (const one of this.wrong.splice(0)) this.report(one);
  }

  /** What the attributes say; what of them cannot be used is reported. */
  protected override example(engine: Engine): Example {
    this.usable = this.usableCurrency(engine);
    return this.stated(engine) ?? this.preseted();
  }

  private stated(engine: Engine): Example | undefined {
    const { scenario, shown } = this;
    if (!scenario || !shown) return undefined;
    try {
      const document = planOf(scenario, engine, shown.text, this.words);
      return { document, preset: undefined };
    } catch (error) {
      this.report(error as Refused);
      return undefined;
    }
  }

  private preseted(): Example {
    const preset = this.firstPreset;
    if (this.preset && preset !== this.preset) {
      const known = presetIds.join(', ');
      this.report(new Refused('preset', this.words.problem.preset(this.preset, known)));
    }
    return { document: inCurrency(presets[preset], this.usable), preset };
  }

  /** Few questions are asked of one channel. */
  private get firstPreset(): PresetId {
    if (isPreset(this.preset)) return this.preset;
    return this.mode === 'compact' ? 'one-channel' : 'email';
  }

  private usableCurrency(engine: Engine): string | undefined {
    if (!this.currency) return undefined;
    const reply = engine.evaluate(inCurrency(presets.email, this.currency));
    if (reply.ok) return this.currency;
    this.report(new Refused('currency', this.words.problem.currency(this.currency), reply.errors));
    return undefined;
  }

  /** Out of the page nothing is drawn, nor worked out. */
  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.mend();
    if (this.begun) this.tellWrong();
    super.willUpdate(changed);
    const { store, followed, frame } = this;
    if (frame && changed.has('scenario')) frame.plan = this.givenPlan();
    if (frame && changed.size > 0) frame.point();
    if (!store || !followed) return;
    const { preset, scenario, currency } = this.asked();
    this.followed = { preset, scenario, currency };
    const isOther = preset !== followed.preset || scenario !== followed.scenario;
    if (isOther) this.show(store, this.example(store.engine));
    else if (currency !== followed.currency) this.show(store, this.inOtherCurrency(store));
  }

  private asked(): Pick<RoiCalculatorElement, 'preset' | 'scenario' | 'currency'> {
    const { preset, scenario, currency } = this;
    return { preset, scenario, currency };
  }

  private inOtherCurrency({ engine, document, preset }: Store): Example {
    this.usable = this.usableCurrency(engine);
    return { document: inCurrency(document, this.usable), preset };
  }

  /** What the host asks for is no event. */
  private show(store: Store, { document, preset }: Example): void {
    store.currency = this.usable;
    this.isQuiet = true;
    store.replace(document, preset);
    this.isQuiet = false;
  }

  // What the host hears

  protected override onChange(): void {
    super.onChange();
    const { told, store } = this;
    if (!store || !told || told === store.result) return;
    this.told = store.result;
    if (this.isQuiet) return;
    this.tell('roi-change', answerOf(store));
    const { goal } = store.result;
    if (goal?.attained === undefined || goal.attained === told.goal?.attained) return;
    const { attained, metric, target, value } = goal;
    this.tell('roi-goal', { attained, metric, target, value });
  }

  protected override download(content: BlobPart, name: string, type: string): void {
    super.download(content, name, type);
    this.tell('roi-export', { name, type });
  }

  private report({ code, message, errors }: Refused): void {
    this.tell('roi-error', { code, message, errors });
  }

  private tell<Name extends keyof RoiCalculatorEvents>(name: Name, detail: Detail<Name>): void {
    // A copy, for a host may do with it what it likes.
    const event = { detail: structuredClone(detail), bubbles: true, composed: true };
    this.dispatchEvent(new CustomEvent(name, event));
    const { shownPlan } = this;
    if (shownPlan) pushEvent(this.dataLayer, name, shownPlan);
  }

  private get words(): EmbedWords {
    return embedWords(this.locale);
  }

  // What is shown

  protected override render() {
    return html`<slot name="header"></slot>${this.content()}<slot name="cta"></slot><slot name="footer"></slot>`;
  }

  /** Until there is an answer, and where there cannot be one: what the host put inside. */
  private content() {
    if (this.frame) return this.frame.render(this.words.frame);
    const view = this.failed ? undefined : this.view();
    const isCompact = this.mode === 'compact' && !this.isOpenedUp;
    const shown = view ? this.livePage(view, isCompact) : html`<slot></slot>`;
    return html`<div class="room ${isCompact ? 'compact' : ''}">${shown}</div>`;
  }

  private livePage(view: View, isCompact: boolean): TemplateResult {
    const page = isCompact ? this.compact(view) : super.page(view);
    return html`<div class="live" hidden>${page}</div><div class="unstyled"></div>`;
  }

  /** The page around is the host's. */
  protected override plainPlace(): Element | null {
    return this.renderRoot.querySelector('.unstyled');
  }

  /** What the compact mode leaves out is opened where a field of it is asked for. */
  protected override async focusField(pointer: string): Promise<boolean> {
    if ((await super.focusField(pointer)) || this.isOpenedUp) return true;
    this.openUp();
    return super.focusField(pointer);
  }

  private openUp(): void {
    this.isOpenedUp = true;
    this.requestUpdate();
  }

  private compact(view: View): TemplateResult {
    const open = () => {
      this.openUp();
      this.focusLater('#answer');
    };
    const asked = areEnough(view)
      ? questions(view)
      : html`${customers(view)} ${channels(view, 'folded')}`;
    return html`<div class="brief">
      ${whoseLine(view)} ${verdict(view)}
      <section class="inputs" aria-label=${view.text.inputs.heading}>${asked} ${clearOffer(view)}</section>
      <div class="results">${numbers(view)}</div>
      <button type="button" class="link" @click=${open}>${this.words.openAll}</button>
    </div>
    <p class="unseen" role="status">${this.status}</p>`;
  }

  protected override opener(view: View) {
    return isSandboxed()
      ? html`<span class="soft">${this.words.cannotSave}</span>`
      : super.opener(view);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    addParts(this.renderRoot);
    dropLandmarks(this.renderRoot);
    // The questions about one channel take as much room as three rows.
    const rows = Math.max(3, presets[this.firstPreset].scenarios[0]?.channels.length ?? 0);
    this.renderRoot.querySelector<HTMLElement>('.room')?.style.setProperty('--rows', String(rows));
  }
}

const isSandboxed = () => window.origin === 'null' && location.protocol !== 'file:';

/** An address that the host states, or the one that is known; none where it wants none. A frame would run what `javascript:`
 * holds as if it were the host's own. */
function addressOf(stated: string, known: string | undefined): string | undefined {
  if (!stated) return known;
  if (stated === 'none') return undefined;
  try {
    const { protocol, href } = new URL(stated, location.href);
    return /^https?:$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

const answerOf = (store: Store): RoiAnswer => ({
  scenario: store.document,
  results: store.result,
});
