// <roi-calculator>: one calculator. Several on a page, and the script loaded twice, are fine.
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Document } from '../../generated/contract';
import { results, slimBar, spokenVerdict, verdict } from '../answer/results';
import type { Engine, EngineError } from '../engine/engine';
import { inputs } from '../inputs/inputs';
import { scenarioBar } from '../inputs/scenarios';
import { whoseLine } from '../inputs/start';
import type { Catalogue } from '../locales/catalogue';
import { Format } from '../locales/format';
import {
  chooseLocale,
  type Language,
  languageNames,
  languageOf,
  languages,
  loadLanguage,
} from '../locales/index';
import { download } from '../persistence/files';
import { Keeper, type Memory } from '../persistence/keeper';
import { recall } from '../persistence/memory';
import type { NotOpened } from '../persistence/opened';
import type { PageText, Saved } from '../persistence/saved';
import { whenIdle } from '../plan/analyses';
import { isPreset, type PresetId, presets } from '../plan/presets';
import { Store } from '../plan/store';
import { layout, tokens } from '../styles/styles';
import { type Deferred, later, loadDeferred, whileLoading } from '../view/deferred';
import type { Line } from '../view/tool';
import { channelNames, scenarioName, type Ui, type View } from '../view/view';
import { ForeignEdits } from './foreign-edits';

/** What a page of ours lets its calculator do. */
export interface Home {
  /** Where a link to a plan leads. */
  address?: string;
  /** Whether the device may remember plans of this page. */
  remembers: boolean;
  /** Whether the page is there for its calculator alone. */
  isOwn: boolean;
}

/** A plan to begin with; which preset it is, if it is one as it stands. */
export interface Example {
  document: Document;
  preset: PresetId | undefined;
}

const kStatusPause = 700;
/** So long a pause in typing lets one look up, and be asked. */
const kAskingPause = 1500;
/** So many channels are drawn within a frame. */
const kFewChannels = 12;
const kTablesPause = 120;
const kPlainPause = 1500;
const kPrinting = ['beforeprint', 'afterprint'] as const;

export class RoiCalculator extends LitElement {
  static override styles = [tokens, layout];
  static override properties = {
    lang: { reflect: true },
    mode: {},
    preset: {},
    theme: { reflect: true },
  };

  /** Set once for all calculators of a page. */
  static engine: Promise<Engine> | undefined;
  /** The questions that it answers. */
  static lines: readonly Line[] = [];
  static pageText: PageText | undefined;
  static home: Home = { remembers: false, isOwn: false };

  declare lang: string;
  declare mode: string;
  declare preset: string;
  declare theme: string;

  /** Opens with this state instead of a preset. */
  initial: Saved | undefined;

  /** The locale it opened in, while no language is chosen. */
  private firstLocale: string | undefined;
  /** The locale that is shown, with its words. */
  protected shown: { locale: string; text: Catalogue } | undefined;
  private format: Format | undefined;
  protected store: Store | undefined;
  private keeper: Keeper | undefined;
  protected failed = false;
  /** Over once a plan is open. */
  private started: Promise<void> | undefined;
  protected status = '';
  /** What saving came to; until the next change. */
  private notice: { text: string; isRefusal: boolean } | undefined;
  /** The plan that was opened last, until it is changed; and what a link took the place of. */
  private opened: { document: Document; instead?: 'own' | 'example' } | undefined;
  private isOpening = false;
  private statusTimer: ReturnType<typeof setTimeout> | undefined;
  private askingTimer: ReturnType<typeof setTimeout> | undefined;
  /** The question that was spoken last. */
  private lastSpoken = '';
  private plainTimer: ReturnType<typeof setTimeout> | undefined;
  private tablesTimer: ReturnType<typeof setTimeout> | undefined;
  private tablesWait = false;
  private slimShown = false;
  private observer: IntersectionObserver | undefined;
  private watched: Element | undefined;
  private readonly foreign = new ForeignEdits();
  /** Takes the printed report out of the page again. */
  private unprint: (() => void) | undefined;
  private ui: Ui = { opened: undefined, open: new Set(), unfolded: new Set(), sort: undefined };

  constructor() {
    super();
    this.addEventListener('keydown', this.onKey);
    this.addEventListener('click', () => later() ?? this.loadTheRest());
    this.addEventListener('dragover', this.onDragOver);
    this.addEventListener('drop', this.onDrop);
  }

  /** A page saved by the browser may bring a shadow root along: it is taken over and emptied. */
  protected override createRenderRoot() {
    this.shadowRoot?.replaceChildren();
    return super.createRenderRoot();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const page = document.documentElement.lang;
    this.firstLocale ??= chooseLocale([page, this.initial?.language, ...navigator.languages]);
    for (const event of kPrinting) addEventListener(event, this.onPrint);
    this.started = this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer?.disconnect();
    this.watched = undefined;
    clearTimeout(this.statusTimer);
    clearTimeout(this.askingTimer);
    clearTimeout(this.plainTimer);
    clearTimeout(this.tablesTimer);
    this.tablesWait = false;
    for (const event of kPrinting) removeEventListener(event, this.onPrint);
  }

  protected async start(): Promise<void> {
    if (this.store || !RoiCalculator.engine) return;
    try {
      const [engine] = await Promise.all([RoiCalculator.engine, this.showLocale()]);
      this.openFirst(engine);
      whenIdle(() => this.loadTheRest());
    } catch (error) {
      this.fail(error);
    }
    this.requestUpdate();
  }

  protected fail(error: unknown): void {
    console.error(error);
    this.failed = true;
  }

  /** The plan of the page, else the one remembered, else an example. */
  private openFirst(engine: Engine): void {
    const { remembers } = RoiCalculator.home;
    const remembered = remembers ? recall() : undefined;
    const saved = this.initial ?? remembered;
    let memory: Memory = remembers ? 'off' : 'none';
    try {
      this.openSaved(engine, saved);
      if (remembered) memory = 'on';
    } catch (error) {
      if (!saved) throw error;
      this.openSaved(engine, undefined);
      this.announceLater((rest, view) => rest.unreadWords?.(view));
    }
    const onRefused = () => this.announceLater((rest, view) => rest.cannotRememberWords?.(view));
    this.opened = { document: this.openStore.document };
    this.keeper = new Keeper(this.openStore, () => languageOf(this.locale), memory, onRefused);
  }

  private openSaved(engine: Engine, saved: Saved | undefined): void {
    const { document, preset } = saved ? { ...saved, preset: undefined } : this.example(engine);
    this.store = new Store(
      engine,
      document,
      preset,
      () => this.onChange(),
      () => this.requestUpdate(),
    );
  }

  /** What is shown while the visitor has nothing of their own. */
  protected example(_: Engine): Example {
    const preset = isPreset(this.preset) ? this.preset : 'email';
    return { document: presets[preset], preset };
  }

  protected get openStore(): Store {
    if (!this.store) throw new Error('no plan is open');
    return this.store;
  }

  /** Whether nothing of the visitor's would be lost with the page. */
  get isSafe(): boolean {
    return this.keeper?.isSafe ?? true;
  }

  /** What waits to be remembered is, before the page goes. */
  flush(): void {
    this.keeper?.flush();
  }

  /** Opens a plan from elsewhere in the place of this one; undo brings this one back. */
  async open(found: Document | NotOpened, from: 'link' | 'file'): Promise<void> {
    const { view, rest } = await this.whole();
    if (!view || !rest) return;
    const why = typeof found === 'string' ? found : this.putInPlace(view, found, from);
    const words = why === undefined && from === 'link' ? rest.sharedWords?.(view) : undefined;
    if (words) this.say(words);
    else if (why) this.announce(rest.refusedWords(view, from, why), true);
    else this.announce(rest.openedWords(view));
  }

  /** One shared plan takes the place of another: below it lies what is the visitor's. */
  private putInPlace(
    { store, outside: { keeper } }: View,
    found: Document,
    from: 'link' | 'file',
  ): EngineError | undefined {
    const { shared } = this;
    keeper.flush();
    this.isOpening = true;
    if (shared) store.undo();
    const { document: own, preset } = store;
    const why = store.replace(found, undefined, from === 'link' ? 'page' : undefined);
    if (why && shared) store.redo();
    this.isOpening = false;
    if (why) return why;
    const instead = preset ? 'example' : 'own';
    this.opened = { document: store.document, ...(from === 'link' ? { instead } : {}) };
    if (from === 'link') keeper.visit(own);
    keeper.keep(store.document);
    // What is still being typed was meant for the plan before.
    (this.shadowRoot?.activeElement as HTMLElement | null)?.blur();
    return undefined;
  }

  /** What is shown came by a link and is as it came. */
  private get shared() {
    const { document, instead } = this.opened ?? {};
    return instead && document === this.store?.document ? { instead } : undefined;
  }

  /** Brings back what was there before the plan of a link, if that is still as it came. */
  leaveShared(): void {
    if (this.shared) this.store?.undo();
  }

  /** Tells the page that the plan is the visitor's, no longer the one that was opened. */
  private adopt(): void {
    this.opened = undefined;
    this.dispatchEvent(new Event('roi-own'));
    this.requestUpdate();
  }

  /** Another window of this page has remembered its plan, or has been told to forget. */
  rememberedElsewhere(isRemembered: boolean): void {
    this.keeper?.changedElsewhere(isRemembered);
    this.requestUpdate();
  }

  /** Says a sentence of the rest of the page as soon as there is one. */
  private async announceLater(
    words: (rest: Deferred, view: View) => string | undefined,
  ): Promise<void> {
    const { view, rest } = await this.whole();
    if (view && rest) this.announce(words(rest, view) ?? '');
  }

  /** Opens the methodology, at the definition of a figure if one is named. */
  async showMethod(metric: string): Promise<void> {
    const { view, rest } = await this.whole();
    if (view) rest?.showMethod?.(view, metric);
  }

  private async whole() {
    await this.started;
    await loadDeferred();
    await this.updateComplete;
    return { view: this.view(), rest: later() };
  }

  /** What the first answer could do without; so that nothing more is asked for later. */
  protected async loadTheRest(): Promise<void> {
    await Promise.allSettled([loadDeferred(), ...languages.map(loadLanguage)]);
    this.dressRest();
    this.requestUpdate();
    this.dispatchEvent(new Event('roi-whole'));
  }

  /** The rest of the page brings its look along. */
  private dressRest(): void {
    const root = this.renderRoot as ShadowRoot;
    const sheets = (later()?.layouts ?? []).flatMap(({ styleSheet }) => styleSheet ?? []);
    const missing = sheets.filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
    root.adoptedStyleSheets.push(...missing);
  }

  protected onChange(): void {
    this.notice = undefined;
    this.keeper?.changed();
    if (!this.isOpening && this.opened?.document !== this.store?.document) this.adopt();
    this.waitWithTables();
    this.requestUpdate();
    clearTimeout(this.statusTimer);
    this.statusTimer = setTimeout(() => this.say(this.spokenVerdict()), kStatusPause);
    clearTimeout(this.askingTimer);
    this.askingTimer = setTimeout(() => this.store?.pause(), kAskingPause);
  }

  /** While a number of a long plan is typed, the answer comes first, and its tables in a pause. */
  private waitWithTables(): void {
    clearTimeout(this.tablesTimer);
    const { isTyping, scenario } = this.openStore;
    this.tablesWait = isTyping && scenario.channels.length > kFewChannels;
    if (this.tablesWait) this.tablesTimer = setTimeout(() => this.drawTables(), kTablesPause);
  }

  private drawTables(): void {
    this.tablesWait = false;
    this.requestUpdate();
  }

  private say(status: string): void {
    this.status = status;
    this.requestUpdate();
  }

  /** Shows a sentence until the next change, and speaks it. */
  private announce(text: string, isRefusal = false): void {
    clearTimeout(this.statusTimer);
    this.notice = text ? { text, isRefusal } : undefined;
    this.say(text);
  }

  /** After a pause, as the verdict would be: what is said at once is lost in the change of focus. */
  private speak(sentence: string): void {
    clearTimeout(this.statusTimer);
    this.statusTimer = setTimeout(() => this.say(sentence), kStatusPause);
  }

  private spokenVerdict(): string {
    const view = this.view();
    if (!view) return '';
    const { costs, back, lifetime } = spokenVerdict(view);
    return `${this.newQuestion(view)}${this.spokenName(view)}${costs} ${back}${lifetime}`;
  }

  /** A question is spoken once. */
  private newQuestion(view: View): string {
    const { lastSpoken } = this;
    const question = later()?.spokenQuestion(view) ?? '';
    this.lastSpoken = question;
    return question && question !== lastSpoken ? `${question} ` : '';
  }

  /** Whose answer it is, where there are several. */
  private spokenName(view: View): string {
    const { store, text } = view;
    const isOne = store.document.scenarios.length === 1;
    return isOne ? '' : `${scenarioName(view, store.at)}${text.colon}`;
  }

  /** What a host put inside has keys and files of its own. */
  private isOwn({ target }: Event): boolean {
    return target === this;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (!this.isOwn(event) || !this.store) return;
    if (event.key === 'Tab') this.askBeforeLeaving();
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
    if (key !== 'z' && !isRedo) return;
    event.preventDefault();
    if (isRedo) this.store.redo();
    else this.store.undo();
    this.catchFocus();
  };

  /** What a field asks stands behind it before the focus moves on. */
  private askBeforeLeaving(): void {
    this.store?.settle();
    this.performUpdate();
  }

  /** What is printed is a report of its own. */
  private readonly onPrint = ({ type }: Event): void => {
    this.unprint?.();
    const view = type === 'beforeprint' ? this.view() : undefined;
    this.unprint = view && later()?.printed?.(view, this.renderRoot);
  };

  /** What had the focus may be gone with a step; the next key is still meant for us. */
  private async catchFocus(): Promise<void> {
    await this.updateComplete;
    const root = this.renderRoot as ShadowRoot;
    if (root.activeElement) return;
    root.querySelector<HTMLElement>('#answer')?.focus({ preventScroll: true });
  }

  private readonly onDragOver = (event: DragEvent): void => {
    if (this.isOwn(event) && event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };

  private readonly onDrop = (event: DragEvent): void => {
    const [file] = event.dataTransfer?.files ?? [];
    const view = this.view();
    if (!file || !view || !this.isOwn(event)) return;
    event.preventDefault();
    loadDeferred().then(() => later()?.openFile(view, file));
  };

  protected get locale(): string {
    return chooseLocale([this.lang, this.firstLocale]);
  }

  /** Shows the wished locale once its words are there. */
  private async showLocale(): Promise<void> {
    const { locale } = this;
    const text = await loadLanguage(languageOf(locale));
    if (locale === this.locale) this.shown = { locale, text };
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('lang') && this.shown) this.showLocale();
  }

  protected override update(changed: PropertyValues<this>): void {
    this.foreign.aside(this.renderRoot, () => super.update(changed));
  }

  protected view(): View | undefined {
    const { store, shown, keeper } = this;
    if (!store || !shown || !keeper) return undefined;
    const { text } = shown;
    const { action, currency } = store.scenario;
    const format = this.formatFor(shown.locale, currency);
    const margin = store.result.basis === 'margin';
    return {
      store,
      text,
      format,
      action,
      labels: text.metric({ action, margin, currency: format.currencyName }),
      names: channelNames(text, store.scenario.channels),
      ui: this.ui,
      tablesWait: this.tablesWait,
      update: (change) => {
        this.ui = { ...this.ui, ...change };
        if ('panel' in change) this.notice = undefined;
        this.requestUpdate();
        if (change.opened) this.bringIntoSight('.explanation');
      },
      speak: (sentence) => this.speak(sentence),
      focusField: (pointer) => this.focusField(pointer),
      focusLater: (selector) => this.focusLater(selector),
      outside: {
        address: this.address,
        ownsPage: RoiCalculator.home.isOwn,
        keeper,
        page: RoiCalculator.pageText,
        open: (found, from) => this.open(found, from),
        download: (content, name, type) => this.download(content, name, type),
        say: (notice, isRefusal) => this.announce(notice, isRefusal),
        shared: this.shared,
        adopt: () => this.adopt(),
      },
    };
  }

  /** Its formatters are made once, not for each drawing. */
  private formatFor(locale: string, currency: string): Format {
    const last = this.format;
    const isSame = last?.locale === locale && last.currency === currency;
    this.format = isSame ? last : new Format(locale, currency);
    return this.format;
  }

  /** Where a link to a plan leads. */
  protected get address(): string | undefined {
    return RoiCalculator.home.address;
  }

  /** Opens what hides a field, and goes there; says whether it could. */
  protected async focusField(pointer: string): Promise<boolean> {
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
    field?.closest('details')?.setAttribute('open', '');
    field?.focus();
    return field?.checkVisibility() ?? false;
  }

  private async bringIntoSight(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector(selector)?.scrollIntoView({ block: 'nearest' });
  }

  /** Keeps the focus in the page when what had it has gone. */
  protected async focusLater(selector: string): Promise<void> {
    await this.updateComplete;
    const found = [...this.renderRoot.querySelectorAll<HTMLElement>(selector)];
    found.find((one) => one.checkVisibility())?.focus();
  }

  private useLanguage(language: Language): void {
    this.lang = language;
    this.announce('');
    this.dispatchEvent(new CustomEvent('roi-language', { detail: { language } }));
  }

  protected download(content: BlobPart, name: string, type: string): void {
    download(content, name, type);
  }

  protected override render() {
    const view = this.view();
    if (this.failed) return html`<slot></slot>`;
    if (!view) return nothing;
    return html`<div class="live" hidden>${this.page(view)}</div><div class="unstyled"><slot></slot></div>`;
  }

  protected page(view: View) {
    return html`${this.skipLink(view)} ${this.head(view)} ${this.panel(view)}
      ${view.outside.shared ? later()?.sharedLine?.(view) : whoseLine(view)} ${this.noticeLine()}
      ${scenarioBar(view)}
      <div class="stage">
        <div class="slim ${this.slimShown ? 'shown' : ''}">${slimBar(view)}</div>
        <main>${verdict(view)} ${inputs(view)} ${results(view, RoiCalculator.lines)}</main>
      </div>
      <footer class="actions">${this.opener(view)}</footer>
      <p class="unseen" role="status">${this.status}</p>`;
  }

  /** The first thing that Tab reaches leads past all else to the first field. */
  protected skipLink({ text, focusLater }: View) {
    const skip = () => focusLater('.inputs input[inputmode]');
    return html`<button type="button" class="link skip unseen" @click=${skip}>${text.actions.skip}</button>`;
  }

  private noticeLine() {
    if (!this.notice) return nothing;
    const { text, isRefusal } = this.notice;
    return html`<p class="notice ${isRefusal ? 'loss' : ''}" aria-hidden="true">${text}</p>`;
  }

  private glyphButton(glyph: string, label: string, enabled: boolean, act: () => void) {
    return html`<button type="button" class="link glyph" title=${label} aria-label=${label}
      aria-disabled=${enabled ? 'false' : 'true'} tabindex=${enabled ? nothing : '-1'}
      @click=${() => enabled && act()}>${glyph}</button>`;
  }

  protected opener({ text, ui, update, focusLater }: View) {
    const isOpen = ui.panel === 'keeping';
    const open = () => {
      update({ panel: isOpen ? undefined : 'keeping' });
      if (!isOpen) this.loadTheRest().then(() => focusLater('.keeping h2'));
    };
    return html`<button type="button" class="link" data-opens="keeping" aria-expanded=${isOpen ? 'true' : 'false'}
      @click=${open}>${text.actions.keep}</button>`;
  }

  private panel(view: View) {
    const { panel } = view.ui;
    return panel === undefined ? nothing : (later()?.panel(view, panel) ?? whileLoading(view));
  }

  private head(view: View) {
    const { text, store } = view;
    const current = languageOf(view.format.locale);
    return html`<header>
      <h1>${text.title}</h1>
      <div class="actions">
        ${this.glyphButton('↶', text.actions.undo, store.canUndo, () => store.undo())}
        ${this.glyphButton('↷', text.actions.redo, store.canRedo, () => store.redo())}
        <span class="opt">${this.opener(view)}</span>
        <span class="languages" role="group" aria-label=${text.actions.language}>
          ${languages.map(
            (
              language,
            ) => html`<button type="button" class="link" lang=${language} title=${languageNames[language]}
              aria-pressed=${language === current ? 'true' : 'false'} @click=${() => this.useLanguage(language)}>${language.toUpperCase()}</button>`,
          )}
        </span>
      </div>
    </header>`;
  }

  /** Where the report without a look is: in a page of ours itself, which every browser saves. */
  protected plainPlace(): Element | null {
    return RoiCalculator.home.isOwn ? this : null;
  }

  private keepPlain(): void {
    clearTimeout(this.plainTimer);
    this.plainTimer = setTimeout(() => {
      whenIdle(() => {
        const [view, place] = [this.view(), this.plainPlace()];
        if (view && place) later()?.keepPlain(view, place);
      });
    }, kPlainPause);
  }

  protected override updated(_: PropertyValues): void {
    this.keepPlain();
    this.watchAnswer();
  }

  /** The slim bar stands in for an answer that has scrolled away. */
  private watchAnswer(): void {
    const answer = this.renderRoot.querySelector('.verdict .sentence');
    if (!answer || answer === this.watched || !this.isConnected) return;
    this.observer?.disconnect();
    this.observer = new IntersectionObserver(([entry]) => {
      const isAbove = entry ? entry.boundingClientRect.bottom < 0 : false;
      this.slimShown = !entry?.isIntersecting && isAbove;
      // Drawing here would undo a translation, which may move the answer back into sight, and so on.
      this.renderRoot.querySelector('.slim')?.classList.toggle('shown', this.slimShown);
    });
    this.observer.observe(answer);
    this.watched = answer;
  }
}

export function defineCalculator(): void {
  if (!customElements.get('roi-calculator')) {
    customElements.define('roi-calculator', RoiCalculator);
  }
}
