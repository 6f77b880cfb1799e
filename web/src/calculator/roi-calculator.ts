// <roi-calculator>: one calculator. Several on a page, and the script loaded twice, are fine. What it is
// about is drawn by functions; what happens to it is seen to by a controller for each subject.
import { type CSSResult, LitElement, nothing, type PropertyValues } from 'lit';
import type { Document } from '../../generated/contract';
import { answerLayout } from '../answer/styles';
import { chartLayout } from '../charts/styles';
import { whenIdle } from '../engine/idle';
import { inputsLayout } from '../inputs/styles';
import { kitLayout } from '../kit/styles';
import { type Language, languages, loadLanguage } from '../locales/index';
import { download } from '../persistence/files';
import type { NotOpened } from '../persistence/opened';
import type { Saved } from '../persistence/saved';
import type { Store } from '../plan/store';
import { base, tokens } from '../styles/styles';
import { later, loadDeferred } from '../view/deferred';
import { channelNames, type Outside, type Ui, type View } from '../view/view';
import { Announcing } from './announcing';
import type { Around } from './around';
import { openWhatIsDropped } from './drop';
import { ForeignEdits } from './foreign-edits';
import type { Host } from './host';
import { listenToKeys } from './keys';
import { Speech } from './language';
import { Opening } from './opening';
import { page } from './page';
import { PlainCopy } from './plain-copy';
import { Printing } from './printing';
import { SlimBar } from './slim-bar';
import { Steady } from './steady';
import { calculatorLayout } from './styles';
import { Typing } from './typing';

export class RoiCalculator extends LitElement implements Host {
  static override styles: CSSResult[] = [
    tokens,
    base,
    chartLayout,
    kitLayout,
    inputsLayout,
    answerLayout,
    calculatorLayout,
  ];
  static override properties = {
    lang: { reflect: true },
    mode: {},
    preset: {},
    theme: { reflect: true },
  };

  /** Said once for all calculators of a page. */
  static around: (host: Host) => Around;

  declare lang: string;
  declare mode: string;
  declare preset: string;
  declare theme: string;

  /** Opens with this state instead of a preset. */
  initial: Saved | undefined;
  readonly language = new Speech(this);
  protected readonly around = (this.constructor as typeof RoiCalculator).around(this);
  private readonly announcing = new Announcing(this);
  private readonly typing = new Typing(this);
  private readonly slimBar = new SlimBar(this);
  private readonly foreign = new ForeignEdits();
  private readonly opening = new Opening(this, {
    around: this.around,
    announcing: this.announcing,
    language: () => this.language.language,
    onChange: () => this.onChange(),
  });
  private starting: Promise<void> | undefined;
  private ui: Ui = { opened: undefined, open: new Set(), unfolded: new Set(), sort: undefined };

  constructor() {
    super();
    this.addController(this.around);
    new Printing(this);
    new PlainCopy(this, () => this.around.plainPlace());
    new Steady(this);
    listenToKeys(this, () => this.performUpdate());
    openWhatIsDropped(this);
    this.addEventListener('click', () => later() ?? this.loadTheRest());
  }

  get store(): Store | undefined {
    return this.opening.store;
  }

  /** Whether nothing of the visitor's would be lost with the page. */
  get isSafe(): boolean {
    return this.opening.keeper?.isSafe ?? true;
  }

  /** What waits to be remembered is, before the page goes. */
  flush(): void {
    this.opening.keeper?.flush();
  }

  open(found: Document | NotOpened, from: 'link' | 'file'): Promise<void> {
    return this.opening.open(found, from);
  }

  leaveShared(): void {
    this.opening.leaveShared();
  }

  /** Another window of this page has remembered its plan, or has been told to forget. */
  rememberedElsewhere(isRemembered: boolean): void {
    this.opening.keeper?.changedElsewhere(isRemembered);
    this.requestUpdate();
  }

  /** Opens what an address of the page leads to, besides plans. */
  async openPlace(hash: string): Promise<void> {
    const { view, deferred } = await this.opening.whole();
    if (view) deferred?.openPlace?.(view, hash);
  }

  // Starting

  /** A page saved by the browser may bring a shadow root along: it is taken over and emptied. */
  protected override createRenderRoot() {
    this.shadowRoot?.replaceChildren();
    return super.createRenderRoot();
  }

  override connectedCallback(): void {
    this.language.open(this.initial?.language);
    super.connectedCallback();
    if (this.store) this.requestUpdate();
  }

  start(): Promise<void> {
    this.starting ??= this.startUp();
    return this.starting;
  }

  private async startUp(): Promise<void> {
    try {
      const [engine] = await Promise.all([this.around.engine(), this.language.show()]);
      this.opening.openFirst(engine, this.initial);
      this.dress();
      whenIdle(() => this.loadTheRest());
    } catch (error) {
      this.starting = undefined;
      this.around.failed(error);
    }
    this.requestUpdate();
  }

  async loadTheRest(): Promise<void> {
    await Promise.allSettled([loadDeferred(), ...languages.map(loadLanguage)]);
    this.dress();
    later()?.measureCharts(this);
    this.requestUpdate();
    this.dispatchEvent(new Event('roi-whole'));
  }

  /** What comes later brings its look along. */
  private dress(): void {
    const root = this.renderRoot as ShadowRoot;
    const sheets = (later()?.layouts ?? []).flatMap(({ styleSheet }) => styleSheet ?? []);
    const missing = sheets.filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
    root.adoptedStyleSheets.push(...missing);
  }

  // What happens

  private onChange(): void {
    if (!this.store) return;
    this.announcing.changed();
    this.typing.changed(this.store);
    this.requestUpdate();
    this.around.changed?.();
  }

  private useLanguage(language: Language): void {
    this.lang = language;
    this.announcing.announce('');
    this.dispatchEvent(new CustomEvent('roi-language', { detail: { language } }));
  }

  /** Opens what hides a field, and goes there. */
  private async focusField(pointer: string): Promise<void> {
    const isFound = await this.findField(pointer);
    if (!isFound && this.around.unfold?.()) await this.findField(pointer);
  }

  /** Says whether it could. */
  private async findField(pointer: string): Promise<boolean> {
    const [, , scenario, list, index] = pointer.split('/');
    this.store?.show(Number(scenario));
    const channel = this.store?.scenario.channels[Number(index)];
    if (list === 'channels' && channel) {
      this.ui = { ...this.ui, unfolded: new Set([...this.ui.unfolded, channel.id]) };
      this.requestUpdate();
    }
    await this.updateComplete;
    const names = [pointer, `${pointer}/likely`, `${pointer}/kind`].map(
      (name) => `[name="${CSS.escape(name)}"]`,
    );
    const field = this.renderRoot.querySelector<HTMLElement>(names.join());
    focusInside(field);
    return field?.checkVisibility() ?? false;
  }

  private async bringIntoSight(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector(selector)?.scrollIntoView({ block: 'nearest' });
  }

  /** Keeps the focus in the page when what had it has gone. */
  async focusLater(selector: string): Promise<void> {
    await this.updateComplete;
    const found = [...this.renderRoot.querySelectorAll<HTMLElement>(selector)];
    focusInside(found.find((one) => one.checkVisibility()) ?? found[0]);
  }

  // What is shown

  /** Out of the page nothing is drawn, nor worked out. */
  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.around.willUpdate?.(changed);
    if (changed.has('lang') && this.language.shown)
      this.language.show().then(() => this.requestUpdate());
  }

  protected override update(changed: PropertyValues<this>): void {
    this.foreign.aside(this.renderRoot, () => super.update(changed));
  }

  view(): View | undefined {
    const { store } = this;
    const { shown } = this.language;
    const outside = this.outside();
    if (!store || !shown || !outside) return undefined;
    const { currency } = store.scenario;
    const { briefing } = this.around;
    const action = briefing?.actionOf(store.scenario.action) ?? store.scenario.action;
    const format = this.language.formatFor(shown.locale, currency);
    const words = later()?.wordsOf(shown.text, format, store.scenario) ?? shown.text;
    const text = briefing?.wordsOf(words) ?? words;
    const margin = store.result.basis === 'margin';
    const view: View = {
      store,
      text,
      format,
      action,
      labels: text.metric({ action, margin, currency: format.currencyName }),
      names: channelNames(text, store.scenario.channels),
      ui: this.ui,
      tablesWait: this.typing.tablesWait,
      update: (change) => this.updateUi(change),
      speak: (sentence) => this.announcing.speak(sentence),
      focusField: (pointer) => this.focusField(pointer),
      focusLater: (selector) => this.focusLater(selector),
      outside,
    };
    if (briefing) view.brief = briefing.of(view);
    return view;
  }

  private updateUi(change: Partial<Ui>): void {
    this.ui = { ...this.ui, ...change };
    if ('panel' in change) this.announcing.forget();
    this.requestUpdate();
    if (change.opened) this.bringIntoSight('.explanation');
  }

  private outside(): Outside | undefined {
    const { keeper, shared } = this.opening;
    const { address, isOwn, pageText, reader } = this.around;
    if (!keeper) return undefined;
    return {
      address,
      ownsPage: isOwn,
      keeper,
      page: pageText,
      reader,
      open: (found, from) => this.open(found, from),
      download: (content, name, type) => {
        download(content, name, type);
        this.around.saved?.(name, type);
      },
      say: (notice, isRefusal) => this.announcing.announce(notice, isRefusal),
      shared,
      adopt: () => this.opening.adopt(),
    };
  }

  protected override render() {
    const view = this.view();
    const parts = {
      around: this.around,
      announcing: this.announcing,
      slimBar: this.slimBar,
      loadTheRest: () => this.loadTheRest(),
      useLanguage: (language: Language) => this.useLanguage(language),
    };
    const content = view && {
      view,
      page: () => page(view, parts),
      status: this.announcing.status(),
    };
    return this.around.draw(content) ?? nothing;
  }
}

/** Brings the focus to what may stand in sections that are closed. */
function focusInside(element: HTMLElement | null | undefined): void {
  for (let one = element; one; one = one.parentElement)
    if (one instanceof HTMLDetailsElement) one.open = true;
  element?.focus();
}
