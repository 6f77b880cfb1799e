// Whether the visitor's work is kept somewhere, and what this device remembers of it.
import type { Document } from '../../generated/contract';
import type { Store } from '../plan/store';
import { forget, recall, remember } from './memory';
import type { Saved } from './saved';

/** visiting: another plan than the one remembered is open, and must not take its place. */
export type Memory = 'none' | 'off' | 'on' | 'visiting';

const kPause = 300;

export class Keeper {
  memory: Memory;
  private readonly store: Store;
  private readonly language: () => string;
  private readonly onRefused: () => void;
  private kept: Document;
  /** The plan that was open before a visit. */
  private own: Document | undefined;
  /** Undo and redo lead back to them. */
  private visited = new WeakSet<Document>();
  private isWritten = true;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** onRefused: the browser would not let it remember a change. */
  constructor(store: Store, language: () => string, memory: Memory, onRefused: () => void) {
    this.store = store;
    this.language = language;
    this.memory = memory;
    this.onRefused = onRefused;
    this.kept = store.document;
  }

  /** Whether nothing would be lost: an example as it is, or a plan that was kept as it stands. */
  get isSafe(): boolean {
    const { document, preset } = this.store;
    const isRemembered = this.memory === 'on' && this.isWritten;
    return isRemembered || preset !== undefined || document === this.kept;
  }

  /** The visitor has taken the plan, as it stood then, elsewhere. */
  keep(document: Document): void {
    this.kept = document;
  }

  changed(): void {
    const { document } = this.store;
    if (this.memory === 'visiting' && document === this.own) this.memory = 'on';
    if (this.memory !== 'on') return;
    this.stopWaiting();
    if (this.visited.has(document)) this.memory = 'visiting';
    else this.timer = setTimeout(() => this.write() || this.onRefused(), kPause);
  }

  /** What waits to be remembered is written at once. */
  flush(): void {
    if (this.timer !== undefined) this.write();
  }

  /** Says whether the browser let it. */
  remember(): boolean {
    if (!this.write()) return false;
    this.memory = 'on';
    if (this.store.document !== this.own) this.visited = new WeakSet();
    return true;
  }

  forget(): void {
    this.stopWaiting();
    this.memory = 'off';
    forget();
  }

  /** A plan from elsewhere has taken the place of the visitor's own: what is remembered stays. */
  visit(own: Document): void {
    this.stopWaiting();
    this.visited.add(this.store.document);
    if (this.memory === 'visiting') return;
    this.own = own;
    if (this.memory === 'on') this.memory = 'visiting';
  }

  /** Another window of this page has remembered its plan, or has been told to forget. */
  changedElsewhere(isRemembered: boolean): void {
    if (this.memory === 'none' || (isRemembered && this.memory === 'off')) return;
    this.stopWaiting();
    this.memory = isRemembered ? 'visiting' : 'off';
    this.own = undefined;
  }

  /** What is remembered. */
  remembered(): Saved | undefined {
    return recall();
  }

  private write(): boolean {
    this.stopWaiting();
    const state = { document: this.store.document, language: this.language() };
    this.isWritten = remember(state);
    return this.isWritten;
  }

  private stopWaiting(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
