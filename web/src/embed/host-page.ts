// The page of someone else around a calculator: what it says by attributes and asks for, what it is told,
// and starting when needed.
import { html, nothing, type PropertyValues } from 'lit';
import type { Document } from '../../generated/contract';
import type { Around, Content, Example } from '../calculator/around';
import type { Host } from '../calculator/host';
import { type Engine, type EngineError, loadEngine, type ScenarioResult } from '../engine/engine';
import type { ModuleSource } from '../engine/module';
import type { Unreadable } from '../persistence/link';
import { inCurrency } from '../plan/edits';
import { isPreset, type PresetId, presetIds, presets } from '../plan/presets';
import type { Store } from '../plan/store';
import { budgetSplit } from '../tools/budget-split/line';
import { certainty } from '../tools/certainty/line';
import { changes } from '../tools/changes/line';
import { goalSeek } from '../tools/goal-seek/line';
import { influence } from '../tools/influence/line';
import { knowing } from '../tools/knowing/line';
import { payback } from '../tools/payback/line';
import { deferredFrom, later, loadDeferred, type OpenedBrief } from '../view/deferred';
import type {
  RoiAnswer,
  RoiCalculatorElement,
  RoiCalculatorEvents,
  RoiLead,
  RoiProgress,
} from './api';
import { type Attribute, kAttributes, meantBy, valuesOf } from './attributes';
import { compact } from './compact';
import { pushEvent, pushProgress, type Shown } from './datalayer';
import { FrameFallback } from './fallback';
import { HandingOver } from './handing-over';
import { addParts, dropLandmarks } from './parts';
import { briefText, migratedPlan, needsWhole, parsedPlan, Refused } from './plan';
import type { FrameMessage } from './protocol';
import type { EmbedWords } from './words/catalogue';
import { embedWords } from './words/index';

/** How far from the window it starts. */
const kNear = '400px';
const kLongestQuote = 80;

type Detail<Name extends keyof RoiCalculatorEvents> = RoiCalculatorEvents[Name]['detail'];

/** Where the script came from, and what stands there. */
interface Origin {
  /** Asked when the first calculator starts. */
  module: ModuleSource;
  /** The address of embed.html, if the script knows one. */
  frame?: string;
  /** The address of the calculator's own page, if the script knows one. */
  page?: string;
}

let origin: Origin | undefined;
let engine: Promise<Engine> | undefined;

/** Said once, by whoever defines the element. */
export function embeddedFrom(where: Origin): void {
  origin = where;
  deferredFrom(async () => (await loadRest()).deferred);
}

let rest: typeof import('./later') | undefined;

async function loadRest(): Promise<typeof import('./later')> {
  // The code of an embed script's later part comes with the rest of its module.
  await completed();
  rest = await import('./later');
  return rest;
}

function loaded(): Promise<Engine> {
  if (!origin) throw new Error('nobody said where the module comes from');
  engine ??= loadEngine(origin.module);
  return engine;
}

const completed = async () => (await loaded()).complete();

export class HostPage implements Around {
  readonly lines = [certainty, influence, knowing, goalSeek, payback, changes, budgetSplit];
  readonly remembers = false;
  readonly isOwn = false;
  private readonly element: Host & RoiCalculatorElement;
  private begun: Promise<void> | undefined;
  private sight: IntersectionObserver | undefined;
  private hasFailed = false;
  /** The host acts, not the visitor. */
  private isQuiet = false;
  /** The currency that was asked for, if there is such a one. */
  private usable: string | undefined;
  /** The attributes as they are followed so far. */
  private followed: ReturnType<HostPage['asked']> | undefined;
  private told: ScenarioResult | undefined;
  private frame: FrameFallback | undefined;
  private readonly handing: HandingOver;
  private isWatched = false;
  private isFrameReady = false;
  private isOpenedUp = false;
  /** What the brief says, and the plan it begins with. */
  private opened: OpenedBrief | undefined;
  /** The plan as the host gave it. */
  private given: Document | undefined;
  private asks = 0;
  private shownAsk = 0;
  /** The attributes as they have been looked at, and what of them is still to be told. */
  private readonly lookedAt = new Map<Attribute, string>();
  private wrong: Refused[] = [];

  constructor(element: Host & RoiCalculatorElement) {
    this.element = element;
    this.handing = new HandingOver(element, {
      words: () => this.words.handing,
      answer: () => this.answer,
      give: () => this.handOver(),
      handedOver: (lead) => this.tell('roi-cta', lead),
      calls: () => this.briefing?.stated.callToAction !== undefined,
    });
  }

  // What the host asks

  /** What is shown, here or in the frame. */
  get answer(): RoiAnswer | undefined {
    const { store } = this.element;
    return store ? answerOf(store) : this.frame?.answer;
  }

  /** The same, and which example it is. */
  get shownPlan(): Shown | undefined {
    const { store } = this.element;
    return store ? { result: store.result, preset: store.preset ?? 'own' } : this.frame?.shown;
  }

  async setScenario(scenario: Document | string): Promise<void> {
    await this.begin();
    if (this.frame) {
      await this.frame.show(parsedPlan(scenario, this.words));
      return;
    }
    const { store, language, updateComplete } = this.element;
    if (!store || !language.shown) throw this.notLoaded();
    const isNext = this.inTurn();
    if (needsWhole(scenario)) await completed();
    const reply = migratedPlan(scenario, store.engine, this.words);
    if (!reply.ok) throw await this.refused(reply.errors);
    if (isNext()) this.show(store, { document: reply.value.document, preset: undefined });
    await updateComplete;
  }

  /** Of plans that are waited for: whether none that was asked for later has been shown already. */
  private inTurn(): () => boolean {
    this.asks += 1;
    const mine = this.asks;
    return () => {
      if (mine < this.shownAsk) return false;
      this.shownAsk = mine;
      return true;
    };
  }

  /** Says why a link holds no plan. */
  refuse(why: Unreadable): void {
    const { problem, unreadable } = this.words;
    this.report(new Refused('scenario', problem.scenario(unreadable[why])));
  }

  async handOver(): Promise<RoiLead> {
    await this.begin();
    if (this.frame) return this.frame.handOver(this.notLoaded());
    const view = this.element.view();
    if (!view) throw this.notLoaded();
    return (await loadRest()).leadOf(view);
  }

  async reset(): Promise<void> {
    await this.begin();
    if (this.frame) {
      await this.frame.show(this.givenPlan());
      return;
    }
    const { store, updateComplete } = this.element;
    if (!store) throw this.notLoaded();
    await this.beginAgain(store);
    await updateComplete;
  }

  // Starting

  hostConnected(): void {
    const { element } = this;
    if (this.isTool) {
      if (!element.shadowRoot)
        console.info('roi-calculator', element, 'needs the script of its tool');
      return;
    }
    this.mend();
    this.frame?.connect();
    if (this.begun) this.element.requestUpdate();
    else if (this.element.loading === 'eager') this.begin();
    else this.watchSight();
  }

  hostDisconnected(): void {
    this.frame?.disconnect();
    this.sight?.disconnect();
    const { store } = this.element;
    if (store) later()?.analysesOf(store).drop();
  }

  private get isTool(): boolean {
    return this.element.hasAttribute('tool');
  }

  private watchSight(): void {
    this.sight = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.begin();
      },
      { rootMargin: kNear },
    );
    this.sight.observe(this.element);
  }

  private begin(): Promise<void> {
    this.sight?.disconnect();
    this.begun ??= this.startUp();
    return this.begun;
  }

  private async startUp(): Promise<void> {
    const { element } = this;
    this.tellWrong();
    const asked = this.asked();
    const { brief } = element;
    await element.start();
    const { store } = element;
    if (!store) return;
    store.currency = this.usable;
    this.given = store.document;
    this.followed = asked;
    this.told = store.result;
    if (brief !== element.brief) await this.rebrief(store);
    await element.updateComplete;
    this.tell('roi-ready', answerOf(store));
  }

  readonly engine = async (): Promise<Engine> => {
    const { brief, scenario } = this.element;
    if (brief || needsWhole(scenario)) await completed().catch(() => undefined);
    const used = await loaded();
    await this.takeBrief(used);
    return used;
  };

  get briefing() {
    return this.opened?.briefing;
  }

  // The brief

  /** One that is refused is left out, and told. */
  private async takeBrief(used: Engine): Promise<void> {
    const { brief, preset } = this.element;
    const text = briefText(brief);
    if (!text && !this.opened) return;
    await Promise.all([loadDeferred(), this.element.language.show()]);
    const reply = text ? later()?.takenBrief(used, text, preset, this.firstPreset) : undefined;
    if (brief !== this.element.brief) return;
    this.opened?.briefing.undress(this.element);
    this.opened = reply?.ok ? reply.value : undefined;
    this.opened?.briefing.dress(this.element);
    if (text && !this.opened) this.tellWrongBrief(reply?.ok === false ? reply.errors : []);
  }

  /** Unless another has been given by the time that the words are there. */
  private async tellWrongBrief(errors: EngineError[]): Promise<void> {
    const { brief } = this.element;
    const why = await this.refused(errors, 'brief');
    if (brief !== this.element.brief) return;
    console.warn(why.message);
    this.report(why);
  }

  /** Shows what the attributes say, with the brief there is. */
  private async beginAgain(store: Store): Promise<void> {
    const isNext = this.inTurn();
    if (this.opened) await this.takeBrief(store.engine);
    if (isNext()) this.show(store, this.example(store.engine));
  }

  /** What has been typed stays; a plan that nobody has touched gives way to the brief's. */
  private async rebrief(store: Store): Promise<void> {
    const { document } = store;
    await this.takeBrief(store.engine);
    store.refusal = this.briefing?.refusal;
    if (document === this.given && document === store.document)
      this.show(store, this.example(store.engine));
    this.element.requestUpdate();
  }

  failed(why: unknown): void {
    this.hasFailed = true;
    const address = addressOf(this.element.frameSrc, origin?.frame);
    if (address && why instanceof WebAssembly.CompileError) this.startFrame(address);
    else this.report(this.notLoaded());
  }

  private notLoaded = () => new Refused('load', this.words.problem.load);

  /** A sandbox opens no other page. */
  get address(): string | undefined {
    return isSandboxed() ? undefined : addressOf(this.element.pageSrc, origin?.page);
  }

  get cannotSave(): string | undefined {
    return isSandboxed() ? this.words.cannotSave : undefined;
  }

  // In a frame

  private startFrame(address: string): void {
    const frame = new FrameFallback(this.element, address, (message) => this.hear(message));
    this.frame = frame;
    frame.plan = this.givenPlan();
    if (this.element.isConnected) frame.connect();
    frame.point();
  }

  /** The plan of the attribute, for the frame to check. */
  private givenPlan(): Document | undefined {
    const { scenario } = this.element;
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
      const why = this.notLoaded();
      this.frame?.end(why);
      this.frame = undefined;
      this.report(why);
    } else if (message.type === 'error') {
      this.tell('roi-error', message.failure);
    } else if (message.type === 'goal' && message.goal) {
      this.tell('roi-goal', message.goal);
    } else if (message.type === 'cta') {
      this.tell('roi-cta', message.lead);
    } else if (message.type === 'export') {
      this.tell('roi-export', message.file);
    } else if (message.type === 'progress') {
      this.tell('roi-progress', message.progress);
    } else if (message.type === 'change' && message.answer) {
      this.tell('roi-change', message.answer);
    } else if (message.type === 'ready' && message.answer && !this.isFrameReady) {
      this.isFrameReady = true;
      this.tell('roi-ready', message.answer);
    }
    this.element.requestUpdate();
  }

  // What the host says

  /** Takes attributes as they were meant. A plan's currency and the examples are looked at when shown. */
  private mend(): void {
    for (const name of Object.keys(kAttributes) as Attribute[]) {
      const value = this.element[name];
      if (!value || value === this.lookedAt.get(name)) continue;
      const meant = meantBy(name, value);
      this.lookedAt.set(name, meant ?? value);
      if (meant !== undefined) this.element[name] = meant;
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
  example(used: Engine): Example {
    this.usable = this.usableCurrency(used);
    return this.stated(used) ?? this.ofBrief() ?? this.preseted();
  }

  private ofBrief(): Example | undefined {
    const { document, preset } = this.opened?.example ?? {};
    return document && { document: preset ? inCurrency(document, this.usable) : document, preset };
  }

  private stated(used: Engine): Example | undefined {
    const { scenario, language } = this.element;
    if (!scenario || !language.shown) return undefined;
    try {
      const reply = migratedPlan(scenario, used, this.words);
      if (reply.ok) return { document: reply.value.document, preset: undefined };
      this.refused(reply.errors).then((why) => {
        if (scenario === this.element.scenario) this.report(why);
      });
    } catch (error) {
      this.report(error as Refused);
    }
    return undefined;
  }

  /** Why the core does not take a plan, in words, which come later. */
  private async refused(
    errors: EngineError[],
    of: 'scenario' | 'brief' = 'scenario',
  ): Promise<Refused> {
    await loadDeferred();
    const { at, problem } = this.words;
    const [error] = errors;
    const { shown } = this.element.language;
    const why = shown && error && later()?.errorWords({ format: shown }, error);
    const what = error ? at(error.path || '/', why ?? error.code) : '';
    return new Refused(of, problem[of](what), errors);
  }

  private preseted(): Example {
    const wished = this.element.preset;
    const preset = this.firstPreset;
    if (wished && preset !== wished) {
      const known = presetIds.join(', ');
      this.report(new Refused('preset', this.words.problem.preset(wished, known)));
    }
    return { document: inCurrency(presets[preset], this.usable), preset };
  }

  /** Few questions are asked of one channel. */
  private get firstPreset(): PresetId {
    const { preset, mode } = this.element;
    if (isPreset(preset)) return preset;
    return mode === 'compact' ? 'one-channel' : 'email';
  }

  private usableCurrency(used: Engine): string | undefined {
    const { currency } = this.element;
    if (!currency) return undefined;
    const reply = used.evaluate(inCurrency(presets.email, currency));
    if (reply.ok) return currency;
    this.report(new Refused('currency', this.words.problem.currency(currency), reply.errors));
    return undefined;
  }

  willUpdate(changed: PropertyValues): void {
    if (this.isTool) return;
    this.mend();
    if (this.begun) this.tellWrong();
    if (this.frame) this.pointFrame(this.frame, changed);
    const { store } = this.element;
    if (store && this.followed) this.follow(store, this.followed);
    if (store && changed.has('brief')) this.rebrief(store);
  }

  private pointFrame(frame: FrameFallback, changed: PropertyValues): void {
    if (changed.has('scenario')) frame.plan = this.givenPlan();
    if (changed.size > 0) frame.point();
  }

  private follow(store: Store, followed: ReturnType<HostPage['asked']>): void {
    const { preset, scenario, currency } = this.asked();
    this.followed = { preset, scenario, currency };
    const isOther = preset !== followed.preset || scenario !== followed.scenario;
    if (isOther && !store.engine.isWhole && needsWhole(scenario)) {
      this.followed = followed;
      completed().then(
        () => this.element.requestUpdate(),
        () => this.report(this.notLoaded()),
      );
      return;
    }
    if (isOther) this.beginAgain(store);
    else if (currency !== followed.currency) this.relabel(store);
  }

  private asked(): Pick<RoiCalculatorElement, 'preset' | 'scenario' | 'currency'> {
    const { preset, scenario, currency } = this.element;
    return { preset, scenario, currency };
  }

  /** In another currency: whose plan it is stays as it was. */
  private relabel(store: Store): void {
    const { engine: used, document, preset } = store;
    const { given } = this;
    this.usable = this.usableCurrency(used);
    this.show(store, { document: inCurrency(document, this.usable), preset });
    if (document !== given) this.given = given;
  }

  /** What the host asks for is no event. */
  private show(store: Store, { document, preset }: Example): void {
    store.currency = this.usable;
    this.isQuiet = true;
    store.replace(document, preset);
    this.given = store.document;
    this.isQuiet = false;
  }

  // What the host hears

  changed(): void {
    const { told } = this;
    const { store } = this.element;
    if (!store || !told || told === store.result) return;
    this.told = store.result;
    if (this.isQuiet) return;
    this.tell('roi-change', answerOf(store));
    const { goal } = store.result;
    if (goal?.attained === undefined || goal.attained === told.goal?.attained) return;
    const { attained, metric, target, value } = goal;
    this.tell('roi-goal', { attained, metric, target, value });
  }

  saved(name: string, type: string): void {
    this.tell('roi-export', { name, type });
  }

  private report({ code, message, errors }: Refused): void {
    this.tell('roi-error', { code, message, errors });
  }

  private tell<Name extends keyof RoiCalculatorEvents>(name: Name, detail: Detail<Name>): void {
    // A copy, for a host may do with it what it likes.
    const event = { detail: structuredClone(detail), bubbles: true, composed: true };
    this.element.dispatchEvent(new CustomEvent(name, event));
    const { shownPlan } = this;
    const { dataLayer } = this.element;
    if (!dataLayer) return;
    if (name === 'roi-progress') pushProgress(dataLayer, detail as RoiProgress);
    else if (shownPlan) pushEvent(dataLayer, name, shownPlan);
  }

  /** How far the visitor comes is followed only where the host asks for it. */
  private watch(): void {
    const { dataLayer } = this.element;
    if (!rest || !dataLayer || this.isWatched) return;
    this.isWatched = true;
    rest.watchProgress(this.element, (progress) => this.tell('roi-progress', progress));
  }

  private get words(): EmbedWords {
    return embedWords(this.element.language.locale);
  }

  // What is shown

  draw(content: Content | undefined) {
    const isBegun = content || this.frame || this.hasFailed;
    const cta = isBegun && !this.isLive(content) ? this.handing.draw('cta') : nothing;
    const end = isBegun ? this.handing.draw('cta-end') : nothing;
    return html`<slot name="header"></slot>${this.inside(content)}${cta}${end}<slot name="footer"></slot>`;
  }

  private isLive = (content: Content | undefined) => content && !this.hasFailed;

  underVerdict = () => html`<div class="hands">${this.handing.draw('cta')}</div>`;

  /** Until there is an answer, and where there cannot be one: what the host put inside. */
  private inside(content: Content | undefined) {
    if (this.frame) return this.frame.render(this.words.frame);
    const isCompact = this.element.mode === 'compact' && !this.isOpenedUp;
    const shown =
      content && this.isLive(content) ? this.live(content, isCompact) : html`<slot></slot>`;
    return html`<div class="reserve ${isCompact ? 'compact' : ''}">${shown}</div>`;
  }

  private live(content: Content, isCompact: boolean) {
    const open = () => {
      this.unfold();
      this.element.focusLater('#answer');
    };
    const page = isCompact
      ? compact(content, { words: this.words.openAll, act: open }, this.underVerdict())
      : content.page();
    return html`<div class="live" hidden>${page}</div><div class="unstyled"></div>`;
  }

  /** The page around is the host's. */
  plainPlace(): Element | null {
    return this.element.renderRoot.querySelector('.unstyled');
  }

  /** What the compact mode leaves out is opened where a field of it is asked for. */
  unfold(): boolean {
    if (this.isOpenedUp) return false;
    this.isOpenedUp = true;
    this.element.requestUpdate();
    return true;
  }

  hostUpdated(): void {
    const { renderRoot } = this.element;
    this.watch();
    addParts(renderRoot);
    dropLandmarks(renderRoot);
    // The questions about one channel take as much room as three rows.
    const rows = Math.max(3, presets[this.firstPreset].scenarios[0]?.channels.length ?? 0);
    renderRoot.querySelector<HTMLElement>('.reserve')?.style.setProperty('--rows', String(rows));
  }
}

const isSandboxed = () => window.origin === 'null' && location.protocol !== 'file:';

/** An address that the host states, or the one that is known; none where it wants none. A frame would run
 * what `javascript:` holds as if it were the host's own. */
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
