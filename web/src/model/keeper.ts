// Whether the visitor's work is kept somewhere, and what this device remembers of it.
import type { Document } from '../../generated/contract';
import { forget, recall, remember } from './memory';
import type { Saved } from './saved';
import type { Store } from './store';

/** visiting: a plan from a link is open, and must not take the place of the one remembered. */
export type Memory = 'none' | 'off' | 'on' | 'visiting';

const kPause = 300;

export class Keeper {
  memory: Memory;
  private readonly store: Store;
  private readonly language: () => string;
  private kept: Document;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: Store, language: () => string, memory: Memory) {
    this.store = store;
    this.language = language;
    this.memory = memory;
    this.kept = store.document;
  }

  /** Whether nothing would be lost: an example as it is, or a plan that was kept as it stands. */
  get isSafe(): boolean {
    const { document, preset } = this.store;
    return this.memory === 'on' || preset !== undefined || document === this.kept;
  }

  /** The visitor has taken the plan as it stands elsewhere. */
  keep(): void {
    this.kept = this.store.document;
  }

  changed(): void {
    if (this.memory !== 'on') return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.write(), kPause);
  }

  /** What waits to be remembered is written at once. */
  flush(): void {
    if (this.timer !== undefined) this.write();
  }

  /** Says whether the browser let it. */
  remember(): boolean {
    if (!this.write()) return false;
    this.memory = 'on';
    return true;
  }

  forget(): void {
    this.stopWaiting();
    this.memory = 'off';
    forget();
  }

  /** A plan from elsewhere has been opened: what is remembered stays as it is. */
  visit(): void {
    this.flush();
    if (this.memory === 'on') this.memory = 'visiting';
  }

  /** What was remembered before the visit. */
  own(): Saved | undefined {
    return recall();
  }

  private write(): boolean {
    this.stopWaiting();
    return remember({ document: this.store.document, language: this.language() });
  }

  private stopWaiting(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
