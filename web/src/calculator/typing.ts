// What waits for a pause in typing: to be asked about what was typed, and the tables of a long plan.
import type { ReactiveController } from 'lit';
import { kFewChannels } from '../plan/few';
import type { Store } from '../plan/store';
import type { Host } from './host';

/** So long a pause lets one look up, and be asked. */
const kAskingPause = 1500;
const kTablesPause = 120;

export class Typing implements ReactiveController {
  /** Whether long tables stay as they are, so that the answer comes at once. */
  tablesWait = false;
  private readonly host: Host;
  private askingTimer: ReturnType<typeof setTimeout> | undefined;
  private tablesTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.askingTimer);
    clearTimeout(this.tablesTimer);
    this.tablesWait = false;
  }

  changed(store: Store): void {
    this.waitWithTables(store);
    clearTimeout(this.askingTimer);
    this.askingTimer = setTimeout(() => store.pause(), kAskingPause);
  }

  /** While a number of a long plan is typed, the answer comes first, and its tables in a pause. */
  private waitWithTables({ isTyping, scenario }: Store): void {
    clearTimeout(this.tablesTimer);
    this.tablesWait = isTyping && scenario.channels.length > kFewChannels;
    if (this.tablesWait) this.tablesTimer = setTimeout(() => this.drawTables(), kTablesPause);
  }

  private drawTables(): void {
    this.tablesWait = false;
    this.host.requestUpdate();
  }
}
