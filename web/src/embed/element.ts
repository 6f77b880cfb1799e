// <roi-calculator> in a page of someone else: what the host says and hears, and starting when needed.
import { html, type PropertyValues, type TemplateResult } from 'lit';
import type { Document } from '../../generated/contract';
import { channels, customers } from '../components/inputs';
import { numbers, verdict } from '../components/results';
import { type Example, RoiCalculator } from '../components/roi-calculator';
import type { View } from '../components/view';
import { type Engine, loadEngine, type ScenarioResult } from '../engine/engine';
import { embedWords } from '../locales/embed';
import type { EmbedWords } from '../locales/embed/catalogue';
import { inCurrency } from '../model/edits';
import { isPreset, presetIds, presets } from '../model/presets';
import type { Store } from '../model/store';
import type { RoiAnswer, RoiCalculatorElement, RoiCalculatorEvents } from './api';
import { pushEvent } from './datalayer';
import { embedLayout } from './layout';
import { addParts } from './parts';
import { planOf, Refused } from './plan';
import { wasmBytes } from './wasm';

/** How far from the window it starts. */
const kNear = '400px';

type Detail<Name extends keyof RoiCalculatorEvents> = RoiCalculatorEvents[Name]['detail'];

export class EmbeddedCalculator extends RoiCalculator implements RoiCalculatorElement {
  static override styles = [...RoiCalculator.styles, embedLayout];
  static override properties = {
    ...RoiCalculator.properties,
    currency: {},
    scenario: {},
    loading: {},
    frameSrc: { attribute: 'frame-src' },
    dataLayer: { attribute: 'data-layer' },
  };

  declare currency: string;
  declare scenario: Document | string | undefined;
  declare loading: string;
  declare frameSrc: string;
  declare dataLayer: string;

  private started: Promise<void> | undefined;
  private sight: IntersectionObserver | undefined;
  /** The host acts, not the visitor. */
  private isQuiet = false;
  /** The currency that was asked for, if there is such a one. */
  private usable: string | undefined;
  /** The attributes as they are followed so far. */
  private followed: ReturnType<EmbeddedCalculator['asked']> | undefined;
  private told: ScenarioResult | undefined;
  private isOpenedUp = false;

  getScenario(): Document | undefined {
    return structuredClone(this.store?.document);
  }

  getResults(): ScenarioResult | undefined {
    return structuredClone(this.store?.result);
  }

  async setScenario(scenario: Document | string): Promise<void> {
    await this.begin();
    const { store, shown } = this;
    if (!store || !shown) throw new Refused('load', this.words.problem.load);
    const plan = planOf(scenario, store.engine, shown.text, this.words);
    this.show(store, { document: plan, preset: undefined });
    await this.updateComplete;
  }

  async reset(): Promise<void> {
    await this.begin();
    const { store } = this;
    if (!store) throw new Refused('load', this.words.problem.load);
    this.show(store, this.example(store.engine));
    await this.updateComplete;
  }

  // Starting

  protected override async start(): Promise<void> {
    if (this.started) this.requestUpdate();
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
    this.started ??= this.startUp();
    return this.started;
  }

  private async startUp(): Promise<void> {
    RoiCalculator.engine ??= loadEngine(async () => wasmBytes());
    await this.loadTheRest();
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

  protected override fail(_: unknown): void {
    this.failed = true;
    this.report(new Refused('load', this.words.problem.load));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sight?.disconnect();
    this.store?.analyses.drop();
  }

  // What the host says

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
    const preset = isPreset(this.preset) ? this.preset : 'email';
    if (this.preset && preset !== this.preset) {
      const known = presetIds.join(', ');
      this.report(new Refused('preset', this.words.problem.preset(this.preset, known)));
    }
    return { document: inCurrency(presets[preset], this.usable), preset };
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
    super.willUpdate(changed);
    const { store, followed } = this;
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
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
    if (this.store) pushEvent(this.dataLayer, name, this.store);
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
    const view = this.failed ? undefined : this.view();
    const isCompact = this.mode === 'compact' && !this.isOpenedUp;
    const shown = view ? (isCompact ? this.compact(view) : super.render()) : html`<slot></slot>`;
    return html`<div class="room ${isCompact ? 'compact' : ''}">${shown}</div>`;
  }

  private compact(view: View): TemplateResult {
    const open = () => {
      this.isOpenedUp = true;
      this.requestUpdate();
      this.focusLater('#answer');
    };
    return html`<main>
      ${verdict(view)}
      <section class="inputs" aria-label=${view.text.inputs.heading}>${customers(view)} ${channels(view)}</section>
      <div class="results">${numbers(view)}</div>
      <button type="button" class="link" @click=${open}>${this.words.openAll}</button>
    </main>
    <p class="unseen" role="status">${this.status}</p>`;
  }

  protected override opener(view: View) {
    const isSandboxed = window.origin === 'null' && location.protocol !== 'file:';
    return isSandboxed
      ? html`<span class="soft">${this.words.cannotSave}</span>`
      : super.opener(view);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    addParts(this.renderRoot);
    const preset = isPreset(this.preset) ? this.preset : 'email';
    const rows = presets[preset].scenarios[0]?.channels.length ?? 0;
    this.renderRoot.querySelector<HTMLElement>('.room')?.style.setProperty('--rows', String(rows));
  }
}

/** Copies, for a host may do with them what it likes. */
const answerOf = (store: Store): RoiAnswer =>
  structuredClone({ scenario: store.document, results: store.result });
