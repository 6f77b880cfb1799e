// Which plan is open: the page's, the one remembered, or an example; and plans from elsewhere that are
// opened in its place.
import type { Document } from '../../generated/contract';
import type { Engine, EngineError } from '../engine/engine';
import type { Language } from '../locales/index';
import { Keeper, type Memory } from '../persistence/keeper';
import { recall } from '../persistence/memory';
import type { NotOpened } from '../persistence/opened';
import type { Saved } from '../persistence/saved';
import { Store } from '../plan/store';
import { type Deferred, later, loadDeferred } from '../view/deferred';
import type { View } from '../view/view';
import type { Announcing } from './announcing';
import type { Around } from './around';
import type { Host } from './host';

type Words = (deferred: Deferred, view: View) => string | undefined;

interface Parts {
  around: Around;
  announcing: Announcing;
  language: () => Language;
  onChange: () => void;
}

export class Opening {
  store: Store | undefined;
  keeper: Keeper | undefined;
  private readonly host: Host;
  private readonly parts: Parts;
  /** The plan that was opened last, until it is changed; and what a link took the place of. */
  private opened: { document: Document; instead?: 'own' | 'example' } | undefined;
  private isOpening = false;

  constructor(host: Host, parts: Parts) {
    this.host = host;
    this.parts = parts;
  }

  /** The plan of the page, else the one remembered, else an example. */
  openFirst(engine: Engine, initial: Saved | undefined): void {
    const { around, language } = this.parts;
    const remembered = around.remembers ? recall() : undefined;
    const saved = initial ?? remembered;
    let memory: Memory = around.remembers ? 'off' : 'none';
    let store: Store;
    try {
      store = this.storeOf(engine, saved);
      if (remembered) memory = 'on';
    } catch (error) {
      if (!saved) throw error;
      store = this.storeOf(engine, undefined);
      this.announceLater((deferred, view) => deferred.unreadWords?.(view));
    }
    const onRefused = () =>
      this.announceLater((deferred, view) => deferred.cannotRememberWords?.(view));
    store.refusal = around.briefing?.refusal;
    this.store = store;
    this.opened = { document: store.document };
    this.keeper = new Keeper(store, language, memory, onRefused);
  }

  private storeOf(engine: Engine, saved: Saved | undefined): Store {
    const { around } = this.parts;
    const { document, preset } = saved ? { ...saved, preset: undefined } : around.example(engine);
    return new Store(
      engine,
      document,
      preset,
      () => this.onChange(),
      () => this.host.requestUpdate(),
    );
  }

  /** Opens a plan from elsewhere in the place of this one; undo brings this one back. */
  async open(found: Document | NotOpened, from: 'link' | 'file'): Promise<void> {
    const { view, deferred } = await this.whole();
    if (!view || !deferred) return;
    const { announcing } = this.parts;
    const why = typeof found === 'string' ? found : this.putInPlace(view, found, from);
    const words = why === undefined && from === 'link' ? deferred.sharedWords?.(view) : undefined;
    if (words) announcing.say(words);
    else if (why) announcing.announce(deferred.refusedWords(view, from, why), true);
    else announcing.announce(deferred.openedWords(view));
  }

  /** One shared plan takes the place of another: below it lies what is the visitor's. */
  private putInPlace(
    { store, outside: { keeper } }: View,
    found: Document,
    from: 'link' | 'file',
  ): EngineError | undefined {
    const givenBy = from === 'link' ? 'page' : undefined;
    const why = store.whyNot(found, givenBy);
    if (why) return why;
    keeper.flush();
    this.isOpening = true;
    if (this.shared) store.leavePlan();
    const { document: own, preset } = store;
    store.replace(found, undefined, givenBy);
    this.isOpening = false;
    const instead = preset ? 'example' : 'own';
    this.opened = { document: store.document, ...(from === 'link' ? { instead } : {}) };
    if (from === 'link') keeper.visit(own);
    keeper.keep(store.document);
    // What is still being typed was meant for the plan before.
    (this.host.shadowRoot?.activeElement as HTMLElement | null)?.blur();
    return undefined;
  }

  /** What is shown came by a link and is as it came. */
  get shared() {
    const { document, instead } = this.opened ?? {};
    return instead && document === this.store?.document ? { instead } : undefined;
  }

  /** Brings back what was there before the plan of a link, if that is still as it came. */
  leaveShared(): void {
    if (this.shared) this.store?.leavePlan();
  }

  /** Tells the page that the plan is the visitor's, no longer the one that was opened. */
  adopt(): void {
    this.opened = undefined;
    this.host.dispatchEvent(new Event('roi-own'));
    this.host.requestUpdate();
  }

  private onChange(): void {
    this.keeper?.changed();
    if (!this.isOpening && this.opened?.document !== this.store?.document) this.adopt();
    this.parts.onChange();
  }

  /** Says a sentence of what comes later as soon as it can. */
  private async announceLater(words: Words): Promise<void> {
    const { view, deferred } = await this.whole();
    if (view && deferred) this.parts.announcing.announce(words(deferred, view) ?? '');
  }

  /** Once a plan is open, and everything is there. */
  async whole() {
    await this.host.start();
    await loadDeferred();
    await this.host.updateComplete;
    return { view: this.host.view(), deferred: later() };
  }
}
